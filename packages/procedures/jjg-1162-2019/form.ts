/** The raw record of JJG 1162-2019. */
import { decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { limits } from './limits.ts';

const displayed = { factor: '1', of: 'd' };

/** What a person looks at, by group. */
export const examined = {
  appearance: [
    examinedField('marks', ['标志', 'Marks'], ['名称、型号、制造者、编号齐全', 'Name, model, maker and number are there']),
    examinedField('condition', ['外观', 'Condition'], ['无影响使用的缺陷，显示完整', 'No harmful defect, the display is complete']),
  ],
  function: [
    examinedField('signal', ['提示功能', 'Signals'], ['开机、测量结束有提示', 'It signals its start and the end of the measurement']),
    examinedField('hold', ['最高温度保持', 'Hold of the maximum'], ['取出后示值保持', 'The reading stays when it is taken out']),
  ],
} as const;

export const form: Form = {
  instrument: instrumentGroup([
    decimalField('d', ['分辨力', 'Resolution'], '°C', ['显示的最小变化', 'The least change of the display'], { symbol: 'd' }),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], examined.appearance),
    fieldGroup(
      'display',
      ['温度显示范围', 'Range of the display'],
      ['可显示的最低与最高温度', 'The lowest and highest temperature that it shows'],
      [
        decimalField('lowest', ['最低显示', 'Lowest'], '°C', ['显示下限', 'Lower end'], { resolution: displayed }),
        decimalField('highest', ['最高显示', 'Highest'], '°C', ['显示上限', 'Upper end'], { resolution: displayed }),
      ],
    ),
    fieldGroup('function', ['提示与保持功能', 'Signals and hold'], ['操作检查', 'By using it'], examined.function),
    rowGroup(
      'error',
      ['示值误差', 'Error of indication'],
      ['恒温槽中稳定后读数，E = t − t₀', 'Read in the steady bath, E = t − t₀'],
      { least: Number(limits.points.value), most: 20 },
      [
        decimalField('point', ['检定点', 'Point'], '°C', ['名义温度', 'Nominal temperature']),
        decimalField('reference', ['槽温实际值', 'Temperature of the bath'], '°C', ['标准器示值加修正', 'Of the standard, corrected'], {
          symbol: 't₀',
          near: 'point',
        }),
        decimalField('indication', ['被检示值', 'Indication'], '°C', ['照抄显示值', 'As displayed'], {
          symbol: 't',
          resolution: displayed,
          near: 'reference',
        }),
      ],
      { computed: [{ symbol: 'E', label: ['示值误差', 'Error of indication'] }] },
    ),
  ],
};
