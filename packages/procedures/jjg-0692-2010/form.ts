/** The raw record of JJG 692-2010. All pressures share the unit of the display that is verified. */
import {
  choiceField,
  decimalField,
  environmentGroup,
  examinedField,
  fieldGroup,
  instrumentGroup,
  plainChoices,
  rowGroup,
  textField,
} from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { limits, pressureUnits } from './limits.ts';

const displayed = { factor: '1', of: 'd' };
const appearance = [
  examinedField(
    'marks',
    ['标志与铭牌', 'Marks and nameplate'],
    ['名称、型号、制造者、编号齐全', 'Name, model, maker and number are there'],
  ),
  examinedField(
    'condition',
    ['外观与显示', 'Condition and display'],
    ['无影响计量性能的缺陷，显示清晰完整', 'No harmful defect, the display is complete'],
  ),
];

const instrument = instrumentGroup([
  choiceField(
    'unit',
    ['压力单位', 'Unit of pressure'],
    ['按检定时读取的显示单位选择，限值随之选用', 'The unit in which it is read; it chooses the limits'],
    plainChoices(pressureUnits),
  ),
  decimalField('d', ['分辨力', 'Resolution'], 'sheet', ['相邻两示值之差', 'Difference of two neighbouring readings'], { symbol: 'd' }),
  choiceField(
    'principle',
    ['测量原理', 'Principle'],
    ['示波法测重复性，听诊法测放气速率', 'It decides between repeatability and deflation rate'],
    [
      { value: 'oscillometric', label: ['示波法', 'Oscillometric'] },
      { value: 'auscultatory', label: ['听诊法', 'Auscultatory'] },
    ],
  ),
]);

/** What a person looks at. */
export const appearanceFields = appearance;

export const form: Form = {
  instrument,
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观及要求', 'Appearance'], ['目力观察', 'By eye'], appearance),
    fieldGroup(
      'range',
      ['静态压力测量范围', 'Static pressure range'],
      ['加压检查可显示的最低和最高静态压力', 'The lowest and highest static pressure that it shows'],
      [
        decimalField('lowest', ['最低示值', 'Lowest reading'], 'sheet', ['通大气时', 'Open to air'], { resolution: displayed }),
        decimalField('highest', ['最高示值', 'Highest reading'], 'sheet', ['加压至测量上限', 'At the upper limit'], {
          resolution: displayed,
        }),
      ],
    ),
    rowGroup(
      'static',
      ['静态压力示值误差', 'Error of static pressure'],
      ['不少于 5 点（不含零点），均匀分布于测量范围；E = P − P₀', 'At least five points beside zero over the range; E = P − P₀'],
      { least: Number(limits.staticPoints.value), most: 30 },
      [
        decimalField('reference', ['标准压力值', 'Standard pressure'], 'sheet', ['标准器示值', 'Of the standard'], { symbol: 'P₀' }),
        decimalField('rising', ['升压示值', 'Reading, rising'], 'sheet', ['升压时被检示值', 'While the pressure rises'], {
          symbol: 'P',
          resolution: displayed,
          near: 'reference',
        }),
        decimalField('falling', ['降压示值', 'Reading, falling'], 'sheet', ['需要时记录降压示值', 'Where it is read falling as well'], {
          symbol: 'P′',
          resolution: displayed,
          near: 'reference',
          required: [],
        }),
      ],
      {
        computed: [
          { symbol: 'E', label: ['升压误差', 'Error, rising'] },
          { symbol: 'E′', label: ['降压误差', 'Error, falling'] },
        ],
      },
    ),
    rowGroup(
      'repeatability',
      ['血压示值重复性', 'Repeatability of the blood pressure reading'],
      ['同一模拟器设定连续测量至少 5 次（示波法）', 'At least five measurements at one setting of the simulator (oscillometric)'],
      { least: Number(limits.repeatabilityRuns.value), most: 60 },
      [
        textField('setting', ['模拟器设定', 'Simulator setting'], ['收缩压/舒张压，如 150/100', 'Systolic over diastolic, as in 150/100']),
        decimalField('systolic', ['收缩压示值', 'Systolic reading'], 'sheet', ['照抄显示值', 'As displayed'], { resolution: displayed }),
        decimalField('diastolic', ['舒张压示值', 'Diastolic reading'], 'sheet', ['照抄显示值', 'As displayed'], { resolution: displayed }),
      ],
    ),
    rowGroup(
      'deflation',
      ['自动放气阀放气速率', 'Rate of the deflation valve'],
      ['记录一段时间前后的压力（听诊法）', 'The pressure before and after a time (auscultatory)'],
      { least: 1, most: 12 },
      [
        decimalField('before', ['起始压力', 'Pressure at the start'], 'sheet', ['开始计时的压力', 'When the time begins'], {
          symbol: 'P₁',
        }),
        decimalField('after', ['终止压力', 'Pressure at the end'], 'sheet', ['停止计时的压力', 'When the time ends'], { symbol: 'P₂' }),
        decimalField('time', ['时间', 'Time'], 's', ['两次读数的间隔', 'Between the readings'], { symbol: 't' }),
      ],
      { computed: [{ symbol: 'v', label: ['放气速率', 'Deflation rate'] }] },
    ),
    fieldGroup(
      'leak',
      ['气压系统气密性', 'Air leakage'],
      ['稳压后记录起始压力，经若干分钟再记录', 'The pressure after settling, and again after some minutes'],
      [
        decimalField('before', ['起始压力', 'Pressure at the start'], 'sheet', ['稳压后', 'After settling'], { symbol: 'Pb' }),
        decimalField('after', ['终止压力', 'Pressure at the end'], 'sheet', ['保压结束时', 'At the end'], { symbol: 'Pa' }),
        decimalField('time', ['保压时间', 'Time'], 'min', ['两次读数的间隔', 'Between the readings'], { symbol: 't' }),
      ],
      [{ symbol: 'η', label: ['泄漏率', 'Leakage rate'] }],
    ),
  ],
};
