import { editions } from '@tongheng/procedures/registry';
import { addDays, toDayNumber, type Day } from '../../kernel/day.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { requestEndpoints, type Request } from '../../measure/request/contract.ts';
import { verificationEndpoints, type Readings } from '../../measure/verification/contract.ts';
import type { PersonName } from '../cast.ts';
import type { Stage } from '../stage.ts';

export const edition = 'jjg-0539-2016';

/**
 * Moves the clock as the stage does, but never to a day on which the edition no longer holds for price-computing scales: then the
 * measurements lie further back.
 */
export function atBench(stage: Stage, days: number): Day {
  const applies = editions.find(({ id }) => id === edition)?.applies ?? [];
  const last = applies.find(({ instrument }) => instrument === 'price-computing-scale')?.to.value ?? null;
  return stage.at(days + (last === null ? 0 : Math.min(0, toDayNumber(addDays(last, -1)) - toDayNumber(stage.today))));
}

/** The requested instruments in the order in which they were asked for. */
export async function itemsOf(stage: Stage, by: PersonName, request: Request['id'], instruments: readonly string[]): Promise<string[]> {
  const { items } = await stage.act(by, requestEndpoints.readRequest, { params: { id: request } });
  return instruments.map((instrument) => items.find((item) => item.instrument.id === instrument)?.id ?? '');
}

export type Bench = {
  readonly item: string;
  readonly testedOn: Day;
  readonly environment: Record<string, string>;
  readonly readings: Readings;
};

/** A technician takes an instrument up and saves what was read; the record stays a draft. */
export async function drafted(stage: Stage, { item, ...said }: Bench): Promise<{ id: string; version: number }> {
  const { id, version } = await stage.act('technician', verificationEndpoints.takeUpItem, { body: { item } });
  return save(stage, { id, version }, said);
}

export async function save(
  stage: Stage,
  { id, version }: { id: string; version: number },
  said: Omit<Bench, 'item'>,
): Promise<{ id: string; version: number }> {
  const body = { version, standard: 'M1 级砝码组（演示）', ...said };
  const saved = await stage.act('technician', verificationEndpoints.saveDraft, { params: { id }, body });
  return { id, version: saved.version };
}

export async function submitted(stage: Stage, bench: Bench): Promise<string> {
  const { id, version } = await drafted(stage, bench);
  return submitAgain(stage, { id, version });
}

export async function submitAgain(stage: Stage, { id, version }: { id: string; version: number }): Promise<string> {
  await stage.act('technician', verificationEndpoints.submitVerification, { params: { id }, body: { version } });
  return id;
}

export async function checked(stage: Stage, id: string): Promise<string> {
  await stage.act('checker', verificationEndpoints.checkVerification, { params: { id } });
  return id;
}

export async function returned(stage: Stage, id: string, reason: string): Promise<number> {
  const { version } = await stage.act('checker', verificationEndpoints.returnVerification, { params: { id }, body: { reason } });
  return version;
}

export async function issued(stage: Stage, bench: Bench): Promise<string> {
  return approved(stage, await checked(stage, await submitted(stage, bench)));
}

export async function approved(stage: Stage, id: string): Promise<string> {
  return (await stage.act('approver', certificateEndpoints.approveVerification, { params: { id } })).number;
}
