/**
 * From the readings to the checks, by the changeover-point method 闪变点法: P = I + 0.5 e − ΔL, E = P − L, Ec = E − E₀.
 * An error is judged unrounded and |Ec| = MPE is allowed.
 * Worked example: e = 5 g, L = 1000 g, I = 1000 g, ΔL = 1.5 g, E₀ = +0.5 g: P = 1001.0 g, Ec = +0.5 g, MPE 2.5 g, allowed.
 */
import { add, compare, max, min, multiply, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../src/edition.ts';
import { minus, signed } from '../src/print.ts';
import { fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { At, Cells, Recorder, Rule } from '../src/rule.ts';
import { limits } from './limits.ts';
import { discriminationExtra, eccentricityLoad, zeroLoad } from './points.ts';
import { mpeOf } from './scale.ts';
import type { Scale } from './scale.ts';

type Weighing = Cells<'indication' | 'added'>;

/** P = I + 0.5 e − ΔL: the indication before it was rounded to a step. */
const before = ({ indication, added }: Weighing, scale: Scale): Decimal => subtract(add(indication, scale.halfE), added);

const steps = ({ indication, added }: Weighing, scale: Scale): string =>
  `P = ${print(indication)} + 0.5 × ${print(scale.e)} ${minus(added)} = ${print(before({ indication, added }, scale))}`;

/** Beyond one e the indication would have changed before. */
function refuseAdded({ added }: Weighing, { e }: Scale, to: Recorder): void {
  if (added.digits < 0n || compare(added, e) > 0)
    to.refuse('added', 'added', [
      `附加小砝码应在 0 与 e = ${print(trim(e))} 之间`,
      `the small weights lie between 0 and e = ${print(trim(e))}`,
    ]);
}

function refuseLoad(load: Decimal, least: Decimal, { max: most }: Scale, to: Recorder): void {
  if (compare(load, least) < 0)
    to.refuse('load', 'too-small', [`载荷应不小于 ${print(trim(least))}`, `the load is at least ${print(trim(least))}`]);
  if (compare(load, most) > 0)
    to.refuse('load', 'too-large', [`载荷应不大于 Max = ${print(trim(most))}`, `the load is at most Max = ${print(trim(most))}`]);
}

const zero = fieldRule<Scale, 'load' | 'indication' | 'added'>({
  item: 'zero',
  group: 'zero',
  needs: ['load', 'indication', 'added'],
  judge: (cells, { parameters: scale, unit, number }, to) => {
    const allowed = [zeroLoad(scale), zeroLoad({ ...scale, zeroTracking: true })];
    if (!allowed.some((load) => compare(load, cells.load) === 0)) {
      const list = [...new Set(allowed.map((load) => print(trim(load))))].join(', ');
      to.refuse('load', 'load', [`零点误差应在载荷 ${list} 处测`, `the error at zero is measured at a load of ${list}`]);
    }
    refuseAdded(cells, scale, to);
    const value = before(cells, scale);
    const error = subtract(value, cells.load);
    to.note('P', value);
    to.note('E0', error);
    to.check({
      symbol: 'E₀',
      value: error,
      limit: multiply(number(limits.zeroSetting), scale.e),
      comparison: 'within',
      numbers: [limits.zeroSetting],
      how: () => {
        const text = `${steps(cells, scale)}, E₀ = P ${minus(cells.load)} = ${signed(error)} ${unit}`;
        return [text, text];
      },
    });
  },
});

/** Ec of one weighing, held against the MPE of its load. */
function judgeCorrected(cells: Weighing, load: Decimal, at: At<Scale>, to: Recorder, place: () => Text): void {
  const { parameters: scale, kind, unit } = at;
  const zeroError = at.value('zero.E0');
  if (!zeroError) return;
  refuseAdded(cells, scale, to);
  const value = before(cells, scale);
  const error = subtract(value, load);
  const corrected = subtract(error, zeroError);
  const mpe = mpeOf(scale, kind, load);
  to.note('P', value);
  to.note('E', error);
  to.note('Ec', corrected);
  to.check({
    symbol: 'Ec',
    value: corrected,
    ...mpe,
    comparison: 'within',
    how: () => {
      const [zh, en] = place();
      const text = `${steps(cells, scale)}, E = P ${minus(load)} = ${signed(error)}, Ec = E ${minus(zeroError)} = ${signed(corrected)} ${unit}`;
      return [`${zh}：${text}`, `${en}: ${text}`];
    },
  });
}

const eccentricity = rowRule<Scale, 'indication' | 'added', 'load'>({
  item: 'eccentricity',
  group: 'eccentricity',
  needs: ['indication', 'added'],
  fields: ['load'],
  after: ['zero.E0'],
  judge: (cells, at, to, { load }) =>
    judgeCorrected(cells, load, at, to, () => [
      `位置 ${at.text('position')}，载荷 ${print(load)} ${at.unit}`,
      `position ${at.text('position')}, load ${print(load)} ${at.unit}`,
    ]),
});

const eccentricityPlace = fieldRule<Scale, 'load'>({
  item: 'eccentricity',
  group: 'eccentricity',
  needs: ['load'],
  judge: ({ load }, { parameters: scale }, to) => refuseLoad(load, eccentricityLoad(scale), scale, to),
});

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

const weighing = rowRule<Scale, 'load' | 'indication' | 'added'>({
  item: 'weighing',
  group: 'weighing',
  needs: ['load', 'indication', 'added'],
  after: ['zero.E0'],
  judge: (cells, at, to) => {
    refuseLoad(cells.load, whole(0), at.parameters, to);
    judgeCorrected(cells, cells.load, at, to, () => [`载荷 ${print(cells.load)} ${at.unit}`, `load ${print(cells.load)} ${at.unit}`]);
  },
});

const repeated = rowRule<Scale, 'indication' | 'added'>({
  item: 'repeatability',
  group: 'repeatability',
  needs: ['indication', 'added'],
  judge: (cells, { parameters: scale }, to) => {
    refuseAdded(cells, scale, to);
    to.note('P', before(cells, scale));
  },
});

const repeatability = seriesRule<Scale, 'indication' | 'added', 'load'>({
  item: 'repeatability',
  group: 'repeatability',
  needs: ['indication', 'added'],
  fields: ['load'],
  judge: (rows, { parameters: scale, kind, unit, number }, to, { load }) => {
    refuseLoad(load, multiply(number(limits.repeatabilityLoadLeast), scale.max), scale, to);
    const [first, ...others] = rows.map(({ cells }) => before(cells, scale));
    if (!first || rows.length < Number(limits.repeatabilityWeighings.value)) return;
    const [largest, smallest] = [max(first, ...others), min(first, ...others)];
    const range = subtract(largest, smallest);
    to.note('range', range);
    to.check({
      symbol: 'Pmax − Pmin',
      value: range,
      ...mpeOf(scale, kind, load),
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

const discrimination = rowRule<Scale, 'load' | 'before' | 'extra' | 'after'>({
  item: 'discrimination',
  group: 'discrimination',
  needs: ['load', 'before', 'extra', 'after'],
  judge: (cells, { parameters: scale, unit, number }, to) => {
    refuseLoad(cells.load, whole(0), scale, to);
    const extra = discriminationExtra(scale);
    if (compare(cells.extra, extra) !== 0) {
      const asked = print(trim(extra));
      to.refuse('extra', 'load', [`附加载荷应为 1.4 d = ${asked}`, `the additional load is 1.4 d = ${asked}`]);
    }
    const change = subtract(cells.after, cells.before);
    to.note('change', change);
    to.check({
      symbol: 'I₂ − I₁',
      value: change,
      limit: multiply(number(limits.discriminationChange), scale.d),
      comparison: 'at-least',
      numbers: [limits.discriminationAdded, limits.discriminationChange],
      how: () => {
        const text = `I₂ − I₁ = ${print(cells.after)} ${minus(cells.before)} = ${print(change)} ${unit}`;
        return [`载荷 ${print(cells.load)} ${unit} 上加 1.4 d：${text}`, `1.4 d added to ${print(cells.load)} ${unit}: ${text}`];
      },
    });
  },
});

export const rules: readonly Rule<Scale>[] = [
  zero,
  repeated,
  repeatability,
  eccentricityPlace,
  positions,
  eccentricity,
  weighing,
  discrimination,
];
