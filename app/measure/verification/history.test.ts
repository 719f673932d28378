import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { begin, redo, step, undo, type History } from './rules/history.ts';

test('typing on in one cell is undone at once, the next cell by itself', () => {
  let sheet = begin('');
  for (const [text, place] of [
    ['1', 'a'],
    ['15', 'a'],
    ['15.', 'a'],
    ['15.0', 'a'],
    ['15.0|2', 'b'],
  ] as const)
    sheet = step(sheet, text, place);
  assert.equal(undo(sheet).present, '15.0');
  assert.equal(undo(undo(sheet)).present, '');
  assert.equal(undo(undo(undo(sheet))).present, '', 'before the beginning there is nothing');
  assert.equal(redo(undo(sheet)).present, '15.0|2');
  const pasted = step(undo(sheet), 'pasted', null);
  assert.equal(redo(pasted).present, 'pasted', 'what was undone is gone once something else is done');
});

test('undoing everything leads to the beginning, doing it again to the end', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer(), fc.constantFrom('a', 'b', null)), { maxLength: 60 }), (steps) => {
      const end = steps.reduce<History<number>>((history, [next, place]) => step(history, next, place), begin(0));
      let back = end;
      for (let index = 0; index < steps.length; index += 1) back = undo(back);
      assert.equal(back.present, 0);
      for (let index = 0; index < steps.length; index += 1) back = redo(back);
      assert.equal(back.present, end.present);
    }),
  );
});
