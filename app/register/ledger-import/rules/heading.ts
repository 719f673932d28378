import type { Text } from '../../../kernel/text.ts';
import type { Field } from './field.ts';
import { bareKey, wordKey } from './tidy.ts';

/** Which column holds which field, by position from 0, and what was not understood. */
export type Heading = {
  readonly fields: readonly (Field | undefined)[];
  readonly written: readonly string[];
  readonly unknown: readonly string[];
  readonly repeated: readonly string[];
  readonly missing: readonly Field[];
};

type Index = { readonly exact: ReadonlyMap<string, Field>; readonly bare: ReadonlyMap<string, Field> };

const indices = new WeakMap<readonly Field[], Index>();
function indexOf(fields: readonly Field[]): Index {
  const known = indices.get(fields);
  if (known !== undefined) return known;
  const exact = new Map<string, Field>();
  const bare = new Map<string, Field>();
  // A field's own words go before another's synonym.
  for (const field of fields) for (const word of [...field.label, field.id]) exact.set(wordKey(word), field);
  for (const field of fields) for (const word of field.synonyms ?? []) if (!exact.has(wordKey(word))) exact.set(wordKey(word), field);
  for (const field of fields)
    for (const word of [...field.label, ...(field.synonyms ?? [])]) if (!bare.has(bareKey(word))) bare.set(bareKey(word), field);
  const made = { exact, bare };
  indices.set(fields, made);
  return made;
}

export const fieldFor = (fields: readonly Field[], heading: string): Field | undefined => {
  const { exact, bare } = indexOf(fields);
  return exact.get(wordKey(heading)) ?? bare.get(bareKey(heading));
};

/** Reads a row as the heading: undefined when fewer than three of its cells are headings, or nothing that names an instrument. */
export function readHeading(fields: readonly Field[], cells: readonly string[]): Heading | undefined {
  const seen = new Set<string>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  const found = cells.map((cell) => {
    if (cell.trim() === '') return undefined;
    const field = fieldFor(fields, cell);
    if (field === undefined) {
      unknown.push(cell.trim());
      return undefined;
    }
    if (seen.has(field.id)) {
      repeated.push(cell.trim());
      return undefined;
    }
    seen.add(field.id);
    return field;
  });
  const needed = fields.filter((field) => field.required === true);
  const needs = Math.min(3, needed.length);
  if (needed.filter((field) => seen.has(field.id)).length < needs) return undefined;
  return { fields: found, written: cells, unknown, repeated, missing: needed.filter((field) => !seen.has(field.id)) };
}

/** How well a row would do as a heading, for saying which columns are missing where none will do. */
export const headingsIn = (fields: readonly Field[], cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => (cell.trim() === '' ? [] : (fieldFor(fields, cell)?.id ?? [])))).size;

const list = (words: readonly string[]): string => words.slice(0, 20).join('、');

/** What the person should know about the columns of the file. */
export function headingNotices({ unknown, repeated, fields }: Heading): Text[] {
  const passive = fields.flatMap((field) => (field?.type === 'passive' && !['number', 'remark'].includes(field.id) ? [field] : []));
  return [
    ...(unknown.length === 0
      ? []
      : [[`未识别的列不导入：${list(unknown)}`, `Columns that are not known are ignored: ${list(unknown)}`] as const]),
    ...(repeated.length === 0
      ? []
      : [[`重复的列只取第一列：${list(repeated)}`, `Of repeated columns the first is taken: ${list(repeated)}`] as const]),
    ...(passive.length === 0
      ? []
      : [
          [
            `以下列不写入台账：${list(passive.map(({ label }) => label[0]))}`,
            `These columns are not written into the ledger: ${list(passive.map(({ label }) => label[1]))}`,
          ] as const,
        ]),
  ];
}
