/**
 * What a pointer is asked for beyond the errors: the reading at zero, and that it follows a load as large as the MPE.
 * Worked example: e = 0.5 kg, load 500 kg (1000 e), MPE 0.5 kg put on: the pointer moves from 500.4 to 500.8 kg, 0.4 ≥ 0.7 × 0.5.
 */
import { compare, multiply, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { difference, fieldRule, rowRule } from '../src/rule.ts';
import { refuseLoad } from '../src/weighing/rules.ts';
import { scalesOf } from '../src/weighing/scale.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { limits } from './limits.ts';

export const scales = scalesOf(limits);

/** The additional load of discrimination: the MPE on initial verification, for every kind. */
export const discriminationExtra = (scale: Scale, load: Decimal): Decimal => scales.mpeOf(scale, 'initial', load).limit;

export const zero = fieldRule<Scale, 'indication'>({
  item: 'zero',
  group: 'zero',
  needs: ['indication'],
  judge: ({ indication }, { parameters: scale, unit, number }, to) => {
    to.note('E0', indication);
    to.check({
      symbol: 'E₀',
      value: indication,
      limit: multiply(number(limits.zeroSetting), scale.e),
      comparison: 'within',
      numbers: [limits.zeroSetting],
      how: () => [`E₀ = I₀ = ${print(indication)} ${unit}`, `E₀ = I₀ = ${print(indication)} ${unit}`],
    });
  },
});

export const discrimination = rowRule<Scale, 'load' | 'before' | 'extra' | 'after'>({
  item: 'discrimination',
  group: 'discrimination',
  needs: ['load', 'before', 'extra', 'after'],
  judge: ({ load, before, extra, after }, { parameters: scale, unit, number }, to) => {
    refuseLoad(load, whole(0), scale, to);
    const asked = discriminationExtra(scale, load);
    if (compare(extra, asked) !== 0) {
      const text = `MPE = ${print(trim(asked))}`;
      to.refuse('extra', 'load', [`附加载荷应为 ${text}`, `the additional load is ${text}`]);
    }
    const change = subtract(after, before);
    to.note('change', change);
    to.check({
      symbol: 'I₂ − I₁',
      value: change,
      limit: multiply(number(limits.discriminationShare), asked),
      comparison: 'at-least',
      numbers: [limits.discriminationAdded, limits.discriminationShare],
      how: () => difference('I₂ − I₁', after, before, change, unit),
    });
  },
});
