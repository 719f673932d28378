import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toDayNumber, fromDayNumber } from '../../kernel/day.ts';
import { indicatorsOf, type PlacedIndicator } from '../plan/rules/clauses.ts';
import { cityPlan } from '../plan/service/city-plan.ts';
import { checkSums } from './rules/breakdown.ts';
import { compareFigures, type FrozenFigure } from './rules/comparison.ts';
import { firstReached, quarterEnds, valueOn } from './rules/course.ts';
import { forecast } from './rules/forecast.ts';
import { judge } from './rules/judgement.ts';
import { basisText, count, reaches, share, toNumber } from './rules/value.ts';

const plan = cityPlan();
const of = (id: string): PlacedIndicator => indicatorsOf(plan).find((each) => each.id === id) as PlacedIndicator;
const nothing = { value: null, atDue: null, reachedOn: null, start: 0, isUnderWay: false };

test('a share is compared exactly: 94.996 % shows as 95.00 and does not meet 95 %', () => {
  const almost = share(94_996, 100_000);
  assert.ok(almost);
  assert.equal(toNumber(almost, true), 95);
  assert.equal(reaches(almost, of('G3-5')), false);
  assert.equal(reaches({ numerator: 19, denominator: 20 }, of('G3-5')), true);
  assert.equal(toNumber({ numerator: 1, denominator: 3 }, true), 33.33);
  assert.equal(share(0, 0), null);
});

test('past its due day an indicator is met, met late or missed, as its due day and the days after it say', () => {
  const commitments = of('G4-1');
  const on = (evidence: object) => judge(commitments, plan.period, '2026-11-23', { ...nothing, ...evidence });
  assert.equal(on({ value: count(2100), atDue: count(2000) }), 'met');
  assert.equal(on({ value: count(1500), atDue: count(2000) }), 'met');
  assert.equal(on({ value: count(2100), atDue: count(1999), reachedOn: '2026-01-05' }), 'met-late');
  assert.equal(
    on({ value: count(1990), atDue: count(1999), reachedOn: '2026-01-05' }),
    'missed',
    'it was reached late and has fallen again',
  );
  assert.equal(on({ value: count(1999), atDue: count(1999) }), 'missed');
  assert.equal(on({}), 'not-recorded');
});

test('on the due day itself there is still a day left', () => {
  const evidence = { ...nothing, value: count(1999) };
  assert.equal(judge(of('G4-1'), plan.period, '2025-12-31', evidence), 'behind');
  assert.equal(judge(of('G4-1'), plan.period, '2026-01-01', { ...evidence, atDue: count(1999) }), 'missed');
});

test('the matrices start from what the document prints, so that 62 of 78 on the day of issue is on track', () => {
  const cells = { ...nothing, start: 62 };
  assert.equal(judge(of('G3-2'), { from: '2023-08-20' }, '2023-08-20', { ...cells, value: count(62) }), 'on-track');
  assert.equal(judge(of('G3-2'), { from: '2023-08-20' }, '2024-06-30', { ...cells, value: count(62) }), 'behind');
});

test('a passed due day has no forecast, and neither has a share or a deliverable', () => {
  fc.assert(
    fc.property(fc.constantFrom(...indicatorsOf(plan)), fc.integer({ min: 0, max: 2000 }), fc.nat(9000), (indicator, days, value) => {
      const asOf = fromDayNumber(toDayNumber(plan.period.from) + days);
      const found = forecast(indicator, plan.period.from, asOf, 0, value);
      if (asOf >= indicator.due || indicator.target === 1 || ['G3-4', 'G3-5'].includes(indicator.id)) assert.equal(found, null);
      if (found !== null) assert.ok(found.atDue >= value);
    }),
  );
});

test('half way with half done, the rate gives the target on its due day', () => {
  const found = forecast({ ...of('G4-1'), due: '2025-12-31' }, '2023-01-01', '2024-07-01', 0, 1000);
  assert.equal(found?.atDue, 2001);
  assert.equal(found?.reachesOn, '2025-12-30');
});

test('a course is read on any day, and the first day on which a target is reached is found after another', () => {
  const course = [
    { day: '2025-01-01', value: count(1) },
    { day: '2026-02-01', value: count(3) },
    { day: '2026-03-01', value: count(2) },
  ];
  assert.equal(valueOn(course, '2024-12-31'), null);
  assert.deepEqual(valueOn(course, '2026-02-28'), count(3));
  assert.equal(firstReached(course, of('G4-2'), '2025-12-31', '2026-11-23'), '2026-02-01');
  assert.equal(firstReached(course, of('G4-2'), '2025-12-31', '2026-01-31'), null);
});

test('quarters end on their last days, and the series ends on the day that was asked for', () => {
  assert.deepEqual(quarterEnds('2023-01-01', '2023-07-15'), ['2023-03-31', '2023-06-30', '2023-07-15']);
  assert.deepEqual(quarterEnds('2023-01-01', '2023-03-31'), ['2023-03-31']);
  assert.deepEqual(quarterEnds('2023-11-15', '2024-04-01'), ['2023-12-31', '2024-03-31', '2024-04-01']);
});

test('counts of the counties add up to the city’s target, shares do not', () => {
  const shares = [
    { region: '320685', year: 2025, amount: 1200 },
    { region: '320682', year: 2024, amount: 700 },
  ];
  assert.deepEqual(checkSums(of('G4-1'), shares), [
    { year: 2024, sum: 700, target: null, difference: null },
    { year: 2025, sum: 1900, target: 2000, difference: -100 },
  ]);
  assert.deepEqual(checkSums(of('G3-5'), shares), []);
});

test('a comparison names what is otherwise and nothing else', () => {
  const figure: FrozenFigure = { id: 'G4-1', numerator: 6, denominator: 1, state: 'missed', target: 2000, method: '甲', records: 'a' };
  assert.deepEqual(compareFigures([figure], [figure]), []);
  assert.deepEqual(compareFigures([figure], [{ ...figure, numerator: 7, records: 'b' }]), [
    { indicator: 'G4-1', field: 'value', frozen: '6', recomputed: '7' },
    { indicator: 'G4-1', field: 'records', frozen: 'a', recomputed: 'b' },
  ]);
  assert.deepEqual(compareFigures([figure], []), [{ indicator: 'G4-1', field: 'absent', frozen: '6', recomputed: null }]);
});

test('the basis says how much rests on the document, on opening stock and on records', () => {
  assert.deepEqual(basisText({ document: 62, opening: 0, records: 3 }, '2023-08'), [
    '文件基期（2023-08）62、记录3',
    '62 from the document (2023-08), 3 from records',
  ]);
});
