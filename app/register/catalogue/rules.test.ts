import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editions } from '@tongheng/procedures/registry';
import { adoptionLifeCycle, allowedAdoptionActions, comparisonGaps, numbersOf } from './rules.ts';

const [edition] = editions;

test('every number of JJG 539-2016 stands in the comparison once, with its source', () => {
  const numbers = numbersOf(edition!);
  assert.equal(new Set(numbers.map(({ path }) => path)).size, numbers.length);
  for (const path of ['limits.mpe.III.0.factor', 'limits.zeroSetting', 'validity.monthsAtMost', 'items.0.required', 'applies.0.to'])
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
