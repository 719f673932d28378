import { sql } from 'kysely';
import { readCursor } from '../../kernel/page.ts';
import { regionPrefix, type Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import type { Parameters } from './rules.ts';

const instruments = (db: Db) =>
  db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .innerJoin('organization as registrar', 'registrar.id', 'instrument.registrarId')
    .selectAll('instrument')
    .select(['holder.name as holderName', 'registrar.name as registrarName']);

export type InstrumentRow = NonNullable<Awaited<ReturnType<typeof findInstrument>>>;

export const findInstrument = (db: Db, id: string) => instruments(db).where('instrument.id', '=', id).executeTakeFirst();

export const lockInstrument = (db: Db, id: string) =>
  db.selectFrom('instrument').select(['status', 'version']).where('id', '=', id).forUpdate().executeTakeFirst();

/** Rows a scope reaches: a holder's own, what an organization recorded, and what it was asked to verify. */
const within = (scope: Scope) => {
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region':
      return sql<boolean>`instrument.region like ${`${regionPrefix(scope.region)}%`}`;
    case 'organization':
      return sql<boolean>`(instrument.holder_id = ${scope.organization} or instrument.registrar_id = ${scope.organization}
        or exists (select from instrument_reader reader where reader.instrument_id = instrument.id and reader.organization_id = ${scope.organization}))`;
    case 'none':
      return sql<boolean>`false`;
  }
};

export const findWithin = (db: Db, scope: Scope, id: string) =>
  instruments(db).where('instrument.id', '=', id).where(within(scope)).executeTakeFirst();

export const findTwin = (db: Db, holderId: string, { maker, model, serial }: { maker: string; model: string; serial: string }) =>
  db
    .selectFrom('instrument')
    .select(['id', 'name'])
    .where('holderId', '=', holderId)
    .where('maker', '=', maker)
    .where('model', '=', model)
    .where('serial', '=', serial)
    .executeTakeFirst();

type Filter = {
  q?: string | undefined;
  kind?: string | undefined;
  status?: string | undefined;
  region?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listInstruments(db: Db, scope: Scope, filter: Filter) {
  const { q, kind, status, region, after } = filter;
  let query = instruments(db).where(within(scope));
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

export type InstrumentToInsert = {
  id: string;
  kind: string;
  name: string;
  model: string;
  serial: string;
  maker: string;
  holderId: string;
  registrarId: string;
  region: string;
  place: string;
  use: string;
  parameters: Parameters;
  demonstration: boolean;
  recordedAt: string;
};

/** False when the holder has this instrument already. */
export async function insertInstrument(db: Db, instrument: InstrumentToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('instrument')
    .values({
      ...instrument,
      code: sql<string>`instrument_code_of(${instrument.region}, nextval('instrument_number'))`,
      // A trigger finds or makes the row of the small set of types.
      typeId: sql<number>`NULL`,
      parameters: JSON.stringify(instrument.parameters),
      status: 'in-use',
    })
    .onConflict((conflict) => conflict.constraint('instrument_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

type Description = { name: string; model: string; serial: string; maker: string; place: string; use: string; parameters: Parameters };

/** False when somebody else has changed it since that version. */
export async function updateInstrument(db: Db, id: string, version: number, { parameters, ...rest }: Description): Promise<boolean> {
  const updated = await db
    .updateTable('instrument')
    .set({ ...rest, parameters: JSON.stringify(parameters), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

export async function moveInstrument(
  db: Db,
  move: {
    id: string;
    instrumentId: string;
    fromRegion: string;
    fromPlace: string;
    toRegion: string;
    toPlace: string;
    onDay: string;
    reason: string;
    personId: string;
    at: string;
  },
): Promise<void> {
  await db.insertInto('instrumentMove').values(move).execute();
  await db
    .updateTable('instrument')
    .set((it) => ({ region: move.toRegion, place: move.toPlace, version: it('version', '+', 1) }))
    .where('id', '=', move.instrumentId)
    .execute();
}

export async function scrapInstrument(
  db: Db,
  scrapping: { instrumentId: string; onDay: string; reason: string; personId: string; at: string },
): Promise<void> {
  await db.insertInto('instrumentScrapping').values(scrapping).execute();
  await db
    .updateTable('instrument')
    .set((it) => ({ status: 'scrapped', version: it('version', '+', 1) }))
    .where('id', '=', scrapping.instrumentId)
    .execute();
}

export const listMoves = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentMove')
    .select(['onDay', 'fromRegion', 'fromPlace', 'toRegion', 'toPlace', 'reason'])
    .where('instrumentId', '=', instrumentId)
    .orderBy('at')
    .execute();

export const findScrapping = (db: Db, instrumentId: string) =>
  db.selectFrom('instrumentScrapping').select(['onDay', 'reason']).where('instrumentId', '=', instrumentId).executeTakeFirst();

export const insertReader = (db: Db, instrumentIds: readonly string[], organizationId: string, since: string) =>
  db
    .insertInto('instrumentReader')
    .values(instrumentIds.map((instrumentId) => ({ instrumentId, organizationId, since })))
    .onConflict((conflict) => conflict.constraint('instrument_reader_once').doNothing())
    .execute();

export const findHolder = (db: Db, by: { id: string } | { creditCode: string }) =>
  db
    .selectFrom('organization')
    .select(['id', 'name', 'region', 'validTo'])
    .where('id' in by ? 'id' : 'creditCode', '=', 'id' in by ? by.id : by.creditCode)
    .executeTakeFirst();
