import { both } from '../../../kernel/text.ts';

export const readinessTexts = both({
  title: ['可检项目', 'Verifiable items'],
  lead: [
    '13 项基本、9 项提升的民生计量项目，逐个器具种类列出现行规程、采用和指定情况；缺什么，写什么。计量标准与人员资格在检定记录上另行把关。',
    'The 13 basic and 9 enhanced items, kind by kind: the procedure that holds, its adoption and the designation, and what is missing. Standards and qualified persons are asked for at the record.',
  ],
  institute: ['检定机构', 'Institute'],
  chooseInstitute: ['请选择检定机构', 'Choose an institute'],
  summary: [
    '{day}：可检 {all} 项，部分可检 {some} 项，待确认 {none} 项',
    '{day}: {all} verifiable, {some} in part, {none} to be confirmed',
  ],
  item: ['民生计量项目', 'Item'],
  state: ['项目', 'State'],
  kind: ['器具种类', 'Kind of instrument'],
  procedure: ['现行规程', 'Procedure in force'],
  missing: ['状态', 'What is missing'],
  regions: ['指定地区', 'Designated for'],
  until: ['适用至 {day}', 'until {day}'],
  openLimits: ['{n} 项限值须在采用时填写', '{n} limits to be entered at the adoption'],
  others: ['附件项目之外的种类', 'Kinds outside the annex'],
});
