/**
 * Type-1 study: one reference part, measured again and again (ISO 22514-7; VDA 5; guidelines of manufacturers):
 * Cg = (share · T) / (spread · s), Cgk = (share · T / 2 − |bias|) / (spread · s / 2). Conventions are data; they differ in what part
 * of the tolerance T a gauge may use and in how many standard deviations are its spread.
 */
import type { Text } from '../control-chart/run-rule.ts';
import { biasStudy, type BiasStudy } from './bias-study.ts';

export type TypeOneConvention = {
  readonly id: string;
  readonly title: Text;
  /** Share of the tolerance. */
  readonly share: number;
  /** Spread of the gauge in standard deviations. */
  readonly spread: number;
  readonly least: number;
  readonly source: string;
  readonly confidence: 'H' | 'M' | 'L';
  readonly confirmed: boolean;
};

export const typeOneConventions: readonly TypeOneConvention[] = [
  {
    id: '20-percent-6s',
    title: ['公差的 20 %，6s', '20 % of the tolerance, six s'],
    share: 0.2,
    spread: 6,
    least: 1.33,
    source: 'Bosch booklet 10, Capability of Measurement and Test Processes; default of statistical programs',
    confidence: 'M',
    confirmed: false,
  },
  {
    id: '20-percent-4s',
    title: ['公差的 20 %，4s', '20 % of the tolerance, four s'],
    share: 0.2,
    spread: 4,
    least: 1.33,
    source: 'ISO 22514-7 and VDA 5, as read in secondary literature',
    confidence: 'L',
    confirmed: false,
  },
  {
    id: '15-percent-6s',
    title: ['公差的 15 %，6s', '15 % of the tolerance, six s'],
    share: 0.15,
    spread: 6,
    least: 1,
    source: 'Ford EU 1880, as read in secondary literature',
    confidence: 'L',
    confirmed: false,
  },
];

export type TypeOneStudy = BiasStudy & { readonly Cg: number | null; readonly Cgk: number | null; readonly capable: boolean | null };

/** @param tolerance upper minus lower limit, greater than 0; Cg and Cgk are null when the readings do not differ */
export function typeOneStudy(
  values: readonly number[],
  reference: number,
  tolerance: number,
  { share, spread, least }: TypeOneConvention,
  level: number,
): TypeOneStudy {
  const bias = biasStudy(values, reference, 0, level);
  if (!(bias.deviation > 0)) return { ...bias, Cg: null, Cgk: null, capable: null };
  const Cg = (share * tolerance) / (spread * bias.deviation);
  const Cgk = ((share * tolerance) / 2 - Math.abs(bias.bias)) / ((spread * bias.deviation) / 2);
  return { ...bias, Cg, Cgk, capable: Cg >= least && Cgk >= least };
}
