import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId, id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { FileCard } from '../../register/file/contract.ts';
import { FindingId } from '../traceability/contract/impact-shapes.ts';
import { effectiveStateNames, preconditionNames, shortfallNames } from './rules/effective.ts';
import { cellStateNames, coverKindNames, reportStatusNames } from './rules/life-cycle.ts';

export const CellChangeId = id('capabilityCell');
export const CellState = z.enum(cellStateNames);
export const Basis = z.enum(['document', 'record']).meta({ description: 'document: what the annex printed; record: an accepted change' });
const Name = z.tuple([z.string(), z.string()]).meta({ description: 'Chinese, English' });
const Code = z.string().regex(/^\d{6}$/);
const Item = z
  .string()
  .regex(/^[A-Z]\d{1,2}$/)
  .meta({ description: 'B1 … B13, E1 … E9 in the annex’s order' });

export const capabilityProblems = problems('capability', {
  notNext: {
    kind: 'conflict',
    text: ['该能力格当前状态不能这样变化', 'The cell cannot change like this from its present state'],
    next: [
      '请按 未建、在建、已考核、已授权、在用 的顺序上报',
      'Report the stages in their order: absent, building, examined, authorised, in use',
    ],
  },
  earlierThanLast: {
    kind: 'conflict',
    text: ['生效日期早于已采纳的最近一次变化', 'The date is before the last accepted change'],
    next: ['请核对日期；更正最近一次变化时使用同一日期', 'Check the date; to correct the last change use its own date'],
  },
  pending: {
    kind: 'conflict',
    text: ['该能力格已有一项上报等待审定', 'A report on this cell is waiting for a decision'],
    next: ['请等牵头部门审定后再报', 'Wait until the plan office has decided'],
  },
  future: {
    kind: 'invalid',
    text: ['生效日期不能晚于今天', 'The date is in the future'],
    next: ['请在事实发生后上报', 'Report it once it has happened'],
  },
  unproven: {
    kind: 'invalid',
    text: [
      '考核、授权和在用须写明承担机构、文号并附证明',
      'Examination, authorisation and use need the body, the document number and evidence',
    ],
    next: ['请补充承担机构、文号和附件', 'Add the body, the document number and a file'],
  },
  ownReport: {
    kind: 'forbidden',
    text: ['不能审定自己的上报', 'Nobody decides on a report of their own'],
    next: ['请由另一人审定', 'Ask another person to decide'],
  },
  decided: {
    kind: 'conflict',
    text: ['该上报已经审定', 'The report has been decided already'],
    next: ['无需重复办理', 'Nothing to do'],
  },
  notRecorded: {
    kind: 'notFound',
    text: ['没有载入这张能力清单', 'This list of capabilities has not been loaded'],
    next: ['请核对清单名称', 'Check the name of the list'],
  },
});

const Figures = z.object({ required: z.number().int(), done: z.number().int(), open: z.number().int() });
const Printed = z.object({ required: z.number().int().nullable(), done: z.number().int().nullable(), open: z.number().int().nullable() });

export const MatrixCell = z.object({
  item: Item,
  printed: z.enum(['done', 'open']).nullable(),
  state: CellState.nullable(),
  since: Day.nullable(),
  basis: Basis.nullable(),
  body: z.string().nullable(),
  pending: z.boolean(),
  cover: z.enum(coverKindNames).nullable(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

const Region = z.object({ code: Code, name: Name, annexName: z.string(), printed: Printed });

export const Matrix = z.object({
  plan: z.string(),
  list: z.string(),
  name: Name,
  documentNumber: z.string(),
  baseline: z.string().meta({ description: 'month in which the printed figures held' }),
  asOf: Day,
  knownAt: Instant,
  itemsHeader: z.string(),
  header: z.array(z.string()),
  items: z.array(z.object({ id: Item, mark: z.string(), name: Name })),
  counties: z.array(Region.extend({ effective: Figures, cells: z.array(MatrixCell) })),
  city: Region.nullable().meta({ description: 'counts only: the document does not name the city’s items' }),
  printedTotal: z.array(z.string()).nullable(),
  printedSums: Printed.meta({ description: 'sum of the printed rows, city included' }),
  effectiveTotal: Figures.meta({ description: 'sum of the counties’ rows, recomputed' }),
  inPlace: z.object({ value: z.number().int(), fromDocument: z.number().int(), fromRecords: z.number().int() }),
});
export type Matrix = z.infer<typeof Matrix>;

const Person = z.string().nullable();
export const CellReport = z.object({
  id: CellChangeId,
  list: z.string(),
  region: z.object({ code: Code, name: Name }),
  item: z.object({ id: Item, mark: z.string(), name: Name }),
  state: CellState,
  since: Day,
  body: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  documentNumber: z.string().nullable(),
  files: z.array(FileCard),
  reason: z.string(),
  reportedBy: Person,
  organization: z.string(),
  recordedAt: Instant,
  status: z.enum(reportStatusNames),
  decidedBy: Person,
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  demonstration: z.boolean(),
  mayDecide: z.boolean(),
});
export type CellReport = z.infer<typeof CellReport>;

const Cover = z.object({
  id: z.uuid(),
  kind: z.enum(coverKindNames),
  body: z.string().nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
  documentNumber: z.string().nullable(),
  files: z.array(FileCard),
  reason: z.string(),
  recordedAt: Instant,
});

const Cell = z.object({
  plan: z.string(),
  list: z.string(),
  region: z.object({ code: Code, name: Name }),
  item: z.object({ id: Item, mark: z.string(), name: Name }),
  printed: z.enum(['done', 'open']).nullable(),
  documentNumber: z.string(),
  baseline: z.string(),
  state: CellState.nullable(),
  since: Day.nullable(),
  basis: Basis.nullable(),
  body: z.string().nullable(),
  next: z.array(CellState).meta({ description: 'states that may be reported now' }),
  mayReport: z.boolean(),
  history: z.array(CellReport),
  covers: z.array(Cover),
  timeline: z.array(TimelineEvent),
});
export type Cell = z.infer<typeof Cell>;

const InstrumentKind = z.object({ id: z.string(), name: Name });
const Shortfall = z.object({
  reason: z.enum(shortfallNames),
  kind: InstrumentKind,
  regulation: z.string().nullable(),
  record: z
    .object({
      kind: z.enum(['designation', 'catalogue', 'qualification', 'measurement-standard', 'standard']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    })
    .meta({ description: 'the record that has to be mended; without an id: where such records are kept' }),
});

export const EffectiveCell = z.object({
  region: Code,
  item: Item,
  state: z.enum(effectiveStateNames),
  body: z.string().nullable(),
  kinds: z
    .array(InstrumentKind.extend({ inScope: z.boolean() }))
    .meta({ description: 'kinds of instruments of the item; those in the scope of the body must all be served' }),
  reasons: z.array(Shortfall).meta({ description: 'why it is not effective on the day' }),
  falls: z
    .object({ day: Day, reasons: z.array(Shortfall) })
    .nullable()
    .meta({ description: 'the first day on which it is no longer effective if nothing is done, and what is missing then' }),
});
export type EffectiveCell = z.infer<typeof EffectiveCell>;

export const EffectiveMatrix = z.object({
  plan: z.string(),
  list: z.string(),
  asOf: Day,
  knownAt: Instant,
  totals: z.object({
    nominal: z.number().int().meta({ description: 'cells in use' }),
    effective: z.number().int(),
    ineffective: z.number().int(),
    unrecorded: z.number().int().meta({ description: 'in use by the document only, or by a body of which nothing is recorded' }),
  }),
  cells: z.array(EffectiveCell),
  forecast: z
    .array(z.object({ day: Day, effective: z.number().int() }))
    .meta({ description: 'how many cells are effective from each day on which that changes, if nothing is done' }),
});
export type EffectiveMatrix = z.infer<typeof EffectiveMatrix>;

export const CellsAtStake = z.object({
  asOf: Day,
  lists: z.array(
    z.object({
      list: z.string(),
      name: Name,
      inUse: z.number().int(),
      effective: z.number().int(),
      after: z.number().int().meta({ description: 'effective if the standard goes out of service today' }),
    }),
  ),
  cells: z.array(
    z.object({
      list: z.string(),
      region: z.object({ code: Code, name: Name }),
      item: z.object({ id: Item, name: Name }),
      institute: z.string().nullable(),
      change: z.enum(['falls', 'fallen']).meta({ description: 'fallen: no longer effective for want of this standard already' }),
      reasons: z.array(Shortfall),
    }),
  ),
  unrecorded: z
    .number()
    .int()
    .meta({ description: 'cells in use in the region of the institute that rest on the document alone: of them nothing can be said' }),
});
export type CellsAtStake = z.infer<typeof CellsAtStake>;

const place = z.object({ region: Code, item: Item });
const asOf = { asOf: Day.optional(), knownAt: Instant.optional() };
const reason = z.string().trim().min(2).max(500);
const files = z.array(FileId).max(10).default([]);
const documentNumber = z.string().trim().max(100).nullable().default(null);
const bodyId = OrganizationId.nullable().default(null);

export const capabilityEndpoints = {
  readMatrix: endpoint({
    method: 'GET',
    path: '/capability',
    permit: 'capability.read',
    rows: 'shared',
    summary: [
      '能力矩阵：文件所载与记录推算并列，可指定截至日期和当时所知',
      'The capability matrix, printed beside recomputed, as of and as known on a day',
    ],
    query: z.object({ list: z.string().max(40).default('basic'), ...asOf }),
    reply: Matrix,
    problems: [capabilityProblems.notRecorded],
  }),
  readEffectiveMatrix: endpoint({
    method: 'GET',
    path: '/capability/effective',
    permit: 'capability.read',
    rows: 'shared',
    summary: [
      '有效能力：每格当日能否真正开展、缺什么、何日失去',
      'Effective capability: what each cell can really do on the day, what it lacks and when it falls',
    ],
    query: z.object({ list: z.string().max(40).default('basic'), ...asOf }),
    reply: EffectiveMatrix,
    problems: [capabilityProblems.notRecorded],
  }),
  readCellEffect: endpoint({
    method: 'GET',
    path: '/capability/cells/:region/:item/effective',
    permit: 'capability.read',
    rows: 'shared',
    summary: ['一格的有效能力：各前提到何日为止', 'The effective capability of one cell: until when each precondition holds'],
    params: place,
    query: z.object(asOf),
    reply: EffectiveCell.extend({
      ends: z.array(z.object({ precondition: z.enum(preconditionNames), day: Day.meta({ description: 'the first day without it' }) })),
    }),
  }),
  readCellsAtStake: endpoint({
    method: 'GET',
    path: '/findings/:id/cells',
    permit: 'traceability.read',
    rows: 'own',
    summary: [
      '超差标准器停用后将不能有效开展的能力格（拟稿，不作决定）',
      'Cells that would no longer be effective without a failed standard: a draft that decides nothing',
    ],
    params: z.object({ id: FindingId }),
    reply: CellsAtStake,
  }),
  exportMatrix: endpoint({
    method: 'GET',
    path: '/capability/export',
    permit: 'capability.read',
    rows: 'shared',
    summary: ['按附件版式导出能力表', 'The table in the layout of the annex, as a workbook or PDF'],
    query: z.object({
      list: z.string().max(40).default('basic'),
      format: z.enum(['xlsx', 'pdf']),
      effective: z.enum(['true', 'false']).optional(),
      ...asOf,
    }),
    reply: 'file',
    problems: [capabilityProblems.notRecorded],
  }),
  listCellReports: endpoint({
    method: 'GET',
    path: '/capability/reports',
    permit: 'capability.read',
    rows: 'shared',
    summary: ['能力格变化上报', 'Reports on cells'],
    query: z.object({
      ...listQuery,
      status: z.enum(reportStatusNames).optional(),
      region: Code.optional(),
      list: z.string().max(40).optional(),
    }),
    reply: pageOf(CellReport),
  }),
  readCell: endpoint({
    method: 'GET',
    path: '/capability/cells/:region/:item',
    permit: 'capability.read',
    rows: 'shared',
    summary: ['一格的状态、经过与证据', 'One cell: its state, history and evidence'],
    params: place,
    query: z.object(asOf),
    reply: Cell,
  }),
  reportCell: endpoint({
    method: 'POST',
    path: '/capability/cells/:region/:item/changes',
    permit: 'capability.report',
    rows: 'own',
    summary: ['上报能力格变化', 'Report a change of a cell'],
    params: place,
    body: z.object({ state: CellState, since: Day, bodyId, documentNumber, files, reason }),
    reply: CellReport,
    problems: [
      capabilityProblems.notNext,
      capabilityProblems.earlierThanLast,
      capabilityProblems.pending,
      capabilityProblems.future,
      capabilityProblems.unproven,
    ],
  }),
  decideCell: endpoint({
    method: 'POST',
    path: '/capability/changes/:id/decision',
    permit: 'capability.accept',
    rows: 'shared',
    summary: ['审定能力格变化', 'Decide on a reported change'],
    params: z.object({ id: CellChangeId }),
    body: z.object({ verdict: z.enum(['accepted', 'rejected']), reason }),
    reply: CellReport,
    problems: [capabilityProblems.ownReport, capabilityProblems.decided, capabilityProblems.notNext, capabilityProblems.earlierThanLast],
  }),
  recordCover: endpoint({
    method: 'POST',
    path: '/capability/cells/:region/:item/covers',
    permit: 'capability.report',
    rows: 'own',
    summary: ['登记过渡安排（不计入配置到位）', 'Record interim cover, which does not count'],
    params: place,
    body: z.object({
      kind: z.enum(coverKindNames),
      bodyId: OrganizationId,
      validFrom: Day,
      validTo: Day.nullable().default(null),
      documentNumber,
      files,
      reason,
    }),
    reply: Cover,
  }),
};
