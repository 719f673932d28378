import { inLanguage, type Language, type Text } from '../../../../kernel/text.ts';
import { instrumentKinds, instrumentUses } from '../../../instrument/rules.ts';

/** The example of the template; the word in its first column keeps it from being imported. */
export const sample = (language: Language): Record<string, string> => ({
  number: inLanguage(['示例', 'example'], language),
  kind: inLanguage(instrumentKinds['price-computing-scale'].text, language),
  name: '电子计价秤',
  model: 'ACS-30',
  serial: '00123456',
  maker: '（示例）衡器有限公司',
  measuringRange: '0 kg～30 kg',
  accuracyClass: 'III',
  holderName: '（示例）菜市场',
  place: '一楼 12 号摊位',
  use: inLanguage(instrumentUses.trade, language),
  verifiedOn: '2026-03-05',
  dueOn: '2027-03-04',
  certificateNumber: '示例-2026-0001',
  verifiedBy: '（示例）计量检定测试所',
  manufacturedOn: '2025-11',
  remark: inLanguage(['示例行不导入，请从下一行填写', 'The example is not imported; fill in from the next row'], language),
});

/** The sheet of help: Chinese in the first column, English in the second. */
export const helpLines: readonly Text[] = [
  ['计量器具台账导入说明', 'How a ledger of instruments is imported'],
  [
    '一台器具一行；带 * 的列必填；列可以增减、换序，表头用常见叫法也能识别',
    'One row for one instrument; columns with * are required; columns may be left out or reordered, usual headings are understood',
  ],
  [
    '上传后先比对：新增、变更、无变化、不能导入；选定后才写入台账，空白单元格不清除台账原有内容',
    'An upload is compared first: new, changed, unchanged, not importable. Nothing is written before you choose; an empty cell clears nothing',
  ],
  [
    '器具依次按器具编码、e-CQS 编号、（使用单位、生产厂家、型号规格、出厂编号）识别',
    'An instrument is found by its code for life, its e-CQS number, or holder, maker, model and serial number',
  ],
  [
    '上次检定信息为使用单位自报，仅供到期提醒，不作为本平台的检定证据',
    'The last verification is what the holder reports: it serves reminders and is no evidence of this platform',
  ],
  [
    '不能导入的行可下载为同一格式的工作簿，改正后直接再次导入',
    'Rows that are refused come back in the same layout; correct them and import the file again',
  ],
  [
    '上限：200,000 行、60 列、每格 2,000 字、文件 64 MB；支持 .xlsx 和 .csv（UTF-8、GBK）',
    'At most 200,000 rows, 60 columns, 2,000 characters a cell, 64 MB; .xlsx and .csv (UTF-8, GBK)',
  ],
];
