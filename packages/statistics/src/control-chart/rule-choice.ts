/**
 * Which rules a statistic is judged by. All eight presuppose independent, symmetrically distributed points. Ranges, standard deviations and
 * counts are skew, so that zones of one and two sigma do not have their probabilities there: tests 1 to 4 (Nelson 1984). A moving
 * range shares a reading with its neighbour, moving averages and sums share all of them: test 1.
 */
import type { Statistic } from './chart.ts';
import { nelsonRules, westernElectricRules, type RunRule, type RunRuleId } from './run-rule.ts';

export type RuleSet = 'nelson' | 'western-electric';

const symmetric: readonly Statistic[] = ['mean', 'individual'];
const correlated: readonly Statistic[] = ['moving-range', 'ewma', 'cusum'];

/**
 * The rules of a set that may judge a statistic, in their order; where some are chosen, these and the limits themselves.
 * @example rulesFor('range', 'nelson').map(({ id }) => id) // [1, 2, 3, 4]
 */
export function rulesFor(statistic: Statistic, set: RuleSet, chosen?: readonly RunRuleId[]): readonly RunRule[] {
  const all = set === 'nelson' ? nelsonRules : westernElectricRules;
  return all.filter(({ id, pattern }) => {
    if (chosen !== undefined && !chosen.includes(id) && pattern.kind !== 'beyond-limits') return false;
    if (symmetric.includes(statistic)) return true;
    if (correlated.includes(statistic)) return pattern.kind === 'beyond-limits';
    return ['beyond-limits', 'one-side', 'trend', 'alternation'].includes(pattern.kind);
  });
}
