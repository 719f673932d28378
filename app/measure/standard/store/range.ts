import type { Db } from '../../../platform/context.ts';
import type { StandardRange } from '../rules/range.ts';

export type RangeRow = {
  readonly id: string;
  readonly standardId: string;
  readonly since: string;
  readonly ranges: readonly StandardRange[];
  readonly reason: string;
  readonly person: string;
  readonly recordedAt: string;
};

/** Every statement of these standards, the last one first; `knownAt`: those of which one could know then. */
export async function listRangeStatements(db: Db, standardIds: readonly string[], knownAt?: string): Promise<RangeRow[]> {
  if (standardIds.length === 0) return [];
  const rows = await db
    .selectFrom('standardRange')
    .innerJoin('personDetail', 'personDetail.personId', 'standardRange.personId')
    .select([
      'standardRange.id',
      'standardRange.standardId',
      'standardRange.since',
      'standardRange.ranges',
      'standardRange.reason',
      'standardRange.recordedAt',
      'personDetail.name as person',
    ])
    .where('standardId', 'in', [...standardIds])
    .$if(knownAt !== undefined, (it) => it.where('standardRange.recordedAt', '<=', knownAt ?? ''))
    .orderBy('since', 'desc')
    .orderBy('standardRange.recordedAt', 'desc')
    .execute();
  return rows as unknown as RangeRow[];
}

export const insertRangeStatement = (
  db: Db,
  {
    ranges,
    ...row
  }: {
    id: string;
    standardId: string;
    since: string;
    ranges: readonly StandardRange[];
    reason: string;
    personId: string;
    recordedAt: string;
  },
) =>
  db
    .insertInto('standardRange')
    .values({ ...row, ranges: JSON.stringify(ranges) })
    .execute();

/** Standards of one institute by their numbers, locked in one order. */
export const lockByNumber = (db: Db, instituteId: string, numbers: readonly string[]) =>
  db
    .selectFrom('standard')
    .select(['id', 'number', 'range', 'roles'])
    .where('instituteId', '=', instituteId)
    .where('number', 'in', [...numbers])
    .orderBy('id')
    .forUpdate()
    .execute();

/** What is known of standards for judging their ranges. */
export const listDescriptions = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('standard')
    .select(['id', 'number', 'range', 'roles'])
    .where('id', 'in', [...ids])
    .execute();
