import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CalculationInput, Procedure } from './calculation.ts';
import { unknownLimits } from './registry.ts';

const guide = readFileSync(new URL('../../../docs/guides/add-a-procedure.md', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'tongheng-guide-'));
after(() => rmSync(folder, { recursive: true }));

/** The files of the guide, each named on the line before its block. */
const files = [...guide.matchAll(/^`([\w/-]+\.(?:ts|json))`\n\n```(?:ts|json)\n([\s\S]*?)^```$/gm)].map(([, name = '', text = '']) => ({
  name,
  text,
}));
for (const { name, text } of files) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const here = text
    .replaceAll("'../src/", `'${new URL('./', import.meta.url).href}`)
    .replace(
      /'@tongheng\/quantity\/(\w+)'/g,
      (_, module: string) => `'${new URL(`../../quantity/src/${module}.ts`, import.meta.url).href}'`,
    );
  writeFileSync(path, here);
}
const { jjg9999 } = (await import(pathToFileURL(join(folder, 'procedure.ts')).href)) as { jjg9999: Procedure };
type Rows = { indication: { rows: { nominal: string; reference: string }[] } };
const example = JSON.parse(readFileSync(join(folder, 'examples/pass-initial.json'), 'utf8')) as {
  input: CalculationInput & { instrument: object; readings: Rows };
  expected: { conclusion: string; document: string; values: object; checks: object };
};

test('the example of the guide is whole, and computes what was computed by hand', () => {
  assert.deepEqual(
    files.map(({ name }) => name),
    ['limits.ts', 'form.ts', 'edition.ts', 'procedure.ts', 'examples/pass-initial.json'],
  );
  const { conclusion, document, checks, values, errors } = jjg9999.calculate(example.input);
  assert.deepEqual(errors, []);
  assert.deepEqual([conclusion, document], [example.expected.conclusion, example.expected.document]);
  const judged = checks.filter(({ comparison }) => comparison !== 'stated');
  assert.deepEqual(
    Object.fromEntries(judged.map(({ id, value, limit, verdict }) => [id, { value, limit, verdict }])),
    example.expected.checks,
  );
  for (const [id, value] of Object.entries(example.expected.values)) assert.equal(values.find((one) => one.id === id)?.value, value);
  assert.equal(jjg9999.budgets(example.input).length, 2);
});

test('what the guide says of unknown numbers is so: nothing is concluded of class 2 until its limit is entered', () => {
  assert.deepEqual(
    unknownLimits(jjg9999.edition).map(({ path }) => path),
    ['limits.mpe.2', 'limits.humidityMost'],
  );
  const second = { ...example.input, instrument: { class: '2', length: '300' } };
  const open = jjg9999.calculate(second);
  assert.deepEqual(
    [open.conclusion, ...open.errors.map(({ path, reason }) => `${path}: ${reason}`)],
    [null, 'limits.mpe.2: limit-unknown'],
  );
  assert.equal(jjg9999.calculate({ ...second, adopted: { 'limits.mpe.2': '0.05' } }).conclusion, 'fail');
  assert.equal(jjg9999.calculate({ ...second, adopted: { 'limits.mpe.2': '0.20' } }).conclusion, 'pass');
});

test('what the guide says of cells and limits is so', () => {
  const of = (reference: string, kind = 'initial') => {
    const rows = example.input.readings.indication.rows.map((row, index) => (index === 1 ? { ...row, reference } : row));
    return jjg9999.calculate({ ...example.input, kind, readings: { ...example.input.readings, indication: { rows } } });
  };
  assert.deepEqual(
    ['300.10', '300.11'].map((reference) => of(reference).conclusion),
    ['pass', 'fail'],
  );
  assert.equal(of('300.20', 'in-use').document, 'inspection-record');
  assert.deepEqual(
    of('300.105').errors.map(({ path, reason }) => `${path}: ${reason}`),
    ['readings.indication.rows.1.reference: not-a-step'],
  );
  assert.deepEqual(
    of('').errors.map(({ path, reason }) => `${path}: ${reason}`),
    ['readings.indication.rows.1.reference: missing'],
  );
});
