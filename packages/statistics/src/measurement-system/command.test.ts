import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { gaugeCommand } from './command.ts';
import type { StudyAnswer } from './study-answer.ts';

type Figures = Readonly<Record<string, number>>;
type Manual = {
  gauge: {
    operators: Record<string, string[]>;
    published: { anova: Record<string, Figures>; variance: Figures; contribution: Figures; study: Figures; ndc: number };
  };
  linearity: { readings: Record<string, string>; published: { [name: string]: number } & { bias: number[] } };
  bias: { reference: string; readings: string; published: Figures };
};
const manual = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/aiag-msa.json'), 'utf8')) as unknown as Manual;

type Study = StudyAnswer['study'];
function answerOf<S extends Study>(study: S, input: object): Extract<StudyAnswer, { study: S }> {
  const { answer } = gaugeCommand({ study, ...input });
  return answer.study === study ? (answer as Extract<StudyAnswer, { study: S }>) : assert.fail(answer.study);
}
const near = (text: string | null | undefined, expected: number | undefined, tolerance: number): void =>
  assert.ok(Math.abs(Number(text) - (expected ?? Number.NaN)) <= tolerance, `${text} is not ${expected}`);
const refused = (input: unknown, place: string, sentence = /./): void => {
  assert.throws(
    () => gaugeCommand(input),
    (error) => error instanceof InvalidInput && error.place === place && sentence.test(error.message),
    `${place} is named`,
  );
};

const sheet = Object.entries(manual.gauge.operators).flatMap(([operator, trials]) =>
  trials.flatMap((trial) => trial.split(' ').map((value, index) => ({ part: String(index + 1), operator, value }))),
);

test('the worked example of the AIAG manual: table of variances to its last printed digit', () => {
  const { anova } = answerOf('grr', { data: sheet });
  for (const row of anova) {
    const published = manual.gauge.published.anova[row.source] ?? assert.fail(row.source);
    assert.equal(row.dof, published['dof']);
    near(row.SS, published['SS'], 5.1e-5);
    if (published['MS'] !== undefined) near(row.MS, published['MS'], 5.1e-6);
    if (published['F'] !== undefined) near(row.F, published['F'], 5.1e-4);
    if (published['p'] !== undefined) near(row.p, published['p'], 5.1e-4);
  }
});

test('the worked example of the AIAG manual: components, percentages and categories with the interaction pooled', () => {
  const answer = answerOf('grr', { data: sheet });
  const { variance, contribution, study, ndc } = manual.gauge.published;
  assert.equal(answer.pooled, true);
  for (const row of answer.sources) {
    if (variance[row.source] !== undefined) near(row.variance, variance[row.source], 5.1e-6);
    if (contribution[row.source] !== undefined) near(row.contribution, contribution[row.source], 5.1e-3);
    if (study[row.source] !== undefined) near(row.study, study[row.source], 5.1e-3);
  }
  assert.equal(answer.ndc, ndc);
  assert.equal(answer.verdict, 'conditional');
  const [low, high] = answer.percentStudyInterval ?? [];
  assert.ok(Number(low) < Number(answer.percentStudy) && Number(answer.percentStudy) < Number(high));
});

test('percent of the tolerance is six standard deviations over its width', () => {
  const answer = answerOf('grr', { data: sheet, specification: { lower: -4, upper: 4 } });
  const gauge = answer.sources.find(({ source }) => source === 'gauge');
  near(answer.percentTolerance, (600 * Number(gauge?.sd)) / 8, 1e-9);
  assert.equal(answerOf('grr', { data: sheet, tolerance: '8' }).percentTolerance, answer.percentTolerance);
});

test('without pooling a negative component is 0 and said so', () => {
  const answer = answerOf('grr', { data: sheet, poolAbove: 'never' });
  assert.equal(answer.pooled, false);
  assert.equal(answer.sources.find(({ source }) => source === 'interaction')?.variance, '0');
  assert.match(answer.warnings.map(([, en]) => en).join(), /variance of interaction was negative/);
});

test('sums of squares and components add up, whatever was measured; the order of the records and the origin do not matter', () => {
  const sizes = fc.record({
    parts: fc.integer({ min: 2, max: 6 }),
    operators: fc.integer({ min: 2, max: 4 }),
    trials: fc.integer({ min: 2, max: 4 }),
  });
  const study = sizes.chain(({ parts, operators, trials }) =>
    fc
      .array(fc.integer({ min: -500, max: 500 }), { minLength: parts * operators * trials, maxLength: parts * operators * trials })
      .map((values) =>
        values.map((value, index) => ({
          part: `P${index % parts}`,
          operator: `O${Math.floor(index / parts) % operators}`,
          value: value / 100,
        })),
      ),
  );
  fc.assert(
    fc.property(study, fc.constantFrom('never', '0.25'), (data, poolAbove) => {
      const answer = answerOf('grr', { data, poolAbove });
      const sum = answer.anova.filter(({ source }) => source !== 'total').reduce((total, { SS }) => total + Number(SS), 0);
      near(answer.anova.find(({ source }) => source === 'total')?.SS, sum, 1e-9 * Math.max(1, sum));
      const variance = (source: string): number => Number(answer.sources.find((row) => row.source === source)?.variance ?? 0);
      near(String(variance('total')), variance('gauge') + variance('part'), 1e-9);
      near(String(variance('gauge')), variance('repeatability') + variance('operator') + variance('interaction'), 1e-9);
      for (const { varianceInterval } of answer.sources) assert.ok(Number(varianceInterval[0]) <= Number(varianceInterval[1]));
      const other = answerOf('grr', { data: data.map((one) => ({ ...one, value: (one.value + 1000).toFixed(2) })), poolAbove });
      assert.deepEqual(
        other.sources.map(({ source, variance: value }) => [source, value]),
        answer.sources.map(({ source, variance: value }) => [source, value]),
      );
      near(answerOf('grr', { data: [...data].reverse(), poolAbove }).percentStudy ?? '0', Number(answer.percentStudy ?? 0), 1e-9);
    }),
    { numRuns: 40 },
  );
});

test('an unbalanced study is refused with the part, the operator and both numbers', () => {
  refused({ study: 'grr', data: sheet.slice(1) }, 'data', /part 1, operator A has 2 trials where others have 3/);
  refused(
    { study: 'grr', data: sheet.filter(({ part, operator }) => part !== '4' || operator !== 'B') },
    'data',
    /part 4, operator B has 0 trials/,
  );
  refused({ study: 'grr', data: sheet.filter(({ operator }) => operator === 'A') }, 'data', /2 operators/);
  refused({ study: 'grr', data: sheet.filter(({ part }) => part === '1') }, 'data', /2 parts/);
  refused({ study: 'grr', data: sheet.filter((_, index) => index % 30 < 10) }, 'data', /twice/);
});

test('readings that do not differ give no percentages and no NaN', () => {
  const result = gaugeCommand({ study: 'grr', data: sheet.map((one) => ({ ...one, value: 5 })), tolerance: 1 });
  assert.doesNotMatch(JSON.stringify(result), /NaN|Infinity/);
  assert.ok(result.answer.study === 'grr' && result.answer.percentStudy === null && result.answer.ndc === null);
});

test('the linearity example of the AIAG manual: line, t values and biases', () => {
  const { readings, published } = manual.linearity;
  const data = Object.entries(readings).map(([reference, values]) => ({ reference, values: values.split(' ') }));
  const answer = answerOf('linearity', { data });
  near(answer.slope.value, published['slope'], 5.1e-7);
  near(answer.intercept.value, published['intercept'], 5.1e-7);
  near(answer.slope.t, published['tSlope'], 5.1e-4);
  near(answer.intercept.t, published['tIntercept'], 5.1e-4);
  near(answer.R2, published['R2'], 5.1e-5);
  answer.points.forEach(({ bias }, index) => near(bias, published.bias[index], 5.1e-7));
  assert.equal(answer.linear, false);
  const even = data.map(({ reference }) => ({
    reference,
    values: [-0.1, 0.1, 0, 0.05, -0.05].map((bias) => (Number(reference) + bias).toFixed(2)),
  }));
  assert.equal(answerOf('linearity', { data: even }).linear, true);
});

test('the bias example of the AIAG manual: mean and bias; not significant', () => {
  const { reference, readings, published } = manual.bias;
  const answer = answerOf('bias', { reference, data: readings.split(' ') });
  near(answer.mean, published['mean'], 5e-5);
  near(answer.bias, published['bias'], 5e-5);
  assert.equal(answer.dof, '14');
  assert.equal(answer.significant, false);
  near(answer.t, Number(answer.bias) / Number(answer.standardError), 1e-9);
});

test('an uncertain reference widens the interval of the bias', () => {
  const data = ['10.1', '10.2', '10.1', '10.2', '10.15', '10.15', '10.1', '10.2', '10.1', '10.2'];
  const exact = answerOf('bias', { reference: 10, data });
  const uncertain = answerOf('bias', { reference: 10, data, referenceUncertainty: '0.1' });
  assert.equal(exact.significant, true);
  assert.equal(uncertain.significant, false);
  assert.ok(Number(uncertain.dof) > Number(exact.dof));
});

test('type 1: Cg and Cgk of a hand calculation, and other conventions as data', () => {
  const data = ['9.99', '10.01', '10.00', '10.02', '9.98'];
  // s = 0.0158114, bias 0: Cg = 0.2 · 1 / (6 s) = 2.10819
  const answer = answerOf('type-1', { reference: 10, data, tolerance: 1 });
  near(answer.Cg, 0.2 / (6 * Math.sqrt(0.001 / 4)), 1e-12);
  assert.equal(answer.Cg, answer.Cgk);
  assert.equal(answer.capable, true);
  const shifted = answerOf('type-1', { reference: '9.95', data, tolerance: 1 });
  near(shifted.Cgk, 0.05 / (3 * Math.sqrt(0.001 / 4)), 1e-12);
  assert.equal(shifted.capable, false);
  near(answerOf('type-1', { reference: 10, data, tolerance: 1, convention: '15-percent-6s' }).Cg, Number(answer.Cg) * 0.75, 1e-12);
  const still = answerOf('type-1', { reference: 10, data: [10, 10, 10], tolerance: 1 });
  assert.deepEqual([still.Cg, still.capable], [null, null]);
});

test('stability is a control chart of the master part, and its limits cannot be typed in either', () => {
  const answer = answerOf('stability', { data: [5, 5.1, 4.9, 5, 9] });
  assert.equal(answer.chart, 'i-mr');
  refused({ study: 'stability', data: [1, 2, 3], ucl: 4 }, 'ucl');
});

test('what cannot be used is refused with its place', () => {
  refused(null, '');
  refused({ study: 'grr' }, 'data');
  refused({ study: 'anything' }, 'study');
  refused({ study: 'grr', data: [{ part: 1, operator: 'A', value: Number.NaN }] }, 'data[0].value');
  refused({ study: 'grr', data: [{ part: {}, operator: 'A', value: 1 }] }, 'data[0].part');
  refused({ study: 'grr', data: sheet, tolerance: 0 }, 'tolerance');
  refused({ study: 'grr', data: sheet, tolerence: 1 }, 'tolerence');
  refused({ study: 'grr', data: sheet, specification: { upper: 3 } }, 'specification');
  refused({ study: 'grr', data: sheet, poolAbove: 2 }, 'poolAbove');
  refused({ study: 'bias', data: [1, 2] }, 'reference');
  refused({ study: 'bias', reference: 1, data: [1] }, 'data');
  refused({ study: 'linearity', data: [{ reference: 1, values: [1, 2] }] }, 'data');
  refused(
    {
      study: 'linearity',
      data: [
        { reference: 1, values: [1, 2] },
        { reference: '1.0', values: [1, 2] },
      ],
    },
    'data',
    /the same/,
  );
  refused(
    {
      study: 'linearity',
      data: [
        { reference: 1, values: [1, 2] },
        { reference: 2, values: [1] },
      ],
    },
    'data[1].values',
  );
  refused({ study: 'type-1', reference: 1, data: [1, 2] }, 'tolerance');
  refused({ study: 'type-1', reference: 1, data: [1, 2], tolerance: 1, convention: 'mine' }, 'convention');
});

test('a hundred thousand readings of one part are refused at once', () => {
  const data = Array.from({ length: 100_000 }, (_, value) => ({ part: 1, operator: 'A', value }));
  const start = performance.now();
  refused({ study: 'grr', data }, 'data', /2 parts/);
  assert.ok(performance.now() - start < 3000);
});
