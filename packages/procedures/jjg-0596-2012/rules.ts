/**
 * From the readings to the checks. An error is the mean of two measurements, or of four where the first two lie near the limit; it is
 * rounded to one tenth of the class (GB/T 8170, half to the even multiple) and judged rounded.
 * Worked example, class 2: 1.08 % and 1.12 %: mean 1.10 %, 1.10 / 0.2 = 5.5, rounded to 6 × 0.2 = 1.2 %; the limit is 2.0 %, met.
 */
import { abs, add, compare, multiply, parse, print, subtract, timesPowerOfTen, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient, roundTo } from '@tongheng/quantity/rounding';
import type { Text } from '../src/edition.ts';
import { minus, signed } from '../src/print.ts';
import { percentError, writtenTo } from '../src/relative-error.ts';
import { examinedRule, fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { At, Cells, Recorder, Rule } from '../src/rule.ts';
import { appearanceFields, startingFields, withstandFields } from './form.ts';
import { limits } from './limits.ts';
import { bandAt, timeDivisor } from './meter.ts';
import type { Band, Bands, Meter } from './meter.ts';

type Measured = Cells<'current' | 'first' | 'second'>;
const [half, quarter] = [parse('0.5'), parse('0.25')];
const hundredth = parse('0.01');

type Mean = { readonly value: Decimal; readonly count: number; readonly steps: () => string };

/** The mean of two measurements or of four; undefined while one of the later two is missing. */
function meanOf(first: Decimal, second: Decimal, third: Decimal | undefined, fourth: Decimal | undefined): Mean | undefined {
  const sum = add(first, second);
  if (third === undefined && fourth === undefined)
    return { value: multiply(sum, half), count: 2, steps: () => `(${print(first)} + ${print(second)}) / 2` };
  if (third === undefined || fourth === undefined) return undefined;
  const steps = () => `(${[first, second, third, fourth].map(print).join(' + ')}) / 4`;
  return { value: multiply(add(sum, add(third, fourth)), quarter), count: 4, steps };
}

/** The limit at a point: of an in-use inspection a multiple that the adopting institute enters. */
function limitAt({ limit, numbers }: Pick<Band, 'limit' | 'numbers'>, { kind, number }: At<Meter>) {
  if (kind !== 'in-use') return { limit, numbers };
  const factor = number(limits.inUseFactor);
  return { limit: factor && multiply(factor, limit), numbers: [...numbers, limits.inUseFactor] };
}

function bandOrRefusal(cells: Measured, bands: Bands, at: At<Meter>, to: Recorder): Band | undefined {
  const { most, class: meterClass } = at.parameters;
  const factor = at.text('factor');
  if (factor === '') return undefined;
  if (factor === '0.8C' && meterClass === '2') {
    to.refuse('factor', 'not-in-class', ['2 级电能表没有 0.8C 的误差限', 'class 2 has no limit at 0.8 capacitive']);
    return undefined;
  }
  const band = bandAt(bands, cells.current, factor);
  if (!band) to.refuse('current', 'too-small', ['低于有误差限的最小负载电流', 'below the smallest current that has a limit']);
  if (compare(cells.current, most) > 0)
    to.refuse('current', 'too-large', [`负载电流应不大于 Imax = ${print(most)} A`, `the current is at most Imax = ${print(most)} A`]);
  return band;
}

/** Judges the error of one row and answers its unrounded mean. */
function judgeError(cells: Measured, bands: Bands, at: At<Meter>, to: Recorder): Decimal | undefined {
  const { interval } = at.parameters;
  const band = bandOrRefusal(cells, bands, at, to);
  if (!band) return undefined;
  const mean = meanOf(cells.first, cells.second, at.maybe('third'), at.maybe('fourth'));
  if (!mean) {
    to.refuse(at.maybe('third') ? 'fourth' : 'third', 'remeasure', ['再测应为两次', 'measure twice more, not once']);
    return undefined;
  }
  const sum = abs(add(cells.first, cells.second));
  if (mean.count === 2 && compare(sum, band.remeasureFrom) >= 0 && compare(sum, band.remeasureTo) <= 0)
    to.refuse('third', 'remeasure', [
      '平均值在误差限的 80% 至 120% 之间，应再测两次',
      'the mean lies between 80 % and 120 % of the limit; measure twice more',
    ]);
  const rounded = roundTo(mean.value, interval);
  const found = limitAt(band, at);
  to.note('mean', mean.value, '%');
  to.note('E', rounded, '%');
  to.check({
    symbol: 'E',
    value: rounded,
    ...found,
    comparison: 'within',
    unit: '%',
    how: () => {
      const place = `${print(cells.current)} A, cosφ ${at.text('factor')}`;
      const steps = `E = ${mean.steps()} = ${signed(mean.value)} % → ${signed(rounded)} %`;
      return [`${place}：${steps}，化整间距 ${print(interval)} %`, `${place}: ${steps}, rounding interval ${print(interval)} %`];
    },
  });
  return mean.value;
}

const errors = rowRule<Meter, 'current' | 'first' | 'second'>({
  item: 'errors',
  group: 'errors',
  needs: ['current', 'first', 'second'],
  judge: (cells, at, to) => void judgeError(cells, at.parameters.balanced, at, to),
});

/** The balanced error at Ib and power factor 1, from which the errors of single phases may not differ much. */
const balancedError = seriesRule<Meter, 'current' | 'first' | 'second'>({
  item: 'errors',
  group: 'errors',
  needs: ['current', 'first', 'second'],
  judge: (rows, at, to) => {
    if (at.parameters.wiring === 'single') return;
    const row = rows.find(({ cells, text }) => text('factor') === '1.0' && compare(cells.current, at.parameters.current) === 0);
    if (!row) return;
    const { first, second, third, fourth } = row.cells as Measured & { readonly [later: string]: Decimal | undefined };
    const mean = meanOf(first, second, third, fourth);
    if (mean) to.note('E0', mean.value, '%');
  },
});

const singleLoad = rowRule<Meter, 'current' | 'first' | 'second'>({
  item: 'single-load',
  group: 'single-load',
  needs: ['current', 'first', 'second'],
  judge: (cells, at, to) => {
    if (at.parameters.wiring === 'three-wire' && at.text('element') === 'b')
      to.refuse('element', 'choice', ['三相三线电能表不测 B 相', 'a meter of three wires has no phase B to load']);
    judgeError(cells, at.parameters.singleLoad, at, to);
  },
});

const difference = rowRule<Meter, 'current' | 'first' | 'second'>({
  item: 'single-load',
  group: 'single-load',
  needs: ['current', 'first', 'second'],
  after: ['errors.E0'],
  judge: (cells, at, to) => {
    const { class: meterClass, interval, current } = at.parameters;
    if (at.text('factor') !== '1.0' || compare(cells.current, current) !== 0) return;
    const balanced = at.value('errors.E0');
    const mean = meanOf(cells.first, cells.second, at.maybe('third'), at.maybe('fourth'));
    if (!balanced || !mean) return;
    const value = roundTo(subtract(mean.value, balanced), interval);
    const number = limits.singleLoadDifference[meterClass];
    to.note('difference', value, '%');
    to.check({
      symbol: 'E − E₀',
      value,
      ...limitAt({ limit: at.number(number), numbers: [number] }, at),
      comparison: 'within',
      unit: '%',
      id: 'difference',
      how: () => {
        const steps = `E − E₀ = ${signed(mean.value)} ${minus(balanced)} → ${signed(value)} %`;
        return [`与平衡负载时误差之差：${steps}`, `difference to the balanced error: ${steps}`];
      },
    });
  },
});

const creep = fieldRule<Meter, 'voltage' | 'time' | 'pulses'>({
  item: 'creep',
  group: 'creep',
  needs: ['voltage', 'time', 'pulses'],
  judge: ({ voltage, time, pulses }, { parameters: meter, number }, to) => {
    const asked = multiply(number(limits.creepVoltage), meter.voltage);
    if (compare(voltage, asked) !== 0)
      to.refuse('voltage', 'voltage', [
        `试验电压应为 115% Un = ${print(trim(asked))} V`,
        `the voltage is 115 % of Un = ${print(trim(asked))} V`,
      ]);
    const constant = limits.creepTime[meter.class];
    const [dividend, divisor] = [timesPowerOfTen(number(constant), 6), timeDivisor(meter, meter.most, number)];
    const shortest = roundUp(dividend, divisor);
    to.note('tmin', shortest, 'min');
    if (compare(multiply(time, divisor), dividend) < 0)
      to.refuse('time', 'too-small', [`试验时间应不短于 ${print(shortest)} min`, `the test lasts at least ${print(shortest)} min`]);
    to.check({
      symbol: 'n',
      value: pulses,
      limit: number(limits.creepPulses),
      comparison: 'at-most',
      unit: '',
      numbers: [limits.creepPulses, constant, limits.creepVoltage],
      how: (): Text => [
        `${print(time)} min（不短于 ${print(shortest)} min）内脉冲 n = ${print(pulses)}`,
        `n = ${print(pulses)} pulses in ${print(time)} min (at least ${print(shortest)} min)`,
      ],
    });
  },
});

/** To the next hundredth above, so that a person who keeps the printed time keeps the exact one. */
function roundUp(dividend: Decimal, divisor: Decimal): Decimal {
  const near = roundQuotient(dividend, divisor, hundredth);
  return compare(multiply(near, divisor), dividend) < 0 ? add(near, hundredth) : near;
}

const starting = fieldRule<Meter, 'current'>({
  item: 'starting',
  group: 'starting',
  needs: ['current'],
  judge: ({ current }, { parameters: meter, number }, to) => {
    const most = meter.startingCurrent;
    if (current.digits <= 0n || compare(current, most) > 0)
      to.refuse('current', 'current', [
        `起动电流应大于 0 且不大于 ${print(trim(most))} A`,
        `the starting current is greater than 0 and at most ${print(trim(most))} A`,
      ]);
    to.note('IQ', trim(most), 'A');
    // 1.2 × 60 × 1000 / (C m Un IQ) minutes.
    const minutes = multiply(number(limits.startingTimeFactor), whole(60_000));
    to.note('tQ', roundQuotient(minutes, timeDivisor(meter, most, number), hundredth), 'min');
  },
});

const constant = fieldRule<Meter, 'register' | 'reference'>({
  item: 'constant',
  group: 'constant',
  needs: ['register', 'reference'],
  judge: ({ register, reference }, at, to) => {
    if (reference.digits <= 0n) return to.refuse('reference', 'too-small', ['应大于 0', 'must be greater than 0']);
    const band = at.parameters.balanced.unity[0];
    if (!band) return;
    const factor = limits.registerFactor;
    const found = limitAt({ limit: multiply(at.number(factor), band.limit), numbers: [factor, ...band.numbers] }, at);
    const error = percentError(register, reference);
    const value = writtenTo(error, 3, found.limit);
    to.note('gamma', value, '%');
    to.check({
      symbol: 'γ',
      value,
      ...found,
      comparison: 'within',
      unit: '%',
      how: () => {
        const steps = `γ = (${print(register)} ${minus(reference)}) / ${print(reference)} × 100 % = ${signed(value)} %`;
        return [steps, steps];
      },
    });
  },
});

const clock = fieldRule<Meter, 'error'>({
  item: 'clock',
  group: 'clock',
  needs: ['error'],
  judge: ({ error }, { number }, to) =>
    to.check({
      symbol: 'Δ',
      value: error,
      limit: number(limits.clock),
      comparison: 'within',
      unit: 's/d',
      numbers: [limits.clock],
      how: () => [`日计时误差 ${signed(error)} s/d`, `error of the clock ${signed(error)} s/d`],
    }),
});

export const rules: readonly Rule<Meter>[] = [
  examinedRule('appearance', 'appearance', appearanceFields),
  examinedRule('withstand', 'withstand', withstandFields),
  creep,
  starting,
  examinedRule('starting', 'starting', startingFields),
  errors,
  balancedError,
  singleLoad,
  difference,
  constant,
  clock,
];
