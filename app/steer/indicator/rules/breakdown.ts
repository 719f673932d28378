import type { PlanIndicator } from '../../plan/contract/document.ts';
import { isShare } from './value.ts';

export type Share = { readonly region: string; readonly year: number; readonly amount: number };

/** Counts add up over the counties; a share does not: every county has the city's share as its own. */
export const isAdditive = (indicator: PlanIndicator): boolean => !isShare(indicator);

export type SumCheck = {
  readonly year: number;
  readonly sum: number;
  /** The city's target, in the year in which it falls due; null in the years before. */
  readonly target: number | null;
  readonly difference: number | null;
};

/**
 * The breakdown against the city's target: the sum of a year over the regions, and in the year of the due day its difference to the target.
 * Amounts are to be reached by the end of the year, counted from the beginning; where a region has none for a year its last earlier one stands.
 */
export function checkSums(indicator: PlanIndicator, shares: readonly Share[]): SumCheck[] {
  if (!isAdditive(indicator)) return [];
  const years = [...new Set(shares.map((share) => share.year))].sort((one, other) => one - other);
  const regions = [...new Set(shares.map((share) => share.region))];
  const amountOf = (region: string, year: number): number => {
    const own = shares.filter((share) => share.region === region && share.year <= year);
    return (
      own.reduce<Share | undefined>((last, share) => (last === undefined || share.year > last.year ? share : last), undefined)?.amount ?? 0
    );
  };
  const dueYear = Number(indicator.due.slice(0, 4));
  return years.map((year) => {
    const sum = regions.reduce((total, region) => total + amountOf(region, year), 0);
    const target = year >= dueYear ? indicator.target : null;
    return { year, sum, target, difference: target === null ? null : sum - target };
  });
}
