// AssemblyScript. Marsaglia and Tsang's ziggurat (2000) for any decreasing half-density: normal, and Student's t for each dof.
// Layer i is the strip of width xᵢ between f(xᵢ) and f(xᵢ₊₁); layer 0 is the base with the tail beyond x₁ = r. A table holds for each layer
// 16 bytes: xᵢ₊₁ and xᵢ / 2^52 (f64); then f(xᵢ) of every layer (f64) and f(0) = 1; then r and
// the degrees of freedom, 0 for the normal.
import { next, uniform } from './random';

export const layers: i32 = 256;

@inline
export function layerOf(bits: u64): usize {
  return <usize>(<u32>bits & 255) << 4;
}

function density(dof: f64, x: f64): f64 {
  if (dof == 0) return Math.exp(-0.5 * x * x);
  return Math.exp(-0.5 * (dof + 1) * Math.log1p((x * x) / dof));
}

function tail(dof: f64, r: f64): f64 {
  if (dof == 0) {
    // Marsaglia 1964: exponential majorant of the normal tail.
    while (true) {
      const x = -Math.log(uniform()) / r;
      const y = -Math.log(uniform());
      if (y + y > x * x) return r + x;
    }
  }
  if (dof > 2) {
    // With w = x²: Lomax majorant (1 + w/ν)^(-(ν+1)/2), accepted with r / √w.
    while (true) {
      const w = dof * ((1 + (r * r) / dof) * Math.exp((-2 / (dof - 1)) * Math.log(uniform())) - 1);
      const x = Math.sqrt(w);
      if (uniform() * x < r) return x;
    }
  }
  // Pareto majorant x^-(ν+1).
  while (true) {
    const x = r * Math.exp(-Math.log(uniform()) / dof);
    if (uniform() < Math.exp(-0.5 * (dof + 1) * Math.log1p(dof / (x * x)))) return x;
  }
}

// What the fast test did not accept: the wedge, the tail, or another try.
export function slow(table: usize, first: u64): f64 {
  const dof = load<f64>(table + layers * 24 + 16);
  let bits = first;
  while (true) {
    const layer = layerOf(bits);
    const mantissa = (<i64>bits) >> 11;
    const x = <f64>mantissa * load<f64>(table + layer + 8);
    if (Math.abs(x) < load<f64>(table + layer)) return x;
    if (layer == 0) {
      const far = tail(dof, load<f64>(table + layers * 24 + 8));
      return mantissa < 0 ? -far : far;
    }
    const heights = table + layers * 16 + (layer >> 1);
    const lower = load<f64>(heights);
    const upper = load<f64>(heights, 8);
    if (lower + uniform() * (upper - lower) < density(dof, x)) return x;
    bits = next();
  }
}
