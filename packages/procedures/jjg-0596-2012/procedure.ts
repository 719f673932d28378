/** JJG 596-2012, active energy of one and of three phases: from the raw record to the conclusion. */
import { defineProcedure } from '../src/procedure.ts';
import { budgetsOf } from './budget.ts';
import { edition } from './edition.ts';
import { isThreePhase, readMeter } from './meter.ts';
import { givenOf, pointsOf } from './points.ts';
import { rules } from './rules.ts';

export const jjg0596 = defineProcedure({
  edition,
  instrument: readMeter,
  applies: (group, meter) => (group === 'single-load' ? isThreePhase(meter) : group === 'clock' ? meter.hasClock : true),
  points: pointsOf,
  given: givenOf,
  rules,
  validity: ({ connection, class: meterClass }) =>
    connection === 'direct' ? 'rotation' : meterClass === '1' || meterClass === '2' ? 'periodic-8' : 'periodic-6',
  budgets: budgetsOf,
});
