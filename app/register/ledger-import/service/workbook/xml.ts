import { TextDecoder } from 'node:util';
import { Unreadable } from './unreadable.ts';

/**
 * What an XML part says, piece by piece. The library's streaming reader decodes each piece by itself and so breaks Chinese letters at
 * the seams (exceljs 4.4.0, lib/utils/browser-buffer-decode.js), and does not tell merged cells; hence a reader of our own.
 */
export type XmlListener = {
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

const damaged = (): Unreadable =>
  new Unreadable(['工作簿内容已损坏，请重新保存后上传', 'The content of the workbook is damaged: save it again and upload it']);
/** No tag and no text between two tags of a workbook is longer; a piece without an end must not fill the memory. */
const longest = 4 * 1024 * 1024;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const entity = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g;

/** Replaces the five entities and character references (XML 1.0 4.1, 4.6); others cannot occur without a document type. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const past = (tag: string, at: number): number => {
  let next = at;
  while (isBlank(tag.charCodeAt(next))) next += 1;
  return next;
};

/** Looks an attribute up where it is asked for: most are not, and a sheet has millions. */
function attributeOf(tag: string): (name: string) => string | undefined {
  return (wanted) => {
    for (let at = tag.indexOf(wanted); at >= 0; at = tag.indexOf(wanted, at + 1)) {
      const before = tag.charCodeAt(at - 1);
      if (!isBlank(before) && before !== 58) continue;
      const equals = past(tag, at + wanted.length);
      if (tag.charCodeAt(equals) !== 61) continue;
      const quote = past(tag, equals + 1);
      const end = tag.indexOf(tag.charAt(quote), quote + 1);
      return end < 0 ? undefined : decodeXml(tag.slice(quote + 1, end));
    }
    return undefined;
  };
}

type Walk = { rest: string };

/** The end of a markup that begins at `at`, with what is to be done with it; -1 while it is not complete. */
function endOf(text: string, at: number, mark: string): number {
  const end = text.indexOf(mark, at);
  return end < 0 ? -1 : end + mark.length;
}

function special(text: string, at: number, listener: XmlListener): number {
  if (text.startsWith('<!--', at)) return endOf(text, at + 4, '-->');
  if (text.startsWith('<?', at)) return endOf(text, at + 2, '?>');
  if (text.startsWith('<![CDATA[', at)) {
    const end = endOf(text, at + 9, ']]>');
    if (end > 0) listener.text(text.slice(at + 9, end - 3));
    return end;
  }
  // A document type could define entities that grow without end; no workbook has one.
  if (text.length - at >= 9) throw damaged();
  return -1;
}

function tag(text: string, at: number, end: number, listener: XmlListener): void {
  if (text.charCodeAt(at + 1) === 47) {
    listener.close(localName(text.slice(at + 2, end - 1).trim()));
    return;
  }
  const closed = text.charCodeAt(end - 2) === 47;
  const body = text.slice(at + 1, closed ? end - 2 : end - 1);
  const space = body.search(/\s/);
  const name = localName(space < 0 ? body : body.slice(0, space));
  listener.open(name, space < 0 ? () => undefined : attributeOf(body.slice(space)));
  if (closed) listener.close(name);
}

function walk(state: Walk, more: string, listener: XmlListener): void {
  const text = state.rest + more;
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    if (open > at) listener.text(decodeXml(text.slice(at, open)));
    const next = text.charCodeAt(open + 1);
    const end = next === 33 || next === 63 ? special(text, open, listener) : endOf(text, open, '>');
    at = open;
    if (end < 0) break;
    if (next !== 33 && next !== 63) tag(text, open, end, listener);
    at = end;
  }
  state.rest = text.slice(at);
  if (state.rest.length > longest) throw damaged();
}

function decoderFor(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8', { fatal: true });
}

/** Walks through an XML part; after each piece the listener may have something to hand on, which `between` yields. */
export async function* walkXml<Item>(pieces: AsyncIterable<Buffer>, listener: XmlListener, between: () => Item[]): AsyncGenerator<Item> {
  const state: Walk = { rest: '' };
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      throw damaged();
    }
    walk(state, text, listener);
    yield* between();
  }
  if (state.rest.trim() !== '') throw damaged();
  yield* between();
}

/** Walks through a whole part. */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _nothing of walkXml(pieces, listener, () => [])) continue;
}
