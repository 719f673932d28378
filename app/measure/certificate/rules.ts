/**
 * Documents of a verification: 检定证书 when it passed, 检定结果通知书 when it failed (计量检定印、证管理办法); of a calibration 校准证书, which concludes nothing. A number is institute
 * code, year, six digits of a series and a check character; it is never used again, whatever becomes of the document.
 * Example: institute 320685A, 2026, first of the series: 320685A2026000001 and its check character.
 */
import type { Text } from '../../kernel/text.ts';

export const documentKinds = {
  certificate: ['检定证书', 'Verification certificate'],
  notice: ['检定结果通知书', 'Notice of rejection'],
  calibration: ['校准证书', 'Calibration certificate'],
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

/** How a document stands on a day: one in force may be past its last day. */
export const certificateStandings = {
  ...certificateStates,
  expired: ['已过有效期', 'Expired'],
} as const satisfies Record<string, Text>;
export type CertificateStanding = keyof typeof certificateStandings;
export const certificateStandingNames = Object.keys(certificateStandings) as [CertificateStanding, ...CertificateStanding[]];

/** The last day counts. */
export const standingOn = (
  { status, validUntil }: { readonly status: CertificateStatus; readonly validUntil: string | null },
  day: string,
): CertificateStanding => (status === 'valid' && validUntil !== null && validUntil < day ? 'expired' : status);

/**
 * What of a document may be corrected by reissuing it 换发: how the parties and the instrument are named. What was measured and what
 * follows from it needs a new verification, and another serial number is another instrument.
 */
export const replaceableFields = {
  'holder.name': ['单位名称', 'Name of the holder'],
  'holder.address': ['单位地址', 'Address of the holder'],
  'instrument.name': ['器具名称', 'Name of the instrument'],
  'instrument.model': ['型号', 'Model'],
  'instrument.maker': ['制造单位', 'Maker'],
  'instrument.place': ['使用地点', 'Place of use'],
} as const satisfies Record<string, Text>;
export type ReplaceableField = keyof typeof replaceableFields;
export const replaceableFieldNames = Object.keys(replaceableFields) as [ReplaceableField, ...ReplaceableField[]];

export const lotStates = {
  working: ['出证中', 'Being issued'],
  finished: ['已办结', 'Finished'],
} as const satisfies Record<string, Text>;
export type LotState = keyof typeof lotStates;
export const lotStateNames = Object.keys(lotStates) as [LotState, ...LotState[]];

export const lotItemStates = {
  waiting: ['等待', 'Waiting'],
  issued: ['已出证', 'Issued'],
  refused: ['未出证', 'Not issued'],
} as const satisfies Record<string, Text>;
export type LotItemState = keyof typeof lotItemStates;
export const lotItemStateNames = Object.keys(lotItemStates) as [LotItemState, ...LotItemState[]];

export const bundleKinds = {
  package: ['证书验证包', 'Packages for checking'],
  'label-40x30': ['标签 40 mm × 30 mm', 'Labels 40 mm × 30 mm'],
  'label-50x30': ['标签 50 mm × 30 mm', 'Labels 50 mm × 30 mm'],
} as const satisfies Record<string, Text>;
export type BundleKind = keyof typeof bundleKinds;
export const bundleKindNames = Object.keys(bundleKinds) as [BundleKind, ...BundleKind[]];

export const bundleStates = {
  waiting: ['生成中', 'Being made'],
  ready: ['可下载', 'Ready'],
  failed: ['未生成', 'Not made'],
} as const satisfies Record<string, Text>;
export type BundleState = keyof typeof bundleStates;
export const bundleStateNames = Object.keys(bundleStates) as [BundleState, ...BundleState[]];

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };
type Issued = { readonly status: CertificateStatus; readonly instituteId: string };

/** Only an approver of the institute that issued it; what expired may be reissued, since its paper may be lost. */
export const mayReplace = ({ status, instituteId }: Issued, { organizationId, permits }: Caller): boolean =>
  'supersede' in certificateLifeCycle[status] && instituteId === organizationId && permits.has('certificate.replace');

/** Only an approver of the institute that issued it. */
export const mayRevoke = (certificate: Issued, caller: Caller): boolean =>
  'revoke' in certificateLifeCycle[certificate.status] &&
  certificate.instituteId === caller.organizationId &&
  caller.permits.has('certificate.revoke');

/** @param conclusion null: a calibration */
export const documentFor = (conclusion: 'pass' | 'fail' | null): DocumentKind =>
  conclusion === null ? 'calibration' : conclusion === 'pass' ? 'certificate' : 'notice';

/** What a document concludes about its instrument. */
export const verdictOf = (kind: DocumentKind): 'pass' | 'fail' | null =>
  ({ certificate: 'pass', notice: 'fail', calibration: null } as const)[kind];

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
