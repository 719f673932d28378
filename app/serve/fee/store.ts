import { sql, type Insertable, type RawBuilder } from 'kysely';
import type { DB } from '../../../db/types.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Db } from '../../platform/context.ts';
import { inRegion, scopeCondition } from '../../platform/scope-condition.ts';
import type { FeeGrouping, Piece, Price } from './rules.ts';

const lists = (db: Db) =>
  db
    .selectFrom('feeList')
    .leftJoin('feeListWithdrawal as withdrawal', 'withdrawal.listId', 'feeList.id')
    .leftJoin('personDetail as recorder', 'recorder.personId', 'feeList.personId')
    .leftJoin('personDetail as withdrawer', 'withdrawer.personId', 'withdrawal.personId')
    .selectAll('feeList')
    .select([
      'withdrawal.reason as withdrawalReason',
      'withdrawal.at as withdrawnAt',
      'withdrawer.name as withdrawerName',
      'recorder.name as recorderName',
      sql<number>`(select count(*) from fee_price where fee_price.list_id = fee_list.id)`.as('prices'),
    ]);

export type ListRow = NonNullable<Awaited<ReturnType<typeof findList>>>;

export const findList = (db: Db, id: string) => lists(db).where('feeList.id', '=', id).executeTakeFirst();

export const listAll = (db: Db) =>
  lists(db).orderBy('feeList.validFrom', 'desc').orderBy('feeList.recordedAt', 'desc').orderBy('feeList.id').execute();

export async function listPrices(db: Db, ids: readonly string[]): Promise<Map<string, Price[]>> {
  const rows =
    ids.length === 0
      ? []
      : await db.selectFrom('feePrice').selectAll().where('listId', 'in', ids).orderBy('listId').orderBy('position').execute();
  const found = new Map<string, Price[]>(ids.map((id) => [id, []]));
  for (const { listId, position: _position, ...price } of rows) found.get(listId)?.push(price);
  return found;
}

export async function insertList(db: Db, row: Insertable<DB['feeList']>, prices: readonly Price[]): Promise<void> {
  await db.insertInto('feeList').values(row).execute();
  await db
    .insertInto('feePrice')
    .values(prices.map((price, index) => ({ listId: row.id, position: index + 1, ...price })))
    .execute();
}

export async function insertWithdrawal(db: Db, row: Insertable<DB['feeListWithdrawal']>): Promise<boolean> {
  const done = await db
    .insertInto('feeListWithdrawal')
    .values(row)
    .onConflict((it) => it.column('listId').doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

export type Period = {
  readonly from: string;
  readonly to: string;
  readonly institute?: string | undefined;
  readonly region?: string | undefined;
  readonly kind?: string | undefined;
};

const within = (scope: Scope): RawBuilder<boolean> => scopeCondition(scope, { region: 'region', organization: 'instituteId' });

/** The rows of a scope, in the table of the documents or in that of their months; a kind is one of few nameplates. */
const reached = (scope: Scope, { institute, region, kind }: Period) => sql<boolean>`
  ${within(scope)}
  and ${institute === undefined ? sql`true` : sql`institute_id = ${institute}`}
  and ${region === undefined ? sql`true` : inRegion('region', region)}
  and ${kind === undefined ? sql`true` : sql`nameplate_id = any(array(select id from fee_nameplate where kind = ${kind}))`}`;

const keys: Readonly<Record<FeeGrouping, RawBuilder<string>>> = {
  institute: sql`institute_id::text`,
  county: sql`region`,
  // Kinds are those of the nameplates, which the rows are told apart by in any case.
  kind: sql`''`,
  month: sql`to_char(issued_in, 'YYYY-MM')`,
  quarter: sql`to_char(issued_in, 'YYYY-"Q"Q')`,
  year: sql`to_char(issued_in, 'YYYY')`,
};

export type Counted = { readonly key: string; readonly nameplateId: number; readonly span: number; readonly items: number };

/** How many of each nameplate were served in each span, told apart by a key: whole months from their tally, the days beside them one by one. */
export async function countItems(db: Db, scope: Scope, period: Period, pieces: readonly Piece[], by: FeeGrouping): Promise<Counted[]> {
  const timed = by === 'month' || by === 'quarter' || by === 'year';
  const columns = sql`${by === 'institute' ? sql`institute_id` : sql`null::uuid`} as institute_id, ${by === 'county' ? sql`region` : sql`null::text`} as region`;
  const counts = pieces.map(({ span, whole, from, to }) =>
    whole
      ? sql`select ${columns}, ${timed ? sql`issued_in` : sql`null::date as issued_in`}, nameplate_id, ${span}::int as span, sum(n) as items
          from fee_tally where issued_in between ${from}::date and ${to}::date and ${reached(scope, period)} group by 1, 2, 3, 4`
      : sql`select ${columns}, ${timed ? sql`date_trunc('month', issued_on::timestamp)::date` : sql`null::date`} as issued_in, nameplate_id, ${span}::int as span,
          count(*) as items
          from fee_item where issued_on between ${from}::date and ${to}::date and ${reached(scope, period)} group by 1, 2, 3, 4`,
  );
  const { rows } = await sql<Counted>`
    with counted as (${sql.join(counts, sql` union all `)})
    select ${keys[by]} as key, nameplate_id as "nameplateId", span, sum(items)::bigint as items from counted
    group by 1, 2, 3 having sum(items) <> 0 order by 1`.execute(db);
  return rows;
}

export const listNameplates = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('feeNameplate')
    .selectAll()
    .where(sql<boolean>`id = any(${[...ids]}::bigint[])`)
    .execute();

export const listInstituteNames = (db: Db, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('organization').select(['id', 'name']).where('id', 'in', ids).execute();

/** In which of the spans that begin on these days a row lies, from 1. */
const spanOf = (starts: readonly string[]) => sql<number>`width_bucket(fee_item.issued_on, ${starts}::date[])`;

type Paging = { readonly limit: number; readonly after?: { readonly day: string; readonly id: string } | undefined };
/** Which nameplates in which spans; all where undefined. */
type Pairs = readonly { readonly span: number; readonly nameplateId: number }[] | undefined;

export async function listItems(db: Db, scope: Scope, period: Period, starts: readonly string[], pairs: Pairs, { limit, after }: Paging) {
  const chosen =
    pairs === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(${spanOf(starts)}, fee_item.nameplate_id) in (
          select * from unnest(${pairs.map(({ span }) => span)}::int[], ${pairs.map(({ nameplateId }) => nameplateId)}::bigint[]))`;
  const matching = sql<boolean>`issued_on between ${period.from}::date and ${period.to}::date and ${reached(scope, period)} and ${chosen}`;
  const page = db
    .selectFrom('feeItem')
    .select(['certificateId', 'instituteId', 'region', 'nameplateId', 'issuedOn'])
    .select(spanOf(starts).as('span'))
    .where(matching)
    .where(
      after === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(fee_item.issued_on, fee_item.certificate_id) < (${after.day}::date, ${after.id}::uuid)`,
    )
    .orderBy('issuedOn', 'desc')
    .orderBy('certificateId', 'desc')
    .limit(limit + 1)
    .as('item');
  const rows = await db
    .selectFrom(page)
    .innerJoin('certificate', 'certificate.id', 'item.certificateId')
    .innerJoin('instrument', 'instrument.id', 'certificate.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'certificate.holderId')
    .innerJoin('organization as institute', 'institute.id', 'item.instituteId')
    .innerJoin('feeNameplate as nameplate', 'nameplate.id', 'item.nameplateId')
    .selectAll('item')
    .select([
      'certificate.number',
      'certificate.kind as document',
      'certificate.model',
      'certificate.serial',
      'instrument.id as instrumentId',
      'instrument.name',
      'nameplate.kind',
      'nameplate.parameters',
      'holder.name as holderName',
      'institute.name as instituteName',
    ])
    .orderBy('item.issuedOn', 'desc')
    .orderBy('item.certificateId', 'desc')
    .execute();
  return rows;
}
