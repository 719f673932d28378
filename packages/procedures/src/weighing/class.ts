/** Whether a scale can be of its class: its intervals, their number and Min (OIML R 76-1:2006, table 3, and table 4 for several intervals). */
import { compare, multiply, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Sourced } from '../edition.ts';
import { convertMass, isMass, readMass } from '../mass.ts';
import type { Nameplate } from '../rule.ts';
import type { IntervalRow, ScaleNumbers } from './numbers.ts';
import type { Scale } from './scale.ts';

type ClassRow = Omit<IntervalRow, 'eLeast' | 'eMost'> & { readonly least: Decimal; readonly most: Decimal | null };

const gramsOf = (text: string): Decimal => {
  const mass = readMass(text);
  if (!isMass(mass)) throw new RangeError(`"${text}" is no mass`);
  return convertMass(mass.value, mass.unit, 'g');
};

/** Refuses at its field what contradicts the class. */
export function classCheck({ intervals, partialLeast }: Pick<ScaleNumbers, 'intervals' | 'partialLeast'>) {
  const rows = intervals.map(({ eLeast, eMost, ...row }): ClassRow => ({
    ...row,
    least: gramsOf(eLeast.value),
    most: eMost && gramsOf(eMost.value),
  }));
  const rowOf = (scale: Scale, e: Decimal): ClassRow | undefined => {
    const grams = convertMass(e, scale.unit, 'g');
    return rows.find(
      (row) => row.class === scale.class && compare(grams, row.least) >= 0 && (row.most === null || compare(grams, row.most) <= 0),
    );
  };

  return (scale: Scale, plate: Nameplate): void => {
    const { ranges, min, max, unit } = scale;
    const last = ranges.length - 1;
    ranges.forEach(({ upTo, e }, index) => {
      const [maxField, eField] = index === last ? ['max', 'e'] : [`max${index + 1}`, `e${index + 1}`];
      const row = rowOf(scale, e);
      if (!row) {
        const text = `e = ${print(e)} ${unit}`;
        plate.refuse(eField, 'not-in-class', [`${scale.class} 级没有 ${text}`, `class ${scale.class} has no ${text}`]);
        return;
      }
      const times = (count: Sourced<string>, of: Decimal): Decimal => multiply(plate.number(count), of);
      const isTooFew = last === 0 && compare(upTo, times(row.nLeast, e)) < 0;
      if (isTooFew || compare(upTo, times(row.nMost, e)) > 0) {
        const range = `${row.nLeast.value}…${row.nMost.value}`;
        plate.refuse(maxField, 'not-in-class', [`分度数 n = Max/e 应为 ${range}`, `the number of intervals n = Max/e is to be ${range}`]);
      }
      const next = ranges[index + 1];
      const least = partialLeast?.[scale.class];
      if (next && (compare(upTo, next.upTo) >= 0 || compare(e, next.e) >= 0))
        plate.refuse(maxField, 'not-rising', ['各分段的最大秤量和分度值应递增', 'capacities and intervals of the ranges rise']);
      else if (next && least && compare(upTo, times(least, next.e)) < 0)
        plate.refuse(maxField, 'not-in-class', [
          `本段最大秤量应不小于下一段分度值的 ${least.value} 倍`,
          `the capacity of a range is at least ${least.value} intervals of the next`,
        ]);
      if (index === 0 && (compare(min, times(row.minInE, e)) < 0 || compare(min, max) > 0)) {
        const count = row.minInE.value;
        plate.refuse('min', 'not-in-class', [`Min 应不小于 ${count} e 且不大于 Max`, `Min is at least ${count} e and at most Max`]);
      }
    });
  };
}
