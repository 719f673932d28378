/** The raw record of JJG 1190-2022 as a form. */
import { examinedField, fieldGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { gasPlace, gasPlate, gasRuns } from '../src/flow/gas-meter.ts';
import { limits } from './limits.ts';

export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField('display', ['显示与按键', 'Display and keys'], ['显示完整，操作正常', 'Complete and working']),
  examinedField('software', ['软件标识', 'Software identification'], ['与型式批准一致', 'That of the type approval']),
  examinedField('valve', ['控制阀等附加装置', 'Valve and other devices'], ['无附加装置时选“不适用”', 'Where there are any'], {
    optional: true,
  }),
];
export const tightnessFields: readonly Field[] = [
  examinedField('tight', ['密封性', 'Tightness'], ['规定压力和时间内无泄漏', 'No leak at the pressure and for the time of the regulation']),
];

export const form: Form = {
  instrument: gasPlate(Object.keys(limits.mpe), { most: limits.flowMost }),
  environment: gasPlace(limits),
  readings: [
    fieldGroup('appearance', ['外观与功能', 'Appearance and functions'], ['目测与操作', 'By eye and by operating it'], appearanceFields),
    fieldGroup('tightness', ['密封性', 'Tightness'], ['加压检查', 'Under pressure'], tightnessFields),
    gasRuns(),
  ],
};
