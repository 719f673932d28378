/** Compiles the Monte Carlo engine and writes what the package carries: its bytes, and the same program as JavaScript. Only npm packages take part. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import binaryen from 'assemblyscript/binaryen';

const root = join(import.meta.dirname, '..');

function compileEngine(): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-engine-'));
  const target = join(folder, 'engine.wasm');
  try {
    // Conversions stay guarded in the source: the saturating ones cannot be translated to JavaScript.
    const options = ['-O3', '--shrinkLevel', '0', '--converge', '--noAssert', '--runtime', 'stub', '--disable', 'nontrapping-f2i'];
    const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
    execFileSync(process.execPath, [compiler, join(root, 'packages/uncertainty/engine/index.ts'), '-o', target, ...options], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bytesText(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,160}/g) ?? [];
  return `// Printed by \`npm run generate\` from packages/uncertainty/engine. Do not edit.
const text =
${lines.map((line) => `  '${line}'`).join(' +\n')};

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The compiled engine. */
export function engineBytes(): Uint8Array {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4) {
    let word = 0;
    for (let k = 0; k < 4; k++) word = (word << 6) | Math.max(0, alphabet.indexOf(text.charAt(at + k)));
    for (let k = 2; k >= 0 && to < bytes.length; k--) bytes[to++] = (word >> (8 * k)) & 255;
  }
  return bytes;
}
`;
}

function twinText(bytes: Uint8Array): string {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(binaryen.Features.All);
  const script = module.emitAsmjs();
  module.dispose();
  const [body = ''] = script.split('var retasmFunc');
  return `// @ts-nocheck
// Printed by \`npm run generate\` from packages/uncertainty/engine: the WebAssembly program as JavaScript. Do not edit.
${body}
/** The engine without WebAssembly. */
export const createTwin = (): unknown => asmFunc({});
`;
}

/** Path → text of the files that are printed from the engine's sources. */
export function printEngine(): Record<string, string> {
  const bytes = compileEngine();
  return {
    'packages/uncertainty/generated/engine-bytes.ts': bytesText(bytes),
    'packages/uncertainty/generated/engine-twin.ts': twinText(bytes),
  };
}
