/**
 * Tables of the ziggurat method (Marsaglia and Tsang 2000) for the standard normal distribution and Student's t: 256 strips of equal area
 * under a decreasing half-density f with f(0) = 1. Layout: see engine/ziggurat.ts.
 */
import { exp } from '../elementary/exponential.ts';
import { logGamma } from '../elementary/gamma.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { expm1 } from '../elementary/exponential.ts';
import { normalUpper } from '../distribution/normal.ts';
import { studentUpper } from '../distribution/student.ts';

const layers = 256;
/** Bytes of one table. */
export const tableBytes = layers * 24 + 24;
const heights = layers * 16;

type HalfDensity = {
  readonly density: (x: number) => number;
  readonly inverse: (f: number) => number;
  /** Area beyond x, in units where f(0) = 1. */
  readonly tail: (x: number) => number;
  readonly dof: number;
};

const rootTwoPi = 2.5066282746310002;
const normal: HalfDensity = {
  density: (x) => exp(-0.5 * x * x),
  inverse: (f) => Math.sqrt(-2 * log(f)),
  tail: (x) => rootTwoPi * normalUpper(x),
  dof: 0,
};

function student(dof: number): HalfDensity {
  const whole = Math.sqrt(dof * Math.PI) * exp(logGamma(dof / 2) - logGamma((dof + 1) / 2));
  return {
    density: (x) => exp(-0.5 * (dof + 1) * log1p((x * x) / dof)),
    inverse: (f) => Math.sqrt(dof * expm1((-2 / (dof + 1)) * log(f))),
    tail: (x) => whole * studentUpper(x, dof),
    dof,
  };
}

/** Edges x₁ = r > x₂ > …, and how far the last strip ends from f(0) = 1: positive when the strips are too high. */
function stack(
  { density, inverse, tail }: HalfDensity,
  r: number,
): { readonly edges: number[]; readonly area: number; readonly excess: number } {
  const area = r * density(r) + tail(r);
  const edges = [r];
  let [x, f] = [r, density(r)];
  for (let layer = 1; layer < layers - 1; layer++) {
    f += area / x;
    if (f >= 1) return { edges, area, excess: f - 1 + (layers - layer) };
    x = inverse(f);
    edges.push(x);
  }
  return { edges, area, excess: f + area / x - 1 };
}

/** The r at which 256 strips of equal area end exactly at the top (bracketed regula falsi, Illinois). */
function solveBase(half: HalfDensity): number {
  let [low, high] = [1, 4];
  while (stack(half, high).excess > 0) [low, high] = [high, high * 2];
  let [below, above] = [stack(half, low).excess, stack(half, high).excess];
  let side = 0;
  for (let step = 0; step < 200 && high - low > 4e-16 * high; step++) {
    const blend = below > 1 ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const r = blend > low && blend < high ? blend : (low + high) / 2;
    const { excess } = stack(half, r);
    if (excess === 0) return r;
    if (excess > 0) {
      [low, below] = [r, excess];
      if (side === 1) above /= 2;
      side = 1;
    } else {
      [high, above] = [r, excess];
      if (side === -1) below /= 2;
      side = -1;
    }
    if (Math.abs(excess) < 1e-14) return r;
  }
  return high;
}

function build(half: HalfDensity): Uint8Array {
  const { density } = half;
  const r = solveBase(half);
  const { edges, area } = stack(half, r);
  const view = new DataView(new ArrayBuffer(tableBytes));
  const scale = 4503599627370496;
  const xs = [area / density(r), ...edges, 0];
  for (let layer = 0; layer < layers; layer++) {
    const [x = 0, inner = 0] = [xs[layer], xs[layer + 1]];
    view.setFloat64(layer * 16, inner, true);
    view.setFloat64(layer * 16 + 8, x / scale, true);
    view.setFloat64(heights + layer * 8, layer === 0 ? 0 : density(x), true);
  }
  view.setFloat64(heights + layers * 8, 1, true);
  view.setFloat64(heights + layers * 8 + 8, r, true);
  view.setFloat64(heights + layers * 8 + 16, half.dof, true);
  return new Uint8Array(view.buffer);
}

const built = new Map<number, Uint8Array>();

/**
 * The table of Student's t with these degrees of freedom, of the normal distribution for Infinity.
 * @param dof greater than 0
 */
export function zigguratTable(dof: number): Uint8Array {
  // From 10⁸ degrees of freedom the two densities agree to more digits than trials can tell apart.
  const key = dof > 1e8 ? Infinity : dof;
  const known = built.get(key);
  if (known !== undefined) return known;
  if (built.size > 64) built.clear();
  const table = build(key === Infinity ? normal : student(key));
  built.set(key, table);
  return table;
}
