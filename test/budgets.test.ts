import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from '@tongheng/procedures/calculation';
import { procedures } from '@tongheng/procedures/registry';
import { propagate } from '@tongheng/uncertainty/gum/propagate';
import { readModel } from '@tongheng/uncertainty/model/model';

type Example = { input: CalculationInput; expected: { conclusion: string | null } };
const examplesOf = (id: string): Example[] => {
  const folder = new URL(`../packages/procedures/${id}/examples/`, import.meta.url);
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example);
};

for (const { edition, budgets, calculate } of procedures) {
  test(`${edition.id}: the uncertainty of its main results is evaluated from the record, and is small against what it is held against`, () => {
    const [passing] = examplesOf(edition.id).filter(({ expected }) => expected.conclusion === 'pass');
    assert.ok(passing);
    const found = budgets(passing.input);
    assert.ok(found.length > 0, 'no budget');
    const { checks } = calculate(passing.input);
    for (const { check, model, limit, unit, title } of found) {
      assert.ok(
        checks.some(({ id }) => id === check),
        check,
      );
      assert.ok(title[0] !== '' && title[1] !== '' && !/[\u4e00-\u9fff]/.test(title[1]));
      const { outputs } = propagate(readModel(model));
      const [output] = Object.values(outputs);
      assert.ok(output !== undefined && output.u > 0, `${check} has no uncertainty`);
      if (limit !== null) assert.ok(output.U <= Number(limit), `${check}: U = ${output.U} ${unit} is larger than the limit ${limit}`);
    }
  });
}
