/**
 * How the indication of a scale is read before it is compared with the load: by the changeover point, directly, or by balancing.
 * In all of them E = P − L, where P is what the scale would show without the rounding of its display or its rest out of balance.
 */
import { add, compare, print, subtract, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { minus } from '../print.ts';
import type { Cells, Recorder } from '../rule.ts';
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

/**
 * Changeover point 闪变点法 of a digital indication: small weights ΔL are added until it rises by one e; P = I + 0.5 e − ΔL.
 * Example: e = 5 g, I = 1000 g, ΔL = 1.5 g: P = 1001.0 g.
 */
export const changeover: Method<'indication' | 'added'> = {
  needs: ['indication', 'added'],
  result: ({ indication, added }, { halfE }) => subtract(add(indication, halfE), added),
  steps: (cells, scale) =>
    `P = ${print(cells.indication)} + 0.5 × ${print(scale.e)} ${minus(cells.added)} = ${print(changeover.result(cells, scale))}`,
  // Beyond one e the indication would have changed before.
  refuse: ({ added }, { e }, to) => {
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
