/**
 * Hierarchy schemes 国家计量检定系统表 (JJG 2001 and following) as data: names and numbers with their confidence, and the order of levels as far as
 * it is known. No official text was at hand. An empty list of tiers: the order is not known, and no level is judged.
 */
import type { Confidence } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';

export type Scheme = {
  readonly name: Text;
  readonly number: string;
  readonly confidence: Confidence;
  readonly source: string;
  /** Below the primary standard, downwards, as `tierMark` writes them; each was calibrated with the one before it. */
  readonly tiers: readonly string[];
  readonly tierConfidence: Confidence;
  readonly tierSource: string | null;
};

const unseen = '编者所知，未见正式文本';
const known = (name: Text, number: string, confidence: Confidence): Scheme => ({
  name,
  number,
  confidence,
  source: unseen,
  tiers: [],
  tierConfidence: 'unknown',
  tierSource: null,
});
const tiered = (scheme: Scheme, tiers: readonly string[], tierConfidence: Confidence, tierSource: string): Scheme => ({
  ...scheme,
  tiers,
  tierConfidence,
  tierSource,
});

const schemeData = {
  mass: tiered(
    known(['质量', 'Mass'], 'JJG 2053-2016', 'high'),
    ['E1', 'E2', 'F1', 'F2', 'M1', 'M2', 'M3'],
    'high',
    'OIML R 111-1:2004 与 JJG 99 的砝码准确度等级次序；检定系统表的级数未见正式文本',
  ),
  pressure: tiered(known(['压力', 'Pressure'], 'JJG 2023-1989', 'medium'), ['1等', '2等', '3等'], 'medium', unseen),
  volume: tiered(
    known(['容量', 'Volume'], 'JJG 2024-1989', 'low'),
    ['1等', '2等'],
    'medium',
    'JJG 259 标准金属量器的等；编者所知，未见正式文本',
  ),
  length: known(['长度（线纹）', 'Length (line standards)'], 'JJG 2001-1987', 'medium'),
  'electric-energy': known(['交流电能', 'Electric energy (AC)'], 'JJG 2074-1990', 'medium'),
  'liquid-flow': known(['液体流量', 'Liquid flow'], 'JJG 2063-2007', 'medium'),
  'time-frequency': known(['时间频率', 'Time and frequency'], 'JJG 2007-2015', 'medium'),
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof schemeData;
/** By quantity; a quantity without one is recorded in other words and judged by the general rules alone. */
export const schemes: Readonly<Record<SchemeName, Scheme>> = schemeData;
export const schemeNames = Object.keys(schemeData) as [SchemeName, ...SchemeName[]];
