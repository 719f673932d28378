import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { delimiters, parseCsv } from './rules/csv.ts';

const cellsOf = (text: string) => parseCsv(text)?.lines.map(({ cells }) => cells);

test('commas, semicolons and tabs are told apart by the lines that agree', () => {
  for (const delimiter of delimiters) {
    const table = parseCsv(['表号', '示值', '备注'].join(delimiter) + '\r\n' + ['A-1', '1.50', ''].join(delimiter) + '\r\n');
    assert.equal(table?.delimiter, delimiter);
    assert.deepEqual(table?.head.cells, ['表号', '示值', '备注']);
    assert.deepEqual(table?.lines, [{ line: 2, cells: ['A-1', '1.50', ''] }]);
  }
  assert.equal(parseCsv('表号;示值\nA;1,5\nB;2,5\n')?.delimiter, ';', 'a decimal comma is no delimiter');
  assert.deepEqual(cellsOf('sep=;\nid;v\nA;1\n'), [['A', '1']]);
});

test('quoted cells keep delimiters, line ends and quotes; trailing zeros stay', () => {
  assert.deepEqual(cellsOf('id,note,v\n"A,1","a ""b""\nc",0.50\nB,3/4" pipe,1.0\n'), [
    ['A,1', 'a "b"\nc', '0.50'],
    ['B', '3/4" pipe', '1.0'],
  ]);
  assert.equal(parseCsv('id,note\nA,"x\ny"\nB,z\n')?.lines[1]?.line, 4, 'lines are counted as the editor counts them');
});

test('a broken line is named and kept out, the lines around it are kept', () => {
  const table = parseCsv('id,a,b\nA,1,2\nB,"3,4\nC,5,6\nD,7\nE,8,9\nF,1,2,3\nG,"1"x,2\nH,1,2\n');
  assert.deepEqual(
    table?.lines.map(({ cells: [id] }) => id),
    ['A', 'C', 'E', 'H'],
  );
  assert.deepEqual(
    table?.broken.map(({ line, text: [zh] }) => [line, zh]),
    [
      [3, '引号没有成对'],
      [5, '有 2 格，表头有 3 格'],
      [7, '有 4 格，表头有 3 格'],
      [8, '引号之后还有文字'],
    ],
  );
  const swallowed = parseCsv('id,a,b\nA,"1,2\nB,3,4\nC,5,"6"\nD,7,8\n');
  assert.deepEqual(
    swallowed?.lines.map(({ cells: [id] }) => id),
    ['B', 'C', 'D'],
    'a quote that is closed by a later one loses its own line only',
  );
  assert.deepEqual(
    swallowed?.broken.map(({ line }) => line),
    [2],
  );
  assert.deepEqual(
    parseCsv('id,a\nA,1\nB,\uFFFD\nC,2\n')?.broken.map(({ line }) => line),
    [3],
  );
});

test('titles above the head, empty lines and a byte order mark are passed over', () => {
  const table = parseCsv('\uFEFF水表检定装置\n2026-11-23\n\n表号,Q1,Q2\nA,1,2\n,,\nB,3,4\n\n');
  assert.equal(table?.head.line, 4);
  assert.deepEqual(table?.lines, [
    { line: 5, cells: ['A', '1', '2'] },
    { line: 7, cells: ['B', '3', '4'] },
  ]);
  assert.equal(parseCsv(''), undefined);
  assert.equal(parseCsv('one column\n1\n2\n'), undefined);
});

test('line ends and tabs in quoted cells do not make another delimiter of the tab', () => {
  assert.deepEqual(cellsOf('"h1","h2","h3"\r\n"\n","\t\n","\t\n"'), []);
});

test('whatever is written after RFC 4180 is read back', () => {
  const word = fc.string({ unit: fc.constantFrom('a', '1', '.', ',', ';', '"', '\n', ' ', '甲', '\t'), maxLength: 6 });
  const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 8 }), (rows) => {
      const written = [['h1', 'h2', 'h3'], ...rows].map((row) => row.map(quoted).join(',')).join('\r\n');
      const expected = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
      assert.deepEqual(cellsOf(written) ?? [], expected);
    }),
  );
});
