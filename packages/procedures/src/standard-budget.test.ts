import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import type { Check } from './calculation.ts';
import { standardBudget } from './standard-budget.ts';

const check = { id: 'runs.qmax', value: '0.500', limit: '1.5', unit: '%' } as Check;

test('the standard enters with the largest expanded uncertainty that the regulation allows, k = 2', () => {
  const [budget] = standardBudget(check, 'JJG 577-2012', ['示值误差', 'Error'], parse('3'));
  assert.deepEqual(budget?.model.inputs, {
    found: { distribution: 'constant', value: 0.5 },
    reference: { distribution: 'interval', value: 0, U: 0.5, k: 2 },
  });
  assert.equal(budget?.limit, '1.5');
});

test('without a known limit there is no budget', () => {
  assert.deepEqual(standardBudget({ ...check, limit: null }, 'JJG 577-2012', ['示值误差', 'Error'], parse('3')), []);
});
