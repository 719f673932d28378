import type { Sentence } from '../contract/document.ts';

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** The sentences that hold every word searched for, in Chinese or in English, whatever their case and spaces. */
export function findSentences(sentences: readonly Sentence[], words: string): Sentence[] {
  const sought = words
    .split(/\s+/)
    .map(folded)
    .filter((word) => word !== '');
  return sentences.filter((sentence) => {
    const sides = [sentence.text + sentence.clause, sentence.textEn ?? ''].map(folded);
    return sides.some((side) => sought.every((word) => side.includes(word)));
  });
}
