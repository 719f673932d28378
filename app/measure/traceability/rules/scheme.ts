/**
 * Hierarchy schemes 国家计量检定系统表 (JJG 2001 and following): in which order the value of a quantity is disseminated. No official text was at
 * hand: what stands here are names and numbers with their confidence, and two rules that hold in every scheme. Ratios of a scheme are not known
 * and are not judged.
 */
import { compare, parse } from '@tongheng/quantity/decimal';
import { convert } from '@tongheng/quantity/conversion';
import type { Confidence } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';
import type { Finding, Level, Node } from './graph.ts';

export type Scheme = { readonly name: Text; readonly number: string; readonly confidence: Confidence; readonly source: string };
const known = (name: Text, number: string, confidence: Confidence): Scheme => ({
  name,
  number,
  confidence,
  source: '编者所知，未见正式文本',
});

/** By quantity; a quantity without one is recorded in other words and judged by the two general rules alone. */
export const schemes = {
  mass: known(['质量', 'Mass'], 'JJG 2053-2016', 'high'),
  pressure: known(['压力', 'Pressure'], 'JJG 2023-1989', 'medium'),
  length: known(['长度（线纹）', 'Length (line standards)'], 'JJG 2001-1987', 'medium'),
  'electric-energy': known(['交流电能', 'Electric energy (AC)'], 'JJG 2074-1990', 'medium'),
  'liquid-flow': known(['液体流量', 'Liquid flow'], 'JJG 2063-2007', 'medium'),
  'time-frequency': known(['时间频率', 'Time and frequency'], 'JJG 2007-2015', 'medium'),
} as const satisfies Record<string, Scheme>;

export type SchemeStep = { readonly lower: Node; readonly upper: Node };

/** Downwards from the SI. A calibration laboratory stands in no scheme: what it may disseminate is told by its accreditation. */
const rank: Readonly<Record<Level, number | null>> = { si: 0, primary: 1, 'public-standard': 2, 'highest-standard': 3, laboratory: null };

function isLarger(upper: NonNullable<Node['uncertainty']>, lower: NonNullable<Node['uncertainty']>): boolean {
  try {
    const { value } = convert(`${upper.value} ${upper.unit}`, lower.unit);
    return compare(parse(value), parse(lower.value)) > 0;
  } catch {
    // Units of different quantities, or one that is not known: nothing can be compared.
    return false;
  }
}

/**
 * What holds in every scheme: the value comes from above, and what was calibrated is not known better than what it was calibrated with
 * (JCGM 100: the uncertainty of the reference is part of that of the result).
 */
export function judgeScheme({ lower, upper }: SchemeStep): Finding[] {
  const at = { node: { kind: lower.kind, id: lower.id }, above: { kind: upper.kind, id: upper.id } };
  const [below, above] = [lower.level === null ? null : rank[lower.level], upper.level === null ? null : rank[upper.level]];
  const isTurned = below !== null && above !== null && above > below;
  const isWorse =
    lower.kind !== 'certificate' &&
    lower.uncertainty !== null &&
    upper.uncertainty !== null &&
    isLarger(upper.uncertainty, lower.uncertainty);
  const isOther = lower.quantity !== null && upper.quantity !== null && lower.quantity !== upper.quantity;
  return [
    ...(isOther ? [{ code: 'other-quantity' as const, ...at, detail: `${lower.quantity} ← ${upper.quantity}` }] : []),
    ...(isTurned ? [{ code: 'level-order' as const, ...at, detail: `${lower.number} ← ${upper.number}` }] : []),
    ...(isWorse
      ? [
          {
            code: 'uncertainty-ratio' as const,
            ...at,
            detail: `${upper.uncertainty?.value} ${upper.uncertainty?.unit} > ${lower.uncertainty?.value} ${lower.uncertainty?.unit}`,
          },
        ]
      : []),
  ];
}
