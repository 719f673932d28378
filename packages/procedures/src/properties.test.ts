import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Calculation, CalculationInput, Procedure } from './calculation.ts';
import type { Field, Group, GroupRecord, RowRecord } from './form.ts';
import { procedures } from './registry.ts';

/** What must hold for every edition, tried on its own examples. */
type Record = { readonly [group: string]: { [field: string]: string | { [column: string]: string }[] } };
type Input = CalculationInput & { readonly kind: 'initial' | 'subsequent' | 'in-use'; readonly readings: Record };

/** A written cell: where it stands, what it is, and how to write it anew in a copy. */
type Cell = { readonly path: string; readonly field: Field; readonly text: string; readonly write: (input: Input, text: string) => void };

const complete = ({ edition, calculate }: Procedure): readonly Input[] => {
  const folder = new URL(`../${edition.id}/examples/`, import.meta.url);
  return readdirSync(folder)
    .map((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: Input }).input)
    .filter((input) => calculate(input).conclusion !== null);
};

const textOf = (record: GroupRecord | RowRecord | undefined, id: string): string => {
  const value = record?.[id];
  return typeof value === 'string' ? value : '';
};

function cellsOf({ groups }: Procedure, input: Input): readonly Cell[] {
  const found: Cell[] = [];
  for (const group of groups(input.instrument, input.kind)) {
    const record = input.readings[group.id] as GroupRecord | undefined;
    for (const field of group.fields) {
      const write = (copy: Input, text: string) => void ((copy.readings[group.id] ?? {})[field.id] = text);
      found.push({ path: `readings.${group.id}.${field.id}`, field, text: textOf(record, field.id), write });
    }
    rowsOf(group, input).forEach((row, index) => {
      for (const field of group.columns) {
        const write = (copy: Input, text: string) => void (rowsOf(group, copy)[index]![field.id] = text);
        found.push({ path: `readings.${group.id}.rows.${index}.${field.id}`, field, text: textOf(row, field.id), write });
      }
    });
  }
  return found.filter(({ text }) => text !== '');
}
const rowsOf = (group: Group, input: Input): { [column: string]: string }[] => {
  const rows = input.readings[group.id]?.['rows'];
  return Array.isArray(rows) ? rows : [];
};
const verdicts = ({ checks }: Pick<Calculation, 'checks'>): readonly string[] => checks.map(({ id, verdict }) => `${id} ${verdict}`);
const numRuns = 40;

for (const procedure of procedures) {
  const { id } = procedure.edition;
  const inputs = complete(procedure);
  const cases = inputs.map((input) => ({ input, cells: cellsOf(procedure, input) }));
  const someCase = fc.constantFrom(...cases);

  test(`${id}: zeros after the last decimal change no verdict`, () => {
    const padded = someCase.chain(({ input, cells }) =>
      fc.tuple(fc.constant(input), fc.subarray(cells.filter(({ field }) => field.kind === 'decimal')), fc.integer({ min: 1, max: 3 })),
    );
    fc.assert(
      fc.property(padded, ([input, cells, zeros]) => {
        const copy = structuredClone(input);
        for (const { text, write } of cells) write(copy, `${text.includes('.') ? text : `${text}.`}${'0'.repeat(zeros)}`);
        const [before, after] = [procedure.calculate(input), procedure.calculate(copy)];
        assert.deepEqual(after.errors, []);
        assert.deepEqual([after.conclusion, verdicts(after)], [before.conclusion, verdicts(before)]);
      }),
      { numRuns },
    );
  });

  test(`${id}: what is no number, or no choice, is refused at its cell and nothing is concluded`, () => {
    const words = fc.constantFrom('abc', '１２', '1e3', '1,5', '1 0', '--1', 'NaN', '0x10', '12.', '.5', '∞', '合格');
    const spoiled = someCase.chain(({ input, cells }) =>
      fc.tuple(fc.constant(input), fc.constantFrom(...cells.filter(({ field }) => field.kind !== 'text')), words),
    );
    fc.assert(
      fc.property(spoiled, ([input, { path, write }, word]) => {
        const copy = structuredClone(input);
        write(copy, word);
        const found = procedure.calculate(copy);
        assert.equal(found.conclusion, null);
        assert.ok(
          found.errors.some((error) => error.path === path && error.reason !== 'missing'),
          `${path}: ${JSON.stringify(found.errors)}`,
        );
      }),
      { numRuns },
    );
  });

  test(`${id}: while cells are still empty the sheet says nothing that the whole record will not say`, () => {
    const partly = someCase.chain(({ input, cells }) =>
      fc.tuple(
        fc.constant(input),
        fc.subarray(cells.filter(({ field }) => field.kind === 'decimal' && field.required.includes(input.kind))),
      ),
    );
    fc.assert(
      fc.property(partly, ([input, cells]) => {
        const copy = structuredClone(input);
        for (const { write } of cells) write(copy, '');
        const whole = new Map(procedure.calculate(input).checks.map((check) => [check.id, check]));
        const { checks, errors } = procedure.progress(copy);
        assert.deepEqual(errors, []);
        for (const check of checks) assert.deepEqual(check, whole.get(check.id));
        if (cells.length > 0) assert.equal(procedure.calculate(copy).conclusion, null);
      }),
      { numRuns },
    );
  });

  // Where an order matters (rising, falling, the first of three) a column says so, never the place of a row on the sheet.
  test(`${id}: the order in which a series is written down changes no verdict`, () => {
    const shuffled = fc.constantFrom(...inputs).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.tuple(
          ...procedure.groups(input.instrument, input.kind).map((group) => {
            const places = rowsOf(group, input).map((_, index) => index);
            return fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length }).map((order) => ({ group, order }));
          }),
        ),
      ),
    );
    const found = ({ checks }: Calculation) =>
      checks.map(({ symbol, value, limit, verdict }) => `${symbol} ${value} ${limit} ${verdict}`).sort();
    fc.assert(
      fc.property(shuffled, ([input, orders]) => {
        const copy = structuredClone(input);
        for (const { group, order } of orders) {
          const rows = rowsOf(group, input);
          if (rows.length > 1) (copy.readings[group.id] ?? {})['rows'] = order.map((place) => rows[place]!);
        }
        const [before, after] = [procedure.calculate(input), procedure.calculate(copy)];
        assert.equal(after.conclusion, before.conclusion);
        assert.deepEqual(found(after), found(before));
      }),
      { numRuns },
    );
  });
}
