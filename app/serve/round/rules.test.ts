import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { requestStepNames } from '../../measure/request/rules/step.ts';
import { defaultKeyOf, isDraftDue } from './rules/default.ts';
import { estimatedMinutes, minutesOf } from './rules/minutes.ts';
import { partsOf } from './rules/part.ts';
import { summaryOf } from './rules/summary.ts';
import { allowedRoundActions, percentOf, progressStageNames, stepsFrom } from './rules.ts';

const manager = { organizationId: 'institute', permits: new Set(['round.manage']) };

test('only the manager of the institute decides about its round, and nothing is done with one that is over', () => {
  const drafted = { state: 'drafted', instituteId: 'institute' } as const;
  assert.deepEqual(allowedRoundActions(drafted, manager), ['change', 'plan', 'announce', 'cancel']);
  assert.deepEqual(allowedRoundActions(drafted, { ...manager, organizationId: 'other' }), []);
  assert.deepEqual(allowedRoundActions(drafted, { ...manager, permits: new Set(['round.read']) }), []);
  for (const state of ['finished', 'cancelled'] as const) assert.deepEqual(allowedRoundActions({ ...drafted, state }, manager), []);
});

test('a later stage is part of every earlier one, and refused or withdrawn instruments stay at the beginning', () => {
  progressStageNames.reduce((wider, stage) => {
    const steps = stepsFrom(stage);
    assert.ok(steps.every((step) => wider.includes(step)));
    return steps;
  }, requestStepNames as string[]);
  assert.deepEqual(stepsFrom('issued'), ['issued', 'fetched']);
  assert.ok(!stepsFrom('booked').includes('withdrawn'));
});

test('a share is never rounded up to done, and nothing of nothing has no share', () => {
  assert.deepEqual([percentOf(199, 200), percentOf(200, 200), percentOf(0, 0)], [99, 100, null]);
});

test('parts of a place hold every instrument once and no more than a day', () => {
  const work = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(work, fc.integer({ min: 60, max: 400 }), (minutes, day) => {
      const instruments = minutes.map((each, index) => ({ id: String(index), minutes: each }));
      const parts = partsOf(instruments, day);
      assert.deepEqual(parts.flat(), instruments);
      for (const part of parts) assert.ok(part.reduce((sum, one) => sum + one.minutes, 0) <= day);
    }),
  );
});

test('a default round is drafted when half of it is due or the first falls due soon, and never for nothing', () => {
  assert.equal(isDraftDue({ total: 100, due: 50, earliest: '2027-02-01' }, '2026-11-23'), true);
  assert.equal(isDraftDue({ total: 100, due: 49, earliest: '2027-02-01' }, '2026-11-23'), false);
  assert.equal(isDraftDue({ total: 100, due: 1, earliest: '2026-12-23' }, '2026-11-23'), true);
  assert.equal(isDraftDue({ total: 100, due: 1, earliest: '2026-12-24' }, '2026-11-23'), false);
  assert.equal(isDraftDue({ total: 10, due: 0, earliest: null }, '2026-11-23'), false);
  assert.notEqual(defaultKeyOf('320685', 'village-clinic', '2026-12-31'), defaultKeyOf('320685', 'village-clinic', '2027-01-01'));
});

test('what the institute has not recorded is an estimate and says so', () => {
  assert.deepEqual(minutesOf(new Map(), 'taximeter'), { minutes: estimatedMinutes, isEstimate: true });
  assert.deepEqual(minutesOf(new Map([['taximeter', 45]]), 'taximeter'), { minutes: 45, isEstimate: false });
});

test('a proposal says in both languages what was found, how good it is, or why nothing was', () => {
  const planned = {
    outcome: 'planned',
    visits: [{ stop: 'a', day: '2026-12-01', team: 1, position: 1 }],
    days: [{ day: '2026-12-01', team: 1, workMinutes: 60, travelMinutes: 30 }],
    travelMinutes: 30,
    gap: 0.021,
    fewestDays: true,
  } as const;
  const said = summaryOf('solved', 'route', planned);
  assert.match(said.map(([zh]) => zh).join(), /1 个组日.*最少.*2\.1%/);
  assert.match(said.map(([, en]) => en).join(), /1 team-days.*2\.1%/);
  const none = { outcome: 'infeasible', unqualified: ['x'], tooLong: [], proven: true, teamDays: 3, needed: null } as const;
  assert.match(summaryOf('infeasible', 'route', none)[0]?.[0] ?? '', /1 处.*资格/);
  assert.match(summaryOf('failed', 'load', { failure: 'x' })[0]?.[0] ?? '', /重新求解/);
  assert.deepEqual(summaryOf('solving', 'load', null), []);
});
