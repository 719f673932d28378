/**
 * Price computing: the price to pay is weight × unit price, as the scale shows both, to the nearest price interval. At a tie both neighbours
 * are nearest.
 * Worked example: 1.250 kg × 7.99 元/kg = 9.9875 元; 9.99 is 0.0025 away and allowed, 9.98 is 0.0075 away and not.
 */
import { multiply, print, subtract, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { convertMass } from '../src/mass.ts';
import type { MassUnit } from '../src/mass.ts';
import { minus, signed } from '../src/print.ts';
import { rowRule } from '../src/rule.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { limits } from './limits.ts';

export type PriceScale = Scale & { readonly priceInterval: Decimal };

/** How many of the quantities that the unit price is for lie on the scale; exact, because all are 1, 2 or 5 times a power of ten. */
const quantities: Readonly<Record<string, (grams: Decimal) => Decimal>> = {
  '1 kg': (grams) => timesPowerOfTen(grams, -3),
  '500 g': (grams) => timesPowerOfTen(multiply(grams, whole(2)), -3),
  '100 g': (grams) => timesPowerOfTen(grams, -2),
};

export const priceRule = rowRule<PriceScale, 'weight' | 'unitPrice' | 'shown'>({
  item: 'price',
  group: 'price',
  needs: ['weight', 'unitPrice', 'shown'],
  judge: ({ weight, unitPrice, shown }, at, to) => {
    const quantity = quantities[at.text('per')]?.(convertMass(weight, at.unit as MassUnit, 'g'));
    if (quantity === undefined) return;
    const due = multiply(quantity, unitPrice);
    const value = subtract(shown, due);
    to.note('m × p', due, '元');
    to.check({
      symbol: 'ΔA',
      value,
      limit: multiply(at.number(limits.priceRounding), at.parameters.priceInterval),
      comparison: 'within',
      unit: '元',
      numbers: [limits.priceRounding],
      how: () => {
        const text = `m × p = ${print(weight)} ${at.unit} × ${print(unitPrice)} / ${at.text('per')} = ${print(due)}, ΔA = ${print(shown)} ${minus(due)} = ${signed(value)}`;
        return [`${text} 元`, `${text} yuan`];
      },
    });
  },
});
