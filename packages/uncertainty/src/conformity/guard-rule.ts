/**
 * Guard bands by name: how far the acceptance limit is drawn inside the tolerance limit, as a multiple of the expanded uncertainty U, or as
 * the share of the tolerance that is left for a test uncertainty ratio TUR = (T/2) / U.
 */
import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';

export type GuardRule = {
  /** w / U as decimal text; negative where the acceptance interval is wider than the tolerance interval. */
  readonly factor: string;
  readonly source: string;
  readonly text: readonly [zh: string, en: string];
  /** How sure the figure is: H read or derived, M from a second source. */
  readonly confidence: 'H' | 'M' | 'L';
  /** Whether a person compared it with the official text. */
  readonly confirmed: boolean;
};

const table = 'ILAC-G8:09/2019, Table 1';

/** Rules of the form w = r U (JCGM 106:2012, 8.3.2.3), for U with a coverage probability of about 95 %. */
export const guardRules: Readonly<Record<string, GuardRule>> = {
  'ilac-g8': {
    factor: '1',
    source: `${table} (ILAC-G8:2009)`,
    text: ['w = U，误接受概率小于 2.5 %', 'w = U, false acceptance below 2.5 %'],
    confidence: 'M',
    confirmed: false,
  },
  'iso-14253-1': {
    factor: '1',
    source: 'ISO 14253-1, as cited in JCGM 106:2012, 8.3.2.3',
    text: ['w = U = 2u，误接受概率不超过 2.3 %', 'w = U = 2u, false acceptance at most 2.3 %'],
    confidence: 'H',
    confirmed: false,
  },
  'iso-14253-1:2017': {
    factor: '0.83',
    source: `${table} (ISO 14253-1:2017)`,
    text: ['w = 0.83U，误接受概率小于 5 %', 'w = 0.83 U, false acceptance below 5 %'],
    confidence: 'M',
    confirmed: false,
  },
  '3-sigma': {
    factor: '1.5',
    source: table,
    text: ['w = 1.5U，误接受概率小于 0.16 %', 'w = 1.5 U, false acceptance below 0.16 %'],
    confidence: 'M',
    confirmed: false,
  },
  '6-sigma': {
    factor: '3',
    source: table,
    text: ['w = 3U，误接受概率小于百万分之一', 'w = 3 U, false acceptance below one in a million'],
    confidence: 'M',
    confirmed: false,
  },
  uncritical: {
    factor: '-1',
    source: table,
    text: ['w = −U，误拒绝概率小于 2.5 %', 'w = −U, false rejection below 2.5 %'],
    confidence: 'M',
    confirmed: false,
  },
};

export type RatioRule = { readonly factor: (ratio: number) => number; readonly source: string };

const capped = (factor: number): number => Math.max(0, Math.min(1, factor));

/**
 * Acceptance half-width as a share of the tolerance half-width, from the test uncertainty ratio. Range: ratio > 0; the share is kept in [0, 1].
 * @example ratioRules.rss.factor(2.5) // 0.916515138991168
 */
export const ratioRules = {
  /** √(1 - 1/TUR²): the uncertainty is taken off in quadrature. */
  rss: { factor: (ratio: number): number => Math.sqrt(capped(1 - 1 / (ratio * ratio))), source: 'Root sum of squares (RP-19; suncal)' },
  /** Managed risk: a false acceptance of at most 2 % for any process; no guard band above a ratio of about 4.6. */
  dobbert: {
    factor: (ratio: number): number => capped(1 - (1.04 - exp(0.38 * log(ratio) - 0.54)) / ratio),
    source: 'M. Dobbert, A guard-band strategy for managing false-accept risk, NCSLI 2008 (suncal)',
  },
  /** 1 - 1/TUR: the whole U is taken off. */
  test95: { factor: (ratio: number): number => capped(1 - 1 / ratio), source: 'Full 95 % uncertainty (suncal)' },
  /** 1.25 - 1/TUR. */
  rp10: { factor: (ratio: number): number => capped(1.25 - 1 / ratio), source: 'NCSLI RP-10 (suncal)' },
} as const satisfies Readonly<Record<string, RatioRule>>;

export type RatioRuleName = keyof typeof ratioRules;

/** Whether a guard band of this name depends on the test uncertainty ratio. */
export const isRatioRule = (name: string): name is RatioRuleName => Object.prototype.hasOwnProperty.call(ratioRules, name);
