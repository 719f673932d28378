/** Columns and rules of records of vertex power: a nominal value, what the standard says, and readings. */
import { add, compare, multiply, negate, parse, subtract, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Sourced, Text } from '../edition.ts';
import { decimalField } from '../field.ts';
import type { Field } from '../form.ts';
import { minus, signed, written } from '../print.ts';
import { quotient } from '../quotient.ts';
import { rowRule } from '../rule.ts';
import type { At, Rule } from '../rule.ts';

/** Reciprocal metre, the unit of vertex power. */
export const perMetre = 'm⁻¹';

/** The column of a nominal value. */
export const nominalField = (unit: string, help: Text = ['标准器的标称值', 'Of the standard']): Field =>
  decimalField('nominal', ['标称值', 'Nominal value'], unit, help, { symbol: 'Dn' });

/** The column of the standard's actual value. */
export const standardField = (unit: string): Field =>
  decimalField('standard', ['标准值', 'Standard value'], unit, ['标准器证书给出的实际值', 'From its certificate'], {
    symbol: 'D₀',
    near: 'nominal',
  });

/** Columns of three readings of the same point. */
export const threeReadings = (unit: string): readonly Field[] =>
  (['first', 'second', 'third'] as const).map((id, index) =>
    decimalField(id, [`第 ${index + 1} 次示值`, `Reading ${index + 1}`], unit, ['仪器的示值', 'As the instrument shows it'], {
      near: 'standard',
    }),
  );

type Limits<P> = (nominal: Decimal, at: At<P>) => { readonly limit: Decimal | undefined; readonly numbers: readonly Sourced<unknown>[] };
type Place = { readonly item: string; readonly group: string; readonly unit: string };

const interval = parse('0.001');
const three = whole(3);

/** E = mean of three readings − standard value, written to 0.001 and judged as if it had all its digits. */
export const meanErrorRule = <P>({ item, group, unit, limit: limitAt }: Place & { readonly limit: Limits<P> }): Rule<P> =>
  rowRule<P, 'nominal' | 'standard' | 'first' | 'second' | 'third'>({
    item,
    group,
    needs: ['nominal', 'standard', 'first', 'second', 'third'],
    judge: ({ nominal, standard, first, second, third }, at, to) => {
      const { limit, numbers } = limitAt(nominal, at);
      const sum = add(add(first, second), third);
      const value = quotient(subtract(sum, multiply(three, standard)), three, interval, limit ? [limit, negate(limit)] : []);
      const steps = `E = (${written(first)} + ${written(second)} + ${written(third)}) / 3 ${minus(standard)} = ${signed(value)} ${unit}`;
      to.note('E', value, unit);
      to.check({ symbol: 'E', value, limit, numbers, unit, comparison: 'within', how: () => [steps, steps] });
    },
  });

/** E = measured − nominal of a lens whose own marking is the value to be kept. */
export const markedErrorRule = <P>({ item, group, unit, limit: limitAt }: Place & { readonly limit: Limits<P> }): Rule<P> =>
  rowRule<P, 'nominal' | 'measured'>({
    item,
    group,
    needs: ['nominal', 'measured'],
    judge: ({ nominal, measured }, at, to) => {
      const value = subtract(measured, nominal);
      const steps = `E = ${written(measured)} ${minus(nominal)} = ${signed(value)} ${unit}`;
      to.note('E', value, unit);
      to.check({ symbol: 'E', value, ...limitAt(nominal, at), unit, comparison: 'within', how: () => [steps, steps] });
    },
  });

const halfTurn = whole(180);
const quarterTurn = whole(90);

/** The difference of two directions of an axis, from −90° (not included) to 90°: an axis of 1° is 2° from one of 179°. */
export function axisDifference(measured: Decimal, marked: Decimal): Decimal {
  let value = subtract(measured, marked);
  while (compare(value, quarterTurn) > 0) value = subtract(value, halfTurn);
  while (compare(value, negate(quarterTurn)) <= 0) value = add(value, halfTurn);
  return value;
}

/** An axis lies from 0° to 180°; a value beyond is refused by the form's bounds. */
export const axisField = (id: string, label: Text, help: Text, bounds: Field['bounds']): Field =>
  decimalField(id, label, '°', help, { symbol: 'θ', ...(bounds ? { bounds } : {}) });
