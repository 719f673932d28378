/** The raw record of JJG 52-2013 as a form. Pressures are in the unit of the dial. */
import { decimalField, environmentGroup, examinedField, fieldGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { gaugeGroup, stopPinField } from '../src/pressure/gauge.ts';
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
    'pointer',
    ['指针', 'Pointer'],
    ['指针端覆盖最短分度线的 1/3 至 2/3', 'Covers a third to two thirds of the shortest graduation'],
  ),
];
export const motion = [
  examinedField(
    'steadiness',
    ['指针偏转平稳性', 'Steadiness of the pointer'],
    ['偏转平稳，无跳动和卡针', 'Moves without jumps or sticking'],
  ),
  examinedField(
    'vacuumDirection',
    ['疏空时指针指向真空方向', 'Pointer moves towards vacuum'],
    ['只用于真空部分不检示值的压力真空表', 'Only for a pressure-vacuum gauge whose vacuum side is not tested by points'],
    { optional: true },
  ),
];
const zeroField = (id: string, label: readonly [string, string]) =>
  decimalField(
    id,
    label,
    'sheet',
    [
      '不带止销：零位误差，带符号；带止销：缩格，不带符号',
      'Without stop pin: the error, signed; with stop pin: how far it stands behind zero',
    ],
    { resolution: { factor: limits.reading.value, of: 'division' } },
  );

export const form: Form = {
  instrument: gaugeGroup(
    [
      { value: '1', label: ['1 级', 'Class 1'] },
      { value: '1.6', label: ['1.6 级', 'Class 1.6'] },
      { value: '1.5', label: ['1.5 级（使用中，按 1.6 级）', 'Class 1.5 (in use, judged as 1.6)'] },
      { value: '2.5', label: ['2.5 级', 'Class 2.5'] },
      { value: '4', label: ['4 级', 'Class 4'] },
    ],
    ['pressure', 'compound', 'vacuum'],
    [stopPinField],
  ),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], appearance),
    fieldGroup(
      'zero',
      ['零位', 'Zero'],
      ['表内腔通大气，按正常工作位置；示值检定前后各一次', 'Open to the atmosphere, in its working position; before and after the points'],
      [zeroField('before', ['示值检定前', 'Before the points']), zeroField('after', ['示值检定后', 'After the points'])],
    ),
    strokeGroup(
      [
        '全部带数字的分度线，升压到上限、耐压后降压，示值估读到分度值的 1/5',
        'All numbered graduations, rising to the upper limit, held there, then falling; read to a fifth of a division',
      ],
      limits.reading.value,
      { least: 1, most: 60 },
    ),
    fieldGroup('motion', ['指针运动', 'Motion of the pointer'], ['示值检定过程中观察', 'Seen while the points are tested'], motion),
  ],
};
