/** The raw record of JJG 1204-2025 as a form. Masses of the instrument carry their unit; readings share the unit of the sheet. */
import { kinds } from '../src/edition.ts';
import { decimalField, environmentGroup, fieldGroup, instrumentGroup, rowGroup } from '../src/field.ts';
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
  tareGroup,
  zeroTrackingField,
} from '../src/weighing/columns.ts';
import { priceGroup, priceIntervalField } from '../src/weighing/price.ts';
import { identityGroups } from './identity.ts';
import { limits } from './limits.ts';

export const form: Form = {
  instrument: instrumentGroup(
    [
      ...nameplateFields({ least: limits.supportsLeast, most: limits.supportsMost }),
      zeroTrackingField,
      ...partialRangeFields,
      priceIntervalField(kinds),
    ],
    nameplateHelp,
  ),
  environment: environmentGroup({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  readings: [
    ...identityGroups,
    sheetGroup,
    fieldGroup(
      'zero',
      ['置零准确度', 'Accuracy of zero-setting'],
      ['置零后用闪变点法，P = I + 0.5 e − ΔL，E₀ = P − L', 'After setting to zero: P = I + 0.5 e − ΔL, E₀ = P − L'],
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
        '载荷不小于（Max + 最大添加皮重）的 1/3，依次置于四个位置',
        'At least 1/3 of (Max + largest additive tare), at four positions in turn',
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
      ['鉴别力', 'Discrimination'],
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
