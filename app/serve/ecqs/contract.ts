import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { InstrumentId } from '../../register/instrument/contract.ts';
import { rowOutcomeNames } from './rules.ts';

export const EcqsImportId = id('e-CQS import');
export const largestReservationBytes = 8 * 1024 * 1024;

export const ecqsProblems = problems('ecqs', {
  unreadable: {
    kind: 'unsupported',
    text: ['预约单文件不能读取', 'The reservation file cannot be read'],
    next: ['请按提示处理后重新上传；可下载模板对照列名', 'Do what the note says and upload it again; compare it with the template'],
  },
});

const EcqsImport = z.object({
  id: EcqsImportId,
  fileName: z.string(),
  person: z.string(),
  counts: z.object({ rows: z.number().int(), requested: z.number().int(), repeated: z.number().int(), refused: z.number().int() }),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type EcqsImport = z.infer<typeof EcqsImport>;

const EcqsRow = z.object({
  row: z.number().int(),
  reservation: z.string().nullable(),
  outcome: z.enum(rowOutcomeNames),
  holder: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  registered: z.boolean(),
  remarks: z.array(z.object({ field: z.string(), label: z.string(), refuses: z.boolean(), text: z.string() })),
  instrumentId: InstrumentId.nullable(),
  requestId: z.uuid().nullable(),
});
export type EcqsRow = z.infer<typeof EcqsRow>;

const EcqsImportDetails = EcqsImport.extend({ notices: z.array(z.string()) });

const EcqsResult = z.object({
  id: z.uuid(),
  reservation: z.string().nullable(),
  holder: z.string(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  passed: z.boolean(),
  testedOn: Day,
  validUntil: Day.nullable(),
  certificateNumber: z.string(),
});
export type EcqsResult = z.infer<typeof EcqsResult>;

const params = z.object({ id: EcqsImportId });
const yesNo = (otherwise: 'true' | 'false') => z.enum(['true', 'false']).default(otherwise);
const period = {
  from: Day.meta({ description: 'first day of issue' }),
  to: Day.meta({ description: 'last day of issue' }),
  only: z.enum(['reserved', 'all']).default('reserved').meta({ description: 'reserved: what came with a reservation number' }),
};

export const ecqsEndpoints = {
  downloadReservationTemplate: endpoint({
    method: 'GET',
    path: '/ecqs-imports/template',
    permit: 'ecqs.exchange',
    rows: 'shared',
    summary: ['下载预约单列名模板（xlsx）', 'The columns of a reservation file, as xlsx'],
    reply: 'file',
  }),
  listReservationImports: endpoint({
    method: 'GET',
    path: '/ecqs-imports',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['已导入的 e-CQS 预约单文件', 'Reservation files of e-CQS that were imported'],
    query: z.object({ ...listQuery }),
    reply: pageOf(EcqsImport),
  }),
  readReservationImport: endpoint({
    method: 'GET',
    path: '/ecqs-imports/:id',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['一个预约单文件的办理结果', 'What became of one reservation file'],
    params,
    reply: EcqsImportDetails,
    problems: [platformProblems.notFound],
  }),
  listReservationRows: endpoint({
    method: 'GET',
    path: '/ecqs-imports/:id/rows',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['预约单文件的各行', 'The rows of a reservation file'],
    params,
    query: z.object({ ...listQuery, outcome: z.enum(rowOutcomeNames).optional() }),
    reply: pageOf(EcqsRow),
    problems: [platformProblems.notFound],
  }),
  importReservations: endpoint({
    method: 'POST',
    path: '/ecqs-imports',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['导入 e-CQS 预约单为强检申请', 'Take the reservations of an e-CQS file as requests'],
    query: z.object({
      name: z.string().trim().min(1).max(200),
      verificationKind: z.enum(['initial', 'subsequent']).default('subsequent').meta({ description: 'of rows that do not say it' }),
      accept: yesNo('true').meta({ description: 'accepted at once' }),
      registerHolders: yesNo('false').meta({ description: 'holders not known yet are registered by their credit code' }),
    }),
    uploadBytes: largestReservationBytes,
    reply: EcqsImportDetails,
    problems: [platformProblems.tooLarge, ecqsProblems.unreadable],
  }),
  downloadRefusedReservations: endpoint({
    method: 'GET',
    path: '/ecqs-imports/:id/refusals',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['下载未能受理的行（同一格式，备注列写明原因）', 'The rows that were not taken, in the same layout with the reason'],
    params,
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
  listEcqsResults: endpoint({
    method: 'GET',
    path: '/ecqs-results',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['待回传 e-CQS 的检定结果', 'Results to be given back to e-CQS'],
    query: z.object({ ...listQuery, ...period }),
    reply: pageOf(EcqsResult),
  }),
  exportEcqsResults: endpoint({
    method: 'GET',
    path: '/ecqs-results/export',
    permit: 'ecqs.exchange',
    rows: 'own',
    summary: ['导出检定结果（e-CQS 字段；xlsx、CSV UTF-8、CSV GBK）', 'Results in the fields of e-CQS, as xlsx or CSV'],
    query: z.object({ ...period, format: z.enum(['xlsx', 'csv', 'csv-gbk']).default('xlsx') }),
    reply: 'file',
  }),
};
