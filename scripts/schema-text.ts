import { meaningOf, type Catalogue, type Column, type Relation, type Routine } from './schema-catalogue.ts';

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();
const remark = (comment: string | null): string => (comment === null ? '' : `-- ${line(comment)}\n`);

function columnText({ name, type, required, value, comment }: Column, isLast: boolean): string {
  const words = [name, type, ...(required ? ['NOT NULL'] : []), ...(value === null ? [] : [value])].join(' ');
  const text = `  ${words}${isLast ? '' : ','}`;
  return comment === null ? text : `${text.padEnd(52)} -- ${line(comment)}`;
}

function tableText({ name, comment, columns, constraints, indexes, triggers, grants }: Relation): string {
  const rules = constraints.map((rule) => `  CONSTRAINT ${rule.name} ${line(rule.definition)}`);
  const lines = [
    `CREATE TABLE ${name} (`,
    ...columns.map((column, index) => columnText(column, rules.length === 0 && index === columns.length - 1)),
    ...rules.map((rule, index) => `${rule}${index === rules.length - 1 ? '' : ','}`),
    ');',
    ...indexes.map((index) => `${index.replace(' ON public.', ' ON ')};`),
    ...triggers.map((trigger) => `${trigger};`),
    `GRANT ${grants.join(', ') || 'nothing'} ON ${name} TO tongheng_app;`,
  ];
  return `${remark(comment)}${lines.join('\n')}\n`.replace(/^GRANT nothing.*\n/m, '-- tongheng_app may do nothing here.\n');
}

const viewText = ({ name, comment, query, grants, columns }: Relation): string =>
  [
    `${remark(comment)}CREATE VIEW ${name} AS`,
    query ?? '',
    ...columns.filter((column) => column.comment !== null).map((column) => `-- ${column.name}: ${line(column.comment ?? '')}`),
    grants.length === 0 ? '-- tongheng_app may do nothing here.' : `GRANT ${grants.join(', ')} ON ${name} TO tongheng_app;`,
    '',
  ].join('\n');

const routineText = ({ comment, definition, callable }: Routine): string =>
  `${remark(comment)}${definition.trim()};\n${callable ? '' : '-- tongheng_app may not call it.\n'}`;

const head = `-- The schema that the migrations give, printed from the database by \`npm run generate\`.
-- It is read, not run: db/migrations is what runs. Comments of tables and columns stand beside them.
`;

/** db/schema.sql. */
export const schemaText = ({ relations, routines }: Catalogue): string =>
  `${[
    head,
    ...relations.filter(({ kind }) => kind === 'table').map(tableText),
    ...relations.filter(({ kind }) => kind === 'view').map(viewText),
    ...routines.map(routineText),
  ].join('\n')}`.replace(/[ \t]+$/gm, '');

const cell = (text: string): string => line(text).replaceAll('|', '\\|');

/** docs/generated/schema.md: every table and view with what its columns mean. */
export function schemaPage({ relations, routines }: Catalogue): string {
  const parts = relations.map(({ name, kind, comment, columns, grants }) =>
    [
      `## ${name}`,
      '',
      `${comment === null ? '' : line(comment)}${kind === 'view' ? '（视图 view）' : ''} · ${grants.join(', ') || '–'}`,
      '',
      '| column | type | meaning |',
      '|---|---|---|',
      ...columns.map(
        (column) =>
          `| ${column.name} | ${column.type}${column.required || kind === 'view' ? '' : '?'} | ${cell(meaningOf(column) ?? '')} |`,
      ),
      '',
    ].join('\n'),
  );
  const functions = routines.map(({ name, comment }) => `- \`${name}\` ${line(comment ?? '')}`);
  return [
    '# Schema 数据库结构',
    '',
    'Printed from a freshly migrated database by `npm run generate`. `?`: may be empty. After the comment: what the application’s login may do.',
    '',
    ...parts,
    ...(functions.length === 0 ? [] : ['## Functions', '', ...functions, '']),
  ].join('\n');
}
