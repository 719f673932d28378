import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { TimelineEvent } from '../../event/contract.ts';
import { handoverStatusNames } from '../rules.ts';
import { instrumentProblems } from './problems.ts';
import { InstrumentId, InstrumentKind, params, reason, Region, text, whereabouts } from './shapes.ts';

const Handover = z.object({
  id: z.uuid(),
  instrument: z.object({
    id: InstrumentId,
    code: z.string(),
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    parts: z.number().int().meta({ description: 'parts that go along' }),
  }),
  from: z.object({ id: OrganizationId, name: z.string() }),
  to: z.object({ id: OrganizationId, name: z.string() }),
  onDay: Day,
  reason: z.string(),
  status: z.enum(handoverStatusNames),
  offeredAt: Instant,
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  allowed: z.array(z.enum(['accept', 'decline', 'withdraw'])),
});
export type Handover = z.infer<typeof Handover>;

const one = z.object({ id: z.uuid() });

export const handoverEndpoints = {
  offerInstrument: endpoint({
    method: 'POST',
    path: '/instruments/:id/handovers',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['移交给另一使用单位（对方接受后生效）', 'Offer an instrument to another holder, who has to accept it'],
    params,
    body: z.object({ receiverCreditCode: z.string().trim().length(18), onDay: Day, reason }),
    reply: Handover,
    problems: [
      instrumentProblems.scrapped,
      instrumentProblems.otherState,
      instrumentProblems.holderUnknown,
      instrumentProblems.ownReceiver,
      instrumentProblems.offered,
    ],
  }),
  listHandovers: endpoint({
    method: 'GET',
    path: '/instrument-handovers',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['器具移交', 'Hand-overs of instruments'],
    query: z.object({ ...listQuery, status: z.enum(handoverStatusNames).optional(), direction: z.enum(['in', 'out']).optional() }),
    reply: pageOf(Handover),
  }),
  readHandover: endpoint({
    method: 'GET',
    path: '/instrument-handovers/:id',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['一次移交，以及移交方持有期间的经过', 'One hand-over, with the time that its giver held the instrument'],
    params: one,
    reply: Handover.extend({ timeline: z.array(TimelineEvent) }),
  }),
  acceptHandover: endpoint({
    method: 'POST',
    path: '/instrument-handovers/:id/acceptance',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['接收器具', 'Accept an instrument'],
    params: one,
    body: z.object({
      region: Region.nullable().default(null).meta({ description: 'null: the receiver’s' }),
      place: text(120),
      ...whereabouts,
    }),
    reply: Handover,
    problems: [
      instrumentProblems.handoverDecided,
      instrumentProblems.registeredAlready,
      instrumentProblems.otherState,
      instrumentProblems.placeUnknown,
    ],
  }),
  declineHandover: endpoint({
    method: 'POST',
    path: '/instrument-handovers/:id/refusal',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['拒收器具', 'Decline an instrument'],
    params: one,
    body: z.object({ reason }),
    reply: Handover,
    problems: [instrumentProblems.handoverDecided],
  }),
  withdrawHandover: endpoint({
    method: 'POST',
    path: '/instrument-handovers/:id/withdrawal',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['撤回移交', 'Take an offer back'],
    params: one,
    body: z.object({ reason }),
    reply: Handover,
    problems: [instrumentProblems.handoverDecided],
  }),
};
