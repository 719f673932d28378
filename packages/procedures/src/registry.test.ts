import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { procedureForm, procedureList, procedureRun } from './command.ts';
import { isMass, readMass } from './mass.ts';
import { editionFor, editionsFor, validityEnd } from './registry.ts';
import { validUntil } from './validity.ts';

const example = (name: string): unknown =>
  (JSON.parse(readFileSync(new URL(`../jjg-0539-2016/examples/${name}.json`, import.meta.url), 'utf8')) as { input: unknown }).input;

test('a price-computing scale leaves JJG 539-2016 on the day on which JJG 1204-2025 is in force', () => {
  assert.equal(editionFor('price-computing-scale', '2027-01-07')?.id, 'jjg-0539-2016');
  assert.equal(editionFor('price-computing-scale', '2027-01-08')?.id, 'jjg-1204-2025');
  assert.equal(editionFor('digital-indicating-scale', '2027-01-08')?.id, 'jjg-0539-2016');
  assert.equal(editionFor('digital-indicating-scale', '2017-05-29'), undefined);
  assert.equal(editionFor('no-such-kind', '2026-01-01'), undefined);
});

test('the editions of a kind stand in the order in which they came into force', () => {
  assert.equal(editionsFor('price-computing-scale')[0]?.id, 'jjg-0539-2016');
  assert.deepEqual(editionsFor('no-such-kind'), []);
});

test('a certificate holds for one year at most and its last day counts', () => {
  const { instrument } = example('pass-initial') as { instrument: unknown };
  const end = (day: string, rule = {}) => validityEnd('jjg-0539-2016', instrument, day, rule);
  assert.equal(end('2025-03-10'), '2026-03-09');
  assert.equal(end('2025-03-10', { convention: 'same-day' }), '2026-03-10');
  assert.equal(end('2025-03-10', { months: 6 }), '2025-09-09');
  assert.throws(() => validityEnd('jjg-0539-2016', {}, '2025-03-10'), RangeError);
  assert.equal(validUntil('2025-01-01', 12), '2025-12-31');
  assert.equal(validUntil('2023-03-01', 12), '2024-02-29');
  assert.equal(validUntil('2024-02-29', 12), '2025-02-27');
  assert.equal(validUntil('2025-08-31', 12, { months: 6 }), '2026-02-27');
  assert.throws(() => end('2025-03-10', { months: 13 }), RangeError);
  assert.throws(() => validUntil('2025-02-29', 12), RangeError);
});

test('a mass is read with its unit or refused', () => {
  const reason = (text: string) => {
    const mass = readMass(text);
    return isMass(mass) ? 'read' : mass.reason;
  };
  assert.deepEqual(['15 kg', '15kg', '0.005 t', '100 mg'].map(reason), ['read', 'read', 'read', 'read']);
  assert.deepEqual(['15', '15 lb', '１５ kg', 'kg', '1e3 g', '1 500 g'].map(reason), [
    'unit-missing',
    'unit-unknown',
    'full-width',
    'empty',
    'exponent',
    'space',
  ]);
});

test('the command answers 0 for a scale that passes, 1 for one that fails, 2 for bad input', () => {
  assert.equal(procedureRun('jjg-0539-2016', example('pass-initial')).exitCode, 0);
  assert.equal(procedureRun('jjg-0539-2016', example('fail-eccentricity')).exitCode, 1);
  assert.equal(procedureRun('jjg-0539-2016', {}).exitCode, 2);
  assert.equal(procedureRun('jjg-0539-2016', null).exitCode, 2);
  assert.equal(procedureRun('jjg-9999-2016', example('pass-initial')).exitCode, 2);
  assert.equal(procedureForm('jjg-0539-2016').exitCode, 0);
  assert.equal(procedureForm('jjg-9999-2016').exitCode, 2);
  assert.match(JSON.stringify(procedureList().answer), /"id":"jjg-0539-2016"/);
});
