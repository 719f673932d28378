import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readLeaf } from '@tongheng/seal/leaf';
import { readRecord } from '@tongheng/seal/record';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, checked, designate } from '../../../test/support/thread.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { certificateEndpoints } from './contract.ts';

const { previewLot, issueLot, readLot, listLots, listLotItems, printLotAnnex, listCertificates, readCertificate, approveVerification } =
  certificateEndpoints;
const { listFindings, beginRecomputation, readRecomputation, exportFindings, compareRecomputations, listRecomputations } =
  certificateEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

const approver = () => city.as('approver');

test('a lot is approved once; each instrument gets a number and a verdict of its own from its own readings', async () => {
  await checked(city, 'LOT-1');
  await checked(city, 'LOT-2', 'fail-above-2000e');
  await checked(city, 'LOT-3');
  const preview = await approver().call(previewLot, { query: { edition: 'jjg-0539-2016' } });
  assert.deepEqual([preview.count, preview.pass, preview.fail], [3, 2, 1]);
  assert.equal(
    preview.groups.reduce((sum, group) => sum + group.count, 0),
    3,
  );
  await refused(approver().call(issueLot, { body: { title: '十一月批', count: 2 } }), 'certificate.emptyLot');
  const lot = await approver().call(issueLot, { body: { title: '十一月批', count: 3, edition: 'jjg-0539-2016' } });
  assert.match(lot.number, /^320685A2026L0001[0-9A-Z]$/);
  assert.equal(lot.state, 'working');
  assert.equal((await approver().call(previewLot, { query: {} })).count, 0);
  await refused(approver().call(printLotAnnex, { params: { id: lot.id } }), 'certificate.notReady');
  await city.finishJobs();
  const done = await approver().call(readLot, { params: { id: lot.id } });
  assert.deepEqual([done.state, done.issued, done.refused], ['finished', 3, 0]);
  const { items } = await approver().call(listLotItems, { params: { id: lot.id }, query: {} });
  assert.deepEqual(
    items.map(({ serial, state, document }) => [serial, state, document?.kind]),
    [
      ['LOT-1', 'issued', 'certificate'],
      ['LOT-2', 'issued', 'notice'],
      ['LOT-3', 'issued', 'certificate'],
    ],
  );
  const documents = await approver().call(listCertificates, { query: { lot: lot.id } });
  assert.equal(documents.total, 3);
  for (const { number } of documents.items) {
    const { record, lot: cited, timeline } = await approver().call(readCertificate, { params: { number } });
    assert.deepEqual(readRecord(record).lot, { number: lot.number, items: 3, approvedOn: '2026-11-23' });
    assert.equal(cited?.number, lot.number);
    assert.equal(timeline[0]?.person, '孙涛');
    assert.equal(readRecord(record).persons.approver.name, '孙涛');
    const { rows } = await city.database.pool.query<{ entry: string }>('select entry from transparency_leaf where number = $1', [number]);
    assert.equal(readLeaf(rows[0]?.entry ?? '')?.number, number);
  }
  const lots = await city.as('countyRegulator').call(listLots, { query: { state: 'finished', q: '十一月' } });
  assert.equal(lots.total, 1);
  const annex = await approver().call(printLotAnnex, { params: { id: lot.id } });
  assert.equal(new TextDecoder().decode(annex.bytes.subarray(0, 5)), '%PDF-');
});

test('what does not pass its gates stays behind with the reason, and the rest is issued', async () => {
  await checked(city, 'LOT-4');
  const overtaken = await checked(city, 'LOT-5');
  const lot = await approver().call(issueLot, { body: { title: '其中一台已单独批准', count: 2 } });
  await city.as('allRounder').call(approveVerification, { params: { id: overtaken.id } });
  await city.finishJobs();
  const done = await approver().call(readLot, { params: { id: lot.id } });
  assert.deepEqual([done.state, done.issued, done.refused], ['finished', 1, 1]);
  const { items } = await approver().call(listLotItems, { params: { id: lot.id }, query: { state: 'refused' } });
  assert.equal(items[0]?.problem?.code, 'verification.wrongState');
  const one = await approver().call(verificationEndpoints.readVerification, { params: { id: overtaken.id } });
  assert.equal(one.status, 'approved');
});

test('a lot that nobody works at is taken up again; outsiders do not see it', async () => {
  await checked(city, 'LOT-6');
  const lot = await approver().call(issueLot, { body: { title: '中断的一批', count: 1 } });
  await refused(city.as('farInstituteManager').call(readLot, { params: { id: lot.id } }), 'platform.notFound');
  const { resumeLots, workLot } = await import('./service/lot.ts');
  const later: string[] = [];
  await resumeLots({ db: city.database.db, later: async (task: string) => void later.push(task) } as never);
  assert.deepEqual(later, ['workLot']);
  assert.equal(typeof workLot, 'function');
  await city.finishJobs();
  assert.equal((await approver().call(readLot, { params: { id: lot.id } })).issued, 1);
});

test('a year of certificates is computed again from its records; what was changed behind the back is found', async () => {
  const regulator = city.as('countyRegulator');
  const begin = async () => {
    const { id } = await regulator.call(beginRecomputation, { body: { year: 2026 } });
    await city.finishJobs();
    return regulator.call(readRecomputation, { params: { id } });
  };
  const clean = await begin();
  assert.ok(clean.finishedAt !== null && clean.done === clean.total && clean.total >= 6);
  const findings = await regulator.call(listFindings, { params: { id: clean.id }, query: {} });
  assert.ok(
    findings.items.every(({ kind }) => kind === 'pending'),
    JSON.stringify(findings.items),
  );
  // Somebody with the keys of the database rewrites one certificate and drops another's leaf.
  const { items } = await regulator.call(listCertificates, { query: { kind: 'certificate', limit: 3 } });
  const [forged, leafless, hidden] = items.map(({ number }) => number);
  const { Client } = (await import('pg')).default;
  const owner = new Client({ connectionString: city.ownerUrl });
  await owner.connect();
  await owner.query(`update certificate set record = replace(record, '"serial":"', '"serial":"9') where number = $1`, [forged]);
  await owner.query('update certificate set leaf_id = null where number = $1', [leafless]);
  await owner.query('update certificate set valid_until = valid_until + 100 where number = $1', [hidden]);
  await owner.query('update certificate_series set last = last + 1');
  await owner.end();
  const found = await begin();
  const { items: differences } = await regulator.call(listFindings, { params: { id: found.id }, query: { limit: 200 } });
  const kindsOf = (number: string | undefined) =>
    differences.flatMap((one) => (one.number === number && one.kind !== 'pending' ? [one.kind] : []));
  assert.deepEqual(kindsOf(forged), ['digest', 'row']);
  assert.deepEqual(kindsOf(leafless), ['leaf']);
  assert.deepEqual(kindsOf(hidden), ['row']);
  assert.equal(differences.filter(({ kind }) => kind === 'gap').length, 1);
  const compared = await regulator.call(compareRecomputations, { params: { id: found.id }, query: { with: clean.id } });
  assert.ok(compared.appeared.length >= 5);
  assert.ok(!compared.appeared.some(({ kind }) => kind === 'pending'));
  const csv = await regulator.call(exportFindings, { params: { id: found.id }, query: { as: 'csv' } });
  assert.match(new TextDecoder().decode(csv.bytes), new RegExp(`${forged}.*desk/certificates/${forged}`));
  assert.equal((await regulator.call(listRecomputations, { query: { year: 2026 } })).total, 2);
  await refused(regulator.call(beginRecomputation, { body: { year: 2026, region: '320682' } }), 'platform.forbidden');
  const far = city.ids.farInstituteManager.organization as never;
  await refused(regulator.call(beginRecomputation, { body: { year: 2026, institute: far } }), 'platform.forbidden');
});
