import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, type City } from '../../../test/support/city.ts';
import { designate, register } from '../../../test/support/thread.ts';
import { readDemandServed } from './service/outcome.ts';

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
});
after(() => city.close());

/** As a browser would send it, without the second submission of the harness: what counts here is that all are answered. */
const post = (who: 'holder' | 'instituteManager', url: string, payload: object) =>
  city.app.inject({
    method: 'POST',
    url: `/api${url}`,
    payload,
    headers: { cookie: city.cookieOf(who), 'idempotency-key': randomUUID() },
  });

test('clients that request and accept the same instruments at once: none doubled, none lost, every one answered', async () => {
  const instruments: string[] = [];
  for (let index = 0; index < 12; index += 1) instruments.push((await register(city, 'holder', `AO-${index}`)).id);
  const asked = { verificationKind: 'subsequent', whereDone: 'on-site' };
  const some = (from: number) => [...instruments.slice(from), ...instruments.slice(0, from)].slice(0, 7);
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      index % 2 === 0
        ? post('holder', '/requests', { ...asked, instruments: some(index % 12).reverse() })
        : post('holder', '/request-batches', { ...asked, instruments: some(index % 12) }),
    ),
  );
  for (const answer of answers) assert.ok([200, 409, 503].includes(answer.statusCode), `${answer.statusCode} ${answer.body}`);
  assert.ok(answers.some(({ statusCode }) => statusCode === 200));
  const { rows: doubled } = await sql`select instrument_id from request_item where outcome is null group by 1 having count(*) > 1`.execute(
    city.database.db,
  );
  assert.deepEqual(doubled, []);
  const { rows: miscounted } = await sql`select request.id from request where instrument_count <>
    (select count(*) from request_item where request_id = request.id)`.execute(city.database.db);
  assert.deepEqual(miscounted, []);

  const requests = (await city.database.db.selectFrom('request').select('id').execute()).map(({ id }) => id);
  const decided = await Promise.all(
    Array.from({ length: 16 }, (_, index) =>
      index % 4 === 0
        ? post('instituteManager', '/request-acceptances', { requests: index % 8 === 0 ? requests : [...requests].reverse() })
        : index % 4 === 1
          ? post('holder', `/requests/${requests[index % requests.length]}/withdrawal`, { reason: '暂停营业' })
          : post('instituteManager', `/requests/${requests[index % requests.length]}/acceptance`, {}),
    ),
  );
  for (const answer of decided) assert.ok([200, 409, 503].includes(answer.statusCode), `${answer.statusCode} ${answer.body}`);
  const { rows: odd } =
    await sql`select id from request_item where outcome_count <> (select count(*) from request_outcome where item_id = id)
    or step_count <> (select count(*) from request_step where item_id = id)
    or step <> (select step from request_step where item_id = id order by sequence desc limit 1)`.execute(city.database.db);
  assert.deepEqual(odd, []);
  const counted = await readDemandServed({ db: city.database.db }, '2026-11-23');
  assert.deepEqual(counted, await readDemandServed({ db: city.database.db }, '2026-11-23', '2027-01-01T00:00:00Z'));
});
