/**
 * SI prefixes (SI Brochure, 9th edition, 3.1, with ronna to quecto of CGPM 2022, resolution 3) and binary prefixes (IEC 80000-13).
 * Chinese names: 国务院 1984-02-27 table 5 for 10^18 to 10^-18; 国际单位制 (GB 3100-1993) for zetta to yocto; the four of 2022 after the
 * choice of the China National Committee for Terms in Sciences and Technologies, confidence M.
 */
import { power, rational } from '../rational.ts';
import type { Rational } from '../rational.ts';

export type Prefix = {
  readonly symbol: string;
  /** The first is printed; the others are read. */
  readonly zh: readonly string[];
  readonly en: string;
  readonly ucum: string;
  readonly factor: Rational;
  readonly kind: 'decimal' | 'binary';
};

const decimal = (symbol: string, exponent: number, zh: string, en: string): Prefix => ({
  symbol,
  zh: zh.split(' '),
  en,
  ucum: symbol === 'µ' ? 'u' : symbol,
  factor: power(rational(10), exponent),
  kind: 'decimal',
});

const binary = (symbol: string, exponent: number, zh: string, en: string): Prefix => ({
  symbol,
  zh: [zh],
  en,
  ucum: symbol,
  factor: power(rational(1024), exponent),
  kind: 'binary',
});

export const prefixes: readonly Prefix[] = [
  decimal('Q', 30, '昆 昆它', 'quetta'),
  decimal('R', 27, '容 容那', 'ronna'),
  decimal('Y', 24, '尧 尧它', 'yotta'),
  decimal('Z', 21, '泽 泽它', 'zetta'),
  decimal('E', 18, '艾 艾可萨', 'exa'),
  decimal('P', 15, '拍 拍它', 'peta'),
  decimal('T', 12, '太 太拉', 'tera'),
  decimal('G', 9, '吉 吉咖', 'giga'),
  decimal('M', 6, '兆', 'mega'),
  decimal('k', 3, '千', 'kilo'),
  decimal('h', 2, '百', 'hecto'),
  decimal('da', 1, '十', 'deca'),
  decimal('d', -1, '分', 'deci'),
  decimal('c', -2, '厘', 'centi'),
  decimal('m', -3, '毫', 'milli'),
  decimal('µ', -6, '微', 'micro'),
  decimal('n', -9, '纳 纳诺', 'nano'),
  decimal('p', -12, '皮 皮可', 'pico'),
  decimal('f', -15, '飞 飞母托', 'femto'),
  decimal('a', -18, '阿 阿托', 'atto'),
  decimal('z', -21, '仄 仄普托', 'zepto'),
  decimal('y', -24, '幺 幺科托', 'yocto'),
  decimal('r', -27, '柔 柔托', 'ronto'),
  decimal('q', -30, '亏 亏科托', 'quecto'),
  binary('Ki', 1, '二进千', 'kibi'),
  binary('Mi', 2, '二进兆', 'mebi'),
  binary('Gi', 3, '二进吉', 'gibi'),
  binary('Ti', 4, '二进太', 'tebi'),
  binary('Pi', 5, '二进拍', 'pebi'),
  binary('Ei', 6, '二进艾', 'exbi'),
  binary('Zi', 7, '二进泽', 'zebi'),
  binary('Yi', 8, '二进尧', 'yobi'),
];
