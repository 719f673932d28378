/**
 * Repeatability test of a measurement standard (检定或校准结果的重复性试验), JJF 1033-2023: n ≥ 10 readings of a usual instrument under conditions
 * of repeatability, s = √(Σ(yᵢ − ȳ)²/(n − 1)). A repeated test passes when its s is not above the one that the uncertainty was evaluated
 * with; otherwise the uncertainty is evaluated again. Where ten readings cannot be taken, groups are pooled.
 */
import { print, multiply, trim } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { compareFractions, exactSample, printMean, variance } from '../sample/exact-sample.ts';
import { readList } from '../sample/read-input.ts';
import { fractionOf, significantRoot, type Fraction } from '../sample/rounded-root.ts';
import { meanDecimals, readOptional, readReadings, significantDigits, type StandardAnswer, type Text } from './answer.ts';

const clause: Text = ['JJF 1033-2023 重复性试验', 'JJF 1033-2023, repeatability test'];
const fewest = 10;

export type Repeatability = StandardAnswer & { readonly n: number; readonly mean: string | null };

export type RepeatabilityInput = {
  /** At least ten, in one unit. */
  readonly readings: unknown;
  /** The s of the technical report; without it nothing is judged. */
  readonly reported?: unknown;
};

function judge(squared: Fraction, reported: unknown): Pick<StandardAnswer, 'value' | 'limit' | 'ok' | 'clause' | 'confidence'> {
  const limit = readOptional(reported, 'reported');
  return {
    value: print(significantRoot(squared, significantDigits)),
    limit: limit === null ? null : print(trim(limit)),
    ok: limit === null ? null : compareFractions(squared, fractionOf(multiply(limit, limit))) <= 0,
    clause,
    confidence: 'H',
  };
}

/**
 * s of at least ten readings, to five significant digits. Throws InvalidInput for fewer readings or for what is no number.
 * @example repeatability({ readings: ['10.0012', '10.0015', …], reported: '0.00016' }).ok
 */
export function repeatability({ readings, reported }: RepeatabilityInput): Repeatability {
  const values = readReadings(readings, 'readings');
  const sample = exactSample(values);
  const squared = variance(sample);
  if (squared === undefined || values.length < fewest) {
    throw new InvalidInput('readings', [
      `重复性试验至少需要 ${fewest} 个读数，现有 ${values.length} 个`,
      `a repeatability test takes at least ${fewest} readings, these are ${values.length}`,
    ]);
  }
  return { ...judge(squared, reported), n: values.length, mean: printMean(sample, meanDecimals(values)) };
}

export type PooledInput = { readonly groups: unknown; readonly reported?: unknown };

/**
 * The pooled s of several groups, each with two readings or more: √(Σ(nⱼ − 1)sⱼ²/Σ(nⱼ − 1)), for tests with fewer than ten readings each.
 * Throws InvalidInput when the groups have fewer than nine degrees of freedom together.
 * @example pooledRepeatability({ groups: [['1.1', '1.2', …], ['2.0', …]] }).value
 */
export function pooledRepeatability({ groups, reported }: PooledInput): Repeatability {
  const samples = readList(groups, 'groups', 1000).map((group, index) => exactSample(readReadings(group, `groups[${index}]`)));
  let [pooled, freedom]: [Fraction, bigint] = [{ top: 0n, bottom: 1n }, 0n];
  for (const [index, sample] of samples.entries()) {
    const squared = variance(sample);
    if (squared === undefined) throw new InvalidInput(`groups[${index}]`, ['每组至少需要 2 个读数', 'a group takes at least 2 readings']);
    const weight = BigInt(sample.n - 1);
    pooled = { top: pooled.top * squared.bottom + weight * squared.top * pooled.bottom, bottom: pooled.bottom * squared.bottom };
    freedom += weight;
  }
  if (freedom < BigInt(fewest - 1)) {
    throw new InvalidInput('groups', [
      `合并后的自由度至少为 ${fewest - 1}，现为 ${freedom}`,
      `pooled degrees of freedom are at least ${fewest - 1}, these are ${freedom}`,
    ]);
  }
  const n = samples.reduce((sum, sample) => sum + sample.n, 0);
  return { ...judge({ top: pooled.top, bottom: pooled.bottom * freedom }, reported), n, mean: null, confidence: 'M' };
}
