/** The raw record of JJG 443-2015 as a form. */
import { fuelPlate, fuelRuns } from '../src/dispenser/fuel.ts';
import { paymentGroup } from '../src/dispenser/payment.ts';
import { environmentGroup, examinedField, fieldGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { limits } from './limits.ts';

/** What a person looks at. */
export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField(
    'structure',
    ['外观与结构', 'Appearance and structure'],
    ['无影响计量的缺陷', 'No defect that could change the measurement'],
  ),
  examinedField(
    'seals',
    ['铅封', 'Seals'],
    [
      '变换器调整装置、编码器与变换器之间、计控主板与机体之间',
      'At the adjuster, between encoder and meter, between control board and case',
    ],
  ),
];
export const functionFields: readonly Field[] = [
  examinedField(
    'selfLock',
    ['自锁功能', 'Self-locking'],
    ['程序、参数或脉冲当量异常时锁机', 'Locks when program, parameters or pulses are not as they should be'],
  ),
];

const { environment } = limits;

export const form: Form = {
  instrument: fuelPlate({ most: limits.flowMost }),
  environment: environmentGroup({
    temperature: { least: environment.temperatureLeast, most: environment.temperatureMost },
    humidity: { least: environment.humidityLeast, most: environment.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观与结构', 'Appearance and structure'], ['目测', 'By eye'], appearanceFields),
    fieldGroup('functions', ['自锁功能', 'Self-locking'], ['操作检查', 'By operating it'], functionFields),
    fuelRuns(),
    paymentGroup('L'),
  ],
};
