import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { canonical } from './canonical.ts';
import { InvalidRecord, isOlder, printRecord, readAnyRecord, readRecord, statedChecks } from './record.ts';

const folder = new URL('../vectors/records/', import.meta.url);
const kept = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const first = readFileSync(new URL('price-computing-scale-pass.json', folder), 'utf8');
const calibration = readFileSync(new URL('price-computing-scale-calibration.json', folder), 'utf8');

const changed = (change: (record: Record<string, never>) => void): string => {
  const record = JSON.parse(first) as Record<string, never>;
  change(record);
  return canonical(record);
};
const at = (value: object, name: string): object => (value as Record<string, object>)[name] ?? {};
const refusedAt = (text: string, place: string) =>
  assert.throws(
    () => readRecord(text),
    (error) => error instanceof InvalidRecord && error.place === place,
    place,
  );

test('a record is read from the text that it prints, and from no other', () => {
  for (const text of kept) assert.equal(printRecord(readRecord(text)), text);
  refusedAt(` ${first}`, '');
  refusedAt(JSON.stringify(JSON.parse(first), null, 1), '');
  refusedAt(first.slice(0, -1), '');
  refusedAt(first.replace('{', '{"demonstration":true,'), '');
  refusedAt('', '');
  refusedAt('null', '');
});

test('what is missing, strange or contradictory is refused at its place', () => {
  const text = (name: string, value: unknown) => changed((record) => Object.assign(record, { [name]: value }));
  refusedAt(text('holder', undefined), 'holder');
  refusedAt(text('holder', { name: '王', address: null, phone: '1' }), 'holder.phone');
  refusedAt(text('issuedOn', '2026-02-29'), 'issuedOn');
  refusedAt(text('number', 'X1'), 'number');
  refusedAt(text('issuer', '999999Z'), 'number');
  refusedAt(text('replaces', { number: '1' }), 'replaces.issuedOn');
  refusedAt(text('replaces', { number: '1', issuedOn: '2026-01-05', reason: '错字', changes: [] }), 'replaces.number');
  refusedAt(text('persons', { tester: null, checker: null, approved: null }), 'persons.approved');
  refusedAt(
    changed((record) => Object.assign(at(record, 'verification'), { conclusion: 'in-between' })),
    'verification.conclusion',
  );
  refusedAt(
    changed((record) => Object.assign(at(at(record, 'verification'), 'result'), { conclusion: null })),
    'verification.result.conclusion',
  );
  refusedAt(
    changed((record) => Object.assign(at(record, 'verification'), { testedOn: 20261123 })),
    'verification.testedOn',
  );
});

test('a calibration concludes nothing, has no last day and states no value without its uncertainty', () => {
  const ofCalibration = (change: (record: Record<string, never>) => void): string => {
    const record = JSON.parse(calibration) as Record<string, never>;
    change(record);
    return canonical(record);
  };
  refusedAt(
    ofCalibration((record) => Object.assign(record, { validUntil: '2027-11-22' })),
    'validUntil',
  );
  refusedAt(
    ofCalibration((record) => Object.assign(at(record, 'verification'), { conclusion: 'pass' })),
    'verification.conclusion',
  );
  refusedAt(
    ofCalibration((record) => Object.assign(at(record, 'verification'), { uncertainties: [] })),
    'verification.uncertainties',
  );
  const record = readRecord(calibration);
  assert.deepEqual(
    statedChecks(record).map(({ id }) => id),
    record.verification.uncertainties.map(({ check }) => check),
  );
  assert.equal(statedChecks(readRecord(first)).length, readRecord(first).verification.result.checks.length);
});

test('a text that would exhaust its reader is refused before it is read', () => {
  refusedAt('['.repeat(200_000), '');
  refusedAt(`"${'x'.repeat(2_000_001)}"`, '');
  refusedAt('{"a":'.repeat(30) + '1' + '}'.repeat(30), '');
});

test('records from before there were signed views are still read, as such', () => {
  const whole = JSON.parse(first) as Record<string, Record<string, unknown>>;
  const older = { ...whole, format: 'tongheng-verification-record/2', institute: '测试所', holder: '测试市场' };
  const read = readAnyRecord(canonical(older));
  assert.ok(isOlder(read));
  assert.equal(read.number, whole['number']);
  assert.throws(() => readRecord(canonical(older)), InvalidRecord);
  assert.throws(() => readAnyRecord(canonical({ ...older, issuedOn: 'today' })), /issuedOn/);
  assert.ok(!isOlder(readAnyRecord(first)));
});
