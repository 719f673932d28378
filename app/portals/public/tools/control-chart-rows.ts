/** Subgroups out of what people paste or drop: rows of a spreadsheet, a CSV file with a head, names in the first column. */

/** Full-width digits, as Chinese input methods write them, and the typographic minus. */
const plain = (text: string): string =>
  text
    .replace(/[\uff0b-\uff19]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .replace(/\ufeff/g, '');

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
export const isNumber = (cell: string): boolean => number.test(cell);

export type Rows = {
  readonly rows: readonly (readonly string[])[];
  /** A name for each row where the first column is one of names or of running numbers, as in a sheet with dates. */
  readonly names: readonly string[] | null;
};

const cellsOf = (line: string): string[] => {
  const separator = line.includes('\t') ? '\t' : /[;；]/.test(line) ? /[;；]/ : /[,，、]/.test(line) ? /[,，、]/ : /\s+/;
  const cells = line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
  return cells.filter((cell, index) => cell !== '' || index === 0);
};

const isRunning = (column: readonly string[]): boolean => column.length > 2 && column.every((cell, index) => cell === String(index + 1));

/**
 * Rows of cells; a head and a column of names are recognised, numbers stay as they were written.
 * @example readRows('批号\tx1\tx2\nA1\t1.0\t1.1').rows // [['1.0', '1.1']]
 */
export function readRows(text: string): Rows {
  const lines = plain(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(cellsOf);
  const [head, ...others] = lines;
  const body = head !== undefined && others.length > 0 && !head.some(isNumber) ? others : lines;
  const first = body.map(([cell = '']) => cell);
  const hasMore = body.every((row) => row.length > 1);
  const named = hasMore && (first.every((cell) => !isNumber(cell)) || isRunning(first));
  return {
    rows: body.map((row) => (named ? row.slice(1) : row).filter((cell) => cell !== '')).filter((row) => row.length > 0),
    names: named ? first : null,
  };
}
