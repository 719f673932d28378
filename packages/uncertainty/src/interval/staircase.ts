/**
 * The simplest reactive rule, ILAC-G24 / OIML D 10 method 1 ("automatic adjustment or staircase"): each calibration lengthens the
 * interval when the error found was well within the limits (the guide's example: 80 % of them) and shortens it when it was outside.
 * The guide leaves the size of a step to the laboratory; the defaults here, × 1.25 and × 0.5, are ours.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { positiveNumber } from '../type-a/readings.ts';

/** One calibration: the error found before any adjustment, and the limit of its size, in one unit. */
export type AsFound = { readonly error: number; readonly limit: number };

export type StaircaseRule = {
  /** The interval in force before the first of the calibrations. */
  readonly interval: number;
  /** Errors up to this share of the limit count as well within, default 0.8. */
  readonly within?: number;
  /** Factor after an error well within, default 1.25; at least 1. */
  readonly lengthen?: number;
  /** Factor after an error outside, default 0.5; greater than 0, at most 1. */
  readonly shorten?: number;
  readonly shortest?: number;
  readonly longest?: number;
};

export type StaircaseStep = { readonly interval: number; readonly decision: 'lengthened' | 'kept' | 'shortened' };

function requireRule({
  within = 0.8,
  lengthen = 1.25,
  shorten = 0.5,
  shortest = 0,
  longest = Infinity,
}: StaircaseRule): Required<Omit<StaircaseRule, 'interval'>> {
  if (!(within > 0 && within <= 1))
    throw new InvalidInput('rule.within', ['应大于 0 且不大于 1', 'a number above 0 and not above 1 is expected']);
  if (!(lengthen >= 1 && Number.isFinite(lengthen)))
    throw new InvalidInput('rule.lengthen', ['延长系数应不小于 1', 'a factor of 1 or more is expected']);
  if (!(shorten > 0 && shorten <= 1))
    throw new InvalidInput('rule.shorten', ['缩短系数应大于 0 且不大于 1', 'a factor above 0 and not above 1 is expected']);
  if (!(shortest >= 0 && longest > 0 && shortest <= longest)) {
    throw new InvalidInput('rule.shortest', ['最短间隔不能大于最长间隔', 'the shortest interval cannot exceed the longest']);
  }
  return { within, lengthen, shorten, shortest, longest };
}

/**
 * The interval after each calibration of the history, oldest first; the last step holds now.
 * @example adjustByStaircase([{ error: 0.1, limit: 1 }], { interval: 12 }) // [{ interval: 15, decision: 'lengthened' }]
 */
export function adjustByStaircase(history: readonly AsFound[], rule: StaircaseRule, place = 'history'): StaircaseStep[] {
  if (!Array.isArray(history) || history.length === 0)
    throw new InvalidInput(place, ['至少需要一次校准', 'at least one calibration is needed']);
  const { within, lengthen, shorten, shortest, longest } = requireRule(rule);
  let interval = positiveNumber(rule.interval, 'rule.interval');
  return history.map(({ error, limit }, index) => {
    if (!Number.isFinite(error)) throw new InvalidInput(`${place}[${index}].error`, ['应为有限的数', 'a finite number is expected']);
    const share = Math.abs(error) / positiveNumber(limit, `${place}[${index}].limit`);
    const factor = share > 1 ? shorten : share <= within ? lengthen : 1;
    const adjusted = Math.min(longest, Math.max(shortest, interval * factor));
    const decision = adjusted > interval ? 'lengthened' : adjusted < interval ? 'shortened' : 'kept';
    interval = adjusted;
    return { interval, decision };
  });
}
