/**
 * The bytes of a document as the scan and the parser take them. UTF-16 becomes UTF-8 first; encodings in which a letter may hold the byte of
 * another sign, such as UTF-7 or ISO-2022, are refused, since two readers may see two documents in them.
 */
import { InvalidXml } from './invalid-xml.ts';
import { toUtf8 } from '../encoding.ts';

const readable = ['utf-8', 'us-ascii', 'ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252', 'gb18030', 'gbk', 'gb2312'];

function fromUtf16(bytes: Uint8Array, isLittle: boolean): Uint8Array {
  if (bytes.length % 2 !== 0)
    throw new InvalidXml('encoding', '', ['UTF-16 的字节数为奇数，文件不完整', 'an odd number of bytes in UTF-16: the file is cut']);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const units: number[] = [];
    for (let place = at; place < Math.min(bytes.length, at + 8192); place += 2) {
      const [first = 0, second = 0] = [bytes[place], bytes[place + 1]];
      units.push(isLittle ? first | (second << 8) : (first << 8) | second);
    }
    pieces.push(String.fromCharCode(...units));
  }
  const text = pieces.join('').replace(/^\uFEFF/, '');
  try {
    return toUtf8(text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1'));
  } catch {
    throw new InvalidXml('encoding', '', ['不是有效的 UTF-16', 'not valid UTF-16']);
  }
}

/** UTF-8, or the bytes themselves where their encoding is a superset of ASCII. Throws InvalidXml for other encodings. */
export function inReadableEncoding(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return fromUtf16(bytes, true);
  if (first === 0xfe && second === 0xff) return fromUtf16(bytes, false);
  if (first === 0x3c && second === 0) return fromUtf16(bytes, true);
  if (first === 0 && second === 0x3c) return fromUtf16(bytes, false);
  const head = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '');
  const [, double, single] = /^<\?xml\s[^>]*?\sencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(head) ?? [];
  const name = double ?? single ?? 'utf-8';
  if (readable.includes(name.toLowerCase())) return bytes;
  const shown = name.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
  throw new InvalidXml('encoding', 'line 1', [`不读取字符编码“${shown}”，请用 UTF-8`, `the encoding “${shown}” is not read; use UTF-8`]);
}
