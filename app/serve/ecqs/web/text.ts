import { both } from '../../../kernel/text.ts';

export const texts = both({
  exchange: ['e-CQS 文件交换', 'e-CQS files'],
  exchangeLead: [
    '导入 e-CQS 导出的预约单作为强检申请，保留预约单号，使用单位不必再次申请；检定结果按同样的字段导出。',
    'Reservations that e-CQS exports become requests here and keep their number; nobody applies twice. Results go back in the same fields.',
  ],
  about: ['关于文件格式', 'About the files'],
  ledgerHint: ['e-CQS 的台账文件请在“台账导入”中上传。', 'Ledger files of e-CQS are uploaded under ledger imports.'],
  rowWise: [
    '按行办理：一张预约单中正确的行先转为申请，有误的行返回改正；跨种类或区划的预约单分为几份申请，编号后加“#2”等。',
    'Row by row: what is right becomes a request, what is wrong comes back. A reservation of several kinds or regions becomes several requests, numbered #2 and so on.',
  ],
  ledgerImports: ['台账导入', 'Ledger imports'],
  template: ['下载列名模板', 'Download the columns'],
  choose: ['预约单文件', 'The reservation file'],
  formats: ['.xlsx 或 .csv（UTF-8、GBK），不超过 8 MB、2,000 行', '.xlsx or .csv (UTF-8, GBK), at most 8 MB and 2,000 rows'],
  send: ['导入', 'Import'],
  accept: ['同时受理', 'Accept at once'],
  registerHolders: ['登记未知的使用单位（须有正确的代码和名称）', 'Register holders that are not known yet (with code and name)'],
  kind: ['文件未写检定类别的按', 'Rows that do not say the kind of verification are'],
  results: ['结果回传', 'Results'],
  resultsLead: [
    '本机构签发的结果，字段与预约单一致并加检定结论、日期、有效期和证书编号；导出后请自行上传 e-CQS。',
    'What your institute issued, in the fields of the reservation with verdict, days and certificate number; upload the file to e-CQS yourself.',
  ],
  all: ['全部文件', 'All files'],
  refusals: ['下载未能受理的行', 'Download the rows not taken'],
  refusalsHint: [
    '同一格式，备注列写明原因；改正后可直接再次导入',
    'In the same layout with the reason; correct them and import the file again',
  ],
  request: ['查看申请', 'Open the request'],
  registered: ['同时登记入台账', 'Entered into the ledger'],
  pass: ['合格', 'Pass'],
  fail: ['不合格', 'Fail'],
  xlsx: ['导出 Excel', 'Export Excel'],
  csv: ['导出 CSV（UTF-8）', 'Export CSV (UTF-8)'],
  gbk: ['导出 CSV（GBK）', 'Export CSV (GBK)'],
});
