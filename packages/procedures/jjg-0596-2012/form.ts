/** The raw record of JJG 596-2012 as a form. */
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
import { limits, meterClasses } from './limits.ts';

const instrument = instrumentGroup([
  choiceField(
    'phases',
    ['相数', 'Phases'],
    ['单相或三相', 'One phase or three'],
    [
      { value: 'single', label: ['单相', 'Single phase'] },
      { value: 'three', label: ['三相', 'Three phases'] },
    ],
  ),
  choiceField(
    'wires',
    ['线制', 'Wires'],
    ['三相表填写', 'Of a meter of three phases'],
    [
      { value: 'four', label: ['三相四线', 'Four wires'] },
      { value: 'three', label: ['三相三线', 'Three wires'] },
    ],
    { required: [] },
  ),
  choiceField('class', ['准确度等级', 'Accuracy class'], ['有功等级', 'Class of active energy'], plainChoices(meterClasses)),
  choiceField(
    'connection',
    ['接入方式', 'Connection'],
    ['直接接入或经互感器接入', 'Directly or through transformers'],
    [
      { value: 'direct', label: ['直接接入', 'Direct'] },
      { value: 'transformer', label: ['经互感器接入', 'Through transformers'] },
    ],
  ),
  decimalField(
    'voltage',
    ['参比电压', 'Reference voltage'],
    'V',
    ['相电压；三相三线填线电压', 'Of one phase; for three wires between two of them'],
    { symbol: 'Un' },
  ),
  decimalField('current', ['基本（额定）电流', 'Basic or rated current'], 'A', ['铭牌括号前的数值，如 5(60) A 的 5', 'The 5 of 5(60) A'], {
    symbol: 'Ib',
  }),
  decimalField('most', ['最大电流', 'Maximum current'], 'A', ['铭牌括号内的数值，如 5(60) A 的 60', 'The 60 of 5(60) A'], {
    symbol: 'Imax',
  }),
  decimalField('constant', ['电能表常数', 'Meter constant'], 'imp/kWh', ['铭牌常数', 'As on the nameplate'], { symbol: 'C' }),
  choiceField(
    'clock',
    ['内部时钟', 'Clock'],
    ['有时钟时检定日计时误差', 'A clock is tested'],
    [
      { value: 'yes', label: ['有', 'Yes'] },
      { value: 'no', label: ['无', 'No'] },
    ],
  ),
]);

const current = decimalField('current', ['负载电流', 'Current'], 'A', ['调定的电流', 'The current set'], { symbol: 'I' });
const factor = choiceField(
  'factor',
  ['功率因数', 'Power factor'],
  ['cosφ，L 感性，C 容性', 'cosφ; L inductive, C capacitive'],
  plainChoices(['1.0', '0.5L', '0.8C']),
);
const measurement = (id: string, number: number, required: boolean): Field =>
  decimalField(
    id,
    [`误差${number}`, `Error ${number}`],
    '%',
    required
      ? ['装置读出的相对误差，照抄全部数位', 'The error that the equipment shows, with all its digits']
      : ['平均值在误差限的 80% 至 120% 之间时再测两次', 'Measured when the mean lies between 80 % and 120 % of the limit'],
    required ? {} : { required: [] },
  );
const measurements = [
  measurement('first', 1, true),
  measurement('second', 2, true),
  measurement('third', 3, false),
  measurement('fourth', 4, false),
];
const computed = [
  { symbol: 'mean', label: ['平均值', 'Mean'] },
  { symbol: 'E', label: ['化整值', 'Rounded'] },
] as const;

/** What a person looks at before the meter is tested. */
export const appearanceFields: readonly Field[] = [
  examinedField('marks', ['铭牌与标志', 'Nameplate and marks'], ['齐全、清晰', 'Complete and legible']),
  examinedField('structure', ['外壳、端子与封印', 'Case, terminals and seals'], ['无损坏，可加封', 'Undamaged and sealable']),
  examinedField('display', ['显示', 'Display'], ['通电后显示正常、完整', 'Right and complete when powered']),
];
export const withstandFields: readonly Field[] = [
  examinedField('withstood', ['交流电压试验', 'AC voltage test'], ['试验中无击穿、闪络', 'No breakdown or flashover during the test']),
];
export const startingFields: readonly Field[] = [
  examinedField('started', ['起动', 'Starting'], ['在起动时限内起动并连续记录', 'Starts within the time and goes on registering']),
];

export const form: Form = {
  instrument,
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观检查', 'Appearance'], ['目测与通电检查', 'By eye, and when powered'], appearanceFields),
    fieldGroup('withstand', ['交流电压试验', 'AC voltage test'], ['首次检定时做', 'At initial verification'], withstandFields),
    fieldGroup(
      'creep',
      ['潜动试验', 'No-load test'],
      ['电流线路不加电流，电压线路加 115% 参比电压', 'Without current, at 115 % of the reference voltage'],
      [
        decimalField('voltage', ['试验电压', 'Voltage'], 'V', ['115% Un', '115 % of Un'], { symbol: 'U' }),
        decimalField('time', ['试验时间', 'Duration'], 'min', ['不短于计算的最短时间', 'At least the shortest time'], { symbol: 't' }),
        decimalField('pulses', ['输出脉冲数', 'Pulses'], null, ['试验时间内的脉冲数', 'During the test'], {
          resolution: { factor: '1', of: 'unit' },
        }),
      ],
      [{ symbol: 'tmin', label: ['最短试验时间', 'Shortest time'] }],
    ),
    fieldGroup(
      'starting',
      ['起动试验', 'Starting'],
      ['参比电压、cosφ 1.0，通以起动电流', 'At the reference voltage and cosφ 1.0'],
      [
        decimalField('current', ['起动电流', 'Starting current'], 'A', ['不大于规定的起动电流', 'At most the starting current'], {
          symbol: 'IQ',
        }),
        ...startingFields,
      ],
      [
        { symbol: 'IQ', label: ['规定的起动电流', 'Starting current'] },
        { symbol: 'tQ', label: ['起动时限', 'Starting time'] },
      ],
    ),
    rowGroup(
      'errors',
      ['基本误差', 'Intrinsic error'],
      ['每个负载点测两次，取平均值，化整后判定', 'Two measurements at each point; their mean is rounded and judged'],
      { least: 1, most: 60 },
      [current, factor, ...measurements],
      { computed },
    ),
    rowGroup(
      'single-load',
      ['不平衡负载误差', 'Error with one phase loaded'],
      ['三相电压平衡，电流只加一相', 'Balanced voltages, current in one phase only'],
      { least: 1, most: 90 },
      [
        choiceField(
          'element',
          ['加载相', 'Loaded phase'],
          ['A、B 或 C 相', 'Phase A, B or C'],
          [
            { value: 'a', label: ['A 相', 'A'] },
            { value: 'b', label: ['B 相', 'B'] },
            { value: 'c', label: ['C 相', 'C'] },
          ],
        ),
        current,
        factor,
        ...measurements,
      ],
      { computed: [...computed, { symbol: 'difference', label: ['与平衡负载误差之差', 'Difference to balanced'] }] },
    ),
    fieldGroup(
      'constant',
      ['仪表常数试验', 'Meter constant'],
      ['标准表法：计度器增量与标准表测得电能之比较', 'By a standard meter: advance of the register against the energy measured'],
      [
        decimalField('register', ['计度器增量', 'Advance of the register'], 'kWh', ['终止示值减起始示值', 'Last less first indication'], {
          symbol: 'W',
          near: 'reference',
        }),
        decimalField('reference', ['标准电能', 'Energy of the standard'], 'kWh', ['标准表测得', 'Measured by the standard meter'], {
          symbol: 'W0',
        }),
      ],
      [{ symbol: 'gamma', label: ['计度器误差', 'Error of the register'] }],
    ),
    fieldGroup(
      'clock',
      ['日计时误差', 'Clock'],
      ['连续测量的平均值', 'Mean of consecutive measurements'],
      [
        decimalField(
          'error',
          ['日计时误差', 'Error in a day'],
          's/d',
          ['时钟测试仪读数的平均值', 'Mean of the readings of the clock tester'],
          {},
        ),
      ],
    ),
  ],
};
