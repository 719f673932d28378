/**
 * Examples in doc comments: `@example expression // value`. The expression sees the exports of its module, then those of its package and of
 * quantity. A value is written as code; 9/4 is an exact fraction, 0.125 a decimal; digits may be cut (0.93…) or rounded to fewer than 15; behind a
 * comma or in brackets a remark may follow. What begins with another word is a description and is not compared.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { compileFunction } from 'node:vm';
import { print, type Decimal } from '@tongheng/quantity/decimal';
import { packages, partsOf, readPackage } from '../scripts/package-text.ts';

type Names = Readonly<Record<string, unknown>>;
type Example = { readonly place: string; readonly code: string; readonly value: string };

const tokenPattern = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:n\b)?…?|[A-Za-z]\w*|…|[^\s\w]/gi;
const tokensOf = (text: string): string[] => text.match(tokenPattern) ?? [];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A value as examples write it. */
function written(value: unknown): string {
  if (ArrayBuffer.isView(value)) return written([...(value as Float64Array)]);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (!isObject(value) || value instanceof Map || value instanceof Error) return inspect(value);
  if (typeof value['top'] === 'bigint') return `${String(value['top'])}/${String(value['bottom'])}`;
  if (typeof value['digits'] === 'bigint' && 'scale' in value) return print(value as Decimal);
  return `{ ${Object.entries(value)
    .map(([name, own]) => `${name}: ${written(own)}`)
    .join(', ')} }`;
}

function isSameNumber(shown: string, got: string): boolean {
  if (shown.endsWith('…')) return got.startsWith(shown.slice(0, -1));
  if (shown === got || Number(shown) === Number(got)) return true;
  const [, mantissa = '', decimals = '', exponent = '0'] = /^(-?\d+(?:\.(\d+))?)(?:e([+-]?\d+))?$/i.exec(shown) ?? [];
  if (mantissa === '' || mantissa.replace(/^-?[0.]*|\./g, '').length >= 15) return false;
  const difference = Math.abs(Number(shown) - Number(got));
  return decimals === ''
    ? difference < 1e-9 * Math.abs(Number(shown))
    : difference <= 0.5000001 * 10 ** (Number(exponent) - decimals.length);
}

function isSameToken(shown: string, got: string): boolean {
  if (shown === got) return true;
  if (/^-?\d/.test(shown) && /^-?\d/.test(got)) return isSameNumber(shown, got);
  return /^['"]/.test(shown) && /^['"]/.test(got) && shown.slice(1, -1) === got.slice(1, -1);
}

/** Whether the words behind `//` begin with this value, and end with it or go on with a remark. */
export function says(words: string, got: unknown): boolean {
  const [shown, has] = [tokensOf(words), tokensOf(written(got))];
  const rest = shown.slice(has.length);
  return has.every((token, index) => isSameToken(shown[index] ?? '', token)) && (rest.length === 0 || rest[0] === ',' || rest[0] === '(');
}

const isValue = (words: string): boolean => /^(['"[{-]|\d|(?:true|false|null|undefined|NaN|Infinity)\b)/.test(words);

const root = join(import.meta.dirname, '..');

async function readExamples(): Promise<{ example: Example; names: Names }[]> {
  const modules = await Promise.all(
    packages.flatMap((name) =>
      readPackage(name).map(async (module) => {
        const exports = (await import(pathToFileURL(join(root, `packages/${name}/src/${module.path}.ts`)).href)) as Names;
        return { name, module, exports };
      }),
    ),
  );
  const all = (name: string): Names =>
    Object.assign({}, ...modules.filter((one) => one.name === name).map(({ exports }) => exports)) as Names;
  const decimal = modules.find(({ module }) => module.specifier === '@tongheng/quantity/decimal')?.exports;
  const shared = Object.fromEntries(packages.map((name) => [name, { ...all('quantity'), ...all(name), ...decimal }]));
  return modules.flatMap(({ name, module, exports }) =>
    module.exports.flatMap((one) =>
      partsOf(one.comment).tagged.flatMap(({ tag, text }) => {
        const at = text.lastIndexOf('// ');
        if (tag !== 'example' || at < 0) return [];
        const example = { place: `${module.specifier} ${one.name}`, code: text.slice(0, at).trim(), value: text.slice(at + 3).trim() };
        return [{ example, names: { ...shared[name], ...exports } }];
      }),
    ),
  );
}

/** What an expression gives among these names. */
const evaluate = (code: string, names: Names): unknown =>
  (compileFunction(`return (${code})`, Object.keys(names)) as (...values: unknown[]) => unknown)(...Object.values(names));

test('the examples of doc comments are what the functions answer', async () => {
  let compared = 0;
  const wrong: string[] = [];
  for (const { example, names } of await readExamples()) {
    if (!isValue(example.value) || example.code.includes('…')) continue;
    let got: unknown;
    try {
      got = await evaluate(example.code, names);
    } catch (error) {
      // An example that speaks of a quantity of its reader (`gauge`) is not run.
      if (error instanceof ReferenceError) continue;
      got = error;
    }
    compared++;
    if (!says(example.value, got)) wrong.push(`${example.place}: ${example.code} // ${example.value}, but it is ${written(got)}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(compared > 200, `${compared} examples were compared`);
});

test('an example that says something else is found', () => {
  for (const [words, value] of [
    ['0.95', 0.95],
    ['0.938…', 0.9389],
    ['1.047, after GB/T 8170', 1.0469999],
    ["{ value: '1.50', exact: true }", { value: '1.50', exact: true }],
    ['[1, -2] (in g)', Float64Array.of(1, -2)],
    ['9/4', { top: 9n, bottom: 4n }],
    ['1.62e-7', 1.6244e-7],
    ['0x3ff00000', 1072693248],
  ] as const)
    assert.ok(says(words, value), words);
  for (const [words, value] of [
    ['0.96', 0.95],
    ['0.939…', 0.9389],
    ['0.9600000000000001', 0.96],
    ['10', 9.9],
    ["'1.50'", '1.5'],
    ['[1, 2]', [1, 2, 3]],
    ['[1, 2, 3]', [1, 2]],
    ['true', false],
    ['1.50 g', 1.5],
  ] as const)
    assert.ok(!says(words, value), words);
});
