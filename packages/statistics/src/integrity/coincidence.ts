/** How likely rounded readings of one true value agree: the noise of a reading and the resolution decide, whatever the true value is. */
import { normalCdf } from '@tongheng/uncertainty/distribution/normal';

/** Phases of the true value between two steps that are tried for the most favourable one, or averaged. */
const phases = 16;
/** Beyond this many standard deviations a reading never falls. */
const reach = 9;

/** Probability of each step around a true value `phase` steps above step 0; noise in steps. */
export function stepProbabilities(noise: number, phase: number): { readonly first: number; readonly cumulative: readonly number[] } {
  const first = Math.floor(phase - reach * noise - 0.5);
  const last = Math.ceil(phase + reach * noise + 0.5);
  const cumulative: number[] = [];
  for (let step = first; step <= last; step += 1) cumulative.push(normalCdf((step + 0.5 - phase) / noise));
  return { first, cumulative };
}

/** The largest probability, over all true values, that two readings with this noise (in steps of the resolution) are equal. */
export function coincidence(noise: number): number {
  if (noise < 0.05) return 1;
  // Σp² of a rounded normal: from a few steps on it no longer depends on the phase.
  if (noise > 5) return 1 / (2 * Math.sqrt(Math.PI) * noise);
  let best = 0;
  for (let index = 0; index <= phases / 2; index += 1) {
    const { cumulative } = stepProbabilities(noise, index / phases);
    best = Math.max(
      best,
      cumulative.reduce((sum, value, at) => sum + (value - (cumulative[at - 1] ?? 0)) * (value - (cumulative[at - 1] ?? 0)), 0),
    );
  }
  return best;
}

/** P(range of n rounded readings = 0, 1, 2, … steps), the true value being anywhere between two steps. @param noise in steps, > 0 */
export function rangeProbabilities(n: number, noise: number): number[] {
  const widest = Math.ceil(2 * reach * noise) + 2;
  const below = new Float64Array(widest + 1);
  for (let index = 0; index < phases; index += 1) {
    const { cumulative } = stepProbabilities(noise, (index + 0.5) / phases);
    const power = (from: number, to: number): number => {
      const share =
        (cumulative[Math.min(to, cumulative.length - 1)] ?? 1) - (from < 0 ? 0 : (cumulative[Math.min(from, cumulative.length - 1)] ?? 1));
      let [result, square] = [1, share];
      for (let rest = n; rest > 0; rest >>= 1) {
        if (rest % 2 === 1) result *= square;
        square *= square;
      }
      return result;
    };
    // The smallest reading is step `least`: all within [least, least + range] and not all above it.
    for (let range = 0; range <= widest; range += 1) {
      let sum = 0;
      for (let least = 0; least < cumulative.length; least += 1) sum += power(least - 1, least + range) - power(least, least + range);
      below[range] = (below[range] ?? 0) + sum / phases;
    }
  }
  return Array.from(below, (value, range) => Math.max(0, value - (range === 0 ? 0 : (below[range - 1] ?? 0))));
}
