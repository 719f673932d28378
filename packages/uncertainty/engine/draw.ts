// AssemblyScript. Draws of one block of an input quantity (JCGM 101 6.4 and annex C), following a descriptor of 80 bytes:
// kind i32, target address i32, table address i32, length i32, then eight f64 parameters.
import { fill, keep, next, s0, s1, s2, s3, uniform } from './random';
import { layerOf, slow } from './ziggurat';

const unit: f64 = 1.1102230246251565e-16;

@inline
function uniformOf(bits: u64): f64 {
  return (<f64>(<i64>(bits >> 11)) + 0.5) * unit;
}

@inline
function parameter(descriptor: usize, index: usize): f64 {
  return load<f64>(descriptor + 16 + (index << 3));
}

// centre + width × a symmetric ziggurat variate. The state of the generator stays in locals but for the rare slow way.
function scaled(target: usize, count: i32, table: usize, centre: f64, width: f64): void {
  let a = s0;
  let b = s1;
  let c = s2;
  let d = s3;
  const end = target + (<usize>count << 3);
  for (let at = target; at < end; at += 8) {
    const word = rotl<u64>(a + d, 23) + a;
    const t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl<u64>(d, 45);
    const layer = table + layerOf(word);
    let x = <f64>((<i64>word) >> 11) * load<f64>(layer, 8);
    if (Math.abs(x) >= load<f64>(layer)) {
      keep(a, b, c, d);
      x = slow(table, word);
      a = s0;
      b = s1;
      c = s2;
      d = s3;
    }
    store<f64>(at, centre + width * x);
  }
  keep(a, b, c, d);
}

function rectangular(target: usize, count: i32, lower: f64, width: f64): void {
  let a = s0;
  let b = s1;
  let c = s2;
  let d = s3;
  const step = width * unit;
  const first = lower + 0.5 * step;
  const end = target + (<usize>count << 3);
  for (let at = target; at < end; at += 8) {
    const word = rotl<u64>(a + d, 23) + a;
    const t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl<u64>(d, 45);
    store<f64>(at, first + step * <f64>(<i64>(word >> 11)));
  }
  keep(a, b, c, d);
}

// lower + k1·r1 + k2·r2: triangular and trapezoidal (6.4.4, 6.4.5)
function twoUniforms(target: usize, bits: usize, count: i32, lower: f64, k1: f64, k2: f64): void {
  fill(bits, count);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, lower + k1 * uniformOf(load<u64>(bits + at)));
  fill(bits, count);
  for (let at: usize = 0; at < end; at += 8) {
    store<f64>(target + at, load<f64>(target + at) + k2 * uniformOf(load<u64>(bits + at)));
  }
}

// Rectangular with inexactly known limits (6.4.3)
function curvilinear(target: usize, bits: usize, count: i32, least: f64, spread: f64, sum: f64): void {
  fill(bits, count);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, least + spread * uniformOf(load<u64>(bits + at)));
  fill(bits, count);
  for (let at: usize = 0; at < end; at += 8) {
    const lower = load<f64>(target + at);
    store<f64>(target + at, lower + (sum - lower - lower) * uniformOf(load<u64>(bits + at)));
  }
}

// sin πz for |z| ≤ ½ by its Taylor polynomial; the first neglected term is below 1e-18.
@inline
function sinPi(z: f64): f64 {
  const q = z * z;
  const q2 = q * q;
  const q4 = q2 * q2;
  const a = 3.141592653589793 - 5.16771278004997 * q + q2 * (2.5501640398773455 - 0.5992645293207921 * q);
  const b = 0.08214588661112823 - 0.0073704309457143504 * q + q2 * (0.00046630280576761255 - 0.000021915353447830217 * q);
  const c = 7.952054001475513e-7 - 2.2948428997269873e-8 * q + q2 * 5.392664662608129e-10;
  return z * (a + q4 * (b + q4 * c));
}

function arcsine(target: usize, bits: usize, count: i32, centre: f64, halfWidth: f64): void {
  fill(bits, count);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) {
    store<f64>(target + at, centre + halfWidth * sinPi(uniformOf(load<u64>(bits + at)) - 0.5));
  }
}

function exponential(target: usize, bits: usize, count: i32, mean: f64): void {
  fill(bits, count);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, -mean * Math.log(uniformOf(load<u64>(bits + at))));
}

// One gamma variate of scale 1 (Marsaglia and Tsang 2000); `normal` is the ziggurat table of the normal distribution.
function gammaVariate(normal: usize, shape: f64): f64 {
  if (shape < 1) return gammaVariate(normal, shape + 1) * Math.exp(Math.log(uniform()) / shape);
  const d = shape - 1.0 / 3.0;
  const c = 1 / Math.sqrt(9 * d);
  while (true) {
    const x = slow(normal, next());
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = uniform();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
  }
}

function gamma(target: usize, count: i32, normal: usize, shape: f64, scale: f64, shift: f64): void {
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, shift + scale * gammaVariate(normal, shape));
}

function lognormal(target: usize, count: i32, normal: usize, mean: f64, deviation: f64): void {
  scaled(target, count, normal, mean, deviation);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, Math.exp(load<f64>(target + at)));
}

function resample(target: usize, bits: usize, count: i32, values: usize, length: i32): void {
  fill(bits, count);
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) {
    const index = <i32>(uniformOf(load<u64>(bits + at)) * <f64>length);
    store<f64>(target + at, load<f64>(values + (<usize>min(index, length - 1) << 3)));
  }
}

// Correlates `length` blocks of independent scores in place: the table holds their addresses (i32), padded to 8 bytes, and the lower
// triangular Cholesky factor, row by row. A dof above 0 divides each trial by √(χ²/ν): the multivariate t (JCGM 102 5.3.2).
function correlate(count: i32, normal: usize, table: usize, length: i32, dof: f64): void {
  const factor = table + <usize>(((length + 1) >> 1) << 3);
  const end = <usize>count << 3;
  // From the last row up, so that the scores that a row needs still stand in the blocks before it.
  for (let row = length - 1; row >= 0; row--) {
    const y = <usize>load<i32>(table + (<usize>row << 2));
    const line = factor + (<usize>(row * length) << 3);
    const own = load<f64>(line + (<usize>row << 3));
    if (own != 1) for (let at: usize = 0; at < end; at += 8) store<f64>(y + at, own * load<f64>(y + at));
    for (let column = 0; column < row; column++) {
      const c = load<f64>(line + (<usize>column << 3));
      const x = <usize>load<i32>(table + (<usize>column << 2));
      for (let at: usize = 0; at < end; at += 8) store<f64>(y + at, load<f64>(y + at) + c * load<f64>(x + at));
    }
  }
  if (dof <= 0) return;
  for (let at: usize = 0; at < end; at += 8) {
    const common = Math.sqrt(dof / (2 * gammaVariate(normal, 0.5 * dof)));
    for (let row = 0; row < length; row++) {
      const y = <usize>load<i32>(table + (<usize>row << 2)) + at;
      store<f64>(y, common * load<f64>(y));
    }
  }
}

// A score becomes the input's value through a table of its quantiles at equidistant scores, with their slopes (cubic Hermite).
// Parameters: first score, scores per unit, and 1 where the abscissa is asinh of the score (t copula).
function marginal(target: usize, count: i32, table: usize, length: i32, first: f64, density: f64, isWide: bool): void {
  const end = <usize>count << 3;
  const most = <f64>(length - 1) - 1e-9;
  for (let at: usize = 0; at < end; at += 8) {
    let score = load<f64>(target + at);
    if (isWide) score = Math.asinh(score);
    const position = min<f64>(max<f64>((score - first) * density, 0), most);
    const index = <i32>position;
    const t = position - <f64>index;
    const node = table + (<usize>index << 4);
    const y0 = load<f64>(node);
    const d0 = load<f64>(node + 8);
    const y1 = load<f64>(node + 16);
    const d1 = load<f64>(node + 24);
    const step = y1 - y0;
    store<f64>(target + at, y0 + t * (d0 + t * (3 * step - 2 * d0 - d1 + t * (d0 + d1 - 2 * step))));
  }
}

function affine(target: usize, count: i32, centre: f64, width: f64): void {
  const end = <usize>count << 3;
  for (let at: usize = 0; at < end; at += 8) store<f64>(target + at, centre + width * load<f64>(target + at));
}

// `normal` is the ziggurat table of the normal distribution, `bits` room for one block of random words.
export function draw(descriptor: usize, bits: usize, count: i32, normal: usize): void {
  const target = <usize>load<i32>(descriptor + 4);
  const table = <usize>load<i32>(descriptor + 8);
  const length = load<i32>(descriptor + 12);
  const p0 = parameter(descriptor, 0);
  const p1 = parameter(descriptor, 1);
  const p2 = parameter(descriptor, 2);
  switch (load<i32>(descriptor)) {
    case 1:
      return scaled(target, count, table, p0, p1);
    case 2:
      return rectangular(target, count, p0, p1);
    case 3:
      return twoUniforms(target, bits, count, p0, p1, p2);
    case 4:
      return curvilinear(target, bits, count, p0, p1, p2);
    case 5:
      return arcsine(target, bits, count, p0, p1);
    case 6:
      return exponential(target, bits, count, p0);
    case 7:
      return gamma(target, count, normal, p0, p1, p2);
    case 8:
      return lognormal(target, count, normal, p0, p1);
    case 9:
      return resample(target, bits, count, table, length);
    case 10:
      return correlate(count, normal, table, length, p0);
    case 11:
      return marginal(target, count, table, length, p0, p1, p2 != 0);
    case 12:
      return affine(target, count, p0, p1);
  }
}
