/** The raw record of JJG 580-2005 as a form. */
import {
  choiceField,
  decimalField,
  environmentGroup,
  examinedField,
  fieldGroup,
  instrumentGroup,
  plainChoices,
  rowGroup,
} from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { axisField, nominalField, perMetre, standardField, threeReadings } from '../src/vertex-power/reading.ts';
import { limits } from './limits.ts';

export const appearance = [
  examinedField('appearance', ['外观', 'Appearance'], ['光学件清洁，镜片测量支座完好', 'Clean optics, sound lens support']),
  examinedField('display', ['显示或分划', 'Display or scale'], ['笔划齐全、示值稳定，或分划清晰', 'Complete and steady, or a sharp scale']),
  examinedField('marking', ['打印机构', 'Marking device'], ['印点清晰', 'Clear dots'], {
    optional: true,
  }),
];
const error = { symbol: 'E', label: ['示值误差', 'Error of indication'] } as const;
const axisBounds = { least: limits.axisLeast, most: limits.axisMost };

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'type',
      ['类型', 'Type'],
      ['连续式或数显式', 'Continuous or digital'],
      [
        { value: 'continuous', label: ['连续式（目视、投影）', 'Continuous (eyepiece, projection)'] },
        { value: 'digital', label: ['数显式（自动）', 'Digital (automatic)'] },
      ],
    ),
    choiceField(
      'interval',
      ['顶焦度分度', 'Scale interval'],
      ['检定时所用的最小分度，m⁻¹', 'The finest that is used, in m⁻¹'],
      plainChoices(['0.01', '0.06', '0.12', '0.125', '0.25']),
    ),
    decimalField('least', ['顶焦度下限', 'Smallest vertex power'], perMetre, ['测量范围，如 −25', 'Of the range, as in −25'], {
      symbol: 'Dmin',
    }),
    decimalField('most', ['顶焦度上限', 'Largest vertex power'], perMetre, ['测量范围，如 +25', 'Of the range, as in +25'], {
      symbol: 'Dmax',
    }),
    choiceField(
      'prism',
      ['棱镜度测量功能', 'Measures prism'],
      ['无此功能的不检棱镜度', 'Without it there is no such item'],
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
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], appearance),
    fieldGroup(
      'zero',
      ['零位', 'Zero'],
      ['未放镜片，预热后', 'Without a lens, warmed up'],
      [
        decimalField('power', ['零位示值', 'Power at zero'], perMetre, ['带符号', 'Signed'], { symbol: 'E₀' }),
        decimalField('prism', ['残余棱镜度', 'Residual prism'], 'cm/m', ['未放镜片时', 'Without a lens'], { symbol: 'P₀' }),
      ],
    ),
    rowGroup(
      'sphere',
      ['球镜度示值误差', 'Error of sphere'],
      ['每片标准镜片读三次，E = 平均值 − 标准值', 'Three readings of each standard lens, E = mean − standard value'],
      { least: 1, most: 40 },
      [nominalField(perMetre, ['标准镜片的标称值', 'Of the standard lens']), standardField(perMetre), ...threeReadings(perMetre)],
      { computed: [error] },
    ),
    rowGroup(
      'cylinder',
      ['柱镜度示值误差', 'Error of cylinder'],
      ['标准柱镜片；每片读三次', 'Standard cylinder lenses; three readings'],
      { least: 1, most: 20 },
      [nominalField(perMetre, ['标准镜片的标称值', 'Of the standard lens']), standardField(perMetre), ...threeReadings(perMetre)],
      { computed: [error] },
    ),
    rowGroup(
      'axis',
      ['柱镜轴位示值误差', 'Error of the cylinder axis'],
      ['0° 与 180° 为同一轴位', '0° and 180° are one axis'],
      { least: 1, most: 20 },
      [
        axisField('standard', ['标准轴位', 'Standard axis'], ['标准柱镜片的轴位', 'Of the standard cylinder lens'], axisBounds),
        axisField('indication', ['示值', 'Indication'], ['仪器的示值', 'As the instrument shows it'], axisBounds),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'prism',
      ['棱镜度示值误差', 'Error of prism'],
      ['仅用于有棱镜度测量功能的', 'Only with that function'],
      { least: 1, most: 20 },
      [nominalField('cm/m', ['标准棱镜片的标称值', 'Of the standard prism']), standardField('cm/m'), ...threeReadings('cm/m')],
      { computed: [error] },
    ),
  ],
};
