import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, Refusal, refused, type City } from '../../../test/support/city.ts';
import { exercised } from '../../../test/support/exercised.ts';
import { addressOf } from '../../kernel/address.ts';
import type { ReplyOf } from '../../kernel/endpoint.ts';
import { standardEndpoints } from './contract.ts';

const { registerStandard, changeStandard, readStandard, listStandards, downloadStandards, listRanges, stateRanges, importRanges } =
  standardEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const register = (number: string, more: object = {}) =>
  city.as('technicalManager').call(registerStandard, {
    body: {
      number,
      name: '活塞式压力计',
      model: 'Y',
      serial: number,
      range: '(0.04～60) MPa',
      roles: ['jjg-0052:pressure-standard', 'jjg-0049:pressure-standard'],
      since: '2025-01-01',
      kind: 'verification',
      certificateNumber: `检 ${number}`,
      issuer: '测试省计量科学研究院',
      calibratedOn: '2026-01-10',
      validUntil: '2027-01-09',
      quality: 'class',
      accuracyClass: '0.02 级',
      ...more,
    },
  });
const state = (id: string, ranges: string[], since = '2026-06-01', who: 'technicalManager' | 'technician' = 'technicalManager') =>
  city.as(who).call(stateRanges, { params: { id: id as never }, body: { since, ranges, reason: '照证书 检 2026' } });
const issuesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const refusal = await refused(attempt, 'standard.rangeWrong');
  return (refusal.body['issues'] as { path: (string | number)[]; message: string }[]).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  );
};

test('the range of a text without doubt is taken over; another stays not stated and is shown so', async () => {
  const plain = await register('P-1');
  assert.deepEqual([plain.ranges.basis, plain.ranges.items.map(({ text }) => text)], ['text', ['(0.04～60) MPa']]);
  assert.deepEqual(plain.ranges.items[0]?.from, { value: '0.04', unit: 'MPa' });
  const doubtful = await register('P-2', { range: '满足规程要求' });
  assert.deepEqual([doubtful.ranges.basis, doubtful.ranges.items], ['none', []]);
});

test('a text in the unit of another quantity than its roles ask for is refused at its field, at registration and at a correction', async () => {
  const [issue = ''] = await issuesOf(register('P-3', { range: '(0～60) kg' }));
  assert.match(issue, /^range \(0～60\) kg 不是所登记用途要求的量（应能换算为 kPa）/);
  const { id, version, number, name, model, serial, roles } = await register('P-3');
  const correction = { number, name, model, serial, roles, range: '(0～60) V', version, reason: '更正' };
  assert.equal((await issuesOf(city.as('technicalManager').call(changeStandard, { params: { id }, body: correction }))).length, 1);
});

test('ranges are stated from a day with what they rest on; earlier days keep what held then', async () => {
  const { id } = await register('P-4', { range: '见证书' });
  const stated = await state(id, ['(0～6) MPa', '(-100～0) kPa']);
  assert.deepEqual([stated.now.basis, stated.now.since, stated.now.items.length], ['stated', '2026-06-01', 2]);
  await state(id, [], '2026-10-01');
  const { now, statements } = await city.as('technician').call(listRanges, { params: { id } });
  assert.deepEqual([now.basis, statements.length, statements[1]?.ranges[0]?.text], ['none', 2, '(0～6) MPa']);
  const details = await city.as('technician').call(readStandard, { params: { id } });
  assert.ok(details.timeline.some(({ kind }) => kind === 'standard.rangeStated'));
  await refused(state(id, ['(0～6) MPa'], '2026-11-24'), 'platform.invalid');
  await refused(state(id, ['(0～6) MPa'], '2026-06-01', 'technician'), 'platform.forbidden');
});

test('each line that is no range, or of another quantity, is named with its reason', async () => {
  const { id } = await register('P-5');
  const issues = await issuesOf(state(id, ['(0～60) MPa', '(60～0) MPa', '0～60', '(0～5) V', '(0～5) 米帕']));
  assert.deepEqual(
    issues.map((one) => one.slice(0, 8)),
    ['ranges.1', 'ranges.2', 'ranges.3', 'ranges.4'],
  );
  assert.match(issues[2] ?? '', /应能换算为 kPa/);
});

async function filled(change: (cells: (number: string) => Excel.Cell) => void): Promise<Uint8Array> {
  const file = await city.as('technicalManager').call(downloadStandards, { query: {} });
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(file.bytes).buffer as ArrayBuffer);
  const [sheet] = book.worksheets;
  assert.ok(sheet);
  const headings = sheet.getRow(2).values as string[];
  const [number, ranges] = [headings.indexOf('编号'), headings.indexOf('用于判定的范围')];
  change((wanted) => {
    for (let row = 3; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, number).text === wanted) return sheet.getCell(row, ranges);
    return assert.fail(wanted);
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
/** Uploads twice with one key: the second answer is the first. */
async function upload(bytes: Uint8Array): Promise<ReplyOf<typeof importRanges>> {
  const key = randomUUID();
  const send = () =>
    city.app.inject({
      method: 'POST',
      url: addressOf(importRanges, { query: { since: '2026-11-01', reason: '台账核对' } }),
      headers: { cookie: city.as('technicalManager').cookie, 'idempotency-key': key, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(bytes),
    });
  const answer = await send();
  const body = JSON.parse(answer.body) as ReplyOf<typeof importRanges>;
  if (answer.statusCode !== 200) throw new Refusal(answer.statusCode, body as never);
  assert.deepEqual(JSON.parse((await send()).body), body);
  exercised.note('importRanges');
  return body;
}

test('the exported register with its column filled states the ranges of many; one wrong row and none is', async () => {
  const [one, two] = [await register('P-6', { range: '见证书' }), await register('P-7', { range: '见证书' })];
  const good = await filled((cell) => {
    cell('P-6').value = '(0～10) MPa；(0～100) kPa';
    cell('P-7').value = '(0～25) MPa';
  });
  const reply = await upload(good);
  assert.ok(reply.stated.length >= 2 && reply.empty >= 1);
  const read = await city.as('technician').call(readStandard, { params: { id: one.id } });
  assert.deepEqual([read.ranges.basis, read.ranges.items.map(({ text }) => text)], ['stated', ['(0～10) MPa', '(0～100) kPa']]);
  const again = await upload(good);
  assert.deepEqual([again.stated.length, again.unchanged], [0, reply.stated.length]);
  const bad = await filled((cell) => {
    cell('P-6').value = '(0～16) MPa';
    cell('P-7').value = '(0～25) kg';
  });
  assert.match((await issuesOf(upload(bad)))[0] ?? '', /^rows\.\d+ .*应能换算为 kPa/);
  const after = await city.as('technician').call(listRanges, { params: { id: two.id } });
  assert.equal(after.statements.length, 1);
  await refused(upload(new TextEncoder().encode('编号,名称\nP-6,x\n')), 'standard.rangeFileUnreadable');
  const csv = new TextEncoder().encode('编号,用于判定的范围\nNO-1,(0～1) MPa\n');
  assert.match((await issuesOf(upload(csv)))[0] ?? '', /没有编号为“NO-1”的标准器/);
});

test('the list and its reader in English have the ranges; another institute has none of it', async () => {
  const { items } = await city.as('technician').call(listStandards, { query: { q: 'P-1' } });
  assert.equal(items[0]?.ranges.items[0]?.text, '(0.04～60) MPa');
  await refused(city.as('farInstituteManager').call(listRanges, { params: { id: items[0]?.id as never } }), 'platform.notFound');
});
