/** JJG 580-2005: from the raw record to the conclusion. A mean of three readings is judged as if it had all its digits. */
import { compare, multiply, parse, print, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Point } from '../src/calculation.ts';
import type { Sourced } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { signed } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule, fieldRule, rowRule } from '../src/rule.ts';
import type { Nameplate } from '../src/rule.ts';
import { bandAt } from '../src/vertex-power/band.ts';
import { axisDifference, meanErrorRule, perMetre } from '../src/vertex-power/reading.ts';
import { edition } from './edition.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';

type Focimeter = {
  readonly interval: Decimal;
  readonly least: Decimal;
  readonly most: Decimal;
  readonly prism: boolean;
  readonly zero: { readonly limit: Decimal; readonly numbers: readonly Sourced<unknown>[] };
};

function readFocimeter(plate: Nameplate): Focimeter | undefined {
  const [least, most] = [plate.decimal('least'), plate.decimal('most')];
  if (least.digits >= 0n || most.digits <= 0n) {
    plate.refuse('least', 'range', ['测量范围应从负值到正值', 'the range goes from a negative to a positive value']);
    return undefined;
  }
  const interval = parse(plate.text('interval'));
  const isFine = compare(interval, plate.number(limits.fineInterval)) <= 0;
  const source = isFine ? limits.zeroFine : limits.zero;
  const zero = { limit: plate.number(source), numbers: [source, limits.fineInterval] };
  return { interval, least, most, prism: plate.text('prism') === 'yes', zero };
}

/** The standard lenses of both signs in the range. */
const pointsOf = ({ least, most }: Focimeter): readonly Point[] =>
  limits.spherePoints
    .flatMap(({ value }) => [parse(`-${value}`), parse(value)])
    .filter((nominal) => compare(nominal, least) >= 0 && compare(nominal, most) <= 0)
    .sort(compare)
    .map((nominal): Point => {
      const text = print(nominal);
      return { id: text, group: 'sphere', given: { nominal: text }, mandatory: true, times: 1, reason: ['标准镜片', 'standard lens'] };
    });

const zero = fieldRule<Focimeter, 'power' | 'prism'>({
  item: 'zero',
  group: 'zero',
  needs: ['power', 'prism'],
  judge: ({ power, prism }, { parameters, number }, to) => {
    const text = `E₀ = ${signed(power)} ${perMetre}`;
    to.check({
      symbol: 'E₀',
      value: power,
      ...parameters.zero,
      unit: perMetre,
      comparison: 'within',
      id: 'power',
      how: () => [text, text],
    });
    const residual = `P₀ = ${signed(prism)} cm/m`;
    const judged = { symbol: 'P₀', value: prism, limit: number(limits.residualPrism), unit: 'cm/m', numbers: [limits.residualPrism] };
    to.check({ ...judged, comparison: 'within', id: 'prism', how: () => [residual, residual] });
  },
});

const axis = rowRule<Focimeter, 'standard' | 'indication'>({
  item: 'axis',
  group: 'axis',
  needs: ['standard', 'indication'],
  judge: ({ standard, indication }, { number }, to) => {
    const value = axisDifference(indication, standard);
    const text = `E = ${print(indication)}° ↔ ${print(standard)}° = ${signed(value)}°`;
    to.note('E', value, '°');
    to.check({
      symbol: 'E',
      value,
      limit: number(limits.axis),
      unit: '°',
      comparison: 'within',
      numbers: [limits.axis],
      how: () => [text, text],
    });
  },
});

/** A standard lens with at most a third of the limit (JJF 1094-2002, 5.3.1.4), since the regulation's own value was not found. */
const third = (limit: string): Decimal => roundQuotient(parse(limit), whole(3), parse('0.0001'));

export const jjg0580 = defineProcedure({
  edition,
  instrument: readFocimeter,
  applies: (group, focimeter) => group !== 'prism' || focimeter.prism,
  points: pointsOf,
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    zero,
    meanErrorRule<Focimeter>({
      item: 'sphere',
      group: 'sphere',
      unit: perMetre,
      limit: (nominal, { number }) => bandAt(limits.sphere, nominal, number),
    }),
    meanErrorRule<Focimeter>({
      item: 'cylinder',
      group: 'cylinder',
      unit: perMetre,
      limit: (_nominal, { number }) => ({ limit: number(limits.cylinder), numbers: [limits.cylinder] }),
    }),
    axis,
    meanErrorRule<Focimeter>({
      item: 'prism',
      group: 'prism',
      unit: 'cm/m',
      limit: (nominal, { number }) => bandAt(limits.prism, nominal, number),
    }),
  ],
  budgets: ({ parameters, checks }) =>
    checks
      .filter(({ item }) => item === 'sphere')
      .map((check) =>
        errorBudget(check, 'JJG 580-2005', ['球镜度示值误差', 'Error of sphere'], {
          reference: third(check.limit ?? '0'),
          reading: multiply(parse('0.5'), parameters.interval),
        }),
      ),
});
