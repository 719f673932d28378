/** The raw record of JJG 744-2004. */
import { choiceField, decimalField, environmentGroup, fieldGroup, instrumentGroup, plainChoices, rowGroup } from '../src/field.ts';
import type { Field, Form, Group } from '../src/form.ts';
import type { Text } from '../src/edition.ts';
import { limits, screens, spots, voltages } from './limits.ts';

const deviation = { symbol: 'δ', label: ['相对误差', 'Relative error'] } as const;
const error = { symbol: 'E', label: ['误差', 'Error'] } as const;

/** A group of indicated against measured values. */
const compared = (id: string, title: Text, help: Text, unit: string, computed: Group['computed']): Group =>
  rowGroup(
    id,
    title,
    help,
    { least: 1, most: 24 },
    [
      decimalField('indicated', ['示值', 'Indicated'], unit, ['控制台的设定或指示', 'Set or shown at the console']),
      decimalField('measured', ['测得值', 'Measured'], unit, ['标准器测得', 'By the standard'], { near: 'indicated' }),
    ],
    { computed },
  );

const kerma = (id: string, label: Text, unit: string): Field =>
  decimalField(id, label, unit, ['剂量计示值，已作修正', 'Of the dosimeter, corrected'], { symbol: 'K' });

export const form: Form = {
  instrument: instrumentGroup([
    decimalField('nominal', ['标称管电压', 'Nominal tube voltage'], 'kV', ['X射线管可用的最高电压', 'The highest voltage of the tube'], {
      symbol: 'U_N',
    }),
    choiceField(
      'fluoroscopy',
      ['透视方式', 'Fluoroscopy'],
      ['连续工作方式，按用途', 'Continuous mode, by its use'],
      [
        { value: 'none', label: ['无透视', 'None'] },
        { value: 'without', label: ['无影像增强器', 'Without image intensifier'] },
        { value: 'diagnostic', label: ['影像增强器，诊断用', 'Image intensifier, diagnosis'] },
        { value: 'interventional', label: ['影像增强器，介入用', 'Image intensifier, intervention'] },
      ],
    ),
    choiceField(
      'screen',
      ['影像增强器输入屏', 'Input screen'],
      ['尺寸，mm；没有影像增强器时留空', 'Size in mm; empty without intensifier'],
      plainChoices(screens),
      {
        required: [],
      },
    ),
  ]),
  environment: environmentGroup(
    {
      temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
      humidity: { least: limits.humidityLeast, most: limits.humidityMost },
    },
    [
      decimalField('pressure', ['大气压力', 'Air pressure'], 'kPa', [
        '用于剂量计的空气密度修正',
        'For the air density correction of the dosimeter',
      ]),
    ],
  ),
  readings: [
    rowGroup('kermaRate', ['空气比释动能率', 'Air kerma rate'], ['连续工作方式', 'Continuous mode'], { least: 1, most: 12 }, [
      kerma('rate', ['空气比释动能率', 'Air kerma rate'], 'mGy/min'),
    ]),
    rowGroup('quality', ['半值层', 'Half-value layer'], ['在选定管电压下测量', 'At a chosen tube voltage'], { least: 1, most: 12 }, [
      choiceField('voltage', ['管电压', 'Tube voltage'], ['kV', 'kV'], plainChoices(voltages)),
      decimalField('layer', ['半值层', 'Half-value layer'], 'mm', ['铝的厚度', 'Thickness of aluminium'], { symbol: 'HVL' }),
    ]),
    rowGroup(
      'repeatability',
      ['辐射输出的重复性', 'Repeatability of the output'],
      [
        '同一加载条件重复测量，以单次测量相对标准偏差表示',
        'Repeated under the same conditions; relative standard deviation of a single value',
      ],
      { least: Number(limits.repeatabilityRuns.value), most: 20 },
      [kerma('kerma', ['空气比释动能', 'Air kerma'], 'mGy')],
      { computed: [] },
    ),
    rowGroup(
      'linearity',
      ['辐射输出的线性', 'Linearity of the output'],
      ['管电压为标称值的 40 %～100 %，改变毫安秒', 'At 40 % to 100 % of the nominal voltage, with the current time product varied'],
      { least: 2, most: 12 },
      [
        decimalField('charge', ['电流时间积', 'Current time product'], 'mAs', ['设定值', 'As set'], { symbol: 'Q' }),
        kerma('kerma', ['空气比释动能', 'Air kerma'], 'mGy'),
      ],
      {
        fields: [decimalField('voltage', ['管电压', 'Tube voltage'], 'kV', ['测量时的管电压', 'During the test'])],
        computed: [{ symbol: 'K/Q', label: ['每毫安秒输出', 'Output per mAs'] }],
      },
    ),
    fieldGroup(
      'resolution',
      ['分辨力', 'Resolution'],
      ['与出厂指标比较；有影像增强器时与表 2 比较', 'Against the specification; with an intensifier against table 2'],
      [
        decimalField('specified', ['出厂指标', 'Specified'], null, ['线对/mm', 'lp/mm, by the maker']),
        decimalField('measured', ['测得值', 'Measured'], null, ['线对/mm', 'lp/mm, on the pattern']),
      ],
    ),
    fieldGroup(
      'lightField',
      ['辐射野与光野的一致性', 'Agreement of radiation and light field'],
      ['沿两个主轴，各边与光野相应边之偏差取绝对值', 'Along both main axes, the deviation of each edge without its sign'],
      [
        decimalField('distance', ['光野平面到焦点距离', 'Distance from the focus'], 'mm', ['SID', 'SID']),
        decimalField('left', ['横轴一边偏差', 'First axis, one edge'], 'mm', ['绝对值', 'Without its sign']),
        decimalField('right', ['横轴另一边偏差', 'First axis, other edge'], 'mm', ['绝对值', 'Without its sign']),
        decimalField('head', ['纵轴一边偏差', 'Second axis, one edge'], 'mm', ['绝对值', 'Without its sign']),
        decimalField('foot', ['纵轴另一边偏差', 'Second axis, other edge'], 'mm', ['绝对值', 'Without its sign']),
      ],
    ),
    compared('tubeVoltage', ['X射线管的电压', 'Tube voltage'], ['加载因素任意组合', 'Any combination of loading factors'], 'kV', [
      deviation,
    ]),
    compared('tubeCurrent', ['X射线管的电流', 'Tube current'], ['加载因素任意组合', 'Any combination of loading factors'], 'mA', [
      deviation,
    ]),
    rowGroup('spot', ['X射线管的焦点', 'Focal spot'], ['狭缝法或星卡法其中之一', 'By slit or by star pattern'], { least: 1, most: 4 }, [
      choiceField(
        'method',
        ['方法', 'Method'],
        ['二者选一', 'One of the two'],
        [
          { value: 'slit', label: ['狭缝法', 'Slit'] },
          { value: 'star', label: ['星卡法', 'Star pattern'] },
        ],
      ),
      choiceField('nominal', ['焦点标称值', 'Nominal value'], ['铭牌', 'On the nameplate'], plainChoices(spots)),
      decimalField('width', ['有效焦点宽', 'Width'], 'mm', ['测得值', 'As measured']),
      decimalField('length', ['有效焦点长', 'Length'], 'mm', ['测得值', 'As measured']),
    ]),
    compared('time', ['加载时间', 'Loading time'], ['MPE = ±（10 % + 1 ms）', 'MPE = ±(10 % + 1 ms)'], 'ms', [error]),
    compared('charge', ['电流时间积', 'Current time product'], ['MPE = ±（10 % + 0.2 mAs）', 'MPE = ±(10 % + 0.2 mAs)'], 'mAs', [error]),
  ],
};
