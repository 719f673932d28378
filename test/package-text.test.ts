import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readModule } from '../scripts/module-exports.ts';
import { asMarkdown, firstSentence, packages, pageOf, partsOf, printPackages, readPackage } from '../scripts/package-text.ts';

const sample = `/**
 * Heads of tables (VIM 2.1).
 * A second line.
 */
import { one } from './one.ts';

export { one };
export { two, three as drei } from './two.ts';

const hidden = 1;

/** Adds 中文. @example add(1, 2) // 3 */
export const add = (a: number, b = hidden): number => ({ sum: a + b }).sum;

export async function later<T>(value: T): Promise<T> {
  return value;
}

/** A box. */
export class Box extends Map<string, number> {
  /** Its size in g. */
  readonly size: number = 3;
  readonly kind = 'box';
  #secret = 1;
  private rest = 2;
  constructor(size: number) {
    super();
  }
  /** Grows. */
  grow(by: number): number {
    return by + this.#secret + this.rest;
  }
  get width(): number {
    return 1;
  }
}

/** Text or number. */
export function both(value: string): string;
export function both(value: number): number;
export function both(value: unknown): unknown {
  return value;
}

export type Pair = readonly [number, number];
export const limit = 10, table: Record<string, number> = { a: 1 };
export const [first, second] = [1, 2];
export const rows = [
  'one',
  'two',
] as const satisfies readonly string[];
`;

test('a module is read with signatures, members and comments, without what is hidden', () => {
  const { head, exports, passes } = readModule('sample.ts', sample);
  assert.equal(head, 'Heads of tables (VIM 2.1).\nA second line.');
  assert.deepEqual(
    exports.map(({ name, kind, comment }) => [name, kind, comment]),
    [
      ['add', 'function', 'Adds 中文. @example add(1, 2) // 3'],
      ['later', 'function', ''],
      ['Box', 'class', 'A box.'],
      ['both', 'function', 'Text or number.'],
      ['Pair', 'type', ''],
      ['limit', 'constant', ''],
      ['table', 'constant', ''],
      ['first', 'constant', ''],
      ['second', 'constant', ''],
      ['rows', 'constant', ''],
    ],
  );
  const signatures = Object.fromEntries(exports.map(({ name, signature }) => [name, signature]));
  assert.equal(signatures['add'], 'function add(a: number, b = hidden): number');
  assert.equal(signatures['later'], 'async function later<T>(value: T): Promise<T>');
  assert.equal(signatures['both'], 'function both(value: string): string\nfunction both(value: number): number');
  assert.equal(signatures['Pair'], 'type Pair = readonly [number, number]');
  assert.equal(signatures['limit'], 'const limit = 10');
  assert.equal(signatures['table'], 'const table: Record<string, number>');
  assert.equal(signatures['rows'], 'const rows = …');
  assert.equal(
    signatures['Box'],
    [
      'class Box extends Map<string, number> {',
      '  /** Its size in g. */',
      '  readonly size: number;',
      "  readonly kind = 'box';",
      '  constructor(size: number);',
      '  /** Grows. */',
      '  grow(by: number): number;',
      '  get width(): number;',
      '}',
    ].join('\n'),
  );
  assert.deepEqual(passes, [
    { names: 'two, drei', from: './two.ts' },
    { names: 'one', from: './one.ts' },
  ]);
});

test('tags are found in the middle of a line, and signs of a formula are no Markdown', () => {
  assert.deepEqual(partsOf('P(X ≤ x). @throws RangeError naming it @example f(1) // 2'), {
    prose: 'P(X ≤ x).',
    tagged: [
      { tag: 'throws', text: 'RangeError naming it' },
      { tag: 'example', text: 'f(1) // 2' },
    ],
  });
  assert.equal(asMarkdown('x* of a_b for |x| < 1 in [0, 1](2); `a*b`'), 'x\\* of a\\_b for \\|x\\| \\< 1 in [0, 1]\\(2); `a*b`');
  assert.equal(firstSentence('Limits 0.5 (C.3; 6.2)\nof a mean. More.'), 'Limits 0.5 (C.3; 6.2) of a mean.');
  assert.equal(firstSentence('Two ways:\n- one. Yes.\n\nMore.'), 'Two ways:');
});

test('each module of a package has one heading on its page, with everything that it exports', () => {
  const pages = printPackages();
  assert.equal(Object.keys(pages).length, packages.length);
  for (const name of packages) {
    const page = pages[pageOf(name)] ?? '';
    const modules = readPackage(name);
    assert.ok(modules.length > 5, name);
    const sections = page.split(/^## /m).slice(1);
    assert.deepEqual(
      sections.map((section) => section.split('\n')[0]),
      modules.map(({ specifier }) => specifier),
    );
    modules.forEach(({ exports }, index) => {
      for (const one of exports) assert.ok(sections[index]?.includes(`### ${one.name}\n\n\`\`\`ts\n${one.signature}\n`), one.name);
    });
  }
});

test('every exported function and class of a package says what it is', () => {
  const silent = packages.flatMap((name) =>
    readPackage(name).flatMap(({ specifier, exports }) =>
      exports
        .filter(({ kind, comment }) => (kind === 'function' || kind === 'class') && comment === '')
        .map((one) => `${specifier} ${one.name}`),
    ),
  );
  assert.deepEqual(silent, []);
});
