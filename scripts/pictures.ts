import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, type PageOptions } from '../test/support/browser.ts';
import { findTool, runTool } from '../test/support/foreign-tool.ts';
import { makeTestFolder } from '../test/support/database.ts';
import { root, startServer } from '../test/support/program.ts';

// The pictures of the READMEs, taken from the real pages of the demonstration: `npm run pictures` after a change of the look, or
// `npm run pictures -- chain provision` for some of them by name.
const wanted = process.argv.slice(2);
const isWanted = (...names: readonly string[]): boolean => wanted.length === 0 || names.some((name) => wanted.includes(name));
const folder = join(root, 'docs/pictures');
mkdirSync(folder, { recursive: true });
const data = makeTestFolder();
const running = await startServer(['--data', join(data, 'city')]);
const browser = await openBrowser();

async function signIn(account: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.page({ ...options, address: running.url });
  const answer = await page.request.post(`${running.url}/api/session`, { data: { account, password: 'tongheng-yanshi' } });
  if (!answer.ok()) throw new Error(await answer.text());
  return page;
}

/** A picture of a page, from its top or from where it shows something. */
async function take(page: Page, path: string, name: string, from?: string): Promise<void> {
  if (!isWanted(name)) return;
  await page.goto(`${running.url}${path}`);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  if (from !== undefined)
    await page
      .locator(from)
      .first()
      .evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(name);
}

const firstLink = async (page: Page, list: string, prefix: string): Promise<string> => {
  await page.goto(`${running.url}${list}`);
  // A record of the list, not a page beside it.
  const link = page.locator(`main table a[href^="${prefix}"]`).first();
  await link.waitFor();
  return (await link.getAttribute('href')) ?? list;
};

/** A paper, and what anybody sees who verifies it. */
async function takePaper(approver: Page, certificate: string): Promise<void> {
  const paper = await approver.request.get(`${running.url}/api${certificate.replace('/desk', '')}/pdf`);
  if (!paper.ok()) throw new Error(await paper.text());
  const stranger = await browser.page({ address: running.url });
  await stranger.goto(`${running.url}/verify`);
  await stranger
    .locator('input[type=file]')
    .setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer: await paper.body() });
  await stranger.getByRole('button', { name: '验证', exact: true }).click();
  await stranger.getByText('项结果和结论相同').first().waitFor({ timeout: 60_000 });
  await stranger.screenshot({ path: join(folder, 'verify.png'), fullPage: true });
  console.log('verify');
  if (findTool('pdftoppm') !== undefined) {
    const printed = join(data, 'certificate.pdf');
    writeFileSync(printed, await paper.body());
    runTool('pdftoppm', ['-r', '70', '-png', '-singlefile', printed, join(folder, 'paper')]);
    console.log('paper');
  }
}

async function takeCalculator(): Promise<void> {
  const tool = await browser.page({ address: running.url });
  await tool.goto(`${running.url}/tools/uncertainty`);
  await tool.getByLabel('载入示例').selectOption({ label: '功率计失配损耗（JCGM 101 9.4）' });
  await tool.getByRole('button', { name: '运行蒙特卡洛' }).click();
  await tool.locator('.histogram').waitFor();
  await tool.screenshot({ path: join(folder, 'uncertainty.png') });
  console.log('uncertainty');
}

try {
  const office = await signIn('office');
  await take(office, '/desk', 'cockpit');
  await take(office, '/desk/indicators/G3-5', 'indicator');
  await take(office, '/desk/capability', 'capability');
  await take(await signIn('office', { language: 'en' }), '/desk', 'cockpit-en');
  const technician = await signIn('technician');
  await take(
    technician,
    await firstLink(technician, '/desk/verifications?status=returned', '/desk/verifications/'),
    'bench',
    '.paper [aria-label="偏载"]',
  );
  const pocket = await signIn('technician', { width: 375 });
  await take(
    pocket,
    await firstLink(pocket, '/desk/verifications?status=returned', '/desk/verifications/'),
    'bench-phone',
    '.paper [aria-label="偏载"]',
  );
  await take(await signIn('technician', { width: 375 }), '/desk/verifications/jobs', 'jobs-phone');
  await take(await signIn('approver', { language: 'en' }), '/desk/verifiable-items', 'verifiable-items-en');
  await take(await signIn('technical', { language: 'en' }), '/desk/procedures/jjg-0692-2010', 'procedure-en');
  const technical = await signIn('technical');
  const weights = await firstLink(technical, '/desk/standards?role=jjg-0539%3Aweights', '/desk/standards/');
  await take(technical, weights.replace('/desk/standards/', '/desk/traceability/standard/'), 'chain', '.chain-drawing');
  await take(technical, await firstLink(technical, '/desk/findings', '/desk/findings/'), 'failed-standard');
  await take(await signIn('city', { language: 'en' }), '/desk/standard-forecast', 'forecast-en');
  const city = await signIn('city');
  await take(city, await firstLink(city, '/desk/comparisons?q=M1', '/desk/comparisons/'), 'comparison', '.comparison-chart');
  await take(office, '/desk/capability?view=effective', 'effective');
  // The running server solves the plan of the story soon after its start.
  const plan = await firstLink(office, '/desk/provision', '/desk/provision/');
  await office.goto(`${running.url}${plan}`);
  await office.locator('.provision-matrix').waitFor({ timeout: 120_000 });
  await take(office, `${plan}?cell=320612/B4`, 'provision', '.provision-matrix');
  const approver = await signIn('approver');
  const certificate = await firstLink(approver, '/desk/certificates', '/desk/certificates/');
  await take(approver, certificate, 'certificate');
  if (isWanted('verify', 'paper')) await takePaper(approver, certificate);
  await take(await signIn('auditor', { language: 'en' }), '/desk/log', 'log-en');
  await take(await browser.page({ address: running.url, width: 375 }), '/plan', 'public-phone');
  if (isWanted('uncertainty')) await takeCalculator();
} finally {
  await browser.close();
  running.child.kill('SIGTERM');
  await running.ended;
  rmSync(data, { recursive: true, force: true });
}
