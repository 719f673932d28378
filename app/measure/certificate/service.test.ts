import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { findProcedure } from '@tongheng/procedures/registry';
import { readRecord } from '@tongheng/seal/record';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, checked, designate, issued } from '../../../test/support/thread.ts';
import { requestEndpoints } from '../request/contract.ts';
import { readDemandServed } from '../request/service/outcome.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { gateNames } from '../verification/rules/gates.ts';
import { certificateEndpoints } from './contract.ts';
import { isCertificateNumber } from './rules.ts';

const { approveVerification, listCertificates, readCertificate, revokeCertificate, lookUpCertificate } = certificateEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const demand = async () => readDemandServed({ db: city.database.db }, '2026-11-23');

test('the very first documents of an institute, approved at once, get one code and its first numbers', async () => {
  const work = [await checked(city, 'FIRST-1'), await checked(city, 'FIRST-2'), await checked(city, 'FIRST-3')];
  const documents = await Promise.all(work.map(({ id }) => city.as('approver').call(approveVerification, { params: { id } })));
  const numbers = documents.map(({ number }) => number).sort();
  assert.deepEqual(
    numbers.map((number) => Number(number.slice(11, 17))),
    [1, 2, 3],
  );
  assert.equal(new Set(numbers.map((number) => number.slice(0, 11))).size, 1);
});

test('a scale that passes gets a certificate, and the demand served moves by one', async () => {
  const earlier = await demand();
  const { document, request } = await issued(city, 'P-1');
  assert.equal(document.kind, 'certificate');
  assert.equal(document.status, 'valid');
  assert.equal(document.issuedOn, '2026-11-23');
  assert.equal(document.validUntil, '2027-11-22');
  assert.ok(isCertificateNumber(document.number) && document.number.startsWith('320685A2026'));
  assert.deepEqual(await demand(), { numerator: earlier.numerator + 1, denominator: earlier.denominator + 1 });
  const served = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  assert.equal(served.status, 'served');
  assert.deepEqual(
    served.items.map(({ outcome }) => outcome),
    ['served'],
  );
});

test('a scale that fails gets a notice of rejection without a last day, and its demand is served too', async () => {
  const earlier = await demand();
  const { document } = await issued(city, 'F-1', 'fail-above-2000e');
  assert.equal(document.kind, 'notice');
  assert.equal(document.validUntil, null);
  assert.deepEqual(await demand(), { numerator: earlier.numerator + 1, denominator: earlier.denominator + 1 });
});

test('the numbers of an institute and year follow one another without a gap', async () => {
  const numbers = [await issued(city, 'N-1'), await issued(city, 'N-2')].map(({ document }) => Number(document.number.slice(11, 17)));
  assert.equal(numbers[1], (numbers[0] ?? 0) + 1);
});

test('from the record of a document alone the verdict is computed again, and its digest agrees', async () => {
  const { document } = await issued(city, 'R-1');
  const { record, digest } = await city.as('holder').call(readCertificate, { params: { number: document.number } });
  assert.equal(createHash('sha256').update(record).digest('hex'), digest);
  const { instrument, verification, procedure, persons, gates } = readRecord(record);
  const again = findProcedure(procedure.edition)?.calculate({
    kind: verification.kind,
    instrument: instrument.nameplate,
    environment: verification.environment,
    readings: verification.readings,
    adopted: procedure.adopted,
  });
  assert.deepEqual(JSON.parse(JSON.stringify(again)), verification.result);
  assert.deepEqual(
    [persons.tester, persons.checker, persons.approver].map(({ name, document }) => [name, document]),
    [
      ['陈立', '测计资〔2025〕8号'],
      ['吴敏', '测计资〔2025〕8号'],
      ['孙涛', '测计授〔2025〕2号'],
    ],
  );
  assert.deepEqual(
    gates.map(({ gate }) => gate),
    gateNames.filter((gate) => gate !== 'uncertainty-stated'),
    'a verification needs no stated uncertainty',
  );
  const [standard] = verification.standards;
  assert.deepEqual(
    [standard?.number, standard?.certificate?.number, standard?.certificate?.validUntil],
    ['FM-01', '测校 2026-0001', '2027-02-28'],
  );
  assert.match(String(verification.recordNumber), /^JL-/);
});

test('the public sees a document only with its check code or the serial number', async () => {
  const { document } = await issued(city, 'PUB-1');
  const { checkCode } = await city.as('holder').call(readCertificate, { params: { number: document.number } });
  const look = (check?: string) =>
    city.stranger().call(lookUpCertificate, { params: { number: document.number }, query: check === undefined ? {} : { check } });
  const closed = { exists: true, number: document.number };
  assert.deepEqual(await look(), closed);
  assert.deepEqual(await look('WRONGCOD'), closed);
  assert.deepEqual(await look(''), closed);
  const open = await look(checkCode);
  assert.deepEqual(open, {
    ...closed,
    document: 'certificate',
    kind: 'price-computing-scale',
    name: '电子计价秤',
    model: 'ACS-15',
    serial: 'PUB-1',
    verdict: 'pass',
    dates: { testedOn: '2026-11-23', issuedOn: '2026-11-23', validUntil: '2027-11-22' },
    institute: '测试甲县计量检定测试所',
    status: 'valid',
    logIndex: null,
    demonstration: false,
  });
  assert.deepEqual(await look('PUB-1'), open);
  assert.deepEqual(await look(checkCode.toLowerCase()), open);
  await refused(city.stranger().call(lookUpCertificate, { params: { number: '320685A20269999990' }, query: {} }), 'platform.notFound');
});

test('a document is for its holder, its institute and the authorities above, and for nobody else', async () => {
  const { document } = await issued(city, 'S-1');
  for (const who of ['holder', 'approver', 'countyRegulator', 'cityRegulator', 'auditor'] as const) {
    const found = await city.as(who).call(listCertificates, { query: { q: document.number } });
    assert.equal(found.total, 1, who);
  }
  for (const who of ['farHolder', 'farInstituteManager'] as const) {
    assert.equal((await city.as(who).call(listCertificates, { query: { q: document.number } })).total, 0, who);
    await refused(city.as(who).call(readCertificate, { params: { number: document.number } }), 'platform.notFound');
  }
  await refused(
    city.as('planOffice').call(revokeCertificate, { params: { number: document.number }, body: { reason: '无权作废' } }),
    'platform.forbidden',
  );
});

test('the list is filtered by kind, state and day of issue, and paged', async () => {
  const list = (query: object) => city.as('cityRegulator').call(listCertificates, { query });
  const notices = await list({ kind: 'notice' });
  assert.ok(notices.total >= 1 && notices.items.every(({ kind }) => kind === 'notice'));
  assert.equal((await list({ from: '2026-11-24' })).total, 0);
  assert.equal((await list({ institute: city.ids.approver.organization })).total, (await list({})).total);
  assert.equal((await list({ institute: city.ids.farInstituteManager.organization })).total, 0);
  const first = await list({ limit: 1 });
  const second = await list({ limit: 1, after: first.next ?? '' });
  assert.notEqual(first.items[0]?.id, second.items[0]?.id);
});

test('a revoked document keeps its number and says why; the number is not given again', async () => {
  const { document } = await issued(city, 'V-1');
  const { number } = document;
  await refused(
    city.as('farInstituteManager').call(revokeCertificate, { params: { number }, body: { reason: '非本机构' } }),
    'platform.notFound',
  );
  const revoked = await city.as('approver').call(revokeCertificate, { params: { number }, body: { reason: '铭牌型号录入有误' } });
  assert.equal(revoked.status, 'revoked');
  assert.equal(revoked.revocation?.reason, '铭牌型号录入有误');
  await refused(city.as('approver').call(revokeCertificate, { params: { number }, body: { reason: '再次作废' } }), 'certificate.ended');
  const open = await city.stranger().call(lookUpCertificate, { params: { number }, query: { check: 'V-1' } });
  assert.equal((open as { status?: string }).status, 'revoked');
  const later = await issued(city, 'V-2');
  assert.ok(later.document.number > number);
});

test('two approvals at once issue one document', async () => {
  const { id } = await checked(city, 'C-1');
  const answers = await Promise.allSettled([
    city.as('approver').call(approveVerification, { params: { id } }),
    city.as('allRounder').call(approveVerification, { params: { id } }),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const { total } = await city.as('holder').call(listCertificates, { query: { q: 'C-1' } });
  assert.equal(total, 1);
});

test('approvals of different records at once get different numbers without a gap', async () => {
  const work = [await checked(city, 'G-1'), await checked(city, 'G-2'), await checked(city, 'G-3')];
  const documents = await Promise.all(work.map(({ id }) => city.as('approver').call(approveVerification, { params: { id } })));
  const series = documents.map(({ number }) => Number(number.slice(11, 17))).sort((a, b) => a - b);
  assert.deepEqual(series, [series[0], (series[0] ?? 0) + 1, (series[0] ?? 0) + 2]);
});

test('the application cannot change what a document says, nor the tally, nor an outcome', async () => {
  const { document } = await issued(city, 'T-1');
  const { pool } = city.database;
  await assert.rejects(pool.query(`update certificate set record = '{}' where number = $1`, [document.number]), /permission denied/);
  await assert.rejects(pool.query(`delete from certificate where number = $1`, [document.number]), /permission denied/);
  await assert.rejects(pool.query(`update request_tally set n = 0`), /permission denied/);
  await assert.rejects(pool.query(`update request_outcome set outcome = 'served'`), /permission denied/);
});

test('a verification names its document', async () => {
  const { id, document } = await issued(city, 'Z-1');
  const record = await city.as('technician').call(verificationEndpoints.readVerification, { params: { id } });
  assert.equal(record.certificateNumber, document.number);
  assert.equal(record.status, 'approved');
  assert.equal(record.gates.length, gateNames.length - 1, 'all but the one of calibrations');
});
