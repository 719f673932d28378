/** How weights move the checks of scales and of grain testers. */
import type { EffectTerm, Model, RoleModels, Site } from './term.ts';
import { term, written } from './term.ts';

const isZero = (text: string): boolean => text === '' || Number(text) === 0;

/** The small weights that find the changeover point: ΔL too large by an error makes P too small by it. */
const small = (added: string, unit: string, sign: '1' | '-1'): readonly EffectTerm[] =>
  isZero(added) ? [] : [term({ at: added, unit }, sign, { ifCovered: true })];

const load = (at: string, unit: string, sign: '1' | '-1'): readonly EffectTerm[] => (isZero(at) ? [] : [term({ at, unit }, sign)]);

/** E₀ = P − L at zero or at a small load. */
const zeroTerms = (site: Site, group: string, sign: '1' | '-1'): readonly EffectTerm[] => {
  const fields = site.group(group);
  const text = (id: string): string => (typeof fields[id] === 'string' ? fields[id] : '');
  return [...load(text('load'), site.check.unit, sign), ...small(text('added'), site.check.unit, sign)];
};

const atZero: Model = (site) => {
  const terms = zeroTerms(site, site.check.row, '1');
  return terms.length > 0 ? { terms } : 'not-used';
};

/** E = P − L, and where E₀ is taken off Ec = E − E₀: both loads stand on the same weights. */
const loaded: Model = (site) => {
  const { unit, symbol } = site.check;
  const own = [...load(written(site, 'load'), unit, '1'), ...small(written(site, 'added'), unit, '1')];
  const terms = symbol === 'Ec' ? [...own, ...zeroTerms(site, 'zero', '-1')] : own;
  return terms.length > 0 ? { terms } : 'not-used';
};

const common: RoleModels = {
  appearance: 'not-used',
  repeatability: 'cancels',
  eccentricity: loaded,
  weighing: loaded,
  discrimination: 'insensitive',
  price: 'not-used',
};

/** Digital scales with E₀ by the changeover point. */
export const digitalWeights: RoleModels = {
  ...common,
  zero: atZero,
  tare: atZero,
  certificate: 'not-used',
  identity: 'not-used',
  software: 'not-used',
  lock: 'not-used',
};

/** Scales with a pointer: the error at zero is read without a load. */
export const pointerWeights: RoleModels = { ...common, zero: 'not-used' };

/** Scales that a person balances: weights of the MPE move the rest point, by so much for each unit of mass. */
export const balancedWeights: RoleModels = {
  ...common,
  zero: 'not-used',
  sensitivity: (site) => {
    const extra = written(site, 'extra');
    if (isZero(extra)) return 'not-used';
    return { terms: [term({ at: extra, unit: site.unit }, Number(site.check.value) / Number(extra), { ifCovered: true })] };
  },
};

export const grainWeights: RoleModels = { appearance: 'not-used', zero: atZero, weighing: loaded, density: 'not-used' };

/** Δρ is the mean of tested less standard. */
export const grainTester: RoleModels = {
  appearance: 'not-used',
  zero: 'not-used',
  weighing: 'not-used',
  density: ({ rows, check }) => ({
    terms: rows.map(({ cells }) => term({ at: cells['standard'] ?? '', unit: check.unit }, 1 / rows.length)),
  }),
};
