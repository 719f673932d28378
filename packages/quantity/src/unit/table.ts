/** All rows, in the order in which they may refer to each other and in which an equal name is found. */
import type { UnitEntry } from './entry.ts';
import { customaryUnits } from './table/customary.ts';
import { electricityAndLightUnits } from './table/electricity-and-light.ts';
import { lengthAndMassUnits } from './table/length-and-mass.ts';
import { levelUnits } from './table/levels.ts';
import { permittedUnits } from './table/permitted.ts';
import { pressureAndForceUnits } from './table/pressure-and-force.ts';
import { clinicalUnits, constantUnits } from './table/science-and-medicine.ts';
import { siUnits } from './table/si.ts';

export const unitEntries: readonly UnitEntry[] = [
  ...siUnits,
  ...permittedUnits,
  ...pressureAndForceUnits,
  ...lengthAndMassUnits,
  ...electricityAndLightUnits,
  ...customaryUnits,
  ...constantUnits,
  ...clinicalUnits,
  ...levelUnits,
];
