/** The numbered graduations 标有数字的分度线 of a dial, where a pressure gauge is tested. */
import { DecimalError, add, compare, divideExactly, multiply, parse, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../edition.ts';

/** Why a nameplate's graduations cannot be used. */
export type GraduationRefusal = { readonly reason: string; readonly text: Text };

const separators = new Set([' ', ',', '，', '、', ';', '；', '\t']);
const mostGraduations = 60;

/** The words of a list, whatever separates them. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (!separators.has(character)) word += character;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  return word === '' ? words : [...words, word];
}

/**
 * The numbered graduations from `lower` to `upper`, both among them: written as a list ('0, 0.4, 0.8, 1.2, 1.6'), or as their count when they are
 * equally spaced ('5').
 * @example readGraduations('5', parse('0'), parse('1.6')).length // 5
 */
export function readGraduations(text: string, lower: Decimal, upper: Decimal): readonly Decimal[] | GraduationRefusal {
  const words = wordsOf(text);
  const [only] = words;
  if (only !== undefined && words.length === 1) return counted(only, lower, upper);
  const list: Decimal[] = [];
  for (const word of words) {
    try {
      list.push(parse(word));
    } catch (error) {
      if (!(error instanceof DecimalError)) throw error;
      return { reason: error.reason, text: [`“${word}”：${error.text[0]}`, `"${word}": ${error.text[1]}`] };
    }
  }
  const rising = list.every((value, index) => {
    const before = list[index - 1];
    return before === undefined || compare(before, value) < 0;
  });
  const [first, last] = [list[0], list[list.length - 1]];
  if (!rising || !first || !last || compare(first, lower) !== 0 || compare(last, upper) !== 0 || list.length > mostGraduations) {
    const range = `${print(lower)} … ${print(upper)}`;
    return {
      reason: 'graduations',
      text: [
        `带数字的分度线应从小到大，首末为测量下限和上限（${range}）`,
        `the numbered graduations rise from the lower to the upper limit (${range})`,
      ],
    };
  }
  return list;
}

function counted(word: string, lower: Decimal, upper: Decimal): readonly Decimal[] | GraduationRefusal {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 2 || count > mostGraduations) {
    return {
      reason: 'graduations',
      text: [
        `应为带数字分度线的条数（2 至 ${mostGraduations}）或逐条列出`,
        `the number of numbered graduations (2 to ${mostGraduations}) or a list of them`,
      ],
    };
  }
  const step = divideExactly(subtract(upper, lower), whole(count - 1));
  if (step === undefined) {
    return {
      reason: 'graduations',
      text: ['按此条数不能等分，请逐条列出', 'the range does not divide evenly by this count; list the graduations'],
    };
  }
  return Array.from({ length: count }, (_, index) => trim(add(lower, multiply(step, whole(index)))));
}

/** Whether the graduations could be read. */
export const areGraduations = (read: readonly Decimal[] | GraduationRefusal): read is readonly Decimal[] => Array.isArray(read);
