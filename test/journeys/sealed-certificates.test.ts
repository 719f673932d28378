import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { transparencyEndpoints } from '../../app/measure/transparency/contract.ts';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, issued } from '../support/thread.ts';

let desk: Desk;
let number: string;
before(async () => {
  desk = await openDesk({ demonstration: true });
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  number = (await issued(desk.city, 'SC-1')).document.number;
  await desk.city.finishJobs();
});
after(() => desk.close());

const see = async (page: Page, path: string, name: string): Promise<void> => {
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.locator('main h1').first().waitFor();
  await desk.look(page, name);
};

test('the approver sees where a certificate stands in the log and takes its paper and its package', async () => {
  const page = await desk.as('approver');
  await see(page, `/desk/certificates/${number}`, 'sealed-certificate');
  for (const [endpoint, begins] of [
    [certificateEndpoints.downloadPaper, '%PDF-'],
    [certificateEndpoints.downloadDcc, '<?xml'],
    [certificateEndpoints.downloadPackage, 'PK'],
  ] as const) {
    const { bytes } = await desk.city.as('holder').call(endpoint, { params: { number } });
    assert.equal(Buffer.from(bytes.subarray(0, begins.length)).toString('latin1'), begins);
  }
});

test('anybody verifies the paper in a browser that uploads nothing, and again without a network', async () => {
  const { bytes } = await desk.city.as('holder').call(certificateEndpoints.downloadPaper, { params: { number } });
  const { items } = await desk.city.as('auditor').call(transparencyEndpoints.listLeaves, { query: {} });
  const leaf = items.find((one) => one.number === number);
  assert.ok(leaf);
  const proof = await desk.city.as('auditor').call(transparencyEndpoints.downloadLeafProof, { params: { id: leaf.id } });
  const page = await desk.anybody();
  await page.goto('/verify', { waitUntil: 'networkidle' });
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  const files = [
    { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) },
    { name: 'certificate.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(proof.bytes) },
  ];
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.getByText('演示·无效：由演示根签发，不是真实的证书').first().waitFor({ timeout: 60_000 });
  await page.getByText('项结果和结论相同').first().waitFor();
  await desk.look(page, 'verify-answers');
  assert.deepEqual(sent, []);

  await page.context().setOffline(true);
  await page.goto('/verify');
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.getByText('项结果和结论相同').first().waitFor({ timeout: 60_000 });
});

test('keys, log, numbers, lots, bundles and recomputation are whole in both languages and on a phone', async () => {
  const pages = [
    ['auditor', '/desk/log', 'log'],
    ['administrator', '/desk/signing-keys', 'signing-keys'],
    ['instituteManager', '/desk/signing-keys', 'signing-keys-institute'],
    ['instituteManager', '/desk/certificate-numbers', 'certificate-numbers'],
    ['approver', '/desk/certificate-lots', 'certificate-lots'],
    ['approver', '/desk/certificate-bundles', 'certificate-bundles'],
    ['countyRegulator', '/desk/certificate-recomputations', 'certificate-recomputations'],
  ] as const;
  for (const [options, suffix] of [
    [{}, 'zh'],
    [{ language: 'en', width: 375 }, 'en-phone'],
  ] as const)
    for (const [person, path, name] of pages) {
      const page = await desk.as(person, options);
      await see(page, path, `${name}-${suffix}`);
      await page.context().close();
    }
});
