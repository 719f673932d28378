/** The raw record of JJG 162-2019 as a form. */
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
import type { Field, Form } from '../src/form.ts';
import { limits } from './limits.ts';

const { environment } = limits;

export const appearanceFields: readonly Field[] = [
  examinedField(
    'marks',
    ['铭牌与标志', 'Nameplate and marks'],
    ['Q3、R、等级、温度等级等齐全清晰', 'Q3, R, class and temperature class complete and legible'],
  ),
  examinedField('indicator', ['指示装置', 'Indicating device'], ['读数清晰，运转正常', 'Legible and running']),
  examinedField('seal', ['封印与保护', 'Seals'], ['可加封印', 'Can be sealed']),
  examinedField(
    'electronics',
    ['电子装置功能', 'Electronic devices'],
    ['带电子装置的水表检查；机械水表选“不适用”', 'Of meters with electronic devices'],
    {
      optional: true,
    },
  ),
];
export const tightnessFields: readonly Field[] = [
  examinedField(
    'tight',
    ['密封性', 'Tightness'],
    ['规定压力和时间内不渗漏、不损坏', 'No leak and no damage at the pressure and for the time of the regulation'],
  ),
];

export const form: Form = {
  instrument: instrumentGroup([
    choiceField('class', ['准确度等级', 'Accuracy class'], ['1 级或 2 级', 'Class 1 or 2'], plainChoices(['1', '2'])),
    decimalField('diameter', ['公称口径', 'Nominal diameter'], 'mm', ['如 15、20、50', 'Such as 15, 20, 50'], { symbol: 'DN' }),
    decimalField('permanent', ['常用流量', 'Permanent flow'], 'm³/h', ['铭牌 Q3', 'Q3 on the nameplate'], { symbol: 'Q3' }),
    decimalField('ratio', ['量程比', 'Ratio'], null, ['铭牌 R = Q3/Q1，如 100', 'R = Q3/Q1 on the nameplate, such as 100'], {
      symbol: 'R',
    }),
  ]),
  environment: environmentGroup({
    temperature: { least: environment.temperatureLeast, most: environment.temperatureMost },
    humidity: { least: environment.humidityLeast, most: environment.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观与功能', 'Appearance and functions'], ['目测与操作', 'By eye and by operating it'], appearanceFields),
    fieldGroup('tightness', ['密封性', 'Tightness'], ['加压检查', 'Under pressure'], tightnessFields),
    rowGroup(
      'runs',
      ['示值误差', 'Error of indication'],
      ['每个流量点测 1 次；超差时重测，共至少 3 次', 'One run at each flow; when it is beyond the limit, three or more'],
      { least: 1, most: 60 },
      [
        choiceField('point', ['流量点', 'Flow'], ['Q1、Q2 或 Q3', 'Q1, Q2 or Q3'], plainChoices(['Q1', 'Q2', 'Q3'])),
        decimalField('flow', ['实际流量', 'Flow'], 'm³/h', ['检定时的流量', 'During the run'], { symbol: 'Q' }),
        decimalField('indication', ['水表示值', 'Indicated volume'], 'L', ['水表终止与起始示值之差', 'Last less first indication'], {
          symbol: 'Vi',
          near: 'reference',
        }),
        decimalField('reference', ['实际体积', 'Actual volume'], 'L', ['标准装置给出的体积', 'Of the standard equipment'], {
          symbol: 'Va',
        }),
      ],
      {
        fields: [
          decimalField(
            'waterTemperature',
            ['水温', 'Water temperature'],
            '°C',
            ['高于 30 ℃ 时高区误差限放宽', 'Above 30 °C the upper zone has wider limits'],
            { bounds: { least: limits.waterLeast, most: limits.waterMost } },
          ),
        ],
        computed: [{ symbol: 'E', label: ['示值误差', 'Error'] }],
      },
    ),
  ],
};
