import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { readLabel } from '@tongheng/seal/label/label';
import { readNote } from '@tongheng/seal/log/note';
import { checkPdfSignature } from '@tongheng/seal/pdf/signature';
import { readRevocationList } from '@tongheng/seal/verify/revocation-list';
import { verifyCertificate } from '@tongheng/seal/verify/verify';
import { checkXmlSignature } from '@tongheng/seal/xml/signature';
import { withClient } from '../../platform/postgres/database.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import { certificateEndpoints } from './contract.ts';

const { downloadDcc, downloadPaper, downloadLabelText, downloadPackage, downloadProof, printOverlay, readCertificate } =
  certificateEndpoints;
const { downloadPublicPaper, downloadPublicPackage, downloadRevocations, revokeCertificate, replaceCertificate } = certificateEndpoints;
const { readCertificateForm, setCertificateForm, requestBundle, readBundle, downloadBundle, listBundles } = certificateEndpoints;

let city: City;
before(async () => {
  city = await openCity({ demonstration: true });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('each view is made and signed once: two who ask at once, and whoever asks later, get the same bytes', async () => {
  const { document } = await issued(city, 'W-1');
  const params = { number: document.number };
  const [first, second] = await Promise.all([
    city.as('holder').call(downloadPaper, { params }),
    city.as('approver').call(downloadPaper, { params }),
  ]);
  assert.equal(sha256(first.bytes), sha256(second.bytes));
  assert.equal((await checkPdfSignature(first.bytes)).ok, true);
  const dcc = await city.as('holder').call(downloadDcc, { params });
  assert.equal((await checkXmlSignature(textOf(dcc.bytes))).ok, true);
  assert.equal(sha256((await city.as('approver').call(downloadDcc, { params })).bytes), sha256(dcc.bytes));
  const label = textOf((await city.as('holder').call(downloadLabelText, { params })).bytes);
  assert.equal(readLabel(label).claims.number, document.number);
  assert.equal(readLabel(label).claims.demonstration, true);
  const { rows } = await city.database.pool.query<{ kind: string; digest: string; key_id: string }>(
    'select kind, digest, key_id from certificate_view where certificate_number = $1 order by kind',
    [document.number],
  );
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['dcc', 'label', 'pdf'],
  );
  assert.equal(rows[2]?.digest, sha256(first.bytes));
  await refused(city.as('farHolder').call(downloadPaper, { params }), 'platform.notFound');
});

test('the text of a label stands in its row; one that was kept among the files before is read from there', async () => {
  const { document } = await issued(city, 'W-LABEL');
  const params = { number: document.number };
  const read = async (): Promise<string> => textOf((await city.as('holder').call(downloadLabelText, { params })).bytes);
  const label = await read();
  const kept = await city.database.pool.query<{ digest: string; content: string }>(
    `select digest, content from certificate_view where certificate_number = $1 and kind = 'label'`,
    [document.number],
  );
  assert.deepEqual(kept.rows, [{ digest: sha256(Buffer.from(label)), content: label }]);
  assert.equal(await city.files.save(Buffer.from(label)), kept.rows[0]?.digest);
  await withClient(city.ownerUrl, (client) =>
    client.query(`update certificate_view set content = null where certificate_number = $1 and kind = 'label'`, [document.number]),
  );
  assert.equal(await read(), label);
});

test('the package holds all that a stranger needs, and what is in it is judged as a demonstration that agrees with itself', async () => {
  const { document } = await issued(city, 'W-2');
  const params = { number: document.number };
  await city.finishJobs();
  const files = unzipSync((await city.as('holder').call(downloadPackage, { params })).bytes);
  assert.deepEqual(Object.keys(files).sort(), [
    'README.txt',
    'certificate.pdf',
    'certificate.tlog-proof',
    'certificate.xml',
    'label.txt',
    'record.json',
    'revocations.txt',
    'trust.json',
  ]);
  const { digest, log } = await city.as('holder').call(readCertificate, { params });
  assert.equal(sha256(files['record.json'] ?? new Uint8Array()), digest);
  assert.equal(typeof log?.index, 'number');
  const proof = textOf((await city.as('holder').call(downloadProof, { params })).bytes);
  assert.match(proof, /^c2sp\.org\/tlog-proof@v1\n/);
  const trust = textOf(files['trust.json'] ?? new Uint8Array());
  for (const name of ['certificate.pdf', 'certificate.xml'] as const) {
    const verification = await verifyCertificate(files[name] ?? new Uint8Array(), {
      trust,
      proof,
      revocations: textOf(files['revocations.txt'] ?? new Uint8Array()),
      at: '2026-11-24T00:00:00Z',
    });
    const oks = Object.fromEntries(Object.entries(verification).map(([part, { ok }]) => [part, ok]));
    assert.deepEqual(
      [oks['form'], oks['signature'], oks['log'], oks['revocation'], oks['recomputation']],
      [true, true, true, true, true],
      JSON.stringify(verification),
    );
    assert.notEqual(oks['authority'], true, 'a demonstration is never taken as real');
  }
});

test('a reissued certificate is found in the log, whether its data were corrected or only its paper is new', async () => {
  for (const [serial, changes] of [
    ['W-AMENDED', { 'instrument.place': '二号大厅' }],
    ['W-REPLACED', {}],
  ] as const) {
    const { document } = await issued(city, serial);
    const body = { reason: '使用地点更正', changes };
    const { number } = await city.as('approver').call(replaceCertificate, { params: { number: document.number }, body });
    await city.finishJobs();
    const { bytes } = await city.as('holder').call(downloadPackage, { params: { number } });
    const files = unzipSync(bytes);
    const { log } = await verifyCertificate(files['certificate.xml'] ?? new Uint8Array(), {
      trust: textOf(files['trust.json'] ?? new Uint8Array()),
      proof: textOf(files['certificate.tlog-proof'] ?? new Uint8Array()),
      at: '2026-11-24T00:00:00Z',
    });
    assert.equal(log.ok, true, `${serial}: ${log.code}`);
  }
});

test('the check code of the paper opens the files to anybody; the serial number does not', async () => {
  const { document } = await issued(city, 'W-3');
  const params = { number: document.number };
  await city.finishJobs();
  const { checkCode } = await city.as('holder').call(readCertificate, { params });
  const paper = await city.stranger().call(downloadPublicPaper, { params, query: { check: checkCode.toLowerCase() } });
  assert.equal(sha256(paper.bytes), sha256((await city.as('holder').call(downloadPaper, { params })).bytes));
  assert.ok((await city.stranger().call(downloadPublicPackage, { params, query: { check: checkCode } })).bytes.byteLength > 1000);
  await refused(city.stranger().call(downloadPublicPaper, { params, query: { check: 'W-3' } }), 'platform.notFound');
  await refused(city.stranger().call(downloadPublicPackage, { params, query: { check: 'W-3' } }), 'platform.notFound');
});

test('what was revoked or replaced stands in a signed list, made anew when something ends and each day', async () => {
  const list = async () => readRevocationList(readNote(textOf((await city.stranger().call(downloadRevocations, {})).bytes)).text);
  const before = await list();
  const { document } = await issued(city, 'W-4');
  const { document: other } = await issued(city, 'W-5');
  assert.deepEqual(await list(), before, 'nothing ended, so the same list');
  await city.as('approver').call(revokeCertificate, { params: { number: document.number }, body: { reason: '读数有误' } });
  const fresh = await city.as('approver').call(replaceCertificate, { params: { number: other.number }, body: { reason: '遗失补发' } });
  const { endings } = await list();
  assert.deepEqual(
    endings.filter(({ number }) => number === document.number || number === other.number),
    [
      { number: document.number, kind: 'revoked', day: '2026-11-23' },
      { number: other.number, kind: 'replaced', day: '2026-11-23', by: fresh.number },
    ],
  );
  const began = city.clock.now;
  city.clock.now = new Date('2026-11-25T02:00:00Z');
  try {
    assert.equal((await list()).asOf, '2026-11-25T02:00:00Z');
  } finally {
    city.clock.now = began;
  }
});

test('what an institute prints on its certificates is set once, and the next certificate says it', async () => {
  const manager = city.as('instituteManager');
  assert.equal((await manager.call(readCertificateForm, {})).phone, null);
  const form = { address: '测试甲县创业路 1 号', phone: '0513-00000000', offsetX: '1.5', offsetY: '-2' };
  await manager.call(setCertificateForm, { body: form });
  const { at: _at, ...kept } = await manager.call(readCertificateForm, {});
  assert.deepEqual(kept, form);
  const { document } = await issued(city, 'W-6');
  const { record } = await city.as('holder').call(readCertificate, { params: { number: document.number } });
  const { institute } = JSON.parse(record) as { institute: { address: string; phone: string } };
  assert.deepEqual([institute.address, institute.phone], [form.address, form.phone]);
  const overlay = await manager.call(printOverlay, { params: { number: document.number } });
  assert.equal(textOf(overlay.bytes.subarray(0, 5)), '%PDF-');
});

test('labels and packages of chosen certificates are made in the background, with progress, for whoever asked', async () => {
  const numbers: string[] = [];
  for (const serial of ['W-7', 'W-8']) numbers.push((await issued(city, serial)).document.number);
  await city.finishJobs();
  const ask = (kind: 'package' | 'label-40x30' | 'label-50x30') => city.as('holder').call(requestBundle, { body: { numbers, kind } });
  const labels = await ask('label-40x30');
  await refused(city.as('holder').call(downloadBundle, { params: { id: labels.id } }), 'certificate.notReady');
  const packages = await ask('package');
  await city.finishJobs();
  const done = await city.as('holder').call(readBundle, { params: { id: packages.id } });
  assert.deepEqual([done.state, done.done, done.count], ['ready', 2, 2]);
  const zip = unzipSync((await city.as('holder').call(downloadBundle, { params: { id: packages.id } })).bytes);
  assert.deepEqual(Object.keys(zip).sort(), numbers.map((number) => `${number}.zip`).sort());
  const sheet = await city.as('holder').call(downloadBundle, { params: { id: labels.id } });
  assert.equal(textOf(sheet.bytes.subarray(0, 5)), '%PDF-');
  assert.equal((await city.as('holder').call(listBundles, {})).items.length, 2);
  await refused(city.as('approver').call(readBundle, { params: { id: labels.id } }), 'platform.notFound');
  await refused(city.as('farHolder').call(requestBundle, { body: { numbers, kind: 'package' } }), 'certificate.unknownNumbers');
});

test('whoever follows the link to a file before there are keys reads why, in both languages; a program gets the problem as before', async () => {
  const real = await openCity();
  try {
    await designate(real, 'countyRegulator', '320685', 'instituteManager');
    await adopt(real, { proposer: 'technicalManager', second: 'approver' });
    const { document } = await issued(real, 'W-KEYLESS');
    const { checkCode } = await real.as('holder').call(readCertificate, { params: { number: document.number } });
    const url = `/api/public/certificates/${document.number}/pdf?check=${checkCode}`;
    const page = await real.app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } });
    assert.deepEqual([page.statusCode, page.headers['content-type']], [409, 'text/html; charset=utf-8']);
    assert.match(page.body, /该机构尚无在用的签名密钥.*The institute has no signing key in use/s);
    assert.match(String(page.headers['content-security-policy']), /default-src 'none'; style-src 'sha256-/);
    const program = await real.app.inject({ url, headers: { accept: '*/*' } });
    assert.equal(program.json<{ code: string }>().code, 'signing-key.none');
  } finally {
    await real.close();
  }
});
