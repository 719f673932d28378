/** JJG 49-2013: from the raw record to the conclusion. Every reading is judged by itself, unrounded, and |E| = MPE is allowed. */
import { add, multiply, parse, print, timesPowerOfTen, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { errorBudget } from '../src/error-budget.ts';
import { readGauge } from '../src/pressure/gauge.ts';
import type { Gauge } from '../src/pressure/gauge.ts';
import { pressureInRange, strokeRules } from '../src/pressure/stroke.ts';
import type { StrokeLimits } from '../src/pressure/stroke.ts';
import { signed } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule, fieldRule, seriesRule } from '../src/rule.ts';
import type { Nameplate, Rule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearance, motion } from './form.ts';
import { limits } from './limits.ts';
import type { ClassRow, PrecisionClass } from './limits.ts';

/** A gauge with its limits in its own unit. */
export type PrecisionGauge = Gauge & { readonly row: ClassRow; readonly stroke: StrokeLimits; readonly leastPoints: number };

const half = parse('0.5');
const quarter = parse('0.25');
const twentieth = parse('0.05');
const cycles = Array.from({ length: Number(limits.cycles.value) }, (_, index) => String(index + 1));

function classed(plate: Nameplate): PrecisionGauge | undefined {
  const gauge = readGauge(plate);
  if (!gauge) return undefined;
  const row = limits.classes[gauge.class as PrecisionClass];
  const mpe = trim(timesPowerOfTen(multiply(plate.number(row.mpe), gauge.span), -2));
  const tapping = trim(multiply(plate.number(limits.tapping), mpe));
  const leastPoints = Number((gauge.kind === 'vacuum' ? limits.pointsOfVacuum : limits.pointsOfPressure).value);
  const hysteresis = trim(multiply(plate.number(limits.hysteresis), mpe));
  const numbers = [row.mpe];
  const hysteresisNumbers = [row.mpe, limits.hysteresis];
  const tappingNumbers = [row.mpe, limits.tapping];
  return { ...gauge, row, leastPoints, stroke: { mpe, hysteresis, tapping, numbers, hysteresisNumbers, tappingNumbers } };
}

const zero = fieldRule<PrecisionGauge, 'before' | 'after'>({
  item: 'zero',
  group: 'zero',
  needs: ['before', 'after'],
  judge: (fields, { parameters: { stroke }, unit }, to) => {
    for (const id of ['before', 'after'] as const) {
      const value = fields[id];
      const text = `E₀ = ${signed(value)} ${unit}`;
      to.check({ symbol: 'E₀', value, limit: stroke.mpe, numbers: stroke.numbers, comparison: 'within', id, how: () => [text, text] });
    }
  },
});

const enoughPoints = seriesRule<PrecisionGauge, 'pressure'>({
  item: 'error',
  group: 'indication',
  needs: ['pressure'],
  judge: (rows, { parameters: { leastPoints } }, to) => {
    for (const cycle of cycles) {
      const own = rows.filter((row) => row.text('cycle') === cycle && row.cells.pressure.digits !== 0n);
      const points = new Set(own.map(({ cells }) => print(trim(cells.pressure)))).size;
      if (points < leastPoints)
        to.refuse('rows', 'missing', [
          `第 ${cycle} 次循环至少 ${leastPoints} 个检定点（不含零），只有 ${points} 个`,
          `cycle ${cycle} needs at least ${leastPoints} points beside zero, there are ${points}`,
        ]);
    }
  },
});

/** The numbered graduations beside zero, and the middles between them where that makes too few. */
function pressuresOf({ graduations, leastPoints }: PrecisionGauge): readonly Decimal[] {
  const numbered = graduations.filter(({ digits }) => digits !== 0n);
  if (numbered.length >= leastPoints) return numbered;
  return graduations
    .flatMap((value, index) => {
      const next = graduations[index + 1];
      return next === undefined ? [value] : [value, trim(multiply(half, add(value, next)))];
    })
    .filter(({ digits }) => digits !== 0n);
}

/** The upper limit is needed; which others are taken is free, as long as there are enough and they are evenly spread. */
export const pointsOf = (gauge: PrecisionGauge): readonly Point[] =>
  cycles.flatMap((cycle) =>
    pressuresOf(gauge).map((pressure): Point => {
      const text = print(pressure);
      const isUpper = gauge.kind === 'pressure' && pressure === gauge.graduations[gauge.graduations.length - 1];
      return {
        id: `${cycle}-${text}`,
        group: 'indication',
        given: { cycle, pressure: text },
        mandatory: isUpper,
        times: 1,
        reason: isUpper ? ['测量上限', 'upper limit'] : ['均匀分布的检定点', 'evenly spread points'],
      };
    }),
  );

const rules: readonly Rule<PrecisionGauge>[] = [
  examinedRule('appearance', 'appearance', appearance),
  zero,
  ...strokeRules<PrecisionGauge>((_pressure, { parameters }) => parameters.stroke),
  pressureInRange<PrecisionGauge>(),
  enoughPoints,
  examinedRule('motion', 'motion', motion),
];

export const jjg0049 = defineProcedure({
  edition,
  instrument: classed,
  steps: ({ division }) => ({ division }),
  unit: ({ unit }) => unit,
  environment: ({ row }) => ({ temperature: { least: row.temperatureLeast, most: row.temperatureMost } }),
  points: pointsOf,
  rules,
  // On the rising stroke: the standard at a quarter of the MPE, and half of the tenth of a division that is read.
  budgets: ({ parameters, checks }) =>
    checks
      .filter(({ item, symbol }) => item === 'error' && symbol === 'E↑')
      .map((check) =>
        errorBudget(check, 'JJG 49-2013', ['升压示值误差', 'Error, rising'], {
          reference: multiply(quarter, parse(check.limit ?? '0')),
          reading: multiply(twentieth, parameters.division),
        }),
      ),
});
