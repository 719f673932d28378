import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHighs, openSolver } from '../../../platform/solver/solver.ts';
import { proposeRoute, type RouteAnswer, type RouteStop, type TeamDay } from './route.ts';
import { tourLength } from './tour.ts';
import { kilometresBetween, travelMinutes, travelTable } from './travel.ts';

const { highs } = await loadHighs();
const start = { longitude: 120.9, latitude: 32.4 };
const at = (id: string, longitude: number, latitude: number, minutes: number, more: Partial<RouteStop> = {}): RouteStop => ({
  id,
  point: { longitude, latitude },
  minutes,
  dueOn: '2026-12-31',
  kinds: ['sphygmomanometer'],
  fixed: null,
  ...more,
});
const days = (count: number, minutes = 360): TeamDay[] =>
  Array.from({ length: count }, (_, index) => ({ day: `2026-12-0${index + 1}`, team: 1, minutes, kinds: null }));
const plan = (stops: readonly RouteStop[], teamDays: readonly TeamDay[], from: typeof start | null = start, seconds = 10): RouteAnswer =>
  proposeRoute({ stops, teamDays, start: from }, openSolver(highs, seconds));
function planned(answer: RouteAnswer): RouteAnswer & { outcome: 'planned' } {
  assert.equal(answer.outcome, 'planned');
  return answer as RouteAnswer & { outcome: 'planned' };
}

/** Few days first, then little travel, by trying every division and every order. */
function bruteForce(stops: readonly RouteStop[], count: number, minutes: number): { days: number; travel: number } | undefined {
  const table = travelTable(
    start,
    stops.map(({ point }) => point),
  );
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0 ? [[]] : left.flatMap((place) => orders(left.filter((other) => other !== place)).map((rest) => [place, ...rest]));
  const shortest = new Map<string, number>();
  const lengthOf = (members: readonly number[]): number => {
    const known = shortest.get(members.join());
    if (known !== undefined) return known;
    const least = Math.min(...orders(members).map((order) => tourLength(table, order)));
    shortest.set(members.join(), least);
    return least;
  };
  let best: { days: number; travel: number } | undefined;
  for (let code = 0; code < count ** stops.length; code += 1) {
    const groups = Array.from({ length: count }, (): number[] => []);
    stops.forEach((_, index) => groups[Math.floor(code / count ** index) % count]?.push(index + 1));
    const used = groups.filter(({ length }) => length > 0);
    const tours = used.map(lengthOf);
    const fits = used.every((members, index) => {
      const work = members.reduce((sum, member) => sum + (stops[member - 1]?.minutes ?? 0), 0);
      return work + (tours[index] ?? 0) <= minutes;
    });
    const travel = tours.reduce((sum, length) => sum + length, 0);
    if (fits && (best === undefined || used.length < best.days || (used.length === best.days && travel < best.travel)))
      best = { days: used.length, travel };
  }
  return best;
}

test('the estimate of travel is the great circle, longer by the detour, at the speed of a van', () => {
  // One degree of a meridian on the mean sphere is 111.195 km.
  const north = { longitude: 120.9, latitude: 33.4 };
  assert.equal(kilometresBetween(start, north).toFixed(3), '111.195');
  assert.equal(travelMinutes(start, north).toFixed(1), ((111.195 * 1.3) / 0.5).toFixed(1));
});

test('few places are planned as well as the best of all divisions and orders', () => {
  const stop = fc.record({
    x: fc.integer({ min: 0, max: 40 }),
    y: fc.integer({ min: 0, max: 40 }),
    minutes: fc.integer({ min: 30, max: 160 }),
  });
  fc.assert(
    fc.property(fc.array(stop, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 3 }), (drawn, count) => {
      const stops = drawn.map(({ x, y, minutes }, index) => at(`s${index}`, 120.9 + x / 100, 32.3 + y / 100, minutes));
      const best = bruteForce(stops, count, 300);
      const answer = plan(stops, days(count, 300));
      if (best === undefined) return assert.equal(answer.outcome, 'infeasible');
      const { days: used, travelMinutes: travel, gap } = planned(answer);
      assert.equal(used.length, best.days);
      assert.ok(Math.abs(travel - best.travel) < 1e-3, `${travel} instead of ${best.travel}`);
      assert.ok(gap < 1e-4);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('without travel the days are as few as boxes are in the best packing', () => {
  const fewest = (sizes: readonly number[], box: number): number => {
    for (let count = 1; ; count += 1)
      for (let code = 0; code < count ** sizes.length; code += 1) {
        const held = Array.from({ length: count }, () => 0);
        sizes.forEach((size, index) => {
          const bin = Math.floor(code / count ** index) % count;
          held[bin] = (held[bin] ?? 0) + size;
        });
        if (held.every((one) => one <= box)) return count;
      }
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 1, maxLength: 6 }), (sizes) => {
      const stops = sizes.map((minutes, index) => at(`s${index}`, 120.9, 32.4, minutes));
      assert.equal(planned(plan(stops, days(6, 100))).days.length, fewest(sizes, 100));
    }),
    { numRuns: 10, endOnFailure: true },
  );
});

test('thirty places: each once, no day longer than it is, and what is fixed by hand stays on its day', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 50 }),
    y: fc.integer({ min: 0, max: 50 }),
    minutes: fc.integer({ min: 10, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 20, maxLength: 30 }), (drawn) => {
      const fixed = { day: '2026-12-05', team: 1, position: 1 };
      const stops = drawn.map(({ x, y, minutes }, index) =>
        at(`s${index}`, 120.8 + x / 250, 32.3 + y / 250, minutes, index === 3 ? { fixed } : {}),
      );
      const { visits, days: used } = planned(plan(stops, days(9), start, 20));
      assert.deepEqual(visits.map(({ stop }) => stop).sort(), stops.map(({ id }) => id).sort());
      assert.equal(visits.find(({ stop }) => stop === 's3')?.day, '2026-12-05');
      for (const { day, workMinutes, travelMinutes: travel } of used) {
        assert.ok(workMinutes + travel <= 360 + 1e-6);
        const places = visits.filter((visit) => visit.day === day).sort((a, b) => a.position - b.position);
        const order = places.map(({ stop }) => stops.find(({ id }) => id === stop)?.point ?? start);
        const table = travelTable(start, order);
        assert.ok(
          Math.abs(
            travel -
              tourLength(
                table,
                order.map((_, index) => index + 1),
              ),
          ) < 1e-6,
        );
      }
    }),
    { numRuns: 1, endOnFailure: true },
  );
});

test('what is due first is visited first', () => {
  const east = [at('e1', 121.1, 32.4, 120, { dueOn: '2026-12-20' }), at('e2', 121.11, 32.4, 100, { dueOn: '2027-02-01' })];
  const west = [at('w1', 120.7, 32.4, 120, { dueOn: '2027-01-10' }), at('w2', 120.71, 32.4, 100, { dueOn: null })];
  const { visits } = planned(plan([...east, ...west], days(2)));
  assert.deepEqual(
    [...visits].sort((a, b) => a.stop.localeCompare(b.stop)).map(({ day }) => day),
    ['2026-12-02', '2026-12-02', '2026-12-01', '2026-12-01'],
  );
});

test('a team goes only where all its people are qualified for what stands there', () => {
  const stops = [at('clinic', 121, 32.4, 60), at('market', 121.01, 32.4, 60, { kinds: ['price-computing-scale'] })];
  const teams: TeamDay[] = [
    { day: '2026-12-01', team: 1, minutes: 360, kinds: ['sphygmomanometer'] },
    { day: '2026-12-01', team: 2, minutes: 360, kinds: ['price-computing-scale'] },
  ];
  const { visits } = planned(plan(stops, teams));
  assert.deepEqual(
    visits.map(({ stop, team }) => [stop, team]),
    [
      ['clinic', 1],
      ['market', 2],
    ],
  );
  const answer = plan(stops, teams.slice(0, 1));
  assert.deepEqual(answer.outcome === 'infeasible' && answer.unqualified, ['market']);
});

test('too few days are explained with how many would do; a place longer than any day is named', () => {
  const stops = Array.from({ length: 8 }, (_, index) => at(`s${index}`, 120.95 + index / 100, 32.4, 200));
  const answer = plan(stops, days(3));
  assert.deepEqual([answer.outcome, answer.outcome === 'infeasible' && answer.needed], ['infeasible', 8]);
  const far = plan([at('far', 122.9, 32.4, 10)], days(3));
  assert.deepEqual(far.outcome === 'infeasible' && far.tooLong, ['far']);
});

test('a day that a person has filled keeps its order, and nothing is added to it', () => {
  const fixed = (position: number) => ({ day: '2026-12-01', team: 1, position });
  const stops = [at('a', 120.95, 32.4, 200, { fixed: fixed(2) }), at('b', 121, 32.4, 200, { fixed: fixed(1) }), at('c', 120.96, 32.4, 30)];
  const { visits } = planned(plan(stops, days(2)));
  assert.deepEqual(
    visits.map(({ stop, day, position }) => `${stop} ${day} ${position}`),
    ['b 2026-12-01 1', 'a 2026-12-01 2', 'c 2026-12-02 1'],
  );
});

test('without a known start only the ways between the places count', () => {
  const stops = [at('a', 121, 32.4, 30), at('b', 121.1, 32.4, 30), at('c', 121.05, 32.4, 30)];
  const { travelMinutes: travel, days: used } = planned(plan(stops, days(2), null));
  assert.equal(used.length, 1);
  assert.equal(travel.toFixed(3), travelMinutes({ longitude: 121, latitude: 32.4 }, { longitude: 121.1, latitude: 32.4 }).toFixed(3));
});
