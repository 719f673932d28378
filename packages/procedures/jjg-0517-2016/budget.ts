/**
 * The uncertainty of the error of distance. In the vehicle the standard has at most 0.3 % (JJG(京) 177-2025, a track-following device over
 * 200 m, by the digest at aqrzj.com; JJG 517-2016's own value was not found), on the bench 0.1 % of the count (jizihe.com 9391193).
 */
import type { Budget, Check } from '../src/calculation.ts';

/** E = (S − S₀) / S₀: a relative error δ of S₀ changes E by −(100 % + E) δ. */
const budgetOf = (check: Check, relative: number): Budget => ({
  check: check.id,
  title: ['计程误差', 'Error of distance'],
  model: {
    title: `JJG 517-2016 ${check.id}`,
    outputs: { E: 'E0 - (100 + E0) * ds' },
    inputs: {
      E0: { distribution: 'constant', value: Number(check.value) },
      ds: { distribution: 'rectangular', mean: 0, halfWidth: relative },
    },
  },
  limit: check.limit,
  unit: check.unit,
});

export const budgetsOf = (checks: readonly Check[]): readonly Budget[] =>
  checks.flatMap((check) => {
    if (check.item === 'installed-distance') return [budgetOf(check, 0.003)];
    return check.item === 'bench-distance' ? [budgetOf(check, 0.001)] : [];
  });
