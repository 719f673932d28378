/**
 * From the readings to the checks of JJG 1041-2008. Errors are judged unrounded; percentages and decibels are written to 0.01, or finer
 * where the limit needs it.
 * Worked example: heart rate 150 /min shown as 158: E = +8, MPE = 5 % × 158 + 1 = 8.90.
 */
import { add, compare, multiply, parse, print, subtract, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { divide, fromDecimal, multiply as times, rational } from '@tongheng/quantity/rational';
import { logarithmOfTen, naturalLogarithm } from '@tongheng/quantity/transcendental';
import { allPositive, judgeDeviation } from '../src/deviation.ts';
import { noiseRule } from '../src/electrocardiography/noise.ts';
import { writtenTo } from '../src/relative-error.ts';
import { difference, examinedRule, fieldRule, rowRule } from '../src/rule.ts';
import type { Rule } from '../src/rule.ts';
import { examined } from './form.ts';
import { limits } from './limits.ts';

export type DigitalElectrocardiograph = { readonly rateStep: Decimal };
type R = Rule<DigitalElectrocardiograph>;

const perDecade = divide(rational(20), logarithmOfTen);

const calibration: R = rowRule({
  item: 'calibration',
  group: 'calibration',
  needs: ['nominal', 'height'],
  judge: ({ nominal, height }, at, to) => {
    const step = at.text('gain');
    if (step !== '' && allPositive({ nominal }, to))
      judgeDeviation(height, multiply(parse(step), nominal), at, to, { high: limits.calibration, comparison: 'within' });
  },
});

const inputRange: R = fieldRule({
  item: 'inputRange',
  group: 'inputRange',
  needs: ['lowest', 'highest'],
  judge: ({ lowest, highest }, { number }, to) => {
    const [low, high] = [limits.inputLow, limits.inputHigh];
    const read = (value: Decimal) => () => [`可记录输入 ${print(value)} mV`, `recorded input ${print(value)} mV`] as const;
    const unit = 'mV';
    to.check({
      id: 'lowest',
      symbol: 'Umin',
      value: lowest,
      limit: number(low),
      comparison: 'at-most',
      unit,
      numbers: [low],
      how: read(lowest),
    });
    to.check({
      id: 'highest',
      symbol: 'Umax',
      value: highest,
      limit: number(high),
      comparison: 'at-least',
      unit,
      numbers: [high],
      how: read(highest),
    });
  },
});

const weighting: R = rowRule({
  item: 'weighting',
  group: 'weighting',
  needs: ['reference', 'height'],
  judge: ({ reference, height }, at, to) => {
    if (allPositive({ reference }, to)) judgeDeviation(height, reference, at, to, { high: limits.weighting, comparison: 'within' });
  },
});

const noise: R = noiseRule(limits.noise);

const amplitude: R = rowRule({
  item: 'amplitude',
  group: 'amplitude',
  needs: ['reference', 'measured'],
  judge: ({ reference, measured }, { number }, to) => {
    const { amplitudeBound, amplitudeAbsolute, amplitudeRelative } = limits;
    const [bound, absolute, relative] = [number(amplitudeBound), number(amplitudeAbsolute), number(amplitudeRelative)];
    const value = subtract(measured, reference);
    const small = bound === undefined || compare(reference, bound) <= 0;
    const limit = bound === undefined ? undefined : small ? absolute : relative && timesPowerOfTen(multiply(relative, reference), -2);
    to.note('E', value, 'µV');
    to.check({
      symbol: 'E',
      value,
      limit,
      comparison: 'within',
      unit: 'µV',
      numbers:
        bound === undefined
          ? [amplitudeBound, amplitudeAbsolute, amplitudeRelative]
          : [amplitudeBound, small ? amplitudeAbsolute : amplitudeRelative],
      how: () => difference('E', measured, reference, value, 'µV'),
    });
  },
});

const interval: R = rowRule({
  item: 'interval',
  group: 'interval',
  needs: ['reference', 'measured'],
  judge: ({ reference, measured }, at, to) => {
    const name = at.text('name');
    if (name === '') return;
    const asked = limits.intervals[name as keyof typeof limits.intervals];
    const value = subtract(measured, reference);
    to.note('E', value, 'ms');
    to.check({
      symbol: 'E',
      value,
      limit: at.number(asked),
      comparison: 'within',
      unit: 'ms',
      numbers: [asked],
      how: () => difference('E', measured, reference, value, 'ms'),
    });
  },
});

const response: R = rowRule({
  item: 'response',
  group: 'response',
  needs: ['frequency', 'height'],
  fields: ['reference'],
  judge: ({ frequency, height }, at, to, { reference }) => {
    if (!allPositive({ reference }, to)) return;
    const low = compare(frequency, at.number(limits.frequencyMiddle)) <= 0 ? limits.responseLow : limits.responseLowAbove;
    judgeDeviation(height, reference, at, to, { low, high: limits.responseHigh, comparison: 'between' });
  },
});

const timeConstant: R = fieldRule({
  item: 'timeConstant',
  group: 'timeConstant',
  needs: ['time'],
  judge: ({ time }, { number }, to) => {
    const text = `τ = ${print(time)} s`;
    const limit = number(limits.timeConstant);
    to.check({
      symbol: 'τ',
      value: time,
      limit,
      comparison: 'at-least',
      unit: 's',
      numbers: [limits.timeConstant],
      how: () => [text, text],
    });
  },
});

const heartRate: R = rowRule({
  item: 'heartRate',
  group: 'heartRate',
  needs: ['reference', 'displayed'],
  judge: ({ reference, displayed }, { parameters: { rateStep }, number }, to) => {
    const value = subtract(displayed, reference);
    const share = timesPowerOfTen(multiply(number(limits.heartRate), displayed), -2);
    to.note('E', value, '/min');
    to.check({
      symbol: 'E',
      value,
      limit: add(share, multiply(number(limits.heartRateDigits), rateStep)),
      comparison: 'within',
      unit: '/min',
      numbers: [limits.heartRate, limits.heartRateDigits],
      how: () => difference('E', displayed, reference, value, '/min'),
    });
  },
});

/** 20 lg (U_c × S / h); a rational number is never exactly 10^(89/20), so that no value lies at the limit. */
const rejection: R = rowRule({
  item: 'rejection',
  group: 'rejection',
  needs: ['height'],
  fields: ['common'],
  judge: ({ height }, at, to, { common }) => {
    const step = at.text('gain');
    if (step === '' || !allPositive({ height, common }, to)) return;
    const ratio = divide(fromDecimal(multiply(timesPowerOfTen(common, 3), parse(step))), fromDecimal(height));
    const limit = at.number(limits.rejection);
    const value = writtenTo(times(perDecade, naturalLogarithm(ratio)), 2, limit);
    to.note('CMRR', value, 'dB');
    const text = `CMRR = 20 lg (${print(common)} × 1000 × ${step} / ${print(height)}) = ${print(value)} dB`;
    const lead = at.text('lead');
    const how = () => [`${lead} 导联：${text}`, `lead ${lead}: ${text}`] as const;
    to.check({ symbol: 'CMRR', value, limit, comparison: 'at-least', unit: 'dB', numbers: [limits.rejection], how });
  },
});

export const rules: readonly R[] = [
  examinedRule('appearance', 'appearance', examined.appearance),
  calibration,
  inputRange,
  examinedRule('inputRange', 'inputRange', examined.inputRange),
  examinedRule('polarisation', 'polarisation', examined.polarisation),
  weighting,
  noise,
  examinedRule('waveform', 'waveform', examined.waveform),
  amplitude,
  interval,
  response,
  timeConstant,
  heartRate,
  rejection,
];
