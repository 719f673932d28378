const wide = /[\uFF01-\uFF5E]/g;

/** Full-width letters, digits and brackets as half-width ones, without white space, in capitals. @example code('ＺＬ 2023 1') // 'ZL20231' */
export const code = (text: string): string =>
  text
    .replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[〔［【]/g, '[')
    .replace(/[〕］】]/g, ']')
    .replace(/\s+/g, '')
    .toUpperCase();

/** A name to compare: white space and punctuation do not make another name. @example name('南通 · 计量馆') // '南通计量馆' */
export const name = (text: string): string => code(text).replace(/[·・.,，。、()"'“”‘’《》<>\-—_]/g, '');

/**
 * A patent number to compare, with or without ZL and dot; the check character stays.
 *
 * @example patent('ZL 2023 1 0123456.7') // '2023101234567'
 */
export const patent = (text: string): string =>
  code(text)
    .replace(/^(ZL|CN)/, '')
    .replace(/\./g, '');
