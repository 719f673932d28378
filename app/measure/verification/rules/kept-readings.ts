/**
 * What stays of a record that is turned to another edition: readings of cells that both forms have, with the same meaning, at the same
 * points. Whatever the other edition gives itself, or asks for differently, begins anew.
 */
import type { Field, Group, GroupRecord, Readings, RowRecord } from '@tongheng/procedures/form';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const sameMeaning = (one: Field, other: Field): boolean =>
  one.kind === other.kind &&
  one.unit === other.unit &&
  (one.choices ?? []).map(({ value }) => value).join(' ') === (other.choices ?? []).map(({ value }) => value).join(' ');

/** The fields of a form that the other one has as well. */
const shared = (from: readonly Field[], to: readonly Field[]): string[] =>
  to.filter((field) => from.some((one) => one.id === field.id && sameMeaning(one, field))).map(({ id }) => id);

const textOf = (record: GroupRecord | undefined, field: string): string | undefined => {
  const value = record?.[field];
  return typeof value === 'string' ? value : undefined;
};
const rowsOf = (record: GroupRecord | undefined): readonly RowRecord[] => {
  const rows = record?.['rows'];
  return Array.isArray(rows) ? (rows as readonly RowRecord[]) : [];
};

const isGiven = (row: RowRecord): boolean => Object.values(row).some((text) => !isBlank(text));

/** A row of the other form with the readings that were taken at its point. */
function withReadings(row: RowRecord, read: RowRecord, columns: readonly string[]): RowRecord {
  const kept = columns.filter((column) => isBlank(row[column])).map((column) => [column, read[column] ?? ''] as const);
  return { ...row, ...Object.fromEntries(kept) };
}

function keptRows(read: readonly RowRecord[], asked: readonly RowRecord[], columns: readonly string[], group: Group): RowRecord[] {
  const open = new Set(read.keys());
  const rows = asked.map((row, index) => {
    const given = Object.entries(row).filter(([, text]) => !isBlank(text));
    // A point is looked for among all rows; a row without one keeps its place.
    const at =
      given.length === 0
        ? asked.some(isGiven) || !open.has(index)
          ? undefined
          : index
        : [...open].find((place) => given.every(([column, text]) => columns.includes(column) && read[place]?.[column] === text));
    if (at === undefined) return row;
    open.delete(at);
    return withReadings(row, read[at] ?? {}, columns);
  });
  if (asked.some(isGiven)) return rows;
  const blank = Object.fromEntries(group.columns.map(({ id }) => [id, '']));
  return [...rows, ...[...open].map((place) => withReadings(blank, read[place] ?? {}, columns))].slice(0, group.rows?.most ?? 0);
}

const unfilled = ({ fields, rows }: Group): GroupRecord => ({
  ...Object.fromEntries(fields.map(({ id }) => [id, ''])),
  ...(rows === null ? {} : { rows: [] }),
});

/**
 * The prefilled readings of another form, with what was read by the former one where the two agree. Nothing is prefilled where the
 * nameplate does not say yet what the other edition asks of it.
 */
export function keptReadings(read: Readings, from: readonly Group[], to: readonly Group[], prefilled: Readings | undefined): Readings {
  return Object.fromEntries(
    to.map((group) => {
      const { id } = group;
      const asked = prefilled?.[id] ?? unfilled(group);
      const former = from.find((one) => one.id === id);
      if (former === undefined) return [id, asked];
      const fields = shared(former.fields, group.fields).filter((field) => isBlank(textOf(asked, field)));
      const kept: Record<string, string | readonly RowRecord[]> = {};
      for (const field of fields) kept[field] = textOf(read[id], field) ?? '';
      if (group.rows !== null && former.rows !== null)
        kept['rows'] = keptRows(rowsOf(read[id]), rowsOf(asked), shared(former.columns, group.columns), group);
      return [id, { ...asked, ...kept }];
    }),
  );
}

/** How many cells are written. */
export function writtenCells(readings: Readings | undefined): number {
  const written = (texts: readonly unknown[]): number => texts.filter((text) => typeof text === 'string' && text.trim() !== '').length;
  return Object.values(readings ?? {}).reduce(
    (count, group) => count + written(Object.values(group ?? {})) + written(rowsOf(group).flatMap((row) => Object.values(row))),
    0,
  );
}
