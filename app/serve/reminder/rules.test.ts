import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultChoice, mostAttempts, nextTry, notBefore, topicNames } from './rules.ts';
import { smsText, wordsOf } from './rules/words.ts';

const city = (clock: string): string => new Date(`${clock}+08:00`).toISOString();
const leaves = (choice: Partial<typeof defaultChoice>, clock: string) =>
  new Date(notBefore({ ...defaultChoice, ...choice }, Date.parse(city(clock)))).toISOString();

test('a message of the evening waits until the morning, by the city’s clock', () => {
  assert.equal(leaves({}, '2026-11-23T20:59:00'), city('2026-11-23T20:59:00'));
  assert.equal(leaves({}, '2026-11-23T21:00:00'), city('2026-11-24T08:00:00'));
  assert.equal(leaves({}, '2026-11-24T00:30:00'), city('2026-11-24T08:00:00'));
  assert.equal(leaves({}, '2026-11-24T07:59:59'), city('2026-11-24T08:00:00'));
  assert.equal(leaves({}, '2026-11-24T08:00:00'), city('2026-11-24T08:00:00'));
  assert.equal(leaves({ quietFrom: '12:00', quietTo: '14:00' }, '2026-11-24T13:00:00'), city('2026-11-24T14:00:00'));
  assert.equal(leaves({ quietFrom: '00:00', quietTo: '00:00' }, '2026-11-24T03:00:00'), city('2026-11-24T03:00:00'));
});

test('during a pause nothing leaves; the last day of it counts, and the quiet hours after it too', () => {
  assert.equal(leaves({ pausedUntil: '2026-11-30' }, '2026-11-23T10:00:00'), city('2026-12-01T08:00:00'));
  assert.equal(leaves({ pausedUntil: '2026-11-30' }, '2026-11-30T23:59:00'), city('2026-12-01T08:00:00'));
  assert.equal(leaves({ pausedUntil: '2026-11-22' }, '2026-11-23T10:00:00'), city('2026-11-23T10:00:00'));
});

test('a failed try is repeated later and later, and given up after the last', () => {
  const now = Date.parse('2026-11-23T02:00:00.000Z');
  const minutes = [1, 2, 3, 4, 5].map((attempts) => ((nextTry(attempts, now) ?? 0) - now) / 60_000);
  assert.deepEqual(minutes, [1, 5, 30, 120, 720]);
  assert.equal(nextTry(mostAttempts, now), undefined);
});

test('every topic has words in both languages, and an SMS of it is short', () => {
  for (const topic of topicNames) {
    const detail = {
      counts: { 'due-7': 3, overdue: 2 },
      institute: '测试甲县计量检定测试所',
      instruments: 12,
      day: '2026-11-30',
      title: '惠民菜市场',
    };
    const words = wordsOf(topic, detail);
    assert.match(words.text[0], /[一-鿿]/);
    assert.match(words.text[1], /[A-Za-z]/);
    assert.match(words.href, /^\/desk\//);
    assert.ok(Array.from(smsText(words, 'zh')).length <= 70, `${topic}: ${smsText(words, 'zh')}`);
  }
  assert.equal(
    smsText(wordsOf('overdue', { counts: { overdue: 2, 'due-7': 3 } }), 'zh'),
    '【通衡】贵单位有 2 台（件）已过有效期，3 台（件）7 日内到期，请及时申请检定（不收费）。',
  );
});
