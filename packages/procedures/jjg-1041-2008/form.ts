/** The raw record of JJG 1041-2008. Amplitudes are read in mm with the sensitivity at which they stand, waveforms in µV and ms. */
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
import type { Text } from '../src/edition.ts';
import { limits } from './limits.ts';

const leads = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

/** What a person looks at, by group. */
export const examined = {
  appearance: [
    examinedField(
      'marks',
      ['标志与外观', 'Marks and condition'],
      ['名称、型号、制造者、编号齐全，无机械损伤', 'Name, model, maker and number, no damage'],
    ),
    examinedField('works', ['工作正常性', 'Function'], ['各导联、按键、记录与显示正常', 'Leads, keys, record and display work']),
  ],
  inputRange: [
    examinedField(
      'undistorted',
      ['各导联波形无失真', 'No distortion in any lead'],
      ['在最小与最大输入时观察', 'At the least and the largest input'],
    ),
  ],
  polarisation: [
    examinedField(
      'positive',
      ['+300 mV 时各导联基线无偏移', 'No shift of any baseline at +300 mV'],
      ['记录与显示', 'Recorded and displayed'],
    ),
    examinedField(
      'negative',
      ['−300 mV 时各导联基线无偏移', 'No shift of any baseline at −300 mV'],
      ['记录与显示', 'Recorded and displayed'],
    ),
  ],
  waveform: [
    examinedField('matches', ['与附录 A 波形吻合', 'It agrees with the waveforms of annex A'], ['对照附录 A', 'Compared with annex A']),
    examinedField(
      'within',
      ['测量值在附录 A 限定值内', 'The values lie within those of annex A'],
      ['对照表 A.1.1～A.1.4、A.2.1、A.2.2', 'Compared with its tables'],
    ),
  ],
} as const;

const gain = choiceField(
  'gain',
  ['灵敏度档', 'Sensitivity'],
  ['测量时所用档位，mm/mV', 'At which it is read, mm/mV'],
  plainChoices(['2.5', '5', '10', '20', '40']),
);
const lead = choiceField('lead', ['导联', 'Lead'], ['逐导联测量', 'Each lead by itself'], plainChoices(leads));
const height = (label: Text = ['描记幅度', 'Amplitude on the trace']) =>
  decimalField('height', label, 'mm', ['从描记中读出', 'Read on the trace'], { symbol: 'h' });
const reference = (label: Text) => decimalField('reference', label, 'mm', ['参考幅度', 'Reference'], { symbol: 'h₀' });
const deviation = { symbol: 'δ', label: ['相对偏差', 'Relative deviation'] } as const;
const wave = textField('wave', ['波形', 'Waveform'], ['附录 A 的波形代号及导联', 'Code of annex A, with the lead']);
const error = { symbol: 'E', label: ['误差', 'Error'] } as const;

export const form: Form = {
  instrument: instrumentGroup([
    decimalField('rateStep', ['心率分辨力', 'Step of the heart rate'], '/min', ['心率显示的一个字', 'One digit of the display'], {
      symbol: 'd',
    }),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup(
      'appearance',
      ['外观及工作正常性检查', 'Appearance and function'],
      ['目力与操作检查', 'By eye and by using it'],
      examined.appearance,
    ),
    rowGroup(
      'calibration',
      ['内定标电压', 'Internal calibration voltage'],
      ['各挡位：定标幅度与 S × U 比较', 'At each step: the amplitude against S × U'],
      { least: 3, most: 6 },
      [gain, decimalField('nominal', ['定标电压标称值', 'Nominal'], 'mV', ['通常为 1 mV', 'Usually 1 mV'], { symbol: 'U' }), height()],
      { computed: [deviation] },
    ),
    fieldGroup(
      'inputRange',
      ['输入电压范围', 'Range of the input voltage'],
      ['各导联可无失真记录的最小与最大输入', 'The least and the largest input that every lead records'],
      [
        decimalField('lowest', ['最小输入', 'Least'], 'mV', ['仍可记录的输入', 'Still recorded']),
        decimalField('highest', ['最大输入', 'Largest'], 'mV', ['仍可记录的输入', 'Still recorded']),
        ...examined.inputRange,
      ],
    ),
    fieldGroup(
      'polarisation',
      ['耐极化电压', 'Polarisation voltage'],
      ['施加 ±300 mV 直流电压', 'With ±300 mV applied'],
      examined.polarisation,
    ),
    rowGroup(
      'weighting',
      ['加权系数误差', 'Error of the weighting factors'],
      ['各导联实测幅度与按加权系数计算的幅度比较', 'The amplitude of a lead against that of its weighting factors'],
      { least: 1, most: 24 },
      [lead, reference(['应有幅度', 'Amplitude due']), height()],
      { computed: [deviation] },
    ),
    fieldGroup(
      'noise',
      ['内部噪声电平', 'Internal noise'],
      ['折合到输入端，峰-峰值', 'Referred to the input, from peak to peak'],
      [gain, height(['噪声幅度', 'Amplitude of the noise'])],
    ),
    fieldGroup(
      'waveform',
      ['波形识别能力与幅度-时间参数', 'Recognition of waveforms'],
      ['对照附录 A', 'Compared with annex A'],
      examined.waveform,
    ),
    rowGroup(
      'amplitude',
      ['电压测量误差', 'Error of amplitudes'],
      ['E = 测得值 − 参考值', 'E = value measured − reference'],
      { least: 1, most: 60 },
      [
        wave,
        decimalField('reference', ['参考值', 'Reference'], 'µV', ['附录 A 给出的幅度', 'Amplitude of annex A']),
        decimalField('measured', ['测得值', 'Value measured'], 'µV', ['心电图机给出的幅度', 'Amplitude that the instrument gives'], {
          near: 'reference',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'interval',
      ['时间间隔测量误差', 'Error of intervals'],
      ['E = 测得值 − 参考值', 'E = value measured − reference'],
      { least: 1, most: 60 },
      [
        wave,
        choiceField('name', ['间隔', 'Interval'], ['P、PQ、QRS、QT', 'P, PQ, QRS, QT'], plainChoices(Object.keys(limits.intervals))),
        decimalField('reference', ['参考值', 'Reference'], 'ms', ['附录 A 给出的间隔', 'Interval of annex A']),
        decimalField('measured', ['测得值', 'Value measured'], 'ms', ['心电图机给出的间隔', 'Interval that the instrument gives'], {
          near: 'reference',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'response',
      ['频率响应', 'Frequency response'],
      ['滤波器关闭，以 10 Hz 幅度为参考', 'Filters off, against the amplitude at 10 Hz'],
      { least: 3, most: 24 },
      [
        decimalField('frequency', ['频率', 'Frequency'], 'Hz', ['正弦信号', 'Of the sine'], {
          symbol: 'f',
          bounds: { least: limits.frequencyLow, most: limits.frequencyHigh },
        }),
        height(),
      ],
      { fields: [reference(['10 Hz 幅度', 'Amplitude at 10 Hz'])], computed: [deviation] },
    ),
    fieldGroup(
      'timeConstant',
      ['时间常数', 'Time constant'],
      ['幅度下降到 37 % 所经时间', 'Until the amplitude has fallen to 37 %'],
      [decimalField('time', ['时间常数', 'Time constant'], 's', ['从描记中读出', 'Read on the trace'], { symbol: 'τ' })],
    ),
    rowGroup(
      'heartRate',
      ['心率测量误差', 'Error of the heart rate'],
      ['MPE = ±（显示值的 5 % + 1 个字）', 'MPE = ±(5 % of the display + one digit)'],
      { least: 1, most: 12 },
      [
        decimalField('reference', ['标准心率', 'Standard rate'], '/min', ['检定仪设定值', 'Of the generator']),
        decimalField('displayed', ['显示值', 'Display'], '/min', ['照抄显示值', 'As displayed'], {
          resolution: { factor: '1', of: 'd' },
          near: 'reference',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'rejection',
      ['共模抑制比', 'Common mode rejection'],
      ['CMRR = 20 lg (U_c × S / h)，共模电压与幅度同为峰-峰值', 'CMRR = 20 lg (U_c × S / h), both from peak to peak'],
      { least: 1, most: 24 },
      [lead, height()],
      {
        fields: [
          decimalField('common', ['共模电压', 'Common mode voltage'], 'V', ['峰-峰值', 'From peak to peak'], { symbol: 'U_c' }),
          gain,
        ],
        computed: [{ symbol: 'CMRR', label: ['共模抑制比', 'Common mode rejection'] }],
      },
    ),
  ],
};
