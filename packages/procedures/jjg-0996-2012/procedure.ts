/** JJG 996-2012 compressed natural gas (CNG) dispensers: from the raw record of one nozzle to the conclusion. */
import { gasDispenserBudgets, gasDispenserRules, readGasDispenser } from '../src/dispenser/gas.ts';
import type { GasDispenser } from '../src/dispenser/gas.ts';
import { paymentRule } from '../src/dispenser/payment.ts';
import { runPoints } from '../src/dispenser/run.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearanceFields, tightnessFields } from './form.ts';
import { limits } from './limits.ts';

const points = runPoints([['Q1', ['常用流量', 'flow in use']]], limits);

export const jjg0996 = defineProcedure<GasDispenser, typeof edition.limits>({
  edition,
  instrument: readGasDispenser,
  points: () => points,
  rules: [
    examinedRule('appearance', 'appearance', appearanceFields),
    examinedRule('tightness', 'tightness', tightnessFields),
    ...gasDispenserRules(limits, 'kg', false),
    paymentRule(limits),
  ],
  budgets: ({ checks, number }) => gasDispenserBudgets(edition.number, limits, checks, number),
});
