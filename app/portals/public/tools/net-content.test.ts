import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvOf } from './net-content-csv.ts';
import { addressOf, blankEntry, entryOf, exampleEntry, readEntry, type Entry } from './net-content-entry.ts';
import { decodeText, readColumn, splitValues } from './value-list.ts';

const today = '2026-11-26';

test('values are found whatever stands between them', () => {
  assert.deepEqual(splitValues('499.0\n501.3\r\n 497.5\t503，1'), ['499.0', '501.3', '497.5', '503', '1']);
  assert.deepEqual(splitValues('４９９．０、−0.5；'), ['499.0', '-0.5']);
  assert.deepEqual(splitValues(' \n'), []);
});

test('the column of values is found in a table', () => {
  assert.deepEqual(readColumn('序号,净含量\n1,499.0\n2,501.3\n3,497.5\n'), { values: ['499.0', '501.3', '497.5'], column: 2 });
  assert.deepEqual(readColumn('甲\t499.0\n乙\t501.3'), { values: ['499.0', '501.3'], column: 2 });
  assert.deepEqual(readColumn('"1";"499,0"\n"2";"501,3"'), { values: ['1', '2'], column: 1 });
  assert.deepEqual(readColumn('499.0\n501.3'), { values: ['499.0', '501.3'], column: 1 });
  assert.deepEqual(readColumn('1\n2\n3'), { values: ['1', '2', '3'], column: 1 });
  assert.equal(readColumn('a,b\nc,d'), undefined);
  assert.equal(readColumn(''), undefined);
});

test('a file of an older spreadsheet is read in its own encoding', () => {
  const bytes = Uint8Array.from([0xbe, 0xbb, 0xba, 0xac, 0xc1, 0xbf]);
  assert.equal(decodeText(bytes.buffer), '净含量');
  assert.equal(decodeText(new TextEncoder().encode('净含量').buffer as ArrayBuffer), '净含量');
});

test('the address gives back the form it was made from', () => {
  const text = fc.string({ maxLength: 40 }).filter((value) => value.trim() === value);
  const decimals = fc.array(
    fc.integer({ min: -99_999, max: 99_999 }).map((value) => (value / 100).toFixed(2)),
    { maxLength: 125 },
  );
  fc.assert(
    fc.property(
      fc.record({
        lot: text,
        nominal: text,
        labelText: text,
        height: text,
        each: text,
        pieces: text,
        given: fc.constantFrom('contents', 'deviations'),
      }),
      decimals,
      (typed, values) => {
        const entry: Entry = { ...blankEntry(today), ...typed, values: values.join('\n') };
        const { query, isWhole } = addressOf(entry, today);
        assert.ok(isWhole);
        assert.deepEqual(entryOf(new URLSearchParams(query), today), entry);
      },
    ),
    { numRuns: 200, seed: 4 },
  );
  assert.equal(addressOf(blankEntry(today), today).query, '');
});

test('an address is never too long: the values are left out', () => {
  const entry = { ...exampleEntry(today), values: Array<string>(400).fill('123456.789').join('\n') };
  const { query, isWhole } = addressOf(entry, today);
  assert.ok(!isWhole && query.length < 500 && !query.includes('x='));
});

test('whatever stands in an address, the form is read and what is wrong is said', () => {
  const field = fc.string({ maxLength: 60 });
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('rule', 'date', 'lot', 'qn', 'unit', 'given', 'x', 'label', 'height', 'each', 'pieces'), field),
      (query) => {
        const entry = entryOf(new URLSearchParams(query), today);
        const { answer, faults } = readEntry(entry);
        if (answer === null) return;
        assert.deepEqual(faults, []);
      },
    ),
    { numRuns: 500, seed: 5 },
  );
});

test('a form that is not full yet waits, and says what is wrong where it is wrong', () => {
  const example = exampleEntry(today);
  assert.equal(readEntry(example).answer?.verdict, 'pass');
  assert.equal(readEntry({ ...example, values: '99' }).answer, null);
  assert.deepEqual(readEntry({ ...example, values: '99' }).faults, []);
  const fieldOf = (change: Partial<Entry>) => readEntry({ ...example, ...change }).faults.map(({ field }) => field);
  assert.deepEqual(fieldOf({ lot: '0' }), ['lot']);
  assert.deepEqual(fieldOf({ nominal: '60000' }), ['nominal']);
  assert.deepEqual(fieldOf({ unit: 'x' }), ['unit']);
  assert.deepEqual(fieldOf({ rule: 'jjf-1070-2023', lot: '' }), ['rule']);
  assert.deepEqual(fieldOf({ rule: 'oiml-r87-2004' }), ['lot']);
  assert.deepEqual(fieldOf({ height: '-1' }), ['height']);
  assert.deepEqual(fieldOf({ each: '50' }), ['pieces']);
  assert.deepEqual(fieldOf({ date: '2026-02-30' }), ['date']);
  const [fault] = readEntry({ ...example, values: example.values.replace('98.7', '9B.7') }).faults;
  assert.deepEqual([fault?.field, fault?.index], ['values', 2]);
  assert.doesNotMatch(fault?.text[0] ?? '', /contents/);
});

test('a text that begins like a formula stays a text in a spreadsheet', () => {
  const entry = { ...exampleEntry(today), labelText: '=1+1 净含量：100 g' };
  const { answer, values } = readEntry({ ...entry });
  assert.ok(answer !== null);
  const table = csvOf(answer, { ...entry, date: '=cmd' }, values, 'zh');
  assert.match(table, /\r\n检验日期,'=cmd\r\n/);
  assert.match(table, /\r\n平均实际含量,99\.55,g,98\.84176,符合\r\n/);
});
