import type { Cell } from '../../rules/field.ts';
import { dayOfSerial } from '../../rules/day.ts';
import type { Limits } from '../../rules/limits.ts';
import { plain, type Book } from './parts.ts';
import { Unreadable } from './unreadable.ts';
import { walkXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** A row with the cells that say something, by column from 0. */
export type Row = { readonly number: number; readonly cells: ReadonlyMap<number, Cell>; readonly hidden: boolean };

export type Range = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly first: string;
};

/** @example columnOf('AB12') // 27 */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

const tooManyRows = (limits: Limits): Unreadable =>
  new Unreadable([
    `超过 ${limits.rows.toLocaleString('en')} 行，未导入任何内容，请拆分后上传`,
    `More than ${limits.rows.toLocaleString('en')} rows: nothing was imported; split the file`,
  ]);

const mark = /<(?:\w+:)?(?:(row|v|is)(?=[\s/>])|mergeCell\s[^>]*?\bref="(([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7}))")/g;
const mostMerged = 200_000;
const seam = 300;

/**
 * Looks through a sheet once without reading its cells: how many rows say something, and which cells are merged, which stands behind
 * the rows. A sheet with too many rows is refused here, before anything of it is kept.
 */
export async function surveySheet(archive: Archive, part: string, limits: Limits): Promise<Range[]> {
  const merged: Range[] = [];
  let [rest, filled, isFilled] = ['', 0, true];
  for await (const piece of archive.read(part)) {
    const text = rest + piece.toString('latin1');
    let end = 0;
    mark.lastIndex = 0;
    for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
      end = mark.lastIndex;
      const [, name, , left = '', top = '', right = '', bottom = ''] = found;
      if (name === 'row') isFilled = false;
      else if (name !== undefined && !isFilled) {
        isFilled = true;
        filled += 1;
        if (filled > limits.rows + 10) throw tooManyRows(limits);
      } else if (left !== '') {
        if (merged.length >= mostMerged) throw new Unreadable(['合并单元格过多，请取消合并后上传', 'Too many merged cells: split them']);
        merged.push({ top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right), first: `${left}${top}` });
      }
    }
    rest = text.slice(Math.max(end, text.length - seam));
  }
  return merged.sort((one, other) => one.top - other.top);
}

const faults: Readonly<Record<string, string>> = { f: '（公式没有结果）' };

/** What a cell holds, by its type and format (ISO/IEC 29500-1 18.3.1.4, 18.18.11). */
function cellOf(book: Book, type: string, style: number, written: string, isFormula: boolean, limits: Limits): Cell | undefined {
  const asText = (text: string): Cell | undefined => (text === '' ? undefined : { text: cut(text, limits), as: 'text' });
  if (written === '') return isFormula && type !== 'str' ? { text: faults['f'] ?? '', as: 'fault' } : undefined;
  switch (type) {
    case 's':
      return asText(book.strings[Number(written)] ?? '');
    case 'str':
    case 'inlineStr':
      return asText(plain(written));
    case 'b':
      return { text: written === '1' ? 'TRUE' : 'FALSE', as: 'text' };
    case 'e':
      return { text: written, as: 'fault' };
    case 'd':
      return { text: written.slice(0, 10), as: 'day' };
    default: {
      const serial = Number(written);
      const shifted = book.since1904 ? serial + 1462 : serial;
      if (book.dates[style] === true && shifted >= 61 && shifted < 2_958_466) return { text: dayOfSerial(shifted), as: 'day' };
      return { text: cut(written, limits), as: 'number' };
    }
  }
}

/** One character more than allowed is kept, so that the row can say it. */
const cut = (text: string, limits: Limits): string => text.slice(0, limits.cellCharacters + 1);

/** The rows of a sheet in their order, each with the values of merged cells repeated in it. */
export async function* readSheet(
  archive: Archive,
  part: string,
  book: Book,
  merged: readonly Range[],
  limits: Limits,
): AsyncGenerator<Row> {
  const { take, listener } = listen(book, limits);
  const repeat = repeater(merged, limits);
  for await (const row of walkXml(archive.read(part), listener, take)) yield repeat(row);
}

type Building = { number: number; cells: Map<number, Cell>; hidden: boolean };

function listen(book: Book, limits: Limits) {
  let rows: Building[] = [];
  let [row, column, type, style, written, isFormula, inText, inReading, inCell]: [
    Building | undefined,
    number,
    string,
    number,
    string,
    boolean,
    boolean,
    boolean,
    boolean,
  ] = [undefined, -1, 'n', 0, '', false, false, false, false];
  let last = 0;
  const listener = {
    open(name: string, attribute: (name: string) => string | undefined): void {
      if (name === 'row') {
        last = Number(attribute('r') ?? last + 1);
        row = { number: last, cells: new Map(), hidden: attribute('hidden') === '1' };
        column = -1;
      } else if (name === 'c' && row !== undefined) {
        const reference = attribute('r');
        column = reference === undefined ? column + 1 : columnOf(reference);
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? '0');
        [written, isFormula, inCell] = ['', false, true];
      } else if (!inCell) return;
      else if (name === 'v' || name === 't') inText = true;
      else if (name === 'f') isFormula = true;
      else if (name === 'rPh') inReading = true;
    },
    text(text: string): void {
      if (inText && !inReading && written.length <= limits.cellCharacters) written += text;
    },
    close(name: string): void {
      if (name === 'v' || name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'c' && row !== undefined) {
        inCell = false;
        const cell = cellOf(book, type, style, written, isFormula, limits);
        if (cell !== undefined && column >= limits.columns)
          throw new Unreadable([
            `超过 ${limits.columns} 列，请去掉与台账无关的列`,
            `More than ${limits.columns} columns: remove those that are not of the ledger`,
          ]);
        if (cell !== undefined) row.cells.set(column, cell);
      } else if (name === 'row' && row !== undefined) {
        rows.push(row);
        row = undefined;
      }
    },
  };
  const take = (): Building[] => {
    const ready = rows;
    rows = [];
    return ready;
  };
  return { take, listener };
}

function repeater(merged: readonly Range[], limits: Limits): (row: Row) => Row {
  let next = 0;
  let active: { range: Range; cell: Cell | undefined }[] = [];
  return (row) => {
    for (let range = merged[next]; range !== undefined && range.top <= row.number; range = merged[++next])
      active.push({ range, cell: range.top === row.number ? row.cells.get(range.left) : undefined });
    active = active.filter(({ range }) => range.bottom >= row.number);
    if (active.length === 0) return row;
    const cells = new Map(row.cells);
    for (const { range, cell } of active) {
      if (cell === undefined) continue;
      for (let column = range.left; column <= Math.min(range.right, limits.columns - 1); column++)
        if (!cells.has(column)) cells.set(column, { ...cell, mergedFrom: range.first });
    }
    return { ...row, cells };
  };
}
