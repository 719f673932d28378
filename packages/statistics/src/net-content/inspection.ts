/**
 * The inspection of a lot of prepackages: sampling plan, test of the mean, test of single units; a lot passes when all pass (JJF 1070-2005;
 * OIML R 87:2004). Limits: one quantity and at most one drained quantity; the density, tare and measurement itself lie before it.
 */
import { abs, compare, multiply, parse, print, subtract, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { deficientUnits, type DeficientUnit } from './individual-criterion.ts';
import { meanCriterion, type MeanCriterion } from './mean-criterion.ts';
import type { QuantityUnit } from './quantity-unit.ts';
import type { NetContentRule } from './rule.ts';
import type { SamplingPlan } from './sampling-plan.ts';
import { tolerableDeficiency } from './tolerable-deficiency.ts';

export type Contents = {
  readonly nominal: Decimal;
  readonly unit: QuantityUnit;
  /** As many as the plan takes, in the unit of the nominal quantity. */
  readonly contents: readonly Decimal[];
};

export type ContentVerdict = MeanCriterion & {
  readonly nominal: string;
  readonly unit: string;
  /** Tolerable deficiency in the unit of the nominal quantity. */
  readonly T: string;
  readonly t1: { readonly found: number; readonly allowed: number };
  readonly t2: { readonly found: number; readonly allowed: number };
  readonly beyond: readonly DeficientUnit[];
  readonly verdict: 'pass' | 'fail';
};

/**
 * Judges the contents of the sample of a plan.
 * @example inspectContents(rule, findPlan(rule, 400), { nominal: parse('500'), unit: g, contents }).verdict
 */
export function inspectContents(
  rule: NetContentRule,
  plan: SamplingPlan,
  { nominal, unit, contents }: Contents,
  place = 'nominal',
): ContentVerdict {
  const tolerable = tolerableDeficiency(nominal, unit, rule.rounding.direction, place);
  const mean = meanCriterion(contents, nominal, plan.lambda);
  const beyond = deficientUnits(contents, nominal, tolerable);
  const t1 = { found: beyond.filter((one) => one.beyond === 'T').length, allowed: plan.allowed.t1 };
  const t2 = { found: beyond.filter((one) => one.beyond === '2T').length, allowed: plan.allowed.t2 };
  const passes = mean.meanOk !== false && t1.found <= t1.allowed && t2.found <= t2.allowed;
  return { nominal: print(nominal), unit: unit.symbol, ...mean, T: print(tolerable), t1, t2, beyond, verdict: passes ? 'pass' : 'fail' };
}

/** The expanded uncertainty of a content has to be at most a fifth of T (JJF 1070-2005; own knowledge, confidence high). */
export function uncertaintyLimit(tolerable: string): Decimal {
  return trim(multiply(parse(tolerable), parse('0.2')));
}

/** Whether a content is so far from the nominal quantity that its unit or its tare should be looked at: off by half of it or more. */
export const isFar = (content: Decimal, nominal: Decimal): boolean =>
  compare(multiply(abs(subtract(content, nominal)), parse('2')), nominal) >= 0;
