import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, adopt, designate, equip, example, submitDraft } from '../../../test/support/thread.ts';
import { verificationEndpoints } from './contract.ts';
import type { StandardChoice } from './contract/shapes.ts';

const {
  beginVerificationSession,
  changeVerificationSession,
  readVerificationSession,
  listVerificationSessions,
  takeUpItem,
  saveDraft,
  readVerification,
  listVerifications,
} = verificationEndpoints;

let city: City;
let weights: StandardChoice;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  ({ weights } = await equip(city));
});
after(() => city.close());

const { environment, readings } = example('pass-initial');
const begin = (who: 'technician' | 'allRounder' = 'technician') =>
  city.as(who).call(beginVerificationSession, {
    body: { day: '2026-11-23', place: '惠民菜市场', environment, standards: [weights] },
  });
const save = (id: never, version: number, more: object = {}) =>
  city.as('technician').call(saveDraft, { params: { id }, body: { version, testedOn: null, environment: {}, readings, ...more } });

test('environment and standards are entered once and taken over by each record of the session', async () => {
  const session = await begin();
  assert.deepEqual([session.standards[0]?.number, session.mayChange, session.recordCount], ['FM-01', true, 0]);
  for (const serial of ['A-1', 'A-2']) {
    const { item } = await acceptedItem(city, serial);
    const taken = await city.as('technician').call(takeUpItem, { body: { item, session: session.id } });
    assert.deepEqual([taken.testedOn, taken.environment, taken.own.testedOn], ['2026-11-23', environment, null]);
    await save(taken.id as never, taken.version);
    const record = await submitDraft(city, taken.id);
    assert.deepEqual([record.conclusion, record.standards[0]?.certificate?.validUntil], ['pass', '2027-02-28']);
  }
  assert.equal((await city.as('technician').call(listVerifications, { query: { session: session.id } })).total, 2);
  const read = await city.as('checker').call(readVerificationSession, { params: { id: session.id } });
  assert.deepEqual([read.recordCount, read.draftCount, read.mayChange], [2, 0, false]);
});

test('what a record says itself goes before its session; a change of the session reaches what is still being entered', async () => {
  const session = await begin();
  const taken = async (serial: string) => {
    const { item } = await acceptedItem(city, serial);
    return city.as('technician').call(takeUpItem, { body: { item, session: session.id } });
  };
  const [plain, own, done] = [await taken('B-1'), await taken('B-2'), await taken('B-3')];
  await save(plain.id as never, plain.version);
  await save(own.id as never, own.version, { environment: { temperature: '21.5' }, testedOn: '2026-11-22' });
  await save(done.id as never, done.version);
  await submitDraft(city, done.id);
  const change = (version: number, body: object = {}) =>
    city.as('technician').call(changeVerificationSession, {
      params: { id: session.id },
      body: {
        day: '2026-11-23',
        place: '惠民菜市场',
        environment: { ...environment, temperature: '24.0' },
        standards: [weights],
        version,
        ...body,
      },
    });
  await change(1);
  await refused(change(1), 'platform.stale');
  await refused(change(2, { day: '2026-11-24' }), 'platform.invalid');
  const read = async (id: string) => city.as('technician').call(readVerification, { params: { id: id as never } });
  assert.equal((await read(plain.id)).environment['temperature'], '24.0');
  const overridden = await read(own.id);
  assert.deepEqual(
    [overridden.environment['temperature'], overridden.environment['humidity'], overridden.testedOn],
    ['21.5', environment['humidity'], '2026-11-22'],
  );
  assert.equal((await read(done.id)).environment['temperature'], environment['temperature']);
});

test('a session is its technician’s: nobody else changes it or puts records into it', async () => {
  const session = await begin('allRounder');
  const { item } = await acceptedItem(city, 'C-1');
  await refused(city.as('technician').call(takeUpItem, { body: { item, session: session.id } }), 'verification.notASession');
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  await refused(save(id as never, version, { session: session.id }), 'verification.notASession');
  const own = await begin();
  await save(id as never, version, { session: own.id });
  await refused(
    city.as('technician').call(changeVerificationSession, {
      params: { id: session.id },
      body: { day: '2026-11-23', place: '他处', environment: {}, standards: [], version: 1 },
    }),
    'platform.forbidden',
  );
  assert.equal((await city.as('technician').call(listVerificationSessions, { query: { mine: 'true', day: '2026-11-23' } })).total, 3);
  assert.equal((await city.as('farInstituteManager').call(listVerificationSessions, { query: {} })).total, 0);
});

test('a standard of another institute, or none at all, is not chosen', async () => {
  const unknown = { ...weights, standard: city.ids.technician.person as never };
  await refused(
    city
      .as('technician')
      .call(beginVerificationSession, { body: { day: '2026-11-23', place: '所内', environment: {}, standards: [unknown] } }),
    'verification.unknownStandard',
  );
  await refused(
    city
      .as('farInstituteManager')
      .call(beginVerificationSession, { body: { day: '2026-11-23', place: '所内', environment: {}, standards: [weights] } }),
    'verification.unknownStandard',
  );
});
