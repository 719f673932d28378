/**
 * Sensitivity 灵敏度 of a scale that a person balances: weights equal to the MPE at the load, put on in balance, move the rest point of the
 * beam by at least 2 mm where Max is at most 30 kg, otherwise by 5 mm (OIML R 76-1:2006, 6.1).
 * Worked example: Max 500 kg, e = 0.2 kg, load 500 kg: MPE 0.3 kg put on, 6 mm, at least 5 mm.
 */
import { compare, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { convertMass } from '../src/mass.ts';
import { rowRule } from '../src/rule.ts';
import { writtenLoad } from '../src/weighing/loads.ts';
import { refuseLoad } from '../src/weighing/rules.ts';
import { scalesOf } from '../src/weighing/scale.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { limits } from './limits.ts';

export const scales = scalesOf(limits);

/** The MPE on initial verification, for every kind. */
const extraAt = (scale: Scale, load: Decimal): Decimal => scales.mpeOf(scale, 'initial', load).limit;

/** Without a load and at Max. */
export const sensitivityPoints = (scale: Scale): readonly Point[] =>
  [whole(0), scale.max].map((load, index) => ({
    id: `sensitivity-${index + 1}`,
    group: 'sensitivity',
    given: { load: writtenLoad(load), extra: writtenLoad(extraAt(scale, load)) },
    mandatory: false,
    times: 1,
    reason: ['灵敏度', 'sensitivity'],
  }));

export const sensitivity = rowRule<Scale, 'load' | 'extra' | 'displacement'>({
  item: 'sensitivity',
  group: 'sensitivity',
  needs: ['load', 'extra', 'displacement'],
  judge: ({ load, extra, displacement }, { parameters: scale, unit, number }, to) => {
    refuseLoad(load, whole(0), scale, to);
    const asked = extraAt(scale, load);
    if (compare(extra, asked) !== 0) {
      const text = `MPE = ${print(trim(asked))}`;
      to.refuse('extra', 'load', [`附加载荷应为 ${text}`, `the extra load is ${text}`]);
    }
    const isSmall = compare(convertMass(scale.max, scale.unit, 'kg'), number(limits.sensitivitySmallMax)) <= 0;
    const limit = isSmall ? limits.sensitivitySmall : limits.sensitivityLarge;
    to.check({
      symbol: 's',
      value: displacement,
      limit: number(limit),
      comparison: 'at-least',
      unit: 'mm',
      numbers: [limits.sensitivityAdded, limits.sensitivitySmallMax, limit],
      how: () => [
        `载荷 ${print(load)} ${unit} 平衡后加 ${print(extra)} ${unit}：s = ${print(displacement)} mm`,
        `${print(extra)} ${unit} added in balance at ${print(load)} ${unit}: s = ${print(displacement)} mm`,
      ],
    });
  },
});
