/** The raw record of JJG 1114-2015 as a form. */
import { gasDispenserPlace, gasDispenserPlate, gasDispenserRuns } from '../src/dispenser/gas.ts';
import { paymentGroup } from '../src/dispenser/payment.ts';
import { examinedField, fieldGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { limits } from './limits.ts';

export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField('display', ['显示', 'Display'], ['单价、数量、金额显示清晰', 'Price, quantity and amount legible']),
  examinedField(
    'seals',
    ['封印', 'Seals'],
    ['流量计系数、计控装置等调整处已封印', 'Where coefficients of the meter or the computer can be changed'],
  ),
];
export const tightnessFields: readonly Field[] = [
  examinedField('tight', ['密封性', 'Tightness'], ['工作压力下无泄漏', 'No leak at the working pressure']),
];

export const form: Form = {
  instrument: gasDispenserPlate('kg/min'),
  environment: gasDispenserPlace(limits),
  readings: [
    fieldGroup('appearance', ['外观与封印', 'Appearance and seals'], ['目测', 'By eye'], appearanceFields),
    fieldGroup('tightness', ['密封性', 'Tightness'], ['加气前检查', 'Before filling'], tightnessFields),
    gasDispenserRuns('kg', false),
    paymentGroup('kg'),
  ],
};
