import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, compare, multiply, parse, print, whole } from '@tongheng/quantity/decimal';
import fc from 'fast-check';
import { areGraduations, readGraduations } from './graduation.ts';

test('a count of equally spaced graduations and the list of them are the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 30 }),
      fc.bigInt(1n, 500n),
      fc.nat(3),
      fc.integer({ min: -20, max: 0 }),
      fc.constantFrom(' ', ', ', '，', '、', '; '),
      (count, digits, scale, first, separator) => {
        const step = { digits, scale };
        const list = Array.from({ length: count }, (_, index) => multiply(step, whole(first + index)));
        const [lower, upper] = [list[0]!, list[count - 1]!];
        const listed = readGraduations(list.map(print).join(separator), lower, upper);
        const counted = readGraduations(String(count), lower, upper);
        assert.ok(areGraduations(listed) && areGraduations(counted));
        assert.equal(listed.length, count);
        for (const [index, value] of counted.entries()) assert.equal(compare(value, listed[index]!), 0);
      },
    ),
  );
});

test('a list that does not reach from end to end, or does not rise, is refused', () => {
  const read = (text: string) => readGraduations(text, parse('-0.1'), parse('0.15'));
  for (const text of ['', '-0.1', '-0.1 0', '0 0.15', '-0.1 0.1 0.1 0.15', '-0.1 0.1 0 0.15', '1', '61', '2.5', '-0.1 x 0.15'])
    assert.ok(!areGraduations(read(text)), text);
  assert.ok(areGraduations(read('-0.1 0 0.15')));
  assert.ok(!areGraduations(readGraduations('4', parse('0'), add(parse('0'), parse('1')))), 'a third has no end');
});
