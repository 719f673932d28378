/**
 * The rules that all non-automatic weighing instruments share: the error at each load and position, and the range of repeated weighings.
 * An error is judged unrounded and |E| = MPE is allowed.
 * Worked example (changeover): e = 5 g, L = 1000 g, P = 1001.0 g, E = +1.0 g, E₀ = +0.5 g, Ec = +0.5 g, MPE 2.5 g, allowed.
 */
import { compare, max, min, multiply, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../edition.ts';
import { minus, signed } from '../print.ts';
import { fieldRule, rowRule, seriesRule } from '../rule.ts';
import type { At, Cells, Recorder, Rule } from '../rule.ts';
import { eccentricLoading } from './loads.ts';
import type { Method } from './method.ts';
import type { LoadNumbers } from './numbers.ts';
import type { Scale, Scales } from './scale.ts';

const zero = whole(0);

/** A load lies between the least that is asked for and Max. */
export function refuseLoad(load: Decimal, least: Decimal, { max: most }: Scale, to: Recorder): void {
  if (compare(load, least) < 0)
    to.refuse('load', 'too-small', [`载荷应不小于 ${print(trim(least))}`, `the load is at least ${print(trim(least))}`]);
  if (compare(load, most) > 0)
    to.refuse('load', 'too-large', [`载荷应不大于 Max = ${print(trim(most))}`, `the load is at most Max = ${print(trim(most))}`]);
}

type Family<Name extends string> = { readonly scales: Scales; readonly numbers: LoadNumbers; readonly method: Method<Name> };

/** E, or Ec, of one weighing, held against the MPE of its load. */
function judgeError<Name extends string>(
  { scales, method }: Pick<Family<Name>, 'scales' | 'method'>,
  cells: Cells<Name>,
  load: Decimal,
  at: At<Scale>,
  to: Recorder,
  place: () => Text,
): void {
  const { parameters: scale, kind, unit } = at;
  const zeroError = method.corrected ? at.value('zero.E0') : undefined;
  method.refuse(cells, scale, to);
  const value = method.result(cells, scale);
  const error = subtract(value, load);
  const judged = zeroError === undefined ? error : subtract(error, zeroError);
  const mpe = scales.mpeOf(scale, kind, load);
  if (method.needs.length > 1) to.note('P', value);
  to.note('E', error);
  if (zeroError !== undefined) to.note('Ec', judged);
  to.check({
    symbol: zeroError === undefined ? 'E' : 'Ec',
    value: judged,
    limit: mpe.limit,
    numbers: mpe.numbers,
    comparison: 'within',
    how: () => {
      const [zh, en] = place();
      const steps = method.steps(cells, scale);
      const plain =
        steps === '' ? `E = ${print(value)} ${minus(load)} = ${signed(error)}` : `${steps}, E = P ${minus(load)} = ${signed(error)}`;
      const text = zeroError === undefined ? plain : `${plain}, Ec = E ${minus(zeroError)} = ${signed(judged)}`;
      return [`${zh}：${text} ${unit}`, `${en}: ${text} ${unit}`];
    },
  });
}

/** The error at each load of a group whose rows have the load and the columns of the method. */
export function weighingRule<const Name extends string, P extends Scale = Scale>(
  family: Pick<Family<Name>, 'scales' | 'method'>,
  group = 'weighing',
): Rule<P> {
  return rowRule<P, Name | 'load'>({
    item: 'weighing',
    group,
    needs: ['load', ...family.method.needs],
    after: family.method.corrected ? ['zero.E0'] : [],
    judge: (cells, at, to) => {
      refuseLoad(cells.load, zero, at.parameters, to);
      judgeError(family, cells, cells.load, at, to, () => [`载荷 ${print(cells.load)} ${at.unit}`, `load ${print(cells.load)} ${at.unit}`]);
    },
  });
}

/**
 * Rules for the groups 'repeatability', 'eccentricity' and 'weighing', whose rows have the columns of the method; a load stands in a field
 * of the first two and in a column of the third. Errors of a corrected method wait for the value 'zero.E0'.
 */
export function weighingRules<const Name extends string>(family: Family<Name>): readonly Rule<Scale>[] {
  const { scales, numbers, method } = family;
  const after = method.corrected ? ['zero.E0'] : [];
  const repeated = rowRule<Scale, Name>({
    item: 'repeatability',
    group: 'repeatability',
    needs: method.needs,
    judge: (cells, { parameters: scale }, to) => {
      method.refuse(cells, scale, to);
      if (method.needs.length > 1) to.note('P', method.result(cells, scale));
    },
  });
  const repeatability = seriesRule<Scale, Name, 'load'>({
    item: 'repeatability',
    group: 'repeatability',
    needs: method.needs,
    fields: ['load'],
    judge: (rows, { parameters: scale, kind, unit, number }, to, { load }) => {
      refuseLoad(load, multiply(number(numbers.repeatabilityLoadLeast), scale.max), scale, to);
      const [first, ...others] = rows.map(({ cells }) => method.result(cells, scale));
      if (!first || rows.length < Number(numbers.repeatabilityWeighings.value)) return;
      const [largest, smallest] = [max(first, ...others), min(first, ...others)];
      const range = subtract(largest, smallest);
      to.note('range', range);
      to.check({
        symbol: 'Pmax − Pmin',
        value: range,
        ...scales.mpeOf(scale, kind, load),
        comparison: 'at-most',
        how: () => {
          const text = `Pmax − Pmin = ${print(largest)} ${minus(smallest)} = ${print(range)} ${unit}`;
          return [
            `载荷 ${print(load)} ${unit} 称 ${rows.length} 次：${text}`,
            `load ${print(load)} ${unit}, ${rows.length} weighings: ${text}`,
          ];
        },
      });
    },
  });
  const eccentricityPlace = fieldRule<Scale, 'load'>({
    item: 'eccentricity',
    group: 'eccentricity',
    needs: ['load'],
    judge: ({ load }, { parameters: scale }, to) => refuseLoad(load, eccentricLoading(scale, numbers).load, scale, to),
  });
  const eccentricity = rowRule<Scale, Name, 'load'>({
    item: 'eccentricity',
    group: 'eccentricity',
    needs: method.needs,
    fields: ['load'],
    after,
    judge: (cells, at, to, { load }) =>
      judgeError(family, cells, load, at, to, () => [
        `位置 ${at.text('position')}，载荷 ${print(load)} ${at.unit}`,
        `position ${at.text('position')}, load ${print(load)} ${at.unit}`,
      ]),
  });
  return [repeated, repeatability, eccentricityPlace, positions, eccentricity, weighingRule(family)];
}

/** A position taken twice leaves another out: it is named at its cell. */
const positions = seriesRule<Scale, never>({
  item: 'eccentricity',
  group: 'eccentricity',
  needs: [],
  judge: (rows, _at, to) => {
    const taken = new Set<string>();
    for (const { row, text } of rows) {
      const position = text('position');
      if (position !== '' && taken.has(position))
        to.refuse(`rows.${row - 1}.position`, 'repeated', [`位置 ${position} 重复`, `position ${position} stands twice`]);
      taken.add(position);
    }
  },
});
