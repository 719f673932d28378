import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, adopt, checked, designate, equip, example, submitted, withoutKind } from '../../../test/support/thread.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { verificationEndpoints, type VerificationId } from './contract.ts';

const { listVerifications, listWaitingItems, takeUpItem, saveDraft, chooseEdition, readVerification, returnVerification, readGates } =
  verificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const serials = async (who: PersonName, query: object) =>
  (await city.as(who).call(listVerifications, { query: { limit: 200, ...query } })).items.map(({ instrument }) => instrument.serial).sort();

test('each person sees what waits for him, and only that', async () => {
  const { item } = await acceptedItem(city, 'W-1');
  await city.as('technician').call(takeUpItem, { body: { item } });
  await submitted(city, 'W-2');
  const back = await submitted(city, 'W-3');
  await city.as('checker').call(returnVerification, { params: { id: back.id }, body: { reason: '读数照抄' } });
  await checked(city, 'W-4');
  assert.deepEqual(await serials('technician', { waiting: 'me' }), ['W-1', 'W-3']);
  assert.deepEqual(await serials('checker', { waiting: 'me' }), ['W-2']);
  assert.deepEqual(await serials('approver', { waiting: 'me' }), ['W-4']);
  assert.deepEqual(await serials('allRounder', { waiting: 'me' }), ['W-2', 'W-4']);
  assert.deepEqual(await serials('auditor', { waiting: 'me' }), []);
  assert.deepEqual(await serials('auditor', { waiting: 'entry' }), ['W-1', 'W-3']);
  assert.deepEqual(await serials('auditor', { waiting: 'check' }), ['W-2']);
  assert.deepEqual(await serials('auditor', { waiting: 'approval' }), ['W-4']);
  assert.deepEqual(await serials('auditor', { waiting: 'network-check' }), []);
});

test('a returned record says in the list why it came back', async () => {
  const { items } = await city.as('technician').call(listVerifications, { query: { status: 'returned' } });
  assert.deepEqual(
    items.map(({ returnReason }) => returnReason),
    ['读数照抄'],
  );
});

test('the list is filtered by kind and edition and searched by serial number, holder and record number', async () => {
  assert.equal((await serials('checker', { kind: 'subsequent', edition: 'jjg-0539-2016' })).length, 4);
  assert.deepEqual(await serials('checker', { kind: 'initial' }), []);
  assert.deepEqual(await serials('checker', { edition: 'jjg-1204-2025' }), []);
  assert.deepEqual(await serials('checker', { q: 'w-2' }), ['W-2']);
  assert.deepEqual(await serials('checker', { q: 'JL-2026-000004' }), ['W-4']);
  assert.equal((await serials('checker', { q: '惠民菜市场' })).length, 4);
});

test('what waits for a technician is filtered by kind of instrument and by request', async () => {
  const { request } = await acceptedItem(city, 'W-5');
  const waiting = async (query: object) => (await city.as('technician').call(listWaitingItems, { query })).total;
  assert.equal(await waiting({}), 1);
  assert.equal(await waiting({ request: request.id, instrumentKind: 'price-computing-scale' }), 1);
  assert.equal(await waiting({ instrumentKind: 'water-meter' }), 0);
});

test('before a checker is known his gates wait; they are neither open nor closed', async () => {
  const { items } = await city.as('checker').call(listVerifications, { query: { status: 'submitted' } });
  const { gates } = await city.as('checker').call(readGates, { params: { id: items[0]!.id } });
  const waiting = gates.filter(({ pending }) => pending).map(({ gate }) => gate);
  assert.deepEqual(waiting, [
    'checker-not-tester',
    'checker-qualified',
    'approver-not-tester',
    'approver-not-checker',
    'approver-authorised',
  ]);
  assert.ok(gates.every(({ passed, pending, reason }) => (passed ? reason === null : pending && reason !== null)));
});

test('a record whose day of the test lies under another edition is turned to that one; readings stay where the forms agree', async () => {
  const { weights } = await equip(city);
  const { item } = await acceptedItem(city, 'E-1');
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  const turn = (edition: string, at: number) =>
    city.as('technician').call(chooseEdition, { params: { id: id as VerificationId }, body: { version: at, edition } });
  await refused(turn('jjg-1204-2025', version), 'verification.notThisEdition');
  await refused(turn('jjg-0539-2016', version), 'verification.notThisEdition');
  const { now } = city.clock;
  city.clock.now = new Date('2027-01-11T02:00:00Z');
  const saved = await city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2027-01-11', standards: [weights], ...withoutKind(example('pass-initial')) },
  });
  assert.deepEqual(
    (await city.as('technician').call(readVerification, { params: { id } })).editions.map(({ number }) => number),
    ['JJG 1204-2025'],
  );
  await refused(turn('jjg-1204-2025', version), 'platform.stale');
  const turned = await turn('jjg-1204-2025', saved.version);
  assert.deepEqual([turned.edition, turned.networkCheck, turned.version, turned.standards], ['jjg-1204-2025', 'awaiting', 3, []]);
  const { zero, appearance, weighing } = example('pass-initial').readings as Record<string, Record<string, unknown>>;
  assert.deepEqual([turned.readings['zero'], turned.readings['weighing']], [zero, weighing]);
  assert.deepEqual(turned.readings['appearance'], { ...appearance, level: '' });
  assert.equal(turned.readings['certificate']?.['number'], '');
  const { timeline } = await city.as('auditor').call(readVerification, { params: { id } });
  const before = timeline.find(({ kind }) => kind === 'verification.editionChosen')?.detail['readings'] as Record<string, unknown>;
  assert.deepEqual(before, example('pass-initial').readings);
  city.clock.now = now;
});
