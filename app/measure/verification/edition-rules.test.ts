import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '@tongheng/procedures/edition';
import { editions } from '@tongheng/procedures/registry';
import { networkCheckFor } from './rules/kind.ts';
import { stickersOnFailure } from './rules/seal.ts';
import { isNeeded, judgeStandards } from './rules/standard-gate.ts';

test('an edition says whether the national platform checks what is decided by it; an inspection is not asked', () => {
  const networkCheck = (value: boolean): Pick<Edition, 'networkCheck'> => ({
    networkCheck: { value, source: 'a test of the rule', confidence: 'low', confirmed: false },
  });
  assert.equal(networkCheckFor(networkCheck(true), 'initial'), 'awaiting');
  assert.equal(networkCheckFor(networkCheck(true), 'in-use'), 'not-needed');
  assert.equal(networkCheckFor(networkCheck(false), 'subsequent'), 'not-needed');
  assert.equal(networkCheckFor({}, 'subsequent'), 'not-needed');
  assert.deepEqual(
    editions.filter((edition) => networkCheckFor(edition, 'initial') === 'awaiting').map(({ id }) => id),
    ['jjg-1204-2025'],
  );
});

test('what failed bears no sticker: a seal may be applied to it, and a sticker removed', () => {
  const seals = [
    { kind: 'sticker', action: 'applied' },
    { kind: 'sticker', action: 'removed' },
    { kind: 'seal', action: 'applied' },
  ] as const;
  assert.deepEqual(stickersOnFailure('fail', seals), [seals[0]]);
  assert.deepEqual(stickersOnFailure('pass', seals), []);
  assert.deepEqual(stickersOnFailure(null, seals), []);
});

test('a standard for certain items is missing only where one of them is tested', () => {
  const standard = (id: string, items?: readonly string[]) => ({
    id,
    title: [id, id] as const,
    requirement: { value: ['', ''] as const, source: 'a test of the rule', confidence: 'low' as const, confirmed: false },
    ...(items === undefined ? {} : { items }),
  });
  const edition = { regulation: 'jjg-9999', standards: [standard('砝码'), standard('时钟仪', ['clock', 'timing'])] };
  const check = (item: string) =>
    ({
      id: item,
      item,
      row: item,
      symbol: 'E',
      title: ['', ''],
      position: ['', ''],
      value: '0',
      limit: '1',
      unit: 'g',
      comparison: 'within',
      verdict: 'pass',
      basis: [],
    }) as unknown as Parameters<typeof judgeStandards>[2][number];
  const vacant = (...items: string[]) => judgeStandards(edition, [], items.map(check), '2026-11-23').vacant;
  assert.deepEqual(vacant('error'), ['砝码']);
  assert.deepEqual(vacant('error', 'clock'), ['砝码', '时钟仪']);
  assert.deepEqual(vacant(), ['砝码']);
  assert.equal(isNeeded({ items: [] }, [check('error')]), false);
});
