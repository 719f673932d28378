const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const characters = '10X98765432';

/**
 * True for a citizen identification number with its right check character: GB 11643-1999 (ISO 7064 MOD 11-2).
 *
 * @example isIdentityNumber('11010519491231002X') // true
 */
export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return characters[sum % 11] === number[17];
}

/** What of an identity number is kept to be shown. @example maskedIdentity('11010519491231002X') // '110105***********X' */
export const maskedIdentity = (number: string): string => `${number.slice(0, 6)}${'*'.repeat(11)}${number.slice(-1)}`;

export const isMasked = (number: string): boolean => number.includes('*');
