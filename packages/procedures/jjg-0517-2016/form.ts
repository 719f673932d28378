/** The raw record of JJG 517-2016 as a form: one for the taximeter by itself 本机, one for the taximeter in its vehicle 装车后. */
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
import { limits } from './limits.ts';

export const appearance = [
  examinedField(
    'structure',
    ['外观与结构', 'Appearance and structure'],
    ['外壳、接口、封印位置完好', 'Case, connectors and places of seals are sound'],
  ),
  examinedField('nameplate', ['铭牌', 'Nameplate'], ['内容齐全清晰', 'Complete and legible']),
  examinedField('display', ['显示屏', 'Display'], ['无缺笔划，分项显示正确', 'No segment is missing, every item is shown']),
  examinedField('hiredSwitch', ['空重车转换装置', 'For hire / hired switch'], ['转换可靠', 'Switches reliably']),
  examinedField('clock', ['永久（实时）时钟', 'Permanent (real-time) clock'], ['走时、显示正确', 'Runs and shows correctly']),
];
export const pricing = [
  examinedField('mode', ['计价模式', 'Pricing mode'], ['与当地运价一致', 'As the local tariff']),
  examinedField(
    'fare',
    ['计价功能', 'Pricing'],
    ['起步价、单价、低速计时、夜间等计费正确', 'First charge, unit price, waiting and night charges are right'],
  ),
];

const error = { symbol: 'E', label: ['误差', 'Error'] } as const;

export const form: Form = {
  instrument: instrumentGroup([
    choiceField(
      'state',
      ['检定状态', 'State'],
      ['本机：未装车的计价器；装车后：已装车的计价器', 'By itself before it is installed, or in its vehicle'],
      [
        { value: 'installed', label: ['装车后', 'In the vehicle'] },
        { value: 'bench', label: ['本机', 'By itself'] },
      ],
    ),
    decimalField('constant', ['计价器常数 k', 'Taximeter constant k'], '1/km', ['本机检定时必填', 'Needed for a taximeter by itself'], {
      symbol: 'k',
      required: [],
    }),
    decimalField(
      'crossOver',
      ['切换速度', 'Cross-over speed'],
      'km/h',
      ['运价规定的低速计时切换速度；本机检定时必填', 'Of the tariff; needed for a taximeter by itself'],
      { symbol: 'v₀', required: [] },
    ),
    textField('vehicle', ['车牌号', 'Number plate'], ['装车后填写', 'In the vehicle'], { required: [] }),
  ]),
  environment: environmentGroup({
    temperature: {},
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    fieldGroup(
      'appearance',
      ['外观与通用技术要求', 'Appearance and general requirements'],
      ['目力观察和操作', 'By eye and by hand'],
      appearance,
    ),
    fieldGroup('pricing', ['计价', 'Pricing'], ['按当地运价核对', 'Against the local tariff'], pricing),
    rowGroup(
      'installedDistance',
      ['装车后计程误差', 'Distance in the vehicle'],
      [
        'E =（计价器示值 − 实际里程）/ 实际里程；滚轮法的实际里程已按轮胎修正值修正',
        'E = (shown − actual) / actual; by rollers the actual distance includes the correction for the tyres',
      ],
      { least: 1, most: 20 },
      [
        decimalField('shown', ['计价器示值', 'Shown distance'], 'km', ['跳字瞬间的里程', 'At the moment the display steps'], {
          symbol: 'S',
        }),
        decimalField('actual', ['实际里程', 'Actual distance'], 'km', ['标准装置给出', 'By the standard'], { symbol: 'S₀', near: 'shown' }),
      ],
      {
        fields: [
          choiceField(
            'method',
            ['方法', 'Method'],
            ['滚轮测距法或行车测距法', 'By rollers or on the road'],
            [
              { value: 'roller', label: ['滚轮测距法', 'Rollers'] },
              { value: 'road', label: ['行车测距法', 'On the road'] },
            ],
          ),
        ],
        computed: [error],
      },
    ),
    rowGroup(
      'benchDistance',
      ['本机计程误差', 'Distance, by itself'],
      ['E =（Q·k − N）/ N', 'E = (Q·k − N) / N'],
      { least: 1, most: 20 },
      [
        decimalField('point', ['检定点', 'Point'], 'km', ['计价器显示的里程', 'The distance that the taximeter shows'], { symbol: 'Q' }),
        decimalField('count', ['检定装置计数值', 'Count of the device'], null, ['计价器显示该里程时', 'When the taximeter shows it'], {
          symbol: 'N',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'benchTime',
      ['本机计时误差', 'Time, by itself'],
      ['E =（计价器示值 − 秒表示值）/ 秒表示值', 'E = (shown − stopwatch) / stopwatch'],
      { least: 1, most: 20 },
      [
        decimalField('shown', ['计价器示值', 'Shown time'], 's', ['低速计时', 'Waiting time'], { symbol: 't' }),
        decimalField('actual', ['秒表示值', 'Stopwatch'], 's', ['同一时段', 'Over the same time'], { symbol: 't₀', near: 'shown' }),
      ],
      { computed: [error] },
    ),
    fieldGroup(
      'switching',
      ['切换速度及响应时间', 'Cross-over speed and response time'],
      ['计程与计时互换时的速度和延迟', 'Where distance and time take turns, and how late'],
      [
        decimalField('speed', ['实测切换速度', 'Measured speed'], 'km/h', ['由检定装置读出', 'By the device'], { symbol: 'v' }),
        decimalField('response', ['响应时间', 'Response time'], 's', ['由检定装置读出', 'By the device'], { symbol: 'τ' }),
      ],
      [error],
    ),
  ],
};
