import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Caller } from '../../kernel/caller.ts';
import { allowedEvaluationActions, allowedPracticeActions } from './rules/actions.ts';
import { missingFindings } from './rules/completeness.ts';

const caller = (personId: string, permits: string[], scope: Caller['scope'] = { kind: 'city' }): Caller => ({
  personId,
  name: '',
  roles: [],
  permits: new Set(permits),
  organizationId: 'o',
  region: '320600',
  scope,
  sessionId: '',
});
const both = ['assessment.record', 'assessment.decide'];

test('an evaluation is complete when every indicator has words, and every task words and a result', () => {
  const findings = [
    { subject: 'G1-1', result: null, text: '已建成' },
    { subject: 'T1', result: null, text: '有进展' },
    { subject: 'S1', result: 'partly' as const, text: ' ' },
  ];
  assert.deepEqual(missingFindings(['G1-1', 'G1-2', 'T1', 'S1'], findings), ['G1-2', 'T1', 'S1']);
});

test('whoever submitted an evaluation may take it back but not pass it', () => {
  const submitted = { state: 'submitted' as const, submittedBy: 'a' };
  assert.deepEqual(allowedEvaluationActions(submitted, caller('a', both)), ['return']);
  assert.deepEqual(allowedEvaluationActions(submitted, caller('b', both)), ['review', 'return']);
});

test('a county does nothing with the city’s evaluation', () => {
  const county = caller('c', ['assessment.record'], { kind: 'region', region: '320685' });
  assert.deepEqual(allowedEvaluationActions({ state: 'drafted', submittedBy: null }, county), []);
});

test('good practice is reviewed by another person of the city and recognised by the plan office', () => {
  assert.deepEqual(allowedPracticeActions({ state: 'proposed', personId: 'a' }, caller('a', both)), []);
  assert.deepEqual(allowedPracticeActions({ state: 'reviewed', personId: 'a' }, caller('b', ['assessment.record'])), ['decline']);
  assert.deepEqual(allowedPracticeActions({ state: 'reviewed', personId: 'a' }, caller('b', both)), ['recognise', 'decline']);
});
