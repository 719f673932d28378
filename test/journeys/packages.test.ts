import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writePackages } from '../../scripts/package-files.ts';
import { packages as every, readPackage } from '../../scripts/package-text.ts';
import { faultsOf } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** Those that stand on nothing but ourselves; seal stands on libraries that a bundler has to join, and is opened in a browser as the verifier. */
const packages = every.filter((name) => name !== 'seal');

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
  let portal: Portal;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongheng-packages-'));
    writePackages(folder);
    const modules = packages.flatMap((name) => readPackage(name).map(({ path, specifier }) => [specifier, `/${name}/src/${path}.js`]));
    const page = `<!doctype html><link rel="icon" href="data:,"><script type="importmap">${JSON.stringify({ imports: Object.fromEntries(modules) })}</script>`;
    portal = await openPortal((app) => {
      app.get('/', (_, reply) => reply.type('text/html').send(page));
      app.get('/*', (request, reply) => reply.type('text/javascript').send(readFileSync(join(folder, normalize(request.url)))));
    });
  });
  after(async () => {
    await portal?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('every module loads, and the digits are those of Node', async () => {
    const page = await portal.page();
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
