/**
 * The ranges of a standard as data beside the text of its certificate: from and to as decimal text with their units, or the nominal values of a
 * set (砝码组, 量器, 镜片). A text is taken over only where it reads without doubt; everything else stays "not stated".
 */
import { compare, DecimalError, parse, print } from '@tongheng/quantity/decimal';
import { convert } from '@tongheng/quantity/conversion';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { compatible, parseUnit, type Unit } from '@tongheng/quantity/unit';
import type { Text } from '../../../kernel/text.ts';

export type Amount = { readonly value: string; readonly unit: string };
/** A nominal value of a set; `pieces` null: how many there are is not stated. */
export type Nominal = Amount & { readonly pieces: number | null };
/** Of a set `nominals` in rising order, `from` and `to` being the first and the last; otherwise none, and everything between counts. */
export type StandardRange = { readonly from: Amount; readonly to: Amount; readonly nominals: readonly Nominal[] };

/** Where the ranges of a standard come from. */
export const rangeBases = {
  stated: ['已登记', 'Stated'],
  text: ['取自测量范围文字', 'Taken from the text'],
  none: ['未登记', 'Not stated'],
} as const satisfies Record<string, Text>;
export type RangeBasis = keyof typeof rangeBases;
export const rangeBasisNames = Object.keys(rangeBases) as [RangeBasis, ...RangeBasis[]];

export const mostRanges = 40;
const mostNominals = 60;

export function unitOrNone(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

/** A value in another unit, as decimal text; undefined where the quantities differ or the value is no number. */
export function amountIn({ value, unit }: Amount, target: string): string | undefined {
  const [from, to] = [unitOrNone(unit), unitOrNone(target)];
  if (from === undefined || to === undefined || !compatible(from, to)) return undefined;
  try {
    return unit === target ? print(parse(value)) : convert(`${value} ${unit}`, target).value;
  } catch (error) {
    if (error instanceof InvalidInput || error instanceof DecimalError) return undefined;
    throw error;
  }
}

/** Compares two values of one quantity; undefined where they cannot be compared. */
export function compareAmounts(a: Amount, b: Amount): -1 | 0 | 1 | undefined {
  const [left, right] = [amountIn(a, b.unit), amountIn(b, b.unit)];
  return left === undefined || right === undefined ? undefined : compare(parse(left), parse(right));
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/[（［]/g, '('],
  [/[）］]/g, ')'],
  [/[～〜∼]/g, '~'],
  [/[，、]/g, ','],
  [/；/g, ';'],
  [/：/g, ':'],
  [/[－−]/g, '-'],
  [/＋/g, '+'],
  [/．/g, '.'],
  [/[\u00a0\u2009\u202f\u3000]/g, ' '],
];
const plain = (text: string): string =>
  signs
    .reduce((read, [sign, written]) => read.replace(sign, written), text)
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim();

/** What may stand before a range without changing it; any other word could (不大于, 优于, 检). */
const label =
  /^(?:测量范围|范围|标称值|标称|压力|差压|电压|管电压|电流|频率|流量|温度|质量|体积|容积|容量|力值|长度|时间|功率|电能|转速|速度|角度|顶焦度|range|nominal)\s*:?\s*/i;
const number = '[+-]?\\d+(?:\\.\\d+)?';
const unsigned = '\\d+(?:\\.\\d+)?';
const between = `(?:~|–|—|至|\\bto\\b)`;
const bracketed = new RegExp(`^\\(\\s*(${number})\\s*${between}\\s*(${number})\\s*\\)\\s*(.*)$`, 'i');
const bracketedPlain = new RegExp(`^\\(\\s*(${number})\\s*-\\s*(${unsigned})\\s*\\)\\s*(.*)$`);
const open = new RegExp(
  `^\\(?\\s*(${number})\\s*([^\\d~–—+(),;-][^~–—(),;]*?)?\\s*${between}\\s*(${number})\\s*([^\\d\\s~–—(),;][^~–—(),;]*?)\\s*\\)?$`,
  'i',
);
const hyphened = new RegExp(`^(${unsigned})\\s*-\\s*(${unsigned})\\s*([^\\d\\s~–—(),;-][^~–—(),;]*)$`);
const both = new RegExp(`^\\(?\\s*±\\s*(${unsigned})\\s*\\)?\\s*([^\\d\\s~–—(),;][^~–—(),;]*)$`);
const listed = new RegExp(`^\\(\\s*(${number}(?:\\s*,\\s*${number})+)\\s*\\)\\s*(.*)$`);
const single = new RegExp(`^(${number})\\s*([^\\d\\s~–—(),;×*-][^~–—(),;×*]*?)\\s*(?:[×x*]\\s*(\\d{1,4})\\s*[个只块支件]?)?$`);

const notRead: Text = [
  '读不出范围，请写成“(0～60) MPa”“1 mg～20 kg”或“1 kg、2 kg×2、5 kg”',
  'no range can be read; write it as “(0～60) MPa”, “1 mg～20 kg” or “1 kg, 2 kg×2, 5 kg”',
];
export type RangeReading = { readonly range: StandardRange } | { readonly reason: Text };

const refusal = (zh: string, en: string): RangeReading => ({ reason: [zh, en] });
const unitRefusal = (unit: string): RangeReading =>
  unit === '' ? refusal('没有单位', 'the unit is missing') : refusal(`单位“${unit}”不能识别`, `the unit “${unit}” is not known`);

function interval(from: Amount, to: Amount): RangeReading {
  for (const { unit } of [from, to]) if (unit === '' || unitOrNone(unit) === undefined) return unitRefusal(unit);
  const order = compareAmounts(from, to);
  if (order === undefined)
    return refusal(`“${from.unit}”与“${to.unit}”不是同一种量`, `“${from.unit}” and “${to.unit}” are units of different quantities`);
  if (order > 0) return refusal('下限大于上限', 'the lower end is above the upper one');
  return { range: { from, to, nominals: [] } };
}

function set(given: readonly Nominal[]): RangeReading {
  for (const { unit } of given) if (unit === '' || unitOrNone(unit) === undefined) return unitRefusal(unit);
  if (given.length > mostNominals) return refusal(`标称值多于 ${mostNominals} 个`, `more than ${mostNominals} nominal values`);
  const nominals = [...given].sort((a, b) => compareAmounts(a, b) ?? 0);
  const [first, last] = [nominals[0], nominals[nominals.length - 1]];
  if (first === undefined || last === undefined) return { reason: notRead };
  for (const [index, one] of nominals.entries()) {
    const next = nominals[index + 1];
    if (compareAmounts(first, one) === undefined)
      return refusal(`“${first.unit}”与“${one.unit}”不是同一种量`, `“${first.unit}” and “${one.unit}” are units of different quantities`);
    if (next !== undefined && compareAmounts(one, next) === 0)
      return refusal(
        `标称值 ${one.value} ${one.unit} 写了两次，件数请写成“×2”`,
        `the nominal value ${one.value} ${one.unit} is there twice; write “×2” for two pieces`,
      );
  }
  const bound = ({ value, unit }: Nominal): Amount => ({ value, unit });
  return { range: { from: bound(first), to: bound(last), nominals } };
}

/** Commas part a list; those within brackets do not. */
function parted(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part].map((one) => one.trim());
}

const digits = (text: string): string => text.replace(/^\+/, '');

function readPart(text: string): { readonly interval: RangeReading } | { readonly nominals: readonly Nominal[] } | undefined {
  const written = text.replace(label, '');
  const joined = bracketed.exec(written) ?? bracketedPlain.exec(written);
  if (joined) {
    const [, from = '', to = '', unit = ''] = joined;
    return { interval: interval({ value: digits(from), unit: unit.trim() }, { value: digits(to), unit: unit.trim() }) };
  }
  const two = open.exec(written);
  if (two) {
    const [, from = '', own, to = '', unit = ''] = two;
    return { interval: interval({ value: digits(from), unit: (own ?? unit).trim() }, { value: digits(to), unit: unit.trim() }) };
  }
  const short = hyphened.exec(written);
  if (short) {
    const [, from = '', to = '', unit = ''] = short;
    return { interval: interval({ value: from, unit: unit.trim() }, { value: to, unit: unit.trim() }) };
  }
  const about = both.exec(written);
  if (about) {
    const [, value = '', unit = ''] = about;
    return { interval: interval({ value: `-${value}`, unit: unit.trim() }, { value, unit: unit.trim() }) };
  }
  const many = listed.exec(written);
  if (many) {
    const [, values = '', unit = ''] = many;
    return { nominals: values.split(',').map((value) => ({ value: digits(value.trim()), unit: unit.trim(), pieces: null })) };
  }
  const one = single.exec(written);
  if (one) {
    const [, value = '', unit = '', pieces] = one;
    return { nominals: [{ value: digits(value), unit: unit.trim(), pieces: pieces === undefined ? null : Number(pieces) }] };
  }
  return undefined;
}

/** One range as a person writes it. @example readRange('(0～60) MPa') // { range: { from: { value: '0', unit: 'MPa' }, … } } */
export function readRange(text: string): RangeReading {
  const parts = parted(plain(text), ',');
  const nominals: Nominal[] = [];
  for (const part of parts) {
    const read = readPart(part);
    if (read === undefined) return { reason: notRead };
    if ('interval' in read) return parts.length === 1 ? read.interval : { reason: notRead };
    nominals.push(...read.nominals);
  }
  if (nominals.some(({ pieces }) => pieces === 0)) return refusal('件数不能为 0', 'there is no set of 0 pieces');
  return set(nominals);
}

const isOneQuantity = (a: Amount, b: Amount): boolean => compareAmounts(a, b) !== undefined;

/**
 * The ranges that a text says without doubt; undefined where any part of it says something else.
 * @example readRangeText('220 V，(0.1～100) A')?.length // 2
 */
export function readRangeText(text: string): StandardRange[] | undefined {
  const ranges: StandardRange[] = [];
  for (const line of plain(text).split(/[;\n]/)) {
    // Single values of one quantity that follow each other are a set.
    const groups: string[][] = [];
    let last: Amount | undefined;
    for (const part of parted(line, ',')) {
      const read = readPart(part);
      if (read === undefined) return undefined;
      const [first] = 'nominals' in read ? read.nominals : [];
      if (first !== undefined && last !== undefined && isOneQuantity(first, last)) groups[groups.length - 1]?.push(part);
      else groups.push([part]);
      last = first;
    }
    for (const group of groups) {
      const read = readRange(group.join(','));
      if ('reason' in read) return undefined;
      ranges.push(read.range);
    }
  }
  return ranges.length === 0 || ranges.length > mostRanges ? undefined : ranges;
}

/** A range as it is written in Chinese metrology; `readRange` reads it again. */
export function printRange({ from, to, nominals }: StandardRange): string {
  if (nominals.length > 0)
    return nominals.map(({ value, unit, pieces }) => `${value} ${unit}${pieces === null ? '' : `×${pieces}`}`).join('、');
  return from.unit === to.unit ? `(${from.value}～${to.value}) ${to.unit}` : `${from.value} ${from.unit}～${to.value} ${to.unit}`;
}
export const printRanges = (ranges: readonly StandardRange[]): string => ranges.map(printRange).join('；');
