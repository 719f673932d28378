import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { problems } from '../../../kernel/problem.ts';
import { confidenceNames, rangeVerdictNames } from '../rules/edge.ts';
import { ratioKindNames, ratioVerdictNames } from '../rules/ratio.ts';
import { schemeNames } from '../rules/scheme-data.ts';
import { stepVerdictNames } from '../rules/tier.ts';
import { findingCodeNames, levelNames, nodeKindNames, standingNames } from '../rules/graph.ts';

export const ReferenceId = id('traceability reference');
export const LinkId = id('traceability link');

export const traceabilityProblems = problems('traceability', {
  loop: {
    kind: 'conflict',
    text: ['这样登记会使溯源回到自身', 'This would make it traceable to itself'],
    next: ['请核对上一级证书的编号与出具机构', 'Check number and issuer of the certificate of the level above'],
  },
  linked: {
    kind: 'conflict',
    text: ['已登记过这一上一级', 'This level above is recorded already'],
    next: ['无需重复登记', 'Nothing to do'],
  },
  referenceTaken: {
    kind: 'conflict',
    text: ['本机构已登记该出具机构的这一证书编号', 'The institute has recorded this number of this issuer already'],
    next: ['请选用已登记的上一级', 'Choose the level that is recorded'],
  },
  referenceWrong: {
    kind: 'invalid',
    text: ['上一级的信息不完整或有误', 'What is said of the level above is incomplete or wrong'],
    next: ['请按标出的栏目补正', 'Correct the fields that are marked'],
  },
  above: {
    kind: 'invalid',
    text: ['计量基准或 SI 单位复现之上不再有上一级', 'Nothing stands above a primary standard or the SI'],
    next: ['请核对级别', 'Check the level'],
  },
});

export const Start = z.enum([...nodeKindNames, 'standard', 'instrument']);
export type Start = z.infer<typeof Start>;

const uncertainty = z.object({ value: z.string(), unit: z.string(), k: z.string().nullable() }).nullable();
export const ChainNode = z.object({
  kind: z.enum(nodeKindNames),
  id: z.uuid(),
  number: z.string(),
  issuer: z.string(),
  from: Day,
  until: Day.nullable(),
  endedOn: Day.nullable(),
  level: z.enum(levelNames).nullable(),
  quantity: z.string().nullable(),
  uncertainty,
  /** As the certificate prints it; null: none, or another institute’s. */
  accuracyClass: z.string().nullable(),
  /** What was calibrated; null: it is another institute's, and its papers are not published again. */
  item: z.string().nullable(),
  serial: z.string().nullable(),
  standardId: z.uuid().nullable(),
  digest: z.string().nullable(),
  logIndex: z.number().int().nullable(),
  own: z.boolean(),
  /** Steps above the beginning. */
  height: z.number().int(),
});
export type ChainNode = z.infer<typeof ChainNode>;

const confidence = z.enum(confidenceNames);
/** How the level above stands in the hierarchy scheme; marks and source are told to those who see both papers. */
const EdgeStep = z.object({
  verdict: z.enum(stepVerdictNames),
  scheme: z.enum(schemeNames).nullable(),
  lower: z.string().nullable(),
  upper: z.string().nullable(),
  skipped: z.array(z.string()),
  confidence,
});
/** What is stated above divided by what is stated below; a limit only where a source asks for one. */
const EdgeRatio = z
  .object({
    kind: z.enum(ratioKindNames),
    figure: z.string(),
    limit: z.string().nullable(),
    source: z.string().nullable(),
    confidence,
    verdict: z.enum(ratioVerdictNames),
    detail: z.string(),
  })
  .nullable();
/** Where on its range the certificate used the standard; null: not a use of a standard, or another institute’s. */
const EdgeRange = z
  .object({ verdict: z.enum(rangeVerdictNames), standards: z.string(), values: z.array(z.string()), open: z.array(z.string()) })
  .nullable();

const NodeId = z.object({ kind: z.enum(nodeKindNames), id: z.uuid() });
export const ChainEdge = z.object({
  lower: NodeId,
  upper: NodeId,
  usedOn: Day,
  role: z.string().nullable(),
  isIdentity: z.boolean(),
  validThen: z.boolean(),
  step: EdgeStep,
  ratio: EdgeRatio,
  range: EdgeRange,
});
export type ChainEdge = z.infer<typeof ChainEdge>;
export const ChainFinding = z.object({
  code: z.enum(findingCodeNames),
  node: NodeId,
  above: NodeId.nullable(),
  detail: z.string(),
  text: z.string(),
});
export const Chain = z.object({
  start: NodeId,
  standing: z.enum(standingNames),
  knownAt: Instant,
  nodes: z.array(ChainNode),
  edges: z.array(ChainEdge),
  findings: z.array(ChainFinding),
  /** More than is shown: a chain of so many nodes is cut. */
  cut: z.boolean(),
});
export type Chain = z.infer<typeof Chain>;

const Reference = z.object({
  id: ReferenceId,
  institute: z.object({ id: OrganizationId, name: z.string() }),
  level: z.enum(levelNames),
  quantity: z.string(),
  item: z.string(),
  number: z.string(),
  issuer: z.string(),
  calibratedOn: Day,
  validUntil: Day.nullable(),
  uncertainty,
  accuracyClass: z.string().nullable(),
  above: z.number().int(),
  below: z.number().int(),
  demonstration: z.boolean(),
  recordedAt: Instant,
});

const Resting = z.object({
  certificateId: z.uuid(),
  number: z.string(),
  testedOn: Day,
  validUntil: Day.nullable(),
  issuer: z.string(),
  instrument: z.string().nullable(),
  serial: z.string().nullable(),
  status: z.string(),
  /** Through which calibration it rests on the node. */
  through: z.string(),
});

export const StandardFinding = z.object({
  institute: z.string(),
  standardId: z.uuid(),
  standard: z.string(),
  calibration: z.string(),
  standing: z.enum(standingNames),
  code: z.enum(findingCodeNames),
  detail: z.string(),
  text: z.string(),
});
export type StandardFinding = z.infer<typeof StandardFinding>;

const place = z.object({ kind: Start, id: z.uuid() });
const moment = { asOf: Day.optional(), knownAt: Instant.optional() };
const findingFilter = { code: z.enum(findingCodeNames).optional(), institute: OrganizationId.optional(), asOf: Day.optional() };
const reason = z.string().trim().min(2).max(300);
const text = (most: number) => z.string().trim().min(1).max(most);

export const graphEndpoints = {
  readChain: endpoint({
    method: 'GET',
    path: '/traceability/nodes/:kind/:id/chain',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['向上的溯源链：直到计量基准或 SI', 'The chain upwards, to a primary standard or the SI'],
    params: place,
    query: z.object(moment),
    reply: Chain,
  }),
  printChain: endpoint({
    method: 'GET',
    path: '/traceability/nodes/:kind/:id/proof',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['溯源证明（JSON 或 PDF）', 'The chain as a proof, as JSON or PDF'],
    params: place,
    query: z.object({ ...moment, format: z.enum(['json', 'pdf']).default('json') }),
    reply: 'file',
  }),
  printCertificateChain: endpoint({
    method: 'GET',
    path: '/public/certificates/:number/chain',
    permit: 'public',
    rows: 'shared',
    summary: ['凭校验码索取一份证书的溯源证明', 'The proof of a certificate’s chain, for who has its check code'],
    params: z.object({ number: z.string().max(40) }),
    query: z.object({ check: z.string().min(1).max(40) }),
    reply: 'file',
    perMinute: 30,
  }),
  listRestingCertificates: endpoint({
    method: 'GET',
    path: '/traceability/nodes/:kind/:id/certificates',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['向下：依据它出具的证书，含经由其他标准器的', 'What rests on it, directly or through other standards'],
    params: place,
    query: z.object({ ...listQuery, from: Day.optional(), to: Day.optional(), direct: z.enum(['true', 'false']).default('false') }),
    reply: pageOf(Resting),
  }),
  findNodes: endpoint({
    method: 'GET',
    path: '/traceability/nodes',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['按证书编号查找', 'Nodes by the number of a certificate'],
    query: z.object({ q: z.string().trim().min(2).max(100) }),
    reply: z.object({ items: z.array(ChainNode) }),
  }),
  listChainFindings: endpoint({
    method: 'GET',
    path: '/traceability/chain-findings',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['在用标准器溯源链中的问题', 'What is wrong with the chains of standards in use'],
    query: z.object({ limit: listQuery.limit, after: listQuery.after, ...findingFilter }),
    reply: pageOf(StandardFinding).extend({
      examined: z.number().int(),
      whole: z.number().int(),
      /** How many of their last certificates were looked at for the ranges of the standards, and of each standard at most how many. */
      usesExamined: z.number().int(),
      usesEach: z.number().int(),
    }),
  }),
  downloadChainFindings: endpoint({
    method: 'GET',
    path: '/traceability/chain-findings/workbook',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['溯源链问题（Excel）', 'The same as a workbook'],
    query: z.object(findingFilter),
    reply: 'file',
  }),
  listReferences: endpoint({
    method: 'GET',
    path: '/traceability/references',
    permit: 'traceability.read',
    rows: 'own',
    summary: ['已登记的平台之外的上一级', 'Levels outside that are recorded'],
    query: z.object({ ...listQuery, level: z.enum(levelNames).optional() }),
    reply: pageOf(Reference),
  }),
  recordReference: endpoint({
    method: 'POST',
    path: '/traceability/references',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['登记平台之外的上一级，按其证书所载', 'Record a level outside, as its certificate says'],
    body: z.object({
      level: z.enum(levelNames),
      quantity: text(40),
      item: text(120),
      number: text(80),
      issuer: text(120),
      calibratedOn: Day,
      validUntil: Day.nullable().default(null),
      value: text(40).nullable().default(null).meta({ description: 'expanded uncertainty as decimal text' }),
      unit: text(20).nullable().default(null),
      coverageFactor: text(20).nullable().default(null),
      accuracyClass: text(40).nullable().default(null).meta({ description: 'class or order (等) as its certificate prints it' }),
    }),
    reply: Reference,
    problems: [traceabilityProblems.referenceTaken, traceabilityProblems.referenceWrong],
  }),
  linkReference: endpoint({
    method: 'POST',
    path: '/traceability/links',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['登记一次溯源所依据的上一级', 'Record on which level above a calibration rests'],
    body: z.object({ lower: z.object({ kind: z.enum(['calibration', 'reference']), id: z.uuid() }), referenceId: ReferenceId }),
    reply: z.object({ id: LinkId }),
    problems: [traceabilityProblems.loop, traceabilityProblems.linked, traceabilityProblems.above],
  }),
  withdrawLink: endpoint({
    method: 'POST',
    path: '/traceability/links/:id/withdrawal',
    permit: 'traceability.record',
    rows: 'own',
    summary: ['撤销误登的上一级', 'Withdraw a level that was recorded by mistake'],
    params: z.object({ id: LinkId }),
    body: z.object({ reason }),
    reply: z.object({ id: LinkId }),
  }),
};
