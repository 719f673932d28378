/** What the last verification of an instrument means today, as a closed list: the same in list, page, count and export. */
import { toDayNumber } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import type { InstrumentStatus } from './life-cycle.ts';

export const standings = {
  'never-verified': ['未检定', 'Never verified'],
  failed: ['检定不合格', 'Failed'],
  repaired: ['修复待检', 'Repaired, to be verified'],
  overdue: ['已过有效期', 'Overdue'],
  'due-7': ['7 日内到期', 'Due within 7 days'],
  'due-15': ['15 日内到期', 'Due within 15 days'],
  'due-30': ['30 日内到期', 'Due within 30 days'],
  'due-90': ['90 日内到期', 'Due within 90 days'],
  valid: ['有效', 'Valid'],
  'no-end': ['首检有效、失准报废', 'Verified once'],
} as const satisfies Record<string, Text>;
export type Standing = keyof typeof standings;
export const standingNames = Object.keys(standings) as [Standing, ...Standing[]];

/** The windows before the last day, the narrowest first. */
export const dueWindows = [7, 15, 30, 90] as const;

export const validities = {
  periodic: ['周期检定', 'Periodic verification'],
  'limited-use': ['首次检定、限期使用、到期轮换', 'Initial verification, limited use, rotation'],
  'first-only': ['首次检定、失准报废', 'Initial verification, taken out when no longer right'],
} as const satisfies Record<string, Text>;
export type Validity = keyof typeof validities;
export const validityNames = Object.keys(validities) as [Validity, ...Validity[]];

export type Verified = {
  readonly status: InstrumentStatus;
  readonly verdict: 'pass' | 'fail' | null;
  readonly dueOn: string | null;
  readonly validity: Validity | null;
  /** Kept where a repair has ended the effect of the last result: the verdict is null then. */
  readonly verifiedOn: string | null;
};

/**
 * The last day counts: what falls due today is due within 7 days, not overdue. Never verified is neither overdue nor valid.
 * A result without an end is `no-end` for an instrument that is verified once, `valid` for any other.
 * @example standingOf({ status: 'in-use', verdict: 'pass', dueOn: '2026-11-26', validity: 'periodic', verifiedOn: '2025-11-27' }, '2026-11-26') // 'due-7'
 */
export function standingOf({ verdict, dueOn, validity, verifiedOn }: Verified, today: string): Standing {
  if (verdict === null) return verifiedOn === null ? 'never-verified' : 'repaired';
  if (verdict === 'fail') return 'failed';
  if (dueOn === null) return validity === 'first-only' ? 'no-end' : 'valid';
  if (dueOn < today) return 'overdue';
  const days = toDayNumber(dueOn) - toDayNumber(today);
  const window = dueWindows.find((most) => days <= most);
  return window === undefined ? 'valid' : `due-${window}`;
}

/** Days until the last day, negative after it; null where there is none. */
export const daysLeft = (dueOn: string | null, today: string): number | null =>
  dueOn === null ? null : toDayNumber(dueOn) - toDayNumber(today);

/** A use-by date is not a next verification: the words differ by how the kind is verified. */
export const dueWords = (validity: Validity | null): Text =>
  validity === 'limited-use' ? ['使用期限至', 'Use by'] : ['有效期至', 'Valid until'];
