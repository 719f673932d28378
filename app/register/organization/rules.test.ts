import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkCharacter, isCreditCode, regionNameOf } from './rules.ts';

// GB 32100-2015 annex A gives 91350100M000100Y43 as its example.
test('the example of GB 32100-2015 has its check character', () => {
  assert.equal(checkCharacter('91350100M000100Y4'), '3');
  assert.equal(isCreditCode('91350100M000100Y43'), true);
});

test('one wrong character is always noticed', () => {
  const characters = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
  const code = fc.array(fc.constantFrom(...characters), { minLength: 17, maxLength: 17 }).map((list) => list.join(''));
  fc.assert(
    fc.property(code, fc.nat(16), fc.constantFrom(...characters), (first17, place, other) => {
      const right = `${first17}${checkCharacter(first17)}`;
      const wrong = `${right.slice(0, place)}${other}${right.slice(place + 1)}`;
      assert.equal(isCreditCode(wrong), wrong === right);
    }),
  );
});

test('letters outside the alphabet, other lengths and lower case are refused', () => {
  for (const code of ['', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100m000100y43'])
    assert.equal(isCreditCode(code), false);
});

test('a region is called by its government without the office, in both languages', () => {
  const name = (zh: string, en: string | null) => regionNameOf({ name: zh, nameEn: en });
  assert.deepEqual(name('如东县人民政府', "Rudong County People's Government"), ['如东县', 'Rudong']);
  assert.deepEqual(name('南通市人民政府', "Nantong Municipal People's Government"), ['南通市', 'Nantong']);
  assert.deepEqual(name('通州区人民政府', null), ['通州区', '通州区']);
});
