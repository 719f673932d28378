/** What compulsory verification would have cost 免收检定费 (财税〔2017〕20号): prices by kind and nameplate, exact in fen. */
import { convertMass, isMass, isMassUnit, readMass } from '@tongheng/procedures/mass';
import { compare, parse, type Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../../kernel/text.ts';
import { instrumentKinds, nameplateFields, type InstrumentKind } from '../../register/instrument/rules.ts';

/** The rule by which nothing is charged; its number is cited as in ../../measure/request. */
export const waivedBy = '财税〔2017〕20号';

export const priceStates = {
  priced: ['有收费标准', 'With a price'],
  'no-list': ['当日没有收费标准', 'No price list on the day'],
  'no-price': ['收费标准中没有此项', 'Not in the price list'],
} as const satisfies Record<string, Text>;
export type PriceState = keyof typeof priceStates;
export const priceStateNames = Object.keys(priceStates) as [PriceState, ...PriceState[]];

export const listStates = {
  'in-force': ['有效', 'In force'],
  pending: ['未到执行日期', 'Not yet in force'],
  ended: ['已停止执行', 'Ended'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const satisfies Record<string, Text>;
export type ListState = keyof typeof listStates;
export const listStateNames = Object.keys(listStates) as [ListState, ...ListState[]];

export const feeGroupings = {
  institute: ['检定机构', 'Institute'],
  county: ['县（市、区）', 'County'],
  kind: ['器具种类', 'Kind'],
  month: ['月', 'Month'],
  quarter: ['季度', 'Quarter'],
  year: ['年', 'Year'],
} as const satisfies Record<string, Text>;
export type FeeGrouping = keyof typeof feeGroupings;
export const feeGroupingNames = Object.keys(feeGroupings) as [FeeGrouping, ...FeeGrouping[]];

/** A row of a price list: a kind, or those of a kind whose nameplate lies in a range or has a value. */
export type Price = {
  readonly kind: string;
  readonly words: string;
  readonly field: string | null;
  readonly overValue: string | null;
  readonly upToValue: string | null;
  readonly unit: string | null;
  readonly choice: string | null;
  readonly priceFen: number;
};

type List = {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly withdrawn: boolean;
  readonly recordedAt: string;
};

export const listStateOn = (list: List, day: string): ListState => {
  if (list.withdrawn) return 'withdrawn';
  if (list.validFrom > day) return 'pending';
  return list.validTo !== null && list.validTo < day ? 'ended' : 'in-force';
};

/** The list that holds on a day: of those in force the one that began last, and of these the one recorded last. */
export function listOn<Each extends List>(lists: readonly Each[], day: string): Each | undefined {
  let found: Each | undefined;
  for (const list of lists) {
    if (listStateOn(list, day) !== 'in-force') continue;
    const later =
      found === undefined ||
      list.validFrom > found.validFrom ||
      (list.validFrom === found.validFrom && list.recordedAt >= found.recordedAt);
    if (later) found = list;
  }
  return found;
}

export type Span = { readonly listId: string | null; readonly from: string; readonly to: string };

/** The days from first to last as spans of one list each, null where none holds. `dayAfter` and `dayBefore` are the calendar's. */
export function spansOf(
  lists: readonly List[],
  from: string,
  to: string,
  calendar: { readonly dayAfter: (day: string) => string; readonly dayBefore: (day: string) => string },
): Span[] {
  const starts = new Set([from]);
  for (const { validFrom, validTo, withdrawn } of lists) {
    if (withdrawn) continue;
    if (validFrom > from && validFrom <= to) starts.add(validFrom);
    const after = validTo === null ? undefined : calendar.dayAfter(validTo);
    if (after !== undefined && after > from && after <= to) starts.add(after);
  }
  const days = [...starts].sort();
  return days.map((start, index) => {
    const next = days[index + 1];
    return { listId: listOn(lists, start)?.id ?? null, from: start, to: next === undefined ? to : calendar.dayBefore(next) };
  });
}

export type Piece = { readonly span: number; readonly whole: boolean; readonly from: string; readonly to: string };

/** Spans cut into whole months and the days beside them; `span` counts from 1, and of whole months `to` is the first day of the last. */
export function piecesOf(
  spans: readonly Span[],
  calendar: {
    readonly dayAfter: (day: string) => string;
    readonly dayBefore: (day: string) => string;
    readonly monthsAfter: (day: string, months: number) => string;
  },
): Piece[] {
  const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;
  return spans.flatMap(({ from, to }, index): Piece[] => {
    const span = index + 1;
    const start = from === firstOf(from) ? from : calendar.monthsAfter(firstOf(from), 1);
    const isMonthEnd = calendar.dayAfter(to) === firstOf(calendar.dayAfter(to));
    const end = isMonthEnd ? firstOf(to) : calendar.monthsAfter(firstOf(to), -1);
    if (start > end) return [{ span, whole: false, from, to }];
    const after = calendar.monthsAfter(end, 1);
    return [
      ...(from < start ? [{ span, whole: false, from, to: calendar.dayBefore(start) }] : []),
      { span, whole: true, from: start, to: end },
      ...(after <= to ? [{ span, whole: false, from: after, to }] : []),
    ];
  });
}

const isDecimal = (text: string): boolean => /^\d{1,12}(\.\d{1,9})?$/.test(text);

/** A value of the nameplate in the unit of the price's bounds; undefined where it cannot be compared. */
function valueIn(text: string, isMassField: boolean, unit: string | null): Decimal | undefined {
  if (!isMassField) return isDecimal(text) ? parse(text) : undefined;
  const mass = readMass(text);
  return isMass(mass) && isMassUnit(unit) ? convertMass(mass.value, mass.unit, unit) : undefined;
}

function holds(price: Price, parameters: Readonly<Record<string, string>>): boolean {
  if (price.field === null) return true;
  const text = parameters[price.field];
  if (text === undefined || text === '') return false;
  if (price.choice !== null) return text === price.choice;
  const field = nameplateFields(price.kind as InstrumentKind).find(({ id }) => id === price.field);
  const value = valueIn(text, field?.kind === 'mass', price.unit);
  if (value === undefined) return false;
  const over = price.overValue === null || compare(value, parse(price.overValue)) > 0;
  return over && (price.upToValue === null || compare(value, parse(price.upToValue)) <= 0);
}

/** The price of an instrument by a list: the first row of its kind that holds for its nameplate; undefined where none does. */
export const priceFor = (prices: readonly Price[], kind: string, parameters: Readonly<Record<string, string>>): Price | undefined =>
  prices.find((price) => price.kind === kind && holds(price, parameters));

/** What is wrong with a row of a list, as a field of it and words. */
export function priceFault(price: Price): { readonly field: string; readonly text: Text } | undefined {
  const fields = nameplateFields(price.kind as InstrumentKind);
  if (price.field === null) return undefined;
  const field = fields.find(({ id }) => id === price.field);
  if (field === undefined) return { field: 'field', text: ['该种类的铭牌没有这个参数', 'The nameplate of this kind has no such field'] };
  if (field.choices !== undefined) {
    const isChoice = price.choice !== null && field.choices.some(({ value }) => value === price.choice);
    return isChoice ? undefined : { field: 'choice', text: ['请选择该参数的取值', 'Choose a value of this field'] };
  }
  if (field.kind === 'text') return { field: 'field', text: ['文字参数不能分档', 'A price cannot depend on words'] };
  const bounds = [price.overValue, price.upToValue].filter((bound): bound is string => bound !== null);
  if (bounds.length === 0) return { field: 'upToValue', text: ['请填写上限或下限', 'Give an upper or a lower bound'] };
  if (!bounds.every(isDecimal)) return { field: 'upToValue', text: ['限值须为数字', 'A bound is a number'] };
  if (price.overValue !== null && price.upToValue !== null && compare(parse(price.overValue), parse(price.upToValue)) >= 0)
    return { field: 'upToValue', text: ['上限须大于下限', 'The upper bound is above the lower'] };
  if (field.kind === 'mass' && !isMassUnit(price.unit))
    return { field: 'unit', text: ['请选择限值的质量单位', 'Choose the unit of the bounds'] };
  return undefined;
}

/** The fields of a nameplate by which prices may differ. */
export const priceFields = (kind: string) =>
  kind in instrumentKinds ? nameplateFields(kind as InstrumentKind).filter((field) => field.kind !== 'text') : [];

/**
 * Fen as yuan with two digits.
 * @example printYuan(123450) // '1234.50'
 */
export function printYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Yuan as people type them, in fen; undefined where it is no amount. @example readYuan('12.5') // 1250 */
export function readYuan(text: string): number | undefined {
  const [, yuan, fen = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

/** The first and last day of the period that a month, quarter or year is called by: '2026-11', '2026-Q4', '2026'. */
export function periodOf(day: string, grouping: 'month' | 'quarter' | 'year'): string {
  if (grouping === 'year') return day.slice(0, 4);
  if (grouping === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}
