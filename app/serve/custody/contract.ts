import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { RequestItemId } from '../../measure/request/contract.ts';
import { requestStepNames } from '../../measure/request/rules/step.ts';
import { custodyProblems } from './contract/problems.ts';
import { Candidate, CustodyItem, CustodyItemId, Move, Slip, SlipId, Unrequested } from './contract/shapes.ts';
import { conditionNames, custodyStatusNames, labelSizes, locationNames, placesInside, proofNames, slipSizes } from './rules.ts';

const slip = z.object({ id: SlipId });
const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const phone = words(5, 30)
  .regex(/^[0-9+()\-\s]+$/)
  .nullable()
  .default(null);
const reason = words(2, 300);
const items = z.array(CustodyItemId).min(1).max(200);

const itemFilter = {
  ...listQuery,
  status: z.enum(custodyStatusNames).optional(),
  location: z.enum(locationNames).optional(),
  step: z.enum(requestStepNames).optional(),
  holder: OrganizationId.optional(),
  slip: SlipId.optional(),
  waiting: z.enum(['true']).optional().meta({ description: 'its document is issued and it waits to be fetched; the longest first' }),
  days: z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .optional()
    .meta({ description: 'held, or waiting to be fetched, for at least so many days' }),
  receivedFrom: Day.optional(),
  receivedTo: Day.optional(),
};

const Reception = z.object({
  item: RequestItemId,
  condition: z.enum(conditionNames),
  conditionNote: words(0, 300).default('').meta({ description: 'what was seen; demanded unless it is sound' }),
  accessories: words(0, 300).default(''),
  pieces: z.number().int().min(1).max(9999).default(1),
});

const receptionProblems = [
  custodyProblems.cannotReceive,
  custodyProblems.otherHolder,
  custodyProblems.conditionUnsaid,
  custodyProblems.otherInstitute,
];

const leaving = {
  items,
  fetchedBy: words(1, 50),
  fetchedPhone: phone,
  proof: z.enum(proofNames),
  code: z.string().max(20).nullable().default(null).meta({ description: 'the pick-up code of the slip' }),
  proofNote: words(0, 200).default('').meta({ description: 'where the signature is; demanded without the code' }),
};

export const custodyEndpoints = {
  findReceivable: endpoint({
    method: 'GET',
    path: '/custody/scan',
    permit: 'custody.record',
    rows: 'own',
    summary: ['扫码查找可收样、在所的器具', 'Find by a scanned code what can be received or is held'],
    query: z.object({ code: z.string().trim().min(1).max(300) }),
    reply: z.object({
      code: z.string(),
      candidates: z.array(Candidate),
      held: z.array(CustodyItem),
      slips: z.array(Slip),
      unrequested: z.array(Unrequested),
      more: z.boolean().meta({ description: 'more was found than is shown' }),
    }),
  }),
  receiveInstruments: endpoint({
    method: 'POST',
    path: '/custody/slips',
    permit: 'custody.record',
    rows: 'own',
    summary: ['收样并开具收样单', 'Receive instruments and make out the slip'],
    body: z.object({
      items: z.array(Reception).min(1).max(200),
      broughtBy: words(1, 50),
      broughtPhone: phone,
      note: z.string().trim().max(300).nullable().default(null),
    }),
    reply: Slip,
    problems: receptionProblems,
  }),
  addToSlip: endpoint({
    method: 'POST',
    path: '/custody/slips/:id/items',
    permit: 'custody.record',
    rows: 'own',
    summary: ['向当日的收样单补收器具', 'Add instruments to a slip of today'],
    params: slip,
    body: z.object({ items: z.array(Reception).min(1).max(200) }),
    reply: Slip,
    problems: [...receptionProblems, custodyProblems.slipClosed],
  }),
  listSlips: endpoint({
    method: 'GET',
    path: '/custody/slips',
    permit: 'custody.read',
    rows: 'own',
    summary: ['收样单', 'Custody slips'],
    query: z.object({ ...listQuery, open: z.enum(['true', 'false']).optional(), receivedFrom: Day.optional(), receivedTo: Day.optional() }),
    reply: pageOf(Slip),
  }),
  readSlip: endpoint({
    method: 'GET',
    path: '/custody/slips/:id',
    permit: 'custody.read',
    rows: 'own',
    summary: ['一张收样单、其器具与经过', 'One slip, its instruments and its history'],
    params: slip,
    reply: Slip.extend({
      items: z.array(CustodyItem),
      pickUpCode: z.string().nullable().meta({ description: 'for the holder only' }),
      allowed: z.array(z.enum(['add', 'unmask'])),
      timeline: z.array(TimelineEvent),
    }),
  }),
  printSlip: endpoint({
    method: 'GET',
    path: '/custody/slips/:id/print',
    permit: 'custody.read',
    rows: 'own',
    summary: ['打印收样单', 'Print a slip'],
    params: slip,
    query: z.object({ size: z.enum(slipSizes).default('A4') }),
    reply: 'file',
  }),
  printLabels: endpoint({
    method: 'GET',
    path: '/custody/slips/:id/labels',
    permit: 'custody.record',
    rows: 'own',
    summary: ['打印样品标签', 'Print the labels of a slip'],
    params: slip,
    query: z.object({ size: z.enum(labelSizes).default('40x30'), item: CustodyItemId.optional() }),
    reply: 'file',
  }),
  listCustody: endpoint({
    method: 'GET',
    path: '/custody/items',
    permit: 'custody.read',
    rows: 'own',
    summary: ['样品现在何处', 'Where instruments in custody are'],
    query: z.object(itemFilter),
    reply: pageOf(CustodyItem),
  }),
  exportCustody: endpoint({
    method: 'GET',
    path: '/custody/export',
    permit: 'custody.read',
    rows: 'own',
    summary: ['导出样品流转台账', 'Export the custody register'],
    query: z.object(itemFilter),
    reply: 'file',
  }),
  readCustody: endpoint({
    method: 'GET',
    path: '/custody/items/:id',
    permit: 'custody.read',
    rows: 'own',
    summary: ['一台样品的流转经过', 'The chain of custody of one instrument'],
    params: z.object({ id: CustodyItemId }),
    reply: CustodyItem.extend({ moves: z.array(Move), timeline: z.array(TimelineEvent) }),
  }),
  moveCustody: endpoint({
    method: 'POST',
    path: '/custody/moves',
    permit: 'custody.record',
    rows: 'own',
    summary: ['登记样品移动', 'Record where instruments were put'],
    body: z.object({
      items,
      location: z.enum(placesInside),
      locationName: words(0, 60).default('').meta({ description: 'which shelf, bench or person' }),
      note: z.string().trim().max(200).nullable().default(null),
    }),
    reply: z.object({ items: z.array(CustodyItem) }),
    problems: [custodyProblems.leftAlready],
  }),
  fetchInstruments: endpoint({
    method: 'POST',
    path: '/custody/fetchings',
    permit: 'custody.record',
    rows: 'own',
    summary: ['领取，随附证书', 'Hand instruments back with their documents'],
    body: z.object(leaving),
    reply: z.object({ items: z.array(CustodyItem) }),
    problems: [
      custodyProblems.leftAlready,
      custodyProblems.notIssued,
      custodyProblems.wrongCode,
      custodyProblems.proofMissing,
      custodyProblems.otherHolder,
    ],
  }),
  returnUntested: endpoint({
    method: 'POST',
    path: '/custody/returns',
    permit: 'custody.record',
    rows: 'own',
    summary: ['未检退回并说明理由', 'Return instruments untested with the reason'],
    body: z.object({ ...leaving, reason }),
    reply: z.object({ items: z.array(CustodyItem) }),
    problems: [
      custodyProblems.leftAlready,
      custodyProblems.workUnderWay,
      custodyProblems.wrongCode,
      custodyProblems.proofMissing,
      custodyProblems.otherHolder,
    ],
  }),
  unmaskBringer: endpoint({
    method: 'POST',
    path: '/custody/slips/:id/contact',
    permit: 'custody.record',
    rows: 'own',
    summary: ['查看送样人电话并说明理由', 'See the telephone of who brought it, with the reason'],
    params: slip,
    body: z.object({ reason }),
    reply: z.object({ name: z.string(), phone: z.string().nullable() }),
    secrets: ['phone'],
  }),
};
