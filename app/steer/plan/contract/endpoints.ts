import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FileId, id } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { platformProblems } from '../../../kernel/problem.ts';
import { FileCard } from '../../../register/file/contract.ts';
import { resolutionNames, settledNames } from '../rules/settlement.ts';
import { Bilingual, Definition, PlanDocument, Sentence } from './document.ts';
import { Finding, FindingRule } from './finding.ts';

export const SettlementId = id('settlement');
export const DefinitionDecisionId = id('definitionDecision');

const Resolution = z.enum(resolutionNames);
const DocumentNumber = z.string().trim().min(4).max(60).nullable().default(null).meta({ description: 'as 通政办发〔2026〕12号' });
const files = z.array(FileId).max(10).default([]);

const Settlement = z.object({
  id: SettlementId,
  resolution: Resolution,
  reason: z.string(),
  documentNumber: z.string().nullable(),
  by: z.object({ name: z.string(), organization: z.string() }),
  at: Instant,
});
export type Settlement = z.infer<typeof Settlement>;

export const Difference = Finding.extend({
  place: z.object({ source: Bilingual, row: Bilingual, column: Bilingual }).meta({ description: 'where it stands, in words' }),
  resolution: Resolution,
  settlement: Settlement.nullable().meta({ description: 'the last one; null when nobody has settled it' }),
  allowed: z.array(z.enum(['settle', 'reopen'])),
});
export type Difference = z.infer<typeof Difference>;

const DifferenceDetails = Difference.extend({
  sentences: z.array(Sentence).meta({ description: 'what the document prints there' }),
  history: z
    .array(Settlement.extend({ finding: Finding.meta({ description: 'what the finding said then' }), files: z.array(FileCard) }))
    .meta({ description: 'every settlement, the last one first' }),
});
export type DifferenceDetails = z.infer<typeof DifferenceDetails>;

const differenceFilter = {
  q: listQuery.q,
  rule: FindingRule.optional(),
  source: z.string().max(40).optional().meta({ description: 'a table or a clause' }),
  settled: z.enum(['true', 'false']).optional(),
};

const DefinitionDecision = z.object({
  id: DefinitionDecisionId,
  meaning: z.string(),
  meaningEn: z.string().nullable(),
  evidence: z.string(),
  documentNumber: z.string().nullable(),
  files: z.array(FileCard),
  by: z.object({ name: z.string(), organization: z.string() }),
  at: Instant,
});
export type DefinitionDecision = z.infer<typeof DefinitionDecision>;

const DefinitionRecord = Definition.omit({ status: true }).extend({
  clause: z.string(),
  text: z.string().meta({ description: 'the printed sentence' }),
  textEn: z.string().nullable(),
  status: z.enum(['undefined', 'defined']),
  versions: z.array(DefinitionDecision).meta({ description: 'every version, the one in force first' }),
  allowed: z.array(z.enum(['decide'])),
});
export type DefinitionRecord = z.infer<typeof DefinitionRecord>;

const difference = z.object({ id: z.string().max(80) });
const stale = [platformProblems.notFound, platformProblems.stale];

export const planEndpoints = {
  readPlan: endpoint({
    method: 'GET',
    path: '/plan',
    permit: 'plan.read',
    rows: 'shared',
    summary: ['规划文件：逐句、指标、任务、附表', 'The plan document: sentences, indicators, tasks, tables'],
    reply: PlanDocument,
  }),
  searchSentences: endpoint({
    method: 'GET',
    path: '/plan/sentences',
    permit: 'plan.read',
    rows: 'shared',
    summary: ['在规划原文中查找', 'Search the text of the plan'],
    query: z.object({ ...listQuery, clause: z.string().max(40).optional() }),
    reply: pageOf(Sentence),
  }),
  listDifferences: endpoint({
    method: 'GET',
    path: '/plan/differences',
    permit: 'plan.compare',
    rows: 'shared',
    summary: ['待核实差异', 'Differences to be settled'],
    query: z.object({ ...listQuery, ...differenceFilter }),
    reply: pageOf(Difference),
  }),
  exportDifferences: endpoint({
    method: 'GET',
    path: '/plan/differences/export',
    permit: 'plan.compare',
    rows: 'shared',
    summary: ['导出待核实差异（xlsx）', 'Export the differences (xlsx)'],
    query: z.object(differenceFilter),
    reply: 'file',
  }),
  readDifference: endpoint({
    method: 'GET',
    path: '/plan/differences/:id',
    permit: 'plan.compare',
    rows: 'shared',
    summary: ['一处差异及其处理经过', 'One difference and how it was settled'],
    params: difference,
    reply: DifferenceDetails,
    problems: [platformProblems.notFound],
  }),
  settleDifference: endpoint({
    method: 'POST',
    path: '/plan/differences/:id/settlements',
    permit: 'plan.settle',
    rows: 'shared',
    summary: ['处理一处差异', 'Settle a difference'],
    params: difference,
    body: z.object({
      resolution: z.enum(settledNames),
      reason: z.string().trim().min(5).max(1000),
      documentNumber: DocumentNumber,
      files,
      supersedes: SettlementId.nullable()
        .default(null)
        .meta({ description: 'the settlement that the person saw; null when there was none' }),
    }),
    reply: DifferenceDetails,
    problems: stale,
  }),
  reopenDifference: endpoint({
    method: 'POST',
    path: '/plan/differences/:id/reopening',
    permit: 'plan.settle',
    rows: 'shared',
    summary: ['重新打开一处差异', 'Reopen a difference'],
    params: difference,
    body: z.object({ reason: z.string().trim().min(5).max(1000), supersedes: SettlementId }),
    reply: DifferenceDetails,
    problems: stale,
  }),
  listDefinitions: endpoint({
    method: 'GET',
    path: '/plan/definitions',
    permit: 'plan.read',
    rows: 'shared',
    summary: ['定义记录：没有数字的提法如何认定', 'Definition records: what words without a number mean here'],
    query: z.object({ ...listQuery, defined: z.enum(['true', 'false']).optional() }),
    reply: pageOf(DefinitionRecord),
  }),
  decideDefinition: endpoint({
    method: 'POST',
    path: '/plan/definitions/:id/decisions',
    permit: 'plan.settle',
    rows: 'shared',
    summary: ['认定一个提法的含义（各版保留）', 'Decide what the words mean; every version is kept'],
    params: z.object({ id: z.string().max(80) }),
    body: z.object({
      meaning: z.string().trim().min(5).max(2000),
      meaningEn: z.string().trim().min(5).max(2000).nullable().default(null),
      evidence: z.string().trim().min(2).max(1000).meta({ description: 'what proves that it is reached' }),
      documentNumber: DocumentNumber,
      files,
      supersedes: DefinitionDecisionId.nullable().default(null).meta({ description: 'the version that the person saw' }),
    }),
    reply: DefinitionRecord,
    problems: stale,
  }),
};
