import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { newerInScript, newerInStyles, type Finding } from './support/newer-than-baseline.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const built = (pattern: string): string[] => {
  const files = globSync(`dist/${pattern}`, { cwd: root });
  assert.notEqual(files.length, 0, 'the pages have not been built: npm run web');
  return files;
};

/** Newer interfaces in libraries that are asked for first, or missed without harm. The context keeps an entry from covering more than it says. */
const allowed: readonly { readonly what: string; readonly context: RegExp; readonly why: string }[] = [
  {
    what: 'startViewTransition',
    context: /\.update|typeof document|this\.|await|\{update/,
    why: 'React and the router ask for it first; we use no view transitions',
  },
  { what: 'canParse', context: /typeof URL\.canParse|:\(new URL/, why: 'zod asks for it first and falls back to new URL' },
  {
    what: ':has(',
    context: /input:focus-visible|textarea:focus-visible/,
    why: 'antd focus ring of a field; desk.css draws it by :focus-within as well',
  },
  { what: ':has(', context: /:has\(\+ /, why: 'antd corner radius of neighbouring chosen options; square corners without' },
  { what: ':has(', context: /&:has\(~ /, why: 'antd tooltip that replaces another; unused here, a border remains without' },
  { what: '@layer', context: /@layer/, why: 'antd and stylis know the word; we switch no layers on' },
  {
    what: 'color-mix(',
    context: /compact-connect-border-color/,
    why: 'antd border between joined buttons; without it the border is that of a button',
  },
];

const describe = (file: string, finding: Finding): string =>
  `${file}: ${finding.what} came with Chromium ${finding.since}: …${finding.context.replace(/\s+/g, ' ')}…`;

test('the bundles parse as ES2021 and use no interface newer than Chromium 90', () => {
  const findings = built('assets/*.js').flatMap((file) => newerInScript(read(file)).map((finding) => ({ file, finding })));
  const unexplained = findings.filter(
    ({ finding }) => !allowed.some((entry) => entry.what === finding.what && entry.context.test(finding.context)),
  );
  assert.deepEqual(
    unexplained.map(({ file, finding }) => describe(file, finding)),
    [],
  );
});

test('the style sheets use nothing newer than Chromium 90', () => {
  const findings = built('assets/*.css').flatMap((file) => newerInStyles(read(file)).map((finding) => describe(file, finding)));
  assert.deepEqual(findings, []);
});

test('a newer interface, a newer syntax and nested styles would be found', () => {
  assert.deepEqual(
    newerInScript('e.at;x.at(-1);x.findLast(f);structuredClone(x);AbortSignal.timeout(1);const s="a:has(b)"').map(
      (finding) => finding.what,
    ),
    ['at', 'findLast', 'structuredClone', 'timeout', ':has('],
  );
  assert.throws(() => newerInScript('class A { #x = 1; static { } }'), SyntaxError);
  assert.equal(newerInStyles('.a{color:red;&:hover{color:blue}}')[0]?.what, 'nesting');
  assert.deepEqual(newerInStyles('.a{color:red}.a:hover{color:blue}'), []);
});

test('the first view of the public portal weighs at most 200 kB compressed', () => {
  const page = read('dist/index.html');
  const linked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css|svg))"/g)].map((match) => match[1] ?? '');
  assert.ok(linked.some((path) => path.endsWith('.js')) && linked.some((path) => path.endsWith('.css')));
  const bytes = [...new Set(linked)].reduce((sum, path) => sum + gzipSync(read(`dist/${path}`)).byteLength, gzipSync(page).byteLength);
  assert.ok(bytes <= 200_000, `${bytes} bytes`);
});

test('the pages name no address but their own, hold no inline script and carry the nonce', () => {
  for (const file of built('*.html')) {
    const page = read(file);
    assert.doesNotMatch(page, /(?:src|href|action)="(?:https?:)?\/\//, file);
    for (const [tag] of page.matchAll(/<script\b[^>]*>/g)) assert.match(tag, /src="\/assets\/[^"]+".*nonce="__NONCE__"/, file);
    assert.match(page, /<meta name="csp-nonce" content="__NONCE__"/, file);
    assert.doesNotMatch(page, /\son\w+=|<style/, file);
  }
});

test('before any script has loaded the public page holds its three doors in the words of the program', () => {
  const page = read('dist/index.html');
  assert.equal(page.match(/class="door"/g)?.length, 3);
  assert.match(page, /<form[^>]+action="\/check"/);
  const words = read('app/portals/public/text.ts');
  const shown = page.slice(page.indexOf('<div id="root">'), page.indexOf('</body>')).replace(/<[^>]+>/g, '\n');
  for (const line of shown.split('\n').map((one) => one.trim())) {
    if (/[\u4e00-\u9fff]/.test(line)) assert.ok(words.includes(`'${line}'`), `${line} is not in the texts of the portal`);
  }
});

test('the theme of the component library and the shared style sheet name the same colours', () => {
  const sheet = read('app/web/look.css');
  const theme = [...read('app/web/theme.ts').matchAll(/^ {2}(\w+): '(#[0-9A-F]{6})',$/gm)];
  assert.ok(theme.length >= 9);
  for (const [, name = '', colour = ''] of theme) {
    const variable = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    assert.match(sheet, new RegExp(`--${variable}: ${colour.toLowerCase()};`), name);
  }
});

/** Names of the languages and of the house are the same in every language. */
const nameless = /中文|通衡 Tongheng/g;

test('no page holds a sentence outside the texts in both languages', () => {
  assert.ok(existsSync(join(root, 'app/web')));
  const found = globSync('app/**/*.tsx', { cwd: root }).flatMap((file) => {
    const source = read(file)
      .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
      .replace(/\[\s*(['"`])(?:(?!\1).)*\1,\s*(['"`])(?:(?!\2).)*\2,?\s*\]/gs, '[]')
      .replace(nameless, '');
    const chinese = source.match(/.*[\u4e00-\u9fff].*/g) ?? [];
    const english = source.match(/>\s*[A-Z][a-z]+(?: [a-z]+)+[^<>{}();=]*<\//g) ?? [];
    return [...chinese, ...english].map((line) => `${file}: ${line.trim()}`);
  });
  assert.deepEqual(found, []);
});
