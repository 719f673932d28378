/**
 * The packages as npm carries them: JavaScript with its types, so that they run in every Node from 20 on and in browsers. The sources are TypeScript,
 * which Node strips only outside node_modules.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages, pageOf, printPackages } from './package-text.ts';

const root = join(import.meta.dirname, '..');

export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
};

export const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** What the compiler makes of the sources: ES2022, which Chromium 90 reads. */
function compile(target: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-pack-'));
  const below = (path: string): string => join(root, 'packages', path);
  const project = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2020'],
      types: [],
      composite: false,
      emitDeclarationOnly: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: below(''),
      outDir: target,
    },
    include: [below('*/src/**/*.ts')],
    exclude: [below('**/*.test.ts')],
  };
  try {
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
    execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Declarations keep the names of the sources they were made from. */
function renameImports(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/((?:from|import)\s*\(?\s*')(\.{1,2}\/[^']+)\.ts'/g, "$1$2.js'"));
}

/** The manifest of what was compiled. `private` keeps the sources from being published by mistake. */
function published(manifest: Manifest): object {
  const kept = Object.entries(manifest).filter(([field]) => field !== 'private' && field !== 'files');
  const exports = { './*': { types: './src/*.d.ts', default: './src/*.js' } };
  return { ...Object.fromEntries(kept), exports, sideEffects: false, engines: { node: '>=20' } };
}

/** Writes every package into a folder of its own below `target`, which is emptied, ready for `npm publish`; the answer is these folders. */
export function writePackages(target: string): string[] {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  compile(target);
  for (const file of globSync('**/*.d.ts', { cwd: target })) renameImports(join(target, file));
  const pages = printPackages();
  return packages.map((name) => {
    const source = join(root, 'packages', name);
    const folder = join(target, name);
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published(readManifest(source)), null, 2)}\n`);
    copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'README.md'), readFileSync(join(source, 'README.md'), 'utf8').replaceAll(`../../${pageOf(name)}`, 'API.md'));
    writeFileSync(join(folder, 'API.md'), (pages[pageOf(name)] ?? '').replaceAll(`../../../packages/${name}/README.md`, 'README.md'));
    return folder;
  });
}
