import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kindsOf } from '@tongheng/procedures/edition';
import { editionFor } from '@tongheng/procedures/registry';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { wholeRecords } from '../../../test/support/any-edition.ts';
import { adopt, checked, designate, equip, example, register, scale, submitDraft, withoutKind } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { designationEndpoints } from '../../register/designation/contract.ts';
import { verificationEndpoints } from './contract.ts';

const { beginInspection, saveDraft, checkVerification, concludeInspection, readRawRecord, listVerifications, listInspectable } =
  verificationEndpoints;

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
  const found = async () => (await city.as('technician').call(listInspectable, { query: { q: 'I-0' } })).items;
  assert.deepEqual(await found(), [], 'only what the institute is designated for');
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  assert.deepEqual(
    (await found()).map((one) => [one.id, one.serial, one.holder.name, one.edition?.inspects]),
    [[id, 'I-0', '测试甲县惠民菜市场', true]],
  );
  assert.equal((await city.as('technician').call(listInspectable, { query: { q: '%_\\' } })).total, 0);
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

test('an instrument whose procedure has no in-use inspection gets no record and takes no number', async () => {
  await city.as('countyRegulator').call(designationEndpoints.designateInstitute, {
    body: {
      region: '320685',
      instrumentKind: 'glass-clinical-thermometer',
      instituteId: city.ids.instituteManager.organization as never,
      documentNumber: '测市监〔2026〕2号',
      validFrom: '2026-01-01',
    },
  });
  const edition = editionFor('glass-clinical-thermometer', '2026-11-23')!;
  assert.deepEqual(kindsOf(edition), ['initial']);
  const [whole] = wholeRecords(edition);
  const { id } = await city.as('holder').call(instrumentEndpoints.registerInstrument, {
    body: { ...scale, kind: 'glass-clinical-thermometer', use: 'medical', serial: 'I-3', parameters: whole!.input.instrument },
  });
  const numbers = () => city.as('technician').call(verificationEndpoints.listRecordNumbers, { query: {} });
  const before = await numbers();
  await refused(city.as('technician').call(beginInspection, { body: { instrument: id } }), 'verification.noSuchKind');
  const { items } = await city.as('technician').call(listInspectable, { query: { instrument: id } });
  assert.deepEqual(items[0]?.edition, { id: edition.id, number: edition.number, inspects: false });
  assert.equal((await numbers()).total, before.total);
});

test('a verification is not concluded as an inspection', async () => {
  const { id } = await checked(city, 'I-2');
  await refused(city.as('approver').call(concludeInspection, { params: { id } }), 'verification.onlyInspections');
});
