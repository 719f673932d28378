import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../event/contract.ts';
import { instrumentKindNames, instrumentStatusNames, instrumentUseNames } from './rules.ts';

export const InstrumentId = id('instrument');
export type InstrumentId = z.infer<typeof InstrumentId>;
export const InstrumentKind = z.enum(instrumentKindNames);
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
export const Parameters = z
  .record(z.string().max(40), z.string().max(60))
  .meta({ description: 'the nameplate by the form of the procedure: texts, a mass with its unit' });

export const instrumentProblems = problems('instrument', {
  registeredAlready: {
    kind: 'conflict',
    text: ['该器具已登记', 'This instrument is registered already'],
    next: [
      '请打开已有记录；同一使用单位的制造单位、型号、出厂编号不能重复',
      'Open the existing record; maker, model and serial number of one holder do not repeat',
    ],
  },
  nameplate: {
    kind: 'invalid',
    text: ['铭牌参数有误', 'Something on the nameplate is wrong'],
    next: ['请对照铭牌逐项核对', 'Compare it with the nameplate'],
  },
  holderUnknown: {
    kind: 'invalid',
    text: ['没有这个统一社会信用代码的使用单位', 'No holder has this credit code'],
    next: ['请先由主管部门登记该单位', 'Let the authority register the organization first'],
  },
  scrapped: {
    kind: 'conflict',
    text: ['该器具已报废', 'The instrument is scrapped'],
    next: ['报废不可撤销；如为误报请重新登记并说明', 'Scrapping is final'],
  },
  notInUse: {
    kind: 'conflict',
    text: ['登记的单位已终止', 'The organization has ended'],
    next: ['请选择其承继单位', 'Choose its successor'],
  },
});

const Instrument = z.object({
  id: InstrumentId,
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  maker: z.string(),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  region: Region,
  place: z.string(),
  use: z.enum(instrumentUseNames),
  parameters: Parameters,
  status: z.enum(instrumentStatusNames),
  version: z.number().int(),
  demonstration: z.boolean(),
  recordedAt: Instant,
});
export type Instrument = z.infer<typeof Instrument>;

const params = z.object({ id: InstrumentId });
const reason = z.string().trim().min(2).max(200);
const text = (most: number) => z.string().trim().min(1).max(most);

const description = {
  name: text(60),
  model: text(60),
  serial: text(60),
  maker: text(100),
  place: text(120),
  use: z.enum(instrumentUseNames),
  parameters: Parameters,
};

export const instrumentEndpoints = {
  listInstruments: endpoint({
    method: 'GET',
    path: '/instruments',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['计量器具台账', 'The ledger of instruments'],
    query: z.object({
      ...listQuery,
      kind: InstrumentKind.optional(),
      status: z.enum(instrumentStatusNames).optional(),
      region: Region.optional(),
    }),
    reply: pageOf(Instrument),
  }),
  readInstrument: endpoint({
    method: 'GET',
    path: '/instruments/:id',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['一台器具的记录与经过', 'One instrument and its history'],
    params,
    reply: Instrument.extend({
      registrar: z.string(),
      moves: z.array(
        z.object({
          onDay: Day,
          fromRegion: Region,
          fromPlace: z.string(),
          toRegion: Region,
          toPlace: z.string(),
          reason: z.string(),
        }),
      ),
      scrapping: z.object({ onDay: Day, reason: z.string() }).nullable(),
      allowed: z.array(z.enum(['change', 'move', 'scrap'])),
      timeline: z.array(TimelineEvent),
    }),
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
      region: Region.nullable().default(null).meta({ description: 'null: the holder’s' }),
      holderCreditCode: z.string().length(18).nullable().default(null).meta({ description: 'null: the caller’s organization' }),
    }),
    reply: Instrument,
    problems: [instrumentProblems.registeredAlready, instrumentProblems.nameplate, instrumentProblems.holderUnknown],
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
    problems: [instrumentProblems.registeredAlready, instrumentProblems.nameplate, instrumentProblems.scrapped],
  }),
  moveInstrument: endpoint({
    method: 'POST',
    path: '/instruments/:id/moves',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['变更使用地点', 'Move an instrument to another place'],
    params,
    body: z.object({ region: Region, place: text(120), onDay: Day, reason }),
    reply: Instrument,
    problems: [instrumentProblems.scrapped],
  }),
  scrapInstrument: endpoint({
    method: 'POST',
    path: '/instruments/:id/scrapping',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['报废', 'Scrap an instrument'],
    params,
    body: z.object({ onDay: Day, reason }),
    reply: Instrument,
    problems: [instrumentProblems.scrapped],
  }),
};
