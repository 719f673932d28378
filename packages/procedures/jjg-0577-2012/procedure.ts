/** JJG 577-2012 diaphragm gas meters: from the raw record to the conclusion. */
import { compare, print } from '@tongheng/quantity/decimal';
import { gasEnvironment, gasPoints, gasRunRules, gasValidity, readGasMeter } from '../src/flow/gas-meter.ts';
import type { GasMeter } from '../src/flow/gas-meter.ts';
import { defineProcedure } from '../src/procedure.ts';
import { standardBudget } from '../src/standard-budget.ts';
import { examinedRule, fieldRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearanceFields, tightnessFields } from './form.ts';
import { limits } from './limits.ts';

const pressureLoss = fieldRule<GasMeter, 'loss'>({
  item: 'pressureLoss',
  group: 'pressureLoss',
  needs: ['loss'],
  judge: ({ loss }, { parameters, number, text }, to) => {
    const band = limits.pressureLoss.find(({ upTo }) => compare(parameters.most, number(upTo)) <= 0);
    const limit = text('valve') === 'yes' ? band?.withValve : band?.plain;
    if (!band || !limit || text('valve') === '') return;
    to.check({
      symbol: 'Δp',
      value: loss,
      limit: number(limit),
      comparison: 'at-most',
      unit: 'Pa',
      numbers: [band.upTo, limit],
      how: () => [`最大流量下 Δp = ${print(loss)} Pa`, `Δp = ${print(loss)} Pa at the maximum flow`],
    });
  },
});

export const jjg0577 = defineProcedure<GasMeter, typeof edition.limits>({
  edition,
  instrument: readGasMeter(limits),
  environment: (meter) => gasEnvironment(limits, meter),
  points: gasPoints,
  rules: [
    examinedRule('appearance', 'appearance', appearanceFields),
    examinedRule('tightness', 'tightness', tightnessFields),
    pressureLoss,
    ...gasRunRules(limits),
  ],
  validity: gasValidity,
  budgets: ({ checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .flatMap((check) => standardBudget(check, edition.number, ['示值误差 E', 'Error of indication E'], number(limits.equipmentDivisor))),
});
