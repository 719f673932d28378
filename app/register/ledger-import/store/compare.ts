import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { Remark } from '../rules/field.ts';
import { compareRemarks as says, type CompareRemark } from '../rules/compare-remarks.ts';
import { comparedFields, resultFields } from '../rules/ledger-fields.ts';

const remark = (name: CompareRemark): string => JSON.stringify([says[name] as Remark]);

/**
 * Nothing is known yet of rows that were staged in this transaction, and the planner takes them for few: comparing them with each other
 * row by row would take hours. Against the ledger row by row is right, since it is found there by an index.
 */
async function asSets<Result>(db: Db, compare: () => Promise<Result>): Promise<Result> {
  await sql`set local enable_nestloop = off`.execute(db);
  const result = await compare();
  await sql`set local enable_nestloop = on`.execute(db);
  return result;
}

/** Sets a remark on the rows that a condition finds; `row` is the row of this import. */
const sayWhere = (db: Db, importId: string, name: CompareRemark, condition: RawBuilder<unknown>) =>
  sql`update ledger_import_row as row set remarks = row.remarks || ${remark(name)}::jsonb,
      refused = row.refused or ${says[name].refuses}, warned = row.warned or ${!says[name].refuses}
    where row.import_id = ${importId} and not row.refused and ${condition}`.execute(db);

/** The same with a word of another record in the sentence: `other` is a query of row number and word. */
const sayOf = (db: Db, importId: string, name: CompareRemark, sign: '{row}' | '{kind}', other: RawBuilder<unknown>) =>
  sql`update ledger_import_row as row set remarks = row.remarks || replace(${remark(name)}, ${sign}, other.word)::jsonb,
      refused = row.refused or ${says[name].refuses}, warned = row.warned or ${!says[name].refuses}
    from (${other}) as other (row_number, word)
    where row.import_id = ${importId} and row.row_number = other.row_number and not row.refused`.execute(db);

type Importing = {
  readonly id: string;
  readonly organizationId: string;
  readonly creditCode: string | null;
  readonly manyHolders: boolean;
  readonly registerHolders: boolean;
  readonly today: string;
};

async function settleHolders(db: Db, { id, organizationId, creditCode, manyHolders, registerHolders, today }: Importing): Promise<void> {
  if (!manyHolders) {
    await sayWhere(db, id, 'notOwn', sql`row.credit_code is not null and row.credit_code is distinct from ${creditCode}`);
    await sayWhere(
      db,
      id,
      'otherName',
      sql`row.holder_name is not null and not exists (select from organization own left join organization_name former on former.organization_id = own.id
        where own.id = ${organizationId} and row.holder_name in (own.name, own.short_name, former.name))`,
    );
    await sql`update ledger_import_row set holder_id = ${organizationId} where import_id = ${id} and not refused`.execute(db);
    return;
  }
  await sayWhere(db, id, 'noCreditCode', sql`row.credit_code is null`);
  await sayWhere(
    db,
    id,
    'endedHolder',
    sql`exists (select from organization holder where holder.id = row.holder_id and holder.valid_to < ${today}::date)`,
  );
  if (!registerHolders) {
    await sayWhere(db, id, 'unknownHolder', sql`row.holder_id is null`);
    return;
  }
  await sayWhere(db, id, 'namelessHolder', sql`row.holder_id is null and row.holder_name is null`);
  await sayWhere(db, id, 'newHolder', sql`row.holder_id is null`);
}

/** Of rows that name one thing the first stands; the others are sent back with its number. */
async function settleRepeats(db: Db, id: string): Promise<void> {
  const firstOf = (column: RawBuilder<unknown>, others: RawBuilder<unknown>) =>
    sql`select row_number, first::text from (select row_number, min(row_number) over (partition by ${others}, ${column}) as first
      from ledger_import_row where import_id = ${id} and not refused and ${column} is not null) found where first < row_number`;
  const holder = sql`coalesce(credit_code, '')`;
  await sayOf(db, id, 'repeatedCode', '{row}', firstOf(sql`code`, sql`true`));
  await sayOf(db, id, 'repeatedEcqs', '{row}', firstOf(sql`ecqs_number`, sql`true`));
  await sayOf(db, id, 'repeated', '{row}', firstOf(sql`identity`, holder));
  await sayOf(
    db,
    id,
    'sameSerial',
    '{row}',
    firstOf(sql`(split_part(identity, chr(31), 1) || chr(31) || split_part(identity, chr(31), 3))`, sql`true`),
  );
}

/** Finds the instrument of each row: by its code for life, by its e-CQS number, by maker, model and serial number of its holder. */
async function findInstruments(db: Db, id: string): Promise<void> {
  const by = (join: RawBuilder<unknown>) =>
    sql`update ledger_import_row as row set instrument_id = instrument.id, instrument_version = instrument.version from instrument
      where row.import_id = ${id} and not row.refused and row.instrument_id is null and ${join}`.execute(db);
  await by(sql`instrument.code = row.code`);
  await sayWhere(db, id, 'unknownCode', sql`row.code is not null and row.instrument_id is null`);
  await by(sql`instrument.ecqs_number = row.ecqs_number`);
  await sayWhere(
    db,
    id,
    'codeOfOther',
    sql`row.instrument_id is not null and not exists (select from instrument where instrument.id = row.instrument_id and instrument.holder_id = row.holder_id)`,
  );
  await by(sql`instrument.holder_id = row.holder_id and instrument.maker = row.said ->> 'maker' and instrument.model = row.said ->> 'model'
    and instrument.serial = row.said ->> 'serial'`);
  // What is written in another way is looked for among the instruments of these holders only, and only for rows still without one.
  await asSets(db, () =>
    sql`with known as materialized (
      select id, version, holder_id, ledger_import_identity(maker, model, serial) as identity from instrument
      where holder_id in (select distinct holder_id from ledger_import_row where import_id = ${id} and not refused and instrument_id is null and holder_id is not null))
    update ledger_import_row as row set instrument_id = known.id, instrument_version = known.version from known
    where row.import_id = ${id} and not row.refused and row.instrument_id is null and known.holder_id = row.holder_id and known.identity = row.identity`.execute(
      db,
    ),
  );
}

async function refuseConflicts(db: Db, { id, organizationId }: Importing): Promise<void> {
  const found = (condition: RawBuilder<unknown>) =>
    sql`exists (select from instrument where instrument.id = row.instrument_id and ${condition})`;
  // Two rows may lead to one instrument in different ways.
  await asSets(db, () =>
    sayOf(
      db,
      id,
      'repeated',
      '{row}',
      sql`select row_number, first::text from (select row_number, min(row_number) over (partition by instrument_id) as first
      from ledger_import_row where import_id = ${id} and not refused and instrument_id is not null) found where first < row_number`,
    ),
  );
  await sayWhere(db, id, 'scrapped', found(sql`instrument.status = 'scrapped'`));
  await sayWhere(
    db,
    id,
    'twin',
    sql`exists (select from instrument twin where twin.holder_id = row.holder_id and twin.maker = row.said ->> 'maker' and twin.model = row.said ->> 'model'
      and twin.serial = row.said ->> 'serial' and twin.id <> row.instrument_id)`,
  );
  await sayWhere(
    db,
    id,
    'takenEcqs',
    sql`exists (select from instrument other where other.ecqs_number = row.ecqs_number and other.id is distinct from row.instrument_id)`,
  );
  // By the index of serial numbers: the maker is written so that the index of the holder's own is not searched from end to end.
  await sayWhere(
    db,
    id,
    'elsewhere',
    sql`row.instrument_id is null and exists (select from instrument other where lower(other.serial) = lower(row.said ->> 'serial') and other.maker || '' = row.said ->> 'maker'
      and other.holder_id is distinct from row.holder_id)`,
  );
  await sql`update ledger_import_row as row set verdict = 'new' where row.import_id = ${id} and not row.refused and row.instrument_id is null`.execute(
    db,
  );
  await compareFields(db, id);
  await sayWhere(
    db,
    id,
    'notKeeper',
    sql`row.verdict = 'changed' and ${found(sql`${organizationId} not in (instrument.holder_id, instrument.registrar_id)`)}`,
  );
}

/** What differs, field by field. An empty cell says nothing; a result counts where it is later than that of the ledger. */
async function compareFields(db: Db, id: string): Promise<void> {
  const fields = JSON.stringify(comparedFields);
  const result = JSON.stringify(resultFields);
  const differing = (map: string) =>
    sql`(select jsonb_object_agg(field.key, jsonb_build_object('before', found.instrument ->> field.value, 'after', row.said ->> field.key))
      from jsonb_each_text(${map}::jsonb) field where row.said ? field.key and row.said ->> field.key is distinct from found.instrument ->> field.value)`;
  const later = sql`(row.said ? 'verifiedOn' and (found.instrument ->> 'verified_on' is null or row.said ->> 'verifiedOn' > found.instrument ->> 'verified_on'))`;
  await sql`update ledger_import_row as row set verdict = case when compared.difference is null then 'unchanged' else 'changed' end, difference = compared.difference
    from (
      select row.row_number, (select nullif(coalesce(${differing(fields)}, '{}') || coalesce(case when ${later} then ${differing(result)} end, '{}'), '{}')
          from (select to_jsonb(instrument) as instrument offset 0) found) as difference
      from ledger_import_row row join instrument on instrument.id = row.instrument_id where row.import_id = ${id} and not row.refused offset 0
    ) compared
    where row.import_id = ${id} and row.row_number = compared.row_number`.execute(db);
  await sayWhere(
    db,
    id,
    'laterResult',
    sql`exists (select from instrument where instrument.id = row.instrument_id and instrument.verified_on > (row.said ->> 'verifiedOn')::date)`,
  );
}

const refuseOtherKinds = (db: Db, id: string, words: Readonly<Record<string, string>>) =>
  sayOf(
    db,
    id,
    'otherKind',
    '{kind}',
    sql`select row.row_number, coalesce(${JSON.stringify(words)}::jsonb ->> instrument.kind, instrument.kind) from ledger_import_row row join instrument on instrument.id = row.instrument_id
      where row.import_id = ${id} and row.said ? 'kind' and row.said ->> 'kind' <> instrument.kind`,
  );

/** Compares the staged rows with the ledger, whole sets at a time. `words` name the kinds in a remark. */
export async function compareRows(db: Db, importing: Importing, words: Readonly<Record<string, string>>): Promise<void> {
  const { id } = importing;
  await asSets(db, () => settleHolders(db, importing));
  await asSets(db, () => settleRepeats(db, id));
  await findInstruments(db, id);
  await refuseOtherKinds(db, id, words);
  await refuseConflicts(db, importing);
  await sql`update ledger_import_row set verdict = 'refused' where import_id = ${id} and refused`.execute(db);
}

export type KeyOfRow = {
  readonly row: number;
  readonly holder: string | null;
  readonly maker: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly ecqs: string | null;
};

/** Of these new rows those whose instrument has been registered since they were compared; LIMIT keeps to the indexes, row by row. */
export async function listEntered(db: Db, keys: readonly KeyOfRow[]): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select given.row as n from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) given (row integer, holder uuid, maker text, model text, serial text, ecqs text)
    left join lateral (select true as is_known from instrument where instrument.holder_id = given.holder and instrument.maker = given.maker
      and instrument.model = given.model and instrument.serial = given.serial limit 1) own on true
    left join lateral (select true as is_known from instrument where instrument.ecqs_number = given.ecqs limit 1) ecqs on true
    where own.is_known or ecqs.is_known`.execute(db);
  return rows.map(({ n }) => n);
}

/** Of these instruments the versions as they stand now. */
export const listVersions = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('instrument')
    .select(['id', 'version', 'status'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
