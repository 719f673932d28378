/**
 * From the readings to the checks of JJG 270-2008. Everything is judged unrounded and a value at its limit is allowed.
 * Worked example in kPa: P₀ = 24.0, P = 24.5: E = +0.5, allowed ±0.5.
 */
import { compare, print, subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { distinctPoints } from '../src/distinct-points.ts';
import { difference, errorRule, examinedRule, fieldRule } from '../src/rule.ts';
import type { Nameplate, Rule } from '../src/rule.ts';
import { examined } from './form.ts';
import { limits } from './limits.ts';
import type { PressureUnit } from './limits.ts';

export type Sphygmomanometer = { readonly mercury: boolean; readonly unit: PressureUnit; readonly d: Decimal };

export function readInstrument(plate: Nameplate): Sphygmomanometer {
  const d = plate.decimal('d');
  if (d.digits <= 0n) plate.refuse('d', 'too-small', ['必须大于零', 'must be greater than zero']);
  return { mercury: plate.text('type') === 'mercury', unit: plate.text('unit') as PressureUnit, d };
}

const zero = fieldRule<Sphygmomanometer, 'reading'>({
  item: 'zero',
  group: 'zero',
  needs: ['reading'],
  judge: ({ reading }, { parameters: { unit }, number }, to) => {
    const [low, high] = [limits.zeroLow[unit], limits.zeroHigh[unit]];
    to.check({
      symbol: 'P₀',
      value: reading,
      lower: number(low),
      limit: number(high),
      comparison: 'between',
      numbers: [low, high],
      how: () => [`零位示值 ${print(reading)} ${unit}`, `reading at zero ${print(reading)} ${unit}`],
    });
  },
});

const sensitivity = fieldRule<Sphygmomanometer, 'swing'>({
  item: 'sensitivity',
  group: 'sensitivity',
  needs: ['swing'],
  judge: ({ swing }, { parameters: { unit }, number }, to) => {
    const least = limits.sensitivity[unit];
    to.check({
      symbol: 'ΔP',
      value: swing,
      limit: number(least),
      comparison: 'at-least',
      numbers: [least],
      how: () => [`波动幅度 ${print(swing)} ${unit}`, `swing of ${print(swing)} ${unit}`],
    });
  },
});

const leak = fieldRule<Sphygmomanometer, 'start' | 'end'>({
  item: 'leak',
  group: 'leak',
  needs: ['start', 'end'],
  judge: ({ start, end }, { parameters: { unit }, kind, number }, to) => {
    const least = limits.testPressure[unit];
    if (compare(start, number(least)) < 0)
      to.refuse('start', 'too-small', [`应从 ${least.value} ${unit} 开始`, `it begins at ${least.value} ${unit}`]);
    const most = (kind === 'initial' ? limits.leakInitial : limits.leakOther)[unit];
    const value = subtract(start, end);
    to.note('ΔP', value);
    to.check({
      symbol: 'ΔP',
      value,
      limit: number(most),
      comparison: 'at-most',
      numbers: [most],
      how: () => difference('ΔP', start, end, value, unit),
    });
  },
});

const error = errorRule<Sphygmomanometer>({
  item: 'error',
  group: 'error',
  indication: 'indication',
  reference: 'reference',
  limit: (_cells, { parameters: { unit }, number }) => ({ limit: number(limits.error[unit]), numbers: [limits.error[unit]] }),
});

const spread: Rule<Sphygmomanometer> = distinctPoints({ item: 'error', group: 'error', column: 'reference', least: limits.errorPoints });

export const rules: readonly Rule<Sphygmomanometer>[] = [
  examinedRule('appearance', 'appearance', examined.appearance),
  zero,
  examinedRule('zero', 'zeroMark', examined.zeroMark),
  sensitivity,
  examinedRule('leak', 'leak', examined.valves),
  leak,
  examinedRule('leak', 'mercury', examined.mercury),
  error,
  spread,
  examinedRule('pointer', 'pointer', examined.pointer),
];

const ofMercury: readonly string[] = ['zero', 'sensitivity', 'mercury'];
const ofDial: readonly string[] = ['zeroMark', 'pointer'];

/** Which group belongs to which type. */
export const appliesTo = (group: string, { mercury }: Sphygmomanometer): boolean => !(mercury ? ofDial : ofMercury).includes(group);
