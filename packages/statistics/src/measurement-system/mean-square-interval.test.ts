import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareQuantile } from '@tongheng/uncertainty/distribution/chi-square';
import { fisherQuantile } from '@tongheng/uncertainty/distribution/fisher';
import { normalQuantile } from '@tongheng/uncertainty/distribution/normal';
import { crossedAnova } from './crossed-anova.ts';
import { combinationInterval, ratioInterval } from './mean-square-interval.ts';
import { componentsOf, type SourceName } from './variance-component.ts';

test('one mean square has the interval of chi-square', () => {
  const [low, high] = combinationInterval([{ coefficient: 2, meanSquare: 3, dof: 12 }], 0.9);
  assert.ok(Math.abs(low - (6 * 12) / chiSquareQuantile(0.95, 12)) < 1e-12);
  assert.ok(Math.abs(high - (6 * 12) / chiSquareQuantile(0.05, 12)) < 1e-12);
});

test('the difference of two mean squares is bounded by 0 exactly where their F test is', () => {
  const terms = (ratio: number) => [
    { coefficient: 1, meanSquare: ratio, dof: 9 },
    { coefficient: -1, meanSquare: 1, dof: 18 },
  ];
  const critical = fisherQuantile(0.975, 9, 18);
  assert.ok(combinationInterval(terms(critical * 1.0001), 0.95)[0] > 0);
  assert.ok(combinationInterval(terms(critical * 0.9999), 0.95)[0] < 0);
});

test('the interval of a ratio of two mean squares is that of F', () => {
  const lines = [
    { meanSquare: 6, dof: 9 },
    { meanSquare: 2, dof: 18 },
  ];
  const top = lines.map((line, index) => ({ ...line, coefficient: index === 0 ? 1 : 0 }));
  const bottom = lines.map((line, index) => ({ ...line, coefficient: index === 1 ? 1 : 0 }));
  const [low, high] = ratioInterval(top, bottom, 0.95);
  assert.ok(Math.abs(low - 3 / fisherQuantile(0.975, 9, 18)) < 1e-9);
  assert.ok(Math.abs(high - 3 / fisherQuantile(0.025, 9, 18)) < 1e-9);
});

/** Normal values from a seed: the generator of Park and Miller, through the quantile. */
function normalDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return normalQuantile(state / 2_147_483_647);
  };
}

const designs = [
  {
    name: 'ten parts, three operators, three trials',
    parts: 10,
    operators: 3,
    trials: 3,
    part: 4,
    operator: 1,
    interaction: 0.5,
    error: 1,
  },
  {
    name: 'eight parts, five operators, two trials, little from operators',
    parts: 8,
    operators: 5,
    trials: 2,
    part: 2,
    operator: 0.2,
    interaction: 0.1,
    error: 1,
  },
];

for (const { name, parts, operators, trials, ...variance } of designs) {
  test(`95 % intervals hold the true component in about 95 % of simulated studies: ${name}`, () => {
    const draw = normalDraws(1_990_1992);
    const effect = (count: number, of: number): number[] => Array.from({ length: count }, () => Math.sqrt(of) * draw());
    const runs = 500;
    const gauge = variance.operator + variance.interaction + variance.error;
    const truth: Partial<Record<SourceName, number>> = {
      repeatability: variance.error,
      operator: variance.operator,
      interaction: variance.interaction,
      part: variance.part,
      reproducibility: variance.operator + variance.interaction,
      gauge,
      total: gauge + variance.part,
    };
    const held: Record<string, number> = { ratio: 0 };
    for (let run = 0; run < runs; run += 1) {
      const [p, o] = [effect(parts, variance.part), effect(operators, variance.operator)];
      const values = p.map((ofPart) =>
        o.map((ofOperator) => {
          const [cell = 0] = effect(1, variance.interaction);
          return effect(trials, variance.error).map((error) => ofPart + ofOperator + cell + error);
        }),
      );
      const { sources, ratio } = componentsOf(crossedAnova(values), 1, 0.95);
      for (const [source, value] of Object.entries(truth)) {
        const [low, high] = sources[source as SourceName]?.interval ?? [1, 0];
        if (low <= value && value <= high) held[source] = (held[source] ?? 0) + 1;
      }
      if (ratio.interval[0] <= variance.part / gauge && variance.part / gauge <= ratio.interval[1])
        held['ratio'] = (held['ratio'] ?? 0) + 1;
    }
    // Four standard errors of 0.95 in 500 runs are 0.039; the method itself is conservative by up to two per cent.
    for (const [source, count] of Object.entries(held))
      assert.ok(count / runs > 0.91 && count / runs <= 0.995, `${source} ${count / runs}`);
  });
}
