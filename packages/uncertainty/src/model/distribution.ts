/**
 * The distributions of the model file: which fields they take, their estimate, standard uncertainty and degrees of freedom for JCGM 100,
 * how they are drawn (JCGM 101 6.4) and their quantiles (for copulas).
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { gammaQuantile } from '../distribution/gamma.ts';
import { normalQuantile } from '../distribution/normal.ts';
import { studentQuantile } from '../distribution/student.ts';
import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { sin } from '../elementary/trigonometric.ts';
import type { Sampler } from '../monte-carlo/sampler.ts';
import { curvilinearQuantile } from './curvilinear.ts';
import {
  has,
  readChecked,
  readDof,
  readList,
  readNotNegative,
  readNumber,
  readPositive,
  refuseUnknown,
  toNumber,
  type Fields,
} from './fields.ts';

/** An input as both methods need it. */
export type Assigned = {
  readonly value: number;
  /** Standard uncertainty of the GUM part. */
  readonly u: number;
  /** Degrees of freedom of u in Welch–Satterthwaite; Infinity where u is exact. */
  readonly dof: number;
  /** Undefined for a constant. */
  readonly sampler: Sampler | undefined;
  /** The value below which the input lies with probability p. */
  readonly quantile: (p: number) => number;
  /** Readings of a Type A evaluation, for correlations from simultaneous readings. */
  readonly readings?: readonly number[];
};

type Kind = { readonly fields: readonly string[]; readonly read: (fields: Fields, place: string) => Assigned };

const constant = (value: number, dof: number): Assigned => ({ value, u: 0, dof, sampler: undefined, quantile: () => value });

/** Scaled and shifted t; normal for infinite `drawnDof` (6.4.7, 6.4.9). */
function scaled(value: number, scale: number, dof: number, drawnDof: number): Assigned {
  if (scale === 0) return constant(value, dof);
  return {
    value,
    u: scale,
    dof,
    sampler: { kind: 'scaled', dof: drawnDof, centre: value, width: scale },
    quantile: (p) => value + scale * (drawnDof === Infinity ? normalQuantile(p) : studentQuantile(p, drawnDof)),
  };
}

/** lower + upper, or mean + halfWidth. */
function readLimits(fields: Fields, place: string): { readonly mean: number; readonly half: number } {
  const byLimits = has(fields, 'lower') || has(fields, 'upper');
  if (byLimits && (has(fields, 'mean') || has(fields, 'halfWidth')))
    throw new InvalidInput(place, [
      '请只给 lower 与 upper，或只给 mean 与 halfWidth',
      'give lower and upper, or mean and halfWidth, not both',
    ]);
  if (!byLimits) return { mean: readNumber(fields, 'mean', place), half: readNotNegative(fields, 'halfWidth', place) };
  const [lower, upper] = [readNumber(fields, 'lower', place), readNumber(fields, 'upper', place)];
  if (upper < lower) throw new InvalidInput(`${place}.upper`, ['上限小于下限', 'the upper limit is below the lower one']);
  return { mean: lower + (upper - lower) / 2, half: (upper - lower) / 2 };
}
const limits = ['lower', 'upper', 'mean', 'halfWidth'];

function bounded(mean: number, half: number, dof: number, factor: number, sampler: Sampler, quantile: (p: number) => number): Assigned {
  return half === 0 ? constant(mean, dof) : { value: mean, u: half * factor, dof, sampler, quantile: (p) => mean + half * quantile(p) };
}

/** Quantile of the symmetric trapezoid on [−1, 1] with top β. */
function trapezoidalQuantile(p: number, beta: number): number {
  const slope = (1 - beta * beta) / 2;
  const corner = (1 - beta) / (2 * (1 + beta));
  if (p < corner) return -1 + Math.sqrt(4 * p * slope);
  if (p > 1 - corner) return 1 - Math.sqrt(4 * (1 - p) * slope);
  return (p - 0.5) * (1 + beta);
}

const trapezoid = (mean: number, half: number, beta: number, dof: number): Assigned =>
  bounded(
    mean,
    half,
    dof,
    Math.sqrt((1 + beta * beta) / 6),
    { kind: 'two-uniforms', lower: mean - half, k1: half * (1 + beta), k2: half * (1 - beta) },
    (p) => trapezoidalQuantile(p, beta),
  );

const gamma = (shape: number, scale: number, dof: number): Assigned => ({
  value: shape * scale,
  u: Math.sqrt(shape) * scale,
  dof,
  sampler: { kind: 'gamma', shape, scale, shift: 0 },
  quantile: (p) => gammaQuantile(p, shape, scale),
});

function readNumbers(fields: Fields, name: string, place: string, most: number): readonly number[] {
  if (!has(fields, name)) throw new InvalidInput(`${place}.${name}`, [`缺少“${name}”`, `"${name}" is missing`]);
  const list = readList(fields[name], `${place}.${name}`, most);
  if (list.length === 0)
    throw new InvalidInput(`${place}.${name}`, ['列表为空，至少需要一个值', 'the list is empty; at least one value is needed']);
  return list.map((value, index) => toNumber(value, `${place}.${name}[${index}]`));
}

/** Arithmetic mean and experimental standard deviation (JCGM 100 4.2.2); s is 0 for one value. */
export function meanAndDeviation(values: readonly number[]): { readonly mean: number; readonly s: number } {
  const first = values[0] ?? 0;
  const shift = values.reduce((sum, value) => sum + (value - first), 0) / values.length;
  const mean = first + shift;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, s: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) };
}

function readReadings(fields: Fields, place: string): Assigned {
  const readings = readNumbers(fields, 'readings', place, 1_000_000);
  const { mean, s } = meanAndDeviation(readings);
  const given = has(fields, 'dof') ? readDof(fields, place) : undefined;
  if (!has(fields, 'pooledS')) {
    if (has(fields, 'pooledDof'))
      throw new InvalidInput(`${place}.pooledDof`, ['给出 pooledDof 时也要给出 pooledS', 'pooledDof needs pooledS beside it']);
    if (readings.length < 2)
      throw new InvalidInput(`${place}.readings`, [
        '只有一次读数，没有分散性可言：请给出更多读数，或给出合并样本标准差 pooledS',
        'one reading shows no dispersion: give more readings, or a pooled standard deviation pooledS',
      ]);
    const dof = given ?? readings.length - 1;
    return { ...scaled(mean, s / Math.sqrt(readings.length), dof, dof), readings };
  }
  const pooled = readNotNegative(fields, 'pooledS', place);
  const dof =
    given ??
    (has(fields, 'pooledDof')
      ? readChecked(fields, 'pooledDof', place, (value) => value > 0, ['自由度必须大于 0', 'degrees of freedom must be greater than 0'])
      : Infinity);
  return { ...scaled(mean, pooled / Math.sqrt(readings.length), dof, dof), readings };
}

function readInterval(fields: Fields, place: string): Assigned {
  const [value, expanded] = [readNumber(fields, 'value', place), readNotNegative(fields, 'U', place)];
  const dof = readDof(fields, place);
  if (has(fields, 'k') === has(fields, 'coverage'))
    throw new InvalidInput(place, [
      '扩展不确定度 U 需要包含因子 k，或包含概率 coverage（及自由度 dof），二者取一',
      'the expanded uncertainty U needs its coverage factor k, or its coverage probability (and dof): one of the two',
    ]);
  if (has(fields, 'k')) return scaled(value, expanded / readPositive(fields, 'k', place), dof, dof);
  const coverage = readChecked(fields, 'coverage', place, (p) => p > 0 && p < 1, [
    '包含概率应在 0 与 1 之间',
    'a coverage probability lies between 0 and 1',
  ]);
  const p = (1 + coverage) / 2;
  return scaled(value, expanded / (dof === Infinity ? normalQuantile(p) : studentQuantile(p, dof)), dof, dof);
}

const kinds: Readonly<Record<string, Kind>> = {
  normal: {
    fields: ['mean', 'u', 'dof'],
    read: (fields, place) =>
      scaled(readNumber(fields, 'mean', place), readNotNegative(fields, 'u', place), readDof(fields, place), Infinity),
  },
  t: {
    fields: ['mean', 'scale', 'dof'],
    read(fields, place) {
      if (!has(fields, 'dof'))
        throw new InvalidInput(`${place}.dof`, ['t 分布需要自由度 dof', 'a t distribution needs its degrees of freedom']);
      const dof = readDof(fields, place);
      return scaled(readNumber(fields, 'mean', place), readNotNegative(fields, 'scale', place), dof, dof);
    },
  },
  rectangular: {
    fields: [...limits, 'dof'],
    read(fields, place) {
      const { mean, half } = readLimits(fields, place);
      const sampler: Sampler = { kind: 'rectangular', lower: mean - half, width: 2 * half };
      return bounded(mean, half, readDof(fields, place), Math.sqrt(1 / 3), sampler, (p) => 2 * p - 1);
    },
  },
  triangular: {
    fields: [...limits, 'dof'],
    read(fields, place) {
      const { mean, half } = readLimits(fields, place);
      return trapezoid(mean, half, 0, readDof(fields, place));
    },
  },
  trapezoidal: {
    fields: [...limits, 'beta', 'dof'],
    read(fields, place) {
      const { mean, half } = readLimits(fields, place);
      const beta = readChecked(fields, 'beta', place, (value) => value >= 0 && value <= 1, [
        'beta 应在 0 与 1 之间',
        'beta lies between 0 and 1',
      ]);
      return trapezoid(mean, half, beta, readDof(fields, place));
    },
  },
  arcsine: {
    fields: [...limits, 'dof'],
    read(fields, place) {
      const { mean, half } = readLimits(fields, place);
      const sampler: Sampler = { kind: 'arcsine', centre: mean, halfWidth: half };
      return bounded(mean, half, readDof(fields, place), Math.SQRT1_2, sampler, (p) => sin(Math.PI * (p - 0.5)));
    },
  },
  curvilinearTrapezoid: {
    fields: [...limits, 'd', 'dof'],
    read(fields, place) {
      const { mean, half } = readLimits(fields, place);
      const d = readChecked(fields, 'd', place, (value) => value >= 0 && value <= half, [
        'd 不能为负，也不能大于半宽',
        'd is neither negative nor larger than the half-width',
      ]);
      if (half === 0) return constant(mean, readDof(fields, place));
      return {
        value: mean,
        u: Math.sqrt((half * half) / 3 + (d * d) / 9),
        dof: readDof(fields, place),
        sampler: { kind: 'curvilinear', least: mean - half - d, spread: 2 * d, sum: 2 * mean },
        quantile: (p) => mean + half * curvilinearQuantile(p, d / half),
      };
    },
  },
  exponential: {
    fields: ['mean', 'dof'],
    read(fields, place) {
      const mean = readPositive(fields, 'mean', place);
      return {
        value: mean,
        u: mean,
        dof: readDof(fields, place),
        sampler: { kind: 'exponential', mean },
        quantile: (p) => -mean * log1p(-p),
      };
    },
  },
  gamma: {
    fields: ['shape', 'scale', 'dof'],
    read: (fields, place) => gamma(readPositive(fields, 'shape', place), readPositive(fields, 'scale', place), readDof(fields, place)),
  },
  lognormal: {
    fields: ['mean', 'u', 'dof'],
    read(fields, place) {
      const [mean, u] = [readPositive(fields, 'mean', place), readNotNegative(fields, 'u', place)];
      if (u === 0) return constant(mean, readDof(fields, place));
      const variance = log1p((u * u) / (mean * mean));
      const centre = log(mean) - variance / 2;
      const deviation = Math.sqrt(variance);
      return {
        value: mean,
        u,
        dof: readDof(fields, place),
        sampler: { kind: 'lognormal', mean: centre, deviation },
        quantile: (p) => exp(centre + deviation * normalQuantile(p)),
      };
    },
  },
  poisson: {
    fields: ['count', 'dof'],
    read(fields, place) {
      const count = readChecked(fields, 'count', place, (value) => value >= 0 && Number.isInteger(value) && value <= 1e15, [
        '计数应为非负整数',
        'a count is a whole number, 0 or more',
      ]);
      return gamma(count + 1, 1, readDof(fields, place));
    },
  },
  constant: { fields: ['value'], read: (fields, place) => constant(readNumber(fields, 'value', place), Infinity) },
  readings: { fields: ['readings', 'pooledS', 'pooledDof', 'dof'], read: readReadings },
  samples: {
    fields: ['samples', 'dof'],
    read(fields, place) {
      const values = readNumbers(fields, 'samples', place, 1_000_000);
      if (values.length < 2) throw new InvalidInput(`${place}.samples`, ['样本至少需要两个值', 'samples need two values or more']);
      const { mean, s } = meanAndDeviation(values);
      const sorted = [...values].sort((one, other) => one - other);
      const dof = readDof(fields, place);
      if (s === 0) return constant(mean, dof);
      return {
        value: mean,
        u: s,
        dof,
        sampler: { kind: 'samples', values },
        quantile: (p) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] as number,
      };
    },
  },
  interval: { fields: ['value', 'U', 'k', 'coverage', 'dof'], read: readInterval },
};

/** The names a model file may give as `distribution`. */
export const distributionNames: readonly string[] = Object.keys(kinds);

/** An input of the file. @throws InvalidInput naming `place` and field */
export function readDistribution(fields: Fields, place: string): Assigned {
  const name = fields['distribution'];
  const kind = typeof name === 'string' && Object.prototype.hasOwnProperty.call(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined)
    throw new InvalidInput(`${place}.distribution`, [
      `未知的分布 ${JSON.stringify(name) ?? ''}，可用：${distributionNames.join('、')}`,
      `unknown distribution ${JSON.stringify(name) ?? ''}; known: ${distributionNames.join(', ')}`,
    ]);
  refuseUnknown(fields, ['distribution', 'unit', 'description', ...kind.fields], place);
  const assigned = kind.read(fields, place);
  if (Number.isFinite(assigned.value) && Number.isFinite(assigned.u)) return assigned;
  throw new InvalidInput(place, [
    '估计值或标准不确定度超出可表示的范围',
    'the estimate or its standard uncertainty is beyond what can be computed',
  ]);
}
