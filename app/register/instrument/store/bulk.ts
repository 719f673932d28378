import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { InstrumentToInsert } from '../store.ts';

// The columns that an import writes, with their types in PostgreSQL; `parameters` is the only one that is no scalar.
const columns = {
  kind: 'text',
  name: 'text',
  model: 'text',
  serial: 'text',
  maker: 'text',
  region: 'text',
  township: 'text',
  village: 'text',
  place: 'text',
  placeId: 'uuid',
  longitude: 'numeric',
  latitude: 'numeric',
  use: 'text',
  parameters: 'jsonb',
  measuringRange: 'text',
  accuracyClass: 'text',
  typeApproval: 'text',
  identificationCode: 'text',
  oldNumber: 'text',
  ecqsNumber: 'text',
  manufacturedOn: 'date',
  inUseSince: 'date',
  parentId: 'uuid',
  photoId: 'uuid',
  validity: 'text',
} as const;
export type BulkColumn = keyof typeof columns;
export const bulkColumns = Object.keys(columns) as BulkColumn[];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const listed = (parts: readonly string[]): RawBuilder<unknown> => sql.raw(parts.join(', '));

/**
 * Inserts rows as one statement, in the order of their types, so that two imports never wait for each other's new types; a row that its
 * holder has already is left out of the answer.
 */
export async function insertMany(db: Db, rows: readonly InstrumentToInsert[]): Promise<Map<string, string>> {
  const names = bulkColumns.map(snake);
  const plain = rows.map((row) => ({
    id: row.id,
    holder_id: row.holderId,
    registrar_id: row.registrarId,
    demonstration: row.demonstration,
    recorded_at: row.recordedAt,
    ...Object.fromEntries(bulkColumns.map((name) => [snake(name), row[name]])),
  }));
  const inserted = await sql<{ id: string; code: string }>`
    insert into instrument (id, holder_id, registrar_id, demonstration, recorded_at, status, code, ${listed(names)})
    select id, holder_id, registrar_id, demonstration, recorded_at, 'in-use', instrument_code_of(region, nextval('instrument_number')), ${listed(names)}
    from (
      select * from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) given (
        id uuid, holder_id uuid, registrar_id uuid, demonstration boolean, recorded_at timestamptz,
        ${listed(bulkColumns.map((name) => `${snake(name)} ${columns[name]}`))}
      ) order by kind, name, model, maker, id
    ) given
    on conflict on constraint instrument_once do nothing
    returning id, code`.execute(db);
  return new Map(inserted.rows.map(({ id, code }) => [id, code]));
}

export type Change = { readonly id: string } & { readonly [Column in BulkColumn]?: unknown };

/** Changes rows as one statement: of each row the columns that are named, the others stay. */
export async function updateMany(db: Db, changes: readonly Change[]): Promise<void> {
  const rows = changes.map(({ id, ...set }) => ({
    id,
    set: Object.fromEntries(Object.entries(set).map(([name, value]) => [snake(name), value])),
  }));
  const assignments = bulkColumns.map((name) => {
    const column = snake(name);
    const value = columns[name] === 'jsonb' ? `change.set -> '${column}'` : `(change.set ->> '${column}')::${columns[name]}`;
    return `${column} = case when change.set ? '${column}' then ${value} else instrument.${column} end`;
  });
  await sql`
    update instrument set version = instrument.version + 1, ${listed(assignments)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) change (id uuid, set jsonb)
    where change.id = instrument.id`.execute(db);
}

export type LatestResult = {
  readonly id: string;
  readonly verdict: string;
  readonly verifiedOn: string;
  readonly certificateNumber: string;
  readonly verifiedBy: string;
  readonly dueOn: string | null;
  readonly resultOrigin: string;
};

/** Writes the last result of instruments that have just been recorded and therefore have no other. */
export async function setLatest(db: Db, results: readonly LatestResult[]): Promise<void> {
  await sql`
    update instrument set verdict = given.verdict, verified_on = given.verified_on, certificate_number = given.certificate_number,
      verified_by = given.verified_by, due_on = given.due_on, result_origin = given.result_origin
    from jsonb_to_recordset(${JSON.stringify(
      results.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))),
    )}::jsonb) given (
      id uuid, verdict text, verified_on date, certificate_number text, verified_by text, due_on date, result_origin text)
    where given.id = instrument.id`.execute(db);
}
