/**
 * The hypergeometric distribution: marked pieces among those drawn from a population without putting back. Single probabilities from three
 * binomial ones (C. Loader 2000); cumulative ones by summing the smaller tail, by integration with the Euler-Maclaurin correction
 * where that tail has more than some ten thousand terms.
 */
import { exp } from '../elementary/exponential.ts';
import { log1p } from '../elementary/logarithm.ts';
import { requireCount, requireNumber } from './argument.ts';
import { binomialTermAt, productDifference } from './saddle-point.ts';
import { tailIntegral } from './tail-integral.ts';

type Urn = { readonly population: number; readonly marked: number; readonly drawn: number };

function check({ population, marked, drawn }: Urn): void {
  requireCount(population, 'population', 1);
  requireCount(marked, 'marked');
  requireCount(drawn, 'drawn');
  if (marked > population) throw new RangeError('marked: no more than the population can be marked');
  if (drawn > population) throw new RangeError('drawn: no more than the population can be drawn');
}

/** The binomial probability of `hits` among `hits + misses`, where hits - expected hits = difference. */
function binomial(hits: number, misses: number, difference: number): number {
  if (hits > 0 && misses > 0) return binomialTermAt(hits, misses, difference);
  if (misses > 0) return exp(misses * log1p(difference / misses));
  return hits > 0 ? exp(hits * log1p(-difference / hits)) : 1;
}

/** The probability of k marked ones, also of a k between whole numbers, strictly inside the support or at its ends. */
function term(k: number, difference: number, { population, marked, drawn }: Urn): number {
  const first = binomial(k, marked - k, difference);
  const second = binomial(drawn - k, population - marked - (drawn - k), -difference);
  return (first / binomial(drawn, population - drawn, 0)) * second;
}

const lowest = ({ population, marked, drawn }: Urn): number => Math.max(0, drawn - (population - marked));
const highest = ({ marked, drawn }: Urn): number => Math.min(marked, drawn);
const excessOf = (k: number, { population, marked, drawn }: Urn): number => productDifference(k, population, marked, drawn) / population;

function mass(k: number, urn: Urn): number {
  if (k < lowest(urn) || k > highest(urn)) return 0;
  return lowest(urn) === highest(urn) ? 1 : term(k, excessOf(k, urn), urn);
}

/** P(K = k), of k marked pieces among those drawn. @throws RangeError naming the argument @example hypergeometricMass(1, 10, 4, 2) // 0.53333333333333 */
export function hypergeometricMass(k: number, population: number, marked: number, drawn: number): number {
  const urn = { population, marked, drawn };
  check(urn);
  if (!Number.isSafeInteger(k)) throw new RangeError(`k: a whole number is needed, not ${k}`);
  return mass(k, urn);
}

/** Σ of the probabilities from k on, away from the mean. */
function summed(k: number, direction: 1 | -1, urn: Urn): number {
  const { population, marked, drawn } = urn;
  let value = mass(k, urn);
  let sum = 0;
  for (let at = k; value > sum * 1e-18; at += direction) {
    sum += value;
    const fewerLeft = population - marked - drawn + at;
    value *=
      direction < 0
        ? (at / (marked - at + 1)) * (fewerLeft / (drawn - at + 1))
        : ((marked - at) / (at + 1)) * ((drawn - at) / (fewerLeft + 1));
  }
  return sum;
}

/** The same as an integral from half a step before k, with the first Euler-Maclaurin term; the next is below deviation^-3. */
function integrated(k: number, direction: 1 | -1, deviation: number, urn: Urn): number {
  const edge = k - direction / 2;
  const start = excessOf(k, urn) - direction / 2;
  const [low, high] = [lowest(urn), highest(urn)];
  const density = (difference: number): number => {
    const at = edge + (difference - start);
    return at <= low || at >= high ? 0 : term(at, difference, urn);
  };
  const slope = (density(start + 0.5) - density(start - 0.5)) * direction;
  return tailIntegral(density, start, direction, Math.max(0, start * direction) / deviation, deviation) + slope / 24;
}

/** P(K ≤ k). @throws RangeError naming the argument @example hypergeometricCdf(1, 10, 4, 2) // 0.8666666666666667 */
export function hypergeometricCdf(k: number, population: number, marked: number, drawn: number): number {
  const urn = { population, marked, drawn };
  check(urn);
  requireNumber(k, 'k');
  const whole = Math.floor(k);
  if (whole < lowest(urn)) return 0;
  if (whole >= highest(urn)) return 1;
  const share = marked / population;
  const deviation = Math.sqrt(drawn * share * (1 - share) * ((population - drawn) / (population - 1)));
  const tail = (from: number, direction: 1 | -1): number =>
    deviation > 10_000 ? integrated(from, direction, deviation, urn) : summed(from, direction, urn);
  return excessOf(whole, urn) < 0 ? tail(whole, -1) : 1 - tail(whole + 1, 1);
}
