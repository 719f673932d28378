/**
 * Price computing: the price to pay is weight × unit price, as the scale shows both, to the nearest price interval (OIML R 76-1:2006, 4.14). At a
 * tie both neighbours are nearest.
 * Worked example: 1.250 kg × 7.99 元/kg = 9.9875 元; 9.99 is 0.0025 away and allowed, 9.98 is 0.0075 away and not.
 */
import { multiply, print, subtract, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind, Sourced } from '../edition.ts';
import { choiceField, decimalField, plainChoices, rowGroup } from '../field.ts';
import type { Field, Group } from '../form.ts';
import { convertMass } from '../mass.ts';
import type { MassUnit } from '../mass.ts';
import { minus, signed } from '../print.ts';
import { rowRule } from '../rule.ts';
import type { Nameplate, Rule } from '../rule.ts';
import { displayStep } from './scale.ts';
import type { Scale } from './scale.ts';

/** A scale that computes a price has a price interval. */
export type PriceScale = Scale & { readonly priceInterval: Decimal | undefined };

/** The price interval of the nameplate; `required` by which kinds. */
export const priceIntervalField = (required: readonly Kind[]): Field =>
  decimalField(
    'priceInterval',
    ['金额分度值', 'Price interval'],
    '元',
    ['付款金额的最小显示单位；不计价的秤留空', 'The smallest step of the price to pay; empty where none is computed'],
    { required },
  );

/** The price interval as written; undefined, with a refusal where it is not above zero, when there is none. */
export function readPriceInterval(plate: Nameplate): Decimal | undefined {
  const interval = plate.maybe('priceInterval');
  if (interval && interval.digits <= 0n) plate.refuse('priceInterval', 'too-small', ['必须大于零', 'must be greater than zero']);
  return interval;
}

/** The steps of the readings: of the display, and of the price where one is computed. */
export const stepsOf = (scale: PriceScale): Readonly<Record<string, Decimal>> => ({
  d: displayStep(scale),
  ...(scale.priceInterval ? { priceInterval: scale.priceInterval } : {}),
});

/** Weight, unit price and what the scale asks for; the steps 'd' and 'priceInterval' are those of the instrument. */
export const priceGroup: Group = rowGroup(
  'price',
  ['计价功能', 'Price computing'],
  ['付款金额 = 重量示值 × 单价，化整到最接近的金额分度值', 'Price to pay = weight shown × unit price, to the nearest price interval'],
  { least: 1, most: 12 },
  [
    decimalField('weight', ['重量示值', 'Weight shown'], 'sheet', ['秤显示的重量', 'As the scale shows it'], {
      symbol: 'm',
      resolution: { factor: '1', of: 'd' },
    }),
    decimalField('unitPrice', ['单价', 'Unit price'], '元', ['按所选的计价单位', 'For the quantity chosen above'], { symbol: 'p' }),
    decimalField('shown', ['付款金额', 'Price to pay'], '元', ['秤显示的金额', 'As the scale shows it'], {
      symbol: 'A',
      resolution: { factor: '1', of: 'priceInterval' },
    }),
  ],
  {
    fields: [
      choiceField(
        'per',
        ['计价单位', 'Unit price for'],
        ['单价对应的质量', 'The mass that the unit price is for'],
        plainChoices(['1 kg', '500 g', '100 g']),
      ),
    ],
    computed: [{ symbol: 'm × p', label: ['应付金额', 'Weight × unit price'] }],
  },
);

/** How many of the quantities that the unit price is for lie on the scale; exact, because all are 1, 2 or 5 times a power of ten. */
const quantities: Readonly<Record<string, (grams: Decimal) => Decimal>> = {
  '1 kg': (grams) => timesPowerOfTen(grams, -3),
  '500 g': (grams) => timesPowerOfTen(multiply(grams, whole(2)), -3),
  '100 g': (grams) => timesPowerOfTen(grams, -2),
};

/** Each price is at most a part of the price interval, half of it, from weight × unit price. */
export const priceRule = ({ priceRounding }: { readonly priceRounding: Sourced<string> }): Rule<PriceScale> =>
  rowRule<PriceScale, 'weight' | 'unitPrice' | 'shown'>({
    item: 'price',
    group: 'price',
    needs: ['weight', 'unitPrice', 'shown'],
    judge: ({ weight, unitPrice, shown }, at, to) => {
      const { priceInterval } = at.parameters;
      const quantity = quantities[at.text('per')]?.(convertMass(weight, at.unit as MassUnit, 'g'));
      if (quantity === undefined || priceInterval === undefined) return;
      const due = multiply(quantity, unitPrice);
      const value = subtract(shown, due);
      to.note('m × p', due, '元');
      to.check({
        symbol: 'ΔA',
        value,
        limit: multiply(at.number(priceRounding), priceInterval),
        comparison: 'within',
        unit: '元',
        numbers: [priceRounding],
        how: () => {
          const text = `m × p = ${print(weight)} ${at.unit} × ${print(unitPrice)} / ${at.text('per')} = ${print(due)}, ΔA = ${print(shown)} ${minus(due)} = ${signed(value)}`;
          return [`${text} 元`, `${text} yuan`];
        },
      });
    },
  });
