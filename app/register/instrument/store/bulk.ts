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
const bulkColumns = Object.keys(columns) as BulkColumn[];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const columnNames = bulkColumns.map((name) => [name, snake(name)] as const);
const listed = (parts: readonly string[]): RawBuilder<unknown> => sql.raw(parts.join(', '));

export type LatestResult = {
  readonly verdict: string;
  readonly verifiedOn: string;
  readonly certificateNumber: string;
  readonly verifiedBy: string;
  readonly dueOn: string | null;
  readonly resultOrigin: string;
};
const resultNames = ['verdict', 'verified_on', 'certificate_number', 'verified_by', 'due_on', 'result_origin'];

/**
 * Inserts rows as one statement, each with its last result where one is known, in the order of their types, so that two imports never wait
 * for each other's new types; a row that its holder has already is left out of the answer. Types that are known are joined, since the
 * trigger looks for them row by row.
 */
export async function insertMany(
  db: Db,
  rows: readonly (InstrumentToInsert & { readonly latest: LatestResult | null })[],
): Promise<Map<string, string>> {
  const names = [...columnNames.map(([, name]) => name), ...resultNames];
  const plain = rows.map((row) => ({
    id: row.id,
    holder_id: row.holderId,
    registrar_id: row.registrarId,
    demonstration: row.demonstration,
    recorded_at: row.recordedAt,
    ...Object.fromEntries(columnNames.flatMap(([from, to]) => (row[from] === null ? [] : [[to, row[from]]]))),
    ...(row.latest === null
      ? {}
      : {
          verdict: row.latest.verdict,
          verified_on: row.latest.verifiedOn,
          certificate_number: row.latest.certificateNumber,
          verified_by: row.latest.verifiedBy,
          due_on: row.latest.dueOn,
          result_origin: row.latest.resultOrigin,
        }),
  }));
  const inserted = await sql<{ id: string; code: string }>`
    insert into instrument (id, holder_id, registrar_id, demonstration, recorded_at, type_id, status, code, ${listed(names)})
    select id, holder_id, registrar_id, demonstration, recorded_at, type_id, 'in-use', instrument_code_of(region, nextval('instrument_number')), ${listed(names)}
    from (
      select given.*, type.id as type_id from jsonb_to_recordset(${JSON.stringify(plain)}::jsonb) given (
        id uuid, holder_id uuid, registrar_id uuid, demonstration boolean, recorded_at timestamptz,
        ${listed(columnNames.map(([name, column]) => `${column} ${columns[name]}`))},
        verdict text, verified_on date, certificate_number text, verified_by text, due_on date, result_origin text
      ) left join instrument_type type on (type.kind, type.name, type.model, type.maker) = (given.kind, given.name, given.model, given.maker)
      order by given.kind, given.name, given.model, given.maker, given.id
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
  const assignments = columnNames.map(([name, column]) => {
    const value = columns[name] === 'jsonb' ? `change.set -> '${column}'` : `(change.set ->> '${column}')::${columns[name]}`;
    return `${column} = case when change.set ? '${column}' then ${value} else instrument.${column} end`;
  });
  await sql`
    update instrument set version = instrument.version + 1, ${listed(assignments)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) change (id uuid, set jsonb)
    where change.id = instrument.id`.execute(db);
}
