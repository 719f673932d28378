/**
 * Standards used at the bench 标准器: in service, suspended or retired, with the certificates of their traceability. What held on a
 * day is told by the last state and the last certificate up to that day; a later renewal says nothing about an earlier test.
 */
import { compare, DecimalError, parse } from '@tongheng/quantity/decimal';
import type { Text } from '../../kernel/text.ts';

export const standardStates = {
  'in-service': ['在用', 'In service'],
  suspended: ['暂停', 'Suspended'],
  retired: ['停用', 'Retired'],
} as const satisfies Record<string, Text>;
export type StandardStatus = keyof typeof standardStates;
export const standardStatusNames = Object.keys(standardStates) as [StandardStatus, ...StandardStatus[]];

export const standardActions = {
  change: ['更正', 'Correct'],
  renew: ['登记新证书', 'Record a new certificate'],
  range: ['登记测量范围', 'State the ranges'],
  suspend: ['暂停', 'Suspend'],
  resume: ['恢复使用', 'Put back into service'],
  retire: ['停用', 'Retire'],
} as const satisfies Record<string, Text>;
export type StandardAction = keyof typeof standardActions;
export const standardActionNames = Object.keys(standardActions) as [StandardAction, ...StandardAction[]];

export const standardLifeCycle = {
  'in-service': { change: 'in-service', renew: 'in-service', range: 'in-service', suspend: 'suspended', retire: 'retired' },
  suspended: { change: 'suspended', renew: 'suspended', range: 'suspended', resume: 'in-service', retire: 'retired' },
  retired: {},
} as const satisfies Record<StandardStatus, Partial<Record<StandardAction, StandardStatus>>>;

type Caller = { readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** What this person may do with a standard: the managers of the institute that has it. */
export function allowedStandardActions(
  standard: { readonly state: StandardStatus; readonly instituteId: string },
  caller: Caller,
): StandardAction[] {
  if (standard.instituteId !== caller.organizationId || !caller.permits.has('standard.manage')) return [];
  return Object.keys(standardLifeCycle[standard.state]) as StandardAction[];
}

export const certificateKinds = {
  calibration: ['校准证书', 'Calibration certificate'],
  verification: ['检定证书', 'Verification certificate'],
} as const satisfies Record<string, Text>;
export type CertificateKind = keyof typeof certificateKinds;
export const certificateKindNames = Object.keys(certificateKinds) as [CertificateKind, ...CertificateKind[]];

/** What a certificate says about how good the standard is. */
export const qualities = {
  mpe: ['最大允许误差', 'Maximum permissible error'],
  uncertainty: ['扩展不确定度', 'Expanded uncertainty'],
  class: ['准确度等级', 'Accuracy class'],
} as const satisfies Record<string, Text>;
export type Quality = keyof typeof qualities;
export const qualityNames = Object.keys(qualities) as [Quality, ...Quality[]];

export type Certificate = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly issuer: string;
  readonly calibratedOn: string;
  readonly validUntil: string;
  readonly quality: Quality;
  readonly value: string | null;
  readonly unit: string | null;
  readonly coverageFactor: string | null;
  readonly accuracyClass: string | null;
};

/** Whether a text is a decimal above zero: no sign, no exponent, the digits as printed. */
export function isPositiveDecimal(text: string): boolean {
  try {
    return compare(parse(text), parse('0')) > 0;
  } catch (error) {
    if (error instanceof DecimalError) return false;
    throw error;
  }
}

/** What a certificate lacks, by field. */
export function certificateGaps(certificate: Certificate): { readonly field: string; readonly text: Text }[] {
  const { quality, value, unit, coverageFactor, accuracyClass, calibratedOn, validUntil } = certificate;
  const gap = (field: string, text: Text) => ({ field, text });
  const number: Text = ['应为大于零的十进制数', 'a decimal above zero is expected'];
  return [
    ...(quality === 'class' && accuracyClass === null ? [gap('accuracyClass', ['未填写等级', 'the class is missing'])] : []),
    ...(quality !== 'class' && (value === null || !isPositiveDecimal(value)) ? [gap('value', number)] : []),
    ...(quality !== 'class' && unit === null ? [gap('unit', ['未填写单位', 'the unit is missing'])] : []),
    ...(quality === 'uncertainty' && (coverageFactor === null || !isPositiveDecimal(coverageFactor))
      ? [gap('coverageFactor', number)]
      : []),
    ...(validUntil < calibratedOn ? [gap('validUntil', ['早于检定或校准日期', 'before the day of the calibration'])] : []),
  ];
}

/** How good a standard is, in one line. @example accuracyLine({ quality: 'uncertainty', value: '0.05', unit: '%', coverageFactor: '2' }) // 'U = 0.05 % (k = 2)' */
export function accuracyLine({
  quality,
  value,
  unit,
  coverageFactor,
  accuracyClass,
}: Pick<Certificate, 'quality' | 'value' | 'unit' | 'coverageFactor' | 'accuracyClass'>): string {
  if (quality === 'class') return accuracyClass ?? '';
  const written = `${value ?? ''} ${unit ?? ''}`.trim();
  return quality === 'mpe' ? `MPE ±${written}` : `U = ${written}${coverageFactor === null ? '' : ` (k = ${coverageFactor})`}`;
}

/** The state on a day: the last one that began up to it. Undefined: not registered for that day. */
export function stateOn<State extends { readonly since: string; readonly at: string }>(
  states: readonly State[],
  day: string,
): State | undefined {
  const begun = states.filter(({ since }) => since <= day);
  return begun.reduce<State | undefined>(
    (last, state) => (last === undefined || `${state.since} ${state.at}` >= `${last.since} ${last.at}` ? state : last),
    undefined,
  );
}

/** The certificate that tells how good the standard was on a day: the latest calibration up to it, whether still valid or not. */
export function certificateOn<One extends { readonly calibratedOn: string; readonly recordedAt: string }>(
  certificates: readonly One[],
  day: string,
): One | undefined {
  const earlier = certificates.filter(({ calibratedOn }) => calibratedOn <= day);
  return earlier.reduce<One | undefined>(
    (last, one) =>
      last === undefined || `${one.calibratedOn} ${one.recordedAt}` >= `${last.calibratedOn} ${last.recordedAt}` ? one : last,
    undefined,
  );
}
