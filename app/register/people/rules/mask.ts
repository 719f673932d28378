/** What a person may see of another's data without a stated reason. @example maskPhone('13812340000') // '138****0000' */
export const maskPhone = (phone: string): string => (phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`);

/** The last four characters are hidden. @example maskIdentity('320600199001011234') // '32060019900101****' */
export const maskIdentity = (number: string): string => `${number.slice(0, -4)}****`;

export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}
