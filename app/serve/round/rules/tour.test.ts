import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHighs, openSolver } from '../../../platform/solver/solver.ts';
import { shortestTour, tourLength } from './tour.ts';

const { highs } = await loadHighs();

/** TSPLIB gr17 (17-city problem, Groetschel), lower triangle with the diagonal; its optimal tour has the length 2085. */
const gr17 = `0 633 0 257 390 0 91 661 228 0 412 227 169 383 0 150 488 112 120 267 0 80 572 196 77 351 63 0 134 530 154 105 309 34 29 0
259 555 372 175 338 264 232 249 0 505 289 262 476 196 360 444 402 495 0 353 282 110 324 61 208 292 250 352 154 0
324 638 437 240 421 329 297 314 95 578 435 0 70 567 191 27 346 83 47 68 189 439 287 254 0
211 466 74 182 243 105 150 108 326 336 184 391 145 0 268 420 53 239 199 123 207 165 383 240 140 448 202 57 0
246 745 472 237 528 364 332 349 202 685 542 157 289 426 483 0 121 518 142 84 297 35 29 36 236 390 238 301 55 96 153 336 0`;

/** TSPLIB burma14 (14 cities of Burma, Zaw Win), latitude and longitude as degrees.minutes; its optimal tour has the length 3323. */
const burma14 = [
  [16.47, 96.1],
  [16.47, 94.44],
  [20.09, 92.54],
  [22.39, 93.37],
  [25.23, 97.24],
  [22.0, 96.05],
  [20.47, 97.02],
  [17.2, 96.29],
  [16.3, 97.38],
  [14.05, 98.12],
  [16.53, 97.38],
  [21.52, 95.59],
  [19.41, 97.13],
  [20.09, 94.55],
] as const;

function symmetric(lower: string): number[][] {
  const numbers = lower.split(/\s+/).map(Number);
  const rows: number[][] = [];
  for (let at = 0; at < numbers.length; at += rows.length) rows.push(numbers.slice(at, at + rows.length + 1));
  return rows.map((row, from) => rows.map((other, to) => (to <= from ? (row[to] ?? 0) : (other[from] ?? 0))));
}

/** The distance GEO of TSPLIB 95, with its own value of pi and of the radius. */
function geo([latitude, longitude]: readonly [number, number], [otherLatitude, otherLongitude]: readonly [number, number]): number {
  const radians = (value: number): number => (3.141592 * (Math.trunc(value) + (5 * (value - Math.trunc(value))) / 3)) / 180;
  const q1 = Math.cos(radians(longitude) - radians(otherLongitude));
  const q2 = Math.cos(radians(latitude) - radians(otherLatitude));
  const q3 = Math.cos(radians(latitude) + radians(otherLatitude));
  return Math.trunc(6378.388 * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
}

/** Every order of the places, by trying. */
function bruteForce(table: readonly (readonly number[])[]): number {
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0 ? [[]] : left.flatMap((place) => orders(left.filter((other) => other !== place)).map((rest) => [place, ...rest]));
  return Math.min(...orders(Array.from({ length: table.length - 1 }, (_, index) => index + 1)).map((order) => tourLength(table, order)));
}

test('the published optimal lengths of TSPLIB gr17 and burma14 are found and proven', () => {
  const seventeen = shortestTour(symmetric(gr17), openSolver(highs, 30));
  assert.deepEqual([seventeen.minutes, Math.round(seventeen.bound), new Set(seventeen.order).size], [2085, 2085, 16]);
  const table = burma14.map((from) => burma14.map((to) => (from === to ? 0 : geo(from, to))));
  const fourteen = shortestTour(table, openSolver(highs, 30));
  assert.deepEqual([fourteen.minutes, Math.round(fourteen.bound), new Set(fourteen.order).size], [3323, 3323, 13]);
});

test('the tour of a few places is as short as the best of all orders', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 7 }), (points) => {
      const table = points.map((from) => points.map((to) => Math.hypot(from.x - to.x, from.y - to.y)));
      const { order, minutes } = shortestTour(table, openSolver(highs, 10));
      assert.equal(new Set(order).size, points.length - 1);
      assert.ok(Math.abs(minutes - bruteForce(table)) < 1e-6);
    }),
    { numRuns: 25 },
  );
});

test('without time the tour still has every place once, and its bound claims nothing', () => {
  const table = symmetric(gr17);
  const { order, minutes, bound } = shortestTour(table, openSolver(highs, 0));
  assert.deepEqual([new Set(order).size, bound], [16, 0]);
  assert.ok(minutes >= 2085);
});
