/**
 * JJG 539-2016, classes III and IIII: from the raw record to the conclusion. An in-use inspection allows twice the MPE and issues no
 * verification certificate.
 */
import { defineProcedure } from '../src/procedure.ts';
import { budgetsOf } from './budget.ts';
import { edition } from './edition.ts';
import { givenOf, pointsOf } from './points.ts';
import { rules } from './rules.ts';
import { readScale, scaleIn } from './scale.ts';
import type { MassUnit } from '../src/mass.ts';

export const jjg0539 = defineProcedure({
  edition,
  instrument: readScale,
  steps: ({ e, d }) => ({ e, d }),
  inUnit: (scale, unit) => scaleIn(scale, unit as MassUnit),
  points: pointsOf,
  given: givenOf,
  rules,
  budgets: budgetsOf,
});
