/**
 * What only a digital indication is asked for: the error at zero, after setting to zero or after a tare, and discrimination.
 * Worked example: e = 5 g, I = 0, ΔL = 2.0 g: P = 0 + 2.5 − 2.0 = 0.5 g, E₀ = +0.5 g, allowed 0.25 e = 1.25 g.
 */
import { compare, multiply, parse, print, subtract, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../calculation.ts';
import type { Sourced } from '../edition.ts';
import { minus, signed } from '../print.ts';
import { fieldRule, rowRule } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { shareOfMax, writtenLoad } from './loads.ts';
import type { Load } from './loads.ts';
import { changeover, refuseStep } from './method.ts';
import { refuseLoad } from './rules.ts';
import { rangeAt } from './scale.ts';
import type { Scale } from './scale.ts';

export type DigitalNumbers = {
  /** The error at zero after setting to zero, in e. */
  readonly zeroSetting: Sourced<string>;
  /** With zero tracking the error at zero is measured at this load, in e. */
  readonly zeroTrackingLoad: Sourced<string>;
  /** The additional load and the least change of the indication, in d. */
  readonly discriminationAdded: Sourced<string>;
  readonly discriminationChange: Sourced<string>;
};

type ZeroNumbers = Pick<DigitalNumbers, 'zeroTrackingLoad'>;

const none = whole(0);

/** Where the error at zero is measured: at zero, or at some e when zero tracking would hide the small weights. */
export const zeroLoad = (scale: Scale, { zeroTrackingLoad }: ZeroNumbers): Decimal =>
  scale.zeroTracking ? multiply(parse(zeroTrackingLoad.value), scale.e) : none;

/** d at a load. */
const stepAt = (scale: Scale, load: Decimal): Decimal => (scale.ranges.length > 1 ? rangeAt(scale, load).e : scale.d);

/** The load that discrimination adds: 1.4 d at the load. */
export const discriminationExtra = (scale: Scale, { discriminationAdded }: DigitalNumbers, load: Decimal): Decimal =>
  multiply(parse(discriminationAdded.value), stepAt(scale, load));

/** Where discrimination is proposed to be tried: Min, ½ Max, Max. */
export function discriminationPoints(scale: Scale, numbers: DigitalNumbers, reason: Load['reason']): readonly Point[] {
  return [scale.min, shareOfMax(scale, 1, 2), scale.max].map((load, index) => ({
    id: `discrimination-${index + 1}`,
    group: 'discrimination',
    given: { load: writtenLoad(load), extra: writtenLoad(discriminationExtra(scale, numbers, load)) },
    mandatory: false,
    times: 1,
    reason,
  }));
}

/** The error at zero in a group of that name: E₀ = P − L by the changeover point, held against a part of e. */
export const zeroRule = (group: 'zero' | 'tare', numbers: ZeroNumbers, limit: Sourced<string>): Rule<Scale> =>
  fieldRule<Scale, 'load' | 'indication' | 'added'>({
    item: group,
    group,
    needs: ['load', 'indication', 'added'],
    judge: (cells, { parameters: scale, unit, number }, to) => {
      const elsewhere = multiply(number(numbers.zeroTrackingLoad), scale.e);
      if (compare(cells.load, elsewhere) !== 0 && (scale.zeroTracking || cells.load.digits !== 0n)) {
        const [at, list] = [print(trim(elsewhere)), scale.zeroTracking ? '' : '0, '];
        to.refuse('load', 'load', [`零点误差应在载荷 ${list}${at} 处测`, `the error at zero is measured at a load of ${list}${at}`]);
      }
      changeover.refuse(cells, scale, to);
      const value = changeover.result(cells, scale);
      const error = subtract(value, cells.load);
      to.note('P', value);
      to.note('E0', error);
      to.check({
        symbol: 'E₀',
        value: error,
        limit: multiply(number(limit), scale.e),
        comparison: 'within',
        numbers: [limit],
        how: () => {
          const text = `${changeover.steps(cells, scale)}, E₀ = P ${minus(cells.load)} = ${signed(error)} ${unit}`;
          return [text, text];
        },
      });
    },
  });

/** An additional load of 1.4 d, put on gently, changes the indication by at least 1 d. */
export const discriminationRule = (numbers: DigitalNumbers): Rule<Scale> =>
  rowRule<Scale, 'load' | 'before' | 'extra' | 'after'>({
    item: 'discrimination',
    group: 'discrimination',
    needs: ['load', 'before', 'extra', 'after'],
    judge: (cells, { parameters: scale, unit, number }, to) => {
      refuseLoad(cells.load, none, scale, to);
      const extra = discriminationExtra(scale, numbers, cells.load);
      const times = numbers.discriminationAdded.value;
      if (compare(cells.extra, extra) !== 0) {
        const asked = print(trim(extra));
        to.refuse('extra', 'load', [`附加载荷应为 ${times} d = ${asked}`, `the additional load is ${times} d = ${asked}`]);
      }
      refuseStep('before', cells.before, scale, to);
      refuseStep('after', cells.after, scale, to);
      const change = subtract(cells.after, cells.before);
      to.note('change', change);
      to.check({
        symbol: 'I₂ − I₁',
        value: change,
        limit: multiply(number(numbers.discriminationChange), stepAt(scale, cells.load)),
        comparison: 'at-least',
        numbers: [numbers.discriminationAdded, numbers.discriminationChange],
        how: () => {
          const text = `I₂ − I₁ = ${print(cells.after)} ${minus(cells.before)} = ${print(change)} ${unit}`;
          return [
            `载荷 ${print(cells.load)} ${unit} 上加 ${times} d：${text}`,
            `${times} d added to ${print(cells.load)} ${unit}: ${text}`,
          ];
        },
      });
    },
  });
