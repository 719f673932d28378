import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

// The web's sources belong to another project of the compiler; they are taken as the browser takes them, by address.
type Figures = Record<'printNumber' | 'printInstant' | 'printDocumentNumber' | 'printBytes', (value: string | number) => string>;
const figures = (await import(new URL('../app/web/figures.ts', import.meta.url).href)) as Figures;

test('a measured value keeps every digit it was typed with', () => {
  assert.equal(figures.printNumber('12345.60'), '12,345.60');
  assert.equal(figures.printNumber('0.000100'), '0.000100');
  assert.equal(figures.printNumber('-1500'), '\u22121,500');
  assert.equal(figures.printNumber(6000), '6,000');
  assert.equal(figures.printNumber('1.5e3'), '1.5e3');
});

test('grouping adds commas and nothing else, however long the number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{0,30}(\.\d{1,20})?$/), (typed) => {
      const printed = figures.printNumber(typed);
      assert.equal(printed.replace(/,/g, ''), typed);
      assert.match(printed, /^\d{1,3}(,\d{3})*(\.\d+)?$/);
    }),
  );
});

test('an instant is shown on the city’s clock', () => {
  assert.equal(figures.printInstant('2026-11-22T16:05:00Z'), '2026-11-23 00:05');
});

test('the year of a document number stands in 〔〕', () => {
  for (const typed of ['通政办发[2023]12号', '通政办发（2023）12号', '通政办发〔2023〕12号']) {
    assert.equal(figures.printDocumentNumber(typed), '通政办发〔2023〕12号');
  }
});

test('the size of a file is given to one decimal', () => {
  assert.equal(figures.printBytes(999), '999\u00A0B');
  assert.equal(figures.printBytes(1_536_000), '1.5\u00A0MB');
});
