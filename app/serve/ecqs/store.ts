import { likePart } from '../../kernel/text.ts';
import { sql } from 'kysely';
import type { Text } from '../../kernel/text.ts';
import { readCursor } from '../../kernel/page.ts';
import type { Db } from '../../platform/context.ts';
import type { Remark } from '../../register/ledger-import/rules/field.ts';
import type { RowOutcome } from './rules.ts';

/** Files of one institute; nobody else finds them, however wide the roles reach. */
const imports = (db: Db, organizationId: string) =>
  db
    .selectFrom('ecqsImport')
    .innerJoin('personDetail', 'personDetail.personId', 'ecqsImport.personId')
    .selectAll('ecqsImport')
    .select('personDetail.name as personName')
    .where('ecqsImport.organizationId', '=', organizationId);

export type ImportRow = NonNullable<Awaited<ReturnType<typeof findImport>>>;
export const findImport = (db: Db, organizationId: string, id: string) =>
  imports(db, organizationId).where('ecqsImport.id', '=', id).executeTakeFirst();

export async function listImports(
  db: Db,
  organizationId: string,
  { q, limit, after }: { q?: string | undefined; limit: number; after?: string | undefined },
) {
  let query = imports(db, organizationId);
  if (q !== undefined && q.trim() !== '') query = query.where('ecqsImport.fileName', 'ilike', likePart(q.trim()));
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(ecqs_import.recorded_at, ecqs_import.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('ecqsImport.recordedAt', 'desc')
    .orderBy('ecqsImport.id', 'desc')
    .limit(limit + 1)
    .execute();
  return { rows, total };
}

export type NewImport = {
  id: string;
  organizationId: string;
  region: string;
  personId: string;
  fileName: string;
  fileDigest: string;
  notices: readonly Text[];
  rowCount: number;
  requestedCount: number;
  repeatedCount: number;
  refusedCount: number;
  recordedAt: string;
  demonstration: boolean;
};
export const insertImport = (db: Db, { notices, ...row }: NewImport) =>
  db
    .insertInto('ecqsImport')
    .values({ ...row, notices: JSON.stringify(notices) })
    .execute();

export type NewRow = {
  readonly row: number;
  readonly reservation: string | null;
  readonly cells: Readonly<Record<string, string>>;
  readonly outcome: RowOutcome;
  readonly remarks: readonly Remark[];
  readonly instrument: string | null;
  readonly request: string | null;
  readonly registered: boolean;
};
export const insertRows = (db: Db, importId: string, rows: readonly NewRow[]) =>
  sql`insert into ecqs_row (import_id, row_number, reservation, cells, outcome, remarks, instrument_id, request_id, registered)
    select ${importId}, row, reservation, cells, outcome, remarks, instrument, request, registered
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (row integer, reservation text, cells jsonb, outcome text, remarks jsonb, instrument uuid, request uuid, registered boolean)`.execute(
    db,
  );

export async function listRows(
  db: Db,
  importId: string,
  filter: { q?: string | undefined; outcome?: string | undefined; limit: number; after: number },
) {
  let query = db.selectFrom('ecqsRow').selectAll().where('importId', '=', importId);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.q !== undefined && filter.q.trim() !== '')
    query = query.where(sql<boolean>`cells::text ilike ${`%${filter.q.trim().replace(/[\\%_"]/g, (sign) => `\\${sign}`)}%`}`);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .where('rowNumber', '>', filter.after)
    .orderBy('rowNumber')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const listHolders = (db: Db, creditCodes: readonly string[]) =>
  db
    .selectFrom('organization')
    .select(['id', 'creditCode', 'region', 'validTo'])
    .where(sql<boolean>`credit_code = any(${[...creditCodes]}::text[])`)
    .execute();

/** What a row names, for finding it in the ledger. */
export type Wanted = {
  readonly row: number;
  readonly holderId: string;
  readonly ecqsNumber: string | null;
  readonly maker: string;
  readonly model: string;
  readonly serial: string;
};

/** The instrument that each row names: by its e-CQS number, else by maker, model and serial number of the holder, however they are written. */
export async function findNamed(db: Db, wanted: readonly Wanted[]) {
  const { rows } = await sql<{ row: number; id: string; kind: string; region: string; status: string; holderId: string }>`
    with wanted as materialized (select *, ledger_import_identity(maker, model, serial) as identity
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (row integer, "holderId" uuid, "ecqsNumber" text, maker text, model text, serial text))
    select distinct on (named.row) named.row, named.id, named.kind, named.region, named.status, named.holder_id from (
      select wanted.row, 1 as rank, instrument.id, instrument.kind, instrument.region, instrument.status, instrument.holder_id
        from wanted join instrument on instrument.ecqs_number = wanted."ecqsNumber"
      union all
      select wanted.row, 2, instrument.id, instrument.kind, instrument.region, instrument.status, instrument.holder_id
        from wanted join instrument on instrument.holder_id = wanted."holderId"
          and ledger_import_identity(instrument.maker, instrument.model, instrument.serial) = wanted.identity
    ) named order by named.row, named.rank, named.id`.execute(db);
  return new Map(rows.map((found) => [found.row, found]));
}

/** Requests in which these instruments stand: open ones, and those of the same reservation whatever became of them. */
export async function listRequested(db: Db, pairs: readonly { readonly instrument: string; readonly reservation: string }[]) {
  const { rows } = await sql<{ instrument: string; requestId: string; number: string | null; day: string; open: boolean }>`
    select distinct on (given.instrument) given.instrument, request.id as request_id, request.ecqs_number as number,
      (request.submitted_at at time zone 'Asia/Shanghai')::date as day, coalesce(item.outcome, 'accepted') in ('accepted', 'referred') as open
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given (instrument uuid, reservation text)
    join request_item item on item.instrument_id = given.instrument join request on request.id = item.request_id
    where coalesce(item.outcome, 'accepted') in ('accepted', 'referred')
      or (item.outcome = 'served' and split_part(request.ecqs_number, '#', 1) = given.reservation)
    order by given.instrument, open desc, request.submitted_at desc`.execute(db);
  return new Map(rows.map((row) => [row.instrument, row]));
}

/** The numbers that requests of a reservation bear here already, those that were withdrawn or refused left out. */
export const listNumbers = async (db: Db, reservation: string): Promise<string[]> =>
  (
    await db
      .selectFrom('request')
      .select('ecqsNumber')
      .where(sql<boolean>`(ecqs_number = ${reservation} or starts_with(ecqs_number, ${`${reservation}#`}))`)
      .where('status', 'not in', ['withdrawn', 'refused'])
      .execute()
  ).flatMap(({ ecqsNumber }) => ecqsNumber ?? []);

/** One reservation at a time, so that two imports of the same file do not both find nothing. */
export const lockExchange = (db: Db, organizationId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`ecqs ${organizationId}`}, 0))`.execute(db);

type Period = { from: string; to: string; only: 'reserved' | 'all'; q?: string | undefined };

/** Documents that the institute issued in a period, each with the reservation that asked for it and the cells as they came. */
function results(db: Db, instituteId: string, { from, to, only, q }: Period) {
  let query = db
    .selectFrom('certificate')
    .innerJoin('instrument', 'instrument.id', 'certificate.instrumentId')
    .innerJoin('organization as holder', 'holder.id', 'certificate.holderId')
    .innerJoin('organization as institute', 'institute.id', 'certificate.instituteId')
    .innerJoin('verification', 'verification.id', 'certificate.verificationId')
    .leftJoin('requestItem', 'requestItem.id', 'verification.itemId')
    .leftJoin('request', 'request.id', 'requestItem.requestId')
    .where('certificate.instituteId', '=', instituteId)
    .where('certificate.status', '=', 'valid')
    .where('certificate.issuedOn', '>=', from)
    .where('certificate.issuedOn', '<=', to);
  if (only === 'reserved') query = query.where('request.ecqsNumber', 'is not', null);
  if (q !== undefined && q.trim() !== '') {
    const like = likePart(q.trim());
    query = query.where(
      sql<boolean>`(certificate.number ilike ${like} or certificate.serial ilike ${like} or holder.name ilike ${like} or request.ecqs_number ilike ${like})`,
    );
  }
  return query;
}

export async function listResults(db: Db, instituteId: string, period: Period, page?: { limit: number; after?: string | undefined }) {
  const { total } = await results(db, instituteId, period)
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  let query = results(db, instituteId, period).select([
    'certificate.id',
    'certificate.kind as documentKind',
    'certificate.number',
    'certificate.testedOn',
    'certificate.validUntil',
    'certificate.issuedAt',
    'request.ecqsNumber as requestNumber',
    'request.whereDone',
    'request.verificationKind',
    'holder.name as holderName',
    'holder.creditCode',
    'institute.name as instituteName',
    'instrument.name',
    'instrument.model',
    'instrument.serial',
    'instrument.maker',
    'instrument.measuringRange',
    'instrument.accuracyClass',
    'instrument.place',
    'instrument.region',
    'instrument.use',
    'instrument.ecqsNumber',
    sql<Record<
      string,
      string
    > | null>`(select cells from ecqs_row where ecqs_row.instrument_id = certificate.instrument_id and ecqs_row.outcome = 'requested'
      and ecqs_row.reservation = split_part(request.ecqs_number, '#', 1) order by import_id limit 1)`.as('cells'),
  ]);
  const cursor = readCursor(page?.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(certificate.issued_at, certificate.id) < (${cursor.at}, ${cursor.id})`);
  query = query.orderBy('certificate.issuedAt', 'desc').orderBy('certificate.id', 'desc');
  return { rows: await (page === undefined ? query : query.limit(page.limit + 1)).execute(), total };
}
export type ResultRow = Awaited<ReturnType<typeof listResults>>['rows'][number];
