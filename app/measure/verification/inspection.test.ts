import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, checked, designate, equip, example, register, submitDraft, withoutKind } from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { verificationEndpoints } from './contract.ts';

const { beginInspection, saveDraft, checkVerification, concludeInspection, readRawRecord, listVerifications } = verificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await equip(city);
});
after(() => city.close());

test('an in-use inspection is begun without a request, only by the institute that is designated', async () => {
  const { id } = await register(city, 'holder', 'I-0');
  await refused(city.as('technician').call(beginInspection, { body: { instrument: id } }), 'verification.notDesignated');
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await refused(city.as('farInstituteManager').call(beginInspection, { body: { instrument: id } }), 'verification.notDesignated');
  const record = await city.as('technician').call(beginInspection, { body: { instrument: id } });
  assert.deepEqual(
    [record.kind, record.request, record.holder.name, record.recordNumber],
    ['in-use', null, '测试甲县惠民菜市场', 'JL-2026-000001'],
  );
});

test('an in-use inspection ends in its record and never in a certificate', async () => {
  const { weights } = await equip(city);
  const instrument = await register(city, 'holder', 'I-1');
  const { id, version } = await city.as('technician').call(beginInspection, { body: { instrument: instrument.id } });
  await city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) },
  });
  const submitted = await submitDraft(city, id);
  assert.equal(submitted.result?.['document'], 'inspection-record');
  await city.as('checker').call(checkVerification, { params: { id } });
  await refused(city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } }), 'verification.noCertificate');
  const done = await city.as('approver').call(concludeInspection, { params: { id } });
  assert.deepEqual([done.status, done.certificateNumber], ['approved', null]);
  const { record, steps } = await city.as('auditor').call(readRawRecord, { params: { id }, query: {} });
  assert.equal((JSON.parse(record) as { input: { kind: string } }).input.kind, 'in-use');
  assert.deepEqual(
    steps.map(({ action, person }) => [action, person]),
    [
      ['check', '吴敏'],
      ['approve', '孙涛'],
    ],
  );
  assert.equal((await city.as('auditor').call(listVerifications, { query: { kind: 'in-use', status: 'approved' } })).total, 1);
});

test('a verification is not concluded as an inspection', async () => {
  const { id } = await checked(city, 'I-2');
  await refused(city.as('approver').call(concludeInspection, { params: { id } }), 'verification.onlyInspections');
});
