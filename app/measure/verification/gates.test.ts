import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import {
  acceptedItem,
  adopt,
  designate,
  digestOf,
  equip,
  example,
  submitDraft,
  submitted,
  weightsCertificate,
  withoutKind,
} from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { verificationEndpoints, type VerificationId } from './contract.ts';
import type { StandardChoice } from './contract/shapes.ts';

const { takeUpItem, saveDraft, submitVerification, checkVerification, readVerification, readGates } = verificationEndpoints;

let city: City;
let weights: StandardChoice;
let qualifications: Awaited<ReturnType<typeof equip>>['qualifications'];
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  ({ weights, qualifications } = await equip(city));
});
after(() => city.close());

const closedGates = (refusal: { body: Record<string, unknown> }) =>
  (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path[1]);

/** A saved record that would be received, but for what the test changes. */
async function saved(serial: string, change: object = {}): Promise<VerificationId> {
  const { item } = await acceptedItem(city, serial);
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  await city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')), ...change },
  });
  return id;
}
const shut = async (id: VerificationId) => closedGates(await refused(submitDraft(city, id), 'verification.gateClosed'));

async function anotherStandard(number: string, certificate: object = {}, roles: string[] = ['jjg-0539:weights']) {
  const { id } = await city.as('technicalManager').call(standardEndpoints.registerStandard, {
    body: {
      number,
      name: '砝码组',
      model: 'M',
      serial: number,
      range: '1 g～20 kg',
      roles,
      since: '2025-01-01',
      ...weightsCertificate,
      certificateNumber: `校 ${number}`,
      ...certificate,
    },
  });
  return { role: 'jjg-0539:weights', standard: id, statement: null } satisfies StandardChoice;
}

test('a record for which no standard of the role was chosen is not received', async () => {
  assert.deepEqual(await shut(await saved('P-1', { standards: [] })), ['standards-present']);
  const other = await anotherStandard('WD-01', {}, ['jjg-0539:thermometer']);
  assert.deepEqual(await shut(await saved('P-2', { standards: [other] })), ['standards-present']);
  const id = await saved('P-3');
  assert.deepEqual(
    (await city.as('technician').call(readGates, { params: { id } })).gates.filter(({ passed }) => !passed),
    [],
  );
});

test('a standard that was out of date on the day of the test stays so, whatever was recorded afterwards', async () => {
  const lapsed = await anotherStandard('FM-02', { calibratedOn: '2025-11-01', validUntil: '2026-10-31' });
  const id = await saved('D-1', { standards: [lapsed], testedOn: '2026-11-20' });
  assert.deepEqual(await shut(id), ['standards-in-date']);
  await city.as('technicalManager').call(standardEndpoints.renewStandard, {
    params: { id: lapsed.standard },
    body: { ...weightsCertificate, certificateNumber: '校 FM-02/2', calibratedOn: '2026-11-23', validUntil: '2027-11-22' },
  });
  assert.deepEqual(await shut(id), ['standards-in-date']);
  await submitDraft(city, await saved('D-2', { standards: [lapsed] }));
});

test('the last day of a certificate counts', async () => {
  const last = await anotherStandard('FM-03', { validUntil: '2026-11-23' });
  await submitDraft(city, await saved('D-3', { standards: [last] }));
});

test('a standard that was suspended on the day of the test is not used; one suspended later was', async () => {
  const one = await anotherStandard('FM-04');
  await city.as('technicalManager').call(standardEndpoints.suspendStandard, {
    params: { id: one.standard },
    body: { since: '2026-11-22', reason: '期间核查超差' },
  });
  assert.deepEqual(await shut(await saved('S-1', { standards: [one] })), ['standards-in-service']);
  const reply = await submitDraft(city, await saved('S-2', { standards: [one], testedOn: '2026-11-21' }));
  assert.equal(reply.standards[0]?.state, 'in-service');
});

test('a standard too coarse for the errors is refused by numbers; one that cannot be compared needs a statement', async () => {
  const coarse = await anotherStandard('FM-05', { value: '50' });
  assert.deepEqual(await shut(await saved('Q-1', { standards: [coarse] })), ['standards-good-enough']);
  const insisted = { ...coarse, statement: '仅有此组砝码可用' };
  assert.deepEqual(await shut(await saved('Q-2', { standards: [insisted] })), ['standards-good-enough']);
  const classed = await anotherStandard('FM-06', { quality: 'class', value: null, unit: null, accuracyClass: 'M1' });
  const id = await saved('Q-3', { standards: [classed] });
  assert.deepEqual(await shut(id), ['standards-good-enough']);
  const { version } = await city.as('technician').call(readVerification, { params: { id } });
  await city.as('technician').call(saveDraft, {
    params: { id },
    body: {
      version,
      testedOn: '2026-11-23',
      standards: [{ ...classed, statement: 'M1 级砝码 15 kg 最大允许误差 0.75 g，小于 2.5 g' }],
      ...withoutKind(example('pass-initial')),
    },
  });
  await submitDraft(city, id);
  const { gates } = await city.as('checker').call(readGates, { params: { id } });
  const found = gates.find(({ gate }) => gate === 'standards-good-enough')?.found;
  assert.match(String(found?.['stated']), /FM-06: M1; M1 级砝码/);
});

test('an environment outside the edition’s limits closes its gate and is not called incomplete', async () => {
  const { environment } = example('pass-initial');
  assert.deepEqual(await shut(await saved('E-1', { environment: { ...environment, temperature: '52.0' } })), ['environment-within']);
});

test('a tester whose registration had lapsed on the day of the test does not submit it', async () => {
  const id = await saved('R-1');
  await city.as('technicalManager').call(qualificationEndpoints.endQualification, {
    params: { id: qualifications.test as never },
    body: { lastDay: '2026-11-22', reason: '注册有效期届满' },
  });
  assert.deepEqual(await shut(id), ['tester-qualified']);
  await submitDraft(city, await saved('R-2', { testedOn: '2026-11-22' }));
  await city.as('technicalManager').call(qualificationEndpoints.registerQualification, {
    body: {
      holder: city.ids.technician.person as never,
      activities: ['test'],
      regulations: ['jjg-0539', 'jjg-0693'],
      documentNumber: '测计资〔2026〕19号',
      validFrom: '2026-11-23',
    },
  });
  await submitDraft(city, id);
});

test('a checker who is not registered does not check; an approver who is not authorised does not approve', async () => {
  const work = await submitted(city, 'R-3');
  const end = (id: string) =>
    city
      .as('technicalManager')
      .call(qualificationEndpoints.endQualification, { params: { id: id as never }, body: { lastDay: '2026-11-22', reason: '调离岗位' } });
  await end(qualifications.check);
  const check = () => city.as('checker').call(checkVerification, { params: { id: work.id } });
  assert.deepEqual(closedGates(await refused(check(), 'verification.gateClosed')), ['checker-qualified']);
  await city.as('technicalManager').call(qualificationEndpoints.registerQualification, {
    body: {
      holder: city.ids.checker.person as never,
      activities: ['check'],
      regulations: ['jjg-0539'],
      documentNumber: '测计资〔2026〕20号',
      validFrom: '2026-11-23',
    },
  });
  await check();
  await end(qualifications.approve);
  const approve = () => city.as('approver').call(certificateEndpoints.approveVerification, { params: { id: work.id } });
  const refusal = await refused(approve(), 'verification.gateClosed');
  assert.deepEqual(closedGates(refusal), ['approver-authorised']);
  assert.match(JSON.stringify(refusal.body['issues']), /测计授〔2025〕2号 有效至 2026-11-22/);
  await city.as('instituteManager').call(qualificationEndpoints.authoriseApprover, {
    body: {
      holder: city.ids.approver.person as never,
      regulations: ['jjg-0539'],
      documentNumber: '测计授〔2026〕7号',
      validFrom: '2026-11-23',
      validUntil: '2026-11-23',
    },
  });
  assert.equal((await approve()).kind, 'certificate');
});

test('what the device computed otherwise than the server is refused with both digests, and nothing is kept', async () => {
  const id = await saved('X-1');
  const before = await city.as('technician').call(readVerification, { params: { id } });
  const digest = '0'.repeat(64);
  const refusal = await refused(
    city.as('technician').call(submitVerification, { params: { id }, body: { version: before.version, digest } }),
    'verification.differs',
  );
  const issues = refusal.body['issues'] as { path: string[]; message: string }[];
  assert.deepEqual(
    issues.map(({ path }) => path[1]),
    ['device', 'server'],
  );
  assert.ok(issues[0]?.message.includes(digest) && issues[1]?.message.includes(digestOf(before)));
  assert.deepEqual(await city.as('technician').call(readVerification, { params: { id } }), before);
});

test('a record that is submitted twice at once is received once', async () => {
  const id = await saved('X-2');
  const record = await city.as('technician').call(readVerification, { params: { id } });
  const body = { version: record.version, digest: digestOf(record) };
  const outcomes = await Promise.allSettled([1, 2].map(() => city.as('technician').call(submitVerification, { params: { id }, body })));
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const rows = await city.database.db.selectFrom('verificationSubmission').selectAll().where('verificationId', '=', id).execute();
  assert.equal(rows.length, 1);
});

test('seals applied on site need the second person who was there, another one of the institute', async () => {
  const seals = [
    { kind: 'sticker', action: 'applied', number: 'T2026-0001' },
    { kind: 'seal', action: 'removed', number: 'F-9' },
  ];
  assert.deepEqual(await shut(await saved('L-1', { seals })), ['two-on-site']);
  const wrong = (serial: string, secondPerson: string) => refused(saved(serial, { seals, secondPerson }), 'verification.notASecondPerson');
  await wrong('L-2', city.ids.technician.person);
  await wrong('L-5', city.ids.farInstituteManager.person);
  const id = await saved('L-3', { seals, secondPerson: city.ids.checker.person });
  const record = await submitDraft(city, id);
  assert.deepEqual([record.secondPerson?.name, record.seals.length], ['吴敏', 2]);
  const again = await saved('L-6', { seals, secondPerson: city.ids.checker.person });
  const refusal = await refused(submitDraft(city, again), 'verification.incomplete');
  assert.match(JSON.stringify(refusal.body['issues']), /T2026-0001 已用于记录 JL-/);
  const failing = { ...withoutKind(example('fail-beyond-the-limit')), secondPerson: city.ids.checker.person };
  const failed = await saved('L-7', {
    ...failing,
    seals: [
      { kind: 'seal', action: 'applied', number: 'F-10' },
      { ...seals[0], number: 'T-7' },
    ],
  });
  const sticker = await refused(submitDraft(city, failed), 'verification.incomplete');
  assert.deepEqual(
    (sticker.body['issues'] as { path: unknown[] }[]).map(({ path }) => path),
    [['seals', 1, 'number']],
  );
  assert.match(JSON.stringify(sticker.body['issues']), /结论为不合格，不得加施检定合格证 T-7/);
  const taken = [
    { kind: 'seal', action: 'applied', number: 'F-10' },
    { ...seals[0], action: 'removed', number: 'T-7' },
  ];
  const sealed = await submitDraft(city, await saved('L-8', { ...failing, seals: taken }));
  assert.deepEqual([sealed.conclusion, sealed.seals.length], ['fail', 2]);
  const twice = await saved('L-4', { seals: [seals[0], seals[0]], secondPerson: city.ids.checker.person });
  await refused(submitDraft(city, twice), 'verification.incomplete');
});
