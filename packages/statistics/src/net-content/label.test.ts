import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import { checkLabel, requiredHeight, allowedSymbols, type PackedPiece } from './label.ts';
import type { LabelCheckId } from './label-rule.ts';
import { readStatements } from './label-statement.ts';
import { findUnit } from './quantity-unit.ts';

const quantity = (value: string, symbol: string) => ({ value: parse(value), unit: findUnit(symbol)! });
const pieces = (...list: [each: string, count: number][]): PackedPiece[] =>
  list.map(([each, count]) => ({ each: parse(each), pieces: count }));

function judge(
  text: string,
  nominal: [string, string],
  more: { height?: string | null; multipack?: PackedPiece[]; drained?: [string, string] } = {},
) {
  const { height = '6', multipack, drained } = more;
  const label = { text, characterHeight: height === null ? null : parse(height), multipack: multipack ?? null };
  return checkLabel(label, quantity(...nominal), drained === undefined ? null : quantity(...drained));
}
const failing = (...input: Parameters<typeof judge>): LabelCheckId[] =>
  judge(...input).checks.flatMap(({ id, ok }) => (ok === false ? [id] : []));

test('a label that says what it must passes', () => {
  for (const [text, nominal] of [
    ['净含量：500 g', ['500', 'g']],
    ['净含量 500克', ['500', 'g']],
    ['净 含 量: 2.5千克', ['2.5', 'kg']],
    ['净含量：500 mL', ['500', 'mL']],
    ['净含量 1.5升', ['1500', 'mL']],
    ['60片', ['60', 'count']],
    ['10 m', ['10', 'm']],
    ['净含量：80 cm2', ['80', 'cm²']],
    ['净含量：50 dm²', ['5000', 'cm²']],
  ] as const) {
    assert.equal(judge(text, [...nominal]).verdict, 'pass', text);
  }
});

test('the words, the unit and the choice of the unit are judged one by one', () => {
  assert.deepEqual(failing('500 g', ['500', 'g']), ['words']);
  assert.deepEqual(failing('净含量：500', ['500', 'g']), ['quantity']);
  assert.deepEqual(failing('净含量：1 KG', ['1', 'kg']), ['unit']);
  assert.deepEqual(failing('净含量：1公斤', ['1', 'kg']), ['unit']);
  assert.deepEqual(failing('净含量：0.5 kg', ['500', 'g']), ['unit-choice']);
  assert.deepEqual(failing('净含量：1000 g', ['1', 'kg']), ['unit-choice']);
  assert.deepEqual(failing('净含量：999 g', ['999', 'g']), []);
  assert.deepEqual(failing('净含量：450 g', ['500', 'g']), ['agreement']);
  assert.equal(judge('净含量：1 KG', ['1', 'kg']).checks.find(({ id }) => id === 'unit')?.required[0], '应写作 kg');
});

test('the unit follows the quantity at its boundaries', () => {
  const cases: [string, string, string[]][] = [
    ['999.9', 'g', ['g']],
    ['1000', 'g', ['kg']],
    ['1', 'L', ['L']],
    ['99.9', 'cm', ['mm', 'cm']],
    ['1', 'm', ['m']],
    ['99', 'cm²', ['mm²', 'cm²']],
    ['1', 'dm²', ['dm²']],
    ['99', 'dm²', ['dm²']],
    ['1', 'm²', ['m²']],
  ];
  for (const [value, symbol, symbols] of cases) assert.deepEqual(allowedSymbols(quantity(value, symbol)), symbols, `${value} ${symbol}`);
});

test('the characters have to be as high as the quantity asks', () => {
  const cases: [string, string, string][] = [
    ['50', 'g', '2'],
    ['50.1', 'g', '3'],
    ['200', 'mL', '3'],
    ['201', 'mL', '4'],
    ['1', 'kg', '4'],
    ['1.001', 'kg', '6'],
    ['10', 'm', '2'],
    ['500', 'count', '2'],
  ];
  for (const [value, symbol, height] of cases) assert.equal(requiredHeight(quantity(value, symbol)), height, `${value} ${symbol}`);
  assert.deepEqual(failing('净含量：500 g', ['500', 'g'], { height: '3.9' }), ['height']);
  assert.deepEqual(failing('净含量：500 g', ['500', 'g'], { height: '4.0' }), []);
  assert.equal(judge('净含量：500 g', ['500', 'g'], { height: null }).verdict, 'incomplete');
});

test('a package of several states content and number, or the total', () => {
  const multipack = pieces(['50', 12]);
  for (const text of ['净含量：50 g×12', '净含量：12袋×50克', '净含量：50gx12袋', '净含量：600 g', '净含量 600g(12×50g)']) {
    assert.deepEqual(failing(text, ['600', 'g'], { multipack }), [], text);
  }
  assert.deepEqual(failing('净含量：50 g×12', ['50', 'g'], { multipack }), []);
  assert.deepEqual(failing('净含量：50 g', ['50', 'g'], { multipack }), ['multipack']);
  assert.deepEqual(failing('净含量：50 g×10', ['50', 'g'], { multipack }), ['multipack']);
});

test('a package of different goods states each of them', () => {
  const multipack = pieces(['50', 3], ['30', 2]);
  assert.deepEqual(failing('净含量：甲 50 g×3，乙 30 g×2', ['210', 'g'], { multipack }), []);
  assert.deepEqual(failing('净含量：甲 150 g，乙 60 g', ['210', 'g'], { multipack }), []);
  assert.deepEqual(failing('净含量：210 g', ['210', 'g'], { multipack }), ['multipack']);
});

test('solid in liquid states the drained quantity as well', () => {
  const drained: [string, string] = ['300', 'g'];
  assert.deepEqual(failing('净含量：500 g 固形物：300 g', ['500', 'g'], { drained }), []);
  assert.deepEqual(failing('净含量：500 g 沥干物：280 g', ['500', 'g'], { drained }), ['drained']);
  assert.deepEqual(failing('净含量：500 g', ['500', 'g'], { drained }), ['drained']);
});

test('letters that only look like a unit are none', () => {
  for (const text of ['50 gxy', '500', 'g', '5000 mLx', '']) assert.deepEqual(readStatements(text), [], text);
  assert.deepEqual(
    readStatements('3*1.5L').map(({ unit, pieces: count }) => [unit.symbol, count]),
    [['L', 3]],
  );
});
