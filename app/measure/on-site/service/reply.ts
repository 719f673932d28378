import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { Delivery } from '../contract.ts';
import { findDelivery, type DeliveryRow } from '../store/delivery.ts';

export async function getDelivery(ctx: Context, id: string): Promise<DeliveryRow> {
  const row = await findDelivery(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const toDelivery = (row: DeliveryRow): Delivery =>
  ({
    id: row.id,
    state: row.state,
    refusals: row.refusals,
    recordNumber: row.recordNumber,
    item: row.itemId,
    verification: row.verificationId,
    edition: row.edition,
    conclusion: row.conclusion,
    testedOn: row.testedOn,
    instrument:
      row.instrumentName === null
        ? null
        : { name: row.instrumentName, model: row.model ?? '', serial: row.serial ?? '', place: row.place ?? '' },
    technician: { id: row.personId, name: row.technicianName },
    device: { id: row.deviceId, name: row.deviceName },
    deliveredAt: row.deliveredAt,
    networkCheck: row.state === 'accepted' ? row.networkCheck : null,
    decision:
      row.stands === null
        ? null
        : { stands: row.stands, reason: row.decisionReason ?? '', by: row.deciderName ?? '', at: row.decidedAt ?? '' },
  }) as unknown as Delivery;
