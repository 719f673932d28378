import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedApplicationActions, needsHigherAuthority } from './rules/application.ts';
import { changeRule, changeRules, changeTopicNames, effectsOfTopic } from './rules/change.ts';
import { characteristicGaps, liesWithin, limitGaps, printQuality, printRange, unitGap } from './rules/characteristic.ts';
import { documentKindNames, documentState } from './rules/document-set.ts';
import { differences, identifyingNumber, readRegisterRow } from './rules/register-row.ts';
import { applyBy, lastDayOf, renewalOn, ruleOn } from './rules/validity.ts';
import { coversDay, lastDayFrom, shownState, termSpans, validSpans, type StandingRow, type Term } from './rules.ts';

const inForce: StandingRow[] = [{ state: 'in-force', since: '2024-02-01' }];
const exam = (validFrom: string, validUntil: string): Term => ({ kind: 'examination', validFrom, validUntil });
const open = (validFrom: string, validUntil: string): Term => ({ kind: 'public', validFrom, validUntil });

test('the last day of the certificate counts, the day after does not', () => {
  const spans = validSpans('highest-enterprise', inForce, [exam('2024-02-01', '2029-01-31')]);
  assert.deepEqual([coversDay(spans, '2029-01-31'), coversDay(spans, '2029-02-01')], [true, false]);
  assert.equal(lastDayFrom(spans, '2026-01-01'), '2029-01-31');
  assert.equal(shownState('2029-02-01', 'in-force', spans, null), 'lapsed');
});

test('days of a suspension do not count; what is withdrawn never counts again', () => {
  const states: StandingRow[] = [
    ...inForce,
    { state: 'suspended', since: '2025-03-01' },
    { state: 'in-force', since: '2025-06-01' },
    { state: 'withdrawn', since: '2026-01-01' },
  ];
  const spans = validSpans('highest-enterprise', states, [exam('2024-02-01', '2029-01-31')]);
  assert.deepEqual(spans, [
    { from: '2024-02-01', to: '2025-03-01' },
    { from: '2025-06-01', to: '2026-01-01' },
  ]);
});

test('a public measurement standard needs both certificates where both are recorded, and a renewal carries on without a gap', () => {
  const certificates = [exam('2024-02-01', '2028-06-30'), open('2024-03-01', '2029-01-31'), exam('2028-05-01', '2033-04-30')];
  const spans = validSpans('public', inForce, certificates);
  assert.equal(lastDayFrom(spans, '2024-03-01'), '2029-01-31');
  assert.equal(coversDay(spans, '2024-02-15'), false);
  assert.equal(coversDay(validSpans('public', inForce, [open('2024-03-01', '2029-01-31')]), '2024-03-01'), true);
  assert.deepEqual(
    termSpans(certificates, 'examination').map(({ span }) => span.to),
    ['2028-05-01', '2033-05-01'],
  );
});

test('the validity and the day to apply follow rules with dates', () => {
  const rules = [
    { topic: 'validity' as const, months: 48, holdsFrom: null, holdsTo: '2020-10-22', recordedAt: '2020' },
    { topic: 'validity' as const, months: 60, holdsFrom: '2020-10-23', holdsTo: null, recordedAt: '2020' },
    { topic: 'validity' as const, months: 72, holdsFrom: '2030-01-01', holdsTo: null, recordedAt: '2026' },
  ];
  assert.deepEqual(
    ['2019-05-01', '2024-02-01', '2031-01-01'].map((day) => ruleOn(rules, 'validity', day)?.months),
    [48, 60, 72],
  );
  assert.equal(ruleOn(rules, 're-examination', '2024-02-01'), undefined);
  assert.equal(lastDayOf('2024-02-01', 60), '2029-01-31');
  assert.equal(applyBy('2029-08-31', 6), '2029-02-28');
  const ending = { lastDay: '2029-01-31', applyBy: '2028-07-31', renewed: false, appliedOn: null };
  assert.deepEqual(
    ['2028-01-01', '2028-06-01', '2028-08-01', '2029-02-01'].map((day) => renewalOn(day, ending)),
    ['later', 'due', 'late', 'lapsed'],
  );
  assert.equal(renewalOn('2028-09-01', { ...ending, appliedOn: '2028-07-31' }), 'applied');
  assert.equal(renewalOn('2028-09-01', { ...ending, appliedOn: '2028-08-01' }), 'applied-late');
  assert.equal(renewalOn('2029-09-01', { ...ending, renewed: true }), 'renewed');
});

const range = {
  parameter: '质量',
  low: '1',
  high: '500',
  unit: 'mg',
  quality: 'uncertainty',
  value: '0.006',
  valueUnit: 'mg',
  coverageFactor: '2',
  accuracyClass: null,
} as const;
const fieldsOf = (more: object) => characteristicGaps({ ...range, ...more }).map(({ field }) => field);

test('a range in a unit of another quantity, without U or k, or with its ends exchanged is refused at the field', () => {
  assert.deepEqual(fieldsOf({}), []);
  assert.deepEqual(fieldsOf({ unit: 'kPa' }), ['unit']);
  assert.deepEqual(fieldsOf({ unit: 'xyz' }), ['unit']);
  assert.deepEqual(fieldsOf({ value: null, coverageFactor: null }), ['value', 'coverageFactor']);
  assert.deepEqual(fieldsOf({ value: '0' }), ['value']);
  assert.deepEqual(fieldsOf({ valueUnit: 'kPa' }), ['valueUnit']);
  assert.deepEqual(fieldsOf({ valueUnit: '%' }), []);
  assert.deepEqual(fieldsOf({ low: '500', high: '1' }), ['high']);
  assert.deepEqual(fieldsOf({ low: 'a' }), ['low']);
  assert.deepEqual(fieldsOf({ low: null, high: null }), ['low']);
  assert.deepEqual(fieldsOf({ quality: 'class', value: null, valueUnit: null, coverageFactor: null }), ['accuracyClass']);
  assert.deepEqual(fieldsOf({ parameter: '血压', unit: 'mmHg', valueUnit: 'mmHg' }), []);
  assert.deepEqual(fieldsOf({ parameter: '压力', unit: 'kgf/cm2', valueUnit: '%' }), ['unit']);
  assert.deepEqual([printRange(range), printQuality(range)], ['(1～500) mg', 'U = 0.006 mg (k = 2)']);
});

test('limits of the environment are compared exactly and in their own unit', () => {
  assert.equal(liesWithin('18.0', '22.0', '18', '22'), true);
  assert.equal(liesWithin('17.9', '22.0', '18', '22'), false);
  assert.equal(liesWithin('40', '60.01', null, '60'), false);
  assert.deepEqual(
    limitGaps('22', '18').map(({ field }) => field),
    ['high'],
  );
  assert.equal(unitGap('unit', '℃', '温度'), undefined);
  assert.equal(unitGap('unit', '%', '相对湿度'), undefined);
});

test('eighteen kinds of documents: what is missing, what comes later, what has no occasion', () => {
  assert.equal(documentKindNames.length, 18);
  const before = { kind: 'public', examined: false };
  assert.equal(documentState('technical-report', undefined, before), 'missing');
  assert.equal(documentState('examination-certificate', undefined, before), 'later');
  assert.equal(documentState('examination-certificate', undefined, { ...before, examined: true }), 'missing');
  assert.equal(documentState('public-certificate', undefined, { kind: 'highest-enterprise', examined: true }), 'omitted');
  assert.equal(documentState('change-report', undefined, before), 'occasional');
  assert.equal(documentState('manual', { omitted: true }, before), 'omitted');
});

test('what a change needs follows from what it means, with the confidence of the rule', () => {
  assert.equal(changeRule('main-equipment', 'none')?.treatment, 'approval');
  assert.equal(changeRule('main-equipment', 'accuracy')?.treatment, 'first-examination');
  assert.equal(changeRule('procedure', 'substance')?.treatment, 're-examination');
  assert.equal(changeRule('person', 'accuracy'), undefined);
  for (const topic of changeTopicNames) assert.ok(effectsOfTopic(topic).length > 0, topic);
  assert.ok(changeRules.every(({ source, confidence }) => source !== '' && confidence !== 'H'));
});

test('the keeper never examines its own, and a county not its own highest', () => {
  const all = new Set(['measurement-standard.manage', 'measurement-standard.examine']);
  const own = { state: 'applied' as const, instituteId: 'a' };
  assert.deepEqual(allowedApplicationActions(own, { organizationId: 'a', permits: all }), ['cancel']);
  assert.deepEqual(allowedApplicationActions(own, { organizationId: 'b', permits: all }), ['accept', 'return', 'refuse']);
  assert.equal(needsHigherAuthority({ kind: 'public', top: true }, { scope: { kind: 'region' } }), true);
  assert.equal(needsHigherAuthority({ kind: 'public', top: true }, { scope: { kind: 'city' } }), false);
  assert.equal(needsHigherAuthority({ kind: 'public', top: null }, { scope: { kind: 'region' } }), false);
});

test('a row of a register is read as people type it, and says everything that is wrong with it', () => {
  const cells = {
    name: '砝码标准装置',
    kind: '社会公用计量标准',
    institute: '甲所',
    quantity: '质量',
    level: '市级',
    certificateNumber: '〔2024〕示社证字第 1 号',
    issuer: '市局',
    issuedOn: '2024/2/1',
    validUntil: '2029.1.31',
  };
  const { row, faults } = readRegisterRow(cells);
  assert.deepEqual([faults, row.issuedOn, row.validUntil, row.level], [[], '2024-02-01', '2029-01-31', 'city']);
  assert.equal(identifyingNumber(row), '[2024]示社证字第1号');
  const wrong = readRegisterRow({ ...cells, kind: '其他', certificateNumber: '', validUntil: '2023-01-01', issuer: '' }).faults;
  assert.equal(wrong.length, 4);
  const known = { name: '砝码装置', quantity: '质量', code: '0211', level: 'city', place: null, validUntil: '2029-01-31' };
  assert.deepEqual(
    differences(row, known).map(([zh]) => zh),
    ['名称：砝码装置 → 砝码标准装置'],
  );
});
