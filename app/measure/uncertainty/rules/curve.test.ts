import assert from 'node:assert/strict';
import { test } from 'node:test';
import { densitiesOf, densityOf, drawnPart, expectedShares } from './curve.ts';

const close = (a: number, b: number, within: number): void => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);

test('the curve of a GUM result is the normal density, or that of t with its degrees of freedom', () => {
  const [first] = densityOf({ value: 10, u: 2, dof: null }, 10, 12, 2000);
  close(first?.density ?? 0, 1 / (2 * Math.sqrt(2 * Math.PI)), 1e-7);
  const [cauchy] = densityOf({ value: 0, u: 1, dof: 1 }, 0, 1, 2000);
  close(cauchy?.density ?? 0, 1 / Math.PI, 1e-6);
});

test('what is expected in the classes of a histogram adds up to the distribution between its ends', () => {
  const edges = [-1.959963984540054, -1, 0, 1, 1.959963984540054];
  const shares = expectedShares({ value: 0, u: 1, dof: null }, edges);
  close(
    shares.reduce((sum, share) => sum + share, 0),
    0.95,
    1e-12,
  );
  close(shares[1] ?? 0, 0.3413447460685429, 1e-12);
  assert.deepEqual(expectedShares({ value: 0.5, u: 0, dof: null }, [0, 1, 2]), [1, 0]);
});

test('densities count the values beyond the ends of the histogram in the whole', () => {
  assert.deepEqual(densitiesOf({ edges: [0, 1, 3], counts: [50, 40] }, 100), [0.5, 0.2]);
  assert.deepEqual(densitiesOf({ edges: [0, 0], counts: [5] }, 5), [0]);
});

test('what is drawn of a histogram holds both intervals and half as much around, in few classes', () => {
  const edges = Array.from({ length: 1001 }, (_, index) => index - 500);
  const counts = Array.from({ length: 1000 }, (_, index) => index);
  const drawn = drawnPart(
    { edges, counts },
    [
      [-10, 8],
      [-8, 10],
    ],
    16,
  );
  assert.deepEqual([drawn.edges[0], drawn.edges[drawn.edges.length - 1]], [-20, 22]);
  assert.equal(drawn.counts.length, 14);
  assert.equal(drawn.counts[0], 480 + 481 + 482);
  const whole = drawnPart({ edges: [0, 1, 2], counts: [3, 4] }, [[1, 1]]);
  assert.deepEqual(whole, { edges: [0, 1, 2], counts: [3, 4] });
});
