// Control, zero-width and byte-order characters that are pasted along and never seen.
const unseen = /[\p{Cc}\p{Cf}]/gu;
const blanks = /[\s\u00a0\u3000]+/g;

/** A name or an address: spaces at the ends and doubled ones go, the wide brackets of Chinese stay. @example tidyText(' 电子  计价秤 ') // '电子 计价秤' */
export const tidyText = (text: string): string => text.replace(blanks, ' ').replace(unseen, '').trim();

/** A number or a code: wide letters and digits as narrow ones, else letter by letter. @example tidyCode('ＡＣＳ－３０') // 'ACS-30' */
export const tidyCode = (text: string): string =>
  tidyText(text.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

/** Blank fields are written as a stroke by custom; none of these says anything. */
const nothing = new Set(['/', '\\', '-', '--', '—', '——', '－', '／', '无', '暂无', '不详', 'n/a', 'na', 'none', 'null', '#n/a']);
export const isNothing = (text: string): boolean => text === '' || nothing.has(text.toLowerCase());

/** A heading or a word to compare: width, case, spaces, brackets' notes and marks of a required column make no difference. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .toLowerCase()
    .replace(/[\s*·•:：,，、."'“”]+/g, '');

/** The same without what stands in brackets. @example bareKey('检定周期（月）') // '检定周期' */
export const bareKey = (text: string): string => wordKey(text.normalize('NFKC').replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, ''));
