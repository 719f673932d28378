import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from './calculation.ts';
import { procedures } from './registry.ts';

/** A whole record with its result computed by hand; the arithmetic stands in the edition's README.md. */
type Example = {
  readonly title: readonly [string, string];
  readonly origin: string;
  readonly input: CalculationInput & { readonly kind: 'initial' | 'subsequent' | 'in-use' };
  readonly expected: {
    readonly conclusion: 'pass' | 'fail' | null;
    readonly document: string | null;
    readonly values: Readonly<Record<string, string>>;
    readonly checks: Readonly<Record<string, { value: string; limit: string | null; lower?: string; verdict: string }>>;
    /** Only where nothing can be concluded. */
    readonly errors?: readonly string[];
  };
};

const folderOf = (id: string): URL => new URL(`../${id}/examples/`, import.meta.url);
const examplesOf = (id: string): readonly (readonly [string, Example])[] =>
  readdirSync(folderOf(id)).map((name) => [name, JSON.parse(readFileSync(new URL(name, folderOf(id)), 'utf8')) as Example]);

for (const procedure of procedures) {
  const { id } = procedure.edition;
  const examples = examplesOf(id);

  for (const [name, { title, input, expected }] of examples) {
    test(`${id} ${name}: ${title[1]}`, () => {
      const found = procedure.calculate(input);
      const errors = found.errors.map(({ path, reason }) => `${path}: ${reason}`);
      assert.deepEqual(errors, expected.errors ?? []);
      assert.equal(found.conclusion, expected.conclusion);
      assert.equal(found.document, expected.document);
      const checks = Object.fromEntries(
        found.checks
          .filter(({ comparison, verdict }) => comparison !== 'stated' || verdict === 'fail')
          .map(({ id: check, value, limit, lower, verdict }) => [
            check,
            { value, limit, ...(lower === undefined ? {} : { lower }), verdict },
          ]),
      );
      assert.deepEqual(checks, expected.checks);
      for (const [value, text] of Object.entries(expected.values))
        assert.equal(found.values.find((computed) => computed.id === value)?.value, text, value);
    });
  }

  test(`${id}: an example passes and one fails`, () => {
    const conclusions = new Set(examples.map(([, { expected }]) => expected.conclusion));
    assert.ok(conclusions.has('pass') && conclusions.has('fail'));
    for (const [name, { origin, title }] of examples) {
      assert.ok(origin.length > 10, `${name} does not say where it is from`);
      assert.ok(title[0] !== '' && title[1] !== '' && !/[\u4e00-\u9fff]/.test(title[1]), name);
    }
  });

  test(`${id}: on a complete record the sheet says what the calculation says, and every check is explained`, () => {
    for (const [name, { input }] of examples) {
      const whole = procedure.calculate(input);
      if (whole.conclusion === null) continue;
      const { values, checks, errors } = procedure.progress(input);
      assert.deepEqual({ values, checks, errors }, { values: whole.values, checks: whole.checks, errors: [] }, name);
      const explained = procedure.explain(input);
      assert.deepEqual(Object.keys(explained).sort(), checks.map((check) => check.id).sort(), name);
      for (const [zh, en] of Object.values(explained)) assert.ok(zh !== '' && !/[\u4e00-\u9fff]/.test(en), en);
      assert.equal(new Set(checks.map((check) => check.id)).size, checks.length, `${name}: two checks have one id`);
    }
  });

  test(`${id}: without any one of its readings a record gives no conclusion, and an empty one is never zero`, () => {
    const [first] = examples.filter(([, { expected }]) => expected.conclusion === 'pass');
    const input = first?.[1].input;
    assert.ok(input);
    let emptied = 0;
    for (const group of procedure.groups(input.instrument, input.kind)) {
      for (const { id: field, required } of group.fields) {
        if (!required.includes(input.kind)) continue;
        const copy = structuredClone(input) as { readings: Record<string, Record<string, unknown>> };
        (copy.readings[group.id] ?? {})[field] = '';
        const found = procedure.calculate(copy as never);
        assert.equal(found.conclusion, null, `${group.id}.${field}`);
        emptied += 1;
      }
      for (const { id: column, required } of group.columns) {
        if (!required.includes(input.kind)) continue;
        const copy = structuredClone(input) as { readings: Record<string, { rows: Record<string, string>[] }> };
        const row = copy.readings[group.id]?.rows[0];
        if (row) row[column] = '';
        const found = procedure.calculate(copy as never);
        assert.equal(found.conclusion, null, `${group.id}.${column}`);
        assert.ok(found.errors.some(({ reason }) => reason === 'missing'));
        emptied += 1;
      }
    }
    assert.ok(emptied > 0);
  });

  test(`${id}: the form filled in beforehand has what is given, and is incomplete until it is read`, () => {
    for (const [name, { input, expected }] of examples) {
      if (expected.conclusion === null) continue;
      const prefilled = procedure.prefill(input.instrument, input.kind);
      assert.ok(prefilled, name);
      const found = procedure.calculate({ ...input, readings: prefilled });
      assert.equal(found.conclusion, null);
      assert.deepEqual(
        found.errors.filter(({ reason }) => reason !== 'missing').map(({ path, reason }) => `${path}: ${reason}`),
        [],
        name,
      );
      assert.ok(procedure.validity(input.instrument), `${name} has no validity`);
    }
  });
}
