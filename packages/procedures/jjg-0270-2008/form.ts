/** The raw record of JJG 270-2008. All pressures share the unit of the scale that is verified. */
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
import type { Form } from '../src/form.ts';
import { limits, pressureUnits } from './limits.ts';

/** What a person looks at, by group. */
export const examined = {
  appearance: [
    examinedField(
      'marks',
      ['标志', 'Marks'],
      ['名称、单位、制造者、编号、制造计量器具许可标志', 'Name, unit, maker, number and mark of approval'],
    ),
    examinedField('condition', ['外观', 'Condition'], ['无影响计量性能的缺陷，刻线清晰', 'No harmful defect, clear scale marks']),
  ],
  zeroMark: [
    examinedField('pointer', ['指针在零位标志内', 'Pointer within the zero mark'], ['通大气、无臂带时观察', 'Open to air, without cuff']),
  ],
  valves: [
    examinedField('valve', ['气阀旋钮', 'Valve knob'], ['旋紧不漏气，旋松不脱落', 'Tight when closed, does not fall off when opened']),
    examinedField('nonReturn', ['回气阀', 'Non-return valve'], ['有止气作用', 'Holds the air']),
  ],
  mercury: [
    examinedField('spill', ['贮汞瓶不漏汞', 'No mercury leaks'], ['目力观察', 'By eye']),
    examinedField('bubbles', ['水银柱无翻泡', 'No bubbles in the column'], ['目力观察', 'By eye']),
  ],
  pointer: [examinedField('steady', ['指针偏转平稳', 'The pointer moves steadily'], ['无跳动和停滞', 'It neither jumps nor sticks'])],
} as const;

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'type',
      ['类型', 'Type'],
      ['水银血压计或弹性式血压表', 'Mercury column or dial'],
      [
        { value: 'mercury', label: ['水银血压计', 'Mercury column'] },
        { value: 'dial', label: ['弹性式血压表', 'Dial'] },
      ],
    ),
    choiceField(
      'unit',
      ['压力单位', 'Unit of pressure'],
      ['按检定时读取的标尺选择，限值随之选用', 'The scale on which it is read; it chooses the limits'],
      plainChoices(pressureUnits),
    ),
    decimalField('d', ['分度值', 'Scale interval'], 'sheet', ['相邻两刻线之差', 'Difference of two neighbouring marks'], { symbol: 'd' }),
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
    fieldGroup(
      'zero',
      ['零位误差（血压计）', 'Error at zero (mercury column)'],
      ['通大气、无臂带，读汞柱顶端与零位刻线之差', 'Open to air, without cuff: the top of the column against the zero mark'],
      [decimalField('reading', ['零位示值', 'Reading at zero'], 'sheet', ['高于零位为正', 'Positive above the mark'])],
    ),
    fieldGroup('zeroMark', ['零位（血压表）', 'Zero (dial)'], ['目力观察', 'By eye'], examined.zeroMark),
    fieldGroup(
      'sensitivity',
      ['血压计的灵敏度', 'Sensitivity of the mercury column'],
      [
        '升至 38 kPa（285 mmHg）后快速放气，在 32～26 kPa（240～196 mmHg）间突然关阀，观察波动幅度',
        'From 38 kPa (285 mmHg) released quickly and stopped between 32 and 26 kPa (240 and 196 mmHg)',
      ],
      [decimalField('swing', ['波动幅度', 'Swing'], 'sheet', ['汞柱停顿时的波动', 'Of the column when it is stopped'])],
    ),
    fieldGroup(
      'leak',
      ['气密性', 'Air tightness'],
      ['圈扎臂带升压至 38 kPa（285 mmHg），关阀后观察 1 min', 'With the cuff rolled up to 38 kPa (285 mmHg), then one minute'],
      [
        ...examined.valves,
        decimalField('start', ['起始压力', 'Pressure at the start'], 'sheet', ['关阀后的示值', 'After the valve is closed'], {
          symbol: 'P₁',
        }),
        decimalField('end', ['1 min 后压力', 'Pressure after 1 min'], 'sheet', ['1 min 后的示值', 'One minute later'], {
          symbol: 'P₂',
          near: 'start',
        }),
      ],
      [{ symbol: 'ΔP', label: ['压力下降值', 'Fall of pressure'] }],
    ),
    fieldGroup('mercury', ['漏汞（血压计）', 'Mercury (mercury column)'], ['目力观察', 'By eye'], examined.mercury),
    rowGroup(
      'error',
      ['示值误差', 'Error of indication'],
      [
        '升至最高点后逐点降压，静平衡后先读标准器再读被检；E = P − P₀',
        'Falling from the highest point; the standard is read first; E = P − P₀',
      ],
      { least: Number(limits.errorPoints.value), most: 30 },
      [
        decimalField('reference', ['标准压力值', 'Standard pressure'], 'sheet', ['标准器示值', 'Of the standard'], { symbol: 'P₀' }),
        decimalField('indication', ['被检示值', 'Indication'], 'sheet', ['估读到 1/5 分度', 'Estimated to a fifth of a division'], {
          symbol: 'P',
          near: 'reference',
        }),
      ],
      { computed: [{ symbol: 'E', label: ['示值误差', 'Error of indication'] }] },
    ),
    fieldGroup('pointer', ['指针偏转平稳性（血压表）', 'Movement of the pointer (dial)'], ['目力观察', 'By eye'], examined.pointer),
  ],
};
