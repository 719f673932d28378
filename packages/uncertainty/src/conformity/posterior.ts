/**
 * What is known after a measurement, where a normal prior and a normal measurement meet (JCGM 106:2012, A.4.4): the weighted mean and its
 * standard uncertainty.
 */
export type NormalState = { readonly mean: number; readonly u: number };

/**
 * @throws RangeError unless both uncertainties are greater than 0
 * @example posterior({ mean: 1500, u: 0.12 }, { mean: 1500.1, u: 0.04 }) // { mean: 1500.09, u: 0.0379 }
 */
export function posterior(prior: NormalState, measured: NormalState): NormalState {
  if (!(prior.u > 0 && measured.u > 0)) throw new RangeError('u: both standard uncertainties must be greater than 0');
  const ratio = measured.u / prior.u;
  const share = 1 / (1 + ratio * ratio);
  return { mean: prior.mean + share * (measured.mean - prior.mean), u: measured.u * Math.sqrt(share) };
}
