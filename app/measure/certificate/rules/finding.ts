/** What a recomputation may find about a certificate. */
import type { Text } from '../../../kernel/text.ts';

export const findingKinds = {
  digest: ['记录与其摘要不符', 'The record does not have the digest that is kept'],
  form: ['记录不是规范格式', 'The record is not in its canonical form'],
  row: ['登记内容与记录不符', 'The register says something else than the record'],
  result: ['复算结果与记录不同', 'Computed again, the result differs'],
  verdict: ['复算结论与记录不同', 'Computed again, the verdict differs'],
  undetermined: ['无法复算', 'It could not be computed again'],
  leaf: ['日志中没有该证书', 'The log has no leaf for it'],
  pending: ['尚未写入日志', 'It waits for its place in the log'],
  gap: ['编号不连续且无说明', 'A number is missing without an explanation'],
} as const satisfies Record<string, Text>;
export type FindingKind = keyof typeof findingKinds;
export const findingKindNames = Object.keys(findingKinds) as [FindingKind, ...FindingKind[]];
