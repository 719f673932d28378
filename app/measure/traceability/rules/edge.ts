/** What is said of one step of a chain beside its day: closed lists for the reply and the page. */
import type { Confidence } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';

export const confidenceNames = ['found', 'high', 'medium', 'low', 'unknown'] as const satisfies readonly Confidence[];

export const rangeVerdicts = {
  inside: ['在测量范围内', 'Inside its range'],
  outside: ['超出测量范围', 'Outside its range'],
  partly: ['部分未判定', 'Partly not judged'],
  open: ['未判定', 'Not judged'],
} as const satisfies Record<string, Text>;
export type RangeVerdict = keyof typeof rangeVerdicts;
export const rangeVerdictNames = Object.keys(rangeVerdicts) as [RangeVerdict, ...RangeVerdict[]];

type Counted = {
  readonly inside: number;
  readonly outside: readonly unknown[];
  readonly beyond: readonly unknown[];
  readonly open: readonly unknown[];
};
/** Loads beyond a set are not judged here: how they were made up was said in the record. */
export function rangeVerdictOf({ inside, outside, beyond, open }: Counted): RangeVerdict {
  if (outside.length > 0) return 'outside';
  if (inside === 0) return 'open';
  return beyond.length + open.length > 0 ? 'partly' : 'inside';
}
