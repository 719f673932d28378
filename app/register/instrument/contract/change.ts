import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FileId } from '../../../kernel/id.ts';
import { platformProblems } from '../../../kernel/problem.ts';
import { statusChangeNames } from '../rules.ts';
import { instrumentProblems } from './problems.ts';
import { Batch, Instrument, InstrumentId, params, reason, Region, text, whereabouts } from './shapes.ts';

const where = { region: Region, place: text(120), ...whereabouts };
const change = { change: z.enum(statusChangeNames), onDay: Day, reason };
const Done = z.object({ instruments: z.array(InstrumentId) });

export const changeEndpoints = {
  moveInstrument: endpoint({
    method: 'POST',
    path: '/instruments/:id/moves',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['变更使用地点', 'Move an instrument to another place'],
    params,
    body: z.object({ ...where, onDay: Day, reason }),
    reply: Instrument,
    problems: [instrumentProblems.scrapped, instrumentProblems.otherState, instrumentProblems.placeUnknown],
  }),
  moveInstruments: endpoint({
    method: 'POST',
    path: '/instrument-moves',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['成批变更使用地点（全部成功或全部不变）', 'Move several instruments: all or none'],
    body: z.object({ instruments: Batch, ...where, onDay: Day, reason }),
    reply: Done,
    problems: [instrumentProblems.batchRefused, instrumentProblems.placeUnknown],
  }),
  changeStatus: endpoint({
    method: 'POST',
    path: '/instruments/:id/status-changes',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['封存、启封、送修、修复、遗失、寻回、报废', 'Seal, unseal, send for repair, take back, lose, find, scrap'],
    params,
    body: z.object(change),
    reply: Instrument,
    problems: [instrumentProblems.scrapped, instrumentProblems.otherState],
  }),
  changeStatuses: endpoint({
    method: 'POST',
    path: '/instrument-status-changes',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['成批变更状态（全部成功或全部不变）', 'Change the state of several instruments: all or none'],
    body: z.object({ instruments: Batch, ...change }),
    reply: Done,
    problems: [instrumentProblems.batchRefused],
  }),
  reportResult: endpoint({
    method: 'POST',
    path: '/instruments/:id/reported-results',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['登记平台以外机构出具的检定证书（使用单位自报）', 'Enter a certificate of a body outside, as reported by the holder'],
    params,
    body: z.object({
      number: text(80),
      verifiedOn: Day,
      validUntil: Day.nullable().default(null).meta({ description: 'null: the certificate names none' }),
      institute: text(100),
      file: FileId,
    }),
    reply: Instrument,
    problems: [
      instrumentProblems.scrapped,
      instrumentProblems.otherState,
      instrumentProblems.reportedAlready,
      instrumentProblems.reportedWrongly,
    ],
  }),
  withdrawReportedResult: endpoint({
    method: 'POST',
    path: '/instruments/:id/reported-results/:result/withdrawal',
    permit: 'instrument.change',
    rows: 'own',
    summary: ['撤回自报的检定证书', 'Take back a reported certificate'],
    params: z.object({ id: InstrumentId, result: z.uuid() }),
    body: z.object({ reason }),
    reply: Instrument,
    problems: [instrumentProblems.scrapped, instrumentProblems.otherState],
  }),
  readReportedScan: endpoint({
    method: 'GET',
    path: '/instruments/:id/reported-results/:result/scan',
    permit: 'instrument.read',
    rows: 'own',
    summary: ['自报证书的扫描件', 'The scan of a reported certificate'],
    params: z.object({ id: InstrumentId, result: z.uuid() }),
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
};
