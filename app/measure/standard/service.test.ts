import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { standardEndpoints } from './contract.ts';

const {
  listStandards,
  downloadStandards,
  readStandard,
  registerStandard,
  changeStandard,
  renewStandard,
  suspendStandard,
  resumeStandard,
  retireStandard,
} = standardEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const certificate = {
  kind: 'verification',
  certificateNumber: '检 2026-11',
  issuer: '测试省计量科学研究院',
  calibratedOn: '2026-01-10',
  validUntil: '2027-01-09',
  quality: 'class',
  accuracyClass: 'F1 级',
} as const;
const description = {
  number: 'FM-F1-01',
  name: 'F1 级砝码组',
  model: '1 mg～500 g',
  serial: '8801',
  range: '1 mg～500 g',
  roles: ['jjg-0539:weights', 'jjg-0013:weights'],
};
const register = (
  number: string,
  more: object = {},
  who: 'technicalManager' | 'instituteManager' | 'farInstituteManager' = 'technicalManager',
) =>
  city.as(who).call(registerStandard, {
    body: { ...description, number, since: '2025-01-01', ...certificate, ...more },
  });

test('a standard is registered with its certificate, and the technician who uses it reads it', async () => {
  const standard = await register('FM-F1-01');
  assert.deepEqual([standard.state, standard.daysLeft, standard.certificate.accuracyClass], ['in-service', 48, 'F1 级']);
  const read = await city.as('technician').call(readStandard, { params: { id: standard.id } });
  assert.deepEqual([read.certificates.length, read.states.length, read.allowed], [1, 1, []]);
  await refused(
    city.as('technician').call(registerStandard, { body: { ...description, since: '2025-01-01', ...certificate } }),
    'platform.forbidden',
  );
  await refused(register('FM-F1-01', {}, 'instituteManager'), 'standard.numberTaken');
  await register('FM-F1-01', {}, 'farInstituteManager');
  await refused(city.as('holder').call(listStandards, { query: {} }), 'platform.forbidden');
});

test('a certificate without its accuracy, with a value that is no decimal, or of tomorrow is refused at its field', async () => {
  const fields = async (change: object) => {
    const refusal = await refused(register('FM-X', change), 'standard.certificateWrong');
    return (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path.join('.'));
  };
  assert.deepEqual(await fields({ accuracyClass: null }), ['accuracyClass']);
  assert.deepEqual(await fields({ quality: 'mpe', value: '0.5g' }), ['value', 'unit']);
  assert.deepEqual(await fields({ calibratedOn: '2026-11-24' }), ['calibratedOn']);
  assert.deepEqual(await fields({ validUntil: '2026-01-09' }), ['validUntil']);
  await refused(register('FM-X', { roles: ['weights'] }), 'platform.invalid');
});

test('a recalibration is a row more: the earlier certificate stays', async () => {
  const { id } = await register('FM-F1-02', { calibratedOn: '2025-01-10', validUntil: '2026-01-09' });
  assert.equal((await city.as('checker').call(readStandard, { params: { id } })).daysLeft, 0);
  const renew = (number: string) =>
    city.as('instituteManager').call(renewStandard, {
      params: { id },
      body: { ...certificate, certificateNumber: number, quality: 'mpe', value: '0.10', unit: 'mg' },
    });
  await refused(renew(certificate.certificateNumber), 'standard.certificateTaken');
  const renewed = await renew('检 2026-12');
  assert.deepEqual([renewed.certificate.number, renewed.certificate.value, renewed.daysLeft], ['检 2026-12', '0.10', 48]);
  const { certificates, timeline } = await city.as('checker').call(readStandard, { params: { id } });
  assert.deepEqual(
    certificates.map(({ number }) => number),
    ['检 2026-12', '检 2026-11'],
  );
  assert.deepEqual(
    timeline.map(({ kind }) => kind),
    ['standard.registered', 'standard.renewed'],
  );
});

test('a standard is suspended, resumed and retired with day, person and reason; a retired one stays so', async () => {
  const { id } = await register('FM-F1-03');
  const call = (endpoint: typeof suspendStandard, since: string) =>
    city.as('technicalManager').call(endpoint, { params: { id }, body: { since, reason: '期间核查' } });
  await refused(call(resumeStandard, '2026-11-01'), 'standard.wrongState');
  await refused(call(suspendStandard, '2026-11-24'), 'platform.invalid');
  await refused(call(suspendStandard, '2024-12-31'), 'platform.invalid');
  assert.equal((await call(suspendStandard, '2026-11-01')).state, 'suspended');
  await refused(call(resumeStandard, '2026-10-31'), 'platform.invalid');
  assert.equal((await call(resumeStandard, '2026-11-10')).state, 'in-service');
  assert.equal((await call(retireStandard, '2026-11-20')).state, 'retired');
  await refused(call(resumeStandard, '2026-11-21'), 'standard.wrongState');
  await refused(city.as('technicalManager').call(renewStandard, { params: { id }, body: certificate }), 'standard.wrongState');
  const { states } = await city.as('auditor').call(readStandard, { params: { id } });
  assert.deepEqual(
    states.map(({ state, since, person }) => [state, since, person]),
    [
      ['retired', '2026-11-20', '郑洁'],
      ['in-service', '2026-11-10', '郑洁'],
      ['suspended', '2026-11-01', '郑洁'],
      ['in-service', '2025-01-01', '郑洁'],
    ],
  );
  await refused(
    city.as('farInstituteManager').call(suspendStandard, { params: { id }, body: { since: '2026-11-22', reason: '他人' } }),
    'platform.notFound',
  );
});

test('a correction keeps what stood before in its event and is not made twice over', async () => {
  const { id, version } = await register('FM-F1-04');
  const change = (at: number, number = 'FM-F1-04') =>
    city.as('technicalManager').call(changeStandard, {
      params: { id },
      body: { ...description, number, roles: ['jjg-0539:weights', 'jjg-1204:weights'], version: at, reason: '新规程启用' },
    });
  const changed = await change(version);
  assert.deepEqual(changed.roles, ['jjg-0539:weights', 'jjg-1204:weights']);
  await refused(change(version), 'platform.stale');
  await refused(change(changed.version, 'FM-F1-01'), 'standard.numberTaken');
  const { timeline } = await city.as('auditor').call(readStandard, { params: { id } });
  const before = timeline.find(({ kind }) => kind === 'standard.corrected')?.detail['before'] as { roles: string[] };
  assert.deepEqual(before.roles, description.roles);
});

test('the list is filtered by state, role and what falls due, searched and paged; the workbook has the same rows', async () => {
  const list = (query: object) => city.as('technician').call(listStandards, { query });
  assert.deepEqual(
    (await list({ state: 'retired' })).items.map(({ number }) => number),
    ['FM-F1-03'],
  );
  assert.deepEqual(
    (await list({ role: 'jjg-1204:weights' })).items.map(({ number }) => number),
    ['FM-F1-04'],
  );
  assert.equal((await list({ dueWithin: '47' })).total, 3);
  assert.equal((await list({ dueWithin: '46' })).total, 0);
  assert.equal((await list({ q: '2026-12' })).total, 1);
  const first = await list({ limit: '3' });
  const rest = await list({ limit: '3', after: first.next });
  assert.equal(new Set([...first.items, ...rest.items].map(({ id }) => id)).size, 4);
  assert.equal((await city.as('countyRegulator').call(listStandards, { query: {} })).total, 4);
  assert.equal((await city.as('auditor').call(listStandards, { query: {} })).total, 5);
  const file = await city.as('technician').call(downloadStandards, { query: {} });
  assert.match(file.type, /spreadsheetml/);
  assert.ok(file.bytes.byteLength > 5000);
});
