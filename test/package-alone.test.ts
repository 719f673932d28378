/** Each package works by itself: from its sources beside the packages before it, and as npm carries it, in the oldest Node and with its types. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse, type AnyNode } from 'acorn';
import { packages, readPackage } from '../scripts/package-text.ts';
import { readManifest, writePackages } from '../scripts/package-files.ts';
import { importsOf } from './support/architecture/imports.ts';
import { walk } from './support/newer-than-baseline.ts';

const root = join(import.meta.dirname, '..');
const sourceOf = (name: string): string => join(root, 'packages', name);
const isTest = (path: string): boolean => path.endsWith('.test.ts');

const isOurs = (name: string): boolean => name.startsWith('@tongheng/');
const needsOf = (name: string): string[] => Object.keys(readManifest(sourceOf(name)).dependencies ?? {});

/** Those of ours that a package needs, itself included. */
const withNeeds = (name: string): string[] => [
  ...new Set([...needsOf(name).flatMap((one) => (isOurs(one) ? withNeeds(one.replace('@tongheng/', '')) : [])), name]),
];
/** What packages of other people it stands on, as npm has installed them here. */
const withLibraries = (name: string): string[] => [
  ...new Set(withNeeds(name).flatMap((one) => needsOf(one).filter((need) => !isOurs(need)))),
];
function linkLibraries(place: string, name: string): void {
  for (const one of withLibraries(name)) {
    mkdirSync(dirname(join(place, 'node_modules', one)), { recursive: true });
    symlinkSync(join(root, 'node_modules', one), join(place, 'node_modules', one));
  }
}

/** Imports every module and says how many things they export. */
const importAll = (specifiers: readonly string[]): string =>
  `let count = 0;
for (const specifier of ${JSON.stringify(specifiers)}) count += Object.keys(await import(specifier)).length;
console.log(count);`;

/** Numbers that come out of the engine of a package, its random numbers and its elementary functions. */
const compute = `import { evaluate } from '@tongheng/uncertainty/evaluate';
import { readModel } from '@tongheng/uncertainty/model/model';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { crewOfOne } from '@tongheng/uncertainty/monte-carlo/run';
const inputs = { a: { distribution: 'normal', mean: 1, u: 0.1 }, b: { distribution: 'rectangular', mean: 2, halfWidth: 1 } };
const model = readModel({ outputs: { y: 'exp(a) + b^2' }, inputs, monteCarlo: { trials: 20000 } });
const { monteCarlo, gum } = (await evaluate(model, crewOfOne(await loadEngine()))).outputs.y;
console.log(monteCarlo.value, monteCarlo.u, ...monteCarlo.interval, gum.u);`;

function run(node: string, folder: string, code: string): string {
  writeFileSync(join(folder, 'run.mjs'), code);
  return execFileSync(node, ['--no-maglev', 'run.mjs'], { cwd: folder, encoding: 'utf8' }).trim();
}

/** Every Node on the machine that the packages promise to run in: this one, and those of the search path. */
function nodes(): string[] {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  return [process.execPath, ...found.filter((path) => existsSync(path) && majorOf(path) >= 20)];
}
const majorOf = (node: string): number => Number(execFileSync(node, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }));

describe('a package alone', () => {
  let folder: string;
  let packed: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tongheng-alone-'));
    packed = join(folder, 'packed');
    writePackages(packed);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('imports nothing but itself and the packages that its manifest names', () => {
    for (const name of packages) {
      const { dependencies = {}, ...rest } = readManifest(sourceOf(name));
      assert.deepEqual(
        Object.keys(rest).filter((field) => /dependencies/i.test(field)),
        [],
      );
      const used = new Set<string>();
      for (const file of globSync(`packages/${name}/{src,generated,jjg-*}/**/*.ts`, { cwd: root }).filter((path) => !isTest(path))) {
        for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
          if (specifier.startsWith('.')) assert.ok(join(file, '..', specifier).startsWith(join('packages', name)), `${file}: ${specifier}`);
          else
            used.add(
              specifier
                .split('/')
                .slice(0, specifier.startsWith('@') ? 2 : 1)
                .join('/'),
            );
        }
      }
      assert.deepEqual([...used].sort(), Object.keys(dependencies).sort(), name);
    }
    assert.deepEqual(withNeeds('quantity'), ['quantity']);
  });

  test('runs from its sources, beside those that it needs and no others', () => {
    for (const name of packages) {
      const place = join(folder, `source-${name}`);
      for (const one of withNeeds(name)) {
        for (const part of ['package.json', ...globSync('{src,generated,jjg-*}', { cwd: sourceOf(one) })])
          cpSync(join(sourceOf(one), part), join(place, 'packages', one, part), { recursive: true, filter: (path) => !isTest(path) });
        mkdirSync(join(place, 'node_modules/@tongheng'), { recursive: true });
        symlinkSync(join(place, 'packages', one), join(place, 'node_modules/@tongheng', one));
      }
      linkLibraries(place, name);
      const modules = readPackage(name);
      assert.ok(Number(run(process.execPath, place, importAll(modules.map(({ specifier }) => specifier)))) >= modules.length / 2, name);
    }
  });

  /** A folder with what npm would have installed. */
  const installed = (name: string): string => {
    const place = join(folder, `installed-${name}`);
    for (const one of withNeeds(name)) cpSync(join(packed, one), join(place, 'node_modules/@tongheng', one), { recursive: true });
    linkLibraries(place, name);
    return place;
  };

  test('runs as npm carries it, in each Node from 20 on, with the same digits as its sources', () => {
    const versions = new Map(nodes().map((node) => [majorOf(node), node]));
    const fromSources = run(process.execPath, join(folder, 'source-uncertainty'), compute);
    assert.match(fromSources, /^[\d.]+ [\d.]+ [\d.]+ [\d.]+ [\d.]+$/);
    for (const name of packages) {
      const place = installed(name);
      const specifiers = readPackage(name).map(({ specifier }) => specifier);
      const counts = [...versions.values()].map((node) => run(node, place, importAll(specifiers)));
      assert.deepEqual([...new Set(counts)], [run(process.execPath, join(folder, `source-${name}`), importAll(specifiers))], name);
    }
    for (const [version, node] of versions)
      assert.equal(run(node, join(folder, 'installed-uncertainty'), compute), fromSources, `Node ${version}`);
  });

  test('brings its types: a wrong use does not compile', () => {
    const place = installed('statistics');
    const compile = (text: string): string => {
      writeFileSync(join(place, 'use.ts'), text);
      const options = ['--module', 'nodenext', '--target', 'es2022', '--lib', 'es2020', '--strict', '--noEmit', '--types', ''];
      try {
        return execFileSync(join(root, 'node_modules/.bin/tsc'), [...options, 'use.ts'], { cwd: place, encoding: 'utf8' });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    const lines = packages
      .filter((name) => withNeeds('statistics').includes(name))
      .flatMap((name) => readPackage(name).map(({ specifier }, index) => `export type * as ${name}${index} from '${specifier}';`));
    const use = (variable: string): string =>
      `import { convert } from '@tongheng/quantity/conversion';\nexport const ${variable} = convert('1 m', 'ft').value;\n`;
    assert.equal(compile(`${use('length: string')}${lines.join('\n')}\n`), '');
    assert.match(compile(use('length: number')), /use\.ts\(2,14\): error TS2322/);
  });

  // What a host alone has does not compile: the compiler is given ES2020 and no types of Node or a browser.
  test('is JavaScript that Chromium 90 reads', () => {
    for (const file of globSync('*/**/*.js', { cwd: packed })) {
      const found: string[] = [];
      walk(parse(readFileSync(join(packed, file), 'utf8'), { ecmaVersion: 2022, sourceType: 'module' }), (node: AnyNode) => {
        if (node.type === 'StaticBlock' || (node.type === 'BinaryExpression' && node.left.type === 'PrivateIdentifier'))
          found.push(node.type);
      });
      assert.deepEqual(found, [], file);
    }
  });

  test('holds sources or what they became, README and licence, and no tests, vectors or workshop', () => {
    const pack = (folders: readonly string[]): { name: string; files: string[] }[] => {
      const npm = process.env['npm_execpath'];
      const [program, first] = npm === undefined ? ['npm', []] : [process.env['npm_node_execpath'] ?? process.execPath, [npm]];
      const answer = execFileSync(program, [...first, 'pack', '--dry-run', '--json', '--ignore-scripts', ...folders], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      return (JSON.parse(answer) as { name: string; files: { path: string }[] }[]).map(({ name, files }) => ({
        name,
        files: files.map(({ path }) => path),
      }));
    };
    const kinds = (files: readonly string[]): string[] => [
      ...new Set(files.map((file) => (file.includes('/') ? `${dirname(file).split('/')[0]} ${file.replace(/^[^.]*/, '')}` : file))),
    ];
    const carried = ['API.md', 'LICENSE', 'README.md', 'package.json', 'src .d.ts', 'src .js'];
    const editions = globSync('jjg-*', { cwd: sourceOf('procedures') });
    const more: Readonly<Record<string, readonly [sources: string[], packed: string[]]>> = {
      uncertainty: [['generated .ts'], ['generated .d.ts', 'generated .js']],
      procedures: [
        editions.flatMap((edition) => [`${edition} .md`, `${edition} .ts`]),
        editions.flatMap((edition) => [`${edition} .d.ts`, `${edition} .js`]),
      ],
    };
    for (const [index, { name, files }] of pack(packages.map((one) => `./packages/${one}`)).entries()) {
      assert.equal(name, `@tongheng/${packages[index]}`);
      assert.deepEqual(kinds(files).sort(), ['README.md', 'package.json', 'src .ts', ...(more[packages[index] ?? '']?.[0] ?? [])].sort());
      assert.ok(!files.some(isTest), name);
    }
    for (const [index, { files }] of pack(packages.map((one) => join(packed, one))).entries()) {
      const name = packages[index] ?? '';
      assert.deepEqual(kinds(files).sort(), [...carried, ...(more[name]?.[1] ?? [])].sort());
      const { private: isPrivate, license, version } = readManifest(join(packed, name));
      assert.deepEqual([isPrivate, license, version], [undefined, 'MulanPSL-2.0', readManifest(sourceOf(name)).version]);
      assert.equal(readManifest(sourceOf(name)).private, true);
    }
  });
});
