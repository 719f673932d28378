/**
 * How a checked value that has moved stands to its limit. The limit is kept by simple acceptance (JJF 1094: U ≤ ⅓ MPE is asked of the method); the guard
 * band w (JCGM 106, ILAC-G8) only sorts the cases for people and never fails an instrument.
 */
import type { CheckEffect } from '@tongheng/procedures/effect';
import type { Text } from '../../../kernel/text.ts';
import type { Form } from './impact-curve.ts';

export const triageClasses = {
  harmless: ['无影响', 'No effect'],
  doubtful: ['存疑', 'Doubtful'],
  unknown: ['无法计算', 'Cannot be calculated'],
  reverify: ['需复检', 'To be verified again'],
} as const satisfies Record<string, Text>;
export type Triage = keyof typeof triageClasses;
export const triageNames = Object.keys(triageClasses) as [Triage, ...Triage[]];

/** The graver of two. */
export const graver = (a: Triage, b: Triage): Triage => (triageNames.indexOf(a) >= triageNames.indexOf(b) ? a : b);

type Bounds = Pick<CheckEffect, 'limit' | 'lower' | 'comparison'>;

/** How far a value lies inside its bounds; negative outside. A count or a statement has none. */
export function distanceInside(value: number, { limit, lower, comparison }: Bounds): number {
  const bound = Number(limit);
  switch (comparison) {
    case 'within':
      return bound - Math.abs(value);
    case 'at-most':
      return bound - value;
    case 'at-least':
      return value - bound;
    case 'between':
      return Math.min(value - Number(lower), bound - value);
    case 'stated':
      return Number.NaN;
  }
}

/** The value as a part of its limit, for a picture: 1 is at the limit, more is outside. null where the limit is zero. */
export function shareOfLimit(value: number, bounds: Bounds): number | null {
  const { comparison, limit, lower } = bounds;
  const bound = Number(limit);
  if (comparison === 'between') {
    const [middle, half] = [(bound + Number(lower)) / 2, (bound - Number(lower)) / 2];
    return half > 0 ? Math.abs(value - middle) / half : null;
  }
  if (comparison === 'at-least') return value > 0 ? bound / value : null;
  return bound === 0 ? null : (comparison === 'within' ? Math.abs(value) : value) / Math.abs(bound);
}

export type Errors = { readonly errors: readonly number[]; readonly U: readonly number[]; readonly wrong: readonly boolean[] };

export type Shifted = {
  readonly form: Form;
  readonly shift: number;
  readonly after: number;
  /** Half the width of the guard band: U of the shift and of the measurement where stated. */
  readonly guard: number;
  readonly inside: number;
  readonly triage: Triage;
  /** The record says fail and the value, put right, is inside. */
  readonly wronglyFailed: boolean;
};

/** Binary numbers are sums of rounded products: a value within this part of its limit is taken to lie at it, which is allowed. */
const tie = 1e-9;

/** Puts a value right by a form and says where it then stands. undefined: it does not rest on a place where the standard is wrong. */
export function shiftedBy(effect: CheckEffect, form: Form, { errors, U, wrong }: Errors): Shifted | undefined {
  let [shift, spread, rests] = [0, 0, false];
  for (let index = 0; index < form.length; index += 1) {
    const coefficient = form[index] ?? 0;
    if (coefficient === 0) continue;
    shift += coefficient * (errors[index] ?? 0);
    // The correlation between the points is not known: their uncertainties are added as if all were wrong to the same side.
    spread += Math.abs(coefficient) * (U[index] ?? 0);
    rests ||= wrong[index] === true;
  }
  if (!rests) return undefined;
  const after = Number(effect.value) + shift;
  const guard = Math.hypot(spread, Number(effect.U ?? '0'));
  const raw = distanceInside(after, effect);
  const size = Math.max(Math.abs(Number(effect.limit)), Math.abs(after));
  const inside = Math.abs(raw) <= tie * size ? 0 : raw;
  const failed = effect.verdict === 'fail';
  const stands = failed ? inside < 0 && -inside > guard : inside >= guard;
  const overturned = failed ? inside >= 0 : inside < 0;
  return {
    form,
    shift,
    after,
    guard,
    inside,
    triage: stands ? 'harmless' : overturned ? 'reverify' : 'doubtful',
    wronglyFailed: failed && inside >= 0,
  };
}
