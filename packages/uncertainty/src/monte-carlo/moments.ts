/** Mean, standard deviation and covariance from the sums of all chunks, added in the order of the chunks (JCGM 101 7.6, JCGM 102 7.6). */
import type { Scale } from './job.ts';

export type Moments = {
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly covariance: readonly (readonly number[])[];
};

/** Compensated sum (Neumaier). */
function total(parts: readonly Float64Array[], index: number): number {
  let [sum, lost] = [0, 0];
  for (const part of parts) {
    const x = part[index] as number;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** @param parts sums of each chunk, as Tally lists them */
export function momentsOf(parts: readonly Float64Array[], scales: readonly Scale[], trials: number): Moments {
  const outputs = scales.length;
  const shifts = scales.map((_, index) => total(parts, index));
  const covariance = scales.map(() => Array.from({ length: outputs }, () => 0));
  let at = outputs;
  for (let i = 0; i < outputs; i++) {
    for (let j = i; j < outputs; j++) {
      const value = (total(parts, at++) - ((shifts[i] as number) * (shifts[j] as number)) / trials) / (trials - 1);
      (covariance[i] as number[])[j] = value;
      (covariance[j] as number[])[i] = value;
    }
  }
  return {
    means: scales.map(({ centre }, index) => centre + (shifts[index] as number) / trials),
    deviations: covariance.map((row, index) => Math.sqrt(Math.max(0, row[index] as number))),
    covariance,
  };
}
