import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findEdition } from '@tongheng/procedures/registry';
import { adoptEdition, prepareFor, standardsFor, wholeRecords } from '../../../test/support/any-edition.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { scale, submit, submitDraft } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { requestEndpoints } from '../request/contract.ts';
import { verificationEndpoints } from './contract.ts';

const { takeUpItem, saveDraft, checkVerification, recordNetworkCheck, listVerifications, readRawRecord } = verificationEndpoints;
const edition = findEdition('jjg-1204-2025')!;
const passed = wholeRecords(edition).find(({ expected }) => expected.conclusion === 'pass')!;
const failed = wholeRecords(edition).find(({ expected }) => expected.conclusion === 'fail')!;
const today = '2027-01-11';

let city: City;
let standards: Awaited<ReturnType<typeof standardsFor>>;
before(async () => {
  city = await openCity({ now: `${today}T02:00:00Z` });
  await adoptEdition(city, edition, {});
  await prepareFor(city, edition, 'price-computing-scale');
  standards = await standardsFor(city, edition);
  await city.as('instituteManager').call(qualificationEndpoints.authoriseApprover, {
    body: { holder: city.ids.approver.person as never, regulations: [], documentNumber: '测计授〔2025〕2号', validFrom: '2025-01-01' },
  });
});
after(() => city.close());

async function checkedScale(serial: string, { input }: typeof passed) {
  const body = { ...scale, serial, parameters: input.instrument };
  const instrument = await city.as('holder').call(instrumentEndpoints.registerInstrument, { body });
  const request = await submit(city, 'holder', [instrument.id]);
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item: items[0]!.id } });
  const { environment, readings } = input;
  await city.as('technician').call(saveDraft, { params: { id }, body: { version, testedOn: today, standards, environment, readings } });
  const record = await submitDraft(city, id);
  await city.as('checker').call(checkVerification, { params: { id } });
  return { id, record };
}
const approve = (id: string) => city.as('approver').call(certificateEndpoints.approveVerification, { params: { id: id as never } });

test('a price-computing scale that passed waits for the network check; a person enters its number, then it is certified', async () => {
  const { id, record } = await checkedScale('LW-1', passed);
  assert.deepEqual([record.edition, record.networkCheck, record.conclusion], ['jjg-1204-2025', 'awaiting', 'pass']);
  const refusal = await refused(approve(id), 'verification.gateClosed');
  assert.match(JSON.stringify(refusal.body['issues']), /network-checked.*待联网核查/);
  const mine = await city.as('technician').call(listVerifications, { query: { waiting: 'network-check' } });
  assert.deepEqual(
    mine.items.map((one) => one.id),
    [id],
  );
  const enter = (checkedOn: string) =>
    city.as('technician').call(recordNetworkCheck, { params: { id }, body: { number: 'LW-2027-0001', checkedOn } });
  await refused(enter('2027-01-10'), 'platform.invalid');
  await refused(enter('2027-01-12'), 'platform.invalid');
  const done = await enter(today);
  assert.deepEqual([done.networkCheck, done.networkCheckResult], ['done', { number: 'LW-2027-0001', checkedOn: today }]);
  await refused(enter(today), 'verification.notAwaiting');
  assert.equal((await approve(id)).kind, 'certificate');
});

test('a scale that failed gets its notice at once', async () => {
  const { id } = await checkedScale('LW-2', failed);
  assert.equal((await approve(id)).kind, 'notice');
});

test('the raw record names regulation, edition data and revision, so that it can be computed again years later', async () => {
  const { id } = await checkedScale('LW-3', passed);
  const { record } = await city.as('auditor').call(readRawRecord, { params: { id }, query: {} });
  const said = JSON.parse(record) as { edition: string; procedure: { dataDigest: string; calculationRevision: number } };
  assert.equal(said.edition, 'jjg-1204-2025');
  assert.match(said.procedure.dataDigest, /^[0-9a-f]{64}$/);
  assert.equal(said.procedure.calculationRevision, edition.calculationRevision);
});
