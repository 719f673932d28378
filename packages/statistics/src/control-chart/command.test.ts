import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { chartCommand } from './command.ts';

type Vector = { readonly id: string; readonly data: number[] | number[][]; readonly expected: unknown };
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/spc.json'), 'utf8')) as { vectors: Vector[] };
/** The data of a vector, and its results by path. */
function vector(id: string): { data: Vector['data']; at: (path: string) => number } {
  const { data, expected } = vectors.find((one) => one.id === id) ?? assert.fail(id);
  const at = (path: string): number => {
    const found = path.split('.').reduce<unknown>((of, name) => (of as Record<string, unknown>)[name], expected);
    return typeof found === 'number' ? found : assert.fail(path);
  };
  return { data, at };
}
const answerOf = (input: unknown) => chartCommand(input).answer;
const near = (text: string | null | undefined, expected: number, relative = 1e-9): void =>
  assert.ok(Math.abs(Number(text) - expected) <= relative * Math.max(Math.abs(expected), 1e-300), `${text} is not ${expected}`);
const refused = (input: unknown, place: string): void => {
  assert.throws(
    () => chartCommand(input),
    (error) => error instanceof InvalidInput && error.place === place,
    `${place} is named`,
  );
};
const brokenAt = (points: readonly { rules: readonly unknown[] }[]): number[] =>
  points.flatMap(({ rules }, index) => (rules.length > 0 ? [index + 1] : []));

test('piston rings: mean and range chart of the vectors', () => {
  const { data, at } = vector('spc-pistonrings');
  const answer = answerOf({ chart: 'xbar-r', data });
  near(answer.centre, at('computed.center'));
  near(answer.lower, at('computed.LCL'));
  near(answer.upper, at('computed.UCL'));
  near(answer.spread?.centre, at('computed.Rbar'));
  near(answer.spread?.upper, at('computed.R_UCL'));
  near(answer.processSigma, at('computed.sigma_R'));
  assert.equal(answer.centre, '74.001176');
  assert.equal(answer.spread?.lower, '0');
  // R's qcc divides by d2 as printed, 2.326: its figures agree as far as that constant does.
  near(answer.upper, at('qcc.xbar.UCL'), 1e-7);
  near(answer.processSigma, at('qcc.xbar.sd'), 4e-5);
});

test('piston rings: mean and standard deviation chart of the vectors', () => {
  const { data, at } = vector('spc-pistonrings');
  const answer = answerOf({ chart: 'xbar-s', data });
  near(answer.spread?.centre, at('computed.Sbar'));
  near(answer.spread?.upper, at('computed.S_UCL'));
  near(answer.processSigma, at('qcc.S.sd'));
  near(answer.spread?.centre, at('qcc.S.center'));
});

test('piston rings: capability indices of R qcc with its d2 of three decimals', () => {
  const { data, at } = vector('spc-pistonrings');
  const { capability } = answerOf({ chart: 'xbar-r', data, specification: { lower: '73.95', upper: '74.05' } });
  assert.ok(capability);
  const asPrinted = 2.3259289472810396 / 2.326;
  for (const name of ['Cp', 'Cpl', 'Cpu', 'Cpk'] as const)
    near(capability[name], at(`qcc.capability_73_95_74_05.${name}`) * asPrinted, 1e-9);
  near(capability.Cpm, at('qcc.capability_73_95_74_05.Cpm'), 1e-4);
  const [low, high] = capability.interval.Cpk ?? [];
  assert.ok(Number(low) < Number(capability.Cpk) && Number(capability.Cpk) < Number(high));
  assert.ok(Number(capability.normality?.p) > 0.05);
});

test('orange juice cans: p chart of the vectors, with the two samples that Montgomery finds outside', () => {
  const { data, at } = vector('spc-p-orangejuice');
  const answer = answerOf({ chart: 'p', data, sizes: Array.from({ length: 30 }, () => 50) });
  near(answer.centre, at('center'));
  near(answer.lower, at('LCL'));
  near(answer.upper, at('UCL'));
  assert.deepEqual(brokenAt(answer.points.map(({ rules }) => ({ rules: rules.filter((rule) => rule === 1) }))), [15, 23]);
});

test('EWMA of the NIST handbook: asymptotic limits, all values within', () => {
  const { data, at } = vector('nist-eh-ewma');
  const input = { chart: 'ewma', data, lambda: 0.3, L: 3, target: 50, sigma: '2.0539', source: 'NIST/SEMATECH e-Handbook 6.3.2.4' };
  const answer = answerOf(input);
  answer.points.forEach(({ value }, index) => near(value, at(`computed.ewma.${index}`)));
  near(answer.upper, at('computed.UCL'));
  near(answer.lower, at('computed.LCL'));
  assert.equal(Number(answer.upper).toFixed(4), '52.5884');
  assert.equal(answer.inControl, true);
  assert.deepEqual(answer.basis, { centre: 'stated', sigma: 'stated', source: 'NIST/SEMATECH e-Handbook 6.3.2.4' });
  assert.deepEqual(answer.warnings, []);
  const exact = answerOf({ ...input, ewmaLimits: 'time-varying' });
  assert.equal(exact.upper, null);
  near(exact.points[0]?.upper, 50 + 3 * 0.3 * 2.0539);
  near(exact.points[19]?.upper, 50 + 3 * 2.0539 * Math.sqrt((0.3 / 1.7) * (1 - 0.7 ** 40)));
});

test('CUSUM of the NIST handbook: k and h in the unit of the readings, first signal at point 14', () => {
  const { data, at } = vector('nist-eh-cusum');
  const answer = answerOf({ chart: 'cusum', data, target: 325, k: 0.3175, h: 4.1959 });
  answer.points.forEach(({ value, below }, index) => {
    assert.ok(Math.abs(Number(value) - at(`computed.S_hi.${index}`)) < 1e-9);
    assert.ok(Math.abs(Number(below) - at(`computed.S_lo.${index}`)) < 1e-9);
  });
  assert.equal(brokenAt(answer.points)[0], at('computed.first_signal'));
  assert.equal(answer.points[12]?.value, '3.0075');
  assert.match(answer.warnings.map(([, en]) => en).join(), /without its source/);
});

test('k and h in sigmas of the mean give the same sums as in the unit of the readings', () => {
  const data = [
    [1, 3],
    [2, 2],
    [5, 3],
    [4, 8],
    [9, 7],
  ];
  const inUnit = answerOf({ chart: 'cusum', data, target: 2, k: '1', h: '4' });
  const inSigma = answerOf({ chart: 'cusum', data, target: 2, sigma: '1.4142135623730951', k: 1, h: 4, in: 'sigma' });
  inUnit.points.forEach(({ value }, index) => near(inSigma.points[index]?.value, Number(value)));
});

test('individuals and moving range: limits from the mean moving range over 1.128', () => {
  const answer = answerOf({ chart: 'i-mr', data: ['10.0', '10.4', '9.8', '10.2'] });
  near(answer.spread?.centre, 0.466666666666667, 1e-12);
  near(answer.upper, 10.1 + (3 * 1.4) / 3 / 1.1283791670955126);
  near(answer.spread?.upper, (1.4 / 3) * 3.266531919288, 1e-9);
  assert.deepEqual(
    answer.spread?.points.map(({ at, value }) => [at, value]),
    [
      [2, '0.4'],
      [3, '0.6'],
      [4, '0.4'],
    ],
  );
});

test('p chart with unequal sizes: each point has its own limits, ending at 0 and 1', () => {
  const answer = answerOf({ chart: 'p', data: [0, 5, 9, 1], sizes: [10, 50, 10, 400] });
  assert.equal(answer.lower, null);
  near(answer.centre, 15 / 470);
  assert.equal(answer.points[0]?.lower, '0');
  near(answer.points[3]?.upper, 15 / 470 + 3 * Math.sqrt(((15 / 470) * (455 / 470)) / 400));
  assert.deepEqual(answer.points[2]?.rules, [1]);
});

test('u chart: the rate for each unit; c and np charts: the counts themselves', () => {
  const u = answerOf({ chart: 'u', data: [3, 8, 2], sizes: ['1.5', '2', '1'] });
  near(u.centre, 13 / 4.5);
  near(u.points[1]?.upper, 13 / 4.5 + 3 * Math.sqrt(13 / 4.5 / 2));
  const c = answerOf({ chart: 'c', data: [9, 12, 6, 9, 18, 9, 0, 9] });
  assert.deepEqual([c.centre, c.lower, c.upper], ['9', '0', '18']);
  assert.deepEqual(c.points[4]?.rules, []);
  const np = answerOf({ chart: 'np', data: [2, 4, 3, 3], sizes: 100 });
  assert.equal(np.centre, '3');
  near(np.upper, 3 + 3 * Math.sqrt(3 * 0.97));
});

test('subgroups of unequal size in a mean and standard deviation chart', () => {
  const answer = answerOf({
    chart: 'xbar-s',
    data: [
      [1, 2, 3],
      [2, 4],
      [1, 3, 2, 2],
    ],
  });
  assert.equal(answer.upper, null);
  near(answer.points[1]?.upper, 20 / 9 + (3 * Number(answer.processSigma)) / Math.SQRT2, 1e-12);
  refused(
    {
      chart: 'xbar-r',
      data: [
        [1, 2, 3],
        [2, 4],
      ],
    },
    'data[1]',
  );
});

test('a run on the centre line is seen although the mean has no end in binary', () => {
  const data = Array.from({ length: 12 }, () => [0.1, 0.2, 0.3]);
  assert.equal(
    answerOf({ chart: 'xbar-r', data }).points.some(({ rules }) => rules.includes(2)),
    false,
  );
});

test('large readings lose nothing: the same chart, moved by ten million', () => {
  const small = ['0.01', '0.05', '0.02', '0.04', '0.03'];
  const large = small.map((reading) => reading.replace('0.', '10000000.'));
  const [one, other] = [answerOf({ chart: 'i-mr', data: small }), answerOf({ chart: 'i-mr', data: large })];
  assert.deepEqual(other.spread, one.spread);
  assert.equal(other.centre, '10000000.03');
});

test('limits of an earlier phase come from its records', () => {
  const before = [
    [1, 2],
    [2, 3],
    [1, 3],
    [2, 2],
  ];
  const known = answerOf({ chart: 'xbar-r', data: before });
  const answer = answerOf({
    chart: 'xbar-r',
    data: [
      [9, 9],
      [2, 2],
    ],
    established: { data: before },
  });
  assert.equal(answer.upper, known.upper);
  assert.equal(answer.basis.centre, 'established');
  assert.deepEqual(answer.points[0]?.rules, [1]);
  assert.equal(answer.inControl, false);
});

test('a limit that is typed in is refused by its name, wherever it stands', () => {
  const data = [1, 2, 3];
  for (const name of [
    'limits',
    'ucl',
    'LCL',
    'upper',
    'lowerLimit',
    'controlLimits',
    'upper_control_limit',
    'centre',
    'center',
    'centerLine',
    'CL',
  ])
    refused({ chart: 'i-mr', data, [name]: 3 }, name);
  refused({ chart: 'i-mr', data, established: { data, ucl: 3 } }, 'established.ucl');
  assert.throws(() => chartCommand({ chart: 'c', data, ucl: 1 }), /cannot be typed in/);
  refused({ chart: 'i-mr', data, target: 3 }, 'target');
});

test('what cannot be used is refused with its place', () => {
  for (const input of [null, [], 'x', 3, undefined]) refused(input, '');
  refused({}, 'chart');
  refused({ chart: 'pie', data: [1, 2] }, 'chart');
  refused({ chart: 'i-mr' }, 'data');
  refused({ chart: 'i-mr', data: [] }, 'data');
  refused({ chart: 'i-mr', data: [1] }, 'data');
  refused({ chart: 'i-mr', data: [1, Number.NaN] }, 'data[1]');
  refused({ chart: 'i-mr', data: [1, null] }, 'data[1]');
  refused({ chart: 'i-mr', data: [1, '1,5'] }, 'data[1]');
  refused({ chart: 'i-mr', data: [1, '1e999'] }, 'data[1]');
  refused({ chart: 'i-mr', data: [1, [2, 3]] }, 'data[1]');
  refused({ chart: 'xbar-s', data: [[1], [2]] }, 'data[0]');
  refused({ chart: 'xbar-r', data: [[1, 2], []] }, 'data[1]');
  refused(
    {
      chart: 'xbar-r',
      data: [
        [1, 2],
        [3, { a: 1 }],
      ],
    },
    'data[1][1]',
  );
  refused({ chart: 'p', data: [1, 2] }, 'sizes');
  refused({ chart: 'p', data: [1, 2], sizes: [10] }, 'sizes');
  refused({ chart: 'p', data: [1, 12], sizes: [10, 10] }, 'data[1]');
  refused({ chart: 'p', data: [1, -2], sizes: 10 }, 'data[1]');
  refused({ chart: 'p', data: [1, 2], sizes: [10, 0] }, 'sizes[1]');
  refused({ chart: 'np', data: [1, 2], sizes: [10, 20] }, 'sizes[1]');
  refused({ chart: 'c', data: [1, 2.5] }, 'data[1]');
  refused({ chart: 'c', data: [1, 2], sizes: 3 }, 'sizes');
  refused({ chart: 'ewma', data: [1, 2], lambda: 1.5 }, 'lambda');
  refused({ chart: 'ewma', data: [1, 2], lambda: 0 }, 'lambda');
  refused({ chart: 'ewma', data: [[1, 2], [3]], lambda: 0.2 }, 'ewmaLimits');
  refused({ chart: 'cusum', data: [5, 5, 5], target: 5 }, 'data');
  refused({ chart: 'i-mr', data: [1, 2], specification: {} }, 'specification');
  refused({ chart: 'i-mr', data: [1, 2], specification: { lower: 3, upper: 2 } }, 'specification');
  refused({ chart: 'i-mr', data: [1, 2], specification: { lower: 0, upper: 2, target: 5 } }, 'specification.target');
  refused({ chart: 'c', data: [1, 2], specification: { upper: 2 } }, 'specification');
  refused({ chart: 'i-mr', data: [1, 2], rules: [9] }, 'rules[0]');
  refused({ chart: 'i-mr', data: [1, 2], level: 2 }, 'level');
});

test('readings without any difference are charted with a warning, without NaN and without indices', () => {
  const result = chartCommand({ chart: 'i-mr', data: ['5', '5', '5'], specification: { lower: 4, upper: 6 } });
  assert.deepEqual([result.answer.lower, result.answer.upper], ['5', '5']);
  assert.equal(result.answer.capability?.Cp, null);
  assert.doesNotMatch(JSON.stringify(result), /NaN|Infinity/);
});

test('a process out of control is a finding: the answer is given and the exit code is 0', () => {
  const result = chartCommand({ chart: 'c', data: [1, 1, 1, 1, 30] });
  assert.equal(result.exitCode, 0);
  assert.match(result.text[0], /过程失控/);
  assert.match(result.text[1], /out of control/);
});

test('whatever readings are given, every number of the answer is plain decimal text of at most 15 significant digits', () => {
  const reading = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => (n / 1000).toFixed(3)),
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.constantFrom('i-mr', 'ewma', 'cusum'), fc.array(reading, { minLength: 2, maxLength: 30 }), (chart, data) => {
      let result;
      try {
        result = answerOf({ chart, data, specification: { lower: -1, upper: '1.5' } });
      } catch (error) {
        assert.ok(error instanceof InvalidInput && error.place.startsWith('data'));
        return;
      }
      for (const [text] of JSON.stringify(result).matchAll(/"-?[\d.]+(?:e[^"]*)?"/g)) {
        assert.match(text, /^"-?\d+(\.\d+)?"$/);
        assert.ok(text.replace(/^"-?0*\.?0*|[".]/g, '').replace(/^0+|0+$/g, '').length <= 15, text);
      }
    }),
    { numRuns: 60 },
  );
});
