import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import type { Language } from '../../app/kernel/text.ts';

const output = fileURLToPath(new URL('../.output/', import.meta.url));
const find = createRequire(import.meta.url).resolve;
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Nothing leaves the machine: only the loopback address has a name. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** A page of a test is gone before faster code for its functions pays: without the compilers that make it, journeys take a tenth less work. */
const fewCompilers = '--js-flags=--no-turbofan --no-maglev';

type Program = { readonly path: string; readonly libraries?: string };

let found: Promise<Program> | undefined;

/** The program is found, and unpacked, once for all test files of one process. */
const program = (folder: string): Promise<Program> => (found ??= findProgram(folder));

/** The machine's own Chromium, else the one that npm brings, unpacked once for each user and version. */
async function findProgram(folder: string): Promise<Program> {
  for (const path of [process.env['CHROMIUM_PATH'], '/usr/bin/chromium']) if (path !== undefined && existsSync(path)) return { path };
  const packageFolder = dirname(dirname(find('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const unpacked = join(folder, `chromium-${version}`);
  if (!existsSync(unpacked)) await unpack(packageFolder, folder, unpacked);
  return { path: join(unpacked, 'chromium'), libraries: join(unpacked, 'al2023', 'lib') };
}

const inflateAll = `
import { inflate } from '@sparticuz/chromium';
for (const archive of process.argv.slice(1)) await inflate(archive);`;

/**
 * Unpacked aside and renamed, so that a run beside this one never starts half a browser; in a process of its own, since the
 * package unpacks into TMPDIR and everything else of this process would go there meanwhile.
 */
async function unpack(packageFolder: string, folder: string, unpacked: string): Promise<void> {
  const aside = await mkdtemp(join(folder, 'unpacking-'));
  const archives = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((archive) => join(packageFolder, 'bin', archive));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', inflateAll, ...archives], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: aside },
  });
  await rename(aside, unpacked).catch(() => rm(aside, { recursive: true }));
}

/** Without a Chinese font the texts would be blank in every picture. */
async function fontConfiguration(folder: string): Promise<string> {
  const fonts = join(dirname(dirname(find('@embedpdf/fonts-sc'))), 'fonts');
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${fonts}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>`,
  );
  return file;
}

const faults = new WeakMap<Page, string[]>();
/** What went wrong in a page without anybody asking: errors, refusals of the content policy, requests that left the server. */
export const faultsOf = (page: Page): readonly string[] => faults.get(page) ?? [];

function watch(page: Page): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A refused request (401, 404, 422 …) is part of many stories and is reported by the page itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) found.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1' && hostname !== 'localhost') found.push(`left the server: ${request.url()}`);
  });
}

export type PageOptions = { readonly language?: Language; readonly width?: 1366 | 375 | 1920; readonly address?: string };
export type TestBrowser = {
  readonly browser: Browser;
  readonly page: (options?: PageOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** The program of the browser, how it is called and in which surroundings. */
export async function browserCommand(): Promise<{ path: string; args: readonly string[]; env: Record<string, string> }> {
  const folder = join(tmpdir(), `tongheng-browser-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { path, libraries } = await program(folder);
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const own = { TMPDIR: folder, FONTCONFIG_FILE: await fontConfiguration(folder) };
  return { path, args: flags, env: { ...env, ...own, ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) } };
}

/** @param measured whether its speed is measured: then it is the browser as people use it */
export async function openBrowser({ measured = false }: { measured?: boolean } = {}): Promise<TestBrowser> {
  const { path, args, env } = await browserCommand();
  const browser = await chromium.launch({ executablePath: path, args: measured ? [...args] : [...args, fewCompilers], env });
  /** A page of a person of its own: neither cookies nor storage are shared with another. */
  const page = async ({ language = 'zh', width = 1366, address }: PageOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: width === 375 ? 812 : width === 1366 ? 768 : 1080 },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      hasTouch: width === 375,
      isMobile: width === 375,
      ...(address === undefined ? {} : { baseURL: address }),
    });
    await context.addInitScript(
      `try { localStorage.setItem('tongheng.language', localStorage.getItem('tongheng.language') || '${language}') } catch {}`,
    );
    const opened = await context.newPage();
    watch(opened);
    return opened;
  };
  return { browser, page, close: () => browser.close() };
}

type Violation = { id: string; impact: string; help: string; nodes: { html: string; target: string[] }[] };

/** The serious and critical findings of axe-core, one line each; an accessible page has none. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(axe);
  // Style sheets and films are fetched once more for rules that are experimental or weigh less.
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"], preload: false })')) as {
    violations: Violation[];
  };
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help} — ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    );
}

/** A text that the page shows of what was sent. The field in which somebody wrote it does not count: React keeps the text of a textarea as its content. */
export const shown = (page: Page, text: string): Locator => page.getByText(text).and(page.locator(':not(textarea)')).first();

/** There are so many, half a minute later at most: parts that are loaded when they are needed come later than the text beside them. */
export async function waitForCount(found: Locator, count: number): Promise<void> {
  const until = Date.now() + 30_000;
  while ((await found.count()) !== count && Date.now() < until) await pause(50);
  assert.equal(await found.count(), count);
}

/** How many pixels of the page stand out at the right; a phone must not scroll sideways. */
export const sidewaysPixels = async (page: Page): Promise<number> =>
  (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;

/** Keeps a picture of the page for people to look at; where nobody will (`CI=true`) none is taken. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (process.env['CI'] === 'true') return;
  await mkdir(output, { recursive: true });
  await page.screenshot({ path: join(output, `${name}.png`), fullPage: true });
}
