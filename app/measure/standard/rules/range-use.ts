/**
 * Whether the values of standards that a record used lie in their ranges (JJF 1069: equipment is used within the range for which it was calibrated).
 * The places come from the measurement model of the edition; of a value whose place the record does not tell nothing is said.
 */
import { abs, add, compare, multiply, parse, subtract, type Decimal } from '@tongheng/quantity/decimal';
import type { EffectTerm } from '@tongheng/procedures/effect';
import type { Text } from '../../../kernel/text.ts';
import { amountIn, compareAmounts, printRanges, type Amount, type StandardRange } from './range.ts';
import { roleUseOf, type Realisation } from './role-use.ts';

/** One standard that served in a role; `ranges` empty: they are not stated. */
export type RangedStandard = { readonly number: string; readonly ranges: readonly StandardRange[] };

export const unjudged = {
  'not-stated': ['测量范围未登记', 'its range is not stated'],
  'other-quantity': ['没有登记这种量的范围', 'no range of this quantity is stated'],
  'no-place': ['记录未载明使用点', 'the record does not say at which value'],
  'no-model': ['此项如何使用标准器未确立', 'how the item uses the standard is not established'],
} as const satisfies Record<string, Text>;
export type Unjudged = keyof typeof unjudged;

export type RangeUse = {
  readonly role: string;
  readonly standards: readonly RangedStandard[];
  /** How many different values lie inside, and the smallest and the largest of each quantity. */
  readonly inside: number;
  readonly spans: readonly (readonly [least: Amount, most: Amount])[];
  readonly outside: readonly Amount[];
  /** Loads larger than the set gives: more pieces or substitution material, of which the register knows nothing. */
  readonly beyond: readonly Amount[];
  readonly open: readonly { readonly reason: Unjudged; readonly at: Amount | null }[];
};

/**
 * The largest sum of one set of weights in the sequences of OIML R 111-1 (1;1;2;5, 1;1;1;2;5, 1;2;2;5, 1;1;2;2;5 for each decade) is less than four
 * times its largest weight: 3.62 where that is a 2, 3.22 where it is a 1.
 */
const sumOfSet = '4';
/** Material measures: the actual value of the outermost piece lies beside its nominal value; JJG 443, 580 and 892 allow less than a twentieth. */
const besideNominal = '0.05';

type Bounds = { readonly least: Decimal; readonly most: Decimal };

function boundsOf(range: StandardRange, unit: string, realisation: Realisation): Bounds | undefined {
  const [from, to] = [amountIn(range.from, unit), amountIn(range.to, unit)];
  if (from === undefined || to === undefined) return undefined;
  const [least, most] = [parse(from), parse(to)];
  if (realisation !== 'nominal') return { least, most };
  const beside = (value: Decimal): Decimal => multiply(abs(value), parse(besideNominal));
  return { least: subtract(least, beside(least)), most: add(most, beside(most)) };
}

/** What can be made up of a set: the sum of its pieces where their number is stated, else what the sequences of sets allow. */
function totalOf(range: StandardRange, unit: string): Decimal | undefined {
  const largest = amountIn(range.to, unit);
  if (largest === undefined) return undefined;
  if (range.nominals.length === 0 || range.nominals.some(({ pieces }) => pieces === null)) return multiply(parse(largest), parse(sumOfSet));
  return range.nominals.reduce<Decimal>((sum, { value, unit: own, pieces }) => {
    const one = amountIn({ value, unit: own }, unit);
    return one === undefined ? sum : add(sum, multiply(parse(one), parse(String(pieces))));
  }, parse('0'));
}

type Verdict = 'inside' | 'outside' | 'beyond' | 'not-stated' | 'other-quantity';

function judgePlace(at: Amount, standards: readonly RangedStandard[], realisation: Realisation): Verdict {
  const value = parse(at.value);
  const own = standards.map(({ ranges }) => ranges.flatMap((range) => boundsOf(range, at.unit, realisation) ?? []));
  const all = own.flat();
  if (all.some(({ least, most }) => compare(least, value) <= 0 && compare(value, most) <= 0)) return 'inside';
  if (realisation === 'combined' && all.some(({ least }) => compare(least, value) <= 0)) {
    const totals = standards.flatMap(({ ranges }) => ranges.flatMap((range) => totalOf(range, at.unit) ?? []));
    if (compare(value, totals.reduce(add, parse('0'))) <= 0) return 'inside';
    return own.some((bounds) => bounds.length === 0) ? 'not-stated' : 'beyond';
  }
  if (standards.some(({ ranges }) => ranges.length === 0)) return 'not-stated';
  return own.some((bounds) => bounds.length === 0) ? 'other-quantity' : 'outside';
}

function isAmount({ value, unit }: Amount): boolean {
  return amountIn({ value, unit }, unit) !== undefined;
}

type Place = { readonly at: Amount; readonly ifCovered: boolean; readonly isSecond: boolean };
const placesOf = (terms: readonly EffectTerm[]): Place[] => {
  const found = new Map<string, Place>();
  const keep = (at: Amount, ifCovered: boolean, isSecond: boolean): void => {
    const key = `${at.value} ${at.unit} ${isSecond ? 2 : 1}`;
    const before = found.get(key);
    if (before === undefined || before.ifCovered) found.set(key, { at, ifCovered, isSecond });
  };
  for (const { at, unit, reference, referenceUnit, ifCovered } of terms) {
    keep({ value: at, unit }, ifCovered, false);
    // A facility is used at a flow and for a volume: the second quantity counts where a range of it is stated.
    if (reference !== '' && referenceUnit !== '' && referenceUnit !== unit)
      keep({ value: reference, unit: referenceUnit }, ifCovered, true);
  }
  return [...found.values()];
};

/** Judges all values of one role against the standards that served in it together. @param unknown items whose use is not established */
export function judgeRangeUse(role: string, standards: readonly RangedStandard[], terms: readonly EffectTerm[], unknown = 0): RangeUse {
  const realisation = roleUseOf(role)?.realisation ?? 'continuous';
  const inside: Amount[] = [];
  const outside: Amount[] = [];
  const beyond: Amount[] = [];
  const open: { reason: Unjudged; at: Amount | null }[] = [];
  for (const { at, ifCovered, isSecond } of placesOf(terms)) {
    if (!isAmount(at)) {
      if (!isSecond) open.push({ reason: 'no-place', at: null });
      continue;
    }
    const verdict = judgePlace(at, standards, realisation);
    if (verdict === 'inside') inside.push(at);
    // Small weights of the changeover point and quantities beside the first: where no range has them, something else gave them.
    else if (ifCovered || (isSecond && verdict !== 'outside')) continue;
    else if (verdict === 'outside') outside.push(at);
    else if (verdict === 'beyond') beyond.push(at);
    else open.push({ reason: verdict, at });
  }
  if (unknown > 0) open.push({ reason: 'no-model', at: null });
  return { role, standards, inside: inside.length, spans: spansOf(inside), outside, beyond, open };
}

function spansOf(amounts: readonly Amount[]): [Amount, Amount][] {
  const spans: [Amount, Amount][] = [];
  for (const amount of amounts) {
    const index = spans.findIndex(([least]) => compareAmounts(amount, least) !== undefined);
    const span = spans[index];
    if (span === undefined) spans.push([amount, amount]);
    else
      spans[index] = [compareAmounts(amount, span[0]) === -1 ? amount : span[0], compareAmounts(amount, span[1]) === 1 ? amount : span[1]];
  }
  return spans;
}

const printAmount = ({ value, unit }: Amount): string => `${value} ${unit}`.trim();
const printAmounts = (amounts: readonly Amount[]): string => {
  const shown = [...amounts]
    .sort((a, b) => compareAmounts(a, b) ?? 0)
    .slice(0, 6)
    .map(printAmount)
    .join('、');
  return amounts.length > 6 ? `${shown} … (${amounts.length})` : shown;
};
/** The standards of a use with their ranges. @example 'FM-01 [1 mg～20 kg]' */
export const printStandards = (standards: readonly RangedStandard[]): string =>
  standards.map(({ number, ranges }) => `${number} [${ranges.length === 0 ? '?' : printRanges(ranges)}]`).join(' + ');

/** The same in figures that need no language; they stand in the record beside the other findings of its gates. */
export const printUse = (use: RangeUse): { judged: string[]; outside: string[]; beyond: string[]; open: string[] } => {
  const of = printStandards(use.standards);
  const spans = use.spans.map(([least, most]) => (least === most ? printAmount(least) : `${printAmount(least)} … ${printAmount(most)}`));
  const reasons = [...new Set(use.open.map(({ reason }) => reason))];
  return {
    judged: use.inside === 0 ? [] : [`${of}: ${spans.join('、')} (${use.inside})`],
    outside: use.outside.length === 0 ? [] : [`${printAmounts(use.outside)} ∉ ${of}`],
    beyond: use.beyond.length === 0 ? [] : [`${printAmounts(use.beyond)} > ${of}`],
    open: reasons.map((reason) => {
      const at = use.open.flatMap((one) => (one.reason === reason && one.at !== null ? [one.at] : []));
      return `${reason} ${of}${at.length === 0 ? '' : `: ${printAmounts(at)}`}`;
    }),
  };
};

/** Reads an entry of `open` back into its reason and the rest; undefined for any other text. */
export function readOpen(entry: string): { readonly reason: Text; readonly rest: string } | undefined {
  const [, code = '', rest = ''] = /^(\S+) (.*)$/s.exec(entry) ?? [];
  const reason = Object.prototype.hasOwnProperty.call(unjudged, code) ? unjudged[code as Unjudged] : undefined;
  return reason === undefined ? undefined : { reason, rest };
}
