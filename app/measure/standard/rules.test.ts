import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  accuracyLine,
  allowedStandardActions,
  certificateGaps,
  certificateOn,
  standardStatusNames,
  stateOn,
  type Certificate,
} from './rules.ts';

const certificate: Certificate = {
  kind: 'calibration',
  number: '校 1',
  issuer: '省计量院',
  calibratedOn: '2026-03-01',
  validUntil: '2027-02-28',
  quality: 'uncertainty',
  value: '0.050',
  unit: '%',
  coverageFactor: '2',
  accuracyClass: null,
};

test('what held on a day is told by the last state and the last certificate up to that day', () => {
  const states = [
    { state: 'in-service', since: '2025-01-01', at: '2025-01-01T00:00:00Z' },
    { state: 'suspended', since: '2026-05-01', at: '2026-06-01T00:00:00Z' },
    { state: 'in-service', since: '2026-05-01', at: '2026-07-01T00:00:00Z' },
  ];
  assert.equal(stateOn(states, '2024-12-31'), undefined);
  assert.equal(stateOn(states, '2026-04-30')?.state, 'in-service');
  assert.equal(stateOn(states.slice(0, 2), '2026-05-01')?.state, 'suspended');
  assert.equal(stateOn(states, '2026-05-01')?.at, '2026-07-01T00:00:00Z', 'of one day the later record counts');
  const certificates = [
    { calibratedOn: '2025-03-01', recordedAt: '2025-03-02T00:00:00Z' },
    { calibratedOn: '2026-03-01', recordedAt: '2026-03-02T00:00:00Z' },
  ];
  assert.equal(certificateOn(certificates, '2025-02-28'), undefined);
  assert.equal(certificateOn(certificates, '2026-02-28')?.calibratedOn, '2025-03-01');
  assert.equal(certificateOn(certificates, '2026-03-01')?.calibratedOn, '2026-03-01');
});

test('a certificate says how good the standard is, with unit and k, and does not end before it begins', () => {
  const gaps = (change: Partial<Certificate>) => certificateGaps({ ...certificate, ...change }).map(({ field }) => field);
  assert.deepEqual(gaps({}), []);
  assert.deepEqual(gaps({ value: null }), ['value']);
  for (const value of ['0', '-0.1', '1e-3', '０.５', '0,5', '']) assert.deepEqual(gaps({ value }), ['value'], value);
  assert.deepEqual(gaps({ unit: null, coverageFactor: null }), ['unit', 'coverageFactor']);
  assert.deepEqual(gaps({ quality: 'mpe', coverageFactor: null }), []);
  assert.deepEqual(gaps({ quality: 'class' }), ['accuracyClass']);
  assert.deepEqual(gaps({ quality: 'class', accuracyClass: 'M1', value: null, unit: null, coverageFactor: null }), []);
  assert.deepEqual(gaps({ validUntil: '2026-02-28' }), ['validUntil']);
});

test('accuracy is printed with the digits that were typed', () => {
  assert.equal(accuracyLine(certificate), 'U = 0.050 % (k = 2)');
  assert.equal(accuracyLine({ ...certificate, quality: 'mpe' }), 'MPE ±0.050 %');
  assert.equal(accuracyLine({ ...certificate, quality: 'class', accuracyClass: 'M1 级' }), 'M1 级');
});

test('nobody acts on a retired standard, on another institute’s, or without the permit', () => {
  const permits = new Set(['standard.manage']);
  fc.assert(
    fc.property(fc.constantFrom(...standardStatusNames), (state) => {
      assert.deepEqual(allowedStandardActions({ state, instituteId: 'i' }, { organizationId: 'j', permits }), []);
      assert.deepEqual(allowedStandardActions({ state, instituteId: 'i' }, { organizationId: 'i', permits: new Set() }), []);
    }),
  );
  assert.deepEqual(allowedStandardActions({ state: 'retired', instituteId: 'i' }, { organizationId: 'i', permits }), []);
  assert.ok(allowedStandardActions({ state: 'suspended', instituteId: 'i' }, { organizationId: 'i', permits }).includes('resume'));
});
