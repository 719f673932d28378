import { toDayNumber } from '../../../kernel/day.ts';
import { cityDay } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { maskPhone } from '../../../register/people/rules/mask.ts';
import type { RequestStep } from '../../../measure/request/rules/step.ts';
import type { Candidate, CustodyItem, Slip, Unrequested } from '../contract/shapes.ts';
import { allowedCustodyActions, labelNumber, receptionRefusal, type CustodyStatus } from '../rules.ts';
import type { CandidateRow, listUnrequested } from '../store/candidate.ts';
import type { ItemRow } from '../store/item.ts';
import type { SlipRow } from '../store/slip.ts';

const masked = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone));

type InstrumentColumns = Pick<ItemRow, 'code' | 'kind' | 'name' | 'model' | 'serial' | 'maker'>;
const instrumentOf = (id: string, { code, kind, name, model, serial, maker }: InstrumentColumns) => ({
  id,
  code,
  kind,
  name,
  model,
  serial,
  maker,
});

export const toSlip = (row: SlipRow): Slip =>
  ({
    id: row.id,
    number: row.number,
    institute: { id: row.instituteId, name: row.instituteName },
    holder: { id: row.holderId, name: row.holderName },
    broughtBy: row.broughtBy,
    broughtPhone: masked(row.broughtPhone),
    note: row.note,
    itemCount: row.itemCount,
    heldCount: row.heldCount,
    receivedOn: row.receivedOn,
    receivedAt: row.receivedAt,
    receivedBy: row.receiverName,
    expectedOn: row.expectedOn,
    demonstration: row.demonstration,
  }) as Slip;

const endingOf = (row: ItemRow): CustodyItem['ending'] =>
  row.fetchedBy === null || row.proof === null
    ? null
    : {
        fetchedBy: row.fetchedBy,
        fetchedPhone: masked(row.fetchedPhone),
        proof: row.proof as never,
        proofNote: row.proofNote,
        certificateNumber: row.handedOver,
        reason: row.endingReason,
        handedOverBy: row.handedOverBy ?? '',
      };

/** How the caller sees it today; the days are counted on the calendar. */
export function toItem(row: ItemRow, { caller, today }: Pick<Context, 'caller' | 'today'>): CustodyItem {
  const dayOf = (instant: string): string => cityDay(new Date(instant));
  const waitingSince = row.status === 'held' && row.step === 'issued' ? (row.stepSince ?? row.receivedAt) : null;
  const until = row.leftAt === null ? today : dayOf(row.leftAt);
  const held = { status: row.status as CustodyStatus, step: row.step as RequestStep, instituteId: row.instituteId };
  return {
    id: row.id,
    slip: { id: row.slipId, number: row.slipNumber },
    label: labelNumber(row.slipNumber, row.sequence),
    item: row.itemId,
    request: row.requestId,
    step: row.step,
    status: row.status,
    condition: row.condition,
    conditionNote: row.conditionNote,
    accessories: row.accessories,
    pieces: row.pieces,
    location: row.location,
    locationName: row.locationName,
    institute: { id: row.instituteId, name: row.instituteName },
    holder: { id: row.holderId, name: row.holderName },
    instrument: instrumentOf(row.instrumentId, row),
    receivedOn: dayOf(row.receivedAt),
    receivedAt: row.receivedAt,
    receivedBy: row.receiverName,
    dueBy: row.dueBy,
    waitingSince,
    days: toDayNumber(until) - toDayNumber(dayOf(waitingSince ?? row.receivedAt)),
    leftAt: row.leftAt,
    ending: endingOf(row),
    certificateNumber: row.handedOver ?? (row.step === 'issued' ? row.certificateNumber : null),
    allowed: allowedCustodyActions(held, caller),
  } as CustodyItem;
}

export const toCandidate = (row: CandidateRow): Candidate =>
  ({
    item: row.id,
    request: row.requestId,
    step: row.step,
    dueBy: row.dueBy,
    ecqsNumber: row.ecqsNumber,
    verificationKind: row.verificationKind,
    whereDone: row.whereDone,
    holder: { id: row.holderId, name: row.holderName },
    instrument: instrumentOf(row.instrumentId, row),
    refusal: receptionRefusal({ step: row.step as RequestStep, isHeld: row.isHeld }),
  }) as Candidate;

export const toUnrequested = (row: Awaited<ReturnType<typeof listUnrequested>>[number]): Unrequested =>
  ({ holder: { id: row.holderId, name: row.holderName }, instrument: instrumentOf(row.id, row) }) as Unrequested;
