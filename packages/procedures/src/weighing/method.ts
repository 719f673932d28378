/**
 * How the indication of a scale is read before it is compared with the load: by the changeover point, directly, or by balancing.
 * In all of them E = P − L, where P is what the scale would show without the rounding of its display or its rest out of balance.
 */
import { add, compare, print, subtract, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { isMultipleOf } from '@tongheng/quantity/rounding';
import { minus } from '../print.ts';
import type { Cells, Recorder } from '../rule.ts';
import { rangeAt } from './scale.ts';
import type { Scale } from './scale.ts';

export type Method<Name extends string> = {
  /** The columns that it reads. */
  readonly needs: readonly Name[];
  readonly result: (cells: Cells<Name>, scale: Scale) => Decimal;
  /** 'P = …', for the explanation; empty where the reading is the result. */
  readonly steps: (cells: Cells<Name>, scale: Scale) => string;
  /** Says what cannot have been read so. */
  readonly refuse: (cells: Cells<Name>, scale: Scale, to: Recorder) => void;
  /** Whether the error at zero, the value 'zero.E0', is taken off: Ec = E − E₀. */
  readonly corrected: boolean;
};

/** A scale with several intervals shows in each range only multiples of its own; with one the form has seen to it. */
export function refuseStep(column: string, indication: Decimal, scale: Scale, to: Recorder): void {
  if (scale.ranges.length === 1) return;
  const { e } = rangeAt(scale, indication);
  if (isMultipleOf(indication, e)) return;
  const step = print(trim(e));
  to.refuse(column, 'not-a-step', [`此处示值应为 ${step} 的整数倍`, `here an indication is a multiple of ${step}`]);
}

/**
 * Changeover point 闪变点法 of a digital indication: small weights ΔL are added until it rises by one e; P = I + 0.5 e − ΔL,
 * with the e of the range in which I lies.
 * Example: e = 5 g, I = 1000 g, ΔL = 1.5 g: P = 1001.0 g.
 */
export const changeover: Method<'indication' | 'added'> = {
  needs: ['indication', 'added'],
  result: ({ indication, added }, scale) => subtract(add(indication, rangeAt(scale, indication).halfE), added),
  steps: (cells, scale) => {
    const { e } = rangeAt(scale, cells.indication);
    return `P = ${print(cells.indication)} + 0.5 × ${print(e)} ${minus(cells.added)} = ${print(changeover.result(cells, scale))}`;
  },
  // Beyond one e the indication would have changed before.
  refuse: ({ indication, added }, scale, to) => {
    refuseStep('indication', indication, scale, to);
    const { e } = rangeAt(scale, indication);
    if (added.digits < 0n || compare(added, e) > 0)
      to.refuse('added', 'added', [
        `附加小砝码应在 0 与 e = ${print(trim(e))} 之间`,
        `the small weights lie between 0 and e = ${print(trim(e))}`,
      ]);
  },
  corrected: true,
};

/** A pointer over a scale is read directly: P = I. */
export const direct: Method<'indication'> = {
  needs: ['indication'],
  result: ({ indication }) => indication,
  steps: () => '',
  refuse: () => undefined,
  corrected: false,
};

/**
 * Balance of a steelyard: with its poises at I, small weights ΔL are put on the load receptor until it balances (negative: taken off);
 * L + ΔL balances I, so that P = I − ΔL and E = P − L.
 * Example: L = 100 kg, I = 100 kg, ΔL = 0.02 kg: E = −0.02 kg, the scale shows too little.
 */
export const balancing: Method<'indication' | 'added'> = {
  needs: ['indication', 'added'],
  result: ({ indication, added }) => subtract(indication, added),
  steps: (cells, scale) => `P = ${print(cells.indication)} ${minus(cells.added)} = ${print(balancing.result(cells, scale))}`,
  refuse: () => undefined,
  corrected: false,
};
