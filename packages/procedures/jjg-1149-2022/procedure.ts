/**
 * JJG 1149-2022: from the raw record to the conclusion. The working error is judged as if it had all its digits and |E| = MPE is allowed.
 */
import { parse } from '@tongheng/quantity/decimal';
import { appearanceFields, chargerBudgets, chargerPoints, chargerRules } from '../src/charger/energy.ts';
import { readCharger } from '../src/charger/nameplate.ts';
import type { Charger } from '../src/charger/nameplate.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';

/** A calibrator of class 0.05, as makers offer them for chargers: a realistic value, not the regulation's. */
const calibrator = parse('0.05');

export const jjg1149 = defineProcedure({
  edition,
  // What the nominal voltage of a charger with a voltage range is, the person who fills in the nameplate decides.
  instrument: (plate) => readCharger(plate, limits.unmarked, true),
  applies: (group, { timeOfUse }) => group !== 'clock' || timeOfUse,
  points: chargerPoints,
  rules: [
    examinedRule('appearance', 'appearance', appearanceFields),
    ...chargerRules<Charger>({
      mpe: ({ class: charger }) => limits.mpe[charger as '1' | '2'],
      clock: (kind) => (kind === 'initial' ? limits.clockInitial : limits.clockSubsequent),
      step: limits.step,
    }),
  ],
  budgets: (calculated) => chargerBudgets('JJG 1149-2022', calculated, { reference: calibrator, step: parse(limits.step.value) }),
});
