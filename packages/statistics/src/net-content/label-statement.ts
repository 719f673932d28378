/**
 * Reads the statement of a label: quantities such as 500 g or 500克, and products such as 12×50 g or 50 g×12袋.
 * A program reads letters, not print: it cannot see a superscript, so cm2 counts as cm².
 */
import { parse } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { wrongUnits } from './label-rule.ts';
import { findUnit, quantityUnits, type QuantityUnit } from './quantity-unit.ts';

/** A quantity as written; pieces where it is said how often it is contained. */
export type Statement = {
  readonly written: string;
  readonly value: Decimal;
  readonly unit: QuantityUnit;
  /** What the unit should have been written as; null where it is legal. */
  readonly instead: string | null;
  readonly pieces: number | null;
};

const measureWords = '个只枚粒片颗支枝条根张块件袋包瓶罐盒杯桶听卷抽套双副对把贴串板扎束';
const legal = [
  ...quantityUnits.filter(({ kind }) => kind !== 'count').flatMap(({ symbol, name }) => [symbol, name[0]]),
  'ml',
  'l',
  'mm2',
  'cm2',
  'dm2',
  'm2',
];
const longestFirst = (words: readonly string[]): string => [...words].sort((one, other) => other.length - one.length).join('|');
const unitWords = longestFirst([...legal, ...Object.keys(wrongUnits)]);

const number = String.raw`(\d{1,12}(?:\.\d{1,12})?)`;
// 50gx12 is a product, 50 gxy is no gram.
const end = String.raw`(?![A-WYZa-wyz²2]|[xX](?!\s*\d))`;
const measured = `(${unitWords})${end}`;
const counted = `([${measureWords}])`;
const per = String.raw`(?:\s*[/／]?\s*[${measureWords}])?`;
const times = String.raw`\s*[×xX*✕╳＊]\s*`;
const count = String.raw`(\d{1,6})(?!\.?\d)`;

/** In this order at each place: 50 g×12, 12×50 g, 10片×6, 500 g, 60片. */
const forms: readonly (readonly [pattern: string, value: number, unit: number, pieces: number | null])[] = [
  [String.raw`${number}\s*${measured}${per}${times}${count}`, 1, 2, 3],
  [String.raw`${count}\s*[${measureWords}]?${times}${number}\s*${measured}`, 2, 3, 1],
  [String.raw`${number}\s*${counted}${times}${count}`, 1, 2, 3],
  [String.raw`${number}\s*${measured}`, 1, 2, null],
  [String.raw`${number}\s*${counted}`, 1, 2, null],
];
const patterns = forms.map(([pattern]) => new RegExp(`^(?:${pattern})$`));
const anyForm = new RegExp(forms.map(([pattern]) => pattern.replace(/\((?!\?)/g, '(?:')).join('|'), 'g');

function unitOf(word: string): { unit: QuantityUnit; instead: string | null } | undefined {
  const instead = wrongUnits[word];
  const found = findUnit(instead ?? word);
  if (found !== undefined) return { unit: found, instead: instead ?? null };
  const pieces = findUnit('count');
  return measureWords.includes(word) && pieces !== undefined ? { unit: pieces, instead: null } : undefined;
}

function readOne(written: string): Statement | undefined {
  for (const [index, [, value, unit, pieces]] of forms.entries()) {
    const match = patterns[index]?.exec(written);
    if (match === null || match === undefined) continue;
    const read = unitOf(match[unit] ?? '');
    const digits = match[value];
    if (read === undefined || digits === undefined) return undefined;
    return { written, value: parse(digits), ...read, pieces: pieces === null ? null : Number(match[pieces]) };
  }
  return undefined;
}

/** The statements of a label's text in their order. @example readStatements('净含量：50g×12')[0]?.pieces // 12 */
export const readStatements = (text: string): readonly Statement[] =>
  [...text.matchAll(anyForm)].flatMap(([written]) => readOne(written.trim()) ?? []);
