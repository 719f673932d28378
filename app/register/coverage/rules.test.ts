import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingNames, type Standing } from '../instrument/rules/standing.ts';
import { instrumentKindNames } from '../catalogue/rules/kinds.ts';
import { placeKindNames } from '../place/rules.ts';
import { addCounts, coverageColumnNames, coverageOf, coverageRate, noCounts, standingsOf } from './rules.ts';
import { expectedAt, expectations, expectingKinds } from './rules/expectations.ts';

const counted = (more: Partial<Record<Standing, number>>): Record<Standing, number> => ({
  ...(Object.fromEntries(standingNames.map((name) => [name, 0])) as Record<Standing, number>),
  ...more,
});

test('every instrument in use stands in exactly one of valid, overdue, failed, repaired and never verified', () => {
  const parts = (['valid', 'overdue', 'failed', 'repaired', 'neverVerified'] as const).flatMap((column) => standingsOf[column]);
  assert.deepEqual(parts.toSorted(), [...standingNames].toSorted());
  assert.deepEqual([...standingsOf.inUse].toSorted(), [...standingNames].toSorted());
  assert.ok(
    standingsOf.due.every((standing) => standingsOf.valid.includes(standing)),
    'what falls due soon is still valid',
  );
});

test('the counts of a coverage come from the standings of the ledger', () => {
  const counts = coverageOf(
    counted({ valid: 5, 'due-7': 1, 'due-30': 2, 'due-90': 3, 'no-end': 4, overdue: 6, failed: 7, repaired: 8, 'never-verified': 9 }),
  );
  assert.deepEqual(counts, { inUse: 45, valid: 15, due: 3, overdue: 6, failed: 7, repaired: 8, neverVerified: 9 });
  assert.deepEqual(addCounts(counts, counts).valid, 30);
  assert.deepEqual(Object.keys(noCounts()), [...coverageColumnNames]);
});

test('only a whole coverage is 100 %, and nothing to be verified is no rate', () => {
  const rate = (valid: number, inUse: number) => coverageRate({ valid, inUse });
  assert.deepEqual([rate(0, 0), rate(0, 5), rate(2, 3), rate(9999, 10_000), rate(7, 7)], [null, '0.0', '66.6', '99.9', '100.0']);
});

test('what is expected names kinds of the ledger and kinds of places, each with its source', () => {
  for (const { place, anyOf, source, confidence } of expectations) {
    assert.ok(placeKindNames.includes(place) && anyOf.every((kind) => instrumentKindNames.includes(kind)) && source !== '');
    assert.equal(confidence, 'practice');
  }
  assert.ok(!expectingKinds.includes('other'), 'of other places nothing is expected');
  assert.equal(expectedAt('other').length, 0);
});
