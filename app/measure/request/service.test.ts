import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { designate, register, scale, submit } from '../../../test/support/thread.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { requestEndpoints } from './contract.ts';
import { readDemandServed } from './service/outcome.ts';

const { listRequests, readRequest, acceptRequest, refuseRequest, referRequest } = requestEndpoints;
const reason = '本所暂无相应量程砝码';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const demand = (knownAt?: string) => readDemandServed({ db: city.database.db }, '2026-11-23', knownAt);
const submitNew = async (...serials: string[]) => {
  const instruments = [];
  for (const serial of serials) instruments.push((await register(city, 'holder', serial)).id);
  return { instruments, request: await submit(city, 'holder', instruments) };
};

test('where no institute is designated the request is refused, and the sentence says whose duty it is', async () => {
  const { id } = await register(city, 'holder', 'D-1');
  const refusal = await refused(submit(city, 'holder', [id]), 'request.notDesignated');
  assert.match(JSON.stringify(refusal.body), /主管部门/);
});

test('a request goes to the designated institute and says by which document', async () => {
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  const { request } = await submitNew('D-2', 'D-3');
  assert.equal(request.institute.name, '测试甲县计量检定测试所');
  assert.equal(request.designation.documentNumber, '测市监〔2026〕1号');
  assert.equal(request.instrumentCount, 2);
  const { items } = await city.as('instituteManager').call(instrumentEndpoints.listInstruments, { query: { q: 'D-2' } });
  assert.equal(items.length, 1, 'the institute may see what it was asked to verify');
});

test('an instrument stands in one open request only; a scrapped one in none; kinds are not mixed', async () => {
  const { instruments } = await submitNew('D-4');
  await refused(submit(city, 'holder', instruments), 'request.openAlready');
  const other = await city
    .as('holder')
    .call(instrumentEndpoints.registerInstrument, { body: { ...scale, kind: 'digital-indicating-scale', serial: 'D-5' } });
  const fresh = await register(city, 'holder', 'D-6');
  await refused(submit(city, 'holder', [fresh.id, other.id]), 'request.mixed');
  await city
    .as('holder')
    .call(instrumentEndpoints.changeStatus, { params: { id: fresh.id }, body: { change: 'scrap', onDay: '2026-11-23', reason: '损坏' } });
  await refused(submit(city, 'holder', [fresh.id]), 'request.notInUse');
  const strange = await register(city, 'farHolder', 'D-7');
  await refused(submit(city, 'holder', [strange.id]), 'platform.notFound');
});

test('an e-CQS reservation is used once', async () => {
  const first = await register(city, 'holder', 'D-8');
  const second = await register(city, 'holder', 'D-9');
  assert.equal((await submit(city, 'holder', [first.id], 'CQS-2026-1')).ecqsNumber, 'CQS-2026-1');
  await refused(submit(city, 'holder', [second.id], 'CQS-2026-1'), 'request.ecqsNumberTaken');
});

test('acceptance and refusal move the denominator by the instruments requested, the numerator not at all', async () => {
  const before = await demand();
  const { request } = await submitNew('E-1', 'E-2');
  assert.deepEqual(await demand(), before, 'what is not decided does not count');
  const accepted = await city.as('instituteManager').call(acceptRequest, { params: { id: request.id } });
  assert.equal(accepted.status, 'accepted');
  assert.deepEqual(await demand(), { numerator: before.numerator, denominator: before.denominator + 2 });
  await refused(city.as('instituteManager').call(acceptRequest, { params: { id: request.id } }), 'request.decided');
  const { request: other, instruments } = await submitNew('E-3');
  const refusedRequest = await city.as('instituteManager').call(refuseRequest, { params: { id: other.id }, body: { reason } });
  assert.deepEqual([refusedRequest.status, refusedRequest.reason], ['refused', reason]);
  assert.deepEqual(await demand(), { numerator: before.numerator, denominator: before.denominator + 3 });
  await submit(city, 'holder', instruments);
});

test('a referral goes to the institute of the next level, counts once, and is decided there', async () => {
  const { request } = await submitNew('F-1');
  const { id } = request;
  await refused(city.as('instituteManager').call(referRequest, { params: { id }, body: { reason } }), 'request.noNextLevel');
  await designate(city, 'cityRegulator', '320600', 'farInstituteManager');
  const details = await city.as('instituteManager').call(readRequest, { params: { id } });
  assert.deepEqual(details.nextInstitute?.region, '320600');
  const before = await demand();
  const referred = await city.as('instituteManager').call(referRequest, { params: { id }, body: { reason } });
  assert.deepEqual([referred.status, referred.institute.name], ['referred', '测试乙县计量检定测试所']);
  assert.equal((await demand()).denominator, before.denominator + 1);
  await refused(city.as('instituteManager').call(acceptRequest, { params: { id } }), 'platform.forbidden');
  await city.as('farInstituteManager').call(acceptRequest, { params: { id } });
  assert.equal((await demand()).denominator, before.denominator + 1, 'one instrument is one demand');
  const history = await city.as('instituteManager').call(readRequest, { params: { id } });
  assert.equal(history.status, 'accepted', 'who referred it still sees what became of it');
  const { items } = await city.as('farInstituteManager').call(listRequests, { query: { status: 'accepted' } });
  assert.deepEqual(
    items.map((item) => item.id),
    [id],
  );
});

test('the figure as known earlier does not move afterwards', async () => {
  const knownAt = city.clock.now.toISOString();
  const then = await demand(knownAt);
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  const { request } = await submitNew('G-1');
  await city.as('instituteManager').call(acceptRequest, { params: { id: request.id } });
  assert.deepEqual(await demand(knownAt), then);
  assert.deepEqual(await demand(city.clock.now.toISOString()), await demand());
});

test('requests are for their holder, their institute and the authorities above', async () => {
  const { request } = await submitNew('H-1');
  for (const who of ['holder', 'technician', 'countyRegulator', 'cityRegulator', 'planOffice'] as const)
    assert.equal((await city.as(who).call(readRequest, { params: { id: request.id } })).id, request.id);
  for (const who of ['farHolder', 'farInstituteManager'] as const)
    await refused(city.as(who).call(readRequest, { params: { id: request.id } }), 'platform.notFound');
  await refused(city.as('technician').call(acceptRequest, { params: { id: request.id } }), 'platform.forbidden');
});

test('after the designation has ended by a document nobody is designated', async () => {
  const { items } = await city
    .as('countyRegulator')
    .call(designationEndpoints.listDesignations, { query: { region: '320685', ended: 'false' } });
  await city.as('countyRegulator').call(designationEndpoints.endDesignation, {
    params: { id: items[0]!.id },
    body: { lastDay: '2026-11-22', documentNumber: '测市监〔2026〕9号', reason: '机构调整' },
  });
  const { id } = await register(city, 'holder', 'I-1');
  await refused(submit(city, 'holder', [id]), 'request.notDesignated');
});
