/** Capability of the readings behind a chart, as decimal text, with what speaks against trusting it. */
import { print, trim, type Decimal } from '@tongheng/quantity/decimal';
import { printRatio } from '../sample/decimal-text.ts';
import { countOf, printLength, type ExactScale } from '../sample/exact-scale.ts';
import type { Text } from '../control-chart/run-rule.ts';
import { deviationOf, mean, type SigmaEstimate } from '../control-chart/sigma-estimate.ts';
import { andersonDarling, type NormalityTest } from './anderson-darling.ts';
import { capabilityOf, indexNames, type Capability, type IndexName, type Limits } from './capability.ts';
import { middleOf, type SpecificationInput } from './specification.ts';

export type CapabilityAnswer = Readonly<Record<IndexName, string | null>> & {
  readonly interval: Readonly<Record<IndexName, readonly [string, string] | null>> & { readonly level: string };
  /** As it was given; the target is the middle of the limits where none was. */
  readonly specification: { readonly lower: string | null; readonly upper: string | null; readonly target: string | null };
  readonly sigmaWithin: string;
  readonly sigmaOverall: string;
  readonly dofWithin: string;
  readonly nonconforming: { readonly within: string | null; readonly overall: string | null };
  readonly normality: { readonly test: 'anderson-darling'; readonly statistic: string; readonly p: string } | null;
};

const orNull = <Value>(value: Value | null, print: (value: Value) => string): string | null => (value === null ? null : print(value));

const texts = {
  few: (count: number): Text => [
    `只有 ${count} 个读数：过程能力指数的置信区间很宽，通常要求不少于 100 个`,
    `only ${count} readings: the interval of a capability index is wide; 100 or more are usual`,
  ],
  notNormal: (p: string): Text => [
    `读数不像正态分布（Anderson–Darling 检验 p = ${p}）：指数与不合格品率的估计不可靠`,
    `the readings do not look normal (Anderson–Darling p = ${p}): indices and expected fractions are not reliable`,
  ],
  noSpread: [
    '读数没有差异，无法计算过程能力指数：请检查分辨力',
    'the readings do not differ, there is no capability index: look at the resolution',
  ] as Text,
};

function printed(found: Capability, level: number): Pick<CapabilityAnswer, IndexName | 'interval' | 'nonconforming'> {
  const index = {} as Record<IndexName, string | null>;
  const interval = { level: printRatio(level) } as Record<IndexName, readonly [string, string] | null> & { level: string };
  for (const name of indexNames) {
    index[name] = orNull(found.index[name], printRatio);
    const limits = found.interval[name];
    interval[name] = limits === null ? null : [printRatio(limits[0]), printRatio(limits[1])];
  }
  const { within, overall } = found.nonconforming;
  return { ...index, interval, nonconforming: { within: orNull(within, printRatio), overall: orNull(overall, printRatio) } };
}

function printedSpecification(specification: SpecificationInput): CapabilityAnswer['specification'] {
  const text = (value: Decimal | undefined): string | null => (value === undefined ? null : print(value));
  const { lower, upper, target = middleOf(specification) } = specification;
  return { lower: text(lower), upper: text(upper), target: text(target === undefined ? undefined : trim(target)) };
}

function limitsOf({ lower, upper, target }: SpecificationInput, scale: ExactScale): Limits {
  return {
    ...(lower === undefined ? {} : { lower: countOf(lower, scale) }),
    ...(upper === undefined ? {} : { upper: countOf(upper, scale) }),
    ...(target === undefined ? {} : { target: countOf(target, scale) }),
  };
}

/**
 * @param values all readings as counts of the scale
 * @param within sigma within subgroups in the same counts
 * @param level confidence level of the intervals
 */
export function measuredCapability(
  values: readonly number[],
  within: SigmaEstimate,
  specification: SpecificationInput,
  scale: ExactScale,
  level: number,
): { answer: CapabilityAnswer; warnings: readonly Text[] } {
  const overall = deviationOf(values);
  const found = capabilityOf(limitsOf(specification, scale), mean(values), within, overall, values.length, level);
  const normality = andersonDarling(values);
  return {
    answer: {
      ...printed(found, level),
      specification: printedSpecification(specification),
      sigmaWithin: printLength(within.sigma, scale),
      sigmaOverall: printLength(overall, scale),
      dofWithin: printRatio(within.dof),
      normality: normality === undefined ? null : printedTest(normality),
    },
    warnings: [
      ...(within.sigma > 0 && overall > 0 ? [] : [texts.noSpread]),
      ...(values.length < 50 ? [texts.few(values.length)] : []),
      ...(normality !== undefined && normality.p < 0.05 ? [texts.notNormal(printRatio(Number(normality.p.toPrecision(2))))] : []),
    ],
  };
}

const printedTest = ({ statistic, p }: NormalityTest): CapabilityAnswer['normality'] => ({
  test: 'anderson-darling',
  statistic: printRatio(statistic),
  p: printRatio(p),
});
