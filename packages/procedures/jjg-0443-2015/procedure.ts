/** JJG 443-2015: from the raw record of one nozzle to the conclusion. */
import { fuelBudgets, fuelRunRules, readFuelDispenser } from '../src/dispenser/fuel.ts';
import type { FuelDispenser } from '../src/dispenser/fuel.ts';
import { paymentRule } from '../src/dispenser/payment.ts';
import { runPoints } from '../src/dispenser/run.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearanceFields, functionFields } from './form.ts';
import { limits } from './limits.ts';

const points = runPoints(
  [
    ['Q1', ['最大流量', 'largest flow']],
    ['Q2', ['第二流量', 'second flow']],
  ],
  limits,
);

export const jjg0443of2015 = defineProcedure<FuelDispenser, typeof edition.limits>({
  edition,
  instrument: readFuelDispenser(limits),
  points: () => points,
  rules: [
    examinedRule('appearance', 'appearance', appearanceFields),
    examinedRule('functions', 'functions', functionFields),
    ...fuelRunRules(limits),
    paymentRule(limits),
  ],
  budgets: ({ checks, number, value }) => fuelBudgets(edition.number, limits, checks, number, value),
});
