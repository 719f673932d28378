import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHighs, openSolver } from '../../../platform/solver/solver.ts';
import { chancesOf, groupsOf, priceOf } from './model.ts';
import { brokenBy } from './reason.ts';
import { keyOf, laterMonth, monthsBetween, type ItemCosts, type Rule, type Scenario, type Way } from './scenario.ts';
import { solveScenario } from './solve.ts';

const { highs } = await loadHighs();
const from = '2027-01';
const regions = ['320685', '320682'];

const costs = fc.record<ItemCosts>({
  build: fc.integer({ min: 0, max: 40 }).map((n) => n * 1000),
  running: fc.integer({ min: 0, max: 5 }).map((n) => n * 120),
  authorise: fc.integer({ min: 0, max: 10 }).map((n) => n * 1000),
  authoriseRunning: fc.integer({ min: 0, max: 5 }).map((n) => n * 120),
  purchaseMonths: fc.integer({ min: 0, max: 1 }),
  examinationMonths: fc.integer({ min: 1, max: 2 }),
  authorisationMonths: fc.integer({ min: 1, max: 2 }),
  people: fc.integer({ min: 0, max: 2 }),
  intervalMonths: fc.constantFrom(6, 12),
  perTrip: fc.constantFrom(1, 5),
  perVisit: fc.constantFrom(10, 40),
  referral: fc.integer({ min: 0, max: 60 }),
  sharing: fc.integer({ min: 0, max: 60 }),
});
const option = fc.constantFrom('build', 'authorise', 'none');
const rule: fc.Arbitrary<Rule> = fc.record({
  region: fc.constantFrom(...regions),
  item: fc.constantFrom('B1', 'E1'),
  option,
}) as fc.Arbitrary<Rule>;
const instruments = fc.option(fc.integer({ min: 0, max: 400 }));
const scenario: fc.Arbitrary<Scenario> = fc.record({
  limits: fc.record({
    from: fc.constant(from),
    months: fc.constantFrom(4, 6),
    targets: fc.array(
      fc.record({
        list: fc.constantFrom('basic', 'enhanced', 'demand'),
        percent: fc.constantFrom(0, 50, 95, 100),
        month: fc.constantFrom('2027-03', '2027-04', '2027-06'),
      }),
      { maxLength: 3 },
    ),
    budgets: fc.array(fc.record({ year: fc.constant(2027), yuan: fc.integer({ min: 0, max: 90 }).map((n) => n * 1000) }), { maxLength: 1 }),
    people: fc.option(fc.integer({ min: 0, max: 3 })),
    examinationsPerMonth: fc.option(fc.integer({ min: 0, max: 2 })),
    visitsPerMonth: fc.option(fc.integer({ min: 0, max: 3 })),
    authorisable: fc.subarray(['B1', 'E1']),
    forced: fc.array(rule, { maxLength: 1 }),
    forbidden: fc.array(rule, { maxLength: 1 }),
  }),
  general: fc.record({ visit: fc.integer({ min: 0, max: 900 }), kilometre: fc.constantFrom(0, 1, 3), waiting: fc.constantFrom(0, 1, 300) }),
  items: fc.record({ B1: costs, E1: costs }),
  gaps: fc
    .uniqueArray(
      fc.record({
        region: fc.constantFrom(...regions),
        item: fc.constantFrom('B1', 'E1'),
        instruments,
        toHub: fc.option(fc.integer({ min: 1, max: 80 })),
        neighbour: fc.option(fc.record({ region: fc.constant('320623'), kilometres: fc.integer({ min: 1, max: 80 }) })),
      }),
      { minLength: 1, maxLength: 3, selector: keyOf },
    )
    .map((gaps) => gaps.map((gap) => ({ ...gap, list: gap.item === 'B1' ? ('basic' as const) : ('enhanced' as const) }))),
  inPlace: fc.array(
    fc.record({ region: fc.constant('320623'), item: fc.constant('B1'), list: fc.constant('basic' as const), instruments }),
    { maxLength: 1 },
  ),
}) as fc.Arbitrary<Scenario>;

/** Every combination of ways and of who gets the mobile laboratory, priced by hand. */
function cheapest(one: Scenario): number | null {
  const chances = chancesOf(one);
  const groups = groupsOf(one);
  const { months, visitsPerMonth } = one.limits;
  let best: number | null = null;
  const tryOut = (gap: number, picked: Way[]): void => {
    if (gap < one.gaps.length) {
      tryOut(gap + 1, picked);
      for (const way of chances.ways.filter((each) => each.gap === gap)) tryOut(gap + 1, [...picked, way]);
      return;
    }
    if (brokenBy(one, groups, picked).length > 0) return;
    const ways = picked.reduce((sum, { capital, running }) => sum + capital + running, 0);
    for (let mobile = 0; mobile < 2 ** one.gaps.length; mobile += 1) {
      let visits = 0;
      let yuan = ways;
      let isPossible = true;
      one.gaps.forEach((_, index) => {
        const isMobile = (mobile & (1 << index)) > 0;
        const covers = (chances.covers[index] ?? []).filter(({ kind }) => (kind === 'mobile-laboratory') === isMobile);
        const waited = picked.find((way) => way.gap === index)?.done ?? months;
        const prices = covers.map((cover) => priceOf(one, cover));
        if (prices.length === 0) isPossible = false;
        else yuan += waited * (Math.min(...prices) + one.general.waiting);
        if (isMobile) visits += covers[0]?.visits ?? 0;
      });
      // With nobody else to go to the mobile laboratory comes whatever it takes.
      const isOnly = one.gaps.every((gap) => gap.toHub === null && gap.neighbour === null);
      if (!isPossible || (visitsPerMonth !== null && visits > visitsPerMonth + 1e-9 && !isOnly)) continue;
      if (best === null || yuan < best) best = yuan;
    }
  };
  tryOut(0, []);
  return best;
}

test('the plan is as cheap as the best of all orders tried one by one, and there is none where none of them fits', () => {
  fc.assert(
    fc.property(
      scenario.filter((one) => one.gaps.every((gap) => gap.toHub !== null || gap.neighbour !== null)),
      (one) => {
        const answer = solveScenario(one, openSolver(highs, 60));
        const best = cheapest(one);
        if (best === null) {
          assert.equal(answer.outcome, 'infeasible');
          if (answer.outcome === 'infeasible')
            assertConflict(
              one,
              answer.conflict.groups.map(({ group }) => group),
            );
          return;
        }
        assert.equal(answer.outcome, 'planned');
        if (answer.outcome !== 'planned') return;
        assert.ok(Math.abs(answer.objective - best) < 1e-3, `${answer.objective} ${best}`);
        assert.equal(answer.gap, 0);
        for (const { reasons } of answer.choices) {
          for (const other of reasons.others) assert.ok(other.more === null || other.more > -1e-6, 'another option alone is never cheaper');
          assert.ok(reasons.earlierCosts === null || reasons.earlierCosts > -1e-6);
          assert.ok(reasons.openCosts === null || reasons.openCosts > -1e-6);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** The named constraints cannot hold together, and without any one of them they can. */
function assertConflict(one: Scenario, groups: ReturnType<typeof groupsOf>): void {
  const isPossible = (held: ReturnType<typeof groupsOf>): boolean => {
    const chances = chancesOf(one);
    const tryOut = (gap: number, picked: Way[]): boolean =>
      gap === one.gaps.length
        ? brokenBy(one, held, picked).length === 0
        : tryOut(gap + 1, picked) || chances.ways.some((way) => way.gap === gap && tryOut(gap + 1, [...picked, way]));
    return tryOut(0, []);
  };
  assert.ok(groups.length > 0);
  assert.equal(isPossible(groups), false);
  for (const group of groups) assert.ok(isPossible(groups.filter((each) => each !== group)), JSON.stringify(group));
}

test('months are counted over the years', () => {
  assert.equal(laterMonth('2026-11', 3), '2027-02');
  assert.equal(monthsBetween('2026-11', '2027-02'), 3);
});
