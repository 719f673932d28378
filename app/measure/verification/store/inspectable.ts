import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Db } from '../../../platform/context.ts';

type Filter = {
  readonly q?: string | undefined;
  readonly instrument?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** Instruments in use of the regions and kinds for which an institute is designated on a day, whoever holds them. */
export async function listInspectable(db: Db, instituteId: string, day: string, { q, instrument, limit, after }: Filter) {
  let query = db
    .selectFrom('instrument')
    .innerJoin('organization as holder', 'holder.id', 'instrument.holderId')
    .where('instrument.status', '=', 'in-use')
    .where(
      sql<boolean>`exists (select from designation where designation.institute_id = ${instituteId}
        and designation.region = instrument.region and designation.instrument_kind = instrument.kind
        and designation.valid_from <= ${day} and (designation.valid_to is null or designation.valid_to >= ${day}))`,
    )
    .select([
      'instrument.id',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.place',
      'instrument.recordedAt',
      'instrument.holderId',
      'holder.name as holderName',
    ]);
  if (instrument !== undefined) query = query.where('instrument.id', '=', instrument);
  if (q !== undefined && q !== '') {
    const like = likePart(q);
    query = query.where(
      sql<boolean>`(concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place, instrument.old_number) ilike ${like} or holder.name ilike ${like})`,
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
    .limit(limit + 1)
    .execute();
  return { rows, total };
}
