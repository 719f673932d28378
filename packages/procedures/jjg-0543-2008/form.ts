/** The raw record of JJG 543-2008. Amplitudes and lengths are read on the trace in mm, with the sensitivity or speed at which they stand. */
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
import type { Form, Group } from '../src/form.ts';
import type { Text } from '../src/edition.ts';
import { limits } from './limits.ts';

/** Fields of the kinds that ask for them: `initial` of the initial verification alone. */
const initial = { required: ['initial'] } as const;
export const leads = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

/** What a person looks at. */
export const appearance = [
  examinedField(
    'marks',
    ['标志与外观', 'Marks and condition'],
    ['名称、型号、制造者、编号齐全，无机械损伤', 'Name, model, maker and number, no damage'],
  ),
  examinedField('works', ['工作正常性', 'Function'], ['各开关、导联、走纸、描记正常', 'Switches, leads, paper and trace work']),
];

const gain = choiceField(
  'gain',
  ['灵敏度档', 'Sensitivity'],
  ['测量时所用档位，mm/mV', 'At which it is read, mm/mV'],
  plainChoices(['2.5', '5', '10', '20', '40']),
);
const paper = choiceField(
  'paper',
  ['记录速度档', 'Recording speed'],
  ['测量时所用档位，mm/s', 'At which it is read, mm/s'],
  plainChoices(['5', '10', '12.5', '25', '50', '100']),
);
const height = (label: Text = ['描记幅度', 'Amplitude on the trace']) =>
  decimalField('height', label, 'mm', ['从描记中读出', 'Read on the trace'], { symbol: 'h' });

const single = (id: string, label: Text, unit: string, help: Text) => decimalField(id, label, unit, help, initial);

const ofInitial: Group = fieldGroup(
  'trace',
  ['描记与输入性能', 'Trace and input'],
  ['首次检定的单值项目', 'Single values of the initial verification'],
  [
    single('hysteresis', ['记录滞后', 'Hysteresis'], 'mm', ['往返两次描记之差', 'Between the traces from either side']),
    single('step', ['阶跃稳定幅度', 'Height of the step'], 'mm', ['过冲试验的稳定幅度', 'Steady height in the test of overshoot']),
    single('overshoot', ['过冲量', 'Overshoot'], 'mm', ['超过稳定幅度的部分', 'What exceeds the steady height']),
    single('timeConstant', ['时间常数', 'Time constant'], 's', ['幅度下降到 37 % 所经时间', 'Until the amplitude has fallen to 37 %']),
    single('baselineWidth', ['基线宽度', 'Width of the baseline'], 'mm', ['无信号时描记线宽', 'Of the trace without a signal']),
    single('drift', ['基线漂移', 'Drift of the baseline'], 'mm', ['60 s 内', 'In 60 s']),
    single('resistor', ['串联电阻', 'Series resistor'], 'MΩ', ['输入阻抗试验中串入的电阻', 'In series in the test of impedance']),
    single('without', ['串入前幅度', 'Amplitude without it'], 'mm', ['电阻短路时', 'With the resistor bridged']),
    single('with', ['串入后幅度', 'Amplitude with it'], 'mm', ['电阻接入时', 'With the resistor in the circuit']),
  ],
  [
    { symbol: 'δ overshoot', label: ['过冲', 'Overshoot'] },
    { symbol: 'Z', label: ['输入阻抗', 'Input impedance'] },
  ],
);

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'leads',
      ['导联', 'Leads'],
      ['标准十二导联或其他', 'The standard twelve or others'],
      [
        { value: '12', label: ['标准十二导联', 'Standard twelve'] },
        { value: 'other', label: ['其他', 'Others'] },
      ],
    ),
  ]),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观和正常工作性检查', 'Appearance and function'], ['目力与操作检查', 'By eye and by using it'], appearance),
    fieldGroup(
      'calibration',
      ['定标电压', 'Internal calibration voltage'],
      ['内部定标与外部标准电压的描记幅度之比较', 'The internal voltage against an external standard of the same nominal value'],
      [
        decimalField('internal', ['内部定标幅度', 'Internal'], 'mm', ['内部定标电压的幅度', 'Amplitude of the internal voltage'], {
          symbol: 'h',
        }),
        decimalField('external', ['外部标准幅度', 'External'], 'mm', ['同标称值外部标准电压的幅度', 'Amplitude of the external standard'], {
          symbol: 'h₀',
          near: 'internal',
        }),
      ],
      [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }],
    ),
    rowGroup(
      'voltage',
      ['电压测量', 'Measurement of voltage'],
      ['U = h / S，E = U − U_in，MPE = ±10 (1 + U_L / U_in) %', 'U = h / S, E = U − U_in, MPE = ±10 (1 + U_L / U_in) %'],
      { least: 1, most: 24 },
      [decimalField('input', ['输入电压', 'Input'], 'mV', ['标准值', 'Of the standard'], { symbol: 'U_in' }), gain, height()],
      {
        computed: [
          { symbol: 'U', label: ['测得电压', 'Voltage measured'] },
          { symbol: 'δ', label: ['相对误差', 'Relative error'] },
          { symbol: 'MPE', label: ['最大允许误差', 'Permissible error'] },
        ],
      },
    ),
    rowGroup(
      'time',
      ['时间测量', 'Measurement of time'],
      ['T = L / v，E = T − T_in，MPE = ±10 (1 + T_L / T_in) %', 'T = L / v, E = T − T_in, MPE = ±10 (1 + T_L / T_in) %'],
      { least: 1, most: 24 },
      [
        decimalField('input', ['输入时间间隔', 'Input'], 's', ['标准值', 'Of the standard'], { symbol: 'T_in' }),
        paper,
        decimalField('length', ['描记长度', 'Length on the trace'], 'mm', ['从描记中读出', 'Read on the trace'], { symbol: 'L' }),
      ],
      {
        computed: [
          { symbol: 'T', label: ['测得时间', 'Time measured'] },
          { symbol: 'δ', label: ['相对误差', 'Relative error'] },
          { symbol: 'MPE', label: ['最大允许误差', 'Permissible error'] },
        ],
      },
    ),
    fieldGroup(
      'timeMark',
      ['时标', 'Time mark'],
      ['时标标称间隔与测得间隔比较', 'The nominal interval against the measured one'],
      [
        decimalField('nominal', ['标称间隔', 'Nominal'], 's', ['时标的标称值', 'Of the time mark']),
        decimalField('measured', ['测得间隔', 'Measured'], 's', ['与标准时间比较所得', 'Against the standard'], { near: 'nominal' }),
      ],
      [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }],
    ),
    rowGroup(
      'response',
      ['幅频特性', 'Frequency response'],
      ['(1～60) Hz，以 10 Hz 幅度为参考', '1 to 60 Hz, against the amplitude at 10 Hz'],
      { least: 2, most: 24 },
      [
        decimalField('frequency', ['频率', 'Frequency'], 'Hz', ['正弦信号', 'Of the sine'], {
          symbol: 'f',
          bounds: { least: limits.frequencyLow, most: limits.frequencyHigh },
        }),
        height(),
      ],
      {
        fields: [decimalField('reference', ['10 Hz 幅度', 'Amplitude at 10 Hz'], 'mm', ['参考幅度', 'Reference'], { symbol: 'h₁₀' })],
        computed: [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }],
      },
    ),
    rowGroup(
      'polarisation',
      ['耐极化电压', 'Polarisation voltage'],
      ['加 ±300 mV 直流极化电压前后的幅度', 'The amplitude without and with ±300 mV'],
      { least: 2, most: 4 },
      [
        decimalField('voltage', ['极化电压', 'Polarisation'], 'mV', ['+300 或 −300', '+300 or −300']),
        height(['加极化后幅度', 'Amplitude with it']),
      ],
      {
        fields: [decimalField('reference', ['未加极化幅度', 'Amplitude without it'], 'mm', ['参考幅度', 'Reference'], { symbol: 'h₀' })],
        computed: [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }],
      },
    ),
    fieldGroup(
      'noise',
      ['噪声', 'Noise'],
      ['折合到输入端', 'Referred to the input'],
      [gain, height(['噪声幅度', 'Amplitude of the noise'])],
      [{ symbol: 'U', label: ['噪声电平', 'Noise'] }],
    ),
    rowGroup(
      'rejection',
      ['共模抑制比', 'Common mode rejection'],
      ['CMRR = U_c × S / h，共模电压与幅度同为峰-峰值', 'CMRR = U_c × S / h, voltage and amplitude both from peak to peak'],
      { least: 1, most: 24 },
      [choiceField('lead', ['导联', 'Lead'], ['逐导联测量', 'Each lead by itself'], plainChoices(leads)), height()],
      {
        fields: [
          decimalField('common', ['共模电压', 'Common mode voltage'], 'V', ['峰-峰值', 'From peak to peak'], { symbol: 'U_c' }),
          gain,
        ],
        computed: [{ symbol: 'CMRR', label: ['共模抑制比', 'Common mode rejection'] }],
      },
    ),
    rowGroup(
      'sensitivity',
      ['灵敏度', 'Sensitivity'],
      ['各档：描记幅度与 S × U 比较', 'At each step: the amplitude against S × U'],
      { least: 1, most: 12 },
      [gain, decimalField('input', ['输入电压', 'Input'], 'mV', ['标准值', 'Of the standard'], { symbol: 'U' }), height()],
      { computed: [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }] },
    ),
    rowGroup(
      'speed',
      ['记录速度', 'Recording speed'],
      ['各档：描记长度与 v × t 比较', 'At each step: the length against v × t'],
      { least: 1, most: 12 },
      [
        paper,
        decimalField('time', ['标准时间', 'Time'], 's', ['标准信号的时间', 'Of the standard'], { symbol: 't' }),
        decimalField('length', ['描记长度', 'Length on the trace'], 'mm', ['从描记中读出', 'Read on the trace'], { symbol: 'L' }),
      ],
      { computed: [{ symbol: 'δ', label: ['相对偏差', 'Relative deviation'] }] },
    ),
    ofInitial,
  ],
};
