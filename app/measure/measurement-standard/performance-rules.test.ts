import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { addDays } from '../../kernel/day.ts';
import { dueOf } from './rules/performance.ts';
import { issueOf, type Earlier, type StabilityTest, type VerificationTest } from './rules/performance-answer.ts';
import { proposeInterval, type Found, type IntervalQuestion } from './rules/performance-interval.ts';
import { judge, standingCriterion } from './rules/performance-judge.ts';
import { earlierOf, seriesChart, seriesOf } from './rules/performance-series.ts';

const readings = ['10.0012', '10.0015', '10.0011', '10.0014', '10.0013', '10.0012', '10.0016', '10.0013', '10.0012', '10.0014'];
const repeated = (reported: string | null) =>
  ({ kind: 'repeatability', groups: [readings], reported, reportedFrom: reported === null ? null : '技术报告 八' }) as const;
const before = (more: Partial<Earlier>): Earlier => ({
  day: '2025-11-01',
  mean: null,
  groups: [],
  s: null,
  limit: null,
  verdict: 'pass',
  outcome: null,
  ...more,
});

function refused(work: () => unknown, place: string): void {
  assert.throws(work, (error: unknown) => error instanceof InvalidInput && error.place === place && /[\u4e00-\u9fff]/.test(error.text[0]));
}

test('a first repeatability test has nothing to be held against; the next one is held against it', () => {
  const first = judge(repeated(null), [], null);
  assert.deepEqual([first.verdict, first.value, first.limit, first.means], ['unjudged', '0.00015492', null, ['10.00132']]);
  const known = before({ s: '0.0002', verdict: 'unjudged' });
  assert.deepEqual([judge(repeated(null), [known], null).verdict, judge(repeated(null), [known], null).limit], ['pass', '0.0002']);
  const strict = judge(repeated('0.0001549193'), [known], null);
  assert.equal(strict.verdict, 'fail');
  assert.match(strict.sentences[1]?.[0] ?? '', /重新评定.*测量不确定度/);
});

test('after the uncertainty was evaluated again its s is the criterion; otherwise the earlier one stays', () => {
  const first = before({ s: '0.0002', verdict: 'unjudged' });
  const worse = before({ s: '0.0005', limit: '0.0002', verdict: 'fail', day: '2026-01-01' });
  assert.equal(standingCriterion([first, worse])?.s, '0.0002');
  assert.equal(standingCriterion([first, { ...worse, outcome: 're-evaluated' }])?.s, '0.0005');
  assert.equal(standingCriterion([first, { ...worse, outcome: 'repaired' }, before({ s: '0.0001', limit: '0.0002' })])?.s, '0.0002');
  assert.equal(standingCriterion([]), null);
});

const stability = (more: Partial<StabilityTest>): StabilityTest => ({
  kind: 'stability',
  method: 'check-standard',
  phase: 'new',
  use: 'nominal',
  limit: '0.0005',
  limitFrom: 'JJG 99',
  groups: ['10.00132', '10.00141', '10.00128', '10.00137'].map((mean, index) => ({ day: `2026-0${index * 2 + 1}-02`, readings: [mean] })),
  previous: null,
  stated: null,
  ...more,
});

test('stability of a standard to be set up, and the wrong intervals and limits that are refused', () => {
  const { verdict, value, relation } = judge(stability({}), [], null);
  assert.deepEqual([verdict, value, relation], ['pass', '0.00013', '<']);
  assert.equal(judge(stability({ use: 'correction', limit: '0.00013' }), [], null).verdict, 'fail');
  refused(() => judge(stability({ limit: null }), [], null), 'limit');
  refused(() => judge(stability({ limit: '-1' }), [], null), 'limit');
  refused(() => judge(stability({ groups: stability({}).groups.slice(1) }), [], null), 'groups');
  const close = stability({}).groups.map((group, index) => ({ ...group, day: `2026-01-0${index + 1}` }));
  refused(() => judge(stability({ groups: close }), [], null), 'groups[1].day');
});

test('stability in use is the change since the last record, or since what a paper record says', () => {
  const now = stability({ phase: 'in-use', groups: [{ day: '2026-11-01', readings: ['10.00132'] }] });
  refused(() => judge(now, [], null), 'previous');
  const last = before({ mean: '10.00141', day: '2025-11-05' });
  assert.deepEqual([judge(now, [last], null).value, judge(now, [last], null).verdict], ['0.00009', 'pass']);
  const typed = { ...now, previous: { day: '2025-10-01', mean: '10.0020', from: '2025 年记录' } };
  assert.equal(judge(typed, [last], null).verdict, 'fail');
  refused(() => judge({ ...typed, previous: { ...typed.previous, day: '2026-11-01' } }, [], null), 'previous.day');
  refused(() => judge({ ...now, groups: [...now.groups, ...now.groups] }, [last], null), 'groups');
});

test('a method of the regulation is judged by the relation that its clause has', () => {
  const by = (value: string, relation: 'below' | 'at-most', limit: string) =>
    judge(stability({ method: 'regulation-method', limit, stated: { value, relation, clause: 'JJG 146 6.4' } }), [], null).verdict;
  assert.deepEqual([by('0.5', 'below', '0.5'), by('0.5', 'at-most', '0.5'), by('-0.6', 'at-most', '0.5')], ['fail', 'pass', 'fail']);
  refused(() => judge(stability({ method: 'regulation-method' }), [], null), 'stated');
});

test('a control chart judges from the fourth group on, by limits that the engine computes', () => {
  const group = (shift: number) => readings.map((reading) => (Number(reading) + shift).toFixed(4));
  const earlier = [0, 0.0001, -0.0001].map((shift, index) => before({ groups: [group(shift)], day: `2025-0${index + 1}-10` }));
  const chart = (shift: number) =>
    stability({ method: 'control-chart', phase: 'in-use', limit: null, groups: [{ day: '2026-11-01', readings: group(shift) }] });
  assert.equal(judge(chart(0), earlier.slice(1), null).verdict, 'unjudged');
  const calm = judge(chart(0), earlier, null);
  assert.deepEqual([calm.verdict, calm.relation], ['pass', null]);
  assert.match(calm.limit ?? '', /^10\.001.* … 10\.001/);
  assert.ok(calm.sentences.some(([zh]) => zh.includes('临时控制限')));
  assert.equal(judge(chart(0.002), earlier, null).verdict, 'fail');
});

const transfer: VerificationTest = {
  kind: 'verification',
  method: 'transfer',
  own: { y: '100.012', U: '0.010' },
  k: '2',
  others: [{ laboratory: '上级机构', y: '100.003', U: '0.006' }],
};

test('results are verified by transfer and by comparison', () => {
  const answer = judge(transfer, [], null);
  assert.deepEqual([answer.value, answer.limit, answer.verdict], ['0.009', '0.011662', 'pass']);
  const others = ['100.005', '100.003', '100.008'].map((y) => ({ laboratory: y, y, U: '0.010' }));
  const compared = judge({ ...transfer, method: 'comparison', others }, [], null);
  assert.deepEqual([compared.value, compared.limit, compared.verdict], ['0.005', '0.0086603', 'pass']);
  const unlike = others.map((one) => ({ ...one, U: '0.030' }));
  assert.ok(
    judge({ ...transfer, method: 'comparison', others: unlike }, [], null).sentences.some(([zh]) => zh.includes('不确定度相差较大')),
  );
  refused(() => judge({ ...transfer, others: [] }, [], null), 'others');
  refused(() => judge({ ...transfer, own: { y: 'x', U: '1' } }, [], null), 'laboratory.y');
});

test('an intermediate check follows its plan', () => {
  const check = { kind: 'intermediate-check', plan: 'p', readings: ['100.002', '100.004'] } as const;
  const rule = { criterion: 'limit', reference: '100.000', limit: '0.003', ownU: null, referenceU: null } as const;
  assert.deepEqual([judge(check, [], rule).verdict, judge(check, [], rule).means], ['pass', ['100.003']]);
  const en = { ...rule, criterion: 'en', limit: null, ownU: '0.002', referenceU: '0.001' } as const;
  assert.deepEqual([judge(check, [], en).verdict, judge(check, [], en).value], ['fail', '1.3416']);
  assert.equal(judge(check, [], { ...rule, criterion: 'chart', reference: null, limit: null }).verdict, 'unjudged');
  refused(() => judge(check, [], null), 'plan');
});

test('the place of a fault is a path of the form', () => {
  const faultOf = (test: Parameters<typeof judge>[0]) => {
    try {
      judge(test, [], null);
    } catch (error) {
      return issueOf(test.kind, error as InvalidInput);
    }
    return undefined;
  };
  const fault = faultOf({ ...repeated(null), groups: [[...readings, 'x']] });
  assert.deepEqual(fault?.path, ['groups', 0, 10]);
  assert.doesNotMatch(fault.message[0], /readings/);
  assert.deepEqual(faultOf({ ...transfer, own: { y: '', U: '1' } })?.path, ['own', 'y']);
  assert.deepEqual(faultOf({ ...transfer, method: 'comparison', others: [{ laboratory: 'a', y: '1', U: '-1' }] })?.path, [
    'others',
    0,
    'U',
  ]);
});

test('tests are due after their period; what was never recorded is not overdue but unknown', () => {
  const due = (last: string | null, today: string) => dueOf(last, 12, today, addDays(today, 30));
  assert.deepEqual(due('2025-11-23', '2026-11-23'), { due: '2026-11-23', state: 'due-soon' });
  assert.equal(due('2025-11-22', '2026-11-23').state, 'overdue');
  assert.equal(due('2025-12-24', '2026-11-23').state, 'current');
  assert.deepEqual(due(null, '2026-11-23'), { due: null, state: 'never-recorded' });
  assert.equal(dueOf('2020-01-01', null, '2026-11-23', '2026-12-23').state, 'not-periodic');
});

test('a series is told by what may be compared, and its chart has the days of its groups', () => {
  const parts = { quantity: '质量 ', point: '10 g', unit: 'g', objectNumber: 'A1' };
  assert.equal(seriesOf({ ...parts, test: repeated(null) }), seriesOf({ ...parts, objectNumber: 'B2', test: repeated('1') }));
  assert.notEqual(seriesOf({ ...parts, test: stability({}) }), seriesOf({ ...parts, objectNumber: 'B2', test: stability({}) }));
  const { names, answer } = seriesChart([
    { test: stability({}), testedOn: '2026-07-02' },
    { test: stability({ phase: 'in-use', groups: [{ day: '2027-07-01', readings: ['10.0013'] }] }), testedOn: '2027-07-01' },
  ]);
  assert.deepEqual([names.length, answer?.points.length, answer?.chart], [5, 5, 'i-mr']);
  const earlier = earlierOf({ testedOn: '2026-07-02', test: stability({}), answer: judge(stability({}), [], null), outcome: null });
  assert.deepEqual([earlier.mean, earlier.s], ['10.00137', null]);
});

const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../packages/uncertainty/vectors/intervals.json'), 'utf8')) as {
  vectors: [
    { cases: { passfail?: number[]; intol?: number; n?: number; conf?: number; I0: number; target: number; interval: number }[] },
    {
      data: { dt: number[]; deltas: number[]; u0: number; y0: number };
      expected: { uncertainty_target: { utarget: number; interval: number }; reliability_target: { conf: number; interval: number } };
    },
  ];
};
const question = (more: Partial<IntervalQuestion>): IntervalQuestion => ({
  method: 'staircase',
  nominal: '0',
  limit: '1',
  target: 0.95,
  degree: 2,
  ...more,
});
const found = (value: string, day: string, more: Partial<Found> = {}): Found => ({ value, day, leftAt: null, U: null, k: null, ...more });

test('NCSLI RP-1 A3 through a history of certificates', () => {
  for (const { passfail, I0, target, interval, conf } of vectors[0].cases) {
    if (passfail === undefined || conf !== undefined) continue;
    const history = passfail.map((passed, index) => found(passed === 1 ? '0.5' : '-1.5', addDays('2000-01-01', index * 100)));
    const { days, uncapped } = proposeInterval(question({ method: 'attributes', target }), history, { days: I0, kind: 'calibration' });
    assert.ok(Math.abs((days ?? 0) - interval) <= 1, `${days} for ${interval}`);
    assert.equal(days, uncapped);
  }
});

test('NASA-HDBK-8739.19-5 through a history of certificates', () => {
  const { data, expected } = vectors[1];
  const [day, value] = [[...data.dt], [...data.deltas]];
  let [at, level] = [addDays('2000-01-01', 0), data.y0 - value.reduce((sum, one) => sum + one, 0)];
  const history: Found[] = [found(level.toFixed(3), at, { U: '0.56', k: '2' })];
  for (const [index, elapsed] of day.entries()) {
    at = addDays(at, elapsed);
    level += value[index]!;
    history.push(found(level.toFixed(3), at, { U: '0.56', k: '2' }));
  }
  const present = { days: 180, kind: 'calibration' } as const;
  const uncertainty = proposeInterval(
    question({ method: 'uncertainty', limit: String(expected.uncertainty_target.utarget) }),
    history,
    present,
  );
  assert.equal(uncertainty.days, Math.floor(expected.uncertainty_target.interval));
  const reliability = proposeInterval(
    question({ method: 'reliability', nominal: '10', limit: '1', target: expected.reliability_target.conf }),
    history,
    present,
  );
  assert.equal(reliability.days, Math.floor(expected.reliability_target.interval));
});

test('a proposal never exceeds the period of a verified standard, whatever the history', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 2, maxLength: 12 }),
      fc.integer({ min: 30, max: 1500 }),
      fc.constantFrom('staircase' as const, 'attributes' as const),
      (errors, days, method) => {
        const history = errors.map((error, index) => found((error / 1000).toFixed(3), addDays('2000-01-01', index * 200)));
        const verified = proposeInterval(question({ method }), history, { days, kind: 'verification' });
        assert.ok(verified.days !== null && verified.days >= 1 && verified.days <= days);
        const free = proposeInterval(question({ method }), history, { days, kind: 'calibration' });
        assert.equal(free.capped, false);
        assert.ok(free.days !== null && free.days <= days * 2);
      },
    ),
  );
});

test('an interval needs a usable history', () => {
  const present = { days: 365, kind: 'calibration' } as const;
  refused(() => proposeInterval(question({ method: 'attributes' }), [found('0', '2020-01-01')], present), 'history');
  const long = Array.from({ length: 6 }, (_, index) => found('0.1', addDays('2020-01-01', index * 300)));
  refused(() => proposeInterval(question({ method: 'uncertainty' }), long, present), 'history');
  refused(() => proposeInterval(question({ limit: '0' }), long, present), 'limit');
  assert.equal(proposeInterval(question({}), long, present).days, 456);
});
