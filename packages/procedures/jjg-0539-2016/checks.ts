/** The values and checks of a complete record. Errors are judged as corrected and unrounded, limits belong to the allowed. */
import { abs, add, compare, max, min, multiply, parse, print, subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Check, ComputedValue } from '../src/calculation.ts';
import type { Kind, Sourced, Text } from '../src/edition.ts';
import { edition } from './edition.ts';
import { bandOf, mpeOf } from './instrument.ts';
import { limits } from './limits.ts';
import type { Sheet, Weighing } from './readings.ts';

type Outcome = { readonly values: readonly ComputedValue[]; readonly checks: readonly Check[] };
type Judgement = {
  readonly id: string;
  readonly value: Decimal;
  readonly limit: Decimal;
  readonly comparison: Check['comparison'];
  readonly numbers: readonly Sourced<unknown>[];
  readonly how: Text;
};

const half = parse('0.5');
const signed = (value: Decimal): string => (value.digits > 0n ? `+${print(value)}` : print(value));
const minus = (value: Decimal): string => (value.digits < 0n ? `− (${print(value)})` : `− ${print(value)}`);

/** P = I + 0.5 e − ΔL: the indication before it was rounded to a step. */
const before = ({ indication, added }: Weighing, e: Decimal): Decimal => subtract(add(indication, multiply(half, e)), added);
/** E = P − L. */
const errorOf = (weighing: Weighing, e: Decimal): Decimal => subtract(before(weighing, e), weighing.load);

/** Computes what follows from a sheet, for a verification of this kind. */
export function judge(sheet: Sheet, kind: Kind): Outcome {
  const { scale, unit } = sheet;
  const values: ComputedValue[] = [];
  const checks: Check[] = [];
  const note = (item: string, row: number | null, symbol: string, value: Decimal) =>
    values.push({ id: [item, row, symbol].filter((part) => part !== null).join('.'), item, symbol, value: print(value), unit });
  const check = (item: string, { id, value, limit, comparison, numbers, how }: Judgement) => {
    const size = comparison === 'within' ? abs(value) : value;
    const passes = comparison === 'at-least' ? compare(size, limit) >= 0 : compare(size, limit) <= 0;
    const relation = comparison === 'at-least' ? '≥' : '≤';
    const bound = (name: string) => `${comparison === 'within' ? `|${name}|` : name} ${relation} ${print(limit)} ${unit}`;
    const symbol = { zero: 'E₀', repeatability: 'Pmax − Pmin', discrimination: 'I₂ − I₁' }[item] ?? 'Ec';
    checks.push({
      id,
      item,
      clause: edition.items.find((candidate) => candidate.id === item)?.clause.value ?? null,
      value: print(value),
      limit: print(limit),
      unit,
      comparison,
      verdict: passes ? 'pass' : 'fail',
      confirmed: numbers.every(({ confirmed }) => confirmed),
      explanation: [
        `${how[0]}；要求 ${bound(symbol)}，${passes ? '符合' : '不符合'}`,
        `${how[1]}; required ${bound(symbol)}: ${passes ? 'met' : 'not met'}`,
      ],
    });
  };
  const band = (load: Decimal): readonly Sourced<unknown>[] => {
    const { upTo, factor } = bandOf(scale, load);
    return kind === 'in-use' ? [upTo, factor, limits.inUseFactor] : [upTo, factor];
  };

  const zeroError = errorOf(sheet.zero, scale.e);
  note('zero', null, 'P', before(sheet.zero, scale.e));
  note('zero', null, 'E0', zeroError);
  const steps = ({ indication, added, load }: Weighing, e: Decimal): string =>
    `P = ${print(indication)} + 0.5 × ${print(e)} ${minus(added)} = ${print(before({ indication, added, load }, e))}`;
  const zeroSteps = `${steps(sheet.zero, scale.e)}, E₀ = P ${minus(sheet.zero.load)} = ${signed(zeroError)} ${unit}`;
  check('zero', {
    id: 'zero',
    value: zeroError,
    limit: multiply(parse(limits.zeroSetting.value), scale.e),
    comparison: 'within',
    numbers: [limits.zeroSetting],
    how: [zeroSteps, zeroSteps],
  });

  const corrected = (item: string, row: number, weighing: Weighing, place: Text) => {
    const error = errorOf(weighing, scale.e);
    const value = subtract(error, zeroError);
    const limit = mpeOf(scale, kind, weighing.load);
    note(item, row, 'P', before(weighing, scale.e));
    note(item, row, 'E', error);
    note(item, row, 'Ec', value);
    note(item, row, 'MPE', limit);
    const how = `${steps(weighing, scale.e)}, E = P ${minus(weighing.load)} = ${signed(error)}, Ec = E ${minus(zeroError)} = ${signed(value)} ${unit}`;
    const numbers = band(weighing.load);
    check(item, { id: `${item}.${row}`, value, limit, comparison: 'within', numbers, how: [`${place[0]}：${how}`, `${place[1]}: ${how}`] });
  };
  sheet.eccentricity.forEach((weighing, index) =>
    corrected('eccentricity', index + 1, weighing, [
      `位置 ${weighing.position}，载荷 ${print(weighing.load)} ${unit}`,
      `position ${weighing.position}, load ${print(weighing.load)} ${unit}`,
    ]),
  );
  sheet.weighing.forEach((weighing, index) =>
    corrected('weighing', index + 1, weighing, [`载荷 ${print(weighing.load)} ${unit}`, `load ${print(weighing.load)} ${unit}`]),
  );

  const results = sheet.repeatability.map((weighing) => before(weighing, scale.e));
  results.forEach((value, index) => note('repeatability', index + 1, 'P', value));
  const [first, ...others] = results;
  const load = sheet.repeatability[0]?.load;
  if (first && load) {
    const [largest, smallest] = [max(first, ...others), min(first, ...others)];
    const range = subtract(largest, smallest);
    note('repeatability', null, 'range', range);
    const how = `Pmax − Pmin = ${print(largest)} ${minus(smallest)} = ${print(range)} ${unit}`;
    check('repeatability', {
      id: 'repeatability',
      value: range,
      limit: mpeOf(scale, kind, load),
      comparison: 'at-most',
      numbers: band(load),
      how: [
        `载荷 ${print(load)} ${unit} 称 ${results.length} 次：${how}`,
        `load ${print(load)} ${unit}, ${results.length} weighings: ${how}`,
      ],
    });
  }

  sheet.discrimination.forEach((row, index) => {
    const change = subtract(row.after, row.before);
    note('discrimination', index + 1, 'change', change);
    const how = `I₂ − I₁ = ${print(row.after)} ${minus(row.before)} = ${print(change)} ${unit}`;
    check('discrimination', {
      id: `discrimination.${index + 1}`,
      value: change,
      limit: multiply(parse(limits.discriminationChange.value), scale.d),
      comparison: 'at-least',
      numbers: [limits.discriminationAdded, limits.discriminationChange],
      how: [`载荷 ${print(row.load)} ${unit} 上加 1.4 d：${how}`, `1.4 d added to ${print(row.load)} ${unit}: ${how}`],
    });
  });
  return { values, checks };
}
