import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { measurementStandardKindNames } from '../rules.ts';
import { rowVerdictNames } from '../rules/register-row.ts';
import { ruleConfidenceNames, ruleTopicNames } from '../rules/validity.ts';
import { MeasurementStandardDetails } from './dossier.ts';
import { measurementStandardProblems as refusals } from './problems.ts';
import { line, reason } from './shapes.ts';

const Row = z.object({
  row: z.number().int(),
  verdict: z.enum(rowVerdictNames),
  name: z.string(),
  institute: z.string(),
  certificateNumber: z.string(),
  validUntil: z.string(),
  /** Why it is refused, or what would change. */
  remarks: z.array(z.tuple([z.string(), z.string()])),
});
const Import = z.object({
  id: z.uuid(),
  state: z.enum(['compared', 'taken', 'discarded']),
  fileName: z.string(),
  fresh: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  person: z.string(),
  recordedAt: Instant,
  takenBy: z.string().nullable(),
  takenAt: Instant.nullable(),
});
export const ImportDetails = Import.extend({ rows: z.array(Row), mayTake: z.boolean() });
export type ImportDetails = z.infer<typeof ImportDetails>;
const params = z.object({ id: z.uuid() });

export const Rule = z.object({
  id: z.uuid(),
  topic: z.enum(ruleTopicNames),
  months: z.number().int(),
  holdsFrom: Day.nullable(),
  holdsTo: Day.nullable(),
  source: z.string(),
  confidence: z.enum(ruleConfidenceNames),
  note: z.string().nullable(),
  person: z.string().nullable(),
  recordedAt: Instant,
});

export const registerEndpoints = {
  downloadRegisterTemplate: endpoint({
    method: 'GET',
    path: '/measurement-standard-imports/template',
    permit: 'measurement-standard.examine',
    rows: 'shared',
    summary: ['计量标准台账模板', 'Template of the register'],
    reply: 'file',
  }),
  compareRegister: endpoint({
    method: 'POST',
    path: '/measurement-standard-imports',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['上传台账并与现有档案比对', 'Upload a register and compare it with what is recorded'],
    body: z.object({ workbook: z.uuid() }),
    reply: ImportDetails,
    problems: [refusals.workbook],
  }),
  listRegisterImports: endpoint({
    method: 'GET',
    path: '/measurement-standard-imports',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['台账导入', 'Imports of the register'],
    query: z.object(listQuery),
    reply: pageOf(Import),
  }),
  readRegisterImport: endpoint({
    method: 'GET',
    path: '/measurement-standard-imports/:id',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['一次导入的比对结果', 'What one import would change'],
    params,
    reply: ImportDetails,
  }),
  downloadRegisterRemarks: endpoint({
    method: 'GET',
    path: '/measurement-standard-imports/:id/workbook',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['原工作簿，备注栏写明每行的结果', 'The workbook with the outcome of each row beside it'],
    params,
    reply: 'file',
  }),
  takeRegister: endpoint({
    method: 'POST',
    path: '/measurement-standard-imports/:id/decision',
    permit: 'measurement-standard.examine',
    rows: 'own',
    summary: ['采用或放弃比对结果', 'Take or discard what was compared'],
    params,
    body: z.object({ take: z.boolean(), reason }),
    reply: ImportDetails,
    problems: [refusals.importTaken, refusals.importStale, refusals.numberTaken],
  }),
  listTakeableEntries: endpoint({
    method: 'GET',
    path: '/measurement-standard-entries',
    permit: 'measurement-standard.read',
    rows: 'own',
    summary: ['可转入档案的社会公用计量标准登记', 'Entries of public measurement standards without a dossier'],
    query: z.object(listQuery),
    reply: pageOf(
      z.object({
        id: z.uuid(),
        title: z.string(),
        documentNumber: z.string(),
        organization: z.string(),
        keeper: z.string().nullable(),
        since: Day,
        until: Day.nullable(),
        mayTakeOver: z.boolean(),
      }),
    ),
  }),
  takeOverEntry: endpoint({
    method: 'POST',
    path: '/measurement-standard-entries/:id/dossier',
    permit: 'measurement-standard.manage',
    rows: 'own',
    summary: ['将登记转入计量标准档案', 'Take an entry over into a dossier'],
    params,
    body: z.object({ quantity: z.string().trim().min(1).max(60), kind: z.enum(measurementStandardKindNames).default('public') }),
    reply: MeasurementStandardDetails,
    problems: [refusals.notAcceptedEntry, refusals.notAnInstitute, refusals.numberTaken],
  }),
  listValidityRules: endpoint({
    method: 'GET',
    path: '/measurement-standard-rules',
    permit: 'measurement-standard.read',
    rows: 'shared',
    summary: ['有效期与复查申请提前量的规定', 'Rules of the validity and of the re-examination'],
    reply: z.object({ items: z.array(Rule), mayRecord: z.boolean() }),
  }),
  recordValidityRule: endpoint({
    method: 'POST',
    path: '/measurement-standard-rules',
    permit: 'measurement-standard.examine',
    rows: 'shared',
    summary: ['登记一条规定', 'Record a rule'],
    body: z.object({
      topic: z.enum(ruleTopicNames),
      months: z.number().int().min(1).max(240),
      holdsFrom: Day.nullable().default(null),
      holdsTo: Day.nullable().default(null),
      source: line,
      confidence: z.enum(ruleConfidenceNames),
      note: line.nullable().default(null),
      reason,
    }),
    reply: Rule,
    problems: [refusals.partWrong],
  }),
};
