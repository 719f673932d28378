/** The raw record of JJG 49-2013 as a form. Pressures are in the unit of the dial. */
import { choiceField, decimalField, environmentGroup, examinedField, fieldGroup, plainChoices } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { gaugeGroup } from '../src/pressure/gauge.ts';
import { strokeGroup } from '../src/pressure/stroke.ts';
import { limits } from './limits.ts';

export const appearance = [
  examinedField('appearance', ['外观', 'Appearance'], ['装配牢固，表玻璃无妨碍读数的缺陷', 'Firmly assembled, nothing hinders reading']),
  examinedField(
    'marks',
    ['标志', 'Markings'],
    ['单位、准确度等级、编号、制造单位；真空表有“−”或“负”字', 'Unit, class, number, maker; a vacuum gauge is marked as negative'],
  ),
  examinedField(
    'mirror',
    ['镜面与指针', 'Mirror and pointer'],
    ['反射镜清晰，刀形指针平直', 'The mirror is clear, the knife-edge pointer straight'],
    {
      optional: true,
    },
  ),
];
export const motion = [
  examinedField(
    'steadiness',
    ['指针偏转平稳性', 'Steadiness of the pointer'],
    ['偏转平稳，无跳动和卡针', 'Moves without jumps or sticking'],
  ),
];
const zeroField = (id: string, label: readonly [string, string]) =>
  decimalField(id, label, 'sheet', ['带符号，估读到分度值的 1/10', 'Signed, read to a tenth of a division'], {
    resolution: { factor: limits.reading.value, of: 'division' },
  });

export const form: Form = {
  instrument: gaugeGroup(
    [
      { value: '0.1', label: ['0.1 级', 'Class 0.1'] },
      { value: '0.16', label: ['0.16 级', 'Class 0.16'] },
      { value: '0.25', label: ['0.25 级', 'Class 0.25'] },
      { value: '0.4', label: ['0.4 级', 'Class 0.4'] },
      { value: '0.6', label: ['0.6 级（使用中）', 'Class 0.6 (in use)'] },
    ],
    ['pressure', 'vacuum'],
  ),
  environment: environmentGroup({
    temperature: {},
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], appearance),
    fieldGroup(
      'zero',
      ['零位误差', 'Error at zero'],
      ['表内腔通大气，按正常工作位置；示值检定前后各一次', 'Open to the atmosphere, in its working position; before and after the points'],
      [zeroField('before', ['示值检定前', 'Before the points']), zeroField('after', ['示值检定后', 'After the points'])],
    ),
    strokeGroup(
      [
        '每个循环：压力表至少 8 点、真空表至少 6 点（不含零），均匀分布，升压到上限再降压，估读到分度值的 1/10',
        'Each cycle: at least 8 points for pressure, 6 for vacuum, zero not counted, evenly spread; rising, then falling; read to a tenth',
      ],
      limits.reading.value,
      { least: 1, most: 120 },
      [choiceField('cycle', ['循环', 'Cycle'], ['第几次升压、降压', 'Which run up and down'], plainChoices(['1', '2']))],
    ),
    fieldGroup('motion', ['指针运动', 'Motion of the pointer'], ['示值检定过程中观察', 'Seen while the points are tested'], motion),
  ],
};
