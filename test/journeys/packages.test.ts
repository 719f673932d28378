import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writePackages } from '../../scripts/package-files.ts';
import { packages, readPackage } from '../../scripts/package-text.ts';
import { faultsOf, openBrowser, type TestBrowser } from '../support/browser.ts';

const compute = `
const { evaluate } = await import('@tongheng/uncertainty/evaluate');
const { readModel } = await import('@tongheng/uncertainty/model/model');
const { loadEngine } = await import('@tongheng/uncertainty/monte-carlo/engine');
const { crewOfOne } = await import('@tongheng/uncertainty/monte-carlo/run');
const inputs = { a: { distribution: 't', mean: 1, scale: 0.1, dof: 5 }, b: { distribution: 'triangular', mean: 2, halfWidth: 1 } };
const model = readModel({ outputs: { y: 'sin(a) + sqrt(b)' }, inputs, monteCarlo: { trials: 70000 } });
const { monteCarlo, gum } = (await evaluate(model, crewOfOne(await loadEngine()))).outputs.y;
const found = [monteCarlo.value, monteCarlo.u, ...monteCarlo.interval, gum.u].join(' ');`;

describe('the packages in a browser', () => {
  let server: Server;
  let browser: TestBrowser;
  let folder: string;
  let address: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongheng-packages-'));
    writePackages(folder);
    const modules = packages.flatMap((name) => readPackage(name).map(({ path, specifier }) => [specifier, `/${name}/src/${path}.js`]));
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports: Object.fromEntries(modules) })}</script>`;
    server = createServer((request, response) => {
      const path = normalize(request.url ?? '/');
      response.setHeader('content-type', path === '/' ? 'text/html' : 'text/javascript');
      response.end(path === '/' ? page : readFileSync(join(folder, path)));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('every module loads, and the digits are those of Node', async () => {
    const page = await browser.page({ address });
    await page.goto('/');
    const specifiers = packages.flatMap((name) => readPackage(name).map(({ specifier }) => specifier));
    const loaded = await page.evaluate(
      `(async () => { let count = 0; for (const one of ${JSON.stringify(specifiers)}) { await import(one); count++; } return count; })()`,
    );
    assert.equal(loaded, specifiers.length);
    const inBrowser = await page.evaluate(`(async () => {${compute} return found; })()`);
    const inNode = execFileSync(process.execPath, ['--input-type=module', '-e', `${compute}\nconsole.log(found);`], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
    });
    assert.equal(inBrowser, inNode.trim());
    assert.match(String(inBrowser), /^[\d.]+( [\d.]+){4}$/);
    assert.deepEqual(faultsOf(page), []);
  });
});
