import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts');

/** The three weights of the one family that papers use; they have the same characters. */
export const fontBlobs = (): Buffer[] =>
  ['Regular', 'Medium', 'Bold'].map((weight) => readFileSync(join(fonts, `NotoSansHans-${weight}.otf`)));

/** Ranges of characters that a font has, from the format 12 subtable of its `cmap` (OpenType 1.9). */
export function rangesOf(font: Buffer): readonly (readonly [first: number, last: number])[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) throw new RangeError('a font without a cmap');
  const start = font.readUInt32BE(entry + 8);
  const subtables = Array.from(
    { length: font.readUInt16BE(start + 2) },
    (_, index) => start + font.readUInt32BE(start + 4 + index * 8 + 4),
  );
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (wide === undefined) throw new RangeError('a font without characters beyond the first plane');
  return Array.from({ length: font.readUInt32BE(wide + 12) }, (_, index) => {
    const at = wide + 16 + index * 12;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
  });
}

/** Small figures that templates set themselves, since the font does not have them. */
const drawn = /[₀-₉₊₋ₘ⁻]/u;
const spaces = /[\t\v\f\u2000-\u200a\u202f\u205f\u3000]/u;
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

const coded = (code: number): string => `\\u{${code.toString(16)}}`;

/**
 * A text as the font can print it. A character that the font lacks is named by its code, so that nothing is left out silently and PDF/A
 * holds; spaces become ordinary ones, and what has no form is dropped.
 *
 * @example printableWith(…)('王𠮷') // '王〔U+20BB7〕'
 */
export function printableWith(ranges: readonly (readonly [first: number, last: number])[]): (text: string) => string {
  const had = ranges.map(([first, last]) => `${coded(first)}-${coded(last)}`).join('');
  const strange = new RegExp(`${spaces.source}|${unseen.source}|[^\\n${had}${drawn.source.slice(1, -1)}]`, 'gu');
  const form = (character: string): string => {
    if (character === '✗') return '×';
    if (character === '\n') return character;
    if (unseen.test(character) && !spaces.test(character)) return '';
    if (spaces.test(character)) return ' ';
    return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
  };
  // Nearly every text has nothing strange, which a table tells sooner than a class of thousands of ranges.
  const known = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => Number(unit === 10 || String.fromCharCode(unit).search(strange) < 0));
  const isPrinted = (text: string): boolean => {
    for (let at = 0; at < text.length; at += 1) if (known[text.charCodeAt(at)] === 0) return false;
    return true;
  };
  return (text) => (isPrinted(text) ? text : text.replace(strange, form));
}

/** Escapes of JSON that stand for signs which are not printed as they are. */
const hidden = /\\[^n"\\]/;

function mapTexts(value: unknown, print: (text: string) => string): unknown {
  if (typeof value === 'string') return print(value);
  if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, print));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, print)]));
}

/** The same for every text in a text of JSON; names of fields are left as they are. */
export const printableJson = (json: string, print: (text: string) => string): string =>
  hidden.test(json) ? JSON.stringify(mapTexts(JSON.parse(json), print)) : print(json);
