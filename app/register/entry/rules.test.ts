import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../kernel/day.ts';
import { cellsOf, columnsOf, contentOfCells, toDay } from './rules/columns.ts';
import { faultsOf, isDay, tidied } from './rules/content.ts';
import { countingAfterWithdrawal, countingOf, countsOn } from './rules/counting.ts';
import { isRefusedDuplicate, type Known } from './rules/duplicates.ts';
import { isIdentityNumber, maskedIdentity } from './rules/identity.ts';
import { kindNames, kindOf } from './rules/kinds.ts';
import { lifeCycle, shownStatus, statusAfter } from './rules/life-cycle.ts';
import { code, name, patent } from './rules/normalize.ts';

const today = '2026-11-23';

for (const kindName of kindNames) {
  const kind = kindOf(kindName);
  test(`the example of ${kind.words[0]} may be submitted as it stands and survives the workbook`, () => {
    const sample = tidied(kind, kind.sample);
    assert.deepEqual(faultsOf(kind, sample, today), []);
    for (const language of ['zh', 'en'] as const) {
      assert.deepEqual(tidied(kind, contentOfCells(kind, cellsOf(kind, sample, language), '2023-08-31')), sample);
    }
    assert.notEqual(kind.subjectKey(sample, undefined), '');
  });

  test(`${kind.words[0]}: field ids and column ids stand once, every choice has both words`, () => {
    const ids = columnsOf(kind).map((column) => column.id);
    assert.equal(new Set(ids).size, ids.length);
    for (const column of columnsOf(kind)) {
      for (const choice of column.choices ?? []) assert.ok(choice.text[0] !== '' && choice.text[1] !== '');
    }
    const required = kind.fields.filter((field) => field.required);
    for (const field of required) {
      const { [field.id]: _left, ...payload } = kind.sample.payload;
      const faults = faultsOf(kind, { ...kind.sample, payload }, today);
      assert.deepEqual(
        faults.map((fault) => fault.path),
        [['payload', field.id]],
      );
    }
  });
}

test('an identity number is told by its check character, GB 11643-1999, and shown masked', () => {
  assert.ok(isIdentityNumber('11010519491231002X'));
  assert.ok(!isIdentityNumber('110105194912310021'));
  assert.ok(!isIdentityNumber('11010519491231002'));
  assert.equal(maskedIdentity('11010519491231002X'), '110105***********X');
});

test('the same patent, certificate or name is the same however it is written', () => {
  assert.equal(patent('ZL 2023 1 0123456.7'), patent('ｚｌ202310123456.７'));
  assert.equal(code('[2024] 苏量标字第０１号'), code('〔2024〕苏量标字第01号'));
  assert.equal(name('南通·计量馆（一）'), name('南通计量馆(一)'));
  assert.notEqual(patent('ZL 2023 1 0123456.7'), patent('ZL 2023 1 0123457.5'));
});

test('a day exists in the calendar', () => {
  assert.ok(isDay('2024-02-29'));
  for (const wrong of ['2023-02-29', '2024-13-01', '2024-04-31', '24-01-01', '', '2024-1-1']) assert.ok(!isDay(wrong), wrong);
  assert.equal(toDay('2024年3月1日'), '2024-03-01');
  assert.equal(toDay('2024/3/1'), '2024-03-01');
  assert.equal(toDay('去年'), '去年');
});

test('a certificate counts from its day to its last day, both included', () => {
  const counting = countingOf(kindOf('standard'), { since: '2024-02-01', until: '2029-01-31', phases: [] });
  assert.ok(!countsOn(counting, '2024-01-31'));
  assert.ok(countsOn(counting, '2024-02-01'));
  assert.ok(countsOn(counting, '2029-01-31'));
  assert.ok(!countsOn(counting, '2029-02-01'));
  assert.equal(shownStatus('accepted', counting.countsTo, '2029-01-31'), 'accepted');
  assert.equal(shownStatus('accepted', counting.countsTo, '2029-02-01'), 'lapsed');
});

test('a centre counts from its designation and from no earlier phase', () => {
  const approval = { phase: 'approval', day: '2023-04-01', documentNumber: '1' } as const;
  const designation = { phase: 'designation', day: '2025-06-01', documentNumber: '2' } as const;
  assert.equal(countingOf(kindOf('centre'), { since: '2023-04-01', until: null, phases: [approval] }).countsFrom, null);
  assert.equal(
    countingOf(kindOf('centre'), { since: '2023-04-01', until: null, phases: [approval, designation] }).countsFrom,
    '2025-06-01',
  );
});

test('after a withdrawal nothing counts from its day on, and nothing that did not count before counts', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
  fc.assert(
    fc.property(day, fc.option(day, { nil: null }), day, day, (from, to, withdrawn, asked) => {
      const before = { countsFrom: from, countsTo: to !== null && to < from ? from : to };
      const after = countingAfterWithdrawal(before, withdrawn);
      assert.equal(countsOn(after, asked), countsOn(before, asked) && asked < withdrawn);
    }),
  );
});

const known = (more: Partial<Known>): Known => ({
  subjectKey: 'one',
  level: 'city',
  documentNumber: 'A1',
  since: '2024-01-01',
  until: null,
  ...more,
});

test('the same patent twice is refused, whatever the document calls it', () => {
  assert.ok(isRefusedDuplicate(kindOf('patent'), known({}), known({ since: '2025-01-01' })));
  assert.ok(!isRefusedDuplicate(kindOf('patent'), known({}), known({ subjectKey: 'other' })));
});

test('one person may stand in programmes of two levels, not in two of the same', () => {
  assert.ok(isRefusedDuplicate(kindOf('talent'), known({}), known({ documentNumber: 'B2' })));
  assert.ok(!isRefusedDuplicate(kindOf('talent'), known({}), known({ level: 'province' })));
});

test('a second service to an enterprise is kept, the same order twice is not', () => {
  assert.ok(!isRefusedDuplicate(kindOf('service'), known({}), known({ documentNumber: 'A2' })));
  assert.ok(isRefusedDuplicate(kindOf('service'), known({}), known({ documentNumber: 'a 1' })));
});

test('a renewed certificate is no duplicate of the one that ended', () => {
  const ended = known({ since: '2019-01-01', until: '2023-12-31' });
  assert.ok(!isRefusedDuplicate(kindOf('standard'), known({}), ended));
  assert.ok(isRefusedDuplicate(kindOf('standard'), known({}), { ...ended, until: '2024-01-01' }));
});

test('phases of a laboratory follow each other in order and in time', () => {
  const kind = kindOf('laboratory');
  const step = (phase: 'construction' | 'acceptance' | 'designation', day: string) => ({ phase, day, documentNumber: '文1' });
  const faults = (phases: readonly ReturnType<typeof step>[]) => faultsOf(kind, tidied(kind, { ...kind.sample, phases }), today);
  assert.deepEqual(faults([step('construction', '2023-06-01'), step('designation', '2024-01-01')]), []);
  assert.equal(faults([step('designation', '2024-01-01'), step('construction', '2024-06-01')]).length, 1);
  assert.equal(faults([step('acceptance', '2023-01-01')]).length, 1);
  assert.equal(faults([step('acceptance', '2027-01-01')]).length, 1);
});

test('every status that an action leads to is one of the life-cycle, and endings lead nowhere', () => {
  for (const [status, steps] of Object.entries(lifeCycle)) for (const next of Object.values(steps)) assert.ok(next in lifeCycle, status);
  assert.deepEqual([lifeCycle.rejected, lifeCycle.withdrawn], [{}, {}]);
  assert.equal(statusAfter('submitted', 'accept'), undefined);
});
