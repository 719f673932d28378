import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editions, findEdition, unknownLimits } from '@tongheng/procedures/registry';
import {
  adoptionLifeCycle,
  adoptionText,
  allowedAdoptionActions,
  comparisonGaps,
  enteredValues,
  numbersOf,
  valueRefusals,
  type EditionNumber,
} from './rules.ts';

const edition = findEdition('jjg-0539-2016');

test('every number of JJG 539-2016 stands in the comparison once, with its source', () => {
  const numbers = numbersOf(edition!);
  assert.equal(new Set(numbers.map(({ path }) => path)).size, numbers.length);
  for (const path of ['limits.mpe.III.0.factor', 'limits.zeroSetting', 'validity.rules.0.months', 'items.0.required', 'applies.0.to'])
    assert.ok(
      numbers.some((number) => number.path === path),
      path,
    );
  assert.ok(numbers.every(({ source, value }) => source.length > 10 && value !== ''));
  assert.ok(!numbers.some(({ path }) => path.endsWith('.clause')), 'clauses are what the comparison adds');
});

test('a comparison names what is missing and what the edition does not have', () => {
  const numbers = numbersOf(edition!);
  const given = [...numbers.slice(1), { path: 'limits.invented' }];
  assert.deepEqual(comparisonGaps(numbers, given), { missing: [numbers[0]?.path], unknown: ['limits.invented'] });
  assert.deepEqual(comparisonGaps(numbers, numbers), { missing: [], unknown: [] });
});

test('who compared the numbers never confirms them, whatever roles are held', () => {
  const permits = new Set(['catalogue.adopt', 'catalogue.confirm']);
  const adoption = { status: 'proposed', instituteId: 'institute', proposedBy: 'proposer' } as const;
  assert.deepEqual(allowedAdoptionActions(adoption, { personId: 'proposer', organizationId: 'institute', permits }), ['withdraw']);
  assert.deepEqual(allowedAdoptionActions(adoption, { personId: 'second', organizationId: 'institute', permits }), [
    'confirm',
    'refuse',
    'withdraw',
  ]);
  assert.deepEqual(allowedAdoptionActions(adoption, { personId: 'second', organizationId: 'other', permits }), []);
  for (const status of ['refused', 'withdrawn', 'replaced'] as const) assert.deepEqual(adoptionLifeCycle[status], {});
});

const half = { source: 'a test, no official text', confidence: 'unknown', confirmed: false } as const;
const open: EditionNumber = { path: 'limits.half', value: 'null', ...half, open: true, label: ['一半', 'a half'], unit: null };
const known: EditionNumber = { path: 'limits.known', value: '"0.5"', ...half, open: false, label: null, unit: null };

test('a limit that the edition leaves open needs a decimal, and a number that is there takes no other', () => {
  const refused = (given: readonly { path: string; value?: string }[]) =>
    valueRefusals([open, known], given).map(({ path, text }) => [path, text[1]]);
  assert.deepEqual(refused([{ path: open.path, value: '0.50' }, { path: known.path }]), []);
  assert.deepEqual(
    refused([
      { path: open.path, value: '-4.0' },
      { path: known.path, value: '0.5' },
    ]),
    [],
    'the value that stands there is no other value',
  );
  for (const value of [undefined, '', '  ', '半个分度', '0,5', '０.5', '1e3', '0.5 kPa', '≤0.5', '0.5.1'])
    assert.deepEqual(
      refused([{ path: open.path, ...(value === undefined ? {} : { value }) }]).map(([path]) => path),
      [open.path],
      value,
    );
  assert.match(
    String(
      refused([
        { path: open.path, value: '1' },
        { path: known.path, value: '0.50' },
      ])[0]?.[1],
    ),
    /takes no other/,
  );
});

test('the limits that an edition leaves open are exactly those that it names, each with its words and once', () => {
  for (const each of editions) {
    const open = numbersOf(each).filter((number) => number.open);
    assert.deepEqual(
      open.map(({ path, label, unit }) => ({ path, label, unit })),
      unknownLimits(each).map(({ path, label, unit }) => ({ path, label, unit })),
    );
    const paths = numbersOf(each).map(({ path }) => path);
    assert.equal(new Set(paths).size, paths.length, each.id);
    assert.ok(paths.length <= 1000 && paths.every((path) => path.length <= 120), each.id);
  }
});

test('an open end of validity is no open limit', () => {
  const numbers = numbersOf(edition!);
  assert.equal(numbers.find(({ path }) => path === 'applies.1.to')?.open, false);
});

test('what an adoption consists of does not depend on the order in which the values were typed', () => {
  const one = enteredValues([open, known], [{ path: open.path, value: ' 0.50 ' }, { path: known.path }]);
  assert.deepEqual(one, { 'limits.half': '0.50' });
  assert.equal(adoptionText('ab', { b: '2', a: '1' }), adoptionText('ab', { a: '1', b: '2' }));
  assert.notEqual(adoptionText('ab', { a: '1' }), adoptionText('ab', { a: '1.0' }));
});
