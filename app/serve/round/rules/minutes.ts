import type { Text } from '../../../kernel/text.ts';

/** What one instrument takes a team or a bench, until the institute records its own: an estimate of this program, not of any regulation. */
export const estimatedMinutes = 20;
export const estimate: Text = [
  '系统估计值，没有规程或文件依据；请录入本机构的实际用时',
  'An estimate of this program, from no regulation; record what your institute really takes',
];

/** The minutes of a kind: recorded by the institute, or estimated. */
export const minutesOf = (
  recorded: ReadonlyMap<string, number>,
  kind: string,
): { readonly minutes: number; readonly isEstimate: boolean } => {
  const minutes = recorded.get(kind);
  return minutes === undefined ? { minutes: estimatedMinutes, isEstimate: true } : { minutes, isEstimate: false };
};
