/** Values out of what people paste and drop: a column of a spreadsheet, a list, a CSV file with a head and running numbers. */

const separators = /[\s,;，；、]+/;
const number = /^[+-]?\d+(?:\.\d+)?$/;

/** Full-width digits, as Chinese input methods write them, and the typographic minus. */
const plain = (text: string): string =>
  text
    .replace(/[\uff0b-\uff19]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-')
    .replace(/\ufeff/g, '');

/** The values of a text in their order, whatever stands between them. @example splitValues('499.0\n501.3, 497.5') */
export const splitValues = (text: string): readonly string[] =>
  plain(text)
    .split(separators)
    .filter((value) => value !== '');

export type Column = { readonly values: readonly string[]; /** From 1. */ readonly column: number };

const cells = (line: string, separator: string): readonly string[] =>
  line.split(separator).map((cell) =>
    plain(cell)
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

function separatorOf(lines: readonly string[]): string {
  const found = ['\t', ';', ','].find((separator) => lines.every((line) => line.includes(separator)));
  return found ?? ',';
}

const isRunning = (values: readonly string[]): boolean => values.length > 2 && values.every((value, index) => Number(value) === index + 1);

/**
 * The column of numbers in a table: the first that holds only numbers below its head, running numbers 1, 2, 3 … left aside while there is
 * another. Undefined when no column is one of numbers.
 */
export function readColumn(text: string): Column | undefined {
  const lines = plain(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  const separator = separatorOf(lines);
  const rows = lines.map((line) => cells(line, separator));
  const body = rows[0]?.some((cell) => number.test(cell)) === true ? rows : rows.slice(1);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    const values = body.map((row) => row[index] ?? '').filter((cell) => cell !== '');
    if (values.length > 0 && values.every((value) => number.test(value))) columns.push({ values, column: index + 1 });
  }
  return columns.find(({ values }) => !isRunning(values)) ?? columns[0];
}

/** The text of a file: UTF-8, or the national encoding that older spreadsheets write. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
