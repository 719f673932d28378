/**
 * JJG 1148-2022: from the raw record to the conclusion. The working error is judged as if it had all its digits and |E| = MPE is allowed.
 */
import { parse } from '@tongheng/quantity/decimal';
import { appearanceFields, chargerBudgets, chargerPoints, chargerRules } from '../src/charger/energy.ts';
import { readCharger } from '../src/charger/nameplate.ts';
import type { Charger } from '../src/charger/nameplate.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { limits } from './limits.ts';

/** A calibrator of class 0.05, as a maker offers it for JJG 1148-2022 (product data of an AC charger analyser): a realistic value, not the regulation's. */
const calibrator = parse('0.05');

export const jjg1148 = defineProcedure({
  edition,
  // Rated power / nominal voltage is the current of a single-phase charger; a three-phase one without marks needs its currents entered.
  instrument: (plate) => readCharger(plate, limits.unmarked, plate.text('phases') === 'single'),
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
  budgets: (calculated) => chargerBudgets('JJG 1148-2022', calculated, { reference: calibrator, step: parse(limits.step.value) }),
});
