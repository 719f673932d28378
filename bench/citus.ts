import type pg from 'pg';

/** Registers that every shard joins: small, and copied to each machine. */
const everywhere = [
  'organization',
  'person',
  'standard',
  'standard_certificate',
  'traceability_origin',
  'traceability_reference',
  'traceability_link',
  'instrument_type',
];
/** By the institute that issues; each key contains it (docs/operations/citus.md). */
const byInstitute: readonly (readonly [table: string, keys: readonly string[]])[] = [
  ['certificate', ['PRIMARY KEY (institute_id, id)', 'CONSTRAINT certificate_number_once UNIQUE (institute_id, number)']],
  ['certificate_standard', ['CONSTRAINT certificate_standard_once UNIQUE (institute_id, certificate_id, role, standard_id)']],
];

/** Distributes an empty, migrated database as the document says. The foreign keys and triggers that it names are taken away. */
export async function distribute(client: pg.Client, tell: (step: string) => void): Promise<void> {
  await client.query('create extension if not exists citus');
  const tables = [...everywhere, ...byInstitute.map(([table]) => table), 'instrument'];
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[]))`,
    [tables],
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  for (const [table, keys] of byInstitute) {
    const { rows: unique } = await client.query<{ name: string }>(
      `select conname as name from pg_constraint where contype in ('p', 'u') and conrelid = $1::regclass`,
      [table],
    );
    for (const { name } of unique) await client.query(`alter table ${table} drop constraint ${name}`);
    for (const key of keys) await client.query(`alter table ${table} add ${key}`);
  }
  for (const table of everywhere) await client.query(`select create_reference_table($1)`, [table]);
  for (const [table] of byInstitute)
    await client.query(`select create_distributed_table($1, 'institute_id', colocate_with => $2)`, [
      table,
      table === 'certificate' ? 'default' : 'certificate',
    ]);
  await client.query(`select create_distributed_table('instrument', 'id')`);
  tell('distributed');
}
