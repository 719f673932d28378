/** Chinese numerals: 三, 十五, 一百二十, 三万五千, 半, 两; approximate ones (几, 数, 多) have no value. */
const digits: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const letters = new Set('零〇一二两三四五六七八九十百千万亿半几数');

/** Whether a character takes part in Chinese numerals, 半 and 两 included. @example isHanNumeral('三') // true */
export const isHanNumeral = (letter: string): boolean => letters.has(letter);

/** Powers of ten that stand for many, not for a number: 千, 万, 百, 百万. */
export const isRoundNumeral = (text: string): boolean => /^[百千万亿]+$/.test(text);

/** The decimal text of a Chinese numeral below 10⁸, or undefined. @example valueOfHan('十五') // '15' */
export function valueOfHan(text: string): string | undefined {
  if (text === '半') return '0.5';
  if (text === '' || /[几数亿半]/.test(text)) return undefined;
  let [total, section, digit] = [0, 0, -1];
  for (const letter of text) {
    const found = digits[letter];
    const step = steps[letter];
    if (found !== undefined) {
      // 三四斤 is "three or four".
      if (digit > 0 && found > 0) return undefined;
      digit = found;
    } else if (step !== undefined) {
      section += (digit < 0 ? 1 : digit) * step;
      digit = -1;
    } else {
      total = (total + section + Math.max(0, digit)) * 10_000;
      [section, digit] = [0, -1];
    }
  }
  return String(total + section + Math.max(0, digit));
}
