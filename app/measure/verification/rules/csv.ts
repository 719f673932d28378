/**
 * A table as a rig or a spreadsheet writes it: RFC 4180 with commas, semicolons or tabs, quoted cells, any line end. A line that cannot be
 * read is named with its number and kept out; the lines around it are kept.
 */
import type { Text } from '../../../kernel/text.ts';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** `line` is the number of the line in the file, from 1. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] };
export type BrokenLine = { readonly line: number; readonly text: Text };
export type CsvTable = {
  readonly delimiter: Delimiter;
  readonly head: CsvLine;
  readonly lines: readonly CsvLine[];
  readonly broken: readonly BrokenLine[];
};

const unclosed: Text = ['引号没有成对', 'a quotation mark is not closed'];
const trailing: Text = ['引号之后还有文字', 'there is text after a closing quotation mark'];
const unreadable: Text = ['含有无法识别的字符', 'characters that cannot be read'];

type Scanned = { readonly cells: readonly string[]; readonly next: number } | { readonly fault: Text; readonly at: number };

/** One record that starts at `start`; a quoted cell may go over several lines of the file. */
function scan(text: string, start: number, delimiter: Delimiter): Scanned {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) return { fault: unclosed, at };
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n') return { fault: trailing, at };
    } else {
      const from = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
      cell = text.slice(from, at);
    }
    cells.push(cell.trim());
    if (text[at] !== delimiter) return { cells, next: at + 1 };
    at += 1;
  }
}

type Read = { readonly lines: readonly CsvLine[]; readonly broken: readonly BrokenLine[] };

/** Every record of the text; where one cannot be read, reading goes on with the next line of the file. */
function readLines(text: string, delimiter: Delimiter): Read {
  const lines: CsvLine[] = [];
  const broken: BrokenLine[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const scanned = scan(text, at, delimiter);
    const end = text.indexOf('\n', at);
    const nextLine = end < 0 ? text.length : end + 1;
    if ('fault' in scanned) {
      broken.push({ line, text: scanned.at < nextLine ? scanned.fault : unclosed });
      at = nextLine;
      line += 1;
      continue;
    }
    const record = text.slice(at, scanned.next);
    if (/[\uFFFD\0]/.test(record)) broken.push({ line, text: unreadable });
    else if (scanned.cells.some((cell) => cell !== '')) lines.push({ line, cells: scanned.cells });
    line += record.split('\n').length - (record.endsWith('\n') ? 1 : 0);
    at = scanned.next;
  }
  return { lines, broken };
}

/** The number of cells that most lines have. */
function usualWidth(lines: readonly CsvLine[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || b - a)[0]?.[0] ?? 0;
}

const withoutTrailing = (cells: readonly string[], width: number): readonly string[] =>
  cells.length > width && cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : cells;

/**
 * Lines below the head that have another number of cells are broken: a value may stand in the wrong column. The quote that opens in one
 * line and closes in a later one shows itself in the same way, so that only the line where it opens is lost.
 */
function tableOf(text: string, delimiter: Delimiter, width: number): Read {
  const read = readLines(text, delimiter);
  const torn = read.lines
    .filter(({ cells }) => cells.some((cell) => cell.includes('\n')) && cells.length !== width)
    .map(({ line }) => line);
  if (torn.length === 0) return read;
  const numbered = text.split('\n');
  const mended = numbered.map((content, index) => (torn.includes(index + 1) ? '' : content)).join('\n');
  const again = tableOf(mended, delimiter, width);
  return { lines: again.lines, broken: [...again.broken, ...torn.map((line) => ({ line, text: unclosed }))] };
}

function parseWith(text: string, delimiter: Delimiter): CsvTable | undefined {
  const first = readLines(text, delimiter);
  const width = usualWidth(first.lines);
  if (width < 2) return undefined;
  const { lines, broken } = tableOf(text, delimiter, width);
  const place = lines.findIndex(({ cells }) => withoutTrailing(cells, width).length === width);
  const head = lines[place];
  if (head === undefined) return undefined;
  const kept: CsvLine[] = [];
  const short: BrokenLine[] = [];
  for (const { line, cells } of lines.slice(place + 1)) {
    const own = withoutTrailing(cells, width);
    if (own.length === width) kept.push({ line, cells: own });
    else short.push({ line, text: [`有 ${own.length} 格，表头有 ${width} 格`, `${own.length} cells, the head has ${width}`] });
  }
  const all = [...broken.filter(({ line }) => line > head.line), ...short].sort((a, b) => a.line - b.line);
  return { delimiter, head: { line: head.line, cells: withoutTrailing(head.cells, width) }, lines: kept, broken: all };
}

/**
 * Reads a table; the delimiter is the one under which most lines agree. The head is the first line as wide as most: titles above it are
 * passed over. undefined: no delimiter makes a table of it.
 *
 * @example parseCsv('表号,示值\nA-1,1.50\n')?.lines // [{ line: 2, cells: ['A-1', '1.50'] }]
 */
export function parseCsv(text: string): CsvTable | undefined {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const named = /^sep=([,;\t])\n/i.exec(plain);
  if (named !== null) return parseWith(`\n${plain.slice(named[0].length)}`, named[1] as Delimiter);
  const tables = delimiters.map((delimiter) => parseWith(plain, delimiter)).filter((table) => table !== undefined);
  const agreeing = ({ lines, broken }: CsvTable): number => lines.length - broken.length;
  return tables.sort(
    (a, b) => agreeing(b) - agreeing(a) || b.head.cells.length - a.head.cells.length || a.broken.length - b.broken.length,
  )[0];
}
