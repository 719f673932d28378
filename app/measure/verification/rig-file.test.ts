import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProcedure } from '@tongheng/procedures/registry';
import { nameplate } from '../../../test/support/thread.ts';
import { parseCsv, type CsvTable } from './rules/csv.ts';
import { readRigFile, splitHead, suggestMapping, unitIssue, type RigMapping } from './rules/rig-file.ts';
import { judgeRig, rigColumns, writeRig, type RigColumn } from './rules/rig-sheet.ts';
import { readCell, type SheetReadings } from './rules/sheet.ts';

const procedure = findProcedure('jjg-0539-2016')!;
const record = { nameplate, kind: 'subsequent' as const };
const columns = rigColumns(procedure, record);
const prefilled = procedure.prefill(nameplate, 'subsequent') as SheetReadings;
const instruments = [
  { id: 'a', serial: '0012345' },
  { id: 'b', serial: 'B-2' },
  { id: 'c', serial: 'C-3' },
];
const grams = (column: RigColumn): string | null => (column.field.unit === 'sheet' ? 'g' : column.field.unit);
const table = (text: string): CsvTable => parseCsv(text)!;
const pathOf = (group: string, row: number, column: string): string => `readings.${group}.rows.${row}.${column}`;

test('the columns of a rig are the readings of the form; what the procedure gives is told with them', () => {
  assert.ok(columns.length > 20);
  assert.ok(columns.every(({ field }) => field.id !== 'load'));
  const third = columns.find(({ path }) => path === pathOf('weighing', 2, 'indication'));
  assert.ok(third?.given.some(({ field }) => field.id === 'load'));
});

test('units stand in heads in brackets or after a stroke; a number in brackets is none', () => {
  assert.deepEqual(splitHead('示值（kg）'), { title: '示值', unit: 'kg' });
  assert.deepEqual(splitHead('流量/(m³/h)'), { title: '流量', unit: 'm³/h' });
  assert.deepEqual(splitHead('温度/℃'), { title: '温度', unit: '℃' });
  assert.deepEqual(splitHead('示值(1)'), { title: '示值(1)', unit: null });
  assert.equal(unitIssue('示值', 'g'), undefined);
  assert.equal(unitIssue('温度(℃)', '°C'), undefined);
  assert.equal(unitIssue('示值(kg)', 'g')?.[0], '单位“kg”不适用：应为 g');
  assert.equal(unitIssue('示值(kg)', null)?.[0], '单位“kg”不适用：此项没有单位');
});

const mapping: RigMapping = {
  name: '台 1',
  serial: '表号',
  columns: { '示值1(g)': pathOf('weighing', 0, 'indication'), ΔL1: pathOf('weighing', 0, 'added') },
};

test('a line of the file becomes the readings of its instrument, digit by digit; an empty cell takes nothing away', () => {
  const { rows, refused, issues } = readRigFile(
    table('表号,示值1(g),ΔL1\n0012345,100,2.50\nB-2,105,\n'),
    mapping,
    columns,
    instruments,
    grams,
  );
  assert.deepEqual([refused, [...issues]], [[], []]);
  const written = writeRig(prefilled, rows[0]!.values);
  assert.equal(readCell(written, { group: 'weighing', row: 0, column: 'added' }), '2.50');
  const before = writeRig(prefilled, [{ column: columns.find(({ path }) => path === pathOf('weighing', 0, 'added'))!, text: '1.5' }]);
  assert.equal(readCell(writeRig(before, rows[1]!.values), { group: 'weighing', row: 0, column: 'added' }), '1.5');
});

test('what cannot be taken is named with its line: unknown, doubled and broken; the rest is kept', () => {
  const text = '表号,示值1(g),ΔL1\n12345,100,1\nB-2,100,1\nB-2,100,2\nX-9,1,1\nC-3,100\n0012345,100,1\n';
  const { rows, refused } = readRigFile(table(text), mapping, columns, instruments, grams);
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(
    refused.map(({ line }) => line),
    [2, 3, 4, 5, 6],
  );
  assert.match(refused[0]!.text[0], /前面的零丢失/);
  assert.match(refused[1]!.text[0], /第 3、4 行重复/);
});

test('a column whose unit does not fit is left out and named; two columns are not one reading', () => {
  const kilograms = { ...mapping, columns: { '示值1(kg)': pathOf('weighing', 0, 'indication'), ΔL1: pathOf('weighing', 0, 'added') } };
  const { rows, issues } = readRigFile(table('表号,示值1(kg),ΔL1\nB-2,0.1,2\n'), kilograms, columns, instruments, grams);
  assert.match(issues.get('示值1(kg)')![0], /应为 g/);
  assert.deepEqual(
    rows[0]!.values.map(({ text }) => text),
    ['2'],
  );
  const twice = { ...mapping, columns: { a: pathOf('weighing', 0, 'added'), b: pathOf('weighing', 0, 'added') } };
  assert.equal(readRigFile(table('表号,a,b\nB-2,1,2\n'), twice, columns, instruments, grams).issues.get('b')?.[0], '两列对应同一项');
  assert.equal(readRigFile(table('x,a,b\nB-2,1,2\n'), mapping, columns, instruments, grams).issues.get('表号')?.[0], '没有这一列');
});

test('heads that say what they are find their readings by themselves, the others wait for a person', () => {
  const heads = ['表号', '称量示值1', 'weighing added 1', '100 示值', '备注'];
  const found = suggestMapping(heads, columns, ([zh]) => zh);
  assert.equal(found.serial, '表号');
  assert.equal(found.columns['称量示值1'], pathOf('weighing', 0, 'indication'));
  assert.equal(found.columns['备注'], undefined);
});

test('each row is judged by itself: what is missing, what is wrong, and what its record concludes', () => {
  const judged = judgeRig(procedure, { ...record, environment: {}, readings: prefilled });
  assert.equal(judged.conclusion, null);
  assert.ok(judged.missing > 20);
  const wrong = writeRig(prefilled, [
    { column: columns.find(({ path }) => path === pathOf('weighing', 0, 'indication'))!, text: '１００' },
  ]);
  const found = judgeRig(procedure, { ...record, environment: {}, readings: wrong });
  assert.match(found.wrong.get(pathOf('weighing', 0, 'indication'))![0], /全角/);
});
