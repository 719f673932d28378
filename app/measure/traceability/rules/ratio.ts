/**
 * How large what the level above states is beside what is stated of what was calibrated with it. The figure is always shown where both are of one
 * quantity; it is judged only where a source asks for a ratio.
 */
import type { Confidence } from '@tongheng/procedures/edition';
import { parse } from '@tongheng/quantity/decimal';
import { compare, divide, fromDecimal, rational, toNumber, type Rational } from '@tongheng/quantity/rational';
import { amountIn } from '../../standard/rules/range.ts';
import type { Node } from './graph.ts';

export type RatioKind = 'U/U' | 'U/MPE' | 'MPE/U' | 'MPE/MPE';
export const ratioKindNames = ['U/U', 'U/MPE', 'MPE/U', 'MPE/MPE'] as const;
export const ratioVerdictNames = ['met', 'not-met', 'not-judged'] as const;
export type RatioVerdict = (typeof ratioVerdictNames)[number];

export type Ratio = {
  readonly kind: RatioKind;
  /** Upper divided by lower, decimal text of two figures. */
  readonly figure: string;
  readonly limit: string | null;
  readonly source: string | null;
  readonly confidence: Confidence;
  readonly verdict: RatioVerdict;
  /** Both as they are stated. */
  readonly detail: string;
};

type Demand = { readonly limit: string; readonly value: Rational; readonly source: string; readonly confidence: Confidence };
/** Clauses are not cited: the official texts were not at hand. */
const demands: Partial<Record<RatioKind, Demand>> = {
  'U/MPE': { limit: '1/3', value: rational(1, 3n), source: 'JJF 1094-2002', confidence: 'high' },
  'U/U': { limit: '1', value: rational(1), source: 'JCGM 100:2008', confidence: 'high' },
};

type Stated = { readonly kind: 'U' | 'MPE'; readonly value: string; readonly unit: string; readonly k: string | null };
const statedOf = ({ uncertainty, limit }: Node): Stated | undefined =>
  uncertainty !== null ? { kind: 'U', ...uncertainty } : limit === null ? undefined : { kind: 'MPE', ...limit, k: null };

const twoFigures = (value: Rational): string => {
  const figure = Number(toNumber(value).toPrecision(2));
  const text = String(figure);
  return text.includes('e') ? figure.toFixed(12).replace(/0+$/, '') : text;
};
/** U for k = 2, or stated without k, is what the sources mean. */
const isUsual = ({ kind, k }: Stated): boolean => kind !== 'U' || k === null || Number(k) === 2;
const print = ({ kind, value, unit, k }: Stated): string =>
  kind === 'U' ? `U = ${value} ${unit}${k === null ? '' : ` (k = ${k})`}` : `MPE ±${value} ${unit}`;

/** undefined where one of them states nothing, or another quantity. */
export function ratioOf(lower: Node, upper: Node): Ratio | undefined {
  const [own, above] = [statedOf(lower), statedOf(upper)];
  if (own === undefined || above === undefined) return undefined;
  const converted = amountIn(above, own.unit);
  if (converted === undefined) return undefined;
  const [top, bottom] = [fromDecimal(parse(converted)), fromDecimal(parse(own.value))];
  if (bottom.top <= 0n || top.top < 0n) return undefined;
  const figure = divide(top, bottom);
  const kind: RatioKind = `${above.kind}/${own.kind}`;
  const demand = demands[kind];
  const isJudged = demand !== undefined && ((isUsual(own) && isUsual(above)) || own.k === above.k);
  return {
    kind,
    figure: twoFigures(figure),
    limit: demand?.limit ?? null,
    source: demand?.source ?? null,
    confidence: demand?.confidence ?? 'unknown',
    verdict: !isJudged ? 'not-judged' : compare(figure, demand.value) <= 0 ? 'met' : 'not-met',
    detail: `${print(above)} / ${print(own)}`,
  };
}
