/**
 * From the readings to the checks of JJG 543-2008. Voltage and time are judged in mV and s, where value and limit are exact; the
 * percentages beside them are written to 0.01. Other percentages are written as finely as their limit needs.
 * Worked example: U_in = 1 mV: MPE = ±10 (1 + 0.1 / 1) % = ±11.00 % = ±0.11 mV; 0.5 mV: ±12.00 %; T_in = 0.2 s: ±13.00 %.
 */
import { add, divideExactly, multiply, parse, print, subtract, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { allPositive, judgeDeviation } from '../src/deviation.ts';
import { noiseRule } from '../src/electrocardiography/noise.ts';
import type { Sourced } from '../src/edition.ts';
import { signed } from '../src/print.ts';
import { quotient } from '../src/quotient.ts';
import { percentError, writtenTo } from '../src/relative-error.ts';
import { examinedRule, fieldRule, rowRule } from '../src/rule.ts';
import type { At, Recorder, Rule } from '../src/rule.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';

export type Electrocardiograph = { readonly twelveLeads: boolean };
type R = Rule<Electrocardiograph>;

const hundredth = parse('0.01');
const thousandth = parse('0.001');
const unitStep = parse('1');

/** A quantity measured on the trace: value = length / step, with the MPE ±factor (1 + least / input) %. */
function judgeMeasured(
  symbol: 'U' | 'T',
  { length, step, input }: { readonly length: Decimal; readonly step: string; readonly input: Decimal },
  least: Sourced<string>,
  unit: string,
  at: At<Electrocardiograph>,
  to: Recorder,
): void {
  const measured = divideExactly(length, parse(step));
  if (!measured) return;
  const factor = at.number(limits.measurementFactor);
  const hundredfold = multiply(factor, add(input, at.number(least)));
  const limit = timesPowerOfTen(hundredfold, -2);
  const error = subtract(measured, input);
  const percent = writtenTo(percentError(measured, input), 2);
  const mpe = quotient(hundredfold, input, hundredth, []);
  to.note(symbol, measured, unit);
  to.note('δ', percent, '%');
  to.note('MPE', mpe, '%');
  const text =
    `${symbol} = ${print(length)} / ${step} = ${print(measured)} ${unit}, E = ${signed(error)} ${unit} = ${signed(percent)} %, ` +
    `MPE = ±${print(factor)} (1 + ${least.value} / ${print(input)}) % = ±${print(mpe)} %`;
  const numbers = [limits.measurementFactor, least];
  to.check({ symbol: 'E', value: error, limit, comparison: 'within', unit, numbers, how: () => [text, text] });
}

const calibration: R = fieldRule({
  item: 'calibration',
  group: 'calibration',
  needs: ['internal', 'external'],
  judge: ({ internal, external }, at, to) => {
    if (allPositive({ external }, to)) judgeDeviation(internal, external, at, to, { high: limits.calibration, comparison: 'within' });
  },
});

const voltage: R = rowRule({
  item: 'voltage',
  group: 'voltage',
  needs: ['input', 'height'],
  judge: ({ input, height }, at, to) => {
    const step = at.text('gain');
    if (step !== '' && allPositive({ input }, to)) judgeMeasured('U', { length: height, step, input }, limits.voltageLeast, 'mV', at, to);
  },
});

const time: R = rowRule({
  item: 'time',
  group: 'time',
  needs: ['input', 'length'],
  judge: ({ input, length }, at, to) => {
    const step = at.text('paper');
    if (step !== '' && allPositive({ input }, to)) judgeMeasured('T', { length, step, input }, limits.timeLeast, 's', at, to);
  },
});

const timeMark: R = fieldRule({
  item: 'timeMark',
  group: 'timeMark',
  needs: ['nominal', 'measured'],
  judge: ({ nominal, measured }, at, to) => {
    if (allPositive({ measured }, to)) judgeDeviation(nominal, measured, at, to, { high: limits.timeMark, comparison: 'within' });
  },
});

const response: R = rowRule({
  item: 'response',
  group: 'response',
  needs: ['height'],
  fields: ['reference'],
  judge: ({ height }, at, to, { reference }) => {
    if (allPositive({ reference }, to))
      judgeDeviation(height, reference, at, to, { low: limits.responseLow, high: limits.responseHigh, comparison: 'between' });
  },
});

const polarisation: R = rowRule({
  item: 'polarisation',
  group: 'polarisation',
  needs: ['height'],
  fields: ['reference'],
  judge: ({ height }, at, to, { reference }) => {
    if (allPositive({ reference }, to)) judgeDeviation(height, reference, at, to, { high: limits.polarisation, comparison: 'within' });
  },
});

const noise: R = noiseRule(limits.noise);

const rejection: R = rowRule({
  item: 'rejection',
  group: 'rejection',
  needs: ['height'],
  fields: ['common'],
  judge: ({ height }, at, to, { common }) => {
    const step = at.text('gain');
    if (step === '' || !allPositive({ height }, to)) return;
    const limit = at.number(limits.rejection);
    const value = quotient(multiply(timesPowerOfTen(common, 3), parse(step)), height, unitStep, [limit]);
    to.note('CMRR', value, '');
    const text = `CMRR = ${print(common)} × 1000 × ${step} / ${print(height)} = ${print(value)}`;
    const lead = at.text('lead');
    const how = () => [`${lead} 导联：${text}`, `lead ${lead}: ${text}`] as const;
    to.check({ symbol: 'CMRR', value, limit, comparison: 'at-least', unit: '', numbers: [limits.rejection], how });
  },
});

const sensitivity: R = rowRule({
  item: 'sensitivity',
  group: 'sensitivity',
  needs: ['input', 'height'],
  judge: ({ input, height }, at, to) => {
    const step = at.text('gain');
    if (step !== '' && allPositive({ input }, to))
      judgeDeviation(height, multiply(parse(step), input), at, to, { high: limits.sensitivity, comparison: 'within' });
  },
});

const speed: R = rowRule({
  item: 'speed',
  group: 'speed',
  needs: ['time', 'length'],
  judge: ({ time: standard, length }, at, to) => {
    const step = at.text('paper');
    if (step !== '' && allPositive({ time: standard }, to))
      judgeDeviation(length, multiply(parse(step), standard), at, to, { high: limits.speed, comparison: 'within' });
  },
});

/** A single value of the initial verification. */
const single = (
  id: 'hysteresis' | 'timeConstant' | 'baselineWidth' | 'drift',
  symbol: string,
  comparison: 'at-most' | 'at-least',
  unit: string,
): R =>
  fieldRule({
    item: id,
    group: 'trace',
    needs: [id],
    judge: (fields, at, to) => {
      const value = fields[id];
      const text = `${symbol} = ${print(value)} ${unit}`;
      to.check({
        id,
        symbol,
        value,
        limit: at.number(limits[id]),
        comparison,
        unit,
        numbers: [limits[id]],
        how: () => [text, text],
      });
    },
  });

const overshoot: R = fieldRule({
  item: 'overshoot',
  group: 'trace',
  needs: ['step', 'overshoot'],
  judge: ({ step, overshoot: excess }, at, to) => {
    if (allPositive({ step }, to))
      judgeDeviation(add(step, excess), step, at, to, { id: 'overshoot', high: limits.overshoot, comparison: 'at-most' });
  },
});

const impedance: R = fieldRule({
  item: 'impedance',
  group: 'trace',
  needs: ['resistor', 'without', 'with'],
  judge: ({ resistor, without, with: reduced }, at, to) => {
    const fall = subtract(without, reduced);
    if (fall.digits <= 0n) {
      to.refuse('with', 'too-large', [
        '串入电阻后幅度应减小；看不出差别时按可分辨的最小差填写',
        'the amplitude falls with the resistor; where no difference is seen, write the least that could be seen',
      ]);
      return;
    }
    const limit = at.number(limits.impedance);
    const value = quotient(multiply(resistor, reduced), fall, thousandth, [limit]);
    to.note('Z', value, 'MΩ');
    const text = `Z = ${print(resistor)} × ${print(reduced)} / (${print(without)} − ${print(reduced)}) = ${print(value)} MΩ`;
    const how = () => [text, text] as const;
    to.check({ id: 'impedance', symbol: 'Z', value, limit, comparison: 'at-least', unit: 'MΩ', numbers: [limits.impedance], how });
  },
});

export const rules: readonly R[] = [
  examinedRule('appearance', 'appearance', appearance),
  calibration,
  voltage,
  time,
  timeMark,
  response,
  polarisation,
  noise,
  rejection,
  sensitivity,
  speed,
  single('hysteresis', 'b', 'at-most', 'mm'),
  overshoot,
  single('timeConstant', 'τ', 'at-least', 's'),
  single('baselineWidth', 'w', 'at-most', 'mm'),
  single('drift', 'Δ', 'at-most', 'mm'),
  impedance,
];
