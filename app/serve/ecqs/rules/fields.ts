/**
 * The columns of e-CQS files. The layout of its own files is not published: the names are those of public guides of its users
 * (乌审旗, 许昌), so that headings are understood by meaning and whatever is not known is named to whoever imports.
 */
import type { Text } from '../../../kernel/text.ts';
import type { Field } from '../../../register/ledger-import/rules/field.ts';
import { ledgerFields } from '../../../register/ledger-import/rules/ledger-fields.ts';

export const layoutSource = {
  text: [
    'e-CQS 文件的准确格式未公开，列名依据公开的办事指南整理（可信度：低）；表头按含义识别，未识别的列会列出。本平台与 e-CQS 没有联网接口，只交换文件。',
    'The exact layout of e-CQS files is not published; the columns follow public guides (confidence: low). Headings are understood by meaning, unknown columns are named. There is no live interface to e-CQS: files are exchanged.',
  ] as Text,
  confidence: 'low',
} as const;

const ofLedger = (id: string): Field => {
  const found = ledgerFields.find((field) => field.id === id);
  if (found === undefined) throw new Error(`the ledger has no field ${id}`);
  return found;
};

/** The columns of a reservation 预约单, one instrument a row. */
export const reservationFields: readonly Field[] = [
  ofLedger('number'),
  {
    id: 'reservation',
    label: ['预约单号', 'Reservation number'],
    synonyms: ['预约编号', '预约单编号', '预约号', '申请单号', '申请编号', '业务编号'],
    type: 'code',
    required: true,
    most: 60,
  },
  {
    ...ofLedger('holderName'),
    label: ['申请单位', 'Applicant'],
    synonyms: ['使用单位', '单位名称', '申请单位名称', '使用单位名称', '送检单位'],
    required: true,
  },
  { ...ofLedger('creditCode'), required: true },
  { ...ofLedger('name') },
  { id: 'discipline', label: ['项别', 'Category'], synonyms: ['目录项别', '一级目录', '项目类别'], type: 'text', most: 60 },
  { id: 'subcategory', label: ['种别', 'Subcategory'], synonyms: ['目录种别', '二级目录', '器具种别'], type: 'text', most: 60 },
  { ...ofLedger('model') },
  { ...ofLedger('measuringRange') },
  { ...ofLedger('accuracyClass') },
  { ...ofLedger('serial') },
  { ...ofLedger('maker') },
  { id: 'origin', label: ['产地', 'Origin'], synonyms: ['原产地', '生产地', '国别'], type: 'text', most: 60 },
  {
    ...ofLedger('place'),
    label: ['安装/使用地点', 'Place of use'],
    synonyms: ['安装地点', '使用地点', '安装（使用）地点', '安装使用地点', '使用地址'],
  },
  { ...ofLedger('region') },
  { id: 'count', label: ['数量', 'Quantity'], synonyms: ['台数', '器具数量', '件数'], type: 'count' },
  { ...ofLedger('use') },
  {
    id: 'whereDone',
    label: ['送检方式', 'Where it is verified'],
    synonyms: ['检定方式', '检定地点', '受检方式', '服务方式'],
    type: 'choice',
    choices: [
      { value: 'institute', text: ['送检', 'At the institute'], synonyms: ['自送', '送样', '实验室检定', '客户送检', '送机构检定'] },
      { value: 'on-site', text: ['现场检定', 'On site'], synonyms: ['现场', '上门检定', '上门', '下厂'] },
    ],
  },
  {
    id: 'verificationKind',
    label: ['检定类别', 'Kind of verification'],
    synonyms: ['检定性质', '检定类型', '首次/后续'],
    type: 'choice',
    choices: [
      { value: 'initial', text: ['首次检定', 'Initial'], synonyms: ['首检', '首次'] },
      { value: 'subsequent', text: ['后续检定', 'Subsequent'], synonyms: ['周期检定', '后续', '周检'] },
    ],
  },
  { id: 'appliedOn', label: ['申请日期', 'Applied on'], synonyms: ['预约日期', '申请时间', '提交日期', '预约时间'], type: 'day' },
  { ...ofLedger('ecqsNumber') },
  ofLedger('remark'),
];

/** What a result adds to the columns of a reservation. */
export const resultColumns: readonly { readonly id: string; readonly label: Text }[] = [
  { id: 'conclusion', label: ['检定结论', 'Verdict'] },
  { id: 'testedOn', label: ['检定日期', 'Verified on'] },
  { id: 'validUntil', label: ['有效期至', 'Valid until'] },
  { id: 'certificateNumber', label: ['证书编号', 'Certificate number'] },
  { id: 'institute', label: ['检定机构', 'Institute'] },
];

export const rowOutcomes = {
  requested: ['已转为申请', 'Requested'],
  repeated: ['已有申请', 'Requested already'],
  refused: ['未能受理', 'Not taken'],
} as const satisfies Record<string, Text>;
export type RowOutcome = keyof typeof rowOutcomes;
export const rowOutcomeNames = Object.keys(rowOutcomes) as [RowOutcome, ...RowOutcome[]];

/**
 * A reservation of several kinds or regions becomes several requests here, since each is designated by itself; the first bears its
 * number, the others the number with a running one behind.
 *
 * @example requestNumber('YY2026001', 2) // 'YY2026001#2'
 */
export const requestNumber = (reservation: string, n: number): string => (n === 1 ? reservation : `${reservation}#${n}`);

/** The reservation that a request's number stands for. @example reservationOf('YY2026001#2') // 'YY2026001' */
export const reservationOf = (number: string): string => number.replace(/#\d+$/, '');

const names = new Map(reservationFields.map((field) => [field.id, field.label]));
export const fieldLabel = (id: string): Text => names.get(id) ?? [id, id];
