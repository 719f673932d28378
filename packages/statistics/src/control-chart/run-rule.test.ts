import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brokenRules, nelsonRules, runRule, westernElectricRules, type RunRuleId } from './run-rule.ts';

const points = (z: readonly number[]) => z.map((value) => ({ value, centre: 0, sigma: 1, lower: -3, upper: 3 }));
const nelson = (...z: number[]): RunRuleId[][] => brokenRules(points(z), nelsonRules);
/** The points, from 1, at which a rule is broken. */
const at = (id: RunRuleId, ...z: number[]): number[] => nelson(...z).flatMap((rules, index) => (rules.includes(id) ? [index + 1] : []));
const times = (count: number, ...z: number[]): number[] => Array.from({ length: count }, () => z).flat();

test('rule 1: one point beyond a limit; a point on the limit is not beyond', () => {
  assert.deepEqual(at(1, 0, 3.01, 0, -3.01), [2, 4]);
  assert.deepEqual(at(1, 3, -3, 3 + 1e-10), []);
});

test('rule 2: nine points in a row on one side; a point on the centre line ends the run', () => {
  assert.deepEqual(at(2, ...times(9, 0.5)), [9]);
  assert.deepEqual(at(2, ...times(10, -0.5)), [9, 10]);
  assert.deepEqual(at(2, ...times(8, 0.5)), []);
  assert.deepEqual(at(2, ...times(8, 0.5), 0, ...times(8, 0.5)), []);
  assert.deepEqual(at(2, ...times(4, 0.5), -0.5, ...times(4, 0.5)), []);
});

test('rule 3: six points in a row rising are five steps; equal neighbours end a trend', () => {
  assert.deepEqual(at(3, -1, -0.8, -0.6, -0.4, -0.2, 0), [6]);
  assert.deepEqual(at(3, 1, 0.8, 0.6, 0.4, 0.2, 0, -0.2), [6, 7]);
  assert.deepEqual(at(3, -1, -0.8, -0.6, -0.4, -0.2), []);
  assert.deepEqual(at(3, -1, -0.8, -0.6, -0.6, -0.4, -0.2, 0), []);
});

test('rule 4: fourteen points alternating up and down; equal neighbours end it', () => {
  assert.deepEqual(at(4, ...times(7, 0.1, -0.1)), [14]);
  assert.deepEqual(at(4, ...times(7, 0.1, -0.1).slice(1)), []);
  assert.deepEqual(at(4, ...times(6, 0.1, -0.1), -0.1, 0.1), []);
});

test('rule 5: two of three in a row beyond two sigma on one side, marked where it is completed', () => {
  assert.deepEqual(at(5, 0, 2.1, 0, 2.2, 0), [4]);
  assert.deepEqual(at(5, 2.1, 2.1, 0), [2]);
  assert.deepEqual(at(5, 2.1, 0, 0, 2.1), []);
  assert.deepEqual(at(5, 2.1, -2.1, 0), []);
  assert.deepEqual(at(5, 2, 2, 2), []);
});

test('rule 6: four of five in a row beyond one sigma on one side', () => {
  assert.deepEqual(at(6, 1.1, 1.1, 0, 1.1, 1.1), [5]);
  assert.deepEqual(at(6, 1.1, 1.1, 1.1, 1.1, 0), [4]);
  assert.deepEqual(at(6, 1.1, 1.1, -1.1, -1.1, 1.1), []);
  assert.deepEqual(at(6, 1, 1, 1, 1, 1), []);
});

test('rule 7: fifteen in a row within one sigma; a point on the line is within', () => {
  assert.deepEqual(at(7, ...times(5, 0.5, -0.5, 1)), [15]);
  assert.deepEqual(at(7, ...times(14, 0.5)), []);
  assert.deepEqual(at(7, ...times(10, 0.5), 1.01, ...times(10, 0.5)), []);
});

test('rule 8: eight in a row with none within one sigma, on either side', () => {
  assert.deepEqual(at(8, ...times(4, 1.5, -1.5)), [8]);
  assert.deepEqual(at(8, ...times(3, 1.5, -1.5), 1, 1.5), []);
});

test('limits that differ by point are followed: a value beyond one limit is within another', () => {
  const wide = { value: 4, centre: 0, sigma: 2, lower: -6, upper: 6 };
  const narrow = { value: 4, centre: 0, sigma: 1, lower: -3, upper: 3 };
  assert.deepEqual(brokenRules([wide, narrow], nelsonRules), [[], [1]]);
});

test('the four rules of Western Electric: eight on one side where Nelson asks for nine', () => {
  const broken = brokenRules(points(times(8, 0.5)), westernElectricRules);
  assert.deepEqual(broken[7], ['WE4']);
  assert.deepEqual(broken[6], []);
  assert.deepEqual(brokenRules(points([2.5, 2.5]), westernElectricRules)[1], ['WE2']);
});

test('a chart without any sigma judges nothing but what leaves the line', () => {
  const flat = [5, 5, 6].map((value) => ({ value, centre: 5, sigma: 0, lower: 5, upper: 5 }));
  assert.deepEqual(
    brokenRules(flat, nelsonRules).map((rules) => rules.includes(1)),
    [false, false, true],
  );
});

test('turned upside down a chart breaks the same rules, and a break needs only the points of its pattern', () => {
  const z = fc.array(
    fc.integer({ min: -35, max: 35 }).map((tenth) => tenth / 10),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(z, (values) => {
      const found = nelson(...values);
      assert.deepEqual(nelson(...values.map((value) => -value)), found);
      found.forEach((rules, index) => {
        for (const id of rules) {
          const start = Math.max(0, index - runRule(id).length + 1);
          const alone = nelson(...values.slice(start, index + 1));
          assert.ok(alone[index - start]?.includes(id), `rule ${id} at ${index}`);
        }
      });
    }),
  );
});

test('there are eight rules of Nelson, and no ninth', () => {
  assert.deepEqual(
    nelsonRules.map(({ id }) => id),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
  assert.throws(() => runRule(9 as never), RangeError);
});
