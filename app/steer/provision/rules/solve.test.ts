import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHighs, openSolver } from '../../../platform/solver/solver.ts';
import { assumedAuthorisable, assumedGeneral, assumedItem } from './assumption.ts';
import { coversOf, priceOf } from './cover.ts';
import { chancesOf, groupsOf } from './model.ts';
import { brokenBy } from './reason.ts';
import { keyOf, laterMonth, monthsBetween, waysOf, type ItemCosts, type Rule, type Scenario, type Way } from './scenario.ts';
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

/** Every combination of ways and of months from which the mobile laboratory comes, priced and counted by hand. */
function cheapest(one: Scenario): number | null {
  const ways = waysOf(one);
  const groups = groupsOf(one).filter(({ kind }) => kind !== 'visits');
  const { months, visitsPerMonth } = one.limits;
  const covers = one.gaps.map((_, gap) => {
    const all = coversOf(one, gap);
    const others = all.filter(({ kind }) => kind !== 'mobile-laboratory').map((cover) => priceOf(one, cover));
    const mobile = all.find(({ kind }) => kind === 'mobile-laboratory');
    assert.ok(mobile);
    return { other: others.length === 0 ? null : Math.min(...others), mobile: priceOf(one, mobile), visits: mobile.visits };
  });
  let best: number | null = null;
  const arrive = (picked: readonly Way[], gap: number, visits: readonly number[], yuan: number): void => {
    if (best !== null && yuan >= best) return;
    const cover = covers[gap];
    if (cover === undefined) {
      best = yuan;
      return;
    }
    const done = picked.find((way) => way.gap === gap)?.done ?? months;
    for (let from = cover.other === null ? 0 : done; from >= 0; from -= 1) {
      const taken = visits.map((sum, month) => sum + (from <= month && month < done ? cover.visits : 0));
      if (visitsPerMonth !== null && taken.some((sum, month) => sum > visitsPerMonth + 1e-9 && sum > (visits[month] ?? 0))) continue;
      arrive(picked, gap + 1, taken, yuan + (cover.other ?? 0) * from + cover.mobile * (done - from) + one.general.waiting * done);
    }
  };
  const tryOut = (gap: number, picked: Way[]): void => {
    if (gap < one.gaps.length) {
      tryOut(gap + 1, picked);
      for (const way of ways.filter((each) => each.gap === gap)) tryOut(gap + 1, [...picked, way]);
    } else if (brokenBy(one, [], groups, picked).length === 0)
      arrive(
        picked,
        0,
        Array.from({ length: months }, () => 0),
        picked.reduce((sum, { capital, running }) => sum + capital + running, 0),
      );
  };
  tryOut(0, []);
  return best;
}

test('the plan is as cheap as the best of all orders tried one by one, and there is none where none of them fits', () => {
  fc.assert(
    fc.property(scenario, (one) => {
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
    }),
    { numRuns: 100 },
  );
});

/** The named constraints cannot hold together, and without any one of them they can. */
function assertConflict(one: Scenario, groups: ReturnType<typeof groupsOf>): void {
  const isPossible = (held: ReturnType<typeof groupsOf>): boolean => {
    const chances = chancesOf(one);
    const tryOut = (gap: number, picked: Way[]): boolean =>
      gap === one.gaps.length
        ? brokenBy(one, chances.covers, held, picked).length === 0
        : tryOut(gap + 1, picked) || chances.ways.some((way) => way.gap === gap && tryOut(gap + 1, [...picked, way]));
    return tryOut(0, []);
  };
  assert.ok(groups.length > 0);
  assert.equal(isPossible(groups), false);
  for (const group of groups) assert.ok(isPossible(groups.filter((each) => each !== group)), JSON.stringify(group));
}

const single = (more: Partial<Scenario['limits']>, gaps: Scenario['gaps']): Scenario => ({
  limits: {
    from,
    months: 6,
    targets: [],
    budgets: [],
    people: null,
    examinationsPerMonth: null,
    visitsPerMonth: 1,
    authorisable: [],
    forced: [],
    forbidden: [],
    ...more,
  },
  general: { visit: 10, kilometre: 1, waiting: 0 },
  items: {
    B1: {
      build: 100,
      running: 0,
      authorise: 0,
      authoriseRunning: 0,
      purchaseMonths: 1,
      examinationMonths: 1,
      authorisationMonths: 1,
      people: 1,
      intervalMonths: 1,
      perTrip: 1,
      perVisit: 10,
      referral: 0,
      sharing: 0,
    },
  },
  gaps,
  inPlace: [],
});
const gapIn = (region: string, toHub: number | null): Scenario['gaps'][number] => ({
  region,
  item: 'B1',
  list: 'basic',
  instruments: 10,
  toHub,
  neighbour: null,
});

test('the mobile laboratory goes to the next gap in the month in which the one before is in place', () => {
  const forced = regions.map((region) => ({ region, item: 'B1', option: 'build' as const }));
  // One examination a month: the second begins a month later. One visit a month: it goes to whom it spares most, and then to the other.
  const one = single({ forced, examinationsPerMonth: 1 }, [gapIn('320685', 50), gapIn('320682', 40)]);
  const answer = solveScenario(one, openSolver(highs, 60));
  assert.equal(answer.outcome, 'planned');
  if (answer.outcome !== 'planned') return;
  const parts = answer.choices.map(({ interim }) => interim.map(({ kind, from: first, months }) => [kind, first, first + months]));
  assert.deepEqual(parts, [
    [['mobile-laboratory', 0, 3]],
    [
      ['referral', 0, 3],
      ['mobile-laboratory', 3, 4],
    ],
  ]);
  assert.deepEqual(
    answer.choices.map(({ reasons }) => reasons.mobileFull),
    [null, 2],
    'what keeps the mobile laboratory away is a month in which it has no visit left',
  );
});

test('who has nobody else to go to takes the visits first, and where they are not enough for all of them that is the conflict', () => {
  const gaps = [gapIn('320685', null), gapIn('320682', 40)];
  const answer = solveScenario(single({}, gaps), openSolver(highs, 60));
  assert.equal(answer.outcome, 'planned');
  if (answer.outcome === 'planned')
    assert.deepEqual(
      answer.choices.map(({ interim }) => interim.map(({ kind }) => kind)),
      [['mobile-laboratory'], ['referral', 'mobile-laboratory']],
    );
  const refuted = solveScenario(single({}, [gapIn('320685', null), gapIn('320682', null)]), openSolver(highs, 60));
  assert.deepEqual(refuted.outcome === 'infeasible' ? refuted.conflict.groups : refuted, [{ group: { kind: 'visits' }, relief: 1 }]);
});

test('sixteen basic and forty-nine enhanced gaps are closed also where the visits of a month are short', () => {
  const region = (index: number): string => `3206${String(10 + (index % 7))}`;
  const all = Array.from({ length: 65 }, (_, index): Scenario['gaps'][number] => ({
    region: region(index),
    item: index < 16 ? `B${1 + (index % 13)}` : `E${1 + (index % 9)}`,
    list: index < 16 ? 'basic' : 'enhanced',
    instruments: index % 4 === 0 ? 40 + ((index * 37) % 400) : null,
    toHub: 30 + ((index * 13) % 60),
    neighbour: index % 3 === 0 ? { region: '320623', kilometres: 20 + ((index * 7) % 50) } : null,
  }));
  const one: Scenario = {
    limits: {
      from: '2026-12',
      months: 36,
      targets: [
        { list: 'basic', percent: 100, month: '2028-05' },
        { list: 'enhanced', percent: 100, month: '2029-05' },
        { list: 'demand', percent: 95, month: '2029-05' },
      ],
      budgets: [0, 1, 2].map((more) => ({ year: 2026 + more, yuan: 6_000_000 })),
      people: 10,
      examinationsPerMonth: 8,
      visitsPerMonth: 2,
      authorisable: [...assumedAuthorisable],
      forced: [],
      forbidden: [],
    },
    general: assumedGeneral,
    items: Object.fromEntries(all.map(({ item }) => [item, assumedItem(item)])),
    gaps: all,
    inPlace: [],
  };
  const answer = solveScenario(one, openSolver(highs, 60));
  assert.equal(answer.outcome, 'planned');
  if (answer.outcome !== 'planned') return;
  assert.ok(answer.choices.every(({ option: chosen }) => chosen !== null));
  assert.equal(answer.gap, 0);
  assert.ok(answer.choices.some(({ reasons }) => reasons.mobileFull !== null));
  for (let month = 0; month < 36; month += 1) {
    const visits = answer.choices.flatMap(({ interim }, gap) =>
      interim
        .filter((part) => part.kind === 'mobile-laboratory' && part.from <= month && month < part.from + part.months)
        .map(() => coversOf(one, gap).find(({ kind }) => kind === 'mobile-laboratory')?.visits ?? 0),
    );
    assert.ok(visits.reduce((sum, each) => sum + each, 0) <= 2 + 1e-6);
  }
});

test('months are counted over the years', () => {
  assert.equal(laterMonth('2026-11', 3), '2027-02');
  assert.equal(monthsBetween('2026-11', '2027-02'), 3);
});
