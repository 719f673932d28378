import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likePart } from '../../kernel/text.ts';
import { gramsOf, isChinese, likeInOrder, wordsOf } from './rules/words.ts';

test('what is written wide, in capitals or twice is one word, and no more than six count', () => {
  assert.deepEqual(wordsOf(' ＡＣＳ－30\u3000电子秤 acs-30 '), ['acs-30', '电子秤']);
  assert.deepEqual(wordsOf('   '), []);
  assert.equal(wordsOf('a b c d e f g h').length, 6);
});

test('only a Chinese word of three signs and more is looked for with signs between', () => {
  assert.equal(likeInOrder('电子秤'), '%电%子%秤%');
  assert.equal(likeInOrder('电子'), null);
  assert.equal(likeInOrder('acs'), null);
  assert.equal(isChinese('血压计'), true);
  assert.equal(isChinese('X射线'), false);
});

test('the signs of a pattern are only signs, and a rare character is one sign', () => {
  assert.equal(likePart('50%_\\'), '%50\\%\\_\\\\%');
  assert.deepEqual(gramsOf('𠮷野家'), ['𠮷野', '野家']);
  assert.deepEqual(gramsOf('店'), ['店']);
});
