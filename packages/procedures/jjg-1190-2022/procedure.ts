/** JJG 1190-2022 ultrasonic gas meters: from the raw record to the conclusion. */
import { gasEnvironment, gasPoints, gasRunRules, gasValidity, readGasMeter } from '../src/flow/gas-meter.ts';
import type { GasMeter } from '../src/flow/gas-meter.ts';
import { defineProcedure } from '../src/procedure.ts';
import { standardBudget } from '../src/standard-budget.ts';
import { examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearanceFields, tightnessFields } from './form.ts';
import { limits } from './limits.ts';

export const jjg1190 = defineProcedure<GasMeter, typeof edition.limits>({
  edition,
  instrument: readGasMeter(limits),
  environment: (meter) => gasEnvironment(limits, meter),
  points: gasPoints,
  rules: [
    examinedRule('appearance', 'appearance', appearanceFields),
    examinedRule('tightness', 'tightness', tightnessFields),
    ...gasRunRules(limits),
  ],
  validity: gasValidity,
  budgets: ({ checks, number }) =>
    checks
      .filter(({ item }) => item === 'error')
      .flatMap((check) => standardBudget(check, edition.number, ['示值误差 E', 'Error of indication E'], number(limits.equipmentDivisor))),
});
