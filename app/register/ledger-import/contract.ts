import { z } from 'zod';
import { Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../event/contract.ts';
import { InstrumentId } from '../instrument/contract.ts';
import { largestUploadBytes } from './rules/limits.ts';
import { importStatusNames, rowVerdictNames, type ImportDecision } from './rules/states.ts';

export const LedgerImportId = id('ledger import');
export type LedgerImportId = z.infer<typeof LedgerImportId>;

export const ledgerImportProblems = problems('ledgerImport', {
  unreadable: {
    kind: 'unsupported',
    text: ['文件不能读取', 'The file cannot be read'],
    next: ['请按提示处理后重新上传；可下载模板对照', 'Do what the note says and upload it again; compare it with the template'],
  },
  notNow: {
    kind: 'conflict',
    text: ['该导入的当前状态不能办理此事项', 'The state of this import does not allow it'],
    next: ['请刷新页面查看进度', 'Reload the page to see its progress'],
  },
  nothingChosen: {
    kind: 'invalid',
    text: ['没有选中可导入的行', 'No row that could be imported is chosen'],
    next: ['请选择“新增”或“变更”的行', 'Choose rows that are new or changed'],
  },
});

/** A sentence of the reader's language. */
const Sentence = z.string();
export const RowRemark = z.object({ field: z.string(), label: z.string(), refuses: z.boolean(), text: Sentence });
const decisions = ['apply', 'resume', 'abandon'] as const satisfies readonly ImportDecision[];

const LedgerImport = z.object({
  id: LedgerImportId,
  fileName: z.string(),
  sizeBytes: z.number().int(),
  format: z.enum(['xlsx', 'csv']).nullable(),
  organization: z.string(),
  person: z.string(),
  manyHolders: z.boolean(),
  registerHolders: z.boolean(),
  status: z.enum(importStatusNames),
  refusal: Sentence.nullable(),
  counts: z.object({
    rows: z.number().int(),
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    warned: z.number().int(),
    chosen: z.number().int(),
    applied: z.number().int(),
    open: z.number().int(),
  }),
  recordedAt: Instant,
  comparedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  demonstration: z.boolean(),
});
export type LedgerImport = z.infer<typeof LedgerImport>;

const LedgerImportDetails = LedgerImport.extend({
  notices: z.array(Sentence),
  columns: z.array(z.object({ field: z.string(), label: z.string(), heading: z.string() })),
  allowed: z.array(z.enum(decisions)),
  timeline: z.array(TimelineEvent),
});
export type LedgerImportDetails = z.infer<typeof LedgerImportDetails>;

const LedgerImportRow = z.object({
  row: z.number().int(),
  verdict: z.enum(rowVerdictNames).nullable(),
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  maker: z.string(),
  holder: z.string().nullable(),
  remarks: z.array(RowRemark),
  /** Of a changed row: field by field, as the ledger has it and as the file says. */
  difference: z.array(z.object({ field: z.string(), label: z.string(), before: z.string().nullable(), after: z.string() })),
  instrumentId: InstrumentId.nullable(),
  appliedAt: Instant.nullable(),
});
export type LedgerImportRow = z.infer<typeof LedgerImportRow>;

const params = z.object({ id: LedgerImportId });
const yesNo = z.enum(['true', 'false']).default('false');

export const ledgerImportEndpoints = {
  downloadLedgerTemplate: endpoint({
    method: 'GET',
    path: '/ledger-imports/template',
    permit: 'ledger-import.manage',
    rows: 'shared',
    summary: ['下载台账导入模板（xlsx）', 'The template of a ledger to import, as xlsx'],
    reply: 'file',
  }),
  listLedgerImports: endpoint({
    method: 'GET',
    path: '/ledger-imports',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['台账导入记录', 'Imports of ledgers'],
    query: z.object({ ...listQuery, status: z.enum(importStatusNames).optional() }),
    reply: pageOf(LedgerImport),
  }),
  readLedgerImport: endpoint({
    method: 'GET',
    path: '/ledger-imports/:id',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['一次导入的比对结果与进度', 'One import: what was found, and how far it is'],
    params,
    reply: LedgerImportDetails,
    problems: [platformProblems.notFound],
  }),
  listLedgerImportRows: endpoint({
    method: 'GET',
    path: '/ledger-imports/:id/rows',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['导入文件各行与台账的差异', 'The rows of the file and how they differ from the ledger'],
    params,
    query: z.object({ ...listQuery, verdict: z.enum(rowVerdictNames).optional(), warned: z.enum(['true', 'false']).optional() }),
    reply: pageOf(LedgerImportRow),
    problems: [platformProblems.notFound],
  }),
  uploadLedger: endpoint({
    method: 'POST',
    path: '/ledger-imports',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['上传台账文件并比对（不改动台账）', 'Upload a ledger and have it compared; the ledger is not changed'],
    query: z.object({
      name: z.string().trim().min(1).max(200),
      manyHolders: yesNo.meta({ description: 'an institute imports for the holders that the rows name by credit code' }),
      registerHolders: yesNo.meta({ description: 'holders not known yet are registered with a row that is imported' }),
    }),
    uploadBytes: largestUploadBytes,
    reply: LedgerImportDetails,
    problems: [platformProblems.tooLarge, ledgerImportProblems.unreadable],
  }),
  applyLedgerImport: endpoint({
    method: 'POST',
    path: '/ledger-imports/:id/application',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['把选中的行写入台账', 'Write the chosen rows into the ledger'],
    params,
    body: z.object({
      choice: z.enum(['all', 'new', 'changed', 'rows']),
      rows: z.array(z.number().int().min(1)).max(10_000).default([]).meta({ description: 'row numbers, where the choice is rows' }),
    }),
    reply: LedgerImportDetails,
    problems: [platformProblems.notFound, ledgerImportProblems.notNow, ledgerImportProblems.nothingChosen],
  }),
  resumeLedgerImport: endpoint({
    method: 'POST',
    path: '/ledger-imports/:id/resumption',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['继续中断的导入（已写入的行不重复）', 'Go on with an import that was interrupted; nothing is written twice'],
    params,
    reply: LedgerImportDetails,
    problems: [platformProblems.notFound, ledgerImportProblems.notNow],
  }),
  abandonLedgerImport: endpoint({
    method: 'POST',
    path: '/ledger-imports/:id/abandonment',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['放弃一次导入（台账不变）', 'Give an import up; the ledger stays as it is'],
    params,
    reply: LedgerImportDetails,
    problems: [platformProblems.notFound, ledgerImportProblems.notNow],
  }),
  downloadRefusedRows: endpoint({
    method: 'GET',
    path: '/ledger-imports/:id/refusals',
    permit: 'ledger-import.manage',
    rows: 'own',
    summary: ['下载不能导入的行（模板格式，备注列写明原因）', 'The rows that were refused, in the template’s layout with the reason'],
    params,
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
};
