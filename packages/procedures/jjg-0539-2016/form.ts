/** The raw record of JJG 539-2016 as a form. Masses of the instrument carry their unit; readings share the unit of the sheet. */
import type { Kind, Text } from '../src/edition.ts';
import { kinds } from '../src/edition.ts';
import type { Choice, Field, Form, Group } from '../src/form.ts';
import { massUnits } from '../src/mass.ts';

const none: readonly Kind[] = [];
const mass = (id: string, symbol: string, label: Text, help: Text, required: readonly Kind[] = kinds): Field => ({
  id,
  symbol,
  label,
  help,
  kind: 'mass',
  unit: null,
  resolution: null,
  required,
});
const choice = (id: string, label: Text, help: Text, choices: readonly Choice[]): Field => ({
  id,
  label,
  help,
  kind: 'choice',
  unit: null,
  resolution: null,
  choices,
  required: kinds,
});
const reading = (id: string, symbol: string, label: Text, help: Text, resolution: Field['resolution']): Field => ({
  id,
  symbol,
  label,
  help,
  kind: 'decimal',
  unit: 'sheet',
  resolution,
  required: kinds,
});
const plain = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, label: [value, value] }));

const load = reading('load', 'L', ['载荷', 'Load'], ['加放的标准砝码质量', 'Mass of the standard weights on the scale'], null);
const indication = reading(
  'indication',
  'I',
  ['示值', 'Indication'],
  ['秤显示的数值，照抄全部数位', 'What the scale shows, with all its digits'],
  {
    factor: '1',
    of: 'd',
  },
);
const added = reading(
  'added',
  'ΔL',
  ['附加小砝码', 'Small weights added'],
  ['以 0.1 e 逐个加放，直到示值明显增加一个 e 时的总质量', 'Added in steps of 0.1 e until the indication clearly rises by one e'],
  { factor: '0.1', of: 'e' },
);

const instrument: Group = {
  id: 'instrument',
  title: ['计量器具参数', 'Parameters of the scale'],
  help: ['按铭牌填写，质量写明单位，例如“15 kg”', 'As on the nameplate; a mass has its unit, as in "15 kg"'],
  rows: null,
  columns: [],
  fields: [
    choice(
      'class',
      ['准确度等级', 'Accuracy class'],
      ['中准确度级 III 或普通准确度级 IIII', 'Medium III or ordinary IIII'],
      plain(['III', 'IIII']),
    ),
    mass('max', 'Max', ['最大秤量', 'Maximum capacity'], ['铭牌 Max', 'Max on the nameplate']),
    mass('min', 'Min', ['最小秤量', 'Minimum capacity'], ['铭牌 Min', 'Min on the nameplate']),
    mass('e', 'e', ['检定分度值', 'Verification scale interval'], ['铭牌 e', 'e on the nameplate']),
    mass('d', 'd', ['实际分度值', 'Actual scale interval'], ['两相邻示值之差', 'Difference of two neighbouring indications']),
    mass('additiveTare', 'T+', ['最大添加皮重', 'Largest additive tare'], ['没有添加皮重时留空', 'Leave empty when there is none'], none),
    {
      id: 'supports',
      symbol: 'N',
      label: ['承载器支承点数', 'Supports of the load receptor'],
      help: ['不超过 4 个', 'At most 4'],
      kind: 'decimal',
      unit: null,
      resolution: { factor: '1', of: 'unit' },
      required: kinds,
    },
    choice(
      'zeroTracking',
      ['零点跟踪', 'Zero tracking'],
      ['有零点跟踪时在 10 e 处测零点误差', 'With zero tracking the error at zero is measured at 10 e'],
      [
        { value: 'yes', label: ['有', 'Yes'] },
        { value: 'no', label: ['无', 'No'] },
      ],
    ),
  ],
};

const environment: Group = {
  id: 'environment',
  title: ['环境条件', 'Environment'],
  help: ['检定时的环境', 'During the verification'],
  rows: null,
  columns: [],
  fields: [
    {
      id: 'temperature',
      label: ['温度', 'Temperature'],
      help: ['检定现场的温度', 'Where the scale stands'],
      kind: 'decimal',
      unit: '°C',
      resolution: null,
      required: kinds,
    },
    {
      id: 'humidity',
      label: ['相对湿度', 'Relative humidity'],
      help: ['0 至 100', '0 to 100'],
      kind: 'decimal',
      unit: '%',
      resolution: null,
      required: kinds,
    },
  ],
};

const readings: readonly Group[] = [
  {
    id: 'sheet',
    title: ['记录单位', 'Unit of the record'],
    help: ['以下所有读数共用一个单位', 'All readings below share one unit'],
    rows: null,
    columns: [],
    fields: [choice('unit', ['单位', 'Unit'], ['与秤的显示一致', 'As the scale shows it'], plain(massUnits))],
  },
  {
    id: 'zero',
    title: ['零点误差', 'Error at zero'],
    help: [
      '置零后用闪变点法，P = I + 0.5 e − ΔL，E₀ = P − L',
      'After setting to zero, by the changeover point: P = I + 0.5 e − ΔL, E₀ = P − L',
    ],
    rows: null,
    columns: [],
    fields: [load, indication, added],
  },
  {
    id: 'repeatability',
    title: ['重复性', 'Repeatability'],
    help: ['同一载荷至少称三次，每次先回零', 'The same load at least three times, from zero each time'],
    rows: { least: 3, most: 12 },
    fields: [load],
    columns: [indication, added],
  },
  {
    id: 'eccentricity',
    title: ['偏载', 'Eccentric loading'],
    help: [
      '载荷不小于（Max + 最大添加皮重）的 1/3，依次置于四个位置',
      'At least one third of (Max + largest additive tare), at four positions in turn',
    ],
    rows: { least: 4, most: 4 },
    fields: [load],
    columns: [
      choice('position', ['位置', 'Position'], ['承载器的四个四分之一区', 'A quarter of the load receptor'], plain(['1', '2', '3', '4'])),
      indication,
      added,
    ],
  },
  {
    id: 'weighing',
    title: ['称量', 'Weighing'],
    help: [
      '至少五个载荷，含 Min、最大允许误差改变点、½ Max、Max',
      'At least five loads: Min, where the MPE changes, ½ Max and Max among them',
    ],
    rows: { least: 5, most: 40 },
    fields: [],
    columns: [load, indication, added],
  },
  {
    id: 'discrimination',
    title: ['鉴别阈', 'Discrimination'],
    help: ['轻缓加放 1.4 d，示值至少改变 1 d', 'A load of 1.4 d put on gently changes the indication by at least 1 d'],
    rows: { least: 3, most: 12 },
    fields: [],
    columns: [
      load,
      reading('before', 'I₁', ['加放前示值', 'Indication before'], ['加放附加载荷之前', 'Before the additional load'], {
        factor: '1',
        of: 'd',
      }),
      reading('extra', '1.4 d', ['附加载荷', 'Additional load'], ['应为 1.4 d', 'Must be 1.4 d'], null),
      reading('after', 'I₂', ['加放后示值', 'Indication after'], ['加放附加载荷之后', 'After the additional load'], {
        factor: '1',
        of: 'd',
      }),
    ],
  },
];

export const form: Form = { instrument, environment, readings };
