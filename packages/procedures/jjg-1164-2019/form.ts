/** The raw record of JJG 1164-2019. */
import { decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { limits } from './limits.ts';

/** What a person looks at, by group. */
export const examined = {
  appearance: [examinedField('condition', ['外观与标志', 'Condition and marks'], ['无损伤，标志清晰', 'No damage, clear marks'])],
  optics: [examinedField('clean', ['光学系统', 'Optical system'], ['探测窗清洁、无磨损', 'The window is clean and not worn'])],
  function: [
    examinedField('works', ['工作正常性', 'Function'], ['开机、测量、显示正常', 'It starts, measures and displays']),
    examinedField('mode', ['模式提示', 'Indication of the mode'], ['所处测量模式有提示', 'It shows the mode in which it measures']),
  ],
} as const;

export const form: Form = {
  instrument: instrumentGroup([
    decimalField('d', ['分辨力', 'Resolution'], '°C', ['显示的最小变化', 'The least change of the display'], {
      symbol: 'd',
      bounds: { most: limits.resolution },
    }),
  ]),
  environment: environmentGroup(
    {
      temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
      humidity: { least: limits.humidityLeast, most: limits.humidityMost },
    },
    [
      decimalField('soak', ['放置时间', 'Time in this environment'], 'h', ['检定前在此环境中放置的时间', 'Before the verification'], {
        bounds: { least: limits.soakLeast },
      }),
    ],
  ),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], examined.appearance),
    fieldGroup('optics', ['光学系统', 'Optical system'], ['目力观察', 'By eye'], examined.optics),
    fieldGroup('function', ['工作正常性与模式提示', 'Function and mode'], ['操作检查', 'By using it'], examined.function),
    rowGroup(
      'error',
      ['实验室误差', 'Laboratory error'],
      [
        '不少于 3 个黑体温度，每点 3 次，每次更换探测器保护罩；逐次判定 E = t − t₀',
        'At least three temperatures of the blackbody, three readings each with a new probe cover; each is judged: E = t − t₀',
      ],
      { least: Number(limits.points.value) * Number(limits.readings.value), most: 40 },
      [
        decimalField('point', ['检定点', 'Point'], '°C', ['黑体设定温度', 'Setting of the blackbody']),
        decimalField('reference', ['黑体亮度温度', 'Radiance temperature'], '°C', ['标准值', 'Of the standard'], {
          symbol: 't₀',
          near: 'point',
        }),
        decimalField('indication', ['耳温计示值', 'Indication'], '°C', ['照抄显示值', 'As displayed'], {
          symbol: 't',
          resolution: { factor: '1', of: 'd' },
          near: 'reference',
        }),
      ],
      { computed: [{ symbol: 'E', label: ['实验室误差', 'Laboratory error'] }] },
    ),
  ],
};
