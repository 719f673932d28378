import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readLeaf } from '@tongheng/seal/leaf';
import { readRecord } from '@tongheng/seal/record';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, checked, designate, issued } from '../../../test/support/thread.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { certificateEndpoints } from './contract.ts';

const { readCertificate, replaceCertificate, revokeCertificate, listCertificates, lookUpCertificate } = certificateEndpoints;
const {
  reserveCertificateNumbers,
  returnCertificateNumbers,
  listCertificateNumbers,
  exportCertificateNumbers,
  approveUnderReservedNumber,
} = certificateEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const leavesOf = async (number: string) => {
  const { rows } = await city.database.pool.query<{ entry: string }>(
    'select entry from transparency_leaf where number = $1 order by arrival',
    [number],
  );
  return rows.map(({ entry }) => readLeaf(entry));
};
const read = (number: string) => city.as('approver').call(readCertificate, { params: { number } });
const replace = (number: string, body: { reason: string; changes?: object }) =>
  city.as('approver').call(replaceCertificate, { params: { number }, body });

test('a document that is issued has one leaf of the log, with its digest and its issuer', async () => {
  const { document } = await issued(city, 'L-1');
  const { digest, log } = await read(document.number);
  const leaves = await leavesOf(document.number);
  assert.deepEqual(
    leaves.map((leaf) => [leaf?.kind, leaf?.recordDigest, leaf?.issuer, leaf?.day]),
    [['issued', digest, '320685A', '2026-11-23']],
  );
  assert.ok(log);
});

test('a reissued document has a number of its own, says what it replaces and why, and keeps the verdict', async () => {
  const { document, instrument } = await issued(city, 'L-2');
  const before = readRecord((await read(document.number)).record);
  const after = await replace(document.number, { reason: '单位名称登记有误', changes: { 'holder.name': '测试甲县惠民菜市场有限公司' } });
  assert.notEqual(after.number, document.number);
  assert.deepEqual(after.replaces, { number: document.number, reason: '单位名称登记有误' });
  const record = readRecord(after.record);
  assert.equal(record.holder.name, '测试甲县惠民菜市场有限公司');
  assert.deepEqual(record.replaces?.changes, [{ field: 'holder.name', from: '测试甲县惠民菜市场', to: '测试甲县惠民菜市场有限公司' }]);
  assert.deepEqual(record.verification, before.verification);
  assert.equal(record.validUntil, before.validUntil);
  const old = await read(document.number);
  assert.equal(old.status, 'superseded');
  assert.equal(old.replacedBy, after.number);
  assert.deepEqual(
    old.timeline.map(({ kind }) => kind),
    ['certificate.issued', 'certificate.superseded'],
  );
  assert.deepEqual(
    (await leavesOf(after.number)).map((leaf) => [leaf?.kind, leaf?.replaces]),
    [['amended', document.number]],
  );
  const thing = await city.as('holder').call(instrumentEndpoints.readInstrument, { params: { id: instrument.id } });
  assert.equal(thing.certificateNumber, after.number);
  await refused(replace(document.number, { reason: '再换一次' }), 'certificate.ended');
});

test('a lost document is reissued unchanged; a correction that says the same is refused', async () => {
  const { document } = await issued(city, 'L-3');
  await refused(replace(document.number, { reason: '更正型号', changes: { 'instrument.model': 'ACS-15' } }), 'certificate.nothingChanged');
  const again = await replace(document.number, { reason: '原证书遗失' });
  assert.deepEqual(
    (await leavesOf(again.number)).map((leaf) => leaf?.kind),
    ['replaced'],
  );
  const list = await city.as('cityRegulator').call(listCertificates, { query: { status: 'superseded', q: document.number } });
  assert.equal(list.total, 1);
  await refused(
    city.as('farInstituteManager').call(replaceCertificate, { params: { number: again.number }, body: { reason: '他所换发' } }),
    'platform.notFound',
  );
});

test('a revoked document has a leaf that says so, and cannot be reissued', async () => {
  const { document } = await issued(city, 'L-4');
  await city.as('approver').call(revokeCertificate, { params: { number: document.number }, body: { reason: '读数有误' } });
  assert.deepEqual(
    (await leavesOf(document.number)).map((leaf) => leaf?.kind),
    ['issued', 'revoked'],
  );
  await refused(replace(document.number, { reason: '作废后换发' }), 'certificate.ended');
});

test('two who reissue the same document at once make one', async () => {
  const { document } = await issued(city, 'L-5');
  const answers = await Promise.allSettled([
    replace(document.number, { reason: '遗失补发' }),
    city.as('allRounder').call(replaceCertificate, { params: { number: document.number }, body: { reason: '遗失补发' } }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});

test('what is past its last day is expired, for lists as for the page', async () => {
  const { document } = await issued(city, 'L-6');
  const began = city.clock.now;
  city.clock.now = new Date('2027-11-23T02:00:00Z');
  try {
    assert.equal((await read(document.number)).status, 'expired');
    const expired = await city.as('approver').call(listCertificates, { query: { status: 'expired', q: document.number } });
    assert.deepEqual([expired.total, expired.items[0]?.status], [1, 'expired']);
    assert.equal((await city.as('approver').call(listCertificates, { query: { status: 'valid', q: document.number } })).total, 0);
    const open = await city.stranger().call(lookUpCertificate, { params: { number: document.number }, query: { check: 'L-6' } });
    assert.equal((open as { status?: string }).status, 'valid');
  } finally {
    city.clock.now = began;
  }
});

test('numbers are reserved in blocks, used or returned with a reason, and every gap of the year is explained', async () => {
  const manager = city.as('instituteManager');
  const block = await manager.call(reserveCertificateNumbers, { body: { count: 3, purpose: '下乡检定预留', device: '平板 2 号' } });
  assert.equal(block.numbers.length, 3);
  const [used = '', unused = '', open = ''] = block.numbers;
  const { id } = await checked(city, 'L-7');
  const document = await city.as('approver').call(approveUnderReservedNumber, { params: { id }, body: { number: used } });
  assert.equal(document.number, used);
  const other = await checked(city, 'L-8');
  await refused(
    city.as('approver').call(approveUnderReservedNumber, { params: { id: other.id }, body: { number: used } }),
    'certificate.notReserved',
  );
  await manager.call(returnCertificateNumbers, { body: { numbers: [unused], reason: '未出行，退回' } });
  await refused(manager.call(returnCertificateNumbers, { body: { numbers: [unused], reason: '再次退回' } }), 'certificate.notReserved');
  await refused(manager.call(returnCertificateNumbers, { body: { numbers: [used], reason: '已用编号' } }), 'certificate.notReserved');
  await refused(
    manager.call(returnCertificateNumbers, { body: { numbers: ['320685A20269999990'], reason: '并无此号' } }),
    'certificate.notReserved',
  );
  const list = (query: object) => city.as('cityRegulator').call(listCertificateNumbers, { query: { year: 2026, ...query } });
  const all = await list({ limit: 200 });
  assert.equal(all.counts.unexplained, 0);
  assert.equal(all.counts.unused, 1);
  assert.equal(all.counts.reserved, 1);
  const fateOf = new Map(all.items.map((one) => [one.number, one]));
  assert.equal(fateOf.get(used)?.fate, 'issued');
  assert.deepEqual([fateOf.get(unused)?.fate, fateOf.get(unused)?.reason], ['unused', '未出行，退回']);
  assert.deepEqual([fateOf.get(open)?.fate, fateOf.get(open)?.device], ['reserved', '平板 2 号']);
  assert.equal(all.total, all.items.length);
  const first = await list({ limit: 2 });
  const next = await list({ limit: 2, after: first.next ?? '' });
  assert.equal(next.items[0]?.sequence, 3);
  assert.equal((await list({ fate: 'reserved' })).total, 1);
  assert.equal((await city.as('holder').call(listCertificateNumbers, { query: { year: 2026 } })).total, 0);
  // What nobody can explain is shown as such, never hidden.
  await city.database.pool.query('update certificate_series set last = last + 1');
  assert.equal((await list({ fate: 'unexplained' })).total, 1);
  const file = await city.as('cityRegulator').call(exportCertificateNumbers, { query: { year: 2026, as: 'csv' } });
  const lines = new TextDecoder().decode(file.bytes).trim().split('\r\n');
  assert.equal(lines.length, all.total + 2);
  assert.match(lines[lines.length - 1] ?? '', /去向不明/);
  const book = await city.as('cityRegulator').call(exportCertificateNumbers, { query: { year: 2026 } });
  assert.ok(book.bytes.byteLength > 3000);
});
