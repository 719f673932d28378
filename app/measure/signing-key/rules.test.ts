import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedActions, logNameOf } from './rules.ts';

const key = { state: 'pending', purpose: 'institute', instituteId: 'i', requestedBy: 'a' } as const;
const asker = (personId: string, organizationId: string, ...permits: string[]) => ({ personId, organizationId, permits: new Set(permits) });
const administrator = asker('b', 'city', 'signing-key.govern');
const manager = asker('a', 'i', 'signing-key.manage');

test('who asked for a key or its end does not confirm it', () => {
  assert.deepEqual(allowedActions(key, undefined, administrator), ['confirm', 'decline']);
  assert.deepEqual(allowedActions(key, undefined, manager), []);
  assert.deepEqual(allowedActions(key, undefined, asker('a', 'i', 'signing-key.manage', 'signing-key.govern')), ['decline']);
  const active = { ...key, state: 'active' } as const;
  assert.deepEqual(allowedActions(active, undefined, manager), ['requestRevocation']);
  assert.deepEqual(allowedActions(active, undefined, asker('c', 'other', 'signing-key.manage')), []);
  assert.deepEqual(allowedActions(active, { requestedBy: 'a' }, administrator), ['confirmRevocation', 'declineRevocation']);
  assert.deepEqual(allowedActions(active, { requestedBy: 'b' }, administrator), []);
  assert.deepEqual(allowedActions({ ...key, state: 'revoked' }, undefined, administrator), []);
});

test('a log is called by where it stands, and a demonstration by a name that nobody can own', () => {
  assert.equal(logNameOf('https://jl.nantong.gov.cn/', false), 'jl.nantong.gov.cn/log');
  assert.equal(logNameOf('http://127.0.0.1:8080', true), 'demonstration.invalid/127.0.0.1:8080/log');
});
