import { both } from '../../../kernel/text.ts';

export const texts = both({
  imports: ['台账导入', 'Ledger imports'],
  importsLead: [
    '从 Excel 或 CSV 导入器具台账：先与现有台账比对，看清新增、变更和不能导入的行，选定后才写入。',
    'A ledger comes from Excel or CSV: it is compared first, and written only where you choose.',
  ],
  upload: ['上传台账', 'Upload a ledger'],
  uploadLead: [
    '上传后先比对，不改动台账。空白单元格不清除台账原有内容；上次检定信息为单位自报，仅供到期提醒。',
    'The upload is compared and changes nothing. Empty cells clear nothing; the last verification is what the holder reports and serves reminders.',
  ],
  template: ['下载模板', 'Download the template'],
  choose: ['选择文件', 'Choose a file'],
  none: ['尚未选择', 'None chosen'],
  chooseLedger: ['台账文件', 'The ledger'],
  formats: ['.xlsx 或 .csv（UTF-8、GBK），不超过 64 MB、200,000 行', '.xlsx or .csv (UTF-8, GBK), at most 64 MB and 200,000 rows'],
  send: ['上传并比对', 'Upload and compare'],
  manyHolders: ['代使用单位导入（按每行的统一社会信用代码）', 'For the holders that the rows name by credit code'],
  registerHolders: ['登记未知的使用单位（须有正确的代码和名称）', 'Register holders that are not known yet (with code and name)'],
  all: ['导入记录', 'All imports'],
  refusals: ['下载不能导入的行', 'Download the refused rows'],
  refusalsHint: [
    '与模板同一格式，备注列写明原因；改正后可直接再次导入',
    'In the layout of the template with the reason; correct them and import the file again',
  ],
  readingNow: ['正在读取并比对，完成后本页自动更新。', 'The file is being read and compared; this page follows by itself.'],
  applyingNow: [
    '正在写入台账：{done} / {all} 行。可以离开本页，中断后会从停下处继续。',
    'Being written: {done} of {all} rows. You may leave; after an interruption it goes on where it stopped.',
  ],
  applied: ['已写入 {n} 行', '{n} rows written'],
  notices: ['文件说明', 'About the file'],
  columns: ['识别的列', 'Columns that were found'],
  rows: ['各行比对结果', 'The rows and what was found'],
  warned: ['需要留意', 'To be looked at'],
  applyRows: ['导入所选', 'Import the chosen'],
  before: ['原为', 'before'],
  empty: ['（空）', '(empty)'],
  inLedger: ['已写入', 'Written'],
  timeline: ['经过', 'History'],
  progress: ['写入进度', 'Progress'],
});

export const happenings = both({
  uploaded: ['上传', 'Uploaded'],
  compared: ['比对完成', 'Compared'],
  unreadable: ['未能读取', 'Could not be read'],
  begun: ['开始写入', 'Writing began'],
  continued: ['继续写入', 'Taken up again'],
  finished: ['写入完成', 'Written'],
  abandoned: ['放弃', 'Given up'],
});
