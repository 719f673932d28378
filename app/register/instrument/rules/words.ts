/** Words as people type them: what is written wide, in capitals or with many blanks is the same word; Chinese has no blanks inside. */
import { escapeLike } from '../../../kernel/text.ts';

/** More words than these narrow nothing that a person would notice. */
const mostWords = 6;

/** @example wordsOf(' ＡＣＳ－30  电子秤 ') // ['acs-30', '电子秤'] */
export function wordsOf(q: string): string[] {
  const words = q
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
}

export const likeBeginning = (word: string): string => `${escapeLike(word)}%`;

export const isChinese = (word: string): boolean => /^\p{Script=Han}+$/u.test(word);

/**
 * People leave characters out of long names: 电子秤 is also 电子计价秤. From three Chinese characters on, a name that has them in this
 * order is found as well, after those that have the word itself; null for any other word.
 */
export const likeInOrder = (word: string): string | null =>
  isChinese(word) && signsOf(word).length >= 3 ? `%${signsOf(word).map(escapeLike).join('%')}%` : null;

/** The signs of a word one by one; a rare character beyond the first plane is one sign. */
export const signsOf = (word: string): string[] => Array.from(word);
export const reversed = (word: string): string => signsOf(word).reverse().join('');

/** The characters and pairs of characters of a word, as organization_grams makes them of a name; of a long word only the pairs. */
export function gramsOf(word: string): string[] {
  const characters = signsOf(word);
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`))];
}
