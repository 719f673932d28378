// AssemblyScript. Random numbers: xoshiro256++ (Blackman, Vigna 2018), one stream for each chunk of trials, so that the result does not
// depend on how chunks are shared out.

// The state; loops that draw much keep it in locals and put it back.
export let s0: u64 = 0;
export let s1: u64 = 0;
export let s2: u64 = 0;
export let s3: u64 = 0;

@inline
export function keep(a: u64, b: u64, c: u64, d: u64): void {
  s0 = a;
  s1 = b;
  s2 = c;
  s3 = d;
}

// splitmix64 spreads seed and chunk over the state, as its authors recommend.
let mixed: u64 = 0;
function mix(): u64 {
  mixed += 0x9e3779b97f4a7c15;
  let z = mixed;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

export function seedStream(seed: u64, chunk: u64): void {
  mixed = seed;
  mixed = mix() ^ (chunk * 0xd1342543de82ef95);
  s0 = mix();
  s1 = mix();
  s2 = mix();
  s3 = mix();
}

export function next(): u64 {
  const result = rotl<u64>(s0 + s3, 23) + s0;
  const t = s1 << 17;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= t;
  s3 = rotl<u64>(s3, 45);
  return result;
}

// 2^-53
const unit: f64 = 1.1102230246251565e-16;

// Uniform on (0, 1): never 0, so that its logarithm is finite.
export function uniform(): f64 {
  return (<f64>(<i64>(next() >> 11)) + 0.5) * unit;
}

// Fills `count` words; the state stays in registers.
export function fill(target: usize, count: i32): void {
  let a = s0;
  let b = s1;
  let c = s2;
  let d = s3;
  const end = target + (<usize>count << 3);
  for (let at = target; at < end; at += 8) {
    store<u64>(at, rotl<u64>(a + d, 23) + a);
    const t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotl<u64>(d, 45);
  }
  s0 = a;
  s1 = b;
  s2 = c;
  s3 = d;
}
