import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { adjustInterval, type History, type IntervalRule } from './adjust-interval.ts';
import { adjustByAttributes } from './attributes.ts';
import { adjustByStaircase } from './staircase.ts';
import { fitDrift } from './variables.ts';

type Case = {
  passfail?: number[];
  intol?: number;
  n?: number;
  conf?: number;
  I0: number;
  target: number;
  interval: number;
  rejection: number;
  range: [number, number];
};
const { vectors } = JSON.parse(readFileSync(join(import.meta.dirname, '../../vectors/intervals.json'), 'utf8')) as {
  vectors: [
    { cases: Case[] },
    {
      data: { dt: number[]; deltas: number[]; u0: number; y0: number };
      expected: {
        b: number[];
        cov: number[][];
        syx: number;
        uncertainty_target: { utarget: number; interval: number };
        reliability_target: { lo: number; hi: number; conf: number; interval: number };
        one_sided_hi: number;
      };
    },
  ];
};
const [attributes, variables] = vectors;

/** A published figure holds to half a unit of its last printed digit. */
const printed = (found: number | null, published: number, unit: number): void => {
  assert.ok(found !== null && Math.abs(found - published) <= unit / 2, `${found} is not printed as ${published}`);
};

test('NCSLI RP-1 A3: in-tolerance records of three assets and of a family', () => {
  for (const { passfail, intol, n, conf, I0, target, interval, rejection, range } of attributes.cases) {
    const passed = intol ?? passfail!.filter((result) => result === 1).length;
    const history = { attributes: { passed, calibrated: n ?? passfail!.length, interval: I0 } };
    const rule: IntervalRule = { kind: 'attributes', target, ...(conf === undefined ? {} : { confidence: conf }) };
    const found = adjustInterval(history, rule);
    printed(found.interval, interval, 1);
    const detail = found.detail as ReturnType<typeof adjustByAttributes>;
    printed(detail.rejectionConfidence, rejection, 1e-4);
    printed(detail.reliabilityRange[0], range[0], 1e-4);
    printed(detail.reliabilityRange[1], range[1], 1e-4);
    assert.ok(detail.isConfirmed);
  }
});

const drifts = variables.data.dt.map((elapsed, i) => ({ elapsed, change: variables.data.deltas[i]! }));

test('NASA-HDBK-8739.19-5: a drift fitted through the origin', () => {
  const { b, cov, syx } = variables.expected;
  const { curve } = fitDrift(drifts);
  printed(curve.parameters[0]!, b[0]!, 1e-8);
  printed(curve.parameters[1]!, b[1]!, 1e-8);
  printed(curve.residualStandardDeviation, syx, 1e-4);
  printed(curve.covariance[0]![0]!, cov[0]![0]!, 1e-8);
  printed(curve.covariance[0]![1]!, cov[0]![1]!, 1e-12);
  printed(curve.covariance[1]![1]!, cov[1]![1]!, 1e-14);
});

test('NASA-HDBK-8739.19-5: the interval ends where uncertainty or reliability is used up', () => {
  const { u0, y0 } = variables.data;
  const { uncertainty_target: target, reliability_target: reliability, one_sided_hi: oneSided } = variables.expected;
  const wanted = { kind: 'reliability', value: y0, u0, confidence: reliability.conf, upper: reliability.hi } as const;
  printed(adjustInterval({ drifts }, { kind: 'uncertainty', u0, largest: target.utarget }).interval, target.interval, 0.01);
  printed(adjustInterval({ drifts }, { ...wanted, lower: reliability.lo }).interval, reliability.interval, 0.1);
  printed(adjustInterval({ drifts }, wanted).interval, oneSided, 0.01);
});

test('a drift that never uses up its target has no interval, and says how far it was looked', () => {
  const steady = [100, 200, 300, 400, 500].map((elapsed, i) => ({ elapsed, change: i % 2 === 0 ? 0.001 : -0.001 }));
  assert.equal(adjustInterval({ drifts: steady }, { kind: 'uncertainty', u0: 0.01, largest: 1, degree: 1 }).interval, null);
});

test('more failures never lengthen an interval, and no change exceeds the largest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.5, max: 0.99, noNaN: true }), (calibrated, target) => {
      let before = 0;
      for (let passed = 0; passed <= calibrated; passed++) {
        const { interval, reliabilityRange } = adjustByAttributes({ passed, calibrated, interval: 100 }, { target });
        assert.ok(interval >= before - 1e-9 && interval >= 50 && interval <= 200);
        assert.ok(reliabilityRange[0] <= passed / calibrated && passed / calibrated <= reliabilityRange[1]);
        before = interval;
      }
    }),
    { numRuns: 40 },
  );
  assert.equal(adjustByAttributes({ passed: 5, calibrated: 5, interval: 365 }, { target: 0.95 }).interval, 365);
  assert.equal(adjustByAttributes({ passed: 200, calibrated: 200, interval: 365 }, { target: 0.9 }).isConfirmed, false);
});

test('the staircase lengthens after a good result, shortens after a bad one, and keeps to its bounds', () => {
  const found = adjustByStaircase(
    [
      { error: 0.1, limit: 1 },
      { error: -0.9, limit: 1 },
      { error: 1.2, limit: 1 },
      { error: -0.8, limit: 1 },
    ],
    { interval: 12, longest: 14 },
  );
  assert.deepEqual(found, [
    { interval: 14, decision: 'lengthened' },
    { interval: 14, decision: 'kept' },
    { interval: 7, decision: 'shortened' },
    { interval: 8.75, decision: 'lengthened' },
  ]);
});

test('the answer says that a verification period is not changed by it', () => {
  const { note } = adjustInterval({ asFound: [{ error: 0, limit: 1 }] }, { kind: 'staircase', interval: 12 });
  assert.match(note[0], /检定周期由检定规程规定/);
  assert.match(note[1], /does not apply to verification/);
});

test('histories and rules that cannot be are refused by place', () => {
  const refused = (history: History, rule: unknown, place: string): void => {
    assert.throws(
      () => adjustInterval(history, rule as IntervalRule),
      (error: unknown) => error instanceof InvalidInput && error.place === place,
      place,
    );
  };
  const counts = { passed: 15, calibrated: 20, interval: 365 };
  refused({}, { kind: 'attributes', target: 0.9 }, 'history.attributes');
  refused({ attributes: { ...counts, passed: 21 } }, { kind: 'attributes', target: 0.9 }, 'history.attributes.passed');
  refused({ attributes: { ...counts, calibrated: 0 } }, { kind: 'attributes', target: 0.9 }, 'history.attributes.calibrated');
  refused({ attributes: { ...counts, interval: NaN } }, { kind: 'attributes', target: 0.9 }, 'history.attributes.interval');
  refused({ attributes: counts }, { kind: 'attributes', target: 1 }, 'rule.target');
  refused({ attributes: counts }, { kind: 'attributes', target: 0.9, largestChange: 0.5 }, 'rule.largestChange');
  refused({ drifts: drifts.slice(0, 2) }, { kind: 'uncertainty', u0: 0.1, largest: 1 }, 'history.drifts');
  refused({ drifts: [{ elapsed: 0, change: 1 }] }, { kind: 'uncertainty', u0: 0.1, largest: 1 }, 'history.drifts[0].elapsed');
  refused({ drifts }, { kind: 'uncertainty', u0: 0.6, largest: 0.5 }, 'rule');
  refused({ drifts }, { kind: 'reliability', value: 10, u0: 0.1, confidence: 0.9 }, 'rule');
  refused({ drifts }, { kind: 'reliability', value: 10, u0: 0.1, confidence: 0.9, lower: 11, upper: 9 }, 'rule.lower');
  refused({ asFound: [] }, { kind: 'staircase', interval: 12 }, 'history.asFound');
  refused({ asFound: [{ error: NaN, limit: 1 }] }, { kind: 'staircase', interval: 12 }, 'history.asFound[0].error');
  refused({ asFound: [{ error: 0, limit: 0 }] }, { kind: 'staircase', interval: 12 }, 'history.asFound[0].limit');
  refused({ asFound: [{ error: 0, limit: 1 }] }, { kind: 'staircase', interval: 12, shorten: 2 }, 'rule.shorten');
  refused({}, { kind: 'guess' }, 'rule.kind');
});
