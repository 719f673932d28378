import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runDeliveries, type DeliveryPorts } from './rules/delivery-run.ts';
import { differencesOf } from './rules/difference.ts';
import { mayDecide } from './rules/life-cycle.ts';
import {
  beginRecord,
  emptyContent,
  finishRecord,
  mayTakeBack,
  needsAnotherNumber,
  reopenRecord,
  takeBack,
  writeContent,
  type LocalRecord,
  type Outcome,
} from './rules/local.ts';
import { countToReserve, nextNumber, numbersToReturn, type LocalNumber } from './rules/numbers.ts';
import { printPayload } from './rules/payload.ts';
import { afterAnswer, afterDecision, attempt, pauseAfter, queueOf, readStatus, undelivered, type Answer } from './rules/queue.ts';
import { sealRefusals } from './rules/refusals.ts';

const at = (minute: number): string => `2026-11-23T02:${String(minute).padStart(2, '0')}:00.000Z`;
const begun = (id: string): LocalRecord =>
  beginRecord({ id, item: `item ${id}`, recordNumber: `JL-${id}`, edition: 'jjg-0539-2016', content: emptyContent, at: at(0) });
const queued = (id: string, minute = 1): LocalRecord =>
  finishRecord(begun(id), { delivery: `delivery ${id}`, payload: `{"id":"${id}"}`, signature: 's', at: at(minute) });
const accepted: Outcome = { state: 'accepted', refusals: [], verification: 'v', networkCheck: 'not-needed' };
const refusedOutcome: Outcome = { state: 'refused', refusals: [{ code: 'record', detail: null }], verification: null, networkCheck: null };

test('a record is written until it is signed, and not a digit afterwards', () => {
  const record = writeContent(begun('1'), { ...emptyContent, remarks: 'a' }, at(1));
  assert.equal(record.revision, 2);
  const signed = finishRecord(record, { delivery: 'd', payload: '{}', signature: 's', at: at(2) });
  assert.throws(() => writeContent(signed, emptyContent, at(3)), RangeError);
  assert.throws(() => finishRecord(signed, { delivery: 'e', payload: '{}', signature: 's', at: at(3) }), RangeError);
});

test('a record comes back from the queue only while it was never sent', () => {
  const record = queued('1');
  assert.ok(mayTakeBack(record));
  assert.equal(takeBack(record, at(2)).state, 'local');
  const sent = attempt(record);
  assert.equal(mayTakeBack(sent), false);
  assert.throws(() => takeBack(sent, at(2)), RangeError);
});

test('no network, an ended session and a broken server leave the same signed bytes in the queue', () => {
  for (const status of [0, 401, 403, 429, 500, 502, 503]) {
    const record = attempt(queued('1'));
    const after = afterAnswer(record, readStatus(status, ''));
    assert.equal(after.state, 'queued', String(status));
    assert.deepEqual(after.sealed, record.sealed);
    assert.notEqual(after.hindrance, null);
  }
  for (const status of [400, 404, 409, 413, 415, 422])
    assert.equal(afterAnswer(attempt(queued('1')), readStatus(status, 'no')).state, 'refused');
});

test('a record over which the server stumbles does not hold up those behind it', async () => {
  const disk = new Map(['1', '2', '3'].map((id, index) => [id, queued(id, index)] as const));
  const result = await runDeliveries({
    list: async () => [...disk.values()],
    put: async (record) => disk.set(record.id, record) !== undefined,
    sendPhotos: async () => undefined,
    send: async (sealed) => (sealed.delivery === 'delivery 1' ? readStatus(500, '') : { kind: 'outcome', outcome: accepted }),
  });
  assert.deepEqual(result, { delivered: 2, stoppedBy: 'fault' });
  assert.deepEqual(
    [...disk.values()].map(({ state, hindrance }) => [state, hindrance]),
    [
      ['queued', 'server'],
      ['delivered', null],
      ['delivered', null],
    ],
  );
});

test('a refused record is reopened with its earlier delivery remembered, and with another number only where that is gone', () => {
  const refused = afterAnswer(attempt(queued('1')), { kind: 'outcome', outcome: refusedOutcome });
  assert.equal(needsAnotherNumber(refused), false);
  const again = reopenRecord(refused, refused.recordNumber, at(5));
  assert.deepEqual([again.state, again.sealed, again.earlier], ['local', null, ['delivery 1']]);
  const ended = afterAnswer(attempt(queued('1')), {
    kind: 'outcome',
    outcome: { ...refusedOutcome, refusals: [{ code: 'device-ended', detail: null }] },
  });
  assert.ok(needsAnotherNumber(ended));
  assert.throws(() => reopenRecord(queued('2'), 'x', at(5)), RangeError);
});

test('a contested record waits for the decision and takes what was decided', () => {
  const contested = afterAnswer(attempt(queued('1')), { kind: 'outcome', outcome: { ...accepted, state: 'conflict' } });
  assert.equal(contested.state, 'conflict');
  assert.equal(afterDecision(contested, accepted).state, 'delivered');
  assert.equal(afterDecision(contested, { ...accepted, state: 'set-aside' }).state, 'set-aside');
  assert.equal(afterDecision(contested, { ...accepted, state: 'conflict' }), contested);
  assert.equal(afterDecision(queued('2'), accepted).state, 'queued');
});

test('what is not on the server counts as undelivered, and the queue keeps the order of finishing', () => {
  const delivered = afterAnswer(attempt(queued('3')), { kind: 'outcome', outcome: accepted });
  const records = [queued('2', 9), begun('4'), queued('1', 5), delivered];
  assert.deepEqual(
    queueOf(records).map(({ id }) => id),
    ['1', '2'],
  );
  assert.deepEqual(
    undelivered(records).map(({ id }) => id),
    ['2', '4', '1'],
  );
});

test('pauses grow and end at five minutes', () => {
  assert.deepEqual([0, 1, 2, 8, 100].map(pauseAfter), [2_000, 4_000, 8_000, 300_000, 300_000]);
});

test('numbers are used in their order, reserved as needed and returned with a word for those that were begun with', () => {
  const numbers: LocalNumber[] = [
    { number: 'JL-2026-000003', state: 'free', record: null, reason: null },
    { number: 'JL-2026-000001', state: 'used', record: 'r', reason: null },
    { number: 'JL-2026-000002', state: 'free', record: null, reason: null },
    { number: 'JL-2026-000004', state: 'void', record: null, reason: '器具已搬走' },
  ];
  assert.equal(nextNumber(numbers), 'JL-2026-000002');
  assert.equal(nextNumber(numbers.filter(({ state }) => state !== 'free')), undefined);
  assert.equal(countToReserve(30, 2), 33);
  assert.equal(countToReserve(0, 9), 0);
  assert.deepEqual(numbersToReturn(numbers, false), [{ number: 'JL-2026-000004', reason: '器具已搬走' }]);
  assert.equal(numbersToReturn(numbers, true).length, 3);
});

test('what failed bears no sticker, and a number stands once', () => {
  const sticker = { kind: 'sticker', action: 'applied', number: '1', position: null } as const;
  assert.deepEqual(sealRefusals('pass', [sticker]), []);
  assert.deepEqual(sealRefusals('pass', []), []);
  assert.deepEqual(sealRefusals('fail', [{ ...sticker, action: 'removed' }]), []);
  assert.equal(sealRefusals('fail', [sticker])[0]?.code, 'sticker-on-failed');
  assert.equal(sealRefusals('pass', [sticker, sticker])[0]?.code, 'label-used');
});

test('who decides holds the right and wrote neither version', () => {
  const caller = { personId: 'm', permits: new Set(['on-site.decide']) };
  assert.ok(mayDecide({ state: 'conflict', authors: ['a', 'b'] }, caller));
  assert.equal(mayDecide({ state: 'conflict', authors: ['a', 'm'] }, caller), false);
  assert.equal(mayDecide({ state: 'accepted', authors: ['a'] }, caller), false);
  assert.equal(mayDecide({ state: 'conflict', authors: ['a'] }, { ...caller, permits: new Set() }), false);
});

test('two versions are compared place by place; empty is not zero and trailing zeros count', () => {
  const standing = { remarks: '', readings: { zero: { indication: '0' }, weighing: { rows: [{ load: '1.50' }] } }, edition: 'e' };
  const delivered = { remarks: null, readings: { zero: { indication: '' }, weighing: { rows: [{ load: '1.5' }] } }, edition: 'e' };
  assert.deepEqual(differencesOf(standing, delivered), [
    { path: 'readings.zero.indication', standing: '0', delivered: '' },
    { path: 'readings.weighing.rows.1.load', standing: '1.50', delivered: '1.5' },
  ]);
});

test('the signed text is canonical: the same record prints the same, whatever the order of its fields', () => {
  const signing = {
    delivery: 'd',
    device: 'v',
    technician: 't',
    verification: null,
    version: null,
    kind: 'initial',
    nameplate: { max: '15 kg', e: '5 g' },
    adoptedLimits: {},
    conclusion: 'pass',
    resultDigest: '0',
    finishedAt: at(1),
  } as const;
  const printed = printPayload(begun('1'), signing);
  assert.equal(printPayload({ ...begun('1') }, { ...signing, nameplate: { e: '5 g', max: '15 kg' } }), printed);
  assert.ok(printed.startsWith('{"adoptedLimits":{},'));
});

/** A server that knows each delivery once, behind a network that does what the list says. */
type Fate = 'passes' | 'lost' | 'answer-lost' | 'killed-before' | 'killed-after';

test('whatever breaks off, every finished record is on the server once and none changes its bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.constantFrom<Fate>('passes', 'lost', 'answer-lost', 'killed-before', 'killed-after'), { maxLength: 40 }),
      async (count, fates) => {
        const disk = new Map(Array.from({ length: count }, (_, index) => [String(index), queued(String(index), index)] as const));
        const server = new Map<string, string>();
        const line = [...fates];
        class Killed extends Error {}
        const ports: DeliveryPorts = {
          list: async () => [...disk.values()],
          put: async (record, from) => {
            if (disk.get(record.id)?.revision !== from) return false;
            disk.set(record.id, record);
            return true;
          },
          sendPhotos: async () => undefined,
          send: async (sealed): Promise<Answer> => {
            const fate = line.shift() ?? 'passes';
            if (fate === 'killed-before') throw new Killed();
            if (fate === 'lost') return { kind: 'network' };
            const earlier = server.get(sealed.delivery);
            assert.ok(earlier === undefined || earlier === sealed.payload, 'a delivery never comes with other bytes');
            server.set(sealed.delivery, sealed.payload);
            if (fate === 'killed-after') throw new Killed();
            return fate === 'answer-lost' ? { kind: 'network' } : { kind: 'outcome', outcome: accepted };
          },
        };
        for (let run = 0; run <= fates.length + 1; run += 1)
          await runDeliveries(ports).catch((error: unknown) => assert.ok(error instanceof Killed));
        assert.equal(server.size, count);
        assert.ok([...disk.values()].every(({ state }) => state === 'delivered'));
      },
    ),
    { seed: 20261123, numRuns: 200 },
  );
});
