/** The raw record of JJG 1097-2014 as a form. */
import { choiceField, decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Field, Form } from '../src/form.ts';
import { axisField, perMetre } from '../src/vertex-power/reading.ts';
import { limits } from './limits.ts';

export const appearance = [
  examinedField('appearance', ['外观', 'Appearance'], ['镜片清洁无破损', 'Lenses clean and whole']),
  examinedField('movement', ['机件', 'Mechanics'], ['转盘定位准确，左右对称', 'Discs stop where they should, both sides alike']),
];
export const chart = [
  examinedField('optotypes', ['视标', 'Optotypes'], ['清晰，大小和排列符合要求', 'Sharp, of the size and order that is asked for']),
  examinedField('distance', ['检查距离', 'Testing distance'], ['与视力表标定的距离一致', 'As the chart is made for']),
];
const side = choiceField(
  'side',
  ['眼别', 'Side'],
  ['右眼或左眼', 'Right or left eye'],
  [
    { value: 'right', label: ['右', 'Right'] },
    { value: 'left', label: ['左', 'Left'] },
  ],
);
const pair = (unit: string): readonly Field[] => [
  side,
  decimalField('nominal', ['标称值', 'Nominal value'], unit, ['刻度或显示所示', 'As its scale or display says'], { symbol: 'Dn' }),
  decimalField('measured', ['测得值', 'Measured value'], unit, ['标准焦度计测得', 'By the reference focimeter'], {
    symbol: 'D',
    near: 'nominal',
  }),
];
const error = { symbol: 'E', label: ['示值误差', 'Error'] } as const;
const axisBounds = { least: limits.axisLeast, most: limits.axisMost };

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'operation',
      ['操作方式', 'Operation'],
      ['手动或电动', 'By hand or motorized'],
      [
        { value: 'manual', label: ['手动', 'Manual'] },
        { value: 'motorized', label: ['电动（全自动）', 'Motorized'] },
      ],
    ),
    choiceField(
      'prism',
      ['旋转棱镜', 'Rotary prism'],
      ['有旋转棱镜的检棱镜度', 'With one, prism is verified'],
      [
        { value: 'yes', label: ['有', 'Yes'] },
        { value: 'no', label: ['无', 'No'] },
      ],
    ),
    choiceField(
      'chart',
      ['配套视力表', 'Chart of the set'],
      ['随机视力表一并检定', 'A chart that belongs to it is verified with it'],
      [
        { value: 'yes', label: ['有', 'Yes'] },
        { value: 'no', label: ['无', 'No'] },
      ],
    ),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观与机件', 'Appearance and mechanics'], ['目力观察和操作', 'By eye and by hand'], appearance),
    rowGroup(
      'sphere',
      ['球镜度', 'Sphere'],
      ['E = 测得值 − 标称值，左右两侧', 'E = measured − nominal, on both sides'],
      { least: 2, most: 200 },
      pair(perMetre),
      {
        computed: [error],
      },
    ),
    rowGroup(
      'cylinder',
      ['柱镜度', 'Cylinder'],
      ['E = 测得值 − 标称值，左右两侧', 'E = measured − nominal, on both sides'],
      { least: 2, most: 60 },
      pair(perMetre),
      {
        computed: [error],
      },
    ),
    rowGroup(
      'axis',
      ['柱镜轴位', 'Cylinder axis'],
      ['0° 与 180° 为同一轴位', '0° and 180° are one axis'],
      { least: 2, most: 40 },
      [
        side,
        axisField('nominal', ['标称轴位', 'Nominal axis'], ['刻度所示', 'As its scale says'], axisBounds),
        axisField('measured', ['测得轴位', 'Measured axis'], ['标准焦度计测得', 'By the reference focimeter'], axisBounds),
      ],
      { computed: [error] },
    ),
    rowGroup('prism', ['棱镜度', 'Prism'], ['有旋转棱镜的', 'Where there is a rotary prism'], { least: 2, most: 40 }, pair('cm/m'), {
      computed: [error],
    }),
    rowGroup(
      'pupilDistance',
      ['瞳距', 'Pupil distance'],
      ['E = 标尺示值 − 测得值', 'E = scale − measured'],
      { least: 1, most: 20 },
      [
        decimalField('indication', ['标尺示值', 'Scale'], 'mm', ['验光头的瞳距标尺', 'Of the refractor head'], { symbol: 'PD' }),
        decimalField('standard', ['测得值', 'Measured value'], 'mm', ['两视孔中心距', 'Between the centres of both apertures'], {
          symbol: 'PD₀',
          near: 'indication',
        }),
      ],
      { computed: [error] },
    ),
    fieldGroup(
      'chart',
      ['视力表', 'Chart'],
      ['配套视力表', 'The chart of the set'],
      [...chart, decimalField('luminance', ['视力表亮度', 'Luminance'], 'cd/m²', ['亮度计测得', 'By a luminance meter'], { symbol: 'L' })],
    ),
  ],
};
