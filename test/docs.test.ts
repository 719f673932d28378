import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { startCommand } from '../app/cli/start.ts';
import { cityPlan } from '../app/steer/plan/service/city-plan.ts';
import { printCode } from '../scripts/generated-files.ts';
import { readStates } from '../scripts/life-cycle-text.ts';
import { ladder } from './support/architecture/place.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = globSync('**/*.md', { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist|\.\w+)(\/|$)/.test(path) });

test('what is printed from the code is fresh', async () => {
  for (const [path, text] of Object.entries(await printCode())) {
    assert.equal(existsSync(join(root, path)) ? read(path) : '', text, `${path} is stale: npm run generate`);
  }
});

const withoutCode = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

test('every link in a document leads to a file and a heading that are there', () => {
  for (const page of pages) {
    for (const [, target = ''] of withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:)/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path)));
      assert.ok(existsSync(join(root, file)), `${page}: ${target}`);
      if (anchor === undefined) continue;
      const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
      assert.ok(anchors.includes(decodeURIComponent(anchor)), `${page}: ${target}`);
    }
  }
});

const glossary = [...read('docs/glossary.md').matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | '));

test('the glossary has every slice, with its Chinese word', () => {
  for (const term of ladder) {
    const row = glossary.find(([english]) => english === term);
    assert.match(row?.[1] ?? '', /[\u4e00-\u9fff]/, term);
  }
});

test('the glossary has every state, in the word that people see', async () => {
  const states = await readStates();
  assert.ok(states.length >= 30);
  const missing = states
    .filter(
      ({ slice, state, words: [chinese] }) => !glossary.some((row) => row[0] === `\`${state}\`` && row[1] === chinese && row[2] === slice),
    )
    .map(({ slice, state, words: [chinese] }) => `\`${state}\` | ${chinese} | ${slice}`);
  assert.deepEqual([...new Set(missing)], []);
});

test('files that documents name are there', () => {
  for (const page of pages) {
    for (const [, path = ''] of read(page).matchAll(/`((?:app|test|scripts|db|docs|packages|data)\/[\w./-]+\.[a-z]+)`/g)) {
      if (!/NNNN/.test(path)) assert.ok(existsSync(join(root, path)), `${page} names ${path}`);
    }
  }
});

test('the page of the architecture shows the ladder that is tested', () => {
  assert.ok(read('docs/architecture.md').includes(ladder.join(' < ')));
});

test('both READMEs have the same parts', () => {
  const levels = (path: string): string[] => [...read(path).matchAll(/^(#+) /gm)].map(([, marks = '']) => marks);
  assert.deepEqual(levels('README.zh-CN.md'), levels('README.md'));
});

test('what the READMEs state is what the code defines', () => {
  const plan = cityPlan();
  const { engines, scripts } = JSON.parse(read('package.json')) as { engines: { node: string }; scripts: Record<string, string> };
  // The first row of each table is the city's, which is a count and names no items.
  const cells = plan.tables.reduce((sum, { items, rows }) => sum + items.length * (rows.length - 1), 0);
  const stated: readonly (readonly [value: string, english: RegExp, chinese: RegExp])[] = [
    [String(plan.goals.flatMap(({ indicators }) => indicators).length), /(\d+) indicators/g, /(\d+) 项指标/g],
    [String(plan.tasks.length), /(\d+) tasks/g, /(\d+) 项主要任务/g],
    [String(plan.safeguards.length), /(\d+) safeguards/g, /(\d+) 项保障措施/g],
    [String(plan.bodies.length), /(\d+) responsible bodies/g, /(\d+) 个责任单位/g],
    [String(cells), /(\d+) county cells/g, /(\d+) 个县级能力格/g],
    [engines.node.replace('>=', ''), /Node\.js ≥ ([\d.]+)/g, /Node\.js ≥ ([\d.]+)/g],
    [/默认 (\d+)/.exec(startCommand.options?.['port']?.text[0] ?? '')?.[1] ?? '', /127\.0\.0\.1:(\d+)/g, /127\.0\.0\.1:(\d+)/g],
  ];
  for (const [value, english, chinese] of stated) {
    for (const [path, pattern] of [
      ['README.md', english],
      ['README.zh-CN.md', chinese],
    ] as const) {
      const found = [...read(path).matchAll(pattern)].map(([, number]) => number);
      assert.ok(found.length > 0, `${path} states ${String(pattern)}`);
      for (const number of found) assert.equal(number, value, `${path}: ${String(pattern)}`);
    }
  }
  for (const page of pages) {
    for (const [, script = ''] of read(page).matchAll(/\bnpm run ([a-z]+)/g)) assert.ok(script in scripts, `${page}: npm run ${script}`);
  }
  for (const path of ['README.md', 'README.zh-CN.md']) assert.match(read(path), /```\nnpm start\nnpm test\n```/, path);
});

test('every decision has its number once and says context, decision and consequences', () => {
  const decisions = globSync('docs/decisions/*.md', { cwd: root }).sort();
  assert.ok(decisions.length > 0);
  decisions.forEach((path, index) => {
    assert.match(path, new RegExp(`/${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
    assert.deepEqual(
      [...read(path).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
      ['Context', 'Decision', 'Consequences'],
      path,
    );
  });
  const cited = globSync('{app,packages,test,scripts,db}/**/*.{ts,tsx,mjs,sql}', { cwd: root, exclude: ['**/node_modules/**'] }).flatMap(
    (path) => [...read(path).matchAll(/[Dd]ecision (\d+)/g)].map(([, number]) => Number(number)),
  );
  for (const number of cited) assert.ok(number >= 1 && number <= decisions.length, `decision ${number} is cited`);
});

test('every slice has a page that says what it is', () => {
  const slices = globSync('app/{register,measure,serve,supervise,build,steer}/*', { cwd: root });
  assert.deepEqual(
    slices.filter((path) => !existsSync(join(root, path, 'README.md'))),
    [],
  );
});

test('documents hold no placeholders and stay short where they promise to', () => {
  for (const page of pages) assert.doesNotMatch(withoutCode(read(page)), /\b(TBD|FIXME|lorem ipsum|TODO(?! #\d))\b/i, page);
  const lines = (path: string): number => read(path).split('\n').length - 1;
  assert.ok(lines('AGENTS.md') <= 80, 'AGENTS.md');
  for (const page of pages.filter((path) => /^app\/[^/]+\/[^/]+\/README\.md$/.test(path))) assert.ok(lines(page) <= 60, page);
});
