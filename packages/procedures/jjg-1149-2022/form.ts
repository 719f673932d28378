/** The raw record of JJG 1149-2022 as a form. */
import { chargerReadings } from '../src/charger/energy.ts';
import { chargerGroup } from '../src/charger/nameplate.ts';
import { environmentGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { limits } from './limits.ts';

export const form: Form = {
  instrument: chargerGroup([
    { value: '1', label: ['1 级', 'Class 1'] },
    { value: '2', label: ['2 级', 'Class 2'] },
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: chargerReadings(),
};
