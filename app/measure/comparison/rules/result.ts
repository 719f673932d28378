/** What a laboratory reports at the points of the protocol, and what is wrong with it. */
import { compare, parse, whole, type Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../../../kernel/text.ts';

export type Point = {
  /** Short name by which results refer to it, such as P1. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Digits after the decimal point that the protocol asks for. */
  readonly decimals: number;
  /** Standard deviation for assessment σ_pt; null: none is given. */
  readonly sigma: string | null;
  /** Standard uncertainty of the instability of the travelling standard; null: neglected. */
  readonly uTransfer: string | null;
};

/** As typed: decimals as text, with their zeros. */
export type Result = { readonly point: string; readonly value: string; readonly unit: string; readonly U: string; readonly k: string };

export const resultFaults = {
  'point-missing': ['缺少该测量点的结果', 'there is no result at this point'],
  'point-unknown': ['方案中没有这个测量点', 'the protocol has no such point'],
  'point-twice': ['该测量点有两个结果', 'there are two results at this point'],
  'value-form': ['测量结果不是十进制数', 'the value is not a decimal number'],
  'wrong-unit': ['单位与方案不一致', 'the unit is not that of the protocol'],
  'no-uncertainty': ['没有给出扩展不确定度', 'no expanded uncertainty is given'],
  'uncertainty-form': ['扩展不确定度不是大于零的十进制数', 'the expanded uncertainty is not a decimal number greater than zero'],
  'factor-form': ['包含因子应在 1 至 4 之间', 'the coverage factor lies between 1 and 4'],
  'too-many-digits': ['小数位数多于方案要求', 'more digits after the point than the protocol asks for'],
} as const satisfies Record<string, Text>;
export type ResultFault = keyof typeof resultFaults;
export const resultFaultNames = Object.keys(resultFaults) as [ResultFault, ...ResultFault[]];

/** Worth a look, no reason to refuse. */
export const resultRemarks = {
  'fewer-digits': ['小数位数少于方案要求', 'fewer digits after the point than the protocol asks for'],
  'uncertainty-digits': ['扩展不确定度超过两位有效数字', 'the expanded uncertainty has more than two significant digits'],
  'uncertainty-place': ['测量结果与扩展不确定度的末位不对齐', 'value and expanded uncertainty do not end at the same place'],
} as const satisfies Record<string, Text>;
export type ResultRemark = keyof typeof resultRemarks;
export const resultRemarkNames = Object.keys(resultRemarks) as [ResultRemark, ...ResultRemark[]];

export type Fault = { readonly point: string; readonly fault: ResultFault };
export type Remark = { readonly point: string; readonly remark: ResultRemark };

const decimal = (text: string): Decimal | undefined => {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
};

const significantDigits = ({ digits }: Decimal): number =>
  String(digits < 0n ? -digits : digits)
    .replace(/^0+/, '')
    .replace(/0+$/, '').length;

function faultOf(point: Point, { value, unit, U, k }: Result): ResultFault | undefined {
  const [x, expanded, factor] = [decimal(value), decimal(U), decimal(k)];
  if (x === undefined) return 'value-form';
  if (unit !== point.unit) return 'wrong-unit';
  if (U.trim() === '') return 'no-uncertainty';
  if (expanded === undefined || expanded.digits <= 0n) return 'uncertainty-form';
  if (factor === undefined || compare(factor, whole(1)) < 0 || compare(factor, whole(4)) > 0) return 'factor-form';
  return x.scale > point.decimals ? 'too-many-digits' : undefined;
}

function remarksOf(point: Point, { value, U }: Result): ResultRemark[] {
  const [x, expanded] = [parse(value), parse(U)];
  return [
    ...(x.scale < point.decimals ? (['fewer-digits'] as const) : []),
    ...(significantDigits(expanded) > 2 ? (['uncertainty-digits'] as const) : []),
    ...(x.scale === expanded.scale ? [] : (['uncertainty-place'] as const)),
  ];
}

export type CheckedResults = { readonly usable: readonly Result[]; readonly faults: readonly Fault[]; readonly remarks: readonly Remark[] };

/** Which results may be used. A point with two results has none: nobody chooses between them. */
export function checkResults(points: readonly Point[], results: readonly Result[]): CheckedResults {
  const faults: Fault[] = [];
  const remarks: Remark[] = [];
  const usable: Result[] = [];
  for (const { point } of results) if (!points.some(({ id }) => id === point)) faults.push({ point, fault: 'point-unknown' });
  for (const point of points) {
    const [first, second] = results.filter((result) => result.point === point.id);
    const fault = first === undefined ? 'point-missing' : second === undefined ? faultOf(point, first) : 'point-twice';
    if (fault !== undefined || first === undefined) faults.push({ point: point.id, fault: fault ?? 'point-missing' });
    else {
      usable.push(first);
      remarks.push(...remarksOf(point, first).map((remark) => ({ point: point.id, remark })));
    }
  }
  return { usable, faults, remarks };
}
