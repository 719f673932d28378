import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completed, noFigures, readRow } from './annex-row.ts';
import { differsByOne, matchItem } from './printed-name.ts';
import { circled, markNumber, toCount } from './printed-number.ts';

const expected = { required: 115, done: 99, open: 16 };

const lines: [what: string, items: string | undefined, cells: string[], offset: number, figures: (number | null)[]][] = [
  ['in place', undefined, ['合计', '115', '99', '16'], 0, [115, 99, 16]],
  ['in place with a wrong figure', undefined, ['合计', '115', '98', '16'], 0, [115, 98, 16]],
  ['one to the right, the last figure lost', undefined, ['合计', '', '115', '98'], 1, [115, 98, null]],
  ['one to the right with the first figure wrong', undefined, ['合计', '', '116', '99'], 1, [116, 99, null]],
  ['two to the right', undefined, ['合计', '', '', '115'], 2, [115, null, null]],
  ['one to the left', '合计', ['115', '99', '16', ''], -1, [115, 99, 16]],
  ['only the first blank', undefined, ['合计', '', '99', '16'], 0, [null, 99, 16]],
  ['only the last blank', undefined, ['合计', '115', '99', ''], 0, [115, 99, null]],
  ['all blank', undefined, ['合计', '', '', ''], 0, [null, null, null]],
  ['a stroke for nothing', undefined, ['合计', '115', '／', '16'], 0, [115, null, 16]],
  ['full-width digits', undefined, ['合计', '１１５', '９９', '１６'], 0, [115, 99, 16]],
];

for (const [what, items, cells, offset, figures] of lines) {
  test(`a total row is read ${what}`, () => {
    const row = readRow(items === undefined ? { cells } : { items, cells }, expected);
    assert.deepEqual([row.label, row.offset, [row.figures.required, row.figures.done, row.figures.open]], ['合计', offset, figures]);
  });
}

test('without anything to compare with, no shift is assumed', () => {
  assert.equal(readRow({ cells: ['市级', '', '37', '37'] }, noFigures).offset, 0);
});

test('a third figure follows from two, and nothing from one', () => {
  fc.assert(
    fc.property(fc.nat(99), fc.nat(99), (done, open) => {
      const whole = { required: done + open, done, open };
      for (const column of ['required', 'done', 'open'] as const) assert.deepEqual(completed({ ...whole, [column]: null }), whole);
    }),
  );
  assert.deepEqual(completed({ required: 5, done: null, open: null }), { required: 5, done: null, open: null });
});

test('counts are read in Arabic, full-width and Chinese digits', () => {
  const cases: [string, number | null][] = [
    ['0', 0],
    ['13', 13],
    ['１３', 13],
    ['13项', 13],
    ['三', 3],
    ['十', 10],
    ['十三', 13],
    ['二十', 20],
    ['九十九', 99],
    ['', null],
    ['—', null],
    ['约5', null],
    ['1.5', null],
  ];
  for (const [printed, count] of cases) assert.equal(toCount(printed), count, printed);
});

test('circled numbers are read and written', () => {
  for (let number = 1; number <= 20; number += 1) assert.equal(markNumber(circled(number)), number);
  assert.equal(markNumber('（3）'), 3);
  assert.equal(markNumber('·'), null);
});

test('one changed, added or missing character is one difference', () => {
  const cases: [string, string, boolean][] = [
    ['心电图机', '心电图仪', true],
    ['心电图机', '心电图', true],
    ['电能表', '单电能表', true],
    ['水表', '水表', false],
    ['电能表', '燃气表', false],
    ['ab', 'ba', false],
  ];
  for (const [one, other, expectation] of cases) assert.equal(differsByOne(one, other), expectation, `${one} ${other}`);
});

test('a shortened name means an item only when it can mean one', () => {
  const items = ['单相电能表', '三相电能表', '膜式燃气表', '弹性元件式精密压力表和真空表', '出租汽车计价器（本机）'].map((name, index) => ({
    id: `X${index}`,
    mark: circled(index + 1),
    name,
  }));
  const cases: [string, string | null, boolean][] = [
    ['单相电能表', 'X0', true],
    ['电能表', null, false],
    ['燃气表', 'X2', false],
    ['家用膜式燃气表', 'X2', false],
    ['精密压力表', 'X3', false],
    ['出租汽车计价器(本机)', 'X4', true],
    ['出租计价器', 'X4', false],
    ['水表', null, false],
  ];
  for (const [name, id, exact] of cases) {
    const match = matchItem(name, items);
    assert.deepEqual([match.item?.id ?? null, match.exact], [id, exact], name);
  }
});
