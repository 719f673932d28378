/**
 * What the customer is asked to pay 付费金额: the amount shown may differ from quantity × price by no more than the least step of the amount.
 * Worked example: 20.03 L at 7.85 yuan/L: 157.2355; 157.24 shown, +0.0045 yuan, allowed for a step of 0.01 yuan.
 */
import { multiply, print, subtract } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { decimalField, rowGroup } from '../field.ts';
import type { Field, Group } from '../form.ts';
import { signed } from '../print.ts';
import { rowRule } from '../rule.ts';
import type { Rule } from '../rule.ts';
import type { DispenserNumbers } from './numbers.ts';

/** The least step of the amount, as a field of the nameplate. */
export const paymentStepField: Field = decimalField('paymentStep', ['最小付费变量', 'Least step of the amount'], '元', [
  '付费金额的最小变动量，如 0.01',
  'The least change of the amount shown, such as 0.01',
]);

/** The rows of the record: quantity, price and amount as the dispenser shows them. @param unit of the quantity, L or kg */
export const paymentGroup = (unit: string): Group =>
  rowGroup(
    'payment',
    ['付费金额误差', 'Error of the amount'],
    ['加注后抄录示值、单价和付费金额', 'Quantity, price and amount shown after a delivery'],
    { least: 1, most: 10 },
    [
      decimalField('quantity', ['示值', 'Quantity'], unit, ['照抄全部数位', 'With all its digits'], { symbol: 'Q' }),
      decimalField('price', ['单价', 'Price'], `元/${unit}`, ['显示的单价', 'As shown'], { symbol: 'p' }),
      decimalField('amount', ['付费金额', 'Amount'], '元', ['显示的付费金额', 'As shown'], { symbol: 'P' }),
    ],
    { computed: [{ symbol: 'EP', label: ['付费金额误差', 'Error of the amount'] }] },
  );

/** Judges each row of the payment group. */
export const paymentRule = <P extends { readonly paymentStep: Decimal }>(numbers: DispenserNumbers): Rule<P> =>
  rowRule<P, 'quantity' | 'price' | 'amount'>({
    item: 'payment',
    group: 'payment',
    needs: ['quantity', 'price', 'amount'],
    judge: ({ quantity, price, amount }, { parameters, number }, to) => {
      const value = subtract(amount, multiply(quantity, price));
      const steps = number(numbers.paymentSteps);
      to.note('EP', value, '元');
      to.check({
        symbol: 'EP',
        value,
        limit: steps && multiply(steps, parameters.paymentStep),
        comparison: 'within',
        unit: '元',
        numbers: [numbers.paymentSteps],
        how: () => {
          const text = `EP = ${print(amount)} − ${print(quantity)} × ${print(price)} = ${signed(value)}`;
          return [`${text} 元`, `${text} yuan`];
        },
      });
    },
  });
