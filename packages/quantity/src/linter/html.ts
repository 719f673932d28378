import { cellEnd } from './characters.ts';
import { readReference } from './entities.ts';
import type { Projection, ProjectionWriter } from './projection.ts';

/** Elements whose content is no prose. */
const silent = new Set('script style code pre kbd samp tt var template noscript svg math textarea head iframe object'.split(' '));
/** Elements within a paragraph; all others separate. */
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const raised: Readonly<Record<string, string>> = { '-': '⁻', '−': '⁻', '+': '⁺', '–': '⁻' };
const lowered = '₀₁₂₃₄₅₆₇₈₉';

type Tag = { readonly name: string; readonly closing: boolean; readonly end: number };

/** The tag, comment or declaration that begins at `at`, or undefined where `<` is only a character. */
function readTag(text: string, at: number): Tag | undefined {
  const next = text.charAt(at + 1);
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    return { name: '!--', closing: false, end: end < 0 ? text.length : end + 3 };
  }
  if (next === '!' || next === '?') {
    const end = text.indexOf('>', at);
    return { name: '!', closing: false, end: end < 0 ? text.length : end + 1 };
  }
  const closing = next === '/';
  let index = closing ? at + 2 : at + 1;
  const begin = index;
  while (index - begin < 40 && /[A-Za-z0-9-]/.test(text.charAt(index))) index += 1;
  if (index === begin || !/[A-Za-z]/.test(text.charAt(begin))) return undefined;
  const name = text.slice(begin, index).toLowerCase();
  let quote = '';
  for (; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '>') return { name, closing, end: index + 1 };
    else if ((letter === '"' || letter === "'") && text.charAt(index - 1) === '=') quote = letter;
  }
  return { name, closing, end: text.length };
}

const digitOf = (letter: string, forms: string): string => forms.charAt(Number(letter));

function shifted(letter: string, script: string): string {
  if (/[0-9]/.test(letter)) return digitOf(letter, script === 'sup' ? '⁰¹²³⁴⁵⁶⁷⁸⁹' : lowered);
  return script === 'sup' ? (raised[letter] ?? letter) : letter;
}

/** The end of a silent element's content: where its closing tag begins. */
function endOfSilent(source: string, lower: () => string, name: string, from: number): number {
  const end = lower().indexOf(`</${name}`, from);
  return end < 0 ? source.length : end;
}

/**
 * The text of tags only: no scripts, styles, code, comments and attributes. Character references are read, <sup> and <sub> become
 * raised and lowered digits (m<sup>3</sup> reads m³), block elements separate.
 */
export function projectHtml(writer: ProjectionWriter): Projection {
  const { source } = writer;
  let lowerCase: string | undefined;
  // Only ASCII letters change, so that positions stay.
  const lower = (): string => (lowerCase ??= source.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
  let script = '';
  let index = 0;
  let copied = 0;
  const flush = (): void => {
    writer.copy(copied, index);
    copied = index;
  };
  while (index < source.length) {
    const letter = source.charAt(index);
    if (letter === '<') {
      const tag = readTag(source, index);
      if (tag === undefined) {
        index += 1;
        continue;
      }
      flush();
      if (tag.name === 'sup' || tag.name === 'sub') script = tag.closing ? '' : tag.name;
      else if (!inline.has(tag.name) && tag.name !== '!--') {
        script = '';
        writer.separate(index, tag.name === 'td' || tag.name === 'th' ? cellEnd : '\n');
      }
      index = tag.end;
      if (silent.has(tag.name) && !tag.closing) {
        index = endOfSilent(source, lower, tag.name, index);
        // What stands in code or a formula is a word of its own.
        writer.separate(index, '\u0001');
      }
      copied = index;
    } else if (letter === '&') {
      const reference = readReference(source.slice(index, index + 40));
      if (reference === undefined) index += 1;
      else {
        flush();
        index += reference.length;
        const character = script === '' ? reference.character : shifted(reference.character, script);
        writer.write(character, copied, index);
        copied = index;
      }
    } else if (letter === '\n' || letter === '\r') {
      flush();
      index += 1;
      writer.write(' ', copied, index);
      copied = index;
    } else if (script !== '' && /[-+−–0-9]/.test(letter)) {
      flush();
      index += 1;
      writer.write(shifted(letter, script), copied, index);
      copied = index;
    } else index += 1;
  }
  flush();
  return writer.finish();
}
