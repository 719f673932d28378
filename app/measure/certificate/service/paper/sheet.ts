import type { Text } from '../../../../kernel/text.ts';

/** What the printing thread sets: texts and their places, nothing left to decide. Sizes are points, sides and shifts millimetres. */
export type Line = { readonly label: Text; readonly value: string; readonly strong: boolean };
/** `under` stands in small type below. */
export type Cell = { readonly text: string; readonly under?: string; readonly strong?: true; readonly rows?: number };
export type Column = { readonly label: Text; readonly width: 'auto' | 'wide' | 'wider'; readonly align: 'left' | 'right' | 'center' };
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
  readonly attached: boolean;
  readonly words: Readonly<Record<'number' | 'seal' | 'prevails' | 'page' | 'checkCode' | 'code' | 'blank' | 'attachment', Text>>;
};

export const line = (label: Text, value: string | null | undefined, strong = false): Line => ({
  label,
  // A place that has nothing to say shows that nothing was forgotten.
  value: value === null || value === undefined || value.trim() === '' ? '/' : value,
  strong,
});
