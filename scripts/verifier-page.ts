import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { forOldBrowsers, xmlInBrowser } from './xml-in-browser.ts';

const root = join(import.meta.dirname, '..');
const pageEntry = fileURLToPath(new URL('../app/portals/public/verify/Standalone.tsx', import.meta.url));
const workerEntry = fileURLToPath(new URL('../app/portals/public/verify/verify-worker.ts', import.meta.url));

type Piece = { readonly script: string; readonly style: string };

/** One entry with everything that it needs in one script that is no module, as a page of a file and its worker must be. */
async function pieceOf(entry: string): Promise<Piece> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [xmlInBrowser(), forOldBrowsers()],
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      write: false,
      target: ['es2020', 'chrome90'],
      cssTarget: 'chrome90',
      assetsInlineLimit: 1_000_000,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false },
      },
    },
  })) as Rollup.RolldownOutput | Rollup.RolldownOutput[];
  const files = (Array.isArray(built) ? built : [built]).flatMap(({ output }) => output);
  const scripts = files.filter((file) => file.type === 'chunk');
  const [script, ...others] = scripts;
  if (script === undefined || others.length > 0)
    throw new Error(`${entry} is not in one piece: ${scripts.map(({ fileName }) => fileName).join(', ')}`);
  const styles = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  return {
    script: script.code,
    style: styles.map((file) => (file.type === 'asset' ? String(file.source) : '')).join('\n'),
  };
}

/**
 * A script inside a page: nothing in it may end its element, and no sign may be one that a reader of HTML changes. Both stand in texts only, where
 * an escape means the same.
 */
const inPage = (script: string): string =>
  script
    .replace(/<\/(script)/gi, '<\\/$1')
    .replace(/<!--/g, '<\\!--')
    .replaceAll('\u0000', '\\x00')
    .replaceAll('\r', '\\r');

/** Nothing leaves the page: it may ask nobody. Browsers older than the word for WebAssembly need the wider one. */
const policy =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'";

const pageOf = (page: Piece, worker: Piece): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8" />',
    `<meta http-equiv="content-security-policy" content="${policy}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<title>证书离线验证程序 Certificate verifier</title>',
    `<style>${page.style}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    '<script type="application/json" id="trust" data-from="/api/public/trust">null</script>',
    '<script type="application/json" id="revocations" data-from="/api/public/revocations">null</script>',
    `<script type="text/plain" id="worker">${inPage(worker.script)}</script>`,
    `<script>${inPage(page.script)}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');

/** The verifier as one file, beside the pages: `assets/verifier.html`. The server sends it with its public lists inside. */
export const verifierPage = (): Plugin => ({
  name: 'verifier-page',
  apply: 'build',
  async generateBundle() {
    const [page, worker] = [await pieceOf(pageEntry), await pieceOf(workerEntry)];
    this.emitFile({ type: 'asset', fileName: 'assets/verifier.html', source: pageOf(page, worker) });
  },
});
