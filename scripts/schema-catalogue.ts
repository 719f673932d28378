import type pg from 'pg';

export type Column = {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** A default, an identity or a generated value, as SQL. */
  readonly value: string | null;
  readonly comment: string | null;
  readonly references: boolean;
};
export type Relation = {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly comment: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly { readonly name: string; readonly definition: string }[];
  readonly indexes: readonly string[];
  readonly triggers: readonly string[];
  /** What the application's login may do. */
  readonly grants: readonly string[];
  /** The query of a view. */
  readonly query: string | null;
};
export type Routine = {
  readonly name: string;
  readonly definition: string;
  readonly comment: string | null;
  /** Runs with the rights of the owner. */
  readonly elevated: boolean;
  /** The application's login may call it. */
  readonly callable: boolean;
  /** Any login may call it. */
  readonly open: boolean;
};
export type Catalogue = { readonly relations: readonly Relation[]; readonly routines: readonly Routine[] };

/** Columns that mean the same in every table, said once; any other column says in its own comment what it means. */
const words: readonly (readonly [name: RegExp, meaning: string])[] = [
  [/^id$/, 'the key of the row, given by the application'],
  [/^region$/, 'region of the thing, GB/T 2260'],
  [/^recorded_at$/, 'when it became known here'],
  [/^at$/, 'when it happened, by the server’s clock'],
  [/^(person|organization)_id$/, 'who did it, and for whom'],
  [/^reason$/, 'the reason that was given'],
  [/^(title|text)$/, 'as whoever recorded it wrote it'],
  [/^document_number$/, 'number of the document that proves it'],
  [/^files$/, 'evidence: ids of file'],
  [/^demonstration$/, 'a fictional record of the demonstration'],
  [/_at$/, 'the instant of what the name says'],
  [/_on$/, 'the day of what the name says'],
  [/_by$/, 'the person who did what the name says'],
];

/** What a column means: its comment, else the word of the house, else the row its foreign key leads to. */
export function meaningOf({ name, comment, references }: Column): string | undefined {
  return comment ?? words.find(([pattern]) => pattern.test(name))?.[1] ?? (references ? 'leads to that record' : undefined);
}

/** Ours: in the public schema, not of an extension, not the table in which the migrations are counted. */
const ours = (oid: string, catalogue: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.classid = '${catalogue}'::regclass AND d.deptype = 'e')`;

const relationsQuery = `
  SELECT c.relname AS name, CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' ELSE 'view' END AS kind, obj_description(c.oid, 'pg_class') AS comment,
    (SELECT coalesce(json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
        'value', CASE WHEN a.attidentity <> '' THEN 'GENERATED ' || CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END || ' AS IDENTITY'
                      WHEN a.attgenerated <> '' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
                      WHEN d.adbin IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
        'comment', col_description(c.oid, a.attnum),
        'references', EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))) ORDER BY a.attnum), '[]')
     FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT coalesce(json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid, true)) ORDER BY k.contype DESC, k.conname), '[]')
     FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')) AS constraints,
    (SELECT coalesce(json_agg(pg_get_indexdef(i.indexrelid) ORDER BY i.indexrelid::regclass::text COLLATE "C"), '[]')
     FROM pg_index i WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))) AS indexes,
    (SELECT coalesce(json_agg(pg_get_triggerdef(t.oid, true) ORDER BY t.tgname), '[]') FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggers,
    (SELECT coalesce(json_agg(DISTINCT g.privilege), '[]') FROM (
       SELECT x.privilege_type AS privilege FROM aclexplode(c.relacl) x WHERE x.grantee = $1::regrole
       UNION SELECT x.privilege_type || ' (' || a.attname || ')' FROM pg_attribute a, aclexplode(a.attacl) x WHERE a.attrelid = c.oid AND x.grantee = $1::regrole) g) AS grants,
    CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid, true) END AS query
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> 'schema_version' AND ${ours('c.oid', 'pg_class')}
  ORDER BY c.relname COLLATE "C"`;

const routinesQuery = `
  SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name, pg_get_functiondef(p.oid) AS definition,
         obj_description(p.oid, 'pg_proc') AS comment, p.prosecdef AS elevated, has_function_privilege($1, p.oid, 'EXECUTE') AS callable,
         has_function_privilege('public', p.oid, 'EXECUTE') AS open
  FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND ${ours('p.oid', 'pg_proc')}
  ORDER BY p.proname, pg_get_function_identity_arguments(p.oid) COLLATE "C"`;

/** What stands in the public schema of a migrated database, in a stable order. */
export async function readCatalogue(client: pg.Client, appRole: string): Promise<Catalogue> {
  // The names in definitions are printed without their schema only when it is on the path.
  await client.query('SET search_path TO public');
  const { rows: relations } = await client.query<Relation>(relationsQuery, [appRole]);
  const { rows: routines } = await client.query<Routine>(routinesQuery, [appRole]);
  return { relations, routines };
}
