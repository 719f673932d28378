import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citationOf, evaluationCode, readCitation } from './citation.ts';
import { differencesOf } from './comparison.ts';
import { distributionNames, parametersOf } from './distribution.ts';
import { mayRelease, mayRevise, mayWithdraw } from './life-cycle.ts';

const caller = (personId: string, ...permits: string[]) => ({ personId, organizationId: 'institute', permits: new Set(permits) });
const draft = { state: 'drafted', organizationId: 'institute', personId: 'writer' } as const;

test('a draft is released by another person of the institute who may release, and only while it is a draft', () => {
  const manager = caller('manager', 'uncertainty.release', 'uncertainty.write');
  assert.ok(mayRelease(draft, manager));
  assert.ok(!mayRelease(draft, caller('writer', 'uncertainty.release')));
  assert.ok(!mayRelease(draft, caller('manager', 'uncertainty.write')));
  assert.ok(!mayRelease({ ...draft, organizationId: 'another' }, manager));
  for (const state of ['in-force', 'superseded', 'withdrawn'] as const) assert.ok(!mayRelease({ ...draft, state }, manager));
});

test('a writer takes a draft back, and only who may release withdraws what is in force', () => {
  const writer = caller('writer', 'uncertainty.write');
  const manager = caller('manager', 'uncertainty.release');
  assert.ok(mayWithdraw(draft, writer));
  assert.ok(!mayWithdraw(draft, caller('colleague', 'uncertainty.write')));
  assert.ok(!mayWithdraw({ ...draft, state: 'in-force' }, writer));
  assert.ok(mayWithdraw({ ...draft, state: 'in-force' }, manager));
  assert.ok(!mayWithdraw({ ...draft, state: 'withdrawn' }, manager));
  assert.ok(mayRevise(draft, writer) && !mayRevise({ organizationId: 'another' }, writer));
});

test('a citation names an evaluation and a version, and is read back', () => {
  const code = evaluationCode('320685', 2026, 1);
  assert.equal(code, 'UE320685-2026-0001');
  assert.equal(citationOf(code, 2), 'UE320685-2026-0001.2');
  assert.deepEqual(readCitation('UE320685-2026-0001.12'), { code, version: 12 });
  for (const wrong of [code, `${code}.0`, `${code}.01`, 'UE-1', `${code}.2 `, '']) assert.equal(readCitation(wrong), undefined, wrong);
  assert.throws(() => evaluationCode('320685', 2026, 0), RangeError);
});

test('two versions are compared place by place, with the digits that were written', () => {
  const before = '{"coverage":0.95,"inputs":{"a":{"u":1.5,"readings":[1,2]},"b":{"u":1}},"correlations":[{"r":0.1}]}';
  const after = '{"coverage":0.95,"inputs":{"a":{"u":1.50,"readings":[1,2,3]},"c":{"u":1}},"correlations":[{"r":0.2}]}';
  assert.deepEqual(differencesOf(before, after), [
    { place: 'inputs.a.u', before: '1.5', after: '1.50' },
    { place: 'inputs.a.readings', before: '1, 2', after: '1, 2, 3' },
    { place: 'inputs.b.u', before: '1', after: null },
    { place: 'correlations[0].r', before: '0.1', after: '0.2' },
    { place: 'inputs.c.u', before: null, after: '1' },
  ]);
  assert.deepEqual(differencesOf(before, before), []);
});

test('every distribution has a form, with limits or middle and half-width where it spans an interval', () => {
  assert.deepEqual(
    parametersOf('rectangular', 'limits').map(({ name }) => name),
    ['lower', 'upper', 'dof'],
  );
  assert.deepEqual(
    parametersOf('trapezoidal', 'middle').map(({ name }) => name),
    ['mean', 'halfWidth', 'beta', 'dof'],
  );
  for (const name of distributionNames) {
    const names = parametersOf(name, 'limits').map((parameter) => parameter.name);
    assert.deepEqual([...new Set(names)], names, name);
  }
});
