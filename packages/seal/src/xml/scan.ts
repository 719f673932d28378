/**
 * A look at the bytes before the parser gets them: how large, how deep, how many and how long things are, and whether there is a document
 * type declaration, which is where entities come from. Linear in the bytes and without any allocation that grows with them.
 */
import { InvalidXml, type InvalidXmlCode } from './invalid-xml.ts';

export const xmlBounds = {
  /** Bytes of a document: a DCC with its certificate as PDF inside has a few million. */
  bytes: 16_777_216,
  depth: 200,
  elements: 200_000,
  /** Bytes of one tag with all its attributes. */
  tag: 65_536,
  /** Canonical form costs the square of both. */
  attributes: 128,
  namespacesInScope: 32,
} as const;

const [lessThan, greaterThan, slash, quote, apostrophe, exclamation, question, dash, bracket, lineFeed, equals, letterX] = [
  0x3c, 0x3e, 0x2f, 0x22, 0x27, 0x21, 0x3f, 0x2d, 0x5b, 0x0a, 0x3d, 0x78,
];

/** Where a byte stands, as people count: 'line 3, column 7'. */
function placeOf(bytes: Uint8Array, offset: number): string {
  let line = 1;
  let start = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < offset; at = bytes.indexOf(lineFeed, at + 1)) {
    line += 1;
    start = at + 1;
  }
  return `line ${line}, column ${offset - start + 1}`;
}

const startsWith = (bytes: Uint8Array, offset: number, text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) if (bytes[offset + index] !== text.charCodeAt(index)) return false;
  return true;
};

/** Where the text begins that ends a comment, a CDATA section or an instruction. */
function endOf(bytes: Uint8Array, from: number, ending: string): number {
  const last = ending.charCodeAt(ending.length - 1);
  for (let at = bytes.indexOf(last, from); at !== -1; at = bytes.indexOf(last, at + 1)) {
    const begin = at - ending.length + 1;
    if (begin >= from && startsWith(bytes, begin, ending)) return at + 1;
  }
  return -1;
}

type Tag = { readonly end: number; readonly attributes: number; readonly namespaces: number };

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** A tag; what stands in quotes does not end it. The end is -1 where the bytes end before it does, or it is too long. */
function readTag(bytes: Uint8Array, from: number): Tag {
  let quoted = 0;
  let attributes = 0;
  let namespaces = 0;
  const most = Math.min(bytes.length, from + xmlBounds.tag);
  for (let at = from; at < most; at += 1) {
    const byte = bytes[at];
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0;
    } else if (byte === quote || byte === apostrophe) quoted = byte;
    else if (byte === greaterThan) return { end: at + 1, attributes, namespaces };
    else if (byte === equals) attributes += 1;
    else if (byte === letterX && isSpace(bytes[at - 1]) && startsWith(bytes, at, 'xmlns')) namespaces += 1;
  }
  return { end: -1, attributes, namespaces };
}

function skipMarkup(bytes: Uint8Array, at: number): number | 'doctype' | undefined {
  if (bytes[at + 1] === question) return endOf(bytes, at + 2, '?>');
  if (bytes[at + 1] !== exclamation) return undefined;
  if (bytes[at + 2] === dash) return endOf(bytes, at + 4, '-->');
  if (bytes[at + 2] === bracket) return endOf(bytes, at + 9, ']]>');
  return 'doctype';
}

/** Throws InvalidXml for what is too large, too deep, too much, or has a document type declaration. The bytes are UTF-8 or another superset of ASCII. */
export function refuseExcess(bytes: Uint8Array): void {
  const refuse = (code: InvalidXmlCode, at: number, zh: string, en: string): never => {
    throw new InvalidXml(code, placeOf(bytes, at), [zh, en]);
  };
  /** For each open element, how many declarations of namespaces hold in it. */
  const scopes: number[] = [];
  let elements = 0;
  for (let at = bytes.indexOf(lessThan); at !== -1;) {
    const skipped = skipMarkup(bytes, at);
    if (skipped === 'doctype')
      refuse(
        'doctype',
        at,
        '含文档类型声明（DOCTYPE），其中的实体一律不读取',
        'there is a document type declaration; none is read, nor the entities in it',
      );
    if (typeof skipped === 'number') {
      if (skipped === -1) return;
      at = bytes.indexOf(lessThan, skipped);
      continue;
    }
    const { end, attributes, namespaces } = readTag(bytes, at + 1);
    if (end === -1 && bytes.length - at > xmlBounds.tag)
      refuse('tag-too-long', at, `标签超过 ${xmlBounds.tag} 字节`, `the tag is longer than ${xmlBounds.tag} bytes`);
    if (end === -1) return;
    if (bytes[at + 1] === slash) scopes.pop();
    else {
      elements += 1;
      const inScope = (scopes[scopes.length - 1] ?? 0) + namespaces;
      if (elements > xmlBounds.elements)
        refuse('too-many', at, `元素多于 ${xmlBounds.elements} 个`, `there are more than ${xmlBounds.elements} elements`);
      if (attributes > xmlBounds.attributes)
        refuse('too-many', at, `标签的属性多于 ${xmlBounds.attributes} 个`, `the tag has more than ${xmlBounds.attributes} attributes`);
      if (inScope > xmlBounds.namespacesInScope)
        refuse(
          'too-many',
          at,
          `命名空间声明多于 ${xmlBounds.namespacesInScope} 个`,
          `more than ${xmlBounds.namespacesInScope} declarations of namespaces hold here`,
        );
      if (bytes[end - 2] !== slash) scopes.push(inScope);
      if (scopes.length > xmlBounds.depth)
        refuse('too-deep', at, `嵌套超过 ${xmlBounds.depth} 层`, `elements are nested deeper than ${xmlBounds.depth}`);
    }
    at = bytes.indexOf(lessThan, end);
  }
}
