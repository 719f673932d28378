/** The raw record of JJG 539-2016 as a form. Masses of the instrument carry their unit; readings share the unit of the sheet. */
import { decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
import type { Form } from '../src/form.ts';
import {
  addedColumn,
  computed,
  displayColumn,
  indicationColumn,
  loadColumn,
  nameplateFields,
  nameplateHelp,
  partialRangeFields,
  positionColumn,
  sheetGroup,
  tareDeviceField,
  tareGroup,
  zeroTrackingField,
} from '../src/weighing/columns.ts';
import { priceGroup, priceIntervalField } from '../src/weighing/price.ts';
import { limits } from './limits.ts';

/** What is looked at before anything is weighed (general technical requirements, by eye). */
export const appearance = [
  examinedField(
    'marks',
    ['计量法制标志与铭牌', 'Legal marks and nameplate'],
    [
      '型式批准标志和编号、名称、等级、型号、编号、Max、Min、e、d 齐全清晰',
      'Type approval mark and number, name, class, model, serial number, Max, Min, e and d are there and legible',
    ],
  ),
  examinedField(
    'display',
    ['显示分度值与铭牌一致', 'The display steps as the nameplate says'],
    ['实际显示的 d 等于铭牌 d，且 e = d', 'The step shown is the d of the nameplate, and e = d'],
  ),
  examinedField(
    'security',
    ['计量安全性', 'Metrological security'],
    [
      '不具备欺骗性使用的特征，不破坏封印不能改变计量性能',
      'Nothing serves fraud; without breaking the seal the metrological properties cannot be changed',
    ],
  ),
  examinedField('seal', ['封印', 'Seal'], ['出厂或检定封印完好有效', 'The seal of the maker or of the verification is whole and valid']),
] as const;

export const form: Form = {
  instrument: instrumentGroup(
    [
      ...nameplateFields({ least: limits.supportsLeast, most: limits.supportsMost }),
      zeroTrackingField,
      ...partialRangeFields,
      tareDeviceField,
      priceIntervalField([]),
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
      ['外观与通用技术要求', 'Visual inspection and general requirements'],
      ['目测检查，符合要求后再检定其他项目', 'By eye; only when they are met the other items are verified'],
      appearance,
    ),
    sheetGroup,
    fieldGroup(
      'zero',
      ['零点误差', 'Error at zero'],
      [
        '置零后用闪变点法，P = I + 0.5 e − ΔL，E₀ = P − L',
        'After setting to zero, by the changeover point: P = I + 0.5 e − ΔL, E₀ = P − L',
      ],
      [loadColumn, indicationColumn, addedColumn],
      [computed.p, computed.zeroError],
    ),
    tareGroup,
    rowGroup(
      'repeatability',
      ['重复性', 'Repeatability'],
      ['同一载荷至少称三次，每次先回零', 'The same load at least three times, from zero each time'],
      { least: 3, most: 12 },
      [indicationColumn, addedColumn],
      { fields: [loadColumn], computed: [computed.p] },
    ),
    rowGroup(
      'eccentricity',
      ['偏载', 'Eccentric loading'],
      [
        '载荷不小于（Max + 最大添加皮重）的 1/3（N > 4 个支承点时 1/(N − 1)，料斗 1/10），依次置于各位置',
        'At least 1/3 of (Max + largest additive tare), with N > 4 supports 1/(N − 1), on a hopper 1/10, at each position in turn',
      ],
      { least: 4, most: 4 },
      [positionColumn, indicationColumn, addedColumn],
      { fields: [loadColumn], computed: [computed.p, computed.corrected] },
    ),
    rowGroup(
      'weighing',
      ['称量', 'Weighing'],
      ['至少五个载荷，含 Min、最大允许误差改变点、½ Max、Max', 'At least five loads: Min, where the MPE changes, ½ Max and Max among them'],
      { least: 5, most: 40 },
      [loadColumn, indicationColumn, addedColumn],
      { computed: [computed.p, computed.corrected] },
    ),
    rowGroup(
      'discrimination',
      ['鉴别阈', 'Discrimination'],
      ['轻缓加放 1.4 d，示值至少改变 1 d', 'A load of 1.4 d put on gently changes the indication by at least 1 d'],
      { least: 3, most: 12 },
      [
        loadColumn,
        displayColumn('before', ['加放前示值', 'Indication before'], ['加放附加载荷之前', 'Before the additional load'], 'I₁'),
        decimalField('extra', ['附加载荷', 'Additional load'], 'sheet', ['应为 1.4 d', 'Must be 1.4 d'], { symbol: '1.4 d' }),
        displayColumn('after', ['加放后示值', 'Indication after'], ['加放附加载荷之后', 'After the additional load'], 'I₂'),
      ],
      { computed: [computed.change] },
    ),
    priceGroup,
  ],
};
