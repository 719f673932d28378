import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { qualificationEndpoints } from './contract.ts';

const { listQualifications, listAbilities, listCandidates, readQualification, registerQualification, authoriseApprover, endQualification } =
  qualificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const person = (name: PersonName) => city.ids[name].person as never;
const register = (holder: PersonName, more: object = {}, who: PersonName = 'instituteManager') =>
  city.as(who).call(registerQualification, {
    body: {
      holder: person(holder),
      activities: ['test'],
      regulations: ['jjg-0539', 'jjg-0693'],
      documentNumber: '测计资〔2026〕1号',
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
      ...more,
    },
  });

test('a person of the institute is registered for regulations by a document; the technician reads it and changes nothing', async () => {
  const one = await register('technician');
  assert.deepEqual([one.kind, one.state, one.holder.name, one.mayEnd], ['registration', 'in-force', '陈立', true]);
  const read = await city.as('technician').call(readQualification, { params: { id: one.id } });
  assert.deepEqual([read.recordedBy, read.mayEnd, read.timeline.length], ['钱峰', false, 1]);
  await refused(register('checker', {}, 'technician'), 'platform.forbidden');
  await refused(register('farInstituteManager'), 'qualification.notOfTheInstitute');
  await refused(register('checker', { validUntil: '2025-12-31' }), 'platform.invalid');
  await refused(register('checker', { activities: ['approve'] }), 'platform.invalid');
  await refused(register('checker', { regulations: [] }), 'platform.invalid');
  await refused(register('checker', { regulations: ['jjg-0539-2016'] }), 'platform.invalid');
});

test('an approver is authorised for some regulations or for all', async () => {
  const authorise = (regulations: string[]) =>
    city.as('technicalManager').call(authoriseApprover, {
      body: { holder: person('approver'), regulations, documentNumber: '测计授〔2026〕2号', validFrom: '2026-01-01' },
    });
  const all = await authorise([]);
  assert.deepEqual([all.kind, all.activities, all.regulations, all.validUntil], ['authorisation', ['approve'], [], null]);
  await authorise(['jjg-0693']);
});

test('who may do what on a day: what has lapsed is listed as lapsed, not left out', async () => {
  const on = async (day: string, regulation?: string) => {
    const query = { day, ...(regulation === undefined ? {} : { regulation }) };
    const { abilities } = await city.as('checker').call(listAbilities, { query });
    return abilities.map((one) => [one.person.name, one.activity, one.regulation, one.state]);
  };
  assert.deepEqual(await on('2026-11-23', 'jjg-0539'), [
    ['孙涛', 'approve', null, 'in-force'],
    ['陈立', 'test', 'jjg-0539', 'in-force'],
  ]);
  assert.deepEqual((await on('2027-01-01', 'jjg-0539'))[1], ['陈立', 'test', 'jjg-0539', 'lapsed']);
  assert.equal((await on('2026-11-23')).length, 4);
  assert.equal((await city.as('checker').call(listAbilities, { query: {} })).day, '2026-11-23');
  assert.deepEqual((await city.as('farInstituteManager').call(listAbilities, { query: {} })).abilities, []);
});

test('a qualification is ended once with a reason, not later than its document says', async () => {
  const { id } = await register('checker', { activities: ['check'] });
  const end = (lastDay: string, who: PersonName = 'instituteManager') =>
    city.as(who).call(endQualification, { params: { id }, body: { lastDay, reason: '调离检定岗位' } });
  await refused(end('2027-01-31'), 'platform.invalid');
  await refused(end('2026-11-22', 'farInstituteManager'), 'platform.notFound');
  const ended = await end('2026-11-22');
  assert.deepEqual([ended.state, ended.ending?.reason, ended.mayEnd], ['ended', '调离检定岗位', false]);
  await refused(end('2026-11-21'), 'qualification.ended');
  const lapsed = await register('checker', { validUntil: '2026-10-31' });
  await refused(
    city.as('instituteManager').call(endQualification, { params: { id: lapsed.id }, body: { lastDay: '2026-10-30', reason: '已过期' } }),
    'qualification.ended',
  );
});

test('the list is filtered by person, kind, regulation, state and what ends soon, and paged', async () => {
  const list = (query: object) => city.as('auditor').call(listQualifications, { query });
  assert.equal((await list({ kind: 'authorisation' })).total, 2);
  assert.equal((await list({ state: 'lapsed' })).total, 1);
  assert.equal((await list({ state: 'ended' })).total, 1);
  assert.equal((await list({ holder: person('technician') })).total, 1);
  assert.equal((await list({ regulation: 'jjg-0539', activity: 'approve' })).total, 1);
  assert.equal((await list({ dueWithin: '38' })).total, 1);
  assert.equal((await list({ dueWithin: '37' })).total, 0);
  assert.equal((await list({ q: '陈立' })).total, 1);
  const first = await list({ limit: '3' });
  const rest = await list({ limit: '3', after: first.next });
  assert.equal(first.items.length + rest.items.length, first.total);
});

test('only the manager is told who may be registered, and only of the own institute', async () => {
  const { items } = await city.as('instituteManager').call(listCandidates, {});
  assert.ok(items.some(({ name }) => name === '陈立') && !items.some(({ name }) => name === '褚远'));
  await refused(city.as('technician').call(listCandidates, {}), 'platform.forbidden');
  await refused(city.as('cityRegulator').call(listCandidates, {}), 'platform.forbidden');
});
