import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { traceabilityEndpoints } from './contract.ts';

const {
  readChain,
  printChain,
  printCertificateChain,
  listRestingCertificates,
  findNodes,
  listChainFindings,
  downloadChainFindings,
  listReferences,
  recordReference,
  linkReference,
  withdrawLink,
} = traceabilityEndpoints;

let city: City;
let number: string;
let certificateId: string;
let standardId: string;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  number = (await issued(city, 'TRACE')).document.number;
  const { items } = await city.as('technicalManager').call(findNodes, { query: { q: number } });
  certificateId = items[0]?.id ?? '';
  const standards = await city.as('technicalManager').call(standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  standardId = standards.items[0]?.id ?? '';
});
after(() => city.close());

const reference = (level: 'primary' | 'public-standard', name: string, more: object = {}) =>
  city.as('technicalManager').call(recordReference, {
    body: {
      level,
      quantity: 'mass',
      item: `${name}标准装置`,
      number: `测 ${name}`,
      issuer: '测试省计量科学研究院',
      calibratedOn: '2025-06-01',
      validUntil: '2027-05-31',
      value: '0.01',
      unit: 'g',
      coverageFactor: '2',
      ...more,
    },
  });
const chainOf = (kind: 'certificate' | 'standard' | 'reference', id: string) =>
  city.as('technicalManager').call(readChain, { params: { kind, id }, query: {} });

test('a certificate rests on the calibrations of the standards that were used, and the chain says where it is open', async () => {
  const chain = await chainOf('certificate', certificateId);
  assert.ok(chain.edges.length > 0 && chain.edges.every(({ lower }) => lower.id === certificateId));
  assert.equal(chain.standing, 'open');
  assert.ok(chain.findings.some(({ code }) => code === 'no-level-above'));
  assert.equal(chain.nodes.find(({ id }) => id === certificateId)?.number, number);
});

test('levels outside are recorded up to a primary standard; then the chain of the standard is whole', async () => {
  const province = await reference('public-standard', '省砝码');
  const top = await reference('primary', '公斤基准', { validUntil: null, value: '0.000001' });
  await refused(reference('primary', '公斤基准'), 'traceability.referenceTaken');
  await refused(reference('primary', '倒置', { validUntil: '2020-01-01' }), 'traceability.referenceWrong');
  const before = await chainOf('standard', standardId);
  const calibration = before.start;
  const link = (lower: object, referenceId: string) =>
    city.as('technicalManager').call(linkReference, { body: { lower, referenceId } as never });
  const first = await link(calibration, province.id);
  await refused(link(calibration, province.id), 'traceability.linked');
  await link({ kind: 'reference', id: province.id }, top.id);
  await refused(link({ kind: 'reference', id: top.id }, province.id), 'traceability.loop');
  await refused(link({ kind: 'reference', id: province.id }, province.id), 'traceability.loop');
  const after = await chainOf('standard', standardId);
  assert.deepEqual(
    after.findings.filter(({ code }) => code !== 'no-uncertainty'),
    [],
  );
  assert.equal(after.standing, 'whole');
  assert.deepEqual(
    after.nodes.map(({ height }) => height).sort((a, b) => a - b),
    [0, 1, 2],
  );
  const listed = await city.as('technicalManager').call(listReferences, { query: { q: '省砝码' } });
  assert.deepEqual([listed.total, listed.items[0]?.above, listed.items[0]?.below], [1, 1, 1]);

  const below = await city.as('technicalManager').call(listRestingCertificates, { params: { kind: 'reference', id: top.id }, query: {} });
  assert.deepEqual(
    below.items.map((item) => item.number),
    [number],
  );

  const knownAt = city.clock.now.toISOString();
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  await city.as('technicalManager').call(withdrawLink, { params: { id: first.id }, body: { reason: '登记有误' } });
  assert.equal((await chainOf('standard', standardId)).standing, 'open');
  const then = await city.as('technicalManager').call(readChain, { params: { kind: 'standard', id: standardId }, query: { knownAt } });
  assert.equal(then.standing, 'whole');
});

test('what rests on a calibration is counted and paged within days of test', async () => {
  const { start } = await chainOf('standard', standardId);
  const params = { kind: start.kind, id: start.id } as const;
  const all = await city.as('instituteManager').call(listRestingCertificates, { params, query: { direct: 'true' } });
  assert.deepEqual([all.total, all.items[0]?.number], [1, number]);
  const none = await city.as('instituteManager').call(listRestingCertificates, { params, query: { to: '2020-01-01' } });
  assert.deepEqual([none.total, none.items], [0, []]);
});

test('other institutes and strangers find nothing; the authority above sees what its region has', async () => {
  const params = { kind: 'certificate', id: certificateId } as const;
  await refused(city.as('farInstituteManager').call(readChain, { params, query: {} }), 'platform.notFound');
  await refused(city.as('holder').call(readChain, { params, query: {} }), 'platform.forbidden');
  assert.deepEqual((await city.as('farInstituteManager').call(findNodes, { query: { q: number } })).items, []);
  assert.equal((await city.as('cityRegulator').call(readChain, { params, query: {} })).start.id, certificateId);
});

test('the chain is printed, and who has the paper may ask for it without the contents of others', async () => {
  const params = { kind: 'certificate', id: certificateId } as const;
  const pdf = await city.as('technicalManager').call(printChain, { params, query: { format: 'pdf' } });
  assert.equal(Buffer.from(pdf.bytes.slice(0, 5)).toString(), '%PDF-');
  const own = await city.as('technicalManager').call(certificateEndpoints.readCertificate, { params: { number } });
  const check = (own as { checkCode?: string | null }).checkCode ?? '';
  const given = await city.stranger().call(printCertificateChain, { params: { number }, query: { check } });
  const chain = JSON.parse(Buffer.from(given.bytes).toString()) as { format: string; nodes: { number: string; item: string | null }[] };
  assert.equal(chain.format, 'tongheng-traceability-chain/1');
  assert.ok(chain.nodes.every((node) => node.number === number || node.item === null));
  await refused(city.stranger().call(printCertificateChain, { params: { number }, query: { check: 'WRONG' } }), 'platform.notFound');
});

test('the findings of an institute name each standard whose chain is not whole', async () => {
  const page = await city.as('instituteManager').call(listChainFindings, { query: {} });
  assert.ok(page.examined > 0 && page.items.every(({ standing }) => standing !== 'whole'));
  const only = await city.as('instituteManager').call(listChainFindings, { query: { code: 'traceable-to-itself' } });
  assert.equal(only.total, 0);
  const book = await city.as('instituteManager').call(downloadChainFindings, { query: {} });
  assert.ok(book.bytes.length > 1000);
});
