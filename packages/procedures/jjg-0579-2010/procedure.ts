/** JJG 579-2010: from the raw record to the conclusion, which waits for the limits that an institute enters. */
import { parse } from '@tongheng/quantity/decimal';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { hasLenses, readTrialLensCase, trialLensRules } from '../src/vertex-power/trial-lens.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';

/** The error of a first-grade reference focimeter was not found: one of its steps of 0.01 m⁻¹ is taken, and half a step for the reading. */
const step = parse('0.01');
const halfStep = parse('0.005');

export const jjg0579of2010 = defineProcedure({
  edition,
  instrument: readTrialLensCase,
  applies: hasLenses,
  rules: trialLensRules(limits),
  budgets: ({ checks }) =>
    checks
      .filter(({ item, symbol }) => item === 'sphere' && symbol === 'E')
      .map((check) =>
        errorBudget(check, 'JJG 579-2010', ['球镜片顶焦度', 'Vertex power of a sphere lens'], { reference: step, reading: halfStep }),
      ),
});
