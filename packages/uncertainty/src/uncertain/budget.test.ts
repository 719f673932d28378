import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, divide, multiply, subtract } from './arithmetic.ts';
import { budget } from './budget.ts';
import { correlated, elementary } from './elementary.ts';
import { result } from './result.ts';
import type { Uncertain } from './uncertain.ts';

const near = (found: number | undefined, wanted: number): void =>
  assert.ok(found !== undefined && Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted)), `${found}, wanted ${wanted}`);

test('the budget by influence lists value, u, dof, sensitivity, contribution and share, the largest first', () => {
  const [force, length] = [
    elementary({ id: 'F', value: 10, u: 0.1, dof: 9, label: 'force', unit: 'N' }),
    elementary({ id: 'l', value: 2, u: 0.04 }),
  ];
  const lines = budget(multiply(force, length));
  assert.deepEqual(
    lines.map(({ id }) => id),
    ['l', 'F'],
  );
  assert.deepEqual(
    [lines[1]!.label, lines[1]!.unit, lines[1]!.value, lines[1]!.u, lines[1]!.dof, lines[1]!.sensitivity, lines[1]!.contribution],
    ['force', 'N', 10, 0.1, 9, 2, 0.2],
  );
  near(lines[0]!.share, 0.16 / 0.2);
  near(lines[1]!.share, 0.04 / 0.2);
});

test('shares of influences sum to 1 whatever the correlations are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ u: fc.double({ min: 0.01, max: 10, noNaN: true }), c: fc.double({ min: -5, max: 5, noNaN: true }) }), {
        minLength: 3,
        maxLength: 8,
      }),
      fc.double({ min: -0.45, max: 0.95, noNaN: true }),
      (terms, r) => {
        const [first, second, third, ...rest] = terms.map(({ u }, index) => ({ id: `x${index}`, value: 1, u }));
        const inputs: Uncertain[] = [
          ...correlated([first!, second!, third!], {
            correlation: [
              [1, r, r],
              [r, 1, r],
              [r, r, 1],
            ],
          }),
          ...rest.map((statement) => elementary(statement)),
        ];
        const y = inputs.map((input, index) => multiply(input, terms[index]!.c)).reduce((a, b) => add(a, b));
        fc.pre(y.u > 1e-6);
        near(
          budget(y).reduce((sum, { share }) => sum + share, 0),
          1,
        );
      },
    ),
  );
});

test('the budget by named results shows a calibration as one line, with its derivative along all paths', () => {
  const standard = elementary({ id: 'standard', value: 100, u: 0.3 });
  const gauge = result(add(standard, elementary({ id: 'comparison', value: 0, u: 0.4, dof: 8 })), {
    id: 'gauge',
    label: '量块',
    unit: 'µm',
  });
  const corrected = result(multiply(gauge, 2), { id: 'doubled' });
  const y = add(add(corrected, gauge), elementary({ id: 'noise', value: 0, u: 2 }));
  const lines = budget(y, { by: 'results' });
  assert.deepEqual(
    lines.map(({ id, sensitivity, u }) => [id, sensitivity, u]),
    [
      ['gauge', 3, 0.5],
      ['doubled', 1, 1],
    ],
  );
  assert.equal(lines[0]!.label, '量块');
  near(lines[0]!.share, 2.25 / 6.25);
  near(lines[0]!.dof, gauge.dof);
  assert.deepEqual(
    budget(y, { by: [gauge, elementary({ id: 'noise', value: 0, u: 2 })] }).map(({ id }) => id),
    ['noise', 'gauge'],
  );
  assert.throws(() => budget(y, { by: [add(gauge, 1)] }), /by\[0\]: a budget lists influences and named results/);
});

test('independent named results and the rest share u² between them', () => {
  const part = (id: string, u: number): Uncertain =>
    result(add(elementary({ id: `${id} 1`, value: 1, u }), elementary({ id: `${id} 2`, value: 1, u })), { id });
  const y = divide(part('a', 0.1), part('b', 0.2));
  near(
    budget(y, { by: 'results' }).reduce((sum, { share }) => sum + share, 0),
    1,
  );
  assert.ok(budget(subtract(y, y)).every(({ share, contribution }) => share === 0 && contribution === 0));
});
