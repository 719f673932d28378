import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import { xmlInBrowser } from './scripts/xml-in-browser.ts';

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

/** What the workplace needs to start without a network: its frame and the pages of work on site, with their styles and pictures. */
function shellFilesOf(bundle: Rollup.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const named = (part: string): string[] =>
    chunks.filter(({ facadeModuleId }) => facadeModuleId?.includes(part)).map(({ fileName }) => fileName);
  const [start, pages] = [named('/desk.html'), named('/app/measure/on-site/web/')];
  if (start.length === 0 || pages.length === 0) throw new Error('the shell of the workplace is not in the bundle');
  const frame = closureOf(bundle, start, false);
  const files = [...frame, ...closureOf(bundle, pages, true, frame)].flatMap((name) => {
    const file = bundle[name];
    if (file?.type !== 'chunk') return [];
    return [name, ...(file.viteMetadata?.importedCss ?? []), ...(file.viteMetadata?.importedAssets ?? [])];
  });
  return [...new Set(files)].map((name) => `/${name}`).sort();
}

/** The service worker gets the list of what it keeps; manifest and icons stand at the root under names that do not change. */
const offlineShell: Plugin = {
  name: 'offline-shell',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') throw new Error('the service worker is not in the bundle');
    const files = JSON.stringify(shellFilesOf(bundle));
    const version = createHash('sha256').update(files).update(worker.code).digest('hex').slice(0, 16);
    worker.code = `const shellFiles=${files},shellVersion=${JSON.stringify(version)};${worker.code}`;
    for (const name of ['desk.webmanifest', 'icon-192.png', 'icon-512.png'])
      this.emitFile({ type: 'asset', fileName: name, source: readFileSync(join(offline, name)) });
  },
};

/** The oldest browsers on the city's desks are Chromium 90 and 93. */
export default defineConfig({
  plugins: [react(), deskInDevelopment, offlineShell],
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
  worker: { format: 'es', plugins: () => [xmlInBrowser()] },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
