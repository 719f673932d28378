/**
 * The levels within a hierarchy scheme, as the certificates name them: classes of weights (OIML R 111-1), 等 of standards, class indices. Only what is
 * named on both sides is compared; an order of levels is data with its source, and where a scheme's official text was not at hand that is said.
 */
import type { Confidence } from '@tongheng/procedures/edition';
import { compare, parse } from '@tongheng/quantity/decimal';
import type { Text } from '../../../kernel/text.ts';
import { roleUseOf } from '../../standard/rules/role-use.ts';
import type { Node } from './graph.ts';
import { schemes, type SchemeName } from './scheme-data.ts';

export const stepVerdicts = {
  next: ['相邻一级', 'The next level'],
  ordered: ['次序相符', 'In order'],
  skipped: ['越级', 'Levels skipped'],
  turned: ['级别倒置', 'Levels turned round'],
  unknown: ['未判定', 'Not judged'],
} as const satisfies Record<string, Text>;
export type StepVerdict = keyof typeof stepVerdicts;
export const stepVerdictNames = Object.keys(stepVerdicts) as [StepVerdict, ...StepVerdict[]];

export type Step = {
  readonly verdict: StepVerdict;
  readonly scheme: SchemeName | null;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly skipped: readonly string[];
  readonly confidence: Confidence;
};

const subscripts: Readonly<Record<string, string>> = { '₁': '1', '₂': '2', '₃': '3' };
const orders: Readonly<Record<string, string>> = { 一: '1', 二: '2', 三: '3', 四: '4', 五: '5' };

/** A class as it is compared: 'F₁ 级' → 'F1', '二等' → '2等', '0.05级' → '0.05'. @example tierMark('M1 等级') // 'M1' */
export const tierMark = (text: string): string =>
  text
    .replace(/[₁₂₃]/g, (sign) => subscripts[sign] ?? sign)
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/^(?:CLASS|准确度等级:?)/, '')
    .replace(/^([一二三四五])等$/, (_, order: string) => `${orders[order] ?? order}等`)
    .replace(/(?:等级|级)$/, '');

/** The scheme of a node: of a level outside the quantity it is recorded with, of a standard what its roles use it for. */
export function schemeOf({ quantity, roles }: Pick<Node, 'quantity' | 'roles'>): SchemeName | null {
  if (quantity !== null) {
    const found = Object.entries(schemes).find(([name, { name: words }]) => [name, ...words].some((word) => word === quantity.trim()));
    return found === undefined ? null : (found[0] as SchemeName);
  }
  const found = new Set(
    roles.map((role): SchemeName | null => {
      const use = roleUseOf(role);
      if (use?.realisation === 'combined') return 'mass';
      if (use?.units[0] === 'kPa') return 'pressure';
      return use?.realisation === 'nominal' && use.units[0] === 'L' ? 'volume' : null;
    }),
  );
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

const isIndex = (mark: string): boolean => /^\d+(?:\.\d+)?$/.test(mark);
const isTop = ({ level }: Node): boolean => level === 'si' || level === 'primary';
const unknown = (scheme: SchemeName | null, lower: string | null, upper: string | null): Step => ({
  verdict: 'unknown',
  scheme,
  lower,
  upper,
  skipped: [],
  confidence: 'unknown',
});

/** How the level above stands to what was calibrated with it. What is of equal level was not calibrated from above. */
export function judgeStep(lower: Node, upper: Node): Step {
  const [own, above] = [schemeOf(lower), schemeOf(upper)];
  const scheme = own !== null && own === above ? own : null;
  const [low, high] = [lower, upper].map(({ accuracyClass }) => (accuracyClass === null ? null : tierMark(accuracyClass)));
  if (low === undefined || high === undefined || scheme === null) return unknown(own ?? above, low ?? null, high ?? null);
  const { tiers, tierConfidence } = schemes[scheme];
  const step = (verdict: StepVerdict, skipped: readonly string[] = []): Step => ({
    verdict,
    scheme,
    lower: low,
    upper: high,
    skipped,
    confidence: tierConfidence,
  });
  const place = (mark: string | null): number => (mark === null ? -1 : tiers.indexOf(mark as never));
  if (isTop(upper)) return place(low) >= 0 ? step('ordered') : unknown(scheme, low, high);
  if (isTop(lower)) return place(high) >= 0 ? step('turned') : unknown(scheme, low, high);
  if (low === null || high === null) return unknown(scheme, low, high);
  const [from, to] = [place(low), place(high)];
  if (from >= 0 && to >= 0) {
    if (to >= from) return step('turned');
    return to === from - 1 ? step('next') : step('skipped', tiers.slice(to + 1, from));
  }
  // A class index is a limit in per cent: a smaller one is above; how many levels lie between is not known.
  if (isIndex(low) && isIndex(high)) return step(compare(parse(high), parse(low)) < 0 ? 'ordered' : 'turned');
  return unknown(scheme, low, high);
}
