/**
 * What must hold before a certificate or notice is issued. Each gate looks at facts and says what it found; nobody opens a gate
 * by hand. 计量检定印、证管理办法 (signatures) and the practice of method confirmation are the grounds.
 */
import type { Text } from '../../../kernel/text.ts';

export const gates = {
  'instrument-recorded': ['器具在台账中，且与记录一致', 'The instrument is in the ledger as the record says'],
  'institute-designated': ['检定机构已被指定', 'The institute is designated'],
  'edition-adopted': ['规程版本已由本机构采用，数据一致', 'The edition is adopted by the institute, its data unchanged'],
  'edition-in-force': ['检定日期在规程适用期内', 'The edition is in force on the day of the test'],
  'readings-complete': ['必检项目和读数齐全', 'All mandatory items and readings are present'],
  'result-recomputed': ['重新计算的结果与记录相同', 'Computed again, the result is the same'],
  'checker-not-tester': ['核验员不是检定员', 'The checker is not the tester'],
  'approver-not-tester': ['批准人不是检定员', 'The approver is not the tester'],
  'approver-not-checker': [
    '批准人不是核验员（本机构另有规定的除外）',
    'The approver is not the checker, unless the institute’s rule allows it',
  ],
} as const satisfies Record<string, Text>;
export type GateName = keyof typeof gates;
export const gateNames = Object.keys(gates) as [GateName, ...GateName[]];

export type Found = Readonly<Record<string, string | boolean | null | readonly string[]>>;
export type Gate = { readonly gate: GateName; readonly passed: boolean; readonly found: Found };

export type Facts = {
  readonly testedOn: string;
  readonly persons: {
    readonly tester: string;
    readonly checker: string | null;
    readonly approver: string;
    readonly approverMayCheck: boolean;
  };
  readonly instrument: { readonly recorded: boolean; readonly status: string | null; readonly unchanged: boolean };
  readonly designation: {
    readonly institute: string;
    readonly designated: string | null;
    readonly documentNumber: string | null;
    readonly from: string | null;
    readonly to: string | null;
  };
  readonly adoption: {
    readonly holds: boolean;
    readonly adoption: string | null;
    readonly adoptedDigest: string | null;
    readonly presentDigest: string;
    readonly demonstration: boolean;
  };
  readonly edition: { readonly used: string; readonly inForce: string | null };
  readonly result: { readonly missing: readonly string[]; readonly stored: string; readonly recomputed: string };
};

/** Every gate with what it found; the record may be approved when all have passed. */
export function judgeGates({ testedOn, persons, instrument, designation, adoption, edition, result }: Facts): Gate[] {
  const gate = (name: GateName, passed: boolean, found: Found): Gate => ({ gate: name, passed, found });
  const { from, to } = designation;
  const { tester, checker, approver, approverMayCheck } = persons;
  return [
    gate('instrument-recorded', instrument.recorded && instrument.status === 'in-use' && instrument.unchanged, instrument),
    gate(
      'institute-designated',
      designation.designated === designation.institute && from !== null && from <= testedOn && (to === null || testedOn <= to),
      designation,
    ),
    gate('edition-adopted', adoption.holds, adoption),
    gate('edition-in-force', edition.inForce === edition.used, { ...edition, testedOn }),
    gate('readings-complete', result.missing.length === 0, { missing: result.missing }),
    gate('result-recomputed', result.stored !== '' && result.stored === result.recomputed, {
      stored: result.stored,
      recomputed: result.recomputed,
    }),
    gate('checker-not-tester', checker !== null && checker !== tester, { tester, checker }),
    gate('approver-not-tester', approver !== tester, { tester, approver }),
    gate('approver-not-checker', approverMayCheck || approver !== checker, { checker, approver, approverMayCheck }),
  ];
}
