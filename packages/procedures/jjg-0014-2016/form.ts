/** The raw record of JJG 14-2016 as a form. The poises are set, and small weights bring the beam into balance. */
import {
  decimalField,
  environmentGroup,
  examinedField,
  fieldGroup,
  instrumentGroup,
  massField,
  rowGroup,
  textField,
} from '../src/field.ts';
import type { Form } from '../src/form.ts';
import { computed, loadColumn, nameplateFields, nameplateHelp, positionColumn, sheetGroup } from '../src/weighing/columns.ts';
import { limits } from './limits.ts';

/** What is looked at before anything is weighed. */
export const appearance = [
  examinedField(
    'marks',
    ['计量法制标志与铭牌', 'Legal marks and nameplate'],
    [
      '型式批准标志和编号、名称、等级、型号、编号、Max、Min、e 齐全清晰',
      'Type approval mark and number, name, class, model, serial number, Max, Min and e are there and legible',
    ],
  ),
  examinedField(
    'beam',
    ['计量杠杆与标尺', 'Weighbeam and its scale'],
    ['标尺标记清晰，游砣移动灵活、定位可靠', 'The marks are clear; the poise moves freely and rests where it is set'],
  ),
  examinedField(
    'counterpoises',
    ['增砣', 'Counterpoises'],
    ['数量齐全、标称值清晰、无缺损，与本秤臂比一致', 'All there, marked, undamaged, and of the lever ratio of this scale'],
  ),
  examinedField(
    'mechanism',
    ['刀刃、刀承与承载器', 'Knife-edges, bearings and load receptor'],
    ['接触良好，无锈蚀、缺损，摆动灵活', 'In contact, neither rusted nor damaged, and swinging freely'],
  ),
  examinedField('seal', ['封印', 'Seal'], ['调整部位的封印完好有效', 'The seal of what can be adjusted is whole and valid']),
] as const;

/** What is looked at with nothing on the scale. */
export const balance = [
  examinedField(
    'balanced',
    ['空秤平衡', 'Balance without a load'],
    [
      '游砣在零位，空载时计量杠杆能调到平衡并自由摆动',
      'With the poise at zero the empty scale can be brought into balance and swings freely',
    ],
  ),
] as const;

const indication = decimalField(
  'indication',
  ['示值', 'Indication'],
  'sheet',
  ['游砣所指与增砣代表的质量之和', 'What the poise shows and what the counterpoises stand for, together'],
  { symbol: 'I', near: 'load' },
);
const added = decimalField(
  'added',
  ['平衡小砝码', 'Small weights to balance'],
  'sheet',
  [
    '为恢复平衡加在承载器上的小砝码，取下的为负；无需时填 0',
    'Put on the load receptor to balance it; negative when taken off; 0 when none',
  ],
  { symbol: 'ΔL' },
);

export const form: Form = {
  instrument: instrumentGroup(
    [
      ...nameplateFields({ least: limits.supportsLeast, most: limits.supportsMost }),
      massField(
        'beamMax',
        ['标尺最大量值', 'Capacity of the weighbeam'],
        ['不用增砣时的最大示值，无标尺时留空', 'The largest indication without a counterpoise'],
        {
          required: [],
        },
      ),
    ],
    nameplateHelp,
  ),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup(
      'appearance',
      ['外观', 'Visual inspection'],
      ['目测与手感检查，符合要求后再检定其他项目', 'By eye and hand; only when they are met the other items are verified'],
      appearance,
    ),
    sheetGroup,
    fieldGroup('balance', ['零点', 'Zero'], ['空秤检查', 'Without a load'], balance),
    rowGroup(
      'sensitivity',
      ['灵敏度', 'Sensitivity'],
      [
        '平衡后加放等于该载荷最大允许误差绝对值的砝码，示准器静止点的改变量不小于 2 mm（Max ≤ 30 kg）或 5 mm',
        'In balance, weights equal to the MPE at the load move the rest point of the beam by at least 2 mm (Max ≤ 30 kg) or 5 mm',
      ],
      { least: 2, most: 12 },
      [
        loadColumn,
        decimalField('extra', ['附加载荷', 'Extra load'], 'sheet', ['等于 MPE', 'Equal to the MPE'], { symbol: 'ΔL' }),
        decimalField(
          'displacement',
          ['静止点改变量', 'Displacement of the rest point'],
          'mm',
          ['加放后的持久位移', 'The lasting displacement'],
          {
            symbol: 's',
          },
        ),
      ],
    ),
    rowGroup(
      'repeatability',
      ['重复性', 'Repeatability'],
      ['同一载荷至少称三次，每次先回零', 'The same load at least three times, from zero each time'],
      { least: 3, most: 12 },
      [indication, added],
      { fields: [loadColumn], computed: [computed.balanced] },
    ),
    rowGroup(
      'eccentricity',
      ['偏载', 'Eccentric loading'],
      [
        '载荷不小于（Max + 最大添加皮重）的 1/3（N > 4 个支承点时 1/(N − 1)，料斗 1/10），依次置于各位置',
        'At least 1/3 of (Max + largest additive tare), with N > 4 supports 1/(N − 1), on a hopper 1/10, at each position in turn',
      ],
      { least: 4, most: 4 },
      [positionColumn, indication, added],
      { fields: [loadColumn], computed: [computed.balanced, computed.error] },
    ),
    rowGroup(
      'weighing',
      ['称量', 'Weighing'],
      [
        '含 Min、最大允许误差改变点、½ Max、Max；P = I − ΔL，E = P − L',
        'Min, where the MPE changes, ½ Max and Max among them; P = I − ΔL, E = P − L',
      ],
      { least: 3, most: 40 },
      [
        loadColumn,
        textField('counterpoises', ['所用增砣', 'Counterpoises used'], ['增砣及其编号', 'Which of them'], { required: [] }),
        indication,
        added,
      ],
      { computed: [computed.balanced, computed.error] },
    ),
  ],
};
