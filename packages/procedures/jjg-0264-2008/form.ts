/** The raw record of JJG 264-2008 as a form: the weighing device as a scale, then the same grain in this tester and in the standard. */
import {
  choiceField,
  decimalField,
  environmentGroup,
  examinedField,
  fieldGroup,
  instrumentGroup,
  rowGroup,
  textField,
} from '../src/field.ts';
import type { Form } from '../src/form.ts';
import {
  addedColumn,
  capacityFields,
  computed,
  indicationColumn,
  loadColumn,
  nameplateHelp,
  sheetGroup,
  zeroTrackingField,
} from '../src/weighing/columns.ts';
import { limits } from './limits.ts';

/** What a digest of the regulation's technical requirements names. */
export const appearance = [
  examinedField(
    'marks',
    ['标志', 'Marks'],
    [
      '产品名称、制造厂或商标、标称容量（mL）、型号规格、出厂编号',
      'Name, maker or trade mark, nominal volume in mL, model and serial number',
    ],
  ),
  examinedField(
    'surface',
    ['表面', 'Surface'],
    ['平整光滑，无裂纹、锈蚀、变形，镀层不脱落', 'Even and smooth; neither cracked, rusted nor bent; the plating is whole'],
  ),
  examinedField(
    'cylinder',
    ['容量筒', 'Measuring cylinder'],
    ['筒体与筒底连接牢固，套上中间筒和谷物筒后垂直、平稳', 'Firm on its bottom; upright and steady with the other cylinders on it'],
  ),
  examinedField('slide', ['插片', 'Slide'], ['平整光滑，插入顺畅', 'Even and smooth, and slides easily']),
  examinedField(
    'gate',
    ['漏斗门', 'Gate of the funnel'],
    ['按下扣板时自动弹出，漏斗孔完全打开', 'Springs open when released and leaves the whole opening free'],
  ),
] as const;

const indication = decimalField('indication', ['示值', 'Indication'], 'sheet', ['游砣所指的质量', 'What the poise shows'], {
  symbol: 'I',
  near: 'load',
});
const added = decimalField(
  'added',
  ['平衡小砝码', 'Small weights to balance'],
  'sheet',
  ['为恢复平衡加的小砝码，取下的为负；无需时填 0', 'Put on to balance it; negative when taken off; 0 when none'],
  { symbol: 'ΔL' },
);

export const form: Form = {
  instrument: instrumentGroup(
    [
      choiceField(
        'device',
        ['称重装置', 'Weighing device'],
        ['数字指示（电子）或杠杆', 'Digital or a weighbeam'],
        [
          { value: 'digital', label: ['数字指示', 'Digital'] },
          { value: 'beam', label: ['杠杆', 'Weighbeam'] },
        ],
      ),
      ...capacityFields,
      decimalField('volume', ['标称容量', 'Nominal volume'], 'mL', ['容量筒标称容量', 'Of the measuring cylinder'], { symbol: 'V' }),
      { ...zeroTrackingField, required: [] },
    ],
    nameplateHelp,
  ),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { most: limits.humidityMost },
  }),
  readings: [
    fieldGroup('appearance', ['外观', 'Visual inspection'], ['目测与手感检查', 'By eye and hand'], appearance),
    sheetGroup,
    fieldGroup(
      'zero',
      ['称重装置零点误差', 'Error at zero of the weighing device'],
      ['数字指示：置零后用闪变点法', 'Digital: after setting to zero, by the changeover point'],
      [loadColumn, indicationColumn, addedColumn],
      [computed.p, computed.zeroError],
    ),
    rowGroup(
      'weighing',
      ['称重装置称量（数字指示）', 'Weighing, digital device'],
      ['含 Min、最大允许误差改变点、½ Max、Max', 'Min, where the MPE changes, ½ Max and Max among them'],
      { least: 3, most: 20 },
      [loadColumn, indicationColumn, addedColumn],
      { computed: [computed.p, computed.corrected] },
    ),
    rowGroup(
      'balancing',
      ['称重装置称量（杠杆）', 'Weighing, weighbeam'],
      ['含 Min、最大允许误差改变点、½ Max、Max；P = I − ΔL，E = P − L', 'The same loads; P = I − ΔL, E = P − L'],
      { least: 3, most: 20 },
      [loadColumn, indication, added],
      { computed: [computed.balanced, computed.error] },
    ),
    rowGroup(
      'density',
      ['容重示值误差', 'Error of the test weight'],
      [
        '同一样品在标准容重器和被检容重器上交替测量，取差值的平均值',
        'The same grain in the standard tester and in this one in turn; the mean difference',
      ],
      { least: 1, most: 12 },
      [
        decimalField('standard', ['标准容重器示值', 'Standard tester'], 'g/L', ['照抄', 'As read'], { symbol: 'ρ₀' }),
        decimalField('tested', ['被检容重器示值', 'This tester'], 'g/L', ['照抄', 'As read'], { symbol: 'ρ', near: 'standard' }),
      ],
      {
        fields: [textField('sample', ['样品', 'Grain'], ['粮种', 'Its kind'])],
        computed: [{ symbol: 'Δρ', label: ['差值', 'Difference'] }],
      },
    ),
  ],
};
