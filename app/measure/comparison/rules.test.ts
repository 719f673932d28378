import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allowedComparisonActions, stateAt } from './rules.ts';
import { commitmentOf, contentFormat, digestOfAll, type SealedContent } from './rules/commitment.ts';
import { evaluateRound, type Laboratory } from './rules/evaluate.ts';
import type { Method } from './rules/method.ts';
import { checkResults, type Point, type Result } from './rules/result.ts';
import { checkRoute, proposeLegs, type RouteKind } from './rules/route.ts';
import { consequencesOf, isMissing } from './rules/standing.ts';
import { exportFormat, verifyRound, type ExportedRound } from './rules/verify.ts';

const point = (more: Partial<Point> = {}): Point => ({
  id: 'P1',
  name: '100 g',
  unit: 'g',
  decimals: 4,
  sigma: null,
  uTransfer: null,
  ...more,
});
const result = (value: string, U: string, more: Partial<Result> = {}): Result => ({ point: 'P1', value, unit: 'g', U, k: '2', ...more });
const laboratories = (...all: readonly (readonly [value: string, U: string])[]): Laboratory[] =>
  all.map(([value, U], index) => ({ code: index + 1, results: [result(value, U)], state: 'revealed' }));
const en: Method = { reference: 'weighted-mean', scores: ['en'], k: '2' };
const scoresOf = (outcome: ReturnType<typeof evaluateRound>, kind = 'en'): number[] =>
  outcome.points[0]?.results.map(({ scores }) => Number(scores.find((score) => score.kind === kind)?.value ?? NaN)) ?? [];
const near = (found: readonly number[], expected: readonly number[], size: number): void => {
  assert.equal(found.length, expected.length);
  found.forEach((value, index) => assert.ok(Math.abs(value - (expected[index] ?? NaN)) <= size, `${value} instead of ${expected[index]}`));
};

test('the weighted mean of four laboratories contains each of them: En with the correlation of JJF 1117', () => {
  // 100.005224, u .0020354, χ² 2.5226, Birge 0.917; En .523 −.178 −.640 .176: computed independently, the formula of JJF 1117-2010.
  const outcome = evaluateRound(
    [point()],
    en,
    laboratories(['100.010', '0.010'], ['100.004', '0.008'], ['99.998', '0.012'], ['100.006', '0.006']),
    1,
  );
  const { reference, notes } = outcome.points[0] ?? assert.fail();
  near(
    [Number(reference?.value), Number(reference?.u), Number(reference?.chiSquare), Number(reference?.birge)],
    [100.005224, 0.0020354, 2.5226, 0.917],
    5e-4,
  );
  near(scoresOf(outcome), [0.523, -0.178, -0.64, 0.176], 5e-4);
  assert.deepEqual(notes, []);
  assert.deepEqual(
    outcome.laboratories.map((one) => one.result),
    ['satisfactory', 'satisfactory', 'satisfactory', 'satisfactory'],
  );
});

test('the value of the pilot as reference, with the instability of the travelling standard', () => {
  const own = laboratories(['100.003', '0.006'], ['100.012', '0.010']);
  const without = evaluateRound([point()], { ...en, reference: 'pilot' }, own, 1);
  near(scoresOf(without).slice(1), [0.772], 5e-4);
  assert.equal(without.laboratories[0]?.result, 'reference');
  const drifting = evaluateRound([point({ uTransfer: '0.002' })], { ...en, reference: 'pilot' }, own, 1);
  near(scoresOf(drifting).slice(1), [0.73], 5e-4);
  const zeta = evaluateRound([point()], { ...en, reference: 'pilot', scores: ['zeta'] }, own, 1);
  near(scoresOf(zeta, 'zeta').slice(1), [1.543], 5e-4);
  assert.equal(zeta.laboratories[1]?.result, 'satisfactory');
});

test('the robust mean by algorithm A, z and z′', () => {
  const values = '10.02 9.98 10.05 9.95 10.01 10.03 9.97 10.00 10.04 10.50 9.99 10.02'.split(' ');
  const all = laboratories(...values.map((value) => [value, '0.02'] as const));
  const outcome = evaluateRound([point()], { reference: 'robust-mean', scores: ['z-prime', 'z'], k: '2' }, all, 1);
  const found = outcome.points[0] ?? assert.fail();
  near([Number(found.reference?.value), Number(found.sigma), Number(found.reference?.u)], [10.011, 0.038759, 0.013986], 5e-5);
  const [z, prime] = [scoresOf(outcome, 'z'), scoresOf(outcome, 'z-prime')];
  near([z[2] ?? 0, z[3] ?? 0], [1.006, -1.574], 1e-3);
  near([z[9] ?? 0, prime[9] ?? 0], [12.62, 11.87], 1e-2);
  near([prime[2] ?? 0, prime[3] ?? 0], [0.946, -1.48], 1e-3);
  assert.ok(found.notes.includes('use-z-prime'));
  assert.equal(outcome.laboratories[9]?.result, 'unsatisfactory');
});

test('published vectors of scores', () => {
  // ISO 13528:2022 clause 9 definitions: closed form.
  const cases = [
    { x: '10.6', sigma: '0.25', u: '0', kind: 'z', score: 2.4, verdict: 'questionable' },
    { x: '9.2', sigma: '0.25', u: '0', kind: 'z', score: -3.2, verdict: 'unsatisfactory' },
    { x: '10.3', sigma: '0.25', u: '0', kind: 'z', score: 1.2, verdict: 'satisfactory' },
    { x: '10.6', sigma: '0.25', u: '0.2', kind: 'z-prime', score: 2.228344058124622, verdict: 'questionable' },
  ] as const;
  for (const { x, sigma, u, kind, score, verdict } of cases) {
    const pilot = { code: 1, results: [result('10', u === '0' ? '0.0000001' : u)], state: 'revealed' } as const;
    const outcome = evaluateRound(
      [point({ sigma })],
      { reference: 'pilot', scores: [kind], k: '2' },
      [pilot, { code: 2, results: [result(x, '0.3')], state: 'revealed' }],
      1,
    );
    near(scoresOf(outcome, kind).slice(1), [score], 1e-9);
    assert.equal(outcome.laboratories[1]?.result, verdict);
  }
});

test('who is left out of the reference is scored all the same, without the correlation', () => {
  const all = laboratories(['100.010', '0.010'], ['100.004', '0.008'], ['100.090', '0.012'], ['100.006', '0.006']);
  const whole = evaluateRound([point()], en, all, 1);
  assert.deepEqual(whole.points[0]?.notes, ['inconsistent']);
  const without = evaluateRound([point()], en, all, 1, [{ code: 3, point: null, reason: '测量时砝码有磕碰' }]);
  assert.deepEqual(without.points[0]?.notes, []);
  assert.deepEqual(without.points[0]?.reference?.contributors, [1, 2, 4]);
  assert.equal(without.laboratories[2]?.result, 'unsatisfactory');
});

test('numbers given to the laboratories change no score', () => {
  const digits = fc
    .integer({ min: 99_900, max: 100_100 })
    .map((whole) => `${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}`);
  const U = fc.integer({ min: 1, max: 40 }).map((whole) => `0.0${String(whole).padStart(2, '0')}`);
  const methods: Method[] = [
    en,
    { reference: 'robust-mean', scores: ['z', 'en'], k: '2' },
    { reference: 'pilot', scores: ['en', 'zeta'], k: '2' },
  ];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(digits, U), { minLength: 2, maxLength: 9 }).chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(
            all.map((_, index) => index + 1),
            { minLength: all.length },
          ),
          fc.constantFrom(...methods),
        ),
      ),
      ([all, codes, method]) => {
        const given = laboratories(...all);
        const relabelled = given.map((one, index) => ({ ...one, code: codes[index] ?? 0 }));
        const [before, after] = [evaluateRound([point()], method, given, 1), evaluateRound([point()], method, relabelled, codes[0] ?? 0)];
        given.forEach(({ code }, index) => {
          const [one, other] = [before, after].map((outcome, which) =>
            outcome.points[0]?.results.find((found) => found.code === (which === 0 ? code : codes[index])),
          );
          assert.deepEqual(other?.scores, one?.scores);
          assert.equal(other?.verdict, one?.verdict);
        });
      },
    ),
    { numRuns: 60 },
  );
});

test('what a laboratory reports is refused or remarked upon with the reason', () => {
  const points = [point(), point({ id: 'P2', name: '200 g' })];
  const faults = (...results: Result[]) => checkResults(points, results).faults;
  const second = result('200.0010', '0.0012', { point: 'P2' });
  assert.deepEqual(checkResults(points, [result('100.0010', '0.0012'), second]), {
    usable: [result('100.0010', '0.0012'), second],
    faults: [],
    remarks: [],
  });
  assert.deepEqual(faults(second), [{ point: 'P1', fault: 'point-missing' }]);
  const cases: readonly (readonly [Result, string])[] = [
    [result('100.0010', ''), 'no-uncertainty'],
    [result('100.0010', '0'), 'uncertainty-form'],
    [result('100.0010', '-0.1'), 'uncertainty-form'],
    [result('100,0010', '0.0012'), 'value-form'],
    [result('100.0010', '0.0012', { unit: 'kg' }), 'wrong-unit'],
    [result('100.0010', '0.0012', { k: '0.5' }), 'factor-form'],
    [result('100.00101', '0.0012'), 'too-many-digits'],
  ];
  for (const [one, fault] of cases) assert.deepEqual(faults(one, second), [{ point: 'P1', fault }]);
  assert.deepEqual(faults(result('100.0010', '0.0012'), result('100.0011', '0.0012'), second), [{ point: 'P1', fault: 'point-twice' }]);
  assert.deepEqual(faults(result('100.0010', '0.0012'), second, result('1', '1', { point: 'P9' })), [
    { point: 'P9', fault: 'point-unknown' },
  ]);
  assert.deepEqual(
    checkResults([point()], [result('100.00', '0.00123')]).remarks.map(({ remark }) => remark),
    ['fewer-digits', 'uncertainty-digits', 'uncertainty-place'],
  );
});

const contentOf = (participant: string, value: string): SealedContent => ({
  format: contentFormat,
  comparison: '00000000-0000-4000-8000-000000000000',
  participant,
  nonce: 'ab'.repeat(32),
  results: [result(value, '0.0100')],
});

test('a commitment fixes the values: another digit, nonce, laboratory or round has another digest', () => {
  const content = contentOf('00000000-0000-4000-8000-000000000001', '100.0000');
  const committed = commitmentOf(content);
  assert.match(committed, /^[0-9a-f]{64}$/);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }).map((n) => `100.${String(n).padStart(4, '0')}`),
      (value) => {
        assert.notEqual(commitmentOf({ ...content, results: [result(value, '0.0100')] }), committed);
      },
    ),
  );
  assert.notEqual(commitmentOf({ ...content, nonce: 'ac'.repeat(32) }), committed);
  assert.notEqual(commitmentOf({ ...content, participant: '00000000-0000-4000-8000-000000000002' }), committed);
  assert.notEqual(commitmentOf({ ...content, results: [result('100.000', '0.0100')] }), committed, 'zeros at the end are part of a value');
});

function exported(): ExportedRound {
  const ids = [1, 2, 3, 4].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
  const values = ['100.0010', '100.0040', '99.9980'];
  const contents = values.map((value, index) => contentOf(ids[index] ?? '', value));
  const commitments = contents.map((content) => ({
    participant: content.participant,
    number: 1,
    digest: commitmentOf(content),
    at: '2026-11-20T02:00:00.000Z',
    keeping: 'own' as const,
  }));
  const all = ids.map((_, index): Laboratory => {
    const results = contents[index]?.results;
    return results === undefined ? { code: index + 1, results: null, state: 'missed' } : { code: index + 1, results, state: 'revealed' };
  });
  return {
    format: exportFormat,
    comparison: contents[0]?.comparison ?? '',
    title: '砝码比对',
    points: [point()],
    method: en,
    commitUntil: '2026-11-21T00:00:00.000Z',
    revealUntil: '2026-11-25T00:00:00.000Z',
    pilot: 1,
    participants: ids.map((participant, index) => ({ code: index + 1, participant })),
    commitments,
    commitmentsDigest: digestOfAll(commitments),
    reveals: contents.map((content) => ({ content, at: '2026-11-22T00:00:00.000Z' })),
    exclusions: [],
    outcome: evaluateRound([point()], en, all, 1),
  };
}

test('a third party verifies a round from its export, and finds what was changed in it', () => {
  const whole = exported();
  assert.deepEqual(verifyRound(whole), {
    ok: true,
    participants: [1, 2, 3].map((code) => ({ code, state: 'revealed' })).concat([{ code: 4, state: 'missed' }]),
    findings: [],
    scoresAgree: true,
  });
  const kinds = (round: ExportedRound): string[] => [...new Set(verifyRound(round).findings.map(({ kind }) => kind))];
  const [first, ...others] = whole.reveals;
  assert.ok(first !== undefined);
  const forged = { ...first, content: { ...first.content, results: [result('100.0020', '0.0100')] } };
  assert.deepEqual(kinds({ ...whole, reveals: [forged, ...others] }), ['mismatch', 'scores-differ']);
  assert.deepEqual(kinds({ ...whole, reveals: [{ ...first, at: '2026-11-20T23:00:00Z' }, ...others] }).includes('revealed-early'), true);
  assert.deepEqual(kinds({ ...whole, reveals: [...whole.reveals, first] }), ['revealed-twice']);
  const [commitment, ...rest] = whole.commitments;
  assert.ok(commitment !== undefined);
  assert.ok(kinds({ ...whole, commitments: [{ ...commitment, at: '2026-11-21T00:00:01Z' }, ...rest] }).includes('committed-late'));
  assert.ok(kinds({ ...whole, commitments: rest }).includes('commitments-changed'));
  const better = JSON.parse(JSON.stringify(whole)) as ExportedRound;
  Object.assign(better.outcome?.points[0]?.results[0]?.scores[0] ?? {}, { value: '0.1' });
  assert.deepEqual(kinds(better), ['scores-differ']);
});

test('routes reach every laboratory, come back to the pilot, and are in time', () => {
  for (const kind of ['loop', 'star', 'petal'] as RouteKind[]) {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{4}$/), { minLength: 1, maxLength: 8 }), (names) => {
        const legs = proposeLegs({ kind, pilot: 'pilot', laboratories: names, artefact: 'A1', start: '2026-03-02', daysEach: 7 });
        const lastDay = '2027-03-01';
        assert.equal(checkRoute({ kind, legs, artefacts: ['A1'], pilot: 'pilot', laboratories: names, lastDay }), undefined);
        const without = checkRoute({ kind, legs: legs.slice(1), artefacts: ['A1'], pilot: 'pilot', laboratories: names, lastDay });
        assert.notEqual(without, undefined);
      }),
      { numRuns: 20 },
    );
  }
  const legs = proposeLegs({ kind: 'loop', pilot: 'p', laboratories: ['a', 'b'], artefact: 'A1', start: '2026-03-02', daysEach: 7 });
  const route = { kind: 'loop' as const, legs, artefacts: ['A1'], pilot: 'p', laboratories: ['a', 'b'], lastDay: '2026-03-09' };
  assert.equal(checkRoute(route), undefined);
  assert.equal(checkRoute({ ...route, lastDay: '2026-03-08' }), 'too-late');
  assert.equal(checkRoute({ ...route, laboratories: ['a', 'b', 'c'] }), 'left-out');
  assert.equal(checkRoute({ ...route, artefacts: ['A2'] }), 'artefact-unknown');
  assert.equal(checkRoute({ ...route, kind: 'star' }), 'not-the-form');
});

test('the clock moves a round: sealed until the deadline, closed to all eyes until everything is revealed or time is over', () => {
  const times = {
    stored: 'under-way' as const,
    commitUntil: '2026-11-21T00:00:00Z',
    revealUntil: '2026-11-25T00:00:00Z',
    revealedAt: null,
  };
  assert.equal(stateAt(times, '2026-11-20T23:59:59Z'), 'sealing');
  assert.equal(stateAt(times, '2026-11-21T00:00:00.000Z'), 'revealing');
  assert.equal(stateAt({ ...times, revealedAt: '2026-11-22T00:00:00Z' }, '2026-11-22T00:00:01Z'), 'opened');
  assert.equal(stateAt(times, '2026-11-25T00:00:00Z'), 'opened');
  assert.equal(stateAt({ ...times, stored: 'final' }, '2030-01-01T00:00:00Z'), 'final');
});

test('each part has its deeds, and only with its permit', () => {
  const all = { permits: new Set(['comparison.organize', 'comparison.participate']) };
  assert.deepEqual(allowedComparisonActions('sealing', ['member'], all), ['withdraw', 'commit']);
  assert.deepEqual(allowedComparisonActions('sealing', ['member'], { permits: new Set(['comparison.read']) }), []);
  assert.deepEqual(allowedComparisonActions('opened', ['organizer'], all), ['evaluate', 'report']);
  assert.deepEqual(allowedComparisonActions('opened', ['organizer'], { permits: new Set(['comparison.participate']) }), []);
  assert.deepEqual(allowedComparisonActions('cancelled', ['organizer', 'pilot', 'member'], all), []);
});

test('consequences are proposals; whoever had to take part and gave nothing is missing', () => {
  assert.deepEqual(consequencesOf('satisfactory', 'mandatory'), []);
  assert.ok(consequencesOf('unsatisfactory', 'voluntary').includes('demand-correction'));
  assert.equal(isMissing('missed', 'mandatory'), true);
  assert.equal(isMissing('missed', 'voluntary'), false);
  assert.equal(isMissing('unrevealed', 'mandatory'), true);
});
