import { isSpace, isUnitLetter, isWord } from './characters.ts';
import type { NumberToken } from './number-token.ts';
import type { Passage } from './passage.ts';
import type { Topic } from './topics.ts';

/** 5 k, 10 μ, 4.7K of a resistor: the prefix that stands without a unit, and what it may be meant for (GB 3100-1993, 6.3). */
export function prefixAlone(
  passage: Passage,
  number: NumberToken,
  at: number,
): { readonly end: number; readonly meant: string; readonly doubtful?: true } | undefined {
  const { text } = passage;
  const end = at + 1;
  if (!/[kKMnupμµ]/.test(text.charAt(at))) return undefined;
  if (
    isUnitLetter(text.charCodeAt(end)) ||
    isWord(text.charCodeAt(end)) ||
    (/[·/^²³⁻.-]/.test(text.charAt(end)) && /[A-Za-z]/.test(text.charAt(end + 1)))
  )
    return undefined;
  if (/[/²³⁻]/.test(text.charAt(end))) return undefined;
  const letter = text.charAt(at);
  const near = (topic: Topic): boolean => passage.speaksWith(topic, number.start, end, 24, 12);
  const spaced = isSpace(text.charCodeAt(at - 1));
  if ((letter === 'μ' || letter === 'µ') && !near('capacitor')) return { end, meant: 'μm' };
  if (/[kKM]/.test(letter) && near('resistor')) return { end, meant: letter === 'M' ? 'MΩ' : 'kΩ' };
  if (/[nupμµ]/.test(letter) && near('capacitor')) return { end, meant: letter === 'n' || letter === 'p' ? `${letter}F` : 'μF' };
  if (letter !== 'k' || near('heatK')) return undefined;
  // 62 k lines, 10 k / 50 k
  if (/^ ?(?:[a-z]{3,}|[/|])/.test(passage.after(end, 6)) && !near('length') && !near('weight')) return undefined;
  if (near('thousand') || /[$€£¥￥]\s?$/.test(passage.before(number.start, 3))) return undefined;
  if (spaced) {
    const meant = near('weight') ? 'kg' : near('length') ? 'km' : 'kg | km | kΩ';
    // In English k is also thousand; without a word of what is measured it is only doubtful.
    const doubtful = meant.includes('|') && !passage.isChinese(at) && passage.lineEnd(at) - passage.lineStart(at) > 24;
    return doubtful ? { end, meant, doubtful } : { end, meant };
  }
  return near('weight') ? { end, meant: 'kg' } : undefined;
}
