import { parse, print, whole } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Text } from '../../../kernel/text.ts';
import type { PlanIndicator } from '../../plan/contract/document.ts';

/**
 * A figure is kept as an exact fraction: a count is over 1, a share is over its base. `null`: nothing is recorded, which is never zero.
 */
export type Fraction = { readonly numerator: number; readonly denominator: number };

export const isShare = (indicator: Pick<PlanIndicator, 'counting'>): boolean =>
  indicator.counting.rule === 'catalogueCoverage' || indicator.counting.rule === 'demandServed';

export const count = (numerator: number): Fraction => ({ numerator, denominator: 1 });
/** A share of nothing is not a share. */
export const share = (numerator: number, denominator: number): Fraction | null => (denominator === 0 ? null : { numerator, denominator });

/** Whether the figure reaches the target, compared exactly and not after rounding: 18999/20000 is below 95 %. */
export function reaches(value: Fraction, indicator: Pick<PlanIndicator, 'counting' | 'target'>): boolean {
  const scale = isShare(indicator) ? 100 : 1;
  return value.numerator * scale >= indicator.target * value.denominator;
}

/**
 * The number that is shown: counts as they are, shares in percent rounded to 0.01 by GB/T 8170.
 *
 * @example toNumber({ numerator: 1, denominator: 3 }, true) // 33.33
 */
export function toNumber(value: Fraction, inPercent: boolean): number {
  if (!inPercent) return value.numerator;
  return Number(print(roundQuotient(whole(value.numerator * 100), whole(value.denominator), parse('0.01'))));
}

/** How much of a figure rests on what: cells on the document itself, entries on opening stock or on records. */
export type Basis = { readonly document: number; readonly opening: number; readonly records: number };
export const noBasis: Basis = { document: 0, opening: 0, records: 0 };

/** The basis in words. @example basisText({ document: 62, opening: 0, records: 3 }, '2023-08')[1] // '62 from the document (2023-08), 3 from records' */
export function basisText(basis: Basis, baseline: string): Text {
  const parts: Text[] = [];
  if (basis.document > 0) parts.push([`文件基期（${baseline}）${basis.document}`, `${basis.document} from the document (${baseline})`]);
  if (basis.opening > 0) parts.push([`存量建账${basis.opening}`, `${basis.opening} from opening stock`]);
  if (basis.records > 0) parts.push([`记录${basis.records}`, `${basis.records} from records`]);
  return parts.length === 0
    ? ['已接入记录，无一计入', 'records are connected, none counts']
    : [parts.map(([zh]) => zh).join('、'), parts.map(([, en]) => en).join(', ')];
}
