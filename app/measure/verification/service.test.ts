import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import {
  acceptedItem,
  adopt,
  checked,
  designate,
  digestOf,
  equip,
  example,
  register,
  scale,
  submit,
  submitDraft,
  submitted,
  withoutKind,
} from '../../../test/support/thread.ts';
import { catalogueEndpoints } from '../../register/catalogue/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { requestEndpoints } from '../request/contract.ts';
import { readDemandServed } from '../request/service/outcome.ts';
import { verificationEndpoints } from './contract.ts';
import type { StandardChoice } from './contract/shapes.ts';

const {
  listWaitingItems,
  listVerifications,
  readVerification,
  takeUpItem,
  assignItem,
  saveDraft,
  submitVerification,
  checkVerification,
  returnVerification,
  disapproveVerification,
  readGates,
  readSigningRule,
  setSigningRule,
} = verificationEndpoints;
const { approveVerification, listCertificates } = certificateEndpoints;

let city: City;
let designationId: string;
let adoptionId: string;
let weights: StandardChoice;
before(async () => {
  city = await openCity();
  weights = (await equip(city)).weights;
  designationId = (await designate(city, 'countyRegulator', '320685', 'instituteManager')).id;
});
after(() => city.close());

const approve = (id: string, who: 'approver' | 'technician' | 'allRounder' = 'approver') =>
  city.as(who).call(approveVerification, { params: { id: id as never } });
const draft = (id: never, version: number, body: object = {}) =>
  city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')), ...body },
  });
const closedGates = (refusal: { body: Record<string, unknown> }) =>
  (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path[1]);

test('before the edition is adopted readings may be entered and nothing is submitted', async () => {
  const { item } = await acceptedItem(city, 'A-1');
  const { id, version, adopted } = await city.as('technician').call(takeUpItem, { body: { item } });
  assert.equal(adopted, false);
  await draft(id as never, version);
  const refusal = await refused(submitDraft(city, id), 'verification.gateClosed');
  assert.deepEqual(closedGates(refusal), ['edition-adopted']);
  assert.equal((await city.as('approver').call(listCertificates, { query: {} })).total, 0);
  assert.deepEqual(await readDemandServed({ db: city.database.db }, '2026-11-23'), { numerator: 0, denominator: 1 });
  adoptionId = (await adopt(city, { proposer: 'technicalManager', second: 'approver' })).id;
  await submitDraft(city, id);
  await city.as('checker').call(checkVerification, { params: { id } });
  await approve(id);
  const after = await city.as('checker').call(readVerification, { params: { id } });
  assert.equal(after.adopted, true);
  assert.equal(after.gates.find(({ gate }) => gate === 'edition-adopted')?.found['adoption'], adoptionId);
});

test('an accepted instrument waits for a technician, is taken up once and then waits no more', async () => {
  const { item } = await acceptedItem(city, 'B-1');
  const waiting = async () => (await city.as('technician').call(listWaitingItems, { query: { q: 'B-1' } })).items.map(({ id }) => id);
  assert.deepEqual(await waiting(), [item]);
  const record = await city.as('technician').call(takeUpItem, { body: { item } });
  assert.deepEqual([record.status, record.technician.name, record.editionNumber], ['drafted', '陈立', 'JJG 539-2016']);
  assert.deepEqual(
    (record.readings['weighing']!['rows'] as { load: string }[]).map(({ load }) => load),
    ['100', '2500', '7500', '10000', '15000'],
  );
  assert.deepEqual(await waiting(), []);
  await refused(city.as('allRounder').call(takeUpItem, { body: { item } }), 'verification.takenUp');
  await refused(city.as('farInstituteManager').call(takeUpItem, { body: { item } }), 'platform.notFound');
});

test('the manager assigns to a technician of the institute only', async () => {
  const { item } = await acceptedItem(city, 'B-2');
  const assign = (technician: string) => city.as('instituteManager').call(assignItem, { body: { item, technician: technician as never } });
  await refused(assign(city.ids.checker.person), 'verification.notATechnician');
  await refused(assign(city.ids.farInstituteManager.person), 'verification.notATechnician');
  assert.equal((await assign(city.ids.allRounder.person)).technician.name, '冯一');
});

test('what is not accepted is not verified', async () => {
  const instrument = await register(city, 'holder', 'B-3');
  const request = await submit(city, 'holder', [instrument.id]);
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  await refused(city.as('technician').call(takeUpItem, { body: { item: items[0]!.id } }), 'verification.notAccepted');
});

test('a draft keeps every digit that was typed and is not overwritten by an older one', async () => {
  const { item } = await acceptedItem(city, 'C-1');
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  const readings = {
    zero: { load: '0', indication: '0', added: '1.50' },
    weighing: { rows: [{ load: '100', indication: '', added: '' }] },
  };
  const saved = await draft(id as never, version, { readings });
  assert.equal(saved.version, version + 1);
  const record = await city.as('technician').call(readVerification, { params: { id } });
  assert.deepEqual(record.readings, readings);
  await refused(draft(id as never, version), 'platform.stale');
  await refused(
    city.as('allRounder').call(saveDraft, { params: { id }, body: { version: 2, testedOn: null, environment: {}, readings: {} } }),
    'platform.forbidden',
  );
  await refused(draft(id as never, saved.version, { testedOn: '2026-11-24' }), 'platform.invalid');
});

test('an incomplete record is not submitted, and every gap is named', async () => {
  const { item } = await acceptedItem(city, 'C-2');
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  const read = () => city.as('technician').call(readVerification, { params: { id } });
  const submitNow = async (at: number) =>
    city.as('technician').call(submitVerification, { params: { id }, body: { version: at, digest: digestOf(await read()) } });
  const refusal = await refused(submitNow(version), 'verification.incomplete');
  const paths = (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path.join('.'));
  for (const path of ['testedOn', 'environment.temperature', 'readings.zero.indication', 'readings.weighing.rows.4.added'])
    assert.ok(paths.includes(path), `${path} of ${paths.join()}`);
  const saved = await draft(id as never, version);
  await refused(submitNow(version), 'platform.stale');
  const record = await submitNow(saved.version);
  assert.deepEqual([record.status, record.conclusion], ['submitted', 'pass']);
  await refused(draft(id as never, saved.version), 'verification.wrongState');
});

test('nobody types a verdict: it is what the procedure computes', async () => {
  const { record } = await submitted(city, 'C-3', 'fail-eccentricity');
  assert.equal(record.conclusion, 'fail');
  assert.equal(record.result?.['document'], 'notice-of-rejection');
});

test('a tester neither checks nor approves the own record, whatever roles are held', async () => {
  const { item } = await acceptedItem(city, 'D-1');
  const { id, version } = await city.as('allRounder').call(takeUpItem, { body: { item } });
  const body = { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) };
  const saved = await city.as('allRounder').call(saveDraft, { params: { id }, body });
  assert.equal(saved.version, version + 1);
  await submitDraft(city, id, 'allRounder');
  await refused(city.as('allRounder').call(checkVerification, { params: { id } }), 'verification.ownRecord');
  await refused(city.as('technician').call(checkVerification, { params: { id } }), 'platform.forbidden');
  await refused(city.as('farInstituteManager').call(checkVerification, { params: { id } }), 'platform.notFound');
  await refused(approve(id), 'verification.wrongState');
  await city.as('checker').call(checkVerification, { params: { id } });
  await refused(approve(id, 'allRounder'), 'verification.ownRecord');
  await refused(city.as('farInstituteManager').call(approveVerification, { params: { id } }), 'platform.notFound');
  await approve(id);
});

test('the checker approves only where the institute’s own rule says so', async () => {
  const { id } = await submitted(city, 'D-2');
  await city.as('allRounder').call(checkVerification, { params: { id } });
  await refused(approve(id, 'allRounder'), 'verification.checkedByYou');
  assert.equal((await city.as('approver').call(readSigningRule, {})).approverMayCheck, false);
  const rule = (approverMayCheck: boolean) =>
    city.as('instituteManager').call(setSigningRule, { body: { approverMayCheck, documentNumber: '测计〔2026〕5号' } });
  await rule(true);
  assert.equal((await city.as('approver').call(readSigningRule, {})).approverMayCheck, true);
  assert.equal((await approve(id, 'allRounder')).kind, 'certificate');
  city.clock.now = new Date(city.clock.now.getTime() + 1000);
  await rule(false);
  assert.equal((await city.as('farInstituteManager').call(readSigningRule, {})).documentNumber, null);
});

test('a record is returned by the checker or the approver with a reason, corrected and submitted again', async () => {
  const { id, record } = await submitted(city, 'E-1');
  const back = await city.as('checker').call(returnVerification, { params: { id }, body: { reason: '第 3 行照抄第 2 行' } });
  assert.deepEqual([back.status, back.returnReason], ['returned', '第 3 行照抄第 2 行']);
  await refused(city.as('checker').call(checkVerification, { params: { id } }), 'verification.wrongState');
  await draft(id as never, record.version);
  await submitDraft(city, id);
  await city.as('checker').call(checkVerification, { params: { id } });
  await refused(city.as('technician').call(disapproveVerification, { params: { id }, body: { reason: '无权' } }), 'platform.forbidden');
  await city.as('approver').call(disapproveVerification, { params: { id }, body: { reason: '检定日期有误' } });
  const again = await submitDraft(city, id);
  assert.equal(again.checker, null, 'a corrected record is checked anew');
});

test('each gate that closes between checking and approval keeps the document from being issued', async () => {
  const { id, instrument } = await checked(city, 'F-1');
  const { gates } = await city.as('approver').call(readGates, { params: { id } });
  assert.ok(gates.every(({ passed }) => passed));

  await city
    .as('technicalManager')
    .call(catalogueEndpoints.withdrawAdoption, { params: { id: adoptionId as never }, body: { reason: '修改单' } });
  assert.deepEqual(closedGates(await refused(approve(id), 'verification.gateClosed')), ['edition-adopted']);
  adoptionId = (await adopt(city, { proposer: 'technicalManager', second: 'approver' })).id;

  const { kind: _kind, ...description } = scale;
  const change = (max: string, version: number) =>
    city.as('holder').call(instrumentEndpoints.changeInstrument, {
      params: { id: instrument.id },
      body: { ...description, serial: 'F-1', parameters: { ...scale.parameters, max }, version, reason: '铭牌更正' },
    });
  await change('30 kg', 1);
  assert.deepEqual(closedGates(await refused(approve(id), 'verification.gateClosed')), ['instrument-recorded']);
  await change('15 kg', 2);

  const { db } = city.database;
  const tamper = (readings: object) =>
    db
      .updateTable('verification')
      .set({ readings: JSON.stringify(readings) })
      .where('id', '=', id)
      .execute();
  await tamper(example('fail-eccentricity').readings);
  assert.deepEqual(closedGates(await refused(approve(id), 'verification.gateClosed')), ['result-recomputed']);
  await tamper({});
  assert.deepEqual(closedGates(await refused(approve(id), 'verification.gateClosed')), [
    'readings-complete',
    'standards-good-enough',
    'result-recomputed',
  ]);
  await tamper(example('pass-initial').readings);

  await city.as('countyRegulator').call(designationEndpoints.endDesignation, {
    params: { id: designationId as never },
    body: { lastDay: '2026-11-22', documentNumber: '测市监〔2026〕9号', reason: '机构调整' },
  });
  assert.deepEqual(closedGates(await refused(approve(id), 'verification.gateClosed')), ['institute-designated']);
  assert.equal((await city.as('approver').call(listCertificates, { query: { q: 'F-1' } })).total, 0);
  designationId = (await designate(city, 'countyRegulator', '320685', 'instituteManager')).id;
});

test('a test on a day on which the edition was not in force yet is not submitted', async () => {
  const { item } = await acceptedItem(city, 'G-1');
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  await draft(id as never, version, { testedOn: '2016-12-01' });
  const refusal = await refused(submitDraft(city, id), 'verification.gateClosed');
  assert.deepEqual(closedGates(refusal), ['institute-designated', 'edition-in-force', 'standards-in-service', 'standards-in-date']);
});

test('from the day on which JJG 1204-2025 is in force a price-computing scale is recorded by it and awaits the network check', async () => {
  const { item } = await acceptedItem(city, 'G-2');
  const now = city.clock.now;
  city.clock.now = new Date('2027-01-08T02:00:00Z');
  const record = await city.as('technician').call(takeUpItem, { body: { item } });
  city.clock.now = now;
  assert.deepEqual([record.edition, record.networkCheck], ['jjg-1204-2025', 'awaiting']);
});

test('a scale is not taken up on a day on which no edition is in force', async () => {
  const { item } = await acceptedItem(city, 'G-3');
  const now = city.clock.now;
  city.clock.now = new Date('2016-11-23T02:00:00Z');
  await refused(city.as('technician').call(takeUpItem, { body: { item } }), 'verification.noEdition');
  city.clock.now = now;
});

test('records are for the institute and the authorities above it, not for the holder nor another institute', async () => {
  const { id } = await submitted(city, 'H-1');
  for (const who of ['checker', 'countyRegulator', 'cityRegulator', 'auditor'] as const)
    assert.equal((await city.as(who).call(listVerifications, { query: { q: 'H-1' } })).total, 1, who);
  assert.equal((await city.as('farInstituteManager').call(listVerifications, { query: {} })).total, 0);
  await refused(city.as('farInstituteManager').call(readVerification, { params: { id } }), 'platform.notFound');
  await refused(city.as('farInstituteManager').call(readGates, { params: { id } }), 'platform.notFound');
  await refused(city.as('holder').call(readVerification, { params: { id } }), 'platform.forbidden');
  const mine = await city.as('technician').call(listVerifications, { query: { mine: 'true', status: 'submitted' } });
  assert.ok(mine.items.some((item) => item.id === id));
});
