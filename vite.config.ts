import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import { verifierPage } from './scripts/verifier-page.ts';
import { forOldBrowsers, xmlInBrowser } from './scripts/xml-in-browser.ts';

/** In development the workplace is a page of its own as well, whatever path below /desk is asked for. */
const deskInDevelopment: Plugin = {
  name: 'desk-in-development',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (/^\/desk([/?]|$)/.test(request.url ?? '')) request.url = '/desk.html';
      next();
    });
  },
};

const offline = join(import.meta.dirname, 'app/portals/desk/offline');

/** The chunks that these need before they run, themselves included; with `late` also what those load afterwards, except from the frame. */
function closureOf(bundle: Rollup.OutputBundle, names: readonly string[], late: boolean, frame?: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const follow = (name: string): void => {
    const file = bundle[name];
    if (file?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    for (const next of file.imports) follow(next);
    // The frame knows every page of the workplace; only those of work on site are taken along.
    if (late && frame?.has(name) !== true) for (const next of file.dynamicImports) follow(next);
  };
  for (const name of names) follow(name);
  return found;
}

/** The places that start without a network: their page, and whose chunks they need beside it. One worker serves them all, each for its path. */
const offlinePlaces: Readonly<Record<string, { readonly page: string; readonly html: string; readonly pages: string }>> = {
  '/desk': { page: '/desk', html: '/desk.html', pages: '/app/measure/on-site/web/' },
  '/Q': { page: '/', html: '/index.html', pages: '/app/portals/public/label/' },
  '/q': { page: '/', html: '/index.html', pages: '/app/portals/public/label/' },
  '/verify': { page: '/', html: '/index.html', pages: '/app/portals/public/verify/' },
};

const sourceOf = (file: Rollup.OutputBundle[string] | undefined): string =>
  file === undefined ? '' : file.type === 'chunk' ? file.code : typeof file.source === 'string' ? file.source : '';

/** Workers and engines that these files start by name; they stand beside the chunks and are not among their imports. */
function startedBy(bundle: Rollup.OutputBundle, names: readonly string[]): Set<string> {
  const others = Object.values(bundle)
    .filter(({ type, fileName }) => type === 'asset' && /\.(js|wasm)$/.test(fileName))
    .map(({ fileName }) => fileName);
  const found = new Set<string>();
  const follow = (name: string): void => {
    const code = sourceOf(bundle[name]);
    for (const other of others) {
      if (found.has(other) || !code.includes(other.replace(/^assets\//, ''))) continue;
      found.add(other);
      follow(other);
    }
  };
  for (const name of names) follow(name);
  return found;
}

/** What a place needs to start without a network: its frame and its pages, with their styles, pictures and workers. */
function shellFilesOf(bundle: Rollup.OutputBundle, html: string, path: string): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const named = (part: string): string[] =>
    chunks.filter(({ facadeModuleId }) => facadeModuleId?.includes(part)).map(({ fileName }) => fileName);
  const [start, pages] = [named(html), named(path)];
  if (start.length === 0 || pages.length === 0) throw new Error(`what starts without a network is not in the bundle: ${path}`);
  const frame = closureOf(bundle, start, false);
  const needed = [...frame, ...closureOf(bundle, pages, true, frame)];
  const files = [...needed, ...startedBy(bundle, needed)].flatMap((name) => {
    const file = bundle[name];
    return file?.type === 'chunk'
      ? [name, ...(file.viteMetadata?.importedCss ?? []), ...(file.viteMetadata?.importedAssets ?? [])]
      : [name];
  });
  return [...new Set(files)].map((name) => `/${name}`).sort();
}

/** The service worker gets the lists of what it keeps; manifest and icons stand at the root under names that do not change. */
const offlineShell: Plugin = {
  name: 'offline-shell',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') throw new Error('the service worker is not in the bundle');
    const shells = Object.entries(offlinePlaces).map(([place, { page, html, pages }]) => {
      const files = shellFilesOf(bundle, html, pages);
      const version = createHash('sha256').update(JSON.stringify(files)).update(worker.code).digest('hex').slice(0, 16);
      return [place, { page, files, version }];
    });
    worker.code = `const shells=${JSON.stringify(Object.fromEntries(shells))};${worker.code}`;
    for (const name of ['desk.webmanifest', 'icon-192.png', 'icon-512.png'])
      this.emitFile({ type: 'asset', fileName: name, source: readFileSync(join(offline, name)) });
  },
};

/** The oldest browsers on the city's desks are Chromium 90 and 93. */
export default defineConfig({
  plugins: [react(), deskInDevelopment, offlineShell, verifierPage(), forOldBrowsers()],
  html: { cspNonce: '__NONCE__' },
  build: {
    target: ['es2020', 'chrome90'],
    cssTarget: 'chrome90',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: 'index.html', desk: 'desk.html', sw: 'app/portals/desk/offline/service-worker.ts' },
      // A worker rules over the addresses below its own: it stands at the root, under a name that does not change.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  // A worker that loads a part only where it is needed is a module, as the pages are.
  worker: { format: 'es', plugins: () => [xmlInBrowser(), forOldBrowsers()] },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
