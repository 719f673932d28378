/** JJG 52-2013: from the raw record to the conclusion. An error is judged unrounded and |E| = MPE is allowed. */
import { abs, compare, multiply, parse, print, timesPowerOfTen, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { Sourced, Text } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { convertPressure, readGauge } from '../src/pressure/gauge.ts';
import type { Gauge } from '../src/pressure/gauge.ts';
import { pressureInRange, strokeRules } from '../src/pressure/stroke.ts';
import type { StrokeLimits } from '../src/pressure/stroke.ts';
import { signed } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule, fieldRule, seriesRule } from '../src/rule.ts';
import type { At, Nameplate, Recorder, Rule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearance, motion } from './form.ts';
import { limits } from './limits.ts';
import type { GaugeClass, MpeRow } from './limits.ts';

/** A gauge with its limits in its own unit. */
export type ClassedGauge = Gauge & {
  readonly zeroLimit: Decimal;
  readonly zeroNumbers: readonly Sourced<unknown>[];
  readonly topFrom: Decimal;
  readonly top: StrokeLimits;
  readonly rest: StrokeLimits;
};

const hysteresisShare = parse(limits.hysteresis.value);
const tappingShare = parse(limits.tapping.value);
const quarter = parse('0.25');
const tenth = parse('0.1');

function classed(plate: Nameplate): ClassedGauge | undefined {
  const gauge = readGauge(plate);
  if (!gauge) return undefined;
  const old = gauge.class === '1.5' ? [limits.markedOneAndAHalf] : [];
  const row: MpeRow = limits.mpe[(gauge.class === '1.5' ? limits.markedOneAndAHalf.value : gauge.class) as GaugeClass];
  const ofSpan = (percent: Sourced<string>): Decimal => trim(timesPowerOfTen(multiply(plate.number(percent), gauge.span), -2));
  const stroke = (percent: Sourced<string>): StrokeLimits => {
    const mpe = ofSpan(percent);
    const numbers = [percent, limits.topFrom, ...old];
    return {
      mpe,
      hysteresis: trim(multiply(hysteresisShare, mpe)),
      tapping: trim(multiply(tappingShare, mpe)),
      numbers,
      hysteresisNumbers: [...numbers, limits.hysteresis],
      tappingNumbers: [...numbers, limits.tapping],
    };
  };
  const zeroNumbers = [row.zero, ...old];
  const topFrom = multiply(plate.number(limits.topFrom), gauge.upper);
  return { ...gauge, zeroLimit: ofSpan(row.zero), zeroNumbers, topFrom, top: stroke(row.top), rest: stroke(row.rest) };
}

/** The wider limit holds from 90 % of the upper limit on. What 90 % would be of a vacuum is not established: there the narrower one holds. */
const limitsAt = (pressure: Decimal, { parameters: gauge }: At<ClassedGauge>): StrokeLimits =>
  gauge.upper.digits > 0n && compare(pressure, gauge.topFrom) >= 0 ? gauge.top : gauge.rest;

const zero = fieldRule<ClassedGauge, 'before' | 'after'>({
  item: 'zero',
  group: 'zero',
  needs: ['before', 'after'],
  judge: (fields, at, to) => {
    for (const id of ['before', 'after'] as const) judgeZero(id, fields[id], at, to);
  },
});

function judgeZero(id: 'before' | 'after', value: Decimal, { parameters: gauge, unit }: At<ClassedGauge>, to: Recorder): void {
  const { stopPin, zeroLimit, zeroNumbers } = gauge;
  if (stopPin && value.digits < 0n) {
    to.refuse(id, 'too-small', ['缩格不带符号', 'how far the pointer stands behind zero has no sign']);
    return;
  }
  const [symbol, zh, en] = stopPin ? ['Z', '缩格', 'behind zero at the stop pin'] : ['E₀', '零位误差', 'error at zero'];
  to.check({
    symbol: symbol ?? '',
    value,
    limit: zeroLimit,
    comparison: stopPin ? 'at-most' : 'within',
    numbers: zeroNumbers,
    id,
    how: () => [`${zh} ${symbol} = ${signed(value)} ${unit}`, `${en} ${symbol} = ${signed(value)} ${unit}`],
  });
}

/** How many points the vacuum side of a pressure-vacuum gauge needs. */
function vacuumPointsOf(gauge: ClassedGauge): number {
  if (gauge.kind !== 'compound') return 0;
  const upper = convertPressure(gauge.upper, gauge.unit, 'MPa');
  const row = limits.vacuumPoints.find(({ upTo }) => compare(upper, parse(upTo.value)) <= 0);
  return row ? Number(row.points.value) : 0;
}

const vacuumSide = seriesRule<ClassedGauge, 'pressure'>({
  item: 'error',
  group: 'indication',
  needs: ['pressure'],
  judge: (rows, { parameters: gauge }, to) => {
    const least = vacuumPointsOf(gauge);
    const tested = rows.filter(({ cells }) => cells.pressure.digits < 0n).length;
    if (tested < least)
      to.refuse('rows', 'missing', [
        `真空部分至少检定 ${least} 点，只有 ${tested} 点`,
        `at least ${least} points of the vacuum side are needed, there are ${tested}`,
      ]);
  },
});

/** Where the vacuum side is not tested by points, the pointer must have been seen to move towards vacuum. */
const vacuumDirection = fieldRule<ClassedGauge, never>({
  item: 'motion',
  group: 'motion',
  needs: [],
  judge: (_fields, { parameters: gauge, text }, to) => {
    if (gauge.kind === 'compound' && vacuumPointsOf(gauge) === 0 && text('vacuumDirection') === 'none')
      to.refuse('vacuumDirection', 'missing', [
        '真空部分不检示值的压力真空表应观察指针指向真空方向',
        'its vacuum side is not tested by points, so that the pointer must be seen to move towards vacuum',
      ]);
  },
});

const reachable = parse(limits.vacuumOutOfReach.value);
const reasonOf = (gauge: ClassedGauge, pressure: Decimal): Text => {
  if (pressure.digits > 0n) return ['带数字的分度线', 'numbered graduation'];
  return gauge.kind === 'compound' ? ['真空部分', 'vacuum side'] : ['带数字的分度线（疏空）', 'numbered graduation, vacuum'];
};

/** All numbered graduations but zero, which has its own group; on the vacuum side those that can be reached. */
export const pointsOf = (gauge: ClassedGauge): readonly Point[] =>
  gauge.graduations
    .filter(({ digits }) => digits !== 0n)
    .map((pressure): Point => {
      const depth = convertPressure(abs(pressure), gauge.unit, 'MPa');
      const mandatory = pressure.digits > 0n || (gauge.kind === 'vacuum' && compare(depth, reachable) <= 0);
      const text = print(pressure);
      return { id: text, group: 'indication', given: { pressure: text }, mandatory, times: 1, reason: reasonOf(gauge, pressure) };
    });

const rules: readonly Rule<ClassedGauge>[] = [
  examinedRule('appearance', 'appearance', appearance),
  zero,
  ...strokeRules(limitsAt),
  pressureInRange<ClassedGauge>(),
  vacuumSide,
  examinedRule('motion', 'motion', motion),
  vacuumDirection,
];

export const jjg0052 = defineProcedure({
  edition,
  instrument: classed,
  steps: ({ division }) => ({ division }),
  unit: ({ unit }) => unit,
  points: pointsOf,
  rules,
  // On the rising stroke: the standard at the largest error allowed, a quarter of the MPE, and half of the fifth of a division that is read.
  budgets: ({ parameters, checks }) =>
    checks
      .filter(({ item, symbol }) => item === 'error' && symbol === 'E↑')
      .map((check) =>
        errorBudget(check, 'JJG 52-2013', ['升压示值误差', 'Error, rising'], {
          reference: multiply(quarter, parse(check.limit ?? '0')),
          reading: multiply(tenth, parameters.division),
        }),
      ),
});
