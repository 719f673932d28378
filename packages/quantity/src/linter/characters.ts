/** Kinds of characters, by code unit. Pairs of surrogates belong to none of them. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A Latin letter, A to Z or a to z. */
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** A Latin letter, a digit or the low line. */
export const isWord = (code: number): boolean => isDigit(code) || isLetter(code) || code === 95;

/** A Chinese character (U+4E00 to U+9FFF, U+3400 to U+4DBF). */
export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);

/** Every space that may stand between number and unit; no line end. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000;

const others = new Set(Array.from('µμΩΩω°℃℉Åº℧', (letter) => letter.charCodeAt(0)));

/** What may be part of a unit symbol: letters, μ, Ω, ℃ and the squared forms of CJK Compatibility (㎏, ㎡, ㏄). */
export const isUnitLetter = (code: number): boolean =>
  isLetter(code) || (code > 127 && (others.has(code) || (code >= 0x3371 && code <= 0x33df)));

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A raised digit or sign: ², ³, ⁻. @example isSuperscript('²') // true */
export const isSuperscript = (letter: string): boolean =>
  letter !== '' && (superscripts.includes(letter) || letter === '⁻' || letter === '⁺');

/** Full-width digits and letters read as their half-width forms; the length stays. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

/** Stands in a projection between cells of one row: what it parts is no quantity, yet speaks of the same thing. */
export const cellEnd = '\u001f';
