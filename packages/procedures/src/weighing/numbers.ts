/**
 * What the arithmetic of non-automatic weighing instruments takes from an edition. The numbers themselves stand in each edition, so that
 * a published one never changes with another.
 */
import type { Sourced } from '../edition.ts';

export type ScaleClass = 'III' | 'IIII';

/** Up to and including `upTo` × e the limit is `factor` × e. */
export type MpeBand = { readonly upTo: Sourced<string>; readonly factor: Sourced<string> };

/** Which e, and which number of intervals n = Max / e, a class allows. */
export type IntervalRow = {
  readonly class: ScaleClass;
  /** A mass; null: no bound. */
  readonly eLeast: Sourced<string>;
  readonly eMost: Sourced<string> | null;
  readonly nLeast: Sourced<string>;
  readonly nMost: Sourced<string>;
  /** Min is at least this number of e. */
  readonly minInE: Sourced<string>;
};

export type ScaleNumbers = {
  readonly mpe: Readonly<Record<ScaleClass, readonly MpeBand[]>>;
  readonly intervals: readonly IntervalRow[];
  /** A partial range of a scale with several intervals has at least this number of intervals of the next; absent where none is verified. */
  readonly partialLeast?: Readonly<Record<ScaleClass, Sourced<string>>>;
  /** The limits of an in-use inspection are this multiple of the MPE on verification. */
  readonly inUseFactor: Sourced<string>;
};

export type LoadNumbers = {
  readonly weighingLoads: Sourced<string>;
  /** In Max; the load to begin with is proposed, the least is required. */
  readonly repeatabilityLoad: Sourced<string>;
  readonly repeatabilityLoadLeast: Sourced<string>;
  readonly repeatabilityWeighings: Sourced<string>;
  /** The load off the centre is (Max + largest additive tare) divided by this, on a platform and on a tank or hopper. */
  readonly eccentricityDivisor: Sourced<string>;
  readonly eccentricityDivisorHopper: Sourced<string>;
  /** A platform with at most so many supports is loaded on that many quarters; one with N more on each support, with 1/(N − 1). */
  readonly eccentricityPositions: Sourced<string>;
};
