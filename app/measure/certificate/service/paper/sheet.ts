import type { Text } from '../../../../kernel/text.ts';

/** What the press sets: texts and their places, nothing left to decide. Sizes are points, sides and shifts millimetres. */
export type Line = { readonly label: Text; readonly value: string; readonly strong: boolean };
/** A text, or one that is marked, has small type below it, or stands beside several rows. */
export type Cell = string | { readonly text: string; readonly under?: string; readonly strong?: true; readonly rows?: number };
export type Column = {
  readonly label: Text /** Millimetres, or a share of what is left. */;
  readonly width: number | 'wide' | 'wider';
  readonly align: 'left' | 'right' | 'center';
};
export type Part =
  | { readonly kind: 'heading' | 'item' | 'note'; readonly text: Text }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly size: number; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

export type Sheet = {
  readonly form: 'whole' | 'overlay';
  readonly shift: readonly [dx: number, dy: number];
  readonly number: string;
  readonly title: Text;
  readonly institute: string;
  readonly mark: Text | null;
  readonly replaces: Text | null;
  readonly cover: readonly Line[];
  readonly persons: readonly Line[];
  readonly dates: readonly Line[];
  readonly contact: readonly Line[];
  readonly qr: { readonly svg: string; readonly side: number } | null;
  readonly checkCode: string;
  readonly inner: readonly Part[];
  readonly words: Readonly<Record<'number' | 'seal' | 'prevails' | 'page' | 'checkCode' | 'code' | 'blank', Text>>;
};

type Table = Extract<Part, { readonly kind: 'table' }>;
type Drafted = Omit<Table, 'columns'> & {
  readonly columns: readonly (Omit<Column, 'width'> & { readonly width: 'fit' | 'wide' | 'wider' })[];
};

const millimetresOfPoint = 0.3528;
const padding = 3.6;
const widestFit = 36;
const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text);
/** In heights of the type: a Chinese character is as wide as it is high, others are narrower. */
const wide = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .map((part) => Array.from(part).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : sign > '\u00ff' ? 0.8 : 0.58), 0)),
  );

/** Gives the columns that fit their texts a width, so that the typesetter need not try: a row that lacks cells lacks its first ones. */
export const fitted = ({ columns, ...table }: Drafted): Table => ({
  ...table,
  columns: columns.map((column, index): Column => {
    if (column.width !== 'fit') return { ...column, width: column.width };
    const cells = table.rows.map((row) => wide(textOf(row[index - columns.length + row.length])) * table.size);
    const head = [wide(column.label[0]) * table.size, wide(column.label[1]) * (table.size - 2)];
    return { ...column, width: Math.min(widestFit, Math.ceil(Math.max(...cells, ...head) * millimetresOfPoint + padding)) };
  }),
});

export const line = (label: Text, value: string | null | undefined, strong = false): Line => ({
  label,
  // A place that has nothing to say shows that nothing was forgotten.
  value: value === null || value === undefined || value.trim() === '' ? '/' : value,
  strong,
});
