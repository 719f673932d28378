import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readDcc } from '@tongheng/seal/dcc/read';
import { readRecord } from '@tongheng/seal/record';
import { verifyCertificate } from '@tongheng/seal/verify/verify';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, checked, designate, equip, example, scale, submitDraft, submitted, withoutKind } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { certificateEndpoints } from './contract.ts';

const { beginCalibration, readUncertainties, stateUncertainties, saveDraft, checkVerification, readVerification, readGates } =
  verificationEndpoints;
const { approveVerification, readCertificate, downloadDcc, downloadPaper, downloadLabelText, lookUpCertificate } = certificateEndpoints;
const { revokeCertificate, replaceCertificate } = certificateEndpoints;

let city: City;
before(async () => {
  city = await openCity({ demonstration: true });
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await equip(city);
});
after(() => city.close());

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** A scale that weighs nothing for trade, and so is not under compulsory verification. */
async function calibrated(serial: string, intervalMonths: number | null = null) {
  const { weights } = await equip(city);
  const instrument = await city.as('farHolder').call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial, use: 'other' } });
  const { id, version } = await city.as('technician').call(beginCalibration, {
    body: { code: instrument.code, commission: `WT-${serial}`, calibratedAt: 'institute', intervalMonths },
  });
  await city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')) },
  });
  const { resultDigest } = await submitDraft(city, id);
  return { instrument, id, digest: resultDigest ?? '' };
}

test('only what is not under compulsory verification is calibrated, whoever holds it and wherever it stands', async () => {
  const trade = await city.as('holder').call(instrumentEndpoints.registerInstrument, { body: { ...scale, serial: 'CAL-TRADE' } });
  const body = { code: trade.code, commission: 'WT-1', calibratedAt: 'institute' as const };
  await refused(city.as('technician').call(beginCalibration, { body }), 'verification.compulsory');
  await refused(
    city.as('technician').call(beginCalibration, { body: { ...body, code: '320685000000000000' } }),
    'verification.noInstrument',
  );
  const { id } = await calibrated('CAL-1');
  const record = await city.as('technician').call(readVerification, { params: { id } });
  assert.deepEqual(
    [record.purpose, record.conclusion, record.request, record.commission, record.whereDone, record.networkCheck],
    ['calibration', null, null, 'WT-CAL-1', 'institute', 'not-needed'],
  );
  const { gates } = await city.as('checker').call(readGates, { params: { id } });
  const names: readonly string[] = gates.map(({ gate }) => gate);
  assert.ok(!names.includes('institute-designated'), 'a client has it calibrated where it likes');
  assert.ok(gates.some(({ gate, passed }) => gate === 'uncertainty-stated' && !passed));
});

test('a calibration without any uncertainty is not checked; each stated value needs its own, by the budget or by the institute’s report', async () => {
  const { id, digest } = await calibrated('CAL-2');
  const params = { id };
  await refused(city.as('checker').call(checkVerification, { params }), 'verification.gateClosed');
  const { items, mayState } = await city.as('technician').call(readUncertainties, { params });
  assert.equal(mayState, true);
  const weighing = items.find(({ check }) => check === 'weighing.1');
  assert.deepEqual([weighing?.unit, weighing?.budget?.k, weighing?.budget?.probability], ['g', '1.96', '95%']);
  const without = items.find(({ budget }) => budget === null);
  assert.ok(weighing && without);
  const state = (given: readonly object[], basis: string | null = null, of = digest) =>
    city.as('technician').call(stateUncertainties, { params, body: { digest: of, items: given as never, basis } });
  await refused(state([{ check: without.check, origin: 'budget' }]), 'verification.noBudget');
  await refused(state([{ check: without.check, origin: 'institute', k: '2' }], '评 2026-01'), 'verification.uncertaintyIncomplete');
  await refused(
    state([{ check: without.check, origin: 'institute', U: '0.00', k: '2' }], '评 2026-01'),
    'verification.uncertaintyIncomplete',
  );
  await refused(state([{ check: without.check, origin: 'institute', U: '0.4', k: '2' }]), 'verification.uncertaintyIncomplete');
  await refused(state([{ check: 'nothing', origin: 'budget' }]), 'verification.uncertaintyIncomplete');
  await refused(state([weighing, weighing].map(({ check }) => ({ check, origin: 'budget' }))), 'verification.uncertaintyIncomplete');
  await refused(state([{ check: 'weighing.1', origin: 'budget' }], null, 'a'.repeat(64)), 'verification.otherResult');
  const stated = await state(
    [
      { check: 'weighing.1', origin: 'budget' },
      { check: without.check, origin: 'institute', U: '0.40', k: '2' },
    ],
    '评 2026-01',
  );
  assert.deepEqual(
    stated.uncertainties.map(({ check, U, origin }) => [check, U, origin]),
    [
      ['weighing.1', weighing.budget?.U, 'budget'],
      [without.check, '0.40', 'institute'],
    ],
  );
  await city.as('checker').call(checkVerification, { params });
  await refused(state([]), 'verification.notForUncertainty');
});

test('a calibration certificate states values with U, no conclusion and no last day, and proves itself', async () => {
  const { id, digest, instrument } = await calibrated('CAL-3', 12);
  await city.as('checker').call(stateUncertainties, {
    params: { id },
    body: { digest, items: ['weighing.1', 'weighing.2'].map((check) => ({ check, origin: 'budget' as const })), basis: null },
  });
  await city.as('checker').call(checkVerification, { params: { id } });
  const document = await city.as('approver').call(approveVerification, { params: { id } });
  assert.deepEqual([document.kind, document.validUntil, document.status], ['calibration', null, 'valid']);
  const params = { number: document.number };
  const { record, checkCode } = await city.as('farHolder').call(readCertificate, { params });
  const said = readRecord(record);
  assert.deepEqual([said.kind, said.verification.conclusion, said.validUntil, said.validity], ['calibration', null, null, null]);
  assert.deepEqual(
    said.verification.uncertainties.map(({ check }) => check),
    ['weighing.1', 'weighing.2'],
  );
  assert.match(said.verification.remarks ?? '', /应客户要求，建议复校间隔 12 个月/);
  await city.finishJobs();

  const xml = textOf((await city.as('farHolder').call(downloadDcc, { params })).bytes);
  assert.doesNotMatch(xml, /dcc:conformity|basic_acceptanceLimit/);
  const { results } = readDcc(new TextEncoder().encode(xml), ['zh', 'en']);
  const values = results.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns.flatMap((column) => column.values)));
  assert.ok(
    values.some(({ uncertainty }) => uncertainty !== null && uncertainty !== undefined),
    'U stands in the values themselves',
  );
  const pdf = (await city.as('farHolder').call(downloadPaper, { params })).bytes;
  for (const file of [pdf, new TextEncoder().encode(xml)]) {
    const { form, signature, recomputation } = await verifyCertificate(file, { at: '2026-11-24' });
    assert.deepEqual([form.code, signature.ok, recomputation.code], ['form.agrees', true, 'recomputation.same']);
  }
  assert.match(textOf((await city.as('farHolder').call(downloadLabelText, { params })).bytes), /\/q\/\d+/i);

  const found = await city.stranger().call(lookUpCertificate, { params, query: { check: checkCode } });
  assert.ok('document' in found);
  assert.deepEqual([found.document, found.verdict, found.dates.validUntil], ['calibration', null, null]);
  const ledger = await city.as('farHolder').call(instrumentEndpoints.readInstrument, { params: { id: instrument.id } });
  assert.equal(ledger.verifiedOn, null, 'a calibration is no result of a verification');

  const fresh = await city
    .as('approver')
    .call(replaceCertificate, { params, body: { reason: '客户地址更正', changes: { 'holder.name': '新名称' } } });
  assert.equal(fresh.kind, 'calibration');
  const ended = await city.as('approver').call(revokeCertificate, { params: { number: fresh.number }, body: { reason: '标准器有误' } });
  assert.equal(ended.status, 'revoked');
});

test('a verification states an uncertainty only where its checker chooses to, and never one that nobody found', async () => {
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  const { id, record } = await submitted(city, 'CAL-4');
  const body = { digest: record.resultDigest ?? '', items: [{ check: 'weighing.1', origin: 'budget' as const }], basis: null };
  await refused(city.as('technician').call(stateUncertainties, { params: { id }, body }), 'verification.notForUncertainty');
  await city.as('checker').call(stateUncertainties, { params: { id }, body });
  await city.as('checker').call(checkVerification, { params: { id } });
  const document = await city.as('approver').call(approveVerification, { params: { id } });
  const said = readRecord((await city.as('holder').call(readCertificate, { params: { number: document.number } })).record);
  assert.deepEqual([said.kind, said.verification.uncertainties.length, said.verification.uncertainties[0]?.k], ['certificate', 1, '1.96']);

  const plain = await checked(city, 'CAL-5');
  const other = await city.as('approver').call(approveVerification, { params: { id: plain.id } });
  const none = readRecord((await city.as('holder').call(readCertificate, { params: { number: other.number } })).record);
  assert.deepEqual(none.verification.uncertainties, []);
});
