import type { Plugin } from 'vite';

type Replacement = readonly [from: string, to: string];

/**
 * libxml2-wasm starts by awaiting at the top of a module, which neither a script of one piece nor ES2021 can. A worker may compile
 * WebAssembly at once, whatever its size: there the same program starts without waiting. Each replacement must be found exactly once, so that another
 * version of the library stops the build instead of the page.
 */
const replacements: Readonly<Record<string, readonly Replacement[]>> = {
  'libxml2raw.mjs': [
    ['async function Module(', 'function Module('],
    ['h=globalThis.process?.versions?.node&&"renderer"!=globalThis.process?.type;', 'h=false;'],
    ['if(h){const {createRequire:a}=await ((m)=>import(m))("node:module");var require=a(import.meta.url)}', ''],
    [
      'async function qa(a){return a}\nasync function ra(a){var c=pa;try{var b=await qa(c);return await WebAssembly.instantiate(b,a)}catch(d){t(`failed to asynchronously prepare wasm: ${d}`),C(d)}}async function sa(a){return ra(a)}',
      'function sa(a){return{instance:new WebAssembly.Instance(new WebAssembly.Module(pa),a)}}',
    ],
    ['tb=await (async function(){', 'tb=(function(){'],
    ['(await sa(c)).instance', 'sa(c).instance'],
    ['ca=import.meta.url;', 'ca="";'],
    [
      'if(h){var fs=require("node:fs");ca.startsWith("file:")&&require("node:path").dirname(require("node:url").fileURLToPath(ca));process.argv.slice(2);l=(a,c)=>{process.exitCode=a;throw c;}}else ',
      '',
    ],
  ],
  'libxml2.mjs': [['await moduleLoader()', 'moduleLoader()']],
};

function replaced(code: string, pairs: readonly Replacement[], file: string): string {
  let text = code;
  for (const [from, to] of pairs) {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`${file} of libxml2-wasm is not the one that is known: ${from.slice(0, 60)}`);
    text = parts.join(to);
  }
  return text;
}

export const xmlInBrowser = (): Plugin => ({
  name: 'xml-in-browser',
  enforce: 'pre',
  transform(code, id) {
    const [, file = ''] = /libxml2-wasm\/lib\/([\w.]+)$/.exec(id.split('?')[0] ?? '') ?? [];
    const pairs = replacements[file];
    return pairs === undefined ? null : { code: replaced(code, pairs, file), map: null };
  },
});

/** Object.hasOwn came with Chromium 93; libraries that ask for it nowhere else get what it stands for. */
export const forOldBrowsers = (): Plugin => ({
  name: 'for-old-browsers',
  transform(code, id) {
    if (!/node_modules\/(?:cborg|@noble)\//.test(id) || !code.includes('Object.hasOwn(')) return null;
    return { code: code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call('), map: null };
  },
});
