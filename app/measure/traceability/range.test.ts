import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Excel from 'exceljs';
import { openCity, type City } from '../../../test/support/city.ts';
import {
  acceptedItem,
  adopt,
  designate,
  example,
  issued,
  submitDraft,
  weightsCertificate,
  withoutKind,
} from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { standardEndpoints } from '../standard/contract.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { traceabilityEndpoints } from './contract.ts';

const { readChain, printChain, listChainFindings, downloadChainFindings, findNodes, recordReference, linkReference, listReferences } =
  traceabilityEndpoints;

let city: City;
let number: string;
let certificateId: string;
let standardId: string;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  number = (await issued(city, 'RANGE')).document.number;
  const { items } = await city.as('technicalManager').call(findNodes, { query: { q: number } });
  certificateId = items[0]?.id ?? '';
  const standards = await city.as('technicalManager').call(standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  standardId = standards.items[0]?.id ?? '';
});
after(() => city.close());

const chainOf = (kind: 'certificate' | 'standard', id: string, knownAt?: string) =>
  city.as('technicalManager').call(readChain, { params: { kind, id }, query: knownAt === undefined ? {} : { knownAt } });
const findings = (code: 'outside-range' | 'level-order' | 'level-skipped') =>
  city.as('instituteManager').call(listChainFindings, { query: { code } });

test('a certificate that used its weights within their range says so on the step, with the values', async () => {
  const { edges, findings: wrong } = await chainOf('certificate', certificateId);
  const range = edges.find(({ role }) => role === 'jjg-0539:weights')?.range;
  assert.equal(range?.verdict, 'inside');
  assert.match(range?.values[0] ?? '', /^FM-01 \[1 mg～20 kg\]: 0.5 g … 15000 g \(\d+\)$/);
  assert.ok(!wrong.some(({ code }) => code === 'outside-range'));
  assert.equal((await findings('outside-range')).total, 0);
});

test('a range that is stated later and narrower breaks the chains of what was outside of it, from then on known', async () => {
  const knownAt = city.clock.now.toISOString();
  city.clock.now = new Date(city.clock.now.getTime() + 60_000);
  await city.as('technicalManager').call(standardEndpoints.stateRanges, {
    params: { id: standardId as never },
    body: { since: '2024-01-01', ranges: ['10 kg～20 kg'], reason: '证书附页只含大砝码' },
  });
  const chain = await chainOf('certificate', certificateId);
  assert.equal(chain.standing, 'broken');
  const found = chain.findings.find(({ code }) => code === 'outside-range');
  assert.match(found?.detail ?? '', / ∉ FM-01 \[\(10～20\) kg\]$/);
  assert.equal(chain.edges.find(({ role }) => role === 'jjg-0539:weights')?.range?.verdict, 'outside');
  assert.notEqual((await chainOf('certificate', certificateId, knownAt)).standing, 'broken');

  const listed = await findings('outside-range');
  assert.deepEqual([listed.total, listed.usesExamined, listed.items[0]?.standardId], [1, 1, standardId]);
  assert.match(listed.items[0]?.detail ?? '', new RegExp(`^${number}: `));
  const file = await city.as('instituteManager').call(downloadChainFindings, { query: { code: 'outside-range' } });
  const book = new Excel.Workbook();
  await book.xlsx.load(Uint8Array.from(file.bytes).buffer as ArrayBuffer);
  assert.match(book.worksheets[0]?.getCell(3, 6).text ?? '', / ∉ FM-01/);
  const proof = await city
    .as('technicalManager')
    .call(printChain, { params: { kind: 'certificate', id: certificateId }, query: { format: 'json' } });
  const printed = JSON.parse(Buffer.from(proof.bytes).toString()) as { format: string; edges: object[]; findings: { code: string }[] };
  assert.equal(printed.format, 'tongheng-traceability-chain/1');
  assert.deepEqual(Object.keys(printed.edges[0] ?? {}).sort(), ['isIdentity', 'lower', 'role', 'upper', 'usedOn', 'validThen']);
  assert.ok(printed.findings.some(({ code }) => code === 'outside-range'));
});

test('who is not of the institute reads that something is wrong, and not what its papers say', async () => {
  const chain = await city
    .as('cityRegulator')
    .call(readChain, { params: { kind: 'certificate', id: certificateId }, query: {} }, { language: 'en' });
  assert.equal(chain.findings.find(({ code }) => code === 'outside-range')?.text, 'A standard was used outside its range');
});

test('a range that is not stated is not judged, and the step says so in the language that was asked for', async () => {
  await city.as('technicalManager').call(standardEndpoints.stateRanges, {
    params: { id: standardId as never },
    body: { since: '2024-01-01', ranges: [], reason: '附页遗失' },
  });
  const chain = await city
    .as('technicalManager')
    .call(readChain, { params: { kind: 'certificate', id: certificateId }, query: {} }, { language: 'en' });
  const range = chain.edges.find(({ role }) => role === 'jjg-0539:weights')?.range;
  assert.equal(range?.verdict, 'open');
  assert.match(range?.open.join(' ') ?? '', /its range is not stated/);
  assert.ok(!chain.findings.some(({ code }) => code === 'outside-range'));
});

const reference = (name: string, accuracyClass: string | null, more: object = {}) =>
  city.as('technicalManager').call(recordReference, {
    body: {
      level: 'public-standard',
      quantity: '质量',
      item: `${name}砝码组`,
      number: `测 ${name}`,
      issuer: '测试省计量科学研究院',
      calibratedOn: '2025-06-01',
      validUntil: '2027-05-31',
      value: '0.05',
      unit: 'g',
      coverageFactor: '2',
      accuracyClass,
      ...more,
    },
  });

test('levels of the scheme by the classes of the certificates, and the ratio to what is stated below', async () => {
  await city.as('technicalManager').call(standardEndpoints.renewStandard, {
    params: { id: standardId as never },
    body: {
      kind: 'verification',
      certificateNumber: '检 M1',
      issuer: '测试省计量科学研究院',
      calibratedOn: '2026-11-01',
      validUntil: '2027-10-31',
      quality: 'mpe',
      value: '0.1',
      unit: 'g',
      accuracyClass: 'M1 级',
    },
  });
  const { start } = await chainOf('standard', standardId);
  const [high, low] = [await reference('E2', 'E2'), await reference('M2', 'M2 级')];
  for (const { id } of [high, low])
    await city.as('technicalManager').call(linkReference, { body: { lower: start as never, referenceId: id } });
  const chain = await chainOf('standard', standardId);
  const edge = (id: string) => chain.edges.find(({ upper }) => upper.id === id);
  assert.deepEqual([edge(high.id)?.step.verdict, edge(high.id)?.step.skipped], ['skipped', ['F1', 'F2']]);
  assert.deepEqual([edge(low.id)?.step.verdict, edge(low.id)?.step.scheme], ['turned', 'mass']);
  const { kind, figure, verdict, source } = edge(high.id)?.ratio ?? {};
  assert.deepEqual([kind, figure, verdict, source], ['U/MPE', '0.5', 'not-met', 'JJF 1094-2002']);
  assert.equal(chain.standing, 'broken');
  assert.match((await findings('level-order')).items[0]?.detail ?? '', /\(M1\) ← 测 M2 \(M2\)$/);
  assert.match((await findings('level-skipped')).items[0]?.detail ?? '', /: F1、F2$/);
  const listed = await city.as('technicalManager').call(listReferences, { query: { q: '测 E2' } });
  assert.equal(listed.items[0]?.accuracyClass, 'E2');
});

test('two sets of weights in one record are two edges, and cover its loads together', async () => {
  const manager = city.as('technicalManager');
  const set = async (name: string, range: string) => {
    const { id } = await manager.call(standardEndpoints.registerStandard, {
      body: {
        ...weightsCertificate,
        certificateNumber: `测校 ${name}`,
        number: name,
        name: '砝码组',
        model: 'M',
        serial: name,
        range,
        roles: ['jjg-0539:weights'],
        since: '2025-01-01',
      },
    });
    return { role: 'jjg-0539:weights', standard: id, statement: null };
  };
  const standards = [await set('FM-21', '1 mg～500 g'), await set('FM-22', '1 kg～20 kg')];
  const { item } = await acceptedItem(city, 'TWO-SETS');
  const technician = city.as('technician');
  const { id, version } = await technician.call(verificationEndpoints.takeUpItem, { body: { item } });
  const written = withoutKind(example('pass-initial'));
  await technician.call(verificationEndpoints.saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards, ...written },
  });
  await submitDraft(city, id);
  await city.as('checker').call(verificationEndpoints.checkVerification, { params: { id } });
  const document = await city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  const { items } = await manager.call(findNodes, { query: { q: document.number } });
  const { edges, findings: wrong } = await chainOf('certificate', items[0]?.id ?? '');
  assert.deepEqual(
    edges.filter(({ role }) => role === 'jjg-0539:weights').map(({ range }) => range?.verdict),
    ['inside', 'inside'],
  );
  assert.match(edges[0]?.range?.values[0] ?? '', /^FM-2\d \[.*\] \+ FM-2\d \[.*\]: /);
  assert.ok(!wrong.some(({ code }) => code === 'outside-range'));
});
