import type { Text } from '../../../kernel/text.ts';
import type { FindingRule } from '../contract/finding.ts';

/** What each rule says, in one word. */
export const ruleWords: Readonly<Record<FindingRule, Text>> = {
  sum: ['合计不符', 'Sum'],
  difference: ['差额不符', 'Difference'],
  shifted: ['错列', 'Shifted'],
  missing: ['缺漏', 'Missing'],
  count: ['数目不符', 'Count'],
  name: ['名称不一', 'Name'],
  absent: ['缺项', 'Absent'],
};

/** The columns of findings that are the same in every plan. */
export const columnWords: Readonly<Record<string, Text>> = {
  required: ['要求', 'Required'],
  done: ['已完成', 'Done'],
  open: ['待完成', 'Open'],
  region: ['地区', 'Region'],
  item: ['项目', 'Item'],
  target: ['目标', 'Target'],
  due: ['时限', 'Due'],
  title: ['标题', 'Title'],
  phrase: ['原文', 'Phrase'],
  body: ['单位', 'Body'],
};
