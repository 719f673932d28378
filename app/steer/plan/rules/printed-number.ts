import { fold } from './printed-name.ts';

const digits = '零一二三四五六七八九';

/** A count as a cell or sentence prints it, in Arabic or Chinese digits up to 99; null when it prints none. */
export function toCount(printed: string | undefined): number | null {
  const text = fold(printed ?? '').replace(/[项个]$/, '');
  if (/^\d+$/.test(text)) return Number(text);
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (tens) return (tens[1] ? digits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? digits.indexOf(tens[2]) : 0);
  return text.length === 1 && digits.includes(text) ? digits.indexOf(text) : null;
}

/** ① is 1; a plain number is itself; null for any other mark. */
export function markNumber(mark: string): number | null {
  const code = mark.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  return toCount(mark.replace(/[.．、()（）]/g, ''));
}

export const circled = (number: number): string => (number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : String(number));
