import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import type { Text } from '../../../../kernel/text.ts';
import type { Cell, Field } from '../../rules/field.ts';
import { headingsIn } from '../../rules/heading.ts';
import type { Limits } from '../../rules/limits.ts';
import type { Row } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

const pieceBytes = 256 * 1024;

/** The encoding of a text: by its byte order mark, by being valid UTF-8, else GB 18030, which holds GBK and GB 2312. */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'gb18030';
}

const notText = (): Unreadable =>
  new Unreadable([
    '文件不是 UTF-8 或 GBK（GB 18030）编码的文本，请另存为 .xlsx 或 CSV UTF-8',
    'The text is neither UTF-8 nor GBK (GB 18030): save it as .xlsx or CSV UTF-8',
  ]);

function* decoded(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    yield decoder.decode();
  } catch {
    throw notText();
  }
}

export const separators: readonly { readonly sign: string; readonly text: Text }[] = [
  { sign: ',', text: ['逗号', 'comma'] },
  { sign: '\t', text: ['制表符', 'tab'] },
  { sign: ';', text: ['分号', 'semicolon'] },
  { sign: '，', text: ['中文逗号', 'Chinese comma'] },
  { sign: '；', text: ['中文分号', 'Chinese semicolon'] },
  { sign: '|', text: ['竖线', 'vertical bar'] },
];

/** The separator with which the first lines show the most headings; a comma where none does. */
export function separatorOf(fields: readonly Field[], beginning: string): (typeof separators)[number] {
  const lines = beginning.split(/\r\n|\n|\r/).slice(0, 12);
  const found = (sign: string): number =>
    Math.max(
      0,
      ...lines.map((line) =>
        headingsIn(
          fields,
          line.split(sign).map((part) => part.replace(/^\s*"|"\s*$/g, '')),
        ),
      ),
    );
  return [...separators].sort((one, other) => found(other.sign) - found(one.sign))[0] ?? { sign: ',', text: ['逗号', 'comma'] };
}

export type TextFile = { readonly encoding: string; readonly separator: Text; readonly rows: AsyncGenerator<Row> };

/** Opens a text of separated values; its rows are numbered by the lines of the file, as an editor shows them. */
export async function openText(bytes: Buffer, fields: readonly Field[], limits: Limits): Promise<TextFile> {
  if (encodingOf(bytes) !== 'utf-16le' && encodingOf(bytes) !== 'utf-16be' && bytes.includes(0)) throw notText();
  const encoding = encodingOf(bytes);
  const beginning = decoded(bytes.subarray(0, Math.min(bytes.length, pieceBytes)), encoding).next().value ?? '';
  const separator = separatorOf(fields, beginning);
  const { parse } = await import('csv-parse');
  const parser = parse({
    bom: true,
    delimiter: separator.sign,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    info: true,
    maxRecordSize: limits.columns * limits.cellCharacters,
    recordDelimiter: ['\r\n', '\n', '\r'],
  });
  return { encoding, separator: separator.text, rows: rowsOf(Readable.from(decoded(bytes, encoding)), parser, limits) };
}

async function* rowsOf(source: Readable, parser: NodeJS.ReadWriteStream, limits: Limits): AsyncGenerator<Row> {
  source.on('error', (error) => parser.emit('error', error));
  let [filled, number] = [0, 1];
  try {
    for await (const { info, record } of source.pipe(parser) as unknown as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      const cells = new Map<number, Cell>();
      record.forEach((text, column) => {
        if (text !== '') cells.set(column, { text: text.slice(0, limits.cellCharacters + 1), as: 'text' });
      });
      const furthest = Math.max(-1, ...cells.keys());
      if (furthest >= limits.columns)
        throw new Unreadable([
          `超过 ${limits.columns} 列，请去掉与台账无关的列`,
          `More than ${limits.columns} columns: remove those that are not of the ledger`,
        ]);
      if (cells.size > 0) filled += 1;
      if (filled > limits.rows + 10)
        throw new Unreadable([
          `超过 ${limits.rows.toLocaleString('en')} 行，未导入任何内容，请拆分后上传`,
          `More than ${limits.rows.toLocaleString('en')} rows: nothing was imported; split the file`,
        ]);
      yield { number, cells, hidden: false };
      number = info.lines + 1;
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const said = error as { code?: string; lines?: number };
    if (typeof said.code !== 'string' || !said.code.startsWith('CSV_')) throw error;
    throw new Unreadable([
      `第 ${said.lines ?? number} 行附近的引号不成对或内容过长，未导入任何内容`,
      `Near line ${said.lines ?? number} a quote is not closed or a cell is too long: nothing was imported`,
    ]);
  }
}
