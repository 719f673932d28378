import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadHighs, openSolver } from '../../../platform/solver/solver.ts';
import { daysLate, proposeLoad, type Bench, type LoadAnswer, type LoadGroup, type LoadInput } from './load.ts';

const { highs } = await loadHighs();
const propose = (input: LoadInput): LoadAnswer => proposeLoad(input, openSolver(highs, 8));
function planned(answer: LoadAnswer): LoadAnswer & { outcome: 'planned' } {
  assert.equal(answer.outcome, 'planned');
  return answer as LoadAnswer & { outcome: 'planned' };
}
const bench = (id: string, minutes: number, each: Bench['kinds']): Bench => ({ id, minutes, kinds: each });
const group = (id: string, count: number, dueOn: string | null, more: Partial<LoadGroup> = {}): LoadGroup => ({
  id,
  stop: id,
  kind: 'water-meter',
  dueOn,
  count,
  fixed: null,
  ...more,
});

/** The least days late, and then the least peak, by trying every day for every stop. */
function bruteForce(groups: readonly LoadGroup[], days: readonly string[], minutes: number, each: number) {
  let best: { late: number; peak: number } | undefined;
  for (let code = 0; code < days.length ** groups.length; code += 1) {
    const spent = days.map(() => 0);
    let late = 0;
    groups.forEach(({ count, dueOn }, index) => {
      const at = Math.floor(code / days.length ** index) % days.length;
      spent[at] = (spent[at] ?? 0) + count * each;
      late += count * daysLate(dueOn, days[at] ?? '', days[0] ?? '');
    });
    const peak = Math.max(...spent);
    if (peak <= minutes && (best === undefined || late < best.late || (late === best.late && peak < best.peak))) best = { late, peak };
  }
  return best;
}

test('whole places on days: as little late and then as even as the best of all divisions', () => {
  const days = ['2026-12-01', '2026-12-02', '2026-12-03'];
  const drawn = fc.record({ count: fc.integer({ min: 1, max: 8 }), due: fc.constantFrom(null, '2026-11-01', '2026-12-02', '2026-12-31') });
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 5 }), (list) => {
      const groups = list.map(({ count, due }, index) => group(`g${index}`, count, due));
      const input = {
        groups,
        days,
        benches: [bench('b', 100, { 'water-meter': { minutes: 10, positions: 1 } })],
        testers: [],
        together: true,
      };
      const best = bruteForce(groups, days, 100, 10);
      const answer = propose(input);
      if (best === undefined) return assert.equal(answer.outcome, 'infeasible');
      const { lateDays, peakMinutes, loads, gap } = planned(answer);
      assert.deepEqual([lateDays, peakMinutes, gap < 1e-6], [best.late, best.peak, true]);
      for (const { id, count } of groups)
        assert.equal(
          loads.filter((one) => one.group === id).reduce((sum, one) => sum + one.count, 0),
          count,
        );
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

test('a lot of meters fills racks: a run takes as many as the rack has positions, and no bench works longer than its day', () => {
  const rack = bench('rack', 360, { 'water-meter': { minutes: 90, positions: 20 } });
  const lot = [group('lot', 150, '2026-12-31', { stop: 'utility' })];
  const { loads, peakMinutes } = planned(
    propose({ groups: lot, days: ['2026-12-01', '2026-12-02'], benches: [rack], testers: [], together: false }),
  );
  // Eight runs of 90 minutes: four a day.
  assert.equal(peakMinutes, 360);
  for (const { count } of loads) assert.ok(count <= 80);
  const answer = propose({ groups: lot, days: ['2026-12-01'], benches: [rack], testers: [], together: false });
  assert.deepEqual(answer.outcome === 'infeasible' && [answer.left, answer.needed], [70, 2]);
});

test('people test only what they are qualified for, and no longer than their day', () => {
  const benches = [bench('b', 480, { 'water-meter': { minutes: 60, positions: 1 }, 'gas-meter': { minutes: 60, positions: 1 } })];
  const groups = [group('w', 3, null), group('g', 3, null, { kind: 'gas-meter' })];
  const input = { groups, days: ['2026-12-01', '2026-12-02'], benches, together: false };
  const water = { id: 'chen', minutes: 120, kinds: ['water-meter'] };
  const short = propose({ ...input, testers: [water] });
  assert.deepEqual(short.outcome === 'infeasible' && short.noTester, ['gas-meter']);
  const { loads } = planned(propose({ ...input, testers: [water, { id: 'wu', minutes: 240, kinds: ['gas-meter'] }] }));
  const first = loads.filter(({ day }) => day === '2026-12-01');
  assert.deepEqual(
    ['w', 'g'].map((id) => first.filter((one) => one.group === id).reduce((sum, one) => sum + one.count, 0)),
    [2, 3],
  );
});

test('what a person fixed stays on its day and bench, and a kind without a bench is named', () => {
  const benches = ['a', 'b'].map((id) => bench(id, 100, { 'water-meter': { minutes: 10, positions: 1 } }));
  const fixed = group('f', 4, null, { fixed: { day: '2026-12-02', bench: 'b' } });
  const { loads } = planned(
    propose({ groups: [fixed, group('o', 4, null)], days: ['2026-12-01', '2026-12-02'], benches, testers: [], together: true }),
  );
  assert.deepEqual(
    loads.find((one) => one.group === 'f'),
    { group: 'f', day: '2026-12-02', bench: 'b', count: 4 },
  );
  const answer = propose({
    groups: [group('x', 1, null, { kind: 'taximeter' })],
    days: ['2026-12-01'],
    benches,
    testers: [],
    together: true,
  });
  assert.deepEqual(answer.outcome === 'infeasible' && answer.noBench, ['taximeter']);
});
