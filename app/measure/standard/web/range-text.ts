import { both } from '../../../kernel/text.ts';

export const rangeTexts = both({
  section: ['用于判定的范围', 'Ranges to judge by'],
  lead: [
    '检定时把记录所用的标准器的值与此范围比较：在范围之外的记录不能提交',
    'The values of the standard that a record used are compared with these: a record outside of them is not received',
  ],
  taken: ['取自“测量范围”文字；与证书不符时请登记', 'Taken from the text of the range; state them where the certificate says otherwise'],
  none: [
    '未登记：文字中读不出确定的范围，使用是否超出范围不作判定',
    'Not stated: the text gives no range without doubt, and whether the standard is used outside of it is not judged',
  ],
  since: ['自 {day} 起', 'since {day}'],
  read: ['读作', 'Read as'],
  import: ['导入测量范围', 'Import ranges'],
  importLead: [
    '先导出标准器台账，填写“用于判定的范围”一栏（多个范围用分号隔开），再选择文件。空白的行不改动；有一行有误即全部不导入。',
    'Export the register, fill the column “Ranges to judge by” (semicolons between several), then choose the file. Blank rows change nothing; one wrong row and nothing is imported.',
  ],
  choose: ['选择文件', 'Choose a file'],
  sending: ['正在导入', 'Importing'],
  imported: ['已登记 {n} 台，未变 {same} 台，空白 {empty} 行', '{n} stated, {same} unchanged, {empty} rows blank'],
  row: ['第 {n} 行', 'row {n}'],
});
