/** The raw record of JJG 577-2012 as a form. */
import { choiceField, decimalField, examinedField, fieldGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { gasPlace, gasPlate, gasRuns } from '../src/flow/gas-meter.ts';
import { limits } from './limits.ts';

export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField('structure', ['外观与计数器', 'Case and counter'], ['无损伤，读数清晰', 'Undamaged and legible']),
  examinedField('attachments', ['附加装置功能', 'Attached devices'], ['无附加装置时选“不适用”', 'Where there are any'], { optional: true }),
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
    fieldGroup(
      'pressureLoss',
      ['压力损失', 'Loss of pressure'],
      ['在最大流量下测量', 'At the maximum flow'],
      [
        choiceField(
          'valve',
          ['内置切断阀', 'Built-in valve'],
          ['有内置阀时限值较宽', 'With a valve the limit is wider'],
          [
            { value: 'no', label: ['无', 'No'] },
            { value: 'yes', label: ['有', 'Yes'] },
          ],
        ),
        decimalField('loss', ['压力损失', 'Loss of pressure'], 'Pa', ['进出口压力差的平均值', 'Mean difference between inlet and outlet'], {
          symbol: 'Δp',
        }),
      ],
    ),
    gasRuns(),
  ],
};
