/** What somebody gave to be verified, told by its first bytes and never by the name of its file. */
import { fromUtf8, InvalidEncoding } from '../encoding.ts';

/** label: text of a QR code · record: a record in JSON · package: a zip with the parts of one certificate · picture: a photo. */
export type InputKind = 'pdf' | 'xml' | 'label' | 'record' | 'package' | 'picture' | 'unknown';

/** The largest file that is looked at, in bytes. */
export const largestInput = 32 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, index) => bytes[from + index] === byte);

const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];
const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];
const isHeic = (bytes: Uint8Array): boolean => startsWith(bytes, [0x66, 0x74, 0x79, 0x70], 4);
const isWebp = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8);

/** XML in UTF-8 or UTF-16, behind a byte order mark and white space. */
function isXml(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xfe, 0xff, 0x00, 0x3c]) || startsWith(bytes, [0xff, 0xfe, 0x3c, 0x00])) return true;
  if (startsWith(bytes, [0x00, 0x3c, 0x00, 0x3f]) || startsWith(bytes, [0x3c, 0x00, 0x3f, 0x00])) return true;
  let at = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (at < 1000 && [0x20, 0x09, 0x0a, 0x0d].includes(bytes[at] ?? 0)) at += 1;
  return bytes[at] === 0x3c;
}

/** The address of a label or its path, also where it was cut off, or its digits alone: at least as many as the shortest signature has. */
const label = /^(?:(?:https?:\/\/[^\s/]+)?\/q\/[0-9]+|[0-9]{150,})$/i;

/** What the bytes are; a file that is cut off is still of its kind. */
export function kindOf(bytes: Uint8Array): InputKind {
  // A PDF may stand behind other bytes (ISO 32000-1, annex H, note 13).
  const head = bytes.subarray(0, 1024);
  if (head.some((byte, index) => byte === 0x25 && startsWith(head, pdf, index))) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'package';
  if (pictures.some((start) => startsWith(bytes, start)) || isHeic(bytes) || isWebp(bytes)) return 'picture';
  if (isXml(bytes)) return 'xml';
  if (bytes.length > largestInput) return 'unknown';
  const text = textOf(bytes)?.trim() ?? '';
  if (text.length < 4000 && label.test(text)) return 'label';
  return text.startsWith('{') ? 'record' : 'unknown';
}

/** The text of bytes in UTF-8, without a byte order mark; undefined for other bytes. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return fromUtf8(bytes).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

/** Thrown for a file in which there is no certificate at all; `text` in both languages. */
export class NoCertificate extends Error {
  readonly text: readonly [zh: string, en: string];
  constructor(text: readonly [zh: string, en: string]) {
    super(text[1]);
    this.name = 'NoCertificate';
    this.text = text;
  }
}
