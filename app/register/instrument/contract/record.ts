import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { platformProblems } from '../../../kernel/problem.ts';
import { TimelineEvent } from '../../event/contract.ts';
import { FileCard } from '../../file/contract.ts';
import { instrumentActions, instrumentStatusNames, statusChangeNames, type InstrumentAction } from '../rules.ts';
import { instrumentProblems } from './problems.ts';
import { description, Instrument, InstrumentId, InstrumentKind, params, reason, Region } from './shapes.ts';

const actionNames = Object.keys(instrumentActions) as [InstrumentAction, ...InstrumentAction[]];

const Move = z.object({
  onDay: Day,
  fromRegion: Region,
  fromPlace: z.string(),
  toRegion: Region,
  toPlace: z.string(),
  reason: z.string(),
});

const StatusRow = z.object({
  change: z.enum(statusChangeNames),
  toStatus: z.enum(instrumentStatusNames),
  onDay: Day,
  reason: z.string(),
});

const Part = z.object({ id: InstrumentId, code: z.string(), name: z.string(), serial: z.string(), status: z.enum(instrumentStatusNames) });

const Reported = z.object({
  id: z.uuid(),
  number: z.string(),
  verifiedOn: Day,
  validUntil: Day.nullable(),
  institute: z.string(),
  at: Instant,
  scan: z.boolean(),
  withdrawal: z.object({ reason: z.string(), at: Instant }).nullable(),
});

const documents = [
  instrumentProblems.registeredAlready,
  instrumentProblems.ecqsNumberTaken,
  instrumentProblems.nameplate,
  instrumentProblems.placeUnknown,
  instrumentProblems.parentUnknown,
];

export const recordEndpoints = {
  readInstrument: endpoint({
    method: 'GET',
    path: '/instruments/:id',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['一台器具的记录与经过', 'One instrument and its history'],
    params,
    reply: Instrument.extend({
      registrar: z.string(),
      parent: Part.nullable(),
      parts: z.array(Part),
      moves: z.array(Move),
      statusChanges: z.array(StatusRow),
      late: z
        .object({ requestId: z.uuid(), submittedOn: Day, askedDueOn: Day, servedOn: Day.nullable() })
        .nullable()
        .meta({ description: 'asked for in time and not done in time by the institute, a fact only' }),
      offer: z.object({ id: z.uuid(), to: z.string(), onDay: Day }).nullable(),
      reported: z.array(Reported),
      photo: FileCard.nullable(),
      allowed: z.array(z.enum(actionNames)),
      timeline: z.array(TimelineEvent).meta({ description: 'the newest events, in their order' }),
      earlier: z.number().int().nullable().meta({ description: 'before which event the rest of the history lies' }),
    }),
  }),
  readInstrumentTimeline: endpoint({
    method: 'GET',
    path: '/instruments/:id/timeline',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['器具的经过（分页）', 'The history of an instrument, page by page'],
    params,
    query: z.object({ before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional() }),
    reply: z.object({ items: z.array(TimelineEvent), earlier: z.number().int().nullable() }),
  }),
  readInstrumentPhoto: endpoint({
    method: 'GET',
    path: '/instruments/:id/photo',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['铭牌照片', 'Photo of the nameplate'],
    params,
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
  registerInstrument: endpoint({
    method: 'POST',
    path: '/instruments',
    permit: 'instrument.register',
    rows: 'own',
    summary: ['登记计量器具', 'Register an instrument'],
    body: z.object({
      kind: InstrumentKind,
      ...description,
      region: Region.nullable().default(null).meta({ description: 'null: of its place, or of its holder' }),
      holderCreditCode: z.string().length(18).nullable().default(null).meta({ description: 'null: the caller’s organization' }),
    }),
    reply: Instrument,
    problems: [...documents, instrumentProblems.holderUnknown],
  }),
  changeInstrument: endpoint({
    method: 'POST',
    path: '/instruments/:id/correction',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['更正台账（保留经过）', 'Correct the ledger; the history is kept'],
    params,
    body: z.object({ ...description, version: z.number().int().min(1), reason }),
    reply: Instrument,
    problems: [...documents, instrumentProblems.scrapped],
  }),
  listInstrumentTypes: endpoint({
    method: 'GET',
    path: '/instrument-types',
    permit: 'instrument.register',
    rows: 'shared',
    summary: ['某一种类已登记过的型号与制造单位，常用的在前', 'Models and makers of a kind that the ledger knows, the most used first'],
    query: z.object({ kind: InstrumentKind, q: z.string().max(60).optional() }),
    reply: z.object({ items: z.array(z.object({ name: z.string(), model: z.string(), maker: z.string() })) }),
  }),
  findHolder: endpoint({
    method: 'GET',
    path: '/instrument-holders/:creditCode',
    permit: 'instrument.register',
    rows: 'shared',
    summary: ['按统一社会信用代码查使用单位', 'The holder with this credit code'],
    params: z.object({ creditCode: z.string().length(18) }),
    reply: z.object({ holder: z.object({ id: OrganizationId, name: z.string(), region: Region }).nullable() }),
  }),
  listTwins: endpoint({
    method: 'GET',
    path: '/instrument-twins',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['同一制造单位同一出厂编号的其他登记', 'Other records with this serial number of this maker'],
    query: z.object({ maker: z.string().min(1).max(100), serial: z.string().min(1).max(60), except: InstrumentId.optional() }),
    reply: z.object({
      items: z.array(z.object({ id: InstrumentId, code: z.string(), name: z.string(), model: z.string(), holder: z.string() })),
      hidden: z.number().int().meta({ description: 'how many more there are that the caller may not see' }),
    }),
  }),
};
