/** The raw record of JJG 539-2016 as a form. Masses of the instrument carry their unit; readings share the unit of the sheet. */
import {
  choiceField,
  decimalField,
  environmentGroup,
  fieldGroup,
  instrumentGroup,
  massField,
  plainChoices,
  rowGroup,
} from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { massUnits } from '../src/mass.ts';
import { limits } from './limits.ts';

const load = decimalField('load', ['载荷', 'Load'], 'sheet', ['加放的标准砝码质量', 'Mass of the standard weights on the scale'], {
  symbol: 'L',
});
const displayed = { factor: '1', of: 'd' };
const indication = decimalField(
  'indication',
  ['示值', 'Indication'],
  'sheet',
  ['秤显示的数值，照抄全部数位', 'What the scale shows, with all its digits'],
  {
    symbol: 'I',
    resolution: displayed,
    near: 'load',
  },
);
const added = decimalField(
  'added',
  ['附加小砝码', 'Small weights added'],
  'sheet',
  ['以 0.1 e 逐个加放，直到示值明显增加一个 e 时的总质量', 'Added in steps of 0.1 e until the indication clearly rises by one e'],
  { symbol: 'ΔL' },
);
const p = { symbol: 'P', label: ['化整前示值', 'Indication before rounding'] } as const;
const corrected = { symbol: 'Ec', label: ['修正误差', 'Corrected error'] } as const;

const instrument = instrumentGroup(
  [
    choiceField(
      'class',
      ['准确度等级', 'Accuracy class'],
      ['中准确度级 III 或普通准确度级 IIII', 'Medium III or ordinary IIII'],
      plainChoices(['III', 'IIII']),
    ),
    massField('max', ['最大秤量', 'Maximum capacity'], ['铭牌 Max', 'Max on the nameplate'], { symbol: 'Max' }),
    massField('min', ['最小秤量', 'Minimum capacity'], ['铭牌 Min', 'Min on the nameplate'], { symbol: 'Min' }),
    massField('e', ['检定分度值', 'Verification scale interval'], ['铭牌 e', 'e on the nameplate'], { symbol: 'e' }),
    massField('d', ['实际分度值', 'Actual scale interval'], ['两相邻示值之差', 'Difference of two neighbouring indications'], {
      symbol: 'd',
    }),
    massField('additiveTare', ['最大添加皮重', 'Largest additive tare'], ['没有添加皮重时留空', 'Leave empty when there is none'], {
      symbol: 'T+',
      required: [],
    }),
    decimalField('supports', ['承载器支承点数', 'Supports of the load receptor'], null, ['不超过 4 个', 'At most 4'], {
      symbol: 'N',
      resolution: { factor: '1', of: 'unit' },
      bounds: { least: limits.supportsLeast, most: limits.supportsMost },
    }),
    choiceField(
      'zeroTracking',
      ['零点跟踪', 'Zero tracking'],
      ['有零点跟踪时在 10 e 处测零点误差', 'With zero tracking the error at zero is measured at 10 e'],
      [
        { value: 'yes', label: ['有', 'Yes'] },
        { value: 'no', label: ['无', 'No'] },
      ],
    ),
  ],
  ['按铭牌填写，质量写明单位，例如“15 kg”', 'As on the nameplate; a mass has its unit, as in "15 kg"'],
);

export const form: Form = {
  instrument,
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup(
      'sheet',
      ['记录单位', 'Unit of the record'],
      ['以下所有读数共用一个单位', 'All readings below share one unit'],
      [choiceField('unit', ['单位', 'Unit'], ['与秤的显示一致', 'As the scale shows it'], plainChoices(massUnits))],
    ),
    fieldGroup(
      'zero',
      ['零点误差', 'Error at zero'],
      [
        '置零后用闪变点法，P = I + 0.5 e − ΔL，E₀ = P − L',
        'After setting to zero, by the changeover point: P = I + 0.5 e − ΔL, E₀ = P − L',
      ],
      [load, indication, added],
      [p, { symbol: 'E0', label: ['零点误差', 'Error at zero'] }],
    ),
    rowGroup(
      'repeatability',
      ['重复性', 'Repeatability'],
      ['同一载荷至少称三次，每次先回零', 'The same load at least three times, from zero each time'],
      { least: 3, most: 12 },
      [indication, added],
      { fields: [load], computed: [p] },
    ),
    rowGroup(
      'eccentricity',
      ['偏载', 'Eccentric loading'],
      [
        '载荷不小于（Max + 最大添加皮重）的 1/3，依次置于四个位置',
        'At least one third of (Max + largest additive tare), at four positions in turn',
      ],
      { least: 4, most: 4 },
      [
        choiceField(
          'position',
          ['位置', 'Position'],
          ['承载器的四个四分之一区', 'A quarter of the load receptor'],
          plainChoices(['1', '2', '3', '4']),
        ),
        indication,
        added,
      ],
      { fields: [load], computed: [p, corrected] },
    ),
    rowGroup(
      'weighing',
      ['称量', 'Weighing'],
      ['至少五个载荷，含 Min、最大允许误差改变点、½ Max、Max', 'At least five loads: Min, where the MPE changes, ½ Max and Max among them'],
      { least: 5, most: 40 },
      [load, indication, added],
      { computed: [p, corrected] },
    ),
    rowGroup(
      'discrimination',
      ['鉴别阈', 'Discrimination'],
      ['轻缓加放 1.4 d，示值至少改变 1 d', 'A load of 1.4 d put on gently changes the indication by at least 1 d'],
      { least: 3, most: 12 },
      [
        load,
        decimalField('before', ['加放前示值', 'Indication before'], 'sheet', ['加放附加载荷之前', 'Before the additional load'], {
          symbol: 'I₁',
          resolution: displayed,
          near: 'load',
        }),
        decimalField('extra', ['附加载荷', 'Additional load'], 'sheet', ['应为 1.4 d', 'Must be 1.4 d'], { symbol: '1.4 d' }),
        decimalField('after', ['加放后示值', 'Indication after'], 'sheet', ['加放附加载荷之后', 'After the additional load'], {
          symbol: 'I₂',
          resolution: displayed,
          near: 'load',
        }),
      ],
      { computed: [{ symbol: 'change', label: ['示值变化', 'Change of the indication'] }] },
    ),
  ],
};
