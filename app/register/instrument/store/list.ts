import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { instruments } from '../store.ts';
import { within, type Reach } from './reach.ts';

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  region?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listInstruments(db: Db, reach: Reach, filter: Filter) {
  const { q, kind, status, region, after } = filter;
  let query = instruments(db).where(within(reach));
  if (kind !== undefined) query = query.where('instrument.kind', '=', kind);
  if (status !== undefined) query = query.where('instrument.status', '=', status);
  if (region !== undefined) query = query.where('instrument.region', 'like', `${regionPrefix(region)}%`);
  if (q !== undefined && q !== '') {
    const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query = query.where(
      sql<boolean>`concat_ws(' ', instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place, holder.name) ilike ${like}`,
    );
  }
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(instrument.recorded_at, instrument.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('instrument.recordedAt', 'desc')
    .orderBy('instrument.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}
