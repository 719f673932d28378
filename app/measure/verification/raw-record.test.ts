import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { procedureRun } from '@tongheng/procedures/command';
import { findProcedure } from '@tongheng/procedures/registry';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, adopt, designate, submitDraft, submitted } from '../../../test/support/thread.ts';
import { canonical } from '@tongheng/seal/canonical';
import { certificateEndpoints } from '../certificate/contract.ts';
import { verificationEndpoints } from './contract.ts';

const { readRawRecord, takeUpItem, checkVerification, returnVerification, saveDraft, readVerification } = verificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

type Raw = {
  edition: string;
  input: CalculationInput;
  resultDigest: string;
  conclusion: string;
  recordNumber: string;
  remarks: string | null;
};
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('whoever has the raw record computes the same result from its input, and the same digest', async () => {
  const { id, record } = await submitted(city, 'A-1');
  const raw = await city.as('checker').call(readRawRecord, { params: { id }, query: {} });
  assert.equal(sha256(raw.record), raw.digest);
  const said = JSON.parse(raw.record) as Raw;
  assert.equal(canonical(said), raw.record);
  assert.equal(procedureRun(said.edition, said.input).exitCode, 0);
  const again = findProcedure(said.edition)?.calculate(said.input);
  assert.equal(sha256(canonical(again)), said.resultDigest);
  assert.deepEqual([said.resultDigest, said.recordNumber, said.conclusion], [record.resultDigest, record.recordNumber, 'pass']);
});

test('what was submitted first stays readable after a return; a further submission is another raw record', async () => {
  const { id, record } = await submitted(city, 'A-2');
  await city.as('checker').call(returnVerification, { params: { id }, body: { reason: '备注缺少环境说明' } });
  const { version, own, readings } = await city.as('technician').call(readVerification, { params: { id } });
  await city.as('technician').call(saveDraft, { params: { id }, body: { version, ...own, readings, remarks: '空调开启' } });
  await submitDraft(city, id);
  await city.as('checker').call(checkVerification, { params: { id } });
  const read = (query: object) => city.as('auditor').call(readRawRecord, { params: { id }, query });
  const [first, last] = [await read({ sequence: 1 }), await read({})];
  assert.deepEqual([first.sequence, last.sequence, last.submissions], [1, 2, 2]);
  assert.deepEqual([(JSON.parse(first.record) as Raw).remarks, (JSON.parse(last.record) as Raw).remarks], [null, '空调开启']);
  assert.deepEqual([first.steps, last.steps.map(({ action }) => action)], [[], ['check']]);
  await refused(read({ sequence: 3 }), 'platform.notFound');
  assert.equal(record.resultDigest, (JSON.parse(last.record) as Raw).resultDigest);
});

test('before it is submitted a record has no raw record', async () => {
  const { item } = await acceptedItem(city, 'A-3');
  const { id } = await city.as('technician').call(takeUpItem, { body: { item } });
  await refused(city.as('checker').call(readRawRecord, { params: { id }, query: {} }), 'platform.notFound');
});

test('a record that was changed below the program after its submission is not approved', async () => {
  const { id } = await submitted(city, 'A-4');
  await city.as('checker').call(checkVerification, { params: { id } });
  const { db } = city.database;
  await db.updateTable('verification').set({ remarks: '后加的备注' }).where('id', '=', id).execute();
  const approve = () => city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  const refusal = await refused(approve(), 'verification.gateClosed');
  assert.match(JSON.stringify(refusal.body['issues']), /记录内容与提交的原始记录不符/);
  await db.updateTable('verification').set({ remarks: null }).where('id', '=', id).execute();
  await approve();
});
