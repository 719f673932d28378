/**
 * The noise that an electrocardiograph shows without a signal, as a voltage at its input: U = height / gain.
 * Example: 0.3 mm at 10 mm/mV: U = 0.3 / 10 × 1000 = 30 µV.
 */
import { divideExactly, parse, print, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Limit } from '../edition.ts';
import { fieldRule } from '../rule.ts';
import type { Rule } from '../rule.ts';

/** A rule for the item and group 'noise', with the fields 'height' in mm and 'gain' in mm/mV; at most `limit` in µV. */
export const noiseRule = <P>(limit: Limit): Rule<P> =>
  fieldRule({
    item: 'noise',
    group: 'noise',
    needs: ['height'],
    judge: ({ height }, at, to) => {
      const step = at.text('gain');
      const value = step === '' ? undefined : divideExactly(timesPowerOfTen(height, 3), parse(step));
      if (!value) return;
      to.note('U', value, 'µV');
      const text = `U = ${print(height)} / ${step} × 1000 = ${print(value)} µV`;
      const most = at.number(limit);
      to.check({ symbol: 'U', value, limit: most, comparison: 'at-most', unit: 'µV', numbers: [limit], how: () => [text, text] });
    },
  });
