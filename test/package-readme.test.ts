/**
 * The READMEs of the packages say what their examples print. Behind `console.log(…)` stands what it prints; behind another expression its value as
 * Node shows it, or `Name: message` where it throws. `…` stands for digits or words that were left out. Each block runs by itself.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseSync } from 'oxc-parser';
import { pageOf } from '../scripts/package-text.ts';

const root = join(import.meta.dirname, '..');

type Statement = {
  readonly code: string;
  readonly expected: string | undefined;
  readonly isPrinted: boolean;
  readonly isExpression: boolean;
};

/** The statements of a block, each with the comment at the end of its line. */
export function statementsOf(block: string): Statement[] {
  const { program, comments, errors } = parseSync('block.ts', block, { sourceType: 'module' });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  return program.body.map((node) => {
    const behind = comments.find(
      ({ start, type }) => type === 'Line' && start >= node.end && /^[ \t]*$/.test(block.slice(node.end, start)),
    );
    const isExpression = node.type === 'ExpressionStatement';
    const code = block.slice(node.start, node.end).replace(/;$/, '');
    return { code, expected: behind?.value.trim(), isExpression, isPrinted: isExpression && code.startsWith('console.log(') };
  });
}

/** A program that prints, as one line of JSON for each statement with a comment, what it gave. */
function programOf(statements: readonly Statement[]): string {
  const lines = statements.map(({ code, expected, isPrinted, isExpression }) => {
    if (!isExpression || expected === undefined) return `${code};`;
    const shown = isPrinted ? code.replace(/^console\.log/, '__print') : `__show(${code})`;
    return `try { ${shown}; } catch (error) { __lines.push(error.name + ': ' + error.message); }`;
  });
  return [
    "import { format as __format, inspect as __inspect } from 'node:util';",
    'const __lines: string[] = [];',
    'const __print = (...values: unknown[]): void => void __lines.push(__format(...values));',
    'const __show = (value: unknown): void => void __lines.push(__inspect(value, { breakLength: Infinity, depth: 9 }));',
    ...lines,
    'console.log(JSON.stringify(__lines));',
  ].join('\n');
}

function run(statements: readonly Statement[], folder: string): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-maglev', '--input-type=module-typescript', '-'], {
    cwd: folder,
    input: programOf(statements),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout.trim().split('\n').pop() ?? '') as string[];
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a printed text is the one of the comment, in which … may stand for anything. */
export function matches(expected: string, printed: string): boolean {
  const pattern = spaced(expected)
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`, 'u').test(spaced(printed));
}

const blocksOf = (text: string): string[] => [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, block = '']) => block);

/** What a README says otherwise than its examples do. */
function wrongIn(text: string, folder: string): { wrong: string[]; compared: number } {
  const wrong: string[] = [];
  let compared = 0;
  for (const block of blocksOf(text)) {
    const statements = statementsOf(block);
    const silent = statements.filter(({ isPrinted, expected }) => isPrinted && expected === undefined);
    wrong.push(...silent.map(({ code }) => `${code} does not say what it prints`));
    const told = statements.filter(({ isExpression, expected }) => isExpression && expected !== undefined);
    if (told.length === 0) wrong.push(`a block says nothing of what it gives: ${block.split('\n')[0]}`);
    const printed = run(statements, folder);
    told.forEach(({ code, expected = '' }, index) => {
      compared++;
      if (!matches(expected, printed[index] ?? '')) wrong.push(`${code} // ${expected}, but it is ${printed[index]}`);
    });
  }
  return { wrong, compared };
}

for (const path of globSync('packages/*/README.md', { cwd: root }).sort()) {
  test(`the examples of ${path} run and give what they say`, () => {
    const text = readFileSync(join(root, path), 'utf8');
    const { wrong, compared } = wrongIn(text, join(root, path, '..'));
    assert.deepEqual(wrong, []);
    assert.ok(compared > 0, 'there is no example');
  });
  test(`${path} says how to import the package and where its modules are described`, () => {
    const text = readFileSync(join(root, path), 'utf8');
    const name = path.split(/[\\/]/)[1] ?? '';
    assert.match(text, new RegExp(`^npm install @tongheng/${name}$`, 'm'));
    assert.match(text, new RegExp(`from '@tongheng/${name}/`));
    assert.ok(text.includes(`../../${pageOf(name)}`));
  });
}

test('an example that gives something else is found', () => {
  const page = (line: string): string => `\`\`\`ts\nimport { parse, print } from '@tongheng/quantity/decimal';\n${line}\n\`\`\`\n`;
  const wrong = (line: string): number => wrongIn(page(line), join(root, 'packages/statistics')).wrong.length;
  assert.equal(wrong("console.log(print(parse('1.50')), 2); // 1.50 2"), 0);
  assert.equal(wrong("print(parse('1.50')); // '1.50'"), 0);
  assert.equal(wrong("parse('1e5'); // DecimalError: an exponent …"), 0);
  assert.equal(wrong("console.log(print(parse('1.50'))); // 1.5"), 1);
  assert.equal(wrong("console.log(print(parse('1.50')));"), 2);
  assert.equal(wrong("const value = parse('1.50'); // a decimal"), 1);
  assert.ok(matches('0.93… (u)', '0.9372 (u)') && !matches('0.93…', '0.94'));
});
