import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editions, findEdition } from '@tongheng/procedures/registry';
import { numbersOf } from './rules.ts';
import { compoundWords } from './rules/compound-words.ts';
import { groupNumbers } from './rules/number-groups.ts';
import { numberValue, numberWords } from './rules/number-words.ts';

test('every number of every edition has a name in both languages, and its value is read in both', () => {
  for (const edition of editions) {
    for (const { path, value } of numbersOf(edition)) {
      const [zh, en] = numberWords(edition, path);
      assert.ok(zh !== '' && en !== '' && !/[\u4e00-\u9fff]/.test(en), `${edition.id} ${path}: ${en}`);
      const [one, other] = numberValue(value);
      assert.ok(one !== '' && other !== '' && !one.includes('[object') && !other.includes('[object'), `${edition.id} ${path}`);
    }
  }
});

test('every number of an edition stands in one group of the comparison', () => {
  for (const edition of editions) {
    const numbers = numbersOf(edition);
    const grouped = groupNumbers(edition, numbers).flatMap(({ rows }) => rows.map(({ number }) => number.path));
    assert.deepEqual([...grouped].sort(), numbers.map(({ path }) => path).sort(), edition.id);
  }
});

test('an open limit is called by its own label', () => {
  const edition = findEdition('jjg-0692-2010')!;
  const [open] = numbersOf(edition).filter((number) => number.open);
  assert.deepEqual(numberWords(edition, open!.path), open!.label);
});

test('a name of the data is read word by word; units and signs stay', () => {
  assert.deepEqual(compoundWords('temperatureLeast'), ['温度不小于', 'temperature at least']);
  assert.deepEqual(compoundWords('kPa'), ['kPa', 'kPa']);
  assert.deepEqual(compoundWords('IIII'), ['IIII', 'IIII']);
  assert.deepEqual(compoundWords('somethingElse'), ['something Else', 'something Else']);
});

test('a list of numbers is no text in two languages', () => {
  assert.deepEqual(numberValue('["37","41"]'), ['37、41', '37, 41']);
  assert.deepEqual(numberValue('["误差不超过 1/3","at most a third"]'), ['误差不超过 1/3', 'at most a third']);
  assert.deepEqual(numberValue('["initial","in-use"]'), ['首次检定、使用中检查', 'initial verification, in-use inspection']);
  assert.deepEqual(numberValue('null'), ['未定', 'not established']);
  assert.deepEqual(numberValue('[]'), ['无', 'none']);
});
