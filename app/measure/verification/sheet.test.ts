import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProcedure } from '@tongheng/procedures/registry';
import fc from 'fast-check';
import { nameplate } from '../../../test/support/thread.ts';
import {
  cellAt,
  choiceValue,
  countRows,
  isGiven,
  parseBlock,
  pathOf,
  readCell,
  resizeRows,
  withGivenGroups,
  writeBlock,
  writeCell,
  type SheetReadings,
} from './rules/sheet.ts';

const procedure = findProcedure('jjg-0539-2016')!;
const groupOf = (id: string) => procedure.edition.form.readings.find((group) => group.id === id)!;
const prefilled = procedure.prefill(nameplate, 'subsequent') as SheetReadings;

test('what is written in a cell is read back digit by digit, and nothing else changes', () => {
  const cell = { group: 'weighing', row: 2, column: 'added' };
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,6}(\.\d{1,4})?$/), (text) => {
      const written = writeCell(prefilled, cell, text);
      assert.equal(readCell(written, cell), text);
      assert.deepEqual(writeCell(written, cell, readCell(prefilled, cell)), prefilled);
    }),
  );
});

test('a block from a spreadsheet fills to the right and downwards, adds rows up to the most and keeps trailing zeros', () => {
  const block = parseBlock('100\t100\t2.0\r\n2500\t2500\t1.50\n');
  assert.deepEqual(block, [
    ['100', '100', '2.0'],
    ['2500', '2500', '1.50'],
  ]);
  const start = { group: 'weighing', row: 4, column: 'load' };
  const written = writeBlock(prefilled, groupOf('weighing'), start, block);
  assert.equal(countRows(written, 'weighing'), 6);
  assert.equal(readCell(written, { group: 'weighing', row: 5, column: 'added' }), '1.50');
  const four = writeBlock(prefilled, groupOf('eccentricity'), { group: 'eccentricity', row: 3, column: 'indication' }, [
    ['5000'],
    ['5005'],
  ]);
  assert.equal(countRows(four, 'eccentricity'), 4, 'there are four positions');
  const wide = writeBlock(prefilled, groupOf('weighing'), { ...start, column: 'added' }, [['1', '2', '3']]);
  assert.equal(readCell(wide, { ...start, column: 'added' }), '1');
  const fields = writeBlock(prefilled, groupOf('zero'), { group: 'zero', row: null, column: 'load' }, [['0', '0', '2.0'], ['9']]);
  assert.deepEqual(fields['zero'], { load: '0', indication: '0', added: '2.0' });
});

test('a group has no fewer rows than the form asks for and no more than it allows', () => {
  assert.equal(countRows(resizeRows(prefilled, groupOf('eccentricity'), 1), 'eccentricity'), 4);
  assert.equal(countRows(resizeRows(prefilled, groupOf('weighing'), -1), 'weighing'), 5);
  const more = resizeRows(prefilled, groupOf('weighing'), 1);
  assert.equal(countRows(more, 'weighing'), 6);
  assert.deepEqual(resizeRows(more, groupOf('weighing'), -1), prefilled);
});

test('loads are given, readings are to be read', () => {
  assert.equal(isGiven(prefilled, { group: 'weighing', row: 0, column: 'load' }), true);
  assert.equal(isGiven(prefilled, { group: 'weighing', row: 9, column: 'load' }), true, 'a load may be added, it is still a load');
  assert.equal(isGiven(prefilled, { group: 'weighing', row: 0, column: 'indication' }), false);
  assert.equal(isGiven(undefined, { group: 'weighing', row: 0, column: 'load' }), false);
});

test('a group that was never begun shows the loads that the procedure gives; what was typed stays', () => {
  const begun = { zero: { ...prefilled['zero'], rows: [{ indication: '0', addition: '2.5' }] } } as unknown as SheetReadings;
  const shown = withGivenGroups(begun, prefilled);
  assert.deepEqual(shown['zero'], begun['zero']);
  assert.deepEqual(shown['weighing'], prefilled['weighing']);
});

test('a place in an error leads back to its cell; the word of a choice is written as its value, anything else as it stands', () => {
  for (const cell of [
    { group: 'zero', row: null, column: 'load' },
    { group: 'weighing', row: 12, column: 'added' },
  ])
    assert.deepEqual(cellAt(pathOf(cell)), cell);
  assert.equal(cellAt('environment.temperature'), undefined);
  assert.equal(cellAt('readings.weighing'), undefined);
  const field = { choices: [{ value: 'ok', label: ['符合', 'Met'] as const }] };
  assert.deepEqual(
    ['符合', 'Met', 'ok', '不明', ''].map((text) => choiceValue(field, text)),
    ['ok', 'ok', 'ok', '不明', ''],
  );
});
