/** Ranges, and how good a measurement standard is over them: decimal text with legal units, checked before anything is kept. */
import { compare, DecimalError, parse } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { compatible, legalStatus, parseUnit, sameDimension, unitOne, type Unit } from '@tongheng/quantity/unit';
import type { Text } from '../../../kernel/text.ts';
import { isPositiveDecimal, type Quality } from '../../standard/rules.ts';

export type Characteristic = {
  readonly parameter: string;
  readonly low: string | null;
  readonly high: string | null;
  readonly unit: string;
  readonly quality: Quality;
  readonly value: string | null;
  readonly valueUnit: string | null;
  readonly coverageFactor: string | null;
  readonly accuracyClass: string | null;
};
export type Gap = { readonly field: string; readonly text: Text };

/** Quantities whose unit is known: a range of mass in pascal is refused. Other words only need a unit that can be read. */
const quantityUnits: readonly (readonly [words: readonly string[], unit: string])[] = [
  [['质量', '称量', 'mass'], 'kg'],
  [['长度', '直径', '位移', 'length'], 'm'],
  [['角度', 'angle'], 'rad'],
  [['温度', 'temperature'], 'K'],
  [['压力', '压强', '血压', '真空', 'pressure'], 'Pa'],
  [['力值', 'force'], 'N'],
  [['扭矩', '转矩', 'torque'], 'N·m'],
  [['容量', '体积', 'volume'], 'm³'],
  [['体积流量', '流量', 'flow'], 'm³/h'],
  [['密度', 'density'], 'kg/m³'],
  [['时间', 'time'], 's'],
  [['频率', 'frequency'], 'Hz'],
  [['电压', 'voltage'], 'V'],
  [['电流', 'current'], 'A'],
  [['电阻', 'resistance'], 'Ω'],
  [['电容', 'capacitance'], 'F'],
  [['电感', 'inductance'], 'H'],
  [['功率', 'power'], 'W'],
  [['电能', 'energy'], 'J'],
  [['光照度', '照度', 'illuminance'], 'lx'],
];

function readUnit(text: string): Unit | undefined {
  try {
    return parseUnit(text);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function isDecimal(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch (error) {
    if (error instanceof DecimalError) return false;
    throw error;
  }
}

const expectedUnit = (parameter: string): string | undefined =>
  quantityUnits.find(([words]) => words.some((word) => parameter.toLowerCase() === word))?.[1];

/** What is wrong with a unit for a quantity; undefined where it fits. */
export function unitGap(field: string, unitText: string, parameter: string): Gap | undefined {
  const unit = readUnit(unitText);
  if (unit === undefined) return { field, text: [`“${unitText}”不是可识别的单位`, `“${unitText}” is not a unit that can be read`] };
  const expected = expectedUnit(parameter);
  if (expected !== undefined && !sameDimension(unit, parseUnit(expected)))
    return {
      field,
      text: [
        `${parameter}的单位应与 ${expected} 同量纲，不是 ${unitText}`,
        `${parameter} is measured in a unit such as ${expected}, not ${unitText}`,
      ],
    };
  // 血压 may be given in mmHg beside kPa (domain practice); any other unit outside the law is refused.
  if (legalStatus(unit)?.status === 'not-legal' && unitText !== 'mmHg')
    return { field, text: [`${unitText} 不是法定计量单位`, `${unitText} is not a legal unit`] };
  return undefined;
}

/** Limits of a range or a requirement: at least one, decimals, in order. */
export function limitGaps(low: string | null, high: string | null): Gap[] {
  const number: Text = ['应为十进制数', 'a decimal is expected'];
  const wrong = [
    ...(low !== null && !isDecimal(low) ? [{ field: 'low', text: number }] : []),
    ...(high !== null && !isDecimal(high) ? [{ field: 'high', text: number }] : []),
  ];
  if (wrong.length > 0) return wrong;
  if (low === null && high === null) return [{ field: 'low', text: ['上限与下限至少填写一个', 'give at least one of the limits'] }];
  return low !== null && high !== null && compare(parse(low), parse(high)) > 0
    ? [{ field: 'high', text: ['小于下限', 'below the lower limit'] }]
    : [];
}

/** What a range lacks, by field. Uncertainty is given in the unit of the range or relative to it. */
export function characteristicGaps(range: Characteristic): Gap[] {
  const { parameter, low, high, unit, quality, value, valueUnit, coverageFactor, accuracyClass } = range;
  const positive: Text = ['应为大于零的十进制数', 'a decimal above zero is expected'];
  const gaps: Gap[] = [...limitGaps(low, high)];
  const unitFault = unitGap('unit', unit, parameter);
  if (unitFault !== undefined) gaps.push(unitFault);
  if (quality === 'class') {
    if (accuracyClass === null) gaps.push({ field: 'accuracyClass', text: ['未填写等级', 'the class is missing'] });
    return gaps;
  }
  if (value === null || !isPositiveDecimal(value)) gaps.push({ field: 'value', text: positive });
  if (quality === 'uncertainty' && (coverageFactor === null || !isPositiveDecimal(coverageFactor)))
    gaps.push({ field: 'coverageFactor', text: ['未填写包含因子 k', 'the coverage factor k is missing'] });
  if (valueUnit === null) return [...gaps, { field: 'valueUnit', text: ['未填写单位', 'the unit is missing'] }];
  const [own, other] = [readUnit(valueUnit), readUnit(unit)];
  if (own === undefined)
    gaps.push({ field: 'valueUnit', text: [`“${valueUnit}”不是可识别的单位`, `“${valueUnit}” is not a unit that can be read`] });
  else if (other !== undefined && unitFault === undefined && !compatible(own, other) && !sameDimension(own, unitOne))
    gaps.push({ field: 'valueUnit', text: [`应为 ${unit} 的同类单位或相对量（%）`, `a unit like ${unit}, or a relative one (%)`] });
  return gaps;
}

/** Whether readings lie within limits, all in one unit. */
export const liesWithin = (lowest: string, highest: string, low: string | null, high: string | null): boolean =>
  (low === null || compare(parse(lowest), parse(low)) >= 0) && (high === null || compare(parse(highest), parse(high)) <= 0);

/** What readings lack. */
export function readingGaps(lowest: string, highest: string): Gap[] {
  const number: Text = ['应为十进制数', 'a decimal is expected'];
  const wrong = [
    ...(isDecimal(lowest) ? [] : [{ field: 'lowest', text: number }]),
    ...(isDecimal(highest) ? [] : [{ field: 'highest', text: number }]),
  ];
  if (wrong.length > 0) return wrong;
  return compare(parse(lowest), parse(highest)) > 0 ? [{ field: 'highest', text: ['小于最低值', 'below the lowest'] }] : [];
}

/** A range with its quality in one line. @example printRange({ parameter: '质量', low: '1', high: '500', unit: 'mg', … }) // '(1～500) mg' */
export function printRange({ low, high, unit }: Pick<Characteristic, 'low' | 'high' | 'unit'>): string {
  if (low === null) return `≤ ${high ?? ''} ${unit}`;
  if (high === null) return `≥ ${low} ${unit}`;
  return low === high ? `${low} ${unit}` : `(${low}～${high}) ${unit}`;
}
export function printQuality(range: Pick<Characteristic, 'quality' | 'value' | 'valueUnit' | 'coverageFactor' | 'accuracyClass'>): string {
  const { quality, value, valueUnit, coverageFactor, accuracyClass } = range;
  if (quality === 'class') return accuracyClass ?? '';
  const written = `${value ?? ''} ${valueUnit ?? ''}`.trim();
  return quality === 'mpe' ? `MPE ±${written}` : `U = ${written}${coverageFactor === null ? '' : ` (k = ${coverageFactor})`}`;
}
