import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../../kernel/caller.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { allowedActions, allowedLetterActions, isEntitled } from './actions.ts';

const caller = (
  permits: string[],
  organizationId: string,
  scope: Scope = { kind: 'organization', organization: organizationId },
): Caller => ({
  personId: 'p',
  name: '',
  roles: [],
  permits: new Set(permits),
  organizationId,
  region: '320600',
  scope,
  sessionId: '',
});
const item = { organizationId: 'bureau', region: '320685', partners: ['partner'], state: 'planned' as const, extensionAsked: false };

test('the body that carries an item out reports, finishes, asks for more time or withdraws', () => {
  assert.deepEqual(allowedActions(item, caller(['task.report'], 'bureau')), ['report', 'finish', 'extend', 'withdraw']);
});

test('a partner says what it did but not that the whole is done', () => {
  assert.deepEqual(allowedActions(item, caller(['task.report'], 'partner')), ['report']);
});

test('a county’s regulator acts for its county and not for another', () => {
  assert.ok(allowedActions(item, caller(['task.report'], 'x', { kind: 'region', region: '320685' })).includes('finish'));
  assert.deepEqual(allowedActions(item, caller(['task.report'], 'x', { kind: 'region', region: '320682' })), []);
});

test('only the plan office confirms, and only what was reported done', () => {
  const office = caller(['task.oversee'], 'office', { kind: 'city' });
  assert.deepEqual(allowedActions(item, office), []);
  assert.deepEqual(allowedActions({ ...item, state: 'reported' }, office), ['confirm', 'return']);
  assert.deepEqual(allowedActions({ ...item, state: 'confirmed' }, office), []);
});

test('while one extension waits for its decision no second one is asked', () => {
  assert.ok(!allowedActions({ ...item, extensionAsked: true }, caller(['task.report'], 'bureau')).includes('extend'));
});

test('an issued letter is never changed again', () => {
  const office = caller(['task.oversee'], 'office');
  assert.deepEqual(allowedLetterActions('drafted', office), ['revise', 'issue', 'discard']);
  assert.deepEqual(allowedLetterActions('issued', office), []);
  assert.deepEqual(allowedLetterActions('drafted', caller(['task.report'], 'bureau')), []);
});

test('a body breaks down only the tasks that name it; a county government stands for all county governments', () => {
  const task8 = ['county-governments', 'market-regulation'];
  assert.equal(isEntitled(task8, { kind: 'government', body: null }), true);
  assert.equal(isEntitled(task8, { kind: 'body', body: 'education' }), false);
  assert.equal(isEntitled(['market-regulation'], { kind: 'government', body: null }), false);
  assert.equal(isEntitled([], { kind: 'body', body: 'education' }), true);
});
