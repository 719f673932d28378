import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changesOf, levelOf, plainName, type KnownDivision } from './rules.ts';

const known: readonly KnownDivision[] = [
  { code: '320685100', name: '海安镇', region: '320685', state: 'current' },
  { code: '320685100001', name: '中坝社区居委会', region: '320685', state: 'current' },
  { code: '320685100002', name: '新园社区居委会', region: '320685', state: 'current' },
  { code: '320685101', name: '城东镇', region: '320685', state: 'current' },
  { code: '320685101001', name: '某村委会', region: '320685', state: 'current' },
  { code: '320685102', name: '旧镇', region: '320685', state: 'ended' },
  { code: '320682001', name: '如城街道', region: '320682', state: 'current' },
];
const row = (code: string, name: string, region = code.slice(0, 6)) => ({ code, name, region });

test('a newer list says what is new, renamed, ended and resumed, and speaks for its counties only', () => {
  const { changes, unchanged } = changesOf(known, [
    row('320685100', '海安街道'),
    row('320685102', '旧镇'),
    row('320685103', '李堡镇'),
    row('320685101', '城东镇'),
  ]);
  assert.deepEqual(
    changes.map(({ change, code }) => `${change} ${code}`),
    ['renamed 320685100', 'resumed 320685102', 'added 320685103'],
  );
  assert.equal(unchanged, 1);
});

test('a township that is no longer listed ends, and its villages with it, although the list has no villages', () => {
  const { changes } = changesOf(known, [row('320685100', '海安镇')]);
  assert.deepEqual(
    changes.map(({ change, code }) => `${change} ${code}`),
    ['ended 320685101', 'ended 320685101001'],
  );
});

test('a list without villages ends none of a township that stays', () => {
  const { changes } = changesOf(known, [row('320685100', '海安镇'), row('320685101', '城东镇')]);
  assert.deepEqual(changes, []);
});

test('a township that goes to another county has moved', () => {
  const { changes } = changesOf(known, [row('320682001', '如城街道', '320685')]);
  const [moved] = changes.filter(({ code }) => code === '320682001');
  assert.deepEqual([moved?.change, moved?.regionBefore, moved?.regionAfter], ['renamed', '320682', '320685']);
});

test('nine digits are a township, twelve a village, and nothing else is either', () => {
  assert.equal(levelOf('320685100'), 'township');
  assert.equal(levelOf('320685100001'), 'village');
  for (const wrong of ['320685', '32068510', '3206851000', '３２０６８５１００', '32068510a', ''])
    assert.equal(levelOf(wrong), undefined, wrong);
});

test('a name is found with or without its office', () => {
  assert.equal(plainName('新开街道办事处'), plainName('新开街道'));
  assert.equal(plainName('中坝社区居委会'), plainName('中坝社区'));
  assert.equal(plainName('三里闸居委会'), '三里闸');
  assert.equal(plainName('某某村委会'), plainName('某某村'));
  assert.notEqual(plainName('城东镇'), plainName('城东街道'));
});
