import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findEdition, unknownLimits } from '@tongheng/procedures/registry';
import { adoptEdition, prepareFor, standardsFor, wholeRecords } from '../../../test/support/any-edition.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { digestOf, submitDraft } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { qualificationEndpoints } from '../qualification/contract.ts';
import { requestEndpoints } from '../request/contract.ts';
import { verificationEndpoints } from './contract.ts';

const { takeUpItem, saveDraft, checkVerification, readVerification, submitVerification, readRawRecord } = verificationEndpoints;
const edition = findEdition('jjg-0692-2010')!;
const whole = wholeRecords(edition).find(({ expected, input }) => expected.conclusion === 'pass' && input.adopted !== undefined)!;
const entered = whole.input.adopted!;

let city: City;
let standards: Awaited<ReturnType<typeof standardsFor>>;
before(async () => {
  city = await openCity();
  await prepareFor(city, edition, 'automated-sphygmomanometer');
  standards = await standardsFor(city, edition);
  await city.as('instituteManager').call(qualificationEndpoints.authoriseApprover, {
    body: { holder: city.ids.approver.person as never, regulations: [], documentNumber: '测计授〔2025〕2号', validFrom: '2025-01-01' },
  });
});
after(() => city.close());

async function draft(serial: string) {
  const { instrument: parameters, environment, readings, kind } = whole.input;
  const instrument = await city.as('holder').call(instrumentEndpoints.registerInstrument, {
    body: {
      kind: 'automated-sphygmomanometer',
      name: '电子血压计',
      model: 'BP-1',
      serial,
      maker: '测试厂',
      place: '卫生室',
      use: 'medical',
      parameters,
    },
  });
  const request = await city.as('holder').call(requestEndpoints.submitRequest, {
    body: { instruments: [instrument.id], verificationKind: kind as 'initial', whereDone: 'institute', ecqsNumber: null },
  });
  await city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item: items[0]!.id } });
  const body = { version, testedOn: '2026-11-23', standards, environment, readings };
  await city.as('technician').call(saveDraft, { params: { id }, body });
  return id;
}
const closed = (refusal: { body: Record<string, unknown> }) => (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path[1]);

test('an edition with open limits concludes nothing before the institute has entered them: 待确认，不可出证', async () => {
  assert.ok(unknownLimits(edition).length > 0);
  const id = await draft('S-1');
  const refusal = await refused(submitDraft(city, id), 'verification.gateClosed');
  assert.deepEqual(closed(refusal), ['edition-adopted']);
  assert.match(JSON.stringify(refusal.body['issues']), /待确认，不可出证/);
});

test('the values entered at adoption are computed with, kept with the record, and closed against when they change', async () => {
  await adoptEdition(city, edition, entered);
  const id = await draft('S-2');
  const record = await submitDraft(city, id);
  assert.equal(record.conclusion, 'pass');
  for (const [path, value] of Object.entries(entered)) assert.equal(record.adoptedLimits[path], value);
  const { record: raw } = await city.as('checker').call(readRawRecord, { params: { id }, query: {} });
  assert.deepEqual((JSON.parse(raw) as { input: { adopted: unknown } }).input.adopted, record.adoptedLimits);
  await city.as('checker').call(checkVerification, { params: { id } });

  const [path] = Object.keys(entered) as [string];
  await adoptEdition(city, edition, { ...entered, [path]: `${entered[path]}0` });
  const approve = () => city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  const refusal = await refused(approve(), 'verification.gateClosed');
  assert.deepEqual(closed(refusal), ['edition-adopted']);
  assert.match(JSON.stringify(refusal.body['issues']), /采用时录入的限值在提交之后有改动/);
});

test('a device that computed with the former values is told that the server computes another result', async () => {
  const id = await draft('S-3');
  const before = await city.as('technician').call(readVerification, { params: { id } });
  const digest = digestOf(before);
  const doubled = Object.fromEntries(Object.entries(entered).map(([path, value]) => [path, String(Number(value) * 2)]));
  await adoptEdition(city, edition, doubled);
  const send = city.as('technician').call(submitVerification, { params: { id }, body: { version: before.version, digest } });
  await refused(send, 'verification.differs');
});
