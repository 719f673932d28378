import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** An instrument with the place it stands in, by its code. */
export const findByCode = (db: Db, code: string) =>
  db
    .selectFrom('instrument')
    .leftJoin('place', 'place.id', 'instrument.placeId')
    .select([
      'instrument.id',
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.maker',
      'instrument.serial',
      'instrument.region',
      'instrument.status',
      'instrument.validity',
      'instrument.verdict',
      'instrument.verifiedOn',
      'instrument.dueOn',
      'instrument.verifiedBy',
      'instrument.certificateNumber',
      'instrument.demonstration',
      sql<'platform' | 'reported' | null>`instrument.result_origin`.as('origin'),
      'place.kind as placeKind',
      'place.name as placeName',
    ])
    .where('instrument.code', '=', code)
    .executeTakeFirst();
