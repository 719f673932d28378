import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printEffects } from '@tongheng/procedures/effect-text';
import { ImpactEngine } from './rules/impact-engine.ts';
import type { Certificate } from './rules/impact-engine.ts';
import { findingFaults, grownOn } from './rules/impact-finding.ts';
import type { Finding } from './rules/impact-finding.ts';

const plain = (over: Partial<Finding> = {}): Finding => ({
  standardId: 's0',
  unit: 'g',
  errorUnit: 'g',
  span: 'interpolated',
  growth: 'constant',
  transfer: 'unknown',
  since: '2026-01-01',
  until: '2026-06-30',
  points: [
    { at: '1000', error: '0', U: '0.1', tolerance: '0.2', condition: '' },
    { at: '5000', error: '1.0', U: '0.2', tolerance: '0.25', condition: '' },
  ],
  ...over,
});
const onWeights = (id: string, value: string, at: string, more: Partial<Certificate> = {}): Certificate => ({
  id,
  testedOn: '2026-03-01',
  conclusion: Math.abs(Number(value)) <= 2.5 ? 'pass' : 'fail',
  uses: [
    {
      standardId: 's0',
      calibrationId: null,
      shared: false,
      effects: printEffects({
        moved: [
          {
            check: 'weighing.1',
            symbol: 'Ec',
            value,
            limit: '2.5',
            comparison: 'within',
            unit: 'g',
            verdict: Math.abs(Number(value)) <= 2.5 ? 'pass' : 'fail',
            terms: [{ at, unit: 'g', sensitivity: '1', per: 'g', reference: at, referenceUnit: 'g', condition: '', ifCovered: false }],
          },
        ],
        unknown: [],
        unmoved: [],
      }),
    },
  ],
  ...more,
});
const triageOf = (certificate: Certificate, finding = plain()) => new ImpactEngine(finding, () => undefined).evaluate(certificate)?.triage;

test('inside with the guard band is harmless, within the band doubtful, outside to be verified again', () => {
  assert.equal(triageOf(onWeights('a', '1.0', '5000')), 'harmless');
  assert.equal(triageOf(onWeights('a', '1.3', '5000')), 'harmless', 'it lies exactly a guard band inside');
  assert.equal(triageOf(onWeights('a', '1.4', '5000')), 'doubtful');
  assert.equal(triageOf(onWeights('a', '1.5', '5000')), 'doubtful', 'at the limit is allowed and within the band');
  assert.equal(triageOf(onWeights('a', '1.51', '5000')), 'reverify');
  assert.equal(triageOf(onWeights('a', '-2.5', '5000')), 'harmless', 'the shift moves it inwards');
});

test('where the standard was not wrong a verdict stands as it was, and beyond the points nothing is said', () => {
  assert.equal(triageOf(onWeights('a', '2.5', '1000')), 'harmless');
  assert.equal(triageOf(onWeights('a', '0.0', '7000')), 'unknown');
  assert.equal(triageOf(onWeights('a', '0.0', '5000', { testedOn: '2025-12-31' })), undefined);
  const shared = onWeights('a', '1.51', '5000');
  assert.equal(triageOf({ ...shared, uses: shared.uses.map((use) => ({ ...use, shared: true })) }), 'unknown');
});

test('a fail that would not have been one is found, and stands while another failure stands', () => {
  const wrongly = onWeights('a', '-3.0', '5000');
  const impact = new ImpactEngine(plain(), () => undefined).evaluate(wrongly);
  assert.equal(impact?.triage, 'reverify');
  assert.equal(impact.wronglyFailed, true);
  const other = { ...wrongly, uses: wrongly.uses.map((use) => ({ ...use, effects: use.effects!.replace('1|g', '1|g|appearance.marks') })) };
  assert.equal(triageOf(other), 'harmless');
});

test('grown evenly, an error was smaller before; outside the interval there was none', () => {
  assert.equal(grownOn(plain({ growth: 'linear' }), '2026-01-01'), 0);
  assert.equal(grownOn(plain({ growth: 'linear' }), '2026-06-30'), 1);
  assert.equal(grownOn(plain(), '2026-07-01'), undefined);
  assert.equal(triageOf(onWeights('a', '1.6', '5000'), plain({ growth: 'linear' })), 'harmless');
});

test('calibrations without a record pass on what a person said they do, and a certificate above itself is named', () => {
  const outside: Certificate = {
    id: 'k',
    testedOn: '2026-02-01',
    conclusion: null,
    uses: [{ standardId: 's0', calibrationId: null, shared: false, effects: null }],
  };
  const below = onWeights('a', '1.6', '5000');
  const rests: Certificate = { ...below, uses: below.uses.map((use) => ({ ...use, standardId: 's1', calibrationId: 'k' })) };
  const find = (id: string) => (id === 'k' ? outside : undefined);
  const unknown = new ImpactEngine(plain(), find).evaluate(rests);
  assert.deepEqual([unknown?.triage, unknown?.unknown[0]?.reason], ['unknown', 'no-record']);
  const passed = new ImpactEngine(plain({ transfer: 'one-to-one' }), find).evaluate(rests);
  assert.deepEqual([passed?.triage, passed?.depth, passed?.paths[0]?.length], ['reverify', 1, 2]);
  const loop: Certificate = { ...rests, id: 'l', uses: rests.uses.map((use) => ({ ...use, calibrationId: 'l' })) };
  assert.equal(new ImpactEngine(plain(), (id) => (id === 'l' ? loop : undefined)).evaluate(loop)?.unknown[0]?.reason, 'loop');
});

test('a finding that cannot be evaluated says where', () => {
  const places = (over: Partial<Finding>) => findingFaults(plain(over)).map(([place]) => place);
  assert.deepEqual(places({}), []);
  assert.deepEqual(places({ since: '2026-07-01' }), ['since']);
  assert.deepEqual(places({ points: [] }), ['points']);
  assert.deepEqual(places({ unit: 'parsec/kiss' }), ['unit']);
  assert.deepEqual(places({ points: [{ at: '1', error: '0.1', U: null, tolerance: '0.2', condition: '' }] }), ['points']);
  assert.deepEqual(places({ points: [{ at: '1', error: 'x', U: '-1', tolerance: null, condition: '' }] }), [
    'points.0.error',
    'points.0.U',
  ]);
});
