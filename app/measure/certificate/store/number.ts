import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

/**
 * The next of the series, with the code of the institute, null where it has none yet; its row stays locked until the documents are committed, so that
 * no number is left out.
 */
export async function takeFromSeries(
  db: Db,
  instituteId: string,
  year: number,
  count: number,
): Promise<{ from: number; to: number; code: string | null }> {
  const { last, code } = await db
    .insertInto('certificateSeries')
    .values({ instituteId, year, last: count })
    .onConflict((conflict) =>
      conflict.constraint('certificate_series_once').doUpdateSet({ last: sql<number>`certificate_series.last + ${count}` }),
    )
    .returning([
      'last',
      sql<string | null>`(select code from certificate_issuer where institute_id = certificate_series.institute_id)`.as('code'),
    ])
    .executeTakeFirstOrThrow();
  return { from: last - count + 1, to: last, code };
}

type Block = {
  id: string;
  instituteId: string;
  year: number;
  first: number;
  last: number;
  purpose: string;
  device: string | null;
  deviceId: string | null;
  numbers: string[] | null;
  personId: string;
  at: string;
};
/** A device for work on site that is in use at the institute. */
export const findDevice = (db: Db, instituteId: string, id: string) =>
  db
    .selectFrom('onSiteDevice')
    .select('name')
    .where('id', '=', id)
    .where('instituteId', '=', instituteId)
    .where('endedAt', 'is', null)
    .executeTakeFirst();

export const insertBlock = (db: Db, block: Block) => db.insertInto('certificateBlock').values(block).execute();

/** One at a time of an institute's year takes or returns reserved numbers. */
export const lockSeries = (db: Db, instituteId: string, year: number) =>
  db.selectFrom('certificateSeries').select('last').where('instituteId', '=', instituteId).where('year', '=', year).forUpdate().execute();

/** Those of the sequences that are reserved, with their block: neither issued nor returned. */
export const listReserved = (db: Db, instituteId: string, year: number, sequences: readonly number[]) =>
  db
    .selectFrom('certificateBlock as block')
    .innerJoin(sql<{ sequence: number }>`(select unnest(${sequences}::int[]) as sequence)`.as('asked'), (join) =>
      join.on(sql<boolean>`asked.sequence between block.first and block.last`),
    )
    .select(['block.id as blockId', 'asked.sequence'])
    .where('block.instituteId', '=', instituteId)
    .where('block.year', '=', year)
    .where(
      sql<boolean>`not exists (select from certificate where institute_id = block.institute_id and year = block.year and sequence = asked.sequence)`,
    )
    .where(
      sql<boolean>`not exists (select from certificate_unused_number unused where unused.institute_id = block.institute_id and unused.year = block.year and unused.sequence = asked.sequence)`,
    )
    .execute();

type Unused = { instituteId: string; year: number; sequence: number; blockId: string; reason: string; personId: string; at: string };
export const insertUnused = (db: Db, unused: readonly Unused[]) =>
  db
    .insertInto('certificateUnusedNumber')
    .values([...unused])
    .execute();

export type Which = {
  year: number;
  /** Days of the city. */
  from?: string | undefined;
  to?: string | undefined;
  institute?: string | undefined;
  fate?: string | undefined;
  q?: string | undefined;
};

const reach = (scope: Scope) => scopeCondition(scope, { region: 'institute.region', organization: 'institute.id' });

export type GivenRow = {
  instituteId: string;
  instituteName: string;
  code: string;
  sequence: number;
  number: string | null;
  fate: string;
  purpose: string | null;
  device: string | null;
  reason: string | null;
  /** The document of the instrument for which an unused number was told on the site. */
  document: string | null;
  person: string | null;
  at: string | null;
};

/** Every number that the series of the year gave, in order, with what became of it. */
const given = (db: Db, scope: Scope, { year, institute, fate, q, from, to }: Which) =>
  db
    .selectFrom(
      sql<GivenRow>`(
        select institute.id as institute_id, institute.name as institute_name, issuer.code, place.sequence,
          coalesce(certificate.number, block.numbers[place.sequence - block.first + 1]) as number,
          case when certificate.number is not null then case certificate.status when 'valid' then 'issued' else certificate.status end
            when unused.sequence is not null then 'unused' when block.id is not null then 'reserved' else 'unexplained' end as fate,
          block.purpose, block.device,
          coalesce(revocation.reason, successor.replacement_reason, unused.reason) as reason,
          (select record.certificate_number from on_site_taking taking join verification record on record.item_id = taking.item_id
            where certificate.number is null and taking.certificate_number = block.numbers[place.sequence - block.first + 1]
              and record.certificate_number is not null limit 1) as document,
          person.name as person,
          coalesce(revocation.at, successor.issued_at, certificate.issued_at, unused.at, block.at) as at
        from certificate_series series
        join organization institute on institute.id = series.institute_id
        join certificate_issuer issuer on issuer.institute_id = series.institute_id
        cross join lateral generate_series(1, series.last) as place (sequence)
        left join certificate on certificate.institute_id = series.institute_id and certificate.year = series.year and certificate.sequence = place.sequence
        left join certificate_revocation revocation on revocation.number = certificate.number
        left join certificate successor on successor.replaces = certificate.number
        left join certificate_block block on block.institute_id = series.institute_id and block.year = series.year
          and place.sequence between block.first and block.last
        left join certificate_unused_number unused on unused.institute_id = series.institute_id and unused.year = series.year
          and unused.sequence = place.sequence
        left join person_detail person on person.person_id = coalesce(revocation.person_id, successor.issued_by, certificate.issued_by, unused.person_id, block.person_id)
        where series.year = ${year} and ${reach(scope)} and ${institute === undefined ? sql`true` : sql`institute.id = ${institute}::uuid`}
      )`.as('given'),
    )
    .where(from === undefined ? sql<boolean>`true` : sql<boolean>`given.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`)
    .where(to === undefined ? sql<boolean>`true` : sql<boolean>`given.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    .where(fate === undefined ? sql<boolean>`true` : sql<boolean>`given.fate = ${fate}`)
    .where(
      q === undefined || q === '' ? sql<boolean>`true` : sql<boolean>`(given.number ilike ${likePart(q)} or given.sequence::text = ${q})`,
    );

export async function listGiven(db: Db, scope: Scope, which: Which, page: { limit: number; after?: string | undefined }) {
  const query = given(db, scope, which);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const [, institute, sequence] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\d{1,9})$/.exec(page.after ?? '') ?? [];
  const rows = await query
    .selectAll()
    .where(
      institute === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(given.institute_id, given.sequence) > (${institute}::uuid, ${Number(sequence)}::int)`,
    )
    .orderBy(sql`given.institute_id`)
    .orderBy(sql`given.sequence`)
    .limit(page.limit + 1)
    .execute();
  return { rows: rows as GivenRow[], total };
}

export const countFates = (db: Db, scope: Scope, which: Which) =>
  given(db, scope, which)
    .select([sql<string>`given.fate`.as('fate'), sql<number>`count(*)::int`.as('count')])
    .groupBy(sql`given.fate`)
    .execute();

/** Institutes that have numbers in the year. */
export const listInstitutes = (db: Db, scope: Scope, year: number) =>
  db
    .selectFrom('certificateSeries as series')
    .innerJoin('organization as institute', 'institute.id', 'series.instituteId')
    .select(['institute.id', 'institute.name'])
    .where('series.year', '=', year)
    .where(reach(scope))
    .orderBy('institute.name')
    .execute();
