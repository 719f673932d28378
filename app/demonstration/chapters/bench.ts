import { createHash } from 'node:crypto';
import { editions, findEdition, findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import { addDays, toDayNumber, type Day } from '../../kernel/day.ts';
import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { requestEndpoints, type Request } from '../../measure/request/contract.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { verificationEndpoints, type Readings } from '../../measure/verification/contract.ts';
import type { Seal, StandardChoice } from '../../measure/verification/contract/shapes.ts';
import { calculationInput, roleOf } from '../../measure/verification/rules/conditions.ts';
import type { PersonName } from '../cast.ts';
import type { Stage } from '../stage.ts';

const edition = 'jjg-0539-2016';

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

/** The institute's standards for the roles of an edition; where figures cannot be compared a person says why they will do. */
export async function standardsOf(stage: Stage, id: string): Promise<StandardChoice[]> {
  const { regulation, standards } = findEdition(id) ?? { regulation: '', standards: [] };
  const chosen: StandardChoice[] = [];
  for (const { id: need } of standards) {
    const role = roleOf(regulation, need);
    const { items } = await stage.act('technician', standardEndpoints.listStandards, { query: { role } });
    const [found] = items;
    const isCompared = found?.certificate.value !== null;
    if (found) chosen.push({ role, standard: found.id, statement: isCompared ? null : '等级满足规程要求，已核对证书（演示）' });
  }
  return chosen;
}

/** A session of the technician: where, in which environment, and with which standards for all its records. */
export async function sessionOf(
  stage: Stage,
  { day, place, environment, standards }: { day: Day; place: string; environment: Record<string, string>; standards: StandardChoice[] },
): Promise<string> {
  return (await stage.act('technician', verificationEndpoints.beginVerificationSession, { body: { day, place, environment, standards } }))
    .id;
}

export type Bench = {
  readonly item: string;
  readonly testedOn: Day;
  readonly environment: Record<string, string>;
  readonly readings: Readings;
  readonly session: string;
  readonly seals?: Seal[];
  /** Who was there beside the technician when seals and stickers were applied. */
  readonly secondPerson?: string;
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
  const saved = await stage.act('technician', verificationEndpoints.saveDraft, { params: { id }, body: { version, ...said } });
  return { id, version: saved.version };
}

export async function submitted(stage: Stage, bench: Bench): Promise<string> {
  return submitAgain(stage, await drafted(stage, bench), bench);
}

/** What was said is digested and not what stands there now: when the story is told again the record has gone further. */
export async function submitAgain(
  stage: Stage,
  { id, version }: { id: string; version: number },
  { environment, readings }: Pick<Bench, 'environment' | 'readings'>,
): Promise<string> {
  const record = await stage.act('technician', verificationEndpoints.readVerification, { params: { id } });
  const calculation = findProcedure(record.edition)?.calculate(calculationInput({ ...record, environment, readings }));
  const digest = createHash('sha256').update(canonical(calculation)).digest('hex');
  await stage.act('technician', verificationEndpoints.submitVerification, { params: { id }, body: { version, digest } });
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
