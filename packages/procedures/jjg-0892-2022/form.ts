/** The raw record of JJG 892-2022 as a form. */
import { choiceField, decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Choice, Form } from '../src/form.ts';
import { axisField, nominalField, perMetre, standardField, threeReadings } from '../src/vertex-power/reading.ts';
import { limits } from './limits.ts';

const yesNo: readonly Choice[] = [
  { value: 'yes', label: ['有', 'Yes'] },
  { value: 'no', label: ['无', 'No'] },
];
export const appearance = [
  examinedField('appearance', ['外观', 'Appearance'], ['光学件清洁，机件完好', 'Clean optics, sound mechanics']),
  examinedField('safety', ['安全性要求', 'Safety'], ['外壳、电源、固视标无危险', 'Case, supply and fixation target are harmless']),
  examinedField('scale', ['刻度间隔与显示', 'Scale interval and display'], ['符合铭牌或说明书', 'As the nameplate or the manual says']),
];
const error = { symbol: 'E', label: ['示值误差', 'Error of indication'] } as const;
const axisBounds = { least: limits.axisLeast, most: limits.axisMost };

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'type',
      ['类型', 'Type'],
      ['主观式或客观式', 'Subjective or objective'],
      [
        { value: 'objective', label: ['客观式', 'Objective'] },
        { value: 'subjective', label: ['主观式', 'Subjective'] },
      ],
    ),
    decimalField('least', ['球镜度下限', 'Smallest sphere'], perMetre, ['测量范围，如 −20', 'Of the range, as in −20'], { symbol: 'Dmin' }),
    decimalField('most', ['球镜度上限', 'Largest sphere'], perMetre, ['测量范围，如 +20', 'Of the range, as in +20'], { symbol: 'Dmax' }),
    choiceField(
      'pupilDistance',
      ['瞳距测量功能', 'Measures the pupil distance'],
      ['无此功能的不检瞳距', 'Without it there is no such item'],
      yesNo,
    ),
    choiceField(
      'curvature',
      ['角膜曲率测量功能', 'Measures the corneal curvature'],
      ['无此功能的不检角膜曲率', 'Without it there is no such item'],
      yesNo,
    ),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观与通用技术要求', 'Appearance and general requirements'], ['目力观察', 'By eye'], appearance),
    fieldGroup(
      'zero',
      ['零位示值误差', 'Error at zero'],
      ['按规程的方法', 'By the method of the regulation'],
      [decimalField('error', ['零位示值误差', 'Error at zero'], perMetre, ['带符号', 'Signed'], { symbol: 'E₀' })],
    ),
    rowGroup(
      'sphere',
      ['球镜度示值误差', 'Error of sphere'],
      ['每个标准模拟眼读三次，E = 平均值 − 标准值', 'Three readings of each reference eye, E = mean − standard value'],
      { least: 1, most: 40 },
      [nominalField(perMetre), standardField(perMetre), ...threeReadings(perMetre)],
      { computed: [error] },
    ),
    fieldGroup(
      'repeatability',
      ['球镜度测量重复性', 'Repeatability of sphere'],
      ['客观式；按规程的方法得出', 'Objective instruments; by the method of the regulation'],
      [decimalField('value', ['重复性', 'Repeatability'], perMetre, ['按规程的方法得出', 'As the regulation obtains it'], { symbol: 's' })],
    ),
    rowGroup(
      'cylinder',
      ['柱镜度示值误差', 'Error of cylinder'],
      ['客观式；每点读三次', 'Objective instruments; three readings'],
      { least: 1, most: 20 },
      [nominalField(perMetre), standardField(perMetre), ...threeReadings(perMetre)],
      { computed: [error] },
    ),
    rowGroup(
      'axis',
      ['柱镜轴位示值误差', 'Error of the cylinder axis'],
      ['客观式；0° 与 180° 为同一轴位', 'Objective instruments; 0° and 180° are one axis'],
      { least: 1, most: 20 },
      [
        axisField('standard', ['标准轴位', 'Standard axis'], ['轴位控制器的示值', 'As the axis holder says'], axisBounds),
        axisField('indication', ['示值', 'Indication'], ['仪器的示值', 'As the instrument shows it'], axisBounds),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'pupilDistance',
      ['瞳距示值误差', 'Error of the pupil distance'],
      ['仅用于有瞳距测量功能的', 'Only with that function'],
      { least: 1, most: 10 },
      [
        decimalField('standard', ['标准值', 'Standard value'], 'mm', ['瞳距标准器', 'Standard of pupil distance'], { symbol: 'PD₀' }),
        decimalField('indication', ['示值', 'Indication'], 'mm', ['仪器的示值', 'As the instrument shows it'], {
          symbol: 'PD',
          near: 'standard',
        }),
      ],
      { computed: [error] },
    ),
    fieldGroup(
      'illuminance',
      ['出瞳光照度', 'Illuminance at the exit pupil'],
      ['照度计测得', 'By an illuminance meter'],
      [decimalField('value', ['出瞳光照度', 'Illuminance'], 'lx', ['照度计示值', 'As the meter shows it'], { symbol: 'Ev' })],
    ),
    rowGroup(
      'curvature',
      ['角膜曲率示值误差', 'Error of corneal curvature'],
      ['仅用于有角膜曲率测量功能的', 'Only with that function'],
      { least: 1, most: 10 },
      [
        decimalField('standard', ['标准曲率半径', 'Standard radius'], 'mm', ['标准器证书给出', 'From its certificate'], { symbol: 'r₀' }),
        decimalField('indication', ['示值', 'Indication'], 'mm', ['仪器的示值', 'As the instrument shows it'], {
          symbol: 'r',
          near: 'standard',
        }),
      ],
      { computed: [error] },
    ),
  ],
};
