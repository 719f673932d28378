/**
 * Texts of a label that are compared with what stands on the instrument. One that is too long is cut: its end stays readable, and eight bytes of
 * a digest of the whole stand beside it, so that whoever types the whole text from the plate still learns whether it is the same.
 */
import { toHex, toUtf8 } from '../encoding.ts';
import { sha256 } from '../signature.ts';

export type LabelText = {
  /** The whole text, or its last characters where `digest` is not null. */
  readonly text: string;
  /** The first 8 bytes of SHA-256 over the whole text as it is compared, 16 hexadecimal digits. */
  readonly digest: string | null;
};

/** What fits whole, in bytes of UTF-8: 24 letters and digits, or 8 Chinese characters. */
export const mostWholeBytes = 24;
/** What is kept of a longer one. */
export const mostEndBytes = 15;
export const digestBytes = 8;

/**
 * How two texts are compared: width and case of letters, white space and invisible signs make no difference; everything else does.
 *
 * @example comparable(' ab１2 ') // 'AB12'
 */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, '')
    .toUpperCase();

const digestOf = (text: string): string => toHex(sha256(toUtf8(comparable(text))).subarray(0, digestBytes));

/** The last characters that need at most so many bytes. */
function endOf(text: string, most: number): string {
  let end = '';
  for (const character of Array.from(text).reverse()) {
    if (toUtf8(character + end).length > most) break;
    end = character + end;
  }
  return end;
}

/**
 * A serial number or seal number for a label, cut where it is too long; null where nothing is stated. Signs that would not show are left out.
 *
 * @example labelText('20260017') // { text: '20260017', digest: null }
 */
export function labelText(whole: string): LabelText | null {
  const shown = whole
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (shown === '') return null;
  if (toUtf8(shown).length <= mostWholeBytes) return { text: shown, digest: null };
  return { text: endOf(shown, mostEndBytes).trim(), digest: digestOf(shown) };
}

/** The beginning of a text that is only read, not compared: cut with … where it needs more bytes. */
export function shortText(whole: string, most: number): string {
  const shown = whole
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (toUtf8(shown).length <= most) return shown;
  let short = '';
  for (const character of shown) {
    if (toUtf8(`${short}${character}…`).length > most) break;
    short += character;
  }
  return `${short.trim()}…`;
}

/**
 * Whether a text typed from the instrument is the one of the label.
 *
 * @example isSameText({ text: 'AB12', digest: null }, 'ab 12') // true
 */
export const isSameText = (stated: LabelText, typed: string): boolean =>
  stated.digest === null ? comparable(stated.text) === comparable(typed) : stated.digest === digestOf(typed);
