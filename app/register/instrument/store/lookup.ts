import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { within, type Reach } from './reach.ts';

export const findHolder = (db: Db, by: { id: string } | { creditCode: string }) =>
  db
    .selectFrom('organization')
    .select(['id', 'name', 'region', 'validTo'])
    .where('id' in by ? 'id' : 'creditCode', '=', 'id' in by ? by.id : by.creditCode)
    .executeTakeFirst();

const recent = 20_000;

/** Models and makers of a kind: those of the caller first, then those registered most often among the last of the city, then the others. */
export async function listTypes(db: Db, kind: string, q: string | undefined, organizationId: string, limit: number) {
  const like = likePart(q ?? '');
  const { rows } = await sql<{ name: string; model: string; maker: string }>`
    with own as (
      select type_id, count(*) as n from (
        select type_id from instrument where holder_id = ${organizationId} order by recorded_at desc, id desc limit ${recent}
      ) mine group by type_id
    ), lately as (
      select type_id, count(*) as n from (select type_id from instrument order by recorded_at desc, id desc limit ${recent}) last group by type_id
    )
    select type.name, type.model, type.maker from instrument_type type
    left join own on own.type_id = type.id left join lately on lately.type_id = type.id
    where type.kind = ${kind} and (type.model || ' ' || type.maker || ' ' || type.name) ilike ${like}
    order by own.n desc nulls last, lately.n desc nulls last, type.maker, type.model, type.name limit ${limit}`.execute(db);
  return rows;
}

const sameSerial = (db: Db, maker: string, serial: string, except: string | undefined) =>
  db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .where(sql<boolean>`lower(instrument.serial) = lower(${serial})`)
    .where('instrument.maker', '=', maker)
    .where('instrument.status', '<>', 'scrapped')
    .$if(except !== undefined, (query) => query.where('instrument.id', '<>', except ?? ''));

/** Other records with this serial number of this maker: those the caller reaches, and how many there are in all. */
export async function listTwins(db: Db, reach: Reach, maker: string, serial: string, except: string | undefined) {
  const rows = await sameSerial(db, maker, serial, except)
    .select(['instrument.id', 'instrument.code', 'instrument.name', 'instrument.model', 'holder.name as holder'])
    .where(within(reach))
    .orderBy('instrument.recordedAt')
    .limit(20)
    .execute();
  const { total } = await sameSerial(db, maker, serial, except)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}
