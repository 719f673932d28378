/**
 * Units of net content. All factors are powers of ten, so every conversion is exact and keeps the digits that were written.
 * 定量包装商品计量监督管理办法 (SAMR order 70, 2023), annex 1: mass, volume, length, area; counted goods have no unit but a measure word.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { quoted } from '../sample/read-input.ts';
import { timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';

export type Text = readonly [zh: string, en: string];
export type QuantityKind = 'mass' | 'volume' | 'length' | 'area' | 'count';
export type QuantityUnit = { readonly symbol: string; readonly kind: QuantityKind; readonly power: number; readonly name: Text };

/** Power of ten to the unit in which the tables are written: g, mL, m, cm², pieces. */
export const quantityUnits: readonly QuantityUnit[] = [
  { symbol: 'mg', kind: 'mass', power: -3, name: ['毫克', 'milligram'] },
  { symbol: 'g', kind: 'mass', power: 0, name: ['克', 'gram'] },
  { symbol: 'kg', kind: 'mass', power: 3, name: ['千克', 'kilogram'] },
  { symbol: 'mL', kind: 'volume', power: 0, name: ['毫升', 'millilitre'] },
  { symbol: 'L', kind: 'volume', power: 3, name: ['升', 'litre'] },
  { symbol: 'mm', kind: 'length', power: -3, name: ['毫米', 'millimetre'] },
  { symbol: 'cm', kind: 'length', power: -2, name: ['厘米', 'centimetre'] },
  { symbol: 'm', kind: 'length', power: 0, name: ['米', 'metre'] },
  { symbol: 'mm²', kind: 'area', power: -2, name: ['平方毫米', 'square millimetre'] },
  { symbol: 'cm²', kind: 'area', power: 0, name: ['平方厘米', 'square centimetre'] },
  { symbol: 'dm²', kind: 'area', power: 2, name: ['平方分米', 'square decimetre'] },
  { symbol: 'm²', kind: 'area', power: 4, name: ['平方米', 'square metre'] },
  { symbol: 'count', kind: 'count', power: 0, name: ['个', 'pieces'] },
];

/** Other spellings that a file may use. */
const spellings: Readonly<Record<string, string>> = {
  ml: 'mL',
  l: 'L',
  mm2: 'mm²',
  cm2: 'cm²',
  dm2: 'dm²',
  m2: 'm²',
  pieces: 'count',
  件: 'count',
};

/** The unit of a symbol or Chinese name; undefined when it is none of the table. @example findUnit('毫升')?.symbol // 'mL' */
export const findUnit = (text: string): QuantityUnit | undefined => {
  const symbol = spellings[text] ?? text;
  return quantityUnits.find((unit) => unit.symbol === symbol || unit.name[0] === symbol);
};

/** The unit of an input field. */
export function readUnit(value: unknown, place: string): QuantityUnit {
  const known = quantityUnits.map(({ symbol }) => symbol).join(', ');
  if (value === undefined || value === null || value === '')
    throw new InvalidInput(place, [`没有写单位，可用：${known}`, `the unit is missing; known are: ${known}`]);
  const unit = typeof value === 'string' ? findUnit(value.trim()) : undefined;
  if (unit !== undefined) return unit;
  const written = quoted(value);
  throw new InvalidInput(place, [`不认识单位“${written}”，可用：${known}`, `the unit "${written}" is not known; known are: ${known}`]);
}

/** The same quantity in another unit of its kind. Throws RangeError across kinds. @example print(convert(parse('0.5'), kg, g)) // '500' */
export function convert(value: Decimal, from: QuantityUnit, to: QuantityUnit): Decimal {
  if (from.kind !== to.kind) throw new RangeError(`${from.symbol} is no unit of ${to.kind}`);
  return timesPowerOfTen(value, from.power - to.power);
}

/** The unit in which the tables are written. */
export function tableUnit(kind: QuantityKind): QuantityUnit {
  const unit = quantityUnits.find((one) => one.kind === kind && one.power === 0);
  if (unit === undefined) throw new RangeError(`no unit of ${kind}`);
  return unit;
}
