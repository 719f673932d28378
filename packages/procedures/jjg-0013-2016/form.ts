/** The raw record of JJG 13-2016 as a form. A pointer is read directly, to a part of the interval. */
import { decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
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
    'dial',
    ['度盘与指针', 'Dial and pointer'],
    [
      '标尺标记清晰均匀，指针平直、不擦度盘、转动灵活',
      'The marks are clear and even; the pointer is straight, touches nothing and moves freely',
    ],
  ),
  examinedField(
    'mechanism',
    ['杠杆、弹簧与承载器', 'Levers, springs and load receptor'],
    ['安装牢固，无变形、裂纹，承载器不与机架相碰', 'Firm, neither bent nor cracked; the load receptor touches nothing'],
  ),
  examinedField('level', ['水平指示装置', 'Level indicator'], ['有水平指示装置的，工作正常', 'Where there is one, it works'], {
    optional: true,
  }),
  examinedField('seal', ['封印', 'Seal'], ['调整部位的封印完好有效', 'The seal of what can be adjusted is whole and valid']),
] as const;

const reading = (id: string, symbol: string, label: readonly [string, string]) =>
  decimalField(id, label, 'sheet', ['指针所指，估读到分度值的几分之一', 'Where the pointer stands, estimated to a part of the interval'], {
    symbol,
    near: 'load',
  });
const indication = reading('indication', 'I', ['示值', 'Indication']);

export const form: Form = {
  instrument: instrumentGroup(nameplateFields({ least: limits.supportsLeast, most: limits.supportsMost }), nameplateHelp),
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
    fieldGroup(
      'zero',
      ['零点误差', 'Error at zero'],
      ['置零后空载读数', 'Read without a load after setting to zero'],
      [reading('indication', 'I₀', ['空载示值', 'Indication without a load'])],
      [computed.zeroError],
    ),
    rowGroup(
      'repeatability',
      ['重复性', 'Repeatability'],
      ['同一载荷至少称三次，每次先回零', 'The same load at least three times, from zero each time'],
      { least: 3, most: 12 },
      [indication],
      { fields: [loadColumn] },
    ),
    rowGroup(
      'eccentricity',
      ['偏载', 'Eccentric loading'],
      [
        '载荷不小于（Max + 最大添加皮重）的 1/3（N > 4 个支承点时 1/(N − 1)，料斗 1/10），依次置于各位置',
        'At least 1/3 of (Max + largest additive tare), with N > 4 supports 1/(N − 1), on a hopper 1/10, at each position in turn',
      ],
      { least: 4, most: 4 },
      [positionColumn, indication],
      { fields: [loadColumn], computed: [computed.error] },
    ),
    rowGroup(
      'weighing',
      ['称量', 'Weighing'],
      ['含 Min、最大允许误差改变点、½ Max、Max；E = I − L', 'Min, where the MPE changes, ½ Max and Max among them; E = I − L'],
      { least: 3, most: 40 },
      [loadColumn, indication],
      { computed: [computed.error] },
    ),
    rowGroup(
      'discrimination',
      ['鉴别阈', 'Discrimination'],
      [
        '轻缓加放等于该载荷最大允许误差绝对值的砝码，示值改变不小于其 0.7 倍',
        'Weights equal to the MPE at the load, put on gently, move the indication by at least 0.7 times as much',
      ],
      { least: 3, most: 12 },
      [
        loadColumn,
        reading('before', 'I₁', ['加放前示值', 'Indication before']),
        decimalField('extra', ['附加载荷', 'Additional load'], 'sheet', ['等于 MPE', 'Equal to the MPE'], { symbol: 'ΔL' }),
        reading('after', 'I₂', ['加放后示值', 'Indication after']),
      ],
      { computed: [computed.change] },
    ),
  ],
};
