/**
 * From the readings to the checks of JJG 744-2004. Where the meaning of a requirement is open, what passes or fails under every meaning is
 * said at once, and the rest waits for the number that the institute enters at adoption.
 * Worked example: loading time 100 ms shown, 108 ms measured: E = −8 ms, MPE = 10 % × 108 + 1 = 11.80 ms.
 */
import { add, compare, multiply, print, subtract, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import * as ratio from '@tongheng/quantity/rational';
import { allPositive, judgeDeviation } from '../src/deviation.ts';
import type { Limit, Sourced, Text } from '../src/edition.ts';
import { meanOf, rootWrittenTo, varianceOf, writtenTo } from '../src/relative-error.ts';
import { difference, fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { Nameplate, Rule } from '../src/rule.ts';
import { limits, placeName } from './limits.ts';

export type Source = {
  readonly nominal: Decimal;
  readonly fluoroscopy: 'none' | 'without' | 'diagnostic' | 'interventional';
  /** Input screen in mm; empty without an intensifier. */
  readonly screen: string;
};
type R = Rule<Source>;

export function readSource(plate: Nameplate): Source {
  const nominal = plate.decimal('nominal');
  const fluoroscopy = plate.text('fluoroscopy') as Source['fluoroscopy'];
  const screen = plate.text('screen');
  const intensified = fluoroscopy === 'diagnostic' || fluoroscopy === 'interventional';
  if (nominal.digits <= 0n) plate.refuse('nominal', 'too-small', ['必须大于零', 'must be greater than zero']);
  if (intensified && screen === '')
    plate.refuse('screen', 'missing', ['有影像增强器时应填写输入屏尺寸', 'with an intensifier its input screen is written']);
  if (!intensified && screen !== '')
    plate.refuse('screen', 'not-applicable', ['没有影像增强器时留空', 'it stays empty without an intensifier']);
  return { nominal, fluoroscopy, screen };
}

/** A part of a value in percent. */
const share = (percent: Decimal, value: Decimal): Decimal => timesPowerOfTen(multiply(percent, value), -2);
const hundred = ratio.rational(100);

const kermaRate: R = rowRule({
  item: 'kermaRate',
  group: 'kermaRate',
  needs: ['rate'],
  judge: ({ rate }, { parameters: { fluoroscopy }, number }, to) => {
    if (fluoroscopy === 'none') return;
    const asked = limits.kermaRate[fluoroscopy];
    const least = number(asked);
    const allowance = number(limits.kermaRateAllowance);
    const most = add(least, share(number(limits.kermaRateAllowanceMost), least));
    const text = `K = ${print(rate)} mGy/min`;
    const open = allowance === undefined && compare(rate, least) > 0 && compare(rate, most) <= 0;
    const limit = allowance === undefined ? (compare(rate, least) <= 0 ? least : most) : add(least, share(allowance, least));
    to.check({
      symbol: 'K',
      value: rate,
      limit: open ? undefined : limit,
      comparison: 'at-most',
      unit: 'mGy/min',
      numbers: open || allowance !== undefined ? [asked, limits.kermaRateAllowance] : [asked, limits.kermaRateAllowanceMost],
      how: () => [text, text],
    });
  },
});

/** The place of a number of a table by the name of its row. */
const placeOf = (table: Readonly<Record<string, Limit>>, name: string): Limit => {
  const place = table[placeName(name)];
  if (!place) throw new RangeError(`the table has no row "${name}"`);
  return place;
};

const quality: R = rowRule({
  item: 'quality',
  group: 'quality',
  needs: ['layer'],
  judge: ({ layer }, at, to) => {
    const voltage = at.text('voltage');
    if (voltage === '') return;
    const asked = placeOf(limits.halfValueLayer, voltage);
    const how = () => [`${voltage} kV：HVL = ${print(layer)} mm Al`, `${voltage} kV: HVL = ${print(layer)} mm Al`] as const;
    to.check({ symbol: 'HVL', value: layer, limit: at.number(asked), comparison: 'at-least', unit: 'mm', numbers: [asked], how });
  },
});

const repeatability: R = seriesRule({
  item: 'repeatability',
  group: 'repeatability',
  needs: ['kerma'],
  judge: (rows, { number }, to) => {
    const values = rows.map(({ cells }) => ratio.fromDecimal(cells.kerma));
    const mean = meanOf(values);
    if (rows.length < Number(limits.repeatabilityRuns.value)) return;
    if (mean.top <= 0n) return to.refuse('rows', 'too-small', ['平均值必须大于零', 'the mean must be greater than zero']);
    const limit = number(limits.repeatability);
    const square = ratio.divide(varianceOf(values), ratio.multiply(mean, mean));
    const value = rootWrittenTo(ratio.multiply(square, ratio.multiply(hundred, hundred)), 2, limit);
    to.note('s', value, '%');
    const text = `s = √(Σ (K − K̄)² / (n − 1)) / K̄ = ${print(value)} %, n = ${rows.length}`;
    to.check({ symbol: 's', value, limit, comparison: 'at-most', unit: '%', numbers: [limits.repeatability], how: () => [text, text] });
  },
});

const perCharge: R = rowRule({
  item: 'linearity',
  group: 'linearity',
  needs: ['charge', 'kerma'],
  judge: ({ charge, kerma }, _at, to) => {
    if (allPositive({ charge, kerma }, to))
      to.note('K/Q', writtenTo(ratio.divide(ratio.fromDecimal(kerma), ratio.fromDecimal(charge)), 5), 'mGy/mAs');
  },
});

const linearity: R = seriesRule({
  item: 'linearity',
  group: 'linearity',
  needs: ['charge', 'kerma'],
  fields: ['voltage'],
  judge: (rows, { parameters: { nominal }, number }, to, { voltage }) => {
    const [low, high] = [share(number(limits.linearityVoltageLow), nominal), share(number(limits.linearityVoltageHigh), nominal)];
    if (compare(voltage, low) < 0 || compare(voltage, high) > 0)
      to.refuse('voltage', 'bounds', [
        `应在 ${print(low)} 与 ${print(high)} kV 之间`,
        `it lies between ${print(low)} and ${print(high)} kV`,
      ]);
    if (rows.length < 2 || rows.some(({ cells }) => cells.charge.digits <= 0n || cells.kerma.digits <= 0n)) return;
    const outputs = rows.map(({ cells }) => ratio.divide(ratio.fromDecimal(cells.kerma), ratio.fromDecimal(cells.charge)));
    const sorted = [...outputs].sort(ratio.compare);
    const [smallest, largest] = [sorted[0] ?? ratio.one, sorted[sorted.length - 1] ?? ratio.one];
    const overSum = ratio.multiply(ratio.divide(ratio.subtract(largest, smallest), ratio.add(largest, smallest)), hundred);
    const limit = number(limits.linearity);
    const factor = number(limits.linearityFactor);
    const entered = factor && factor.digits > 0n ? factor : undefined;
    const written = (times: Decimal) => writtenTo(ratio.multiply(overSum, ratio.fromDecimal(times)), 2, limit);
    const [byMean, bySum] = [written(whole(2)), written(whole(1))];
    const open = entered === undefined && compare(byMean, limit) > 0 && compare(bySum, limit) <= 0;
    const value = entered === undefined ? (compare(byMean, limit) <= 0 ? byMean : bySum) : written(entered);
    to.note('L', value, '%');
    const text = `L = ${entered === undefined ? '(max − min) / (max + min)' : `${print(entered)} (max − min) / (max + min)`}, ${print(value)} %`;
    to.check({
      symbol: 'L',
      value,
      limit: open ? undefined : limit,
      comparison: 'at-most',
      unit: '%',
      numbers: open || entered !== undefined ? [limits.linearity, limits.linearityFactor] : [limits.linearity],
      how: () => [text, text],
    });
  },
});

const resolution: R = fieldRule({
  item: 'resolution',
  group: 'resolution',
  needs: ['specified', 'measured'],
  judge: ({ specified, measured }, { parameters: { screen }, number }, to) => {
    const text = `${print(measured)} lp/mm`;
    const stated = { symbol: 'R', value: measured, comparison: 'at-least', unit: 'lp/mm', how: (): Text => [text, text] } as const;
    to.check({ ...stated, id: 'specified', limit: specified, numbers: [] });
    if (screen === '') return;
    const asked = placeOf(limits.resolution, screen);
    to.check({ ...stated, id: 'table', limit: number(asked), numbers: [asked] });
  },
});

const lightField: R = fieldRule({
  item: 'lightField',
  group: 'lightField',
  needs: ['distance', 'left', 'right', 'head', 'foot'],
  judge: ({ distance, left, right, head, foot }, { number }, to) => {
    if (!allPositive({ distance }, to)) return;
    const edges = { left, right, head, foot };
    for (const [id, value] of Object.entries(edges))
      if (value.digits < 0n) to.refuse(id, 'too-small', ['填写绝对值', 'it is written without its sign']);
    const limit = share(number(limits.lightField), distance);
    const axis = (id: 'first' | 'second', a: Decimal, b: Decimal) => {
      const value = add(a, b);
      const text = `Δ = ${print(a)} + ${print(b)} = ${print(value)} mm`;
      to.check({ id, symbol: 'Δ', value, limit, comparison: 'at-most', unit: 'mm', numbers: [limits.lightField], how: () => [text, text] });
    };
    axis('first', left, right);
    axis('second', head, foot);
  },
});

/** Indicated against measured, in percent of the measured value. */
const relative = (id: 'tubeVoltage' | 'tubeCurrent'): R =>
  rowRule({
    item: id,
    group: id,
    needs: ['indicated', 'measured'],
    judge: ({ indicated, measured }, at, to) => {
      if (allPositive({ measured }, to)) judgeDeviation(indicated, measured, at, to, { high: limits[id], comparison: 'within' });
    },
  });

/** Indicated against measured, with a part in percent of the measured value and a constant part. */
const mixed = (id: 'time' | 'charge', unit: string, constant: Sourced<string>): R =>
  rowRule({
    item: id,
    group: id,
    needs: ['indicated', 'measured'],
    judge: ({ indicated, measured }, { number }, to) => {
      if (!allPositive({ measured }, to)) return;
      const value = subtract(indicated, measured);
      to.note('E', value, unit);
      to.check({
        symbol: 'E',
        value,
        limit: add(share(number(limits[id]), measured), number(constant)),
        comparison: 'within',
        unit,
        numbers: [limits[id], constant],
        how: () => difference('E', indicated, measured, value, unit),
      });
    },
  });

const spot: R = rowRule({
  item: 'spot',
  group: 'spot',
  needs: ['width', 'length'],
  judge: ({ width, length }, at, to) => {
    const nominal = at.text('nominal');
    if (nominal === '') return;
    const side = (id: 'width' | 'length', value: Decimal, asked: Limit) => {
      const symbol = id === 'width' ? 'b' : 'l';
      const text = `${symbol} = ${print(value)} mm (f ${nominal})`;
      to.check({
        id,
        symbol,
        value,
        limit: at.number(asked),
        comparison: 'at-most',
        unit: 'mm',
        numbers: [asked],
        how: () => [text, text],
      });
    };
    side('width', width, placeOf(limits.spotWidth, nominal));
    side('length', length, placeOf(limits.spotLength, nominal));
  },
});

export const rules: readonly R[] = [
  kermaRate,
  quality,
  repeatability,
  perCharge,
  linearity,
  resolution,
  lightField,
  relative('tubeVoltage'),
  relative('tubeCurrent'),
  spot,
  mixed('time', 'ms', limits.timeConstantPart),
  mixed('charge', 'mAs', limits.chargeConstantPart),
];
