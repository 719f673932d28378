/**
 * Documents of a verification: 检定证书 when it passed, 检定结果通知书 when it failed (计量检定印、证管理办法). A number is institute
 * code, year, six digits of a series and a check character; it is never used again, whatever becomes of the document.
 * Example: institute 320685A, 2026, first of the series: 320685A2026000001 and its check character.
 */
import type { Text } from '../../kernel/text.ts';

export const documentKinds = {
  certificate: ['检定证书', 'Verification certificate'],
  notice: ['检定结果通知书', 'Notice of rejection'],
} as const satisfies Record<string, Text>;
export type DocumentKind = keyof typeof documentKinds;
export const documentKindNames = Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]];

export const certificateStates = {
  valid: ['有效', 'Valid'],
  revoked: ['已作废', 'Revoked'],
  superseded: ['已被代替', 'Superseded'],
} as const satisfies Record<string, Text>;
export type CertificateStatus = keyof typeof certificateStates;
export const certificateStatusNames = Object.keys(certificateStates) as [CertificateStatus, ...CertificateStatus[]];

export type CertificateAction = 'revoke' | 'supersede';
export const certificateLifeCycle = {
  valid: { revoke: 'revoked', supersede: 'superseded' },
  revoked: {},
  superseded: {},
} as const satisfies Record<CertificateStatus, Partial<Record<CertificateAction, CertificateStatus>>>;

/** Only an approver of the institute that issued it. */
export const mayRevoke = (
  certificate: { readonly status: CertificateStatus; readonly instituteId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): boolean =>
  'revoke' in certificateLifeCycle[certificate.status] &&
  certificate.instituteId === caller.organizationId &&
  caller.permits.has('certificate.revoke');

export const documentFor = (conclusion: 'pass' | 'fail'): DocumentKind => (conclusion === 'pass' ? 'certificate' : 'notice');

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The check character of ISO/IEC 7064 MOD 37,36 over digits and capital letters: every single wrong character is noticed.
 *
 * @example checkCharacter('A12425GABC1234002') // 'M'
 */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError(`not in the alphabet: ${character}`);
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet[(37 - product) % 36] ?? '';
}

/** @param sequence 1 to 999999; otherwise RangeError */
export function certificateNumber(code: string, year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 999_999) throw new RangeError(`no number of a series: ${sequence}`);
  const body = `${code}${String(year).padStart(4, '0')}${String(sequence).padStart(6, '0')}`;
  return `${body}${checkCharacter(body)}`;
}

/** True for a number with its right check character. */
export const isCertificateNumber = (number: string): boolean =>
  /^[0-9A-Z]{12,30}$/.test(number) && checkCharacter(number.slice(0, -1)) === number.slice(-1);

/** The characters of check codes: none that a reader mistakes for another (0 O, 1 I L, 5 S, 8 B). */
export const checkCodeAlphabet = '234679ACDEFGHJKMNPQRTUVWXYZ';
export const checkCodeLength = 8;

/**
 * The code of an institute in its numbers: its region and a letter in the order of first use there.
 *
 * @example issuerCode('320685', 0) // '320685A'
 */
export const issuerCode = (region: string, already: number): string => {
  const letter = alphabet[10 + already];
  if (letter === undefined) throw new RangeError(`region ${region} has no letter left`);
  return `${region}${letter}`;
};
