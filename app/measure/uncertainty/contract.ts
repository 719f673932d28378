import { z } from 'zod';
import { Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { versionStateNames } from './rules/life-cycle.ts';
import { evaluationStateNames } from './rules/standing.ts';

export const UncertaintyId = id('uncertainty');
const State = z.enum(versionStateNames);
const VersionNumber = z.coerce.number().int().min(1).max(9999);
const Citation = z
  .string()
  .regex(/^UE\d{6}-\d{4}-\d{4,7}\.[1-9]\d{0,3}$/)
  .meta({ description: 'how one version is cited: UE320685-2026-0001.2' });

/** The most trials that saving computes again: they take about a second. More are for the command line. */
export const mostTrials = 10_000_000;
/** The longest model file that is kept, in characters. */
export const longestModel = 400_000;

export const uncertaintyProblems = problems('uncertainty', {
  unusable: {
    kind: 'invalid',
    text: ['模型文件有误，没有计算', 'The model cannot be used; nothing was computed'],
    next: ['请按所指位置修改模型', 'Correct the model at the place that is named'],
  },
  tooManyTrials: {
    kind: 'invalid',
    text: ['保存时至多计算10⁷次抽样', 'Saving computes at most 10⁷ trials'],
    next: ['请减少抽样次数，或用自适应抽样；更多次数请用命令行', 'Ask for fewer trials or adaptive ones; the command line takes more'],
  },
  tooLong: {
    kind: 'invalid',
    text: ['计算时间过长，已停止，没有保存', 'The computation took too long and was stopped; nothing was saved'],
    next: ['请减少抽样次数或简化公式', 'Ask for fewer trials or a shorter formula'],
  },
  stale: {
    kind: 'conflict',
    text: ['已有更新的版本', 'There is a later version already'],
    next: ['请打开最新版本，在其上修改', 'Open the latest version and work on that'],
  },
  ended: {
    kind: 'conflict',
    text: ['该版本当前状态不能这样办理', 'The state of this version does not allow it'],
    next: ['请查看其经过；需要时保存新版本', 'See its history; save a new version where needed'],
  },
  ownVersion: {
    kind: 'forbidden',
    text: ['不能发布自己编写的版本', 'Nobody releases a version of their own'],
    next: ['请由另一名技术负责人发布', 'Ask another technical manager to release it'],
  },
});

const Result = z.object({
  name: z.string(),
  value: z.number(),
  u: z.number(),
  k: z.number().nullable(),
  U: z.number().nullable(),
  unit: z.string().nullable(),
  validated: z.boolean().nullable().meta({ description: 'the GUM result agrees with Monte Carlo (JCGM 101 clause 8); null: not compared' }),
});
const Person = z.string().nullable();
const Decision = z.object({ by: Person, at: Instant, reason: z.string().nullable() });

export const VersionCard = z.object({
  number: z.number().int(),
  state: State,
  title: z.string(),
  note: z.string(),
  citation: Citation,
  results: z.array(Result),
  engine: z.string(),
  digest: z.string(),
  by: Person,
  at: Instant,
  release: Decision.nullable(),
  ending: Decision.nullable().meta({ description: 'how it was superseded or withdrawn' }),
});
export type VersionCard = z.infer<typeof VersionCard>;

const Evaluation = z.object({
  id: UncertaintyId,
  code: z.string(),
  title: z.string(),
  organization: z.object({ id: OrganizationId, name: z.string() }),
  latest: VersionCard,
  inForce: z.number().int().nullable().meta({ description: 'the version in force' }),
  recordedAt: Instant,
  demonstration: z.boolean(),
});
export type Evaluation = z.infer<typeof Evaluation>;

const EvaluationPage = Evaluation.extend({
  versions: z.array(VersionCard),
  mayRevise: z.boolean(),
  timeline: z.array(TimelineEvent),
});

const Version = VersionCard.extend({
  evaluation: z.object({
    id: UncertaintyId,
    code: z.string(),
    organization: z.string(),
    latest: z.number().int(),
    inForce: z.number().int().nullable(),
    demonstration: z.boolean(),
  }),
  model: z.string().meta({ description: 'the model file exactly as it was entered' }),
  record: z.string().meta({ description: 'model, answer, engine and seed in canonical JSON (RFC 8785); digest is its SHA-256' }),
  allowed: z.array(z.enum(['release', 'withdraw', 'revise'])),
});
export type Version = z.infer<typeof Version>;

const content = {
  title: z.string().trim().min(2).max(120),
  note: z.string().trim().max(2000).default(''),
  model: z.string().min(2).max(longestModel),
};
const one = z.object({ id: UncertaintyId });
const version = z.object({ id: UncertaintyId, number: VersionNumber });
const computing = [uncertaintyProblems.unusable, uncertaintyProblems.tooManyTrials, uncertaintyProblems.tooLong];

export const uncertaintyEndpoints = {
  listUncertainties: endpoint({
    method: 'GET',
    path: '/uncertainty/evaluations',
    permit: 'uncertainty.read',
    rows: 'own',
    summary: ['不确定度评定', 'Uncertainty evaluations'],
    query: z.object({ ...listQuery, state: z.enum(evaluationStateNames).optional(), institute: OrganizationId.optional() }),
    reply: pageOf(Evaluation),
  }),
  readUncertainty: endpoint({
    method: 'GET',
    path: '/uncertainty/evaluations/:id',
    permit: 'uncertainty.read',
    rows: 'own',
    summary: ['一项评定的各版本与经过', 'One evaluation: its versions and history'],
    params: one,
    reply: EvaluationPage,
  }),
  readUncertaintyVersion: endpoint({
    method: 'GET',
    path: '/uncertainty/evaluations/:id/versions/:number',
    permit: 'uncertainty.read',
    rows: 'own',
    summary: ['一个版本：模型、结果与摘要', 'One version: model, results and digest'],
    params: version,
    reply: Version,
  }),
  exportUncertaintyVersion: endpoint({
    method: 'GET',
    path: '/uncertainty/evaluations/:id/versions/:number/export',
    permit: 'uncertainty.read',
    rows: 'own',
    summary: ['导出评定报告', 'The report of a version, as PDF or workbook'],
    params: version,
    query: z.object({ format: z.enum(['pdf', 'xlsx', 'json']) }),
    reply: 'file',
  }),
  findUncertaintyCitation: endpoint({
    method: 'GET',
    path: '/uncertainty/citations/:citation',
    permit: 'uncertainty.read',
    rows: 'own',
    summary: ['按引用编号查版本', 'The version that a citation names'],
    params: z.object({ citation: Citation }),
    reply: Version,
  }),
  draftUncertainty: endpoint({
    method: 'POST',
    path: '/uncertainty/evaluations',
    permit: 'uncertainty.write',
    rows: 'own',
    summary: ['新建评定并保存第1版（服务器重新计算）', 'Save a new evaluation; the server computes it again'],
    body: z.object(content),
    reply: Version,
    problems: computing,
  }),
  reviseUncertainty: endpoint({
    method: 'POST',
    path: '/uncertainty/evaluations/:id/versions',
    permit: 'uncertainty.write',
    rows: 'own',
    summary: ['保存新版本，旧版本不改', 'Save a new version; the earlier ones stay as they are'],
    params: one,
    body: z.object({
      ...content,
      after: z.number().int().min(1).max(9998).meta({ description: 'the latest version as the writer knows it' }),
    }),
    reply: Version,
    problems: [...computing, uncertaintyProblems.stale],
  }),
  releaseUncertaintyVersion: endpoint({
    method: 'POST',
    path: '/uncertainty/evaluations/:id/versions/:number/release',
    permit: 'uncertainty.release',
    rows: 'own',
    summary: ['发布版本（另一人），原现行版本被代替', 'Release a version, by another person; the one in force before is superseded'],
    params: version,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    reply: Version,
    problems: [uncertaintyProblems.ended, uncertaintyProblems.ownVersion],
  }),
  withdrawUncertaintyVersion: endpoint({
    method: 'POST',
    path: '/uncertainty/evaluations/:id/versions/:number/withdrawal',
    permit: 'uncertainty.write',
    rows: 'own',
    summary: ['停用版本并说明理由', 'Withdraw a version with a reason'],
    params: version,
    body: z.object({ reason: z.string().trim().min(4).max(300) }),
    reply: Version,
    problems: [uncertaintyProblems.ended],
  }),
};
