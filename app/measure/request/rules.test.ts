import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedRequestActions, requestLifeCycle } from './rules.ts';

test('only the manager of the institute that has a request decides it', () => {
  const request = { status: 'submitted', instituteId: 'institute' } as const;
  const permits = new Set(['request.decide']);
  assert.deepEqual(allowedRequestActions(request, { organizationId: 'institute', permits }), ['accept', 'refuse', 'refer']);
  assert.deepEqual(allowedRequestActions(request, { organizationId: 'other', permits }), []);
  assert.deepEqual(allowedRequestActions(request, { organizationId: 'institute', permits: new Set() }), []);
  assert.deepEqual(allowedRequestActions({ ...request, status: 'accepted' }, { organizationId: 'institute', permits }), []);
});

test('a refused or served request has ended', () => {
  assert.deepEqual(requestLifeCycle.refused, {});
  assert.deepEqual(requestLifeCycle.served, {});
});
