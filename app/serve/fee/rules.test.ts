import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, addMonths } from '../../kernel/day.ts';
import { listOn, periodOf, priceFault, priceFor, printYuan, readYuan, piecesOf, spansOf, type Price } from './rules.ts';

const price = (more: Partial<Price>): Price => ({
  kind: 'price-computing-scale',
  words: '测试',
  field: null,
  overValue: null,
  upToValue: null,
  unit: null,
  choice: null,
  priceFen: 1000,
  ...more,
});
const calendar = { dayAfter: (day: string) => addDays(day, 1), dayBefore: (day: string) => addDays(day, -1) };
const list = (id: string, validFrom: string, validTo: string | null = null, more: object = {}) => ({
  id,
  validFrom,
  validTo,
  withdrawn: false,
  recordedAt: '2026-01-01T00:00:00Z',
  ...more,
});

test('the first row that holds for the nameplate is the price: over the lower bound, up to the upper one', () => {
  const prices = [
    price({ field: 'max', upToValue: '30', unit: 'kg', priceFen: 2000 }),
    price({ field: 'max', overValue: '30', upToValue: '1000', unit: 'kg', priceFen: 5000 }),
  ];
  const of = (max: string) => priceFor(prices, 'price-computing-scale', { max })?.priceFen;
  assert.deepEqual(
    [of('15 kg'), of('30 kg'), of('30000 g'), of('30001 g'), of('1 t'), of('1.001 t')],
    [2000, 2000, 2000, 5000, 5000, undefined],
  );
  assert.equal(of('unreadable'), undefined);
  assert.equal(priceFor(prices, 'fuel-dispenser', { max: '15 kg' }), undefined);
  assert.equal(priceFor([price({})], 'price-computing-scale', {})?.priceFen, 1000);
});

test('a choice of the nameplate may have a price of its own', () => {
  const prices = [price({ field: 'class', choice: 'II', priceFen: 9000 }), price({ priceFen: 3000 })];
  assert.equal(priceFor(prices, 'price-computing-scale', { class: 'II' })?.priceFen, 9000);
  assert.equal(priceFor(prices, 'price-computing-scale', { class: 'III' })?.priceFen, 3000);
});

test('a row that can never hold is refused', () => {
  assert.equal(priceFault(price({})), undefined);
  assert.equal(priceFault(price({ field: 'max', upToValue: '30', unit: 'kg' })), undefined);
  for (const [wrong, field] of [
    [price({ field: 'nothing' }), 'field'],
    [price({ field: 'max', unit: 'kg' }), 'upToValue'],
    [price({ field: 'max', upToValue: '30' }), 'unit'],
    [price({ field: 'max', upToValue: '30', overValue: '30', unit: 'kg' }), 'upToValue'],
    [price({ field: 'max', upToValue: '1e3', unit: 'kg' }), 'upToValue'],
    [price({ field: 'class', choice: 'XX' }), 'choice'],
  ] as const)
    assert.equal(priceFault(wrong)?.field, field);
});

test('of the lists in force on a day the one that began last holds, then the one recorded last; a withdrawn one never', () => {
  const lists = [list('a', '2024-01-01'), list('b', '2025-01-01', '2025-06-30'), list('c', '2025-01-01', null, { withdrawn: true })];
  assert.equal(listOn(lists, '2023-12-31'), undefined);
  assert.deepEqual(
    ['2024-05-01', '2025-01-01', '2025-06-30', '2025-07-01'].map((day) => listOn(lists, day)?.id),
    ['a', 'b', 'b', 'a'],
  );
  const corrected = [list('x', '2025-01-01'), list('y', '2025-01-01', null, { recordedAt: '2026-02-01T00:00:00Z' })];
  assert.equal(listOn(corrected, '2025-02-01')?.id, 'y');
});

test('the spans of a period name for each of its days the list that holds on it', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-01-01', n));
  const lists = fc.array(
    fc.record({
      validFrom: day,
      length: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
      withdrawn: fc.boolean(),
      at: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(lists, day, fc.integer({ min: 0, max: 40 }), (drawn, from, length) => {
      const all = drawn.map(({ validFrom, length: days, withdrawn, at }, index) =>
        list(String(index), validFrom, days === null ? null : addDays(validFrom, days), {
          withdrawn,
          recordedAt: `2026-01-0${at}T00:00:00Z`,
        }),
      );
      const to = addDays(from, length);
      const spans = spansOf(all, from, to, calendar);
      for (let each = from; each <= to; each = addDays(each, 1)) {
        const covering = spans.filter((span) => span.from <= each && each <= span.to);
        assert.deepEqual(
          covering.map(({ listId }) => listId),
          [listOn(all, each)?.id ?? null],
        );
      }
    }),
  );
});

test('fen are shown as yuan with two digits and read back', () => {
  assert.deepEqual([0, 5, 100, 123450].map(printYuan), ['0.00', '0.05', '1.00', '1234.50']);
  assert.deepEqual(['12', '12.5', '0.05', '1.234', '-1', '1,000', ''].map(readYuan), [
    1200,
    1250,
    5,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => readYuan(printYuan(fen)) === fen));
});

test('a day lies in its month, quarter and year', () => {
  assert.deepEqual(
    [periodOf('2026-11-26', 'month'), periodOf('2026-11-26', 'quarter'), periodOf('2026-03-31', 'quarter'), periodOf('2026-11-26', 'year')],
    ['2026-11', '2026-Q4', '2026-Q1', '2026'],
  );
});

test('whole months and the days beside them are all days of the spans, each once', () => {
  const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2025-12-20', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 200 }), (from, first, second) => {
      const middle = addDays(from, first);
      const spans = [
        { listId: 'a', from, to: middle },
        { listId: 'b', from: addDays(middle, 1), to: addDays(middle, second) },
      ];
      const covered: string[] = [];
      for (const piece of piecesOf(spans, { ...calendar, monthsAfter: addMonths })) {
        const to = piece.whole ? addDays(addMonths(piece.to, 1), -1) : piece.to;
        if (piece.whole) assert.ok(piece.from.endsWith('-01') && piece.to.endsWith('-01'));
        for (let each = piece.from; each <= to; each = addDays(each, 1)) covered.push(`${piece.span} ${each}`);
      }
      const wanted = spans.flatMap((span, index) => {
        const days: string[] = [];
        for (let each = span.from; each <= span.to; each = addDays(each, 1)) days.push(`${index + 1} ${each}`);
        return days;
      });
      assert.deepEqual(covered, wanted);
    }),
  );
});
