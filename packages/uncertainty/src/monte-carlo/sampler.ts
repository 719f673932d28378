/** How an input quantity is drawn (JCGM 101 6.4, annex C), in the form that the engine reads. */
export type Sampler =
  /** centre + width · t(dof); normal for infinite dof (6.4.7, 6.4.9). */
  | { readonly kind: 'scaled'; readonly dof: number; readonly centre: number; readonly width: number }
  /** lower + width · U (6.4.2). */
  | { readonly kind: 'rectangular'; readonly lower: number; readonly width: number }
  /** lower + k1 · U + k2 · U′ (6.4.4, 6.4.5). */
  | { readonly kind: 'two-uniforms'; readonly lower: number; readonly k1: number; readonly k2: number }
  /** Limits a ± d: least = a − d, spread = 2d, sum = a + b (6.4.3). */
  | { readonly kind: 'curvilinear'; readonly least: number; readonly spread: number; readonly sum: number }
  /** centre + halfWidth · sin πU (6.4.6). */
  | { readonly kind: 'arcsine'; readonly centre: number; readonly halfWidth: number }
  /** 6.4.10. */
  | { readonly kind: 'exponential'; readonly mean: number }
  /** shift + scale · Γ(shape) (6.4.11). */
  | { readonly kind: 'gamma'; readonly shape: number; readonly scale: number; readonly shift: number }
  /** exp(mean + deviation · N). */
  | { readonly kind: 'lognormal'; readonly mean: number; readonly deviation: number }
  /** One of the values, with replacement. */
  | { readonly kind: 'samples'; readonly values: readonly number[] };

/**
 * Inputs drawn together: independent scores are correlated by the Cholesky factor, divided by √(χ²/dof) where dof is finite (a multivariate
 * t), and turned into each input's value.
 */
export type Group = {
  readonly members: readonly number[];
  /** Lower triangular, row by row. */
  readonly factor: Float64Array;
  readonly dof: number;
  readonly marginals: readonly Marginal[];
};
export type Marginal =
  | { readonly kind: 'affine'; readonly centre: number; readonly width: number }
  /** Values and slopes (per step) at equidistant scores, or at equidistant asinh of the score. */
  | {
      readonly kind: 'table';
      /** First score, and scores per unit. */
      readonly axis: Float64Array;
      readonly isWide: boolean;
      readonly nodes: Float64Array;
    };

/** Everything about the inputs that drawing needs. Inputs of a group have no sampler of their own. */
export type Sampling = { readonly samplers: readonly (Sampler | undefined)[]; readonly groups: readonly Group[] };
