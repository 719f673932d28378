import { randomUUID } from 'node:crypto';
import type { City } from './city.ts';
import { designate, register } from './thread.ts';

type Life = { kind: string; region: string; since: string; at?: string };
/** Records of a past, written beside the services: their days lie before the clock of the test. */
export async function openPast(city: City) {
  const designationId = (await designate(city, 'countyRegulator', '320685', 'instituteManager')).id;
  const template = (await register(city, 'holder', 'D-1')).id;

  /** An instrument of the ledger with a past of its own; what it is called plays no part. */
  async function instrument({ kind, region, since, at }: Life): Promise<string> {
    const id = randomUUID();
    const recordedAt = at ?? `${since}T04:00:00Z`;
    await city.database.pool.query(
      `insert into instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, status, in_use_since, recorded_at)
     select $1::uuid, $1::text, $2, name, model, $1::text, maker, holder_id, registrar_id, $3, place, use, parameters, 'in-use', $4, $5 from instrument where id = $6`,
      [id, kind, region, since, recordedAt, template],
    );
    return id;
  }

  /** A request of one instrument and what became of it, each step on its day. */
  async function request(kind: string, region: string, submitted: string, outcomes: readonly (readonly [string, string])[]): Promise<void> {
    const [id, item] = [randomUUID(), randomUUID()];
    const { holder, instituteManager } = city.ids;
    await city.database.pool.query(
      `insert into request (id, holder_id, region, instrument_kind, verification_kind, where_done, designation_id, institute_id, status, instrument_count, submitted_by, submitted_at)
     values ($1, $2, $3, $4, 'subsequent', 'institute', $5, $6, 'submitted', 1, $7, $8)`,
      [id, holder.organization, region, kind, designationId, instituteManager.organization, holder.person, `${submitted}T02:00:00Z`],
    );
    const one = await instrument({ kind, region, since: submitted });
    await city.database.pool.query(`insert into request_item (id, request_id, instrument_id, region) values ($1, $2, $3, $4)`, [
      item,
      id,
      one,
      region,
    ]);
    let previous: string | null = null;
    for (const [index, [outcome, day]] of outcomes.entries()) {
      await city.database.pool.query(
        `insert into request_outcome (item_id, sequence, previous, outcome, region, institute_id, day, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $7::date + time '03:00')`,
        [item, index + 1, previous, outcome, region, instituteManager.organization, day],
      );
      previous = outcome;
    }
  }

  return { instrument, request };
}
export type Past = Awaited<ReturnType<typeof openPast>>;
