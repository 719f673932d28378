/** A browser that is not ours verifies certificates: on the public page, there without a network, and by the file of a page alone. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { toBuffer } from 'qrcode';
import { servePages } from '../../app/platform/pages.ts';
import { axeFindings, faultsOf, screenshot, sidewaysPixels } from '../support/browser.ts';
import { newerInScript } from '../support/newer-than-baseline.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { root as checkout } from '../support/program.ts';
import * as city from '../seal/sealed-city.ts';
import { signedPdfOf } from '../seal/paper.ts';

const text = city.recordText('price-computing-scale-pass.json');
const { institute, issuer, number } = JSON.parse(text) as {
  institute: { name: string; creditCode: string | null };
  issuer: string;
  number: string;
};
const root = await city.makeRoot('测试市');
const own = await city.makeInstitute(root, { ...institute, code: issuer });
const log = await city.makeLog([city.leafOf(city.recordText('sphygmomanometer-pass.json')), city.leafOf(text)]);
const trust = await city.trustOf([root], [own], [log]);
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const issuedDay = '2026-11-23';
// The browser's clock is this machine's: the list is of the day on which the test runs, or of the day of issue where that lies ahead.
const asOf = `${day < issuedDay ? issuedDay : day}T00:00:00Z`;
const revocations = await city.revocationsOf(log.hand, [], asOf);
const xml = await city.dccOf(text, own);
const pdf = await signedPdfOf(number, [{ name: 'certificate.xml', content: xml }], own);
const label = await city.labelOf(text, own);
const proof = await log.proofOf(city.leafOf(text));

const folder = mkdtempSync(join(tmpdir(), 'tongheng-verifier-'));
const place = (name: string): string => join(folder, name);
writeFileSync(place('certificate.pdf'), pdf);
writeFileSync(place('certificate.xml'), xml);
writeFileSync(place('changed.xml'), xml.replace('2026-11-23', '2026-11-24'));
writeFileSync(place('certificate.tlog-proof'), proof);
writeFileSync(place('package.zip'), zipSync({ 'certificate.pdf': pdf, 'certificate.tlog-proof': Buffer.from(proof) }));
writeFileSync(place('cut.zip'), zipSync({ 'certificate.pdf': pdf }).subarray(0, 5000));
writeFileSync(place('trust.json'), '{"roots":5}');
writeFileSync(place('photo.png'), await toBuffer(label, { scale: 5 }));

let portal: Portal;
before(async () => {
  assert.ok(existsSync(join(checkout, 'dist/assets/verifier.html')), 'the pages are not built: npm run web');
  portal = await openPortal(async (app) => {
    app.get('/api/public/trust', async (_request, reply) => reply.type('application/json').send(trust));
    app.get('/api/public/revocations', async (_request, reply) => reply.type('text/plain').send(revocations));
    app.get('/api/public/setting', async () => ({ demonstration: false, city: { code: '320600', name: ['测试市', 'Test'] }, today: day }));
    await servePages(app, join(checkout, 'dist'));
  });
});
after(async () => {
  await portal?.close();
  rmSync(folder, { recursive: true });
});

/** The six answers as they stand on the page: '+' holds, '-' does not, '?' not judged. */
async function answers(page: Page): Promise<string> {
  await page.locator('.verify-answers').waitFor({ timeout: 30_000 });
  const found = await page.locator('.verify-answers li').evaluateAll((list) => list.map((one) => one.getAttribute('data-ok')));
  return found.map((ok) => (ok === 'true' ? '+' : ok === 'false' ? '-' : '?')).join('');
}
async function give(page: Page, ...names: readonly string[]): Promise<string> {
  const again = page.getByRole('button', { name: /验证另一份|Verify another one/ });
  if (await again.isVisible()) await again.click();
  await page.locator('#verify-files').setInputFiles(names.map(place));
  return answers(page);
}
const isDated = day >= issuedDay;

test('the public page answers about files, a package and a photo, in both languages and on a phone', async () => {
  for (const [language, width] of [
    ['zh', 1366],
    ['en', 375],
  ] as const) {
    const page = await portal.page({ language, width });
    await page.goto(`${portal.address}/verify`);
    const whole = await give(page, 'certificate.pdf', 'certificate.tlog-proof');
    if (isDated) assert.equal(whole, '++++++');
    await portal.look(page, `verify-${language}-${width}`);
    assert.equal(await give(page, 'package.zip'), whole);
    assert.match(await give(page, 'photo.png'), /^\+\+\+\?/);
    const changed = await give(page, 'changed.xml');
    assert.match(changed, /^--\?/);
    assert.ok(await page.getByText(number).count());
    await page.locator('#verify-serial').fill('X-1');
    await page.getByRole('button', { name: /^(验证|Verify)$/ }).click();
    await page.getByText(/X-1，证书上是|serial number given is X-1/).waitFor();
    assert.deepEqual(faultsOf(page), []);
  }
});

test('the text of a code is verified; what is no certificate is said in words', async () => {
  const page = await portal.page();
  await page.goto(`${portal.address}/verify`);
  await page.locator('#verify-code').fill(label);
  await page.getByRole('button', { name: '验证', exact: true }).click();
  assert.match(await answers(page), /^\+\+\+/);
  await page.locator('#verify-code').fill('https://example.com/');
  await page.getByRole('button', { name: '验证', exact: true }).click();
  await page.getByText('没有找到证书').waitFor();
  await portal.look(page, 'verify-none');
});

test('a cut package and a list of trust that is none are refused for what they are, not for the time they took', async () => {
  const page = await portal.page();
  await page.goto(`${portal.address}/verify`);
  await page.locator('#verify-files').setInputFiles([place('cut.zip')]);
  await page.getByText('压缩包损坏').waitFor();
  await page.reload();
  await page.locator('#verify-files').setInputFiles([place('certificate.pdf'), place('trust.json')]);
  await page.getByText('文件不是信任名单').waitFor();
});

test('after one visit the page opens without a network and gives the same answers', async () => {
  const page = await portal.page();
  await page.goto(`${portal.address}/verify`);
  await page.getByText('本页已保存在这台设备上').waitFor({ timeout: 30_000 });
  await page.context().setOffline(true);
  await page.reload();
  assert.match(await give(page, 'certificate.pdf', 'certificate.tlog-proof'), /^\+\+\+\+/);
  assert.match(await give(page, 'photo.png'), /^\+\+\+\?/);
});

test('the downloaded file verifies alone, from the disk and with the network off, by the lists that came inside', async () => {
  const page = await portal.page();
  await page.goto(`${portal.address}/verify`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /verifier\.html/ }).click()]);
  assert.equal(download.suggestedFilename(), 'verifier.html');
  await download.saveAs(place('verifier.html'));
  assert.ok(statSync(place('verifier.html')).size < 6_000_000);
  for (const [language, width] of [
    ['zh', 1366],
    ['en', 375],
  ] as const) {
    const alone = await portal.page({ width, language });
    const asked: string[] = [];
    alone.on('request', (request) => {
      if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url());
    });
    await alone.context().setOffline(true);
    await alone.goto(`${pathToFileURL(place('verifier.html')).href}?language=${language}`);
    assert.match(await give(alone, 'certificate.pdf', 'certificate.tlog-proof'), isDated ? /^\+{6}$/ : /^\+{4}/);
    await screenshot(alone, `verifier-file-${language}`);
    assert.deepEqual(await axeFindings(alone), []);
    assert.equal(await sidewaysPixels(alone), 0);
    assert.match(await give(alone, 'certificate.xml'), /^\+\+\+\?/);
    assert.match(await give(alone, 'package.zip'), /^\+{4}/);
    assert.match(await give(alone, 'photo.png'), /^\+\+\+\?/);
    assert.match(await give(alone, 'changed.xml'), /^--/);
    assert.deepEqual(faultsOf(alone), []);
    assert.deepEqual(asked, []);
  }
});

test('the scripts of the file are of the oldest browser on the desks', async () => {
  const page = await (await fetch(`${portal.address}/verifier.html`)).text();
  const scripts = [...page.matchAll(/<script(?: type="text\/plain" id="worker")?>([^]*?)<\/script>/g)].map(([, script = '']) => script);
  assert.equal(scripts.length, 2);
  for (const script of scripts) {
    const found = newerInScript(script).filter(({ what }) => what !== 'startViewTransition' && what !== 'canParse');
    assert.deepEqual(found, []);
    for (const sign of ['\0', '\r']) assert.ok(!script.includes(sign));
  }
});
