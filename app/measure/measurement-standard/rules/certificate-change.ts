/** What a correction of a recorded certificate would change, in words, before it does. */
import type { Text } from '../../../kernel/text.ts';

export type FieldChange = { readonly label: Text; readonly was: string; readonly is: string };

/** @example correctionWords([])[0] // '各项与原登记相同，提交后只新增一条更正记录。仍要提交吗？' */
export function correctionWords(fields: readonly FieldChange[]): Text {
  const changes = fields.filter(({ was, is }) => was !== is);
  if (changes.length === 0)
    return [
      '各项与原登记相同，提交后只新增一条更正记录。仍要提交吗？',
      'Every field is as it was recorded: only a record of the correction would be added. Submit it all the same?',
    ];
  return [
    `${changes.map(({ label, was, is }) => `${label[0]}由 ${was} 改为 ${is}`).join('；')}。有效期、有效数和到期预测随之改变，原登记保留。`,
    `${changes.map(({ label, was, is }) => `${label[1]}: ${was} becomes ${is}`).join('; ')}. Validity, count and forecast follow; what was recorded before is kept.`,
  ];
}
