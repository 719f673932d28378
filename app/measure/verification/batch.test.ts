import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, type City } from '../../../test/support/city.ts';
import { adopt, designate, digestOf, equip, example, register, submit, withoutKind } from '../../../test/support/thread.ts';
import { requestEndpoints } from '../request/contract.ts';
import { verificationEndpoints, type VerificationId } from './contract.ts';
import type { StandardChoice } from './contract/shapes.ts';

const {
  beginVerificationSession,
  takeUpItem,
  takeUpItems,
  saveDrafts,
  submitVerifications,
  checkVerifications,
  readVerification,
  listRecordNumbers,
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

const { environment, readings } = withoutKind(example('pass-initial'));
const codes = (outcomes: readonly { problem: { code: string } | null }[]) => outcomes.map(({ problem }) => problem?.code ?? 'done');

async function acceptedItems(count: number, mark: string) {
  const instruments = [];
  for (let index = 1; index <= count; index += 1) instruments.push((await register(city, 'holder', `${mark}-${index}`)).id);
  const request = await submit(city, 'holder', instruments);
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  return items.map(({ id }) => id);
}

const draftOf = (id: VerificationId, version: number, more: object = {}) => ({
  id,
  version,
  testedOn: null,
  environment: {},
  readings,
  ...more,
});
const submissionOf = async (id: VerificationId) => {
  const record = await city.as('technician').call(readVerification, { params: { id } });
  return { id, version: record.version, digest: digestOf(record) };
};

test('a rig’s records are taken up, saved, submitted and checked together; a bad one is named and the others stay', async () => {
  const items = await acceptedItems(5, 'R');
  const session = await city
    .as('technician')
    .call(beginVerificationSession, { body: { day: '2026-11-23', place: '检定室', environment, standards: [weights] } });
  await city.as('allRounder').call(takeUpItem, { body: { item: items[1]! } });

  const taken = await city.as('technician').call(takeUpItems, { body: { items, session: session.id } });
  assert.deepEqual(codes(taken.outcomes), ['done', 'verification.takenUp', 'done', 'done', 'done']);
  assert.deepEqual(
    taken.outcomes.map(({ item }) => item),
    items,
  );
  const ids = taken.outcomes.flatMap(({ verification }) => verification ?? []);
  const { series } = await city.as('technician').call(listRecordNumbers, { query: {} });
  assert.deepEqual(series, [{ year: 2026, last: 5, used: 5, reserved: 0, void: 0 }]);

  const drafts = ids.map((id, index) => draftOf(id, index === 1 ? 7 : 1));
  const saved = await city.as('technician').call(saveDrafts, { body: { drafts } });
  assert.deepEqual(codes(saved.outcomes), ['done', 'platform.stale', 'done', 'done']);
  assert.deepEqual(
    saved.outcomes.map(({ version }) => version),
    [2, null, 2, 2],
  );

  const submissions = await Promise.all(ids.map(submissionOf));
  const wrong = { ...submissions[3]!, digest: 'f'.repeat(64) };
  const sent = await city.as('technician').call(submitVerifications, { body: { submissions: [...submissions.slice(0, 3), wrong] } });
  assert.deepEqual(codes(sent.outcomes), ['done', 'verification.incomplete', 'done', 'verification.differs']);
  assert.ok((sent.outcomes[1]?.problem?.issues.length ?? 0) > 10, 'every gap of the bad one is named');
  assert.deepEqual(
    sent.outcomes.map(({ status, conclusion }) => [status, conclusion]),
    [
      ['submitted', 'pass'],
      [null, null],
      ['submitted', 'pass'],
      [null, null],
    ],
  );

  const checked = await city.as('checker').call(checkVerifications, { body: { ids } });
  assert.deepEqual(codes(checked.outcomes), ['done', 'verification.wrongState', 'done', 'verification.wrongState']);
  assert.equal((await city.as('checker').call(listVerifications, { query: { status: 'checked' } })).total, 2);
});

test('a batch of which nothing succeeds changes nothing and still says that it was tried', async () => {
  const before = await city.database.db.selectFrom('event').select('id').where('kind', '=', 'verification.batched').execute();
  const stranger = city.ids.holder.person as unknown as VerificationId;
  const { outcomes } = await city.as('technician').call(saveDrafts, { body: { drafts: [draftOf(stranger, 1), draftOf(stranger, 2)] } });
  assert.deepEqual(codes(outcomes), ['platform.notFound', 'platform.notFound']);
  const after = await city.database.db.selectFrom('event').select('id').where('kind', '=', 'verification.batched').execute();
  assert.equal(after.length, before.length + 1);
});

test('two batches of the same records at once wait for each other; each record is submitted once', async () => {
  const items = await acceptedItems(6, 'W');
  const taken = await city.as('technician').call(takeUpItems, { body: { items } });
  const ids = taken.outcomes.flatMap(({ verification }) => verification ?? []);
  await city.as('technician').call(saveDrafts, {
    body: { drafts: ids.map((id) => draftOf(id, 1, { environment, testedOn: '2026-11-23', standards: [weights] })) },
  });
  const submissions = await Promise.all(ids.map(submissionOf));
  const both = await Promise.all([
    city.as('technician').call(submitVerifications, { body: { submissions } }),
    city.as('technician').call(submitVerifications, { body: { submissions: [...submissions].reverse() } }),
  ]);
  const done = both.flatMap(({ outcomes }) => outcomes.filter(({ problem }) => problem === null).map(({ id }) => id));
  assert.deepEqual(done.sort(), [...ids].sort());
});
