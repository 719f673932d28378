/**
 * Numbers of raw records 原始记录编号: one for each record at its beginning, or reserved for a device that works without a network.
 * What was reserved is used or voided with the reason: no number twice, no gap without a word.
 */
import type { Text } from '../../../kernel/text.ts';

export const numberFates = {
  reserved: ['已预留', 'Reserved'],
  used: ['已用', 'Used'],
  void: ['作废', 'Void'],
} as const satisfies Record<string, Text>;
export type NumberFate = keyof typeof numberFates;
export const numberFateNames = Object.keys(numberFates) as [NumberFate, ...NumberFate[]];

export const numberLifeCycle = {
  reserved: { use: 'used', void: 'void' },
  used: {},
  void: {},
} as const satisfies Record<NumberFate, Partial<Record<'use' | 'void', NumberFate>>>;

/** Whoever may enter records at the institute may void what is still reserved there. */
export const mayVoidNumber = (
  given: { readonly fate: NumberFate; readonly instituteId: string },
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): boolean =>
  'void' in numberLifeCycle[given.fate] && given.instituteId === caller.organizationId && caller.permits.has('verification.enter');

/** The most numbers that one reservation may take. */
export const largestBlock = 500;

/**
 * A number as it is printed; the code is the institute's own in its certificate numbers, where it has one.
 *
 * @example recordNumber(2026, 123, null) // 'JL-2026-000123'
 * @example recordNumber(2026, 123, '320685A') // 'JL-320685A-2026-000123'
 */
export const recordNumber = (year: number, sequence: number, code: string | null): string =>
  ['JL', ...(code === null ? [] : [code]), String(year), String(sequence).padStart(6, '0')].join('-');
