import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InvalidRevocationList, printRevocationList, readRevocationList, type RevocationList } from './revocation-list.ts';

const list: RevocationList = {
  origin: 'nantong.example/log',
  asOf: '2026-11-26T08:00:00Z',
  endings: [
    { number: '320685A20260000076', kind: 'replaced', day: '2026-11-21', by: '320685A20260000084' },
    { number: '320685A20260000013', kind: 'revoked', day: '2026-11-20' },
  ],
};

test('a list is printed in the order of its numbers and read back', () => {
  const text = printRevocationList(list);
  assert.deepEqual(
    readRevocationList(text).endings.map(({ number }) => number),
    ['320685A20260000013', '320685A20260000076'],
  );
  assert.equal(printRevocationList(readRevocationList(text)), text);
});

test('a list that was cut, turned round or added to is none', () => {
  const text = printRevocationList(list);
  const refused: readonly (readonly [string, RegExp])[] = [
    [text.slice(0, -1), /line 1/],
    [text.split('\n').slice(0, -2).join('\n') + '\n', /line 4/],
    [text.replace('\n2\n', '\n02\n'), /line 4/],
    [text.replace('revoked', 'Revoked'), /line 5/],
    [text.replace('0000013', '0000099'), /line 6/],
    [text.replaceAll('\n', '\r\n'), /line 1/],
    [text.replace('/1', '/2'), /line 1/],
    [text.replace('T08', 'T24'), /line 3/],
    [text.replace('nantong.example', 'nan tong'), /line 2/],
    ['', /line 1/],
  ];
  for (const [one, where] of refused)
    assert.throws(
      () => readRevocationList(one),
      (error) => error instanceof InvalidRevocationList && where.test(error.message),
    );
  assert.throws(
    () => printRevocationList({ ...list, endings: [{ number: 'x', kind: 'revoked', day: '2026-11-20' }] }),
    InvalidRevocationList,
  );
});
