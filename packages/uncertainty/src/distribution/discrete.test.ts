import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binomialCdf, binomialMass, hypergeometricCdf, hypergeometricMass, poissonCdf, poissonMass } from './discrete.ts';

const near = (found: number, wanted: number, relative: number, name: string): void =>
  assert.ok(Math.abs(found - wanted) <= relative * Math.abs(wanted), `${name}: ${found}, wanted ${wanted}`);

// The values below: exact fractions or mpmath 1.3 with 50 digits.
test('cumulative probabilities agree with exact fractions', () => {
  const binomial = [
    [0, 50, 0.02, 0.36416968008711703],
    [3, 10, 0.3, 0.6496107184000001],
    [400, 1000, 0.45, 0.0007933693696643427],
    [95, 100, 0.99, 0.003432321587754528],
    [900, 1000, 0.999, 2.6181505053543386e-161],
  ] as const;
  for (const [k, n, p, wanted] of binomial)
    near(binomialCdf(k, n, p), wanted, wanted < 1e-100 ? 2e-13 : 3e-14, `binomial ${k}, ${n}, ${p}`);
  const poisson = [
    [0, 0.1, 0.9048374180359595],
    [3, 5.5, 0.20169919870252864],
    [200, 300.0, 5.104978048629317e-10],
    [1200, 1100.0, 0.9986081791568948],
  ] as const;
  for (const [k, mean, wanted] of poisson) near(poissonCdf(k, mean), wanted, 3e-14, `Poisson ${k}, ${mean}`);
  const hypergeometric = [
    [0, 100, 30, 40, 4.026392935773107e-9],
    [9, 100, 30, 40, 0.13235803521055867],
    [4, 1000, 5, 900, 0.4101678183104101],
    [320, 10000, 3000, 1000, 0.9314449207493232],
    [60, 70, 65, 63, 0.9941683121245667],
  ] as const;
  for (const [k, population, marked, drawn, wanted] of hypergeometric) {
    near(hypergeometricCdf(k, population, marked, drawn), wanted, 3e-14, `hypergeometric ${k}, ${population}`);
  }
});

test('single probabilities add up to the cumulative one', () => {
  let [binomial, poisson, hypergeometric] = [0, 0, 0];
  for (let k = 0; k <= 60; k++) {
    binomial += binomialMass(k, 60, 0.37);
    poisson += poissonMass(k, 21.5);
    hypergeometric += hypergeometricMass(k, 500, 180, 60);
    near(binomialCdf(k, 60, 0.37), binomial, 2e-13, `binomial ${k}`);
    near(poissonCdf(k, 21.5), poisson, 2e-13, `Poisson ${k}`);
    near(hypergeometricCdf(k, 500, 180, 60), hypergeometric, 2e-13, `hypergeometric ${k}`);
  }
  near(binomial, 1, 1e-14, 'binomial');
  near(hypergeometric, 1, 1e-14, 'hypergeometric');
});

test('lots of billions are answered without counting them', () => {
  // 4·10⁸ drawn from 10¹⁰: a standard deviation of 9798, just below where the sum becomes an integral.
  const [population, marked, drawn] = [1e10, 5e9, 4e8];
  for (const steps of [-3, -0.5, 2]) {
    const k = Math.round(2e8 + steps * 9797.96);
    let sum = 0;
    const direction = steps < 0 ? -1 : 1;
    const from = steps < 0 ? k : k + 1;
    for (let i = 0; i < 70_000; i++) sum += hypergeometricMass(from + direction * i, population, marked, drawn);
    near(hypergeometricCdf(k, population, marked, drawn), steps < 0 ? sum : 1 - sum, 1e-11, `summed ${steps}`);
  }
  const large = hypergeometricCdf(1e12 - 1e6, 1e13, 5e12, 2e12);
  near(large + hypergeometricCdf(1e12 + 1e6 - 1, 1e13, 5e12, 2e12), 1, 1e-12, 'symmetry');
  near(
    hypergeometricCdf(1e12, 1e13, 5e12, 2e12) - hypergeometricCdf(1e12 - 1, 1e13, 5e12, 2e12),
    hypergeometricMass(1e12, 1e13, 5e12, 2e12),
    1e-7,
    'step',
  );
  near(binomialCdf(5e14, 1e15, 0.5), 0.5 + binomialMass(5e14, 1e15, 0.5) / 2, 1e-12, 'binomial');
  near(poissonCdf(1e15, 1e15), 0.5 + (2 / 3) * poissonMass(1e15, 1e15), 1e-12, 'Poisson');
});

test('an integral of the tail takes over from the sum without a step', () => {
  const direct = (k: number): number => {
    let sum = 0;
    for (let i = 0; i < 110_000; i++) sum += hypergeometricMass(k - i, 1e10, 5e9, 5e8);
    return sum;
  };
  for (const k of [2.5e8 - 30_000, 2.5e8 - 1]) near(hypergeometricCdf(k, 1e10, 5e9, 5e8), direct(k), 1e-11, `integrated ${k}`);
});

test('impossible and certain outcomes are 0 and 1', () => {
  assert.deepEqual([binomialMass(3, 3, 1), binomialMass(0, 3, 0), binomialMass(4, 3, 0.5), binomialMass(1, 3, 1)], [1, 1, 0, 0]);
  assert.deepEqual(
    [binomialCdf(-1, 3, 0.5), binomialCdf(3, 3, 0.5), binomialCdf(0, 5, 1), binomialCdf(0, 5, 0), binomialCdf(0, 0, 0.3)],
    [0, 1, 0, 1, 1],
  );
  assert.deepEqual(
    [poissonMass(0, 0), poissonMass(2, 0), poissonCdf(0, 0), poissonCdf(-0.5, 2), poissonMass(-1, 2), poissonCdf(Infinity, 2)],
    [1, 0, 1, 0, 0, 1],
  );
  assert.deepEqual(
    [hypergeometricMass(5, 10, 4, 10), hypergeometricMass(4, 10, 4, 10), hypergeometricMass(0, 10, 0, 3), hypergeometricMass(3, 10, 10, 3)],
    [0, 1, 1, 1],
  );
  assert.deepEqual([hypergeometricCdf(0, 10, 8, 5), hypergeometricCdf(4, 10, 4, 5), hypergeometricCdf(0, 1, 0, 0)], [0, 1, 1]);
  assert.equal(binomialCdf(1.9, 2, 0.5), binomialCdf(1, 2, 0.5));
});

test('what cannot be counted is refused by the name of the argument', () => {
  const refused: readonly [RegExp, () => number][] = [
    [/^k: /, () => binomialMass(0.5, 3, 0.5)],
    [/^k: /, () => binomialCdf(NaN, 3, 0.5)],
    [/^n: /, () => binomialCdf(1, -3, 0.5)],
    [/^n: /, () => binomialMass(1, 2.5, 0.5)],
    [/^p: /, () => binomialCdf(1, 3, 1.5)],
    [/^mean: /, () => poissonCdf(1, -1)],
    [/^mean: /, () => poissonMass(1, Infinity)],
    [/^k: /, () => poissonMass(1.5, 1)],
    [/^k: /, () => hypergeometricMass(1.5, 10, 2, 3)],
    [/^population: /, () => hypergeometricCdf(1, 0, 0, 0)],
    [/^marked: /, () => hypergeometricCdf(1, 10, 11, 3)],
    [/^drawn: /, () => hypergeometricCdf(1, 10, 2, 30)],
    [/^drawn: /, () => hypergeometricMass(1, 10, 2, NaN)],
  ];
  for (const [message, work] of refused) assert.throws(work, (error) => error instanceof RangeError && message.test(error.message));
});
