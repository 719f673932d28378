/** A sentence in both languages of the house, Chinese first. */
export type Text = readonly [zh: string, en: string];
export type Language = 'zh' | 'en';

export const inLanguage = (text: Text, language: Language): string => text[language === 'zh' ? 0 : 1];

/**
 * The texts of a page, both languages on one line, so that a missing one does not compile.
 *
 * @example both({ title: ['强制检定申请', 'Compulsory verification request'] }).zh.title // '强制检定申请'
 */
export function both<Key extends string>(texts: Record<Key, Text>): Record<Language, Record<Key, string>> {
  const side = (index: 0 | 1): Record<Key, string> =>
    Object.fromEntries(Object.entries<Text>(texts).map(([key, text]) => [key, text[index]])) as Record<Key, string>;
  return { zh: side(0), en: side(1) };
}

/** What somebody typed, for LIKE: its signs are only signs. @example escapeLike('5 %') // '5 \\%' */
export const escapeLike = (typed: string): string => typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
/** The same as a part of a text. */
export const likePart = (typed: string): string => `%${escapeLike(typed)}%`;
