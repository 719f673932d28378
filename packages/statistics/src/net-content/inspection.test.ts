import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import fc from 'fast-check';
import { inspect } from './answer.ts';
import { netContentCommand } from './command.ts';
import { meanCriterion } from './mean-criterion.ts';

const split = (text: string): string[] => text.trim().split(/\s+/);

const lotA = split('99.1 100.4 98.7 100.9 99.6 97.8 100.2 99.0 101.3 98.5');
const lotA2 = split('96.9 97.2 96.8 97.5 97.1 97.0 96.6 97.3 97.4 97.2');
const lotB = split(`499.0 501.3 497.5 503.0 496.1 500.1 494.4 484.2 498.4 502.2 499.3 501.6 497.8 503.3 496.4 500.4 494.7 505.0 498.7 502.5
  499.6 501.9 498.1 483.9 496.8 500.7 495.0 505.3 499.0 502.8 499.9 502.2 498.4 503.9 497.1 501.0 495.3 505.6 499.3 503.1 500.2 484.6 498.7
  504.2 497.4 501.3 495.6 505.9 499.6 503.4`);
const inspectionA = { rule: 'jjf-1070-2005', lot: 40, nominal: '100', unit: 'g', contents: lotA };
const inspectionB = { rule: 'jjf-1070-2005', lot: 400, nominal: '500', unit: 'g', contents: lotB };

test('example A passes with the values of the worked example', () => {
  const { answer, exitCode } = netContentCommand(inspectionA);
  const { n, lambda, mean, s, limit, meanOk, T, t1, t2, verdict } = answer;
  assert.deepEqual(
    { n, lambda, mean, s, limit, meanOk, T, t1, t2, verdict },
    {
      n: 10,
      lambda: '1.028',
      mean: '99.55',
      s: '1.12670',
      limit: '98.84176',
      meanOk: true,
      T: '4.5',
      t1: { found: 0, allowed: 0 },
      t2: { found: 0, allowed: 0 },
      verdict: 'pass',
    },
  );
  assert.equal(exitCode, 0);
});

test('example A2: the mean fails although no unit is beyond T', () => {
  const { answer, exitCode } = netContentCommand({ ...inspectionA, contents: lotA2 });
  assert.deepEqual([answer.mean, answer.s, answer.limit, answer.meanOk], ['97.1', '0.27889', '99.71330', false]);
  assert.deepEqual([answer.t1.found, answer.verdict, exitCode], [0, 'fail', 1]);
});

test('example B passes at its edge: three units beyond T are allowed', () => {
  const answer = inspect(inspectionB);
  assert.deepEqual([answer.mean, answer.s, answer.limit, answer.T], ['499.114', '4.82540', '498.17117', '15']);
  assert.deepEqual([answer.t1, answer.t2, answer.verdict], [{ found: 3, allowed: 3 }, { found: 0, allowed: 0 }, 'pass']);
  assert.deepEqual(
    answer.beyond.map(({ unit, deficiency, beyond }) => [unit, deficiency, beyond]),
    [
      [8, '15.8', 'T'],
      [24, '16.1', 'T'],
      [42, '15.4', 'T'],
    ],
  );
});

test('one more unit beyond T, or one beyond 2T, and the lot of example B fails; exactly T and exactly 2T are not beyond', () => {
  const first = (content: string) => inspect({ ...inspectionB, contents: [content, ...lotB.slice(1)] });
  assert.deepEqual([first('485.0').t1.found, first('485.0').verdict], [3, 'pass']);
  assert.deepEqual([first('484.9').t1.found, first('484.9').verdict], [4, 'fail']);
  assert.deepEqual([first('470').t2.found, first('470').t1.found], [0, 4]);
  assert.deepEqual([first('469.9').t2.found, first('469.9').verdict], [1, 'fail']);
});

type LotVector = {
  kind: string;
  id: string;
  inputs: { Qn: number; unit: string; net: number[] };
  expected: Record<string, number | boolean>;
};
const vectors = JSON.parse(readFileSync(new URL('../../vectors/netcontent.json', import.meta.url), 'utf8')) as { vectors: LotVector[] };

test('the constructed lots of the vectors come out by R 87 and, for the same plan, by JJF 1070', () => {
  const lots = vectors.vectors.filter(({ kind }) => kind === 'lot');
  assert.equal(lots.length, 3);
  for (const { id, inputs, expected } of lots) {
    for (const rule of ['oiml-r87-2004', 'jjf-1070-2005']) {
      const answer = inspect({ rule, lot: 1000, nominal: inputs.Qn, unit: inputs.unit, contents: inputs.net });
      assert.ok(Math.abs(Number(answer.mean) - Number(expected['mean'])) < 1e-5, id);
      assert.ok(Math.abs(Number(answer.s) - Number(expected['s'])) <= 5.1e-6, id);
      const sum = Number(answer.mean) + Number(answer.lambda) * Number(answer.s);
      assert.ok(Math.abs(sum - Number(expected['mean_plus_scf_s'])) < 1e-5, id);
      assert.deepEqual(
        [Number(answer.T), answer.meanOk, answer.t1.found + answer.t2.found, answer.t2.found, answer.verdict === 'pass'],
        [expected['T'], expected['mean_ok'], expected['T1_count'], expected['T2_count'], expected['accept']],
        id,
      );
    }
  }
});

test('a lot of ten or fewer is inspected whole, without a test of the mean', () => {
  const small = inspect({ rule: 'jjf-1070-2005', lot: 3, nominal: '100', unit: 'g', contents: ['96', '95.5', '97'] });
  assert.deepEqual([small.n, small.lambda, small.limit, small.meanOk, small.verdict], [3, null, null, null, 'pass']);
  assert.equal(inspect({ rule: 'jjf-1070-2005', lot: 3, nominal: '100', unit: 'g', contents: ['96', '95.4', '97'] }).verdict, 'fail');
  const single = inspect({ rule: 'jjf-1070-2005', lot: 1, nominal: '100', unit: 'g', contents: ['100'] });
  assert.deepEqual([single.mean, single.s, single.verdict], ['100', null, 'pass']);
});

test('deviations are contents less the nominal quantity', () => {
  const deviations = lotA.map((content) => (Number(content) - 100).toFixed(1));
  const { contents: _contents, ...rest } = inspectionA;
  assert.deepEqual(inspect({ ...rest, deviations }), inspect(inspectionA));
});

test('contents in another unit of the same kind are converted exactly', () => {
  const kilograms = lotB.map((content) => `0.${content.replace('.', '')}`);
  const inGrams = inspect({ ...inspectionB, nominal: '0.5', unit: 'kg', contentUnit: 'g' });
  assert.deepEqual([inGrams.nominal, inGrams.limit, inGrams.verdict], ['500', '498.17117', 'pass']);
  const inKilograms = inspect({ ...inspectionB, nominal: '0.5', unit: 'kg', contents: kilograms });
  assert.deepEqual([inKilograms.T, inKilograms.mean, inKilograms.s, inKilograms.limit], ['0.015', '0.49911', '0.00483', '0.49817']);
  assert.deepEqual([inKilograms.t1.found, inKilograms.verdict], [3, 'pass']);
});

test('the drained quantity is judged beside the net content, and either can fail the lot', () => {
  const drained = { nominal: '60', contents: split('60 61 59 60 62 58 60 61 60 59') };
  const both = inspect({ ...inspectionA, drained });
  assert.deepEqual([both.verdict, both.drained?.T, both.drained?.verdict], ['pass', '4.5', 'pass']);
  const short = inspect({ ...inspectionA, drained: { ...drained, contents: split('55 61 59 60 62 58 60 61 60 59') } });
  assert.deepEqual([short.verdict, short.drained?.t1.found, short.t1.found], ['fail', 1, 0]);
  refused({ ...inspectionA, drained: { ...drained, contents: ['60'] } }, /^drained\.contents: a lot of 40 takes a sample of 10/);
});

test('short lengths and small counts may not be short at all', () => {
  const ten = (value: string, last: string) => [...Array<string>(9).fill(value), last];
  const length = { rule: 'jjf-1070-2005', lot: 40, nominal: '5', unit: 'm' };
  assert.equal(inspect({ ...length, contents: ten('5.001', '5') }).verdict, 'pass');
  assert.deepEqual(inspect({ ...length, contents: ten('5.001', '4.999') }).t2, { found: 1, allowed: 0 });
  const count = { rule: 'jjf-1070-2005', lot: 40, unit: 'count' };
  assert.deepEqual(inspect({ ...count, nominal: '50', contents: ten('50', '49') }).t2.found, 1);
  assert.deepEqual([inspect({ ...count, nominal: '51', contents: ten('51', '50') }).beyond, '1'], [[], '1']);
  refused({ ...count, nominal: '50', contents: ten('50', '49.5') }, /contents\[9\]: a count is a whole number/);
  refused({ ...count, nominal: '50.5', contents: ten('50', '49') }, /^nominal: /);
});

function refused(input: unknown, message: RegExp): void {
  assert.throws(
    () => inspect(input),
    (error: unknown) => {
      assert.ok(error instanceof InvalidInput, String(error));
      assert.match(error.message, message);
      assert.match(error.text[0], /[\u4e00-\u9fff]/);
      return true;
    },
  );
}

test('what cannot be used is refused with its place', () => {
  refused(null, /a JSON object is expected/);
  refused([], /a JSON object is expected/);
  refused({}, /^rule: the rule is not named/);
  refused({ ...inspectionA, rule: 'jjf-1070' }, /^rule: there is no rule "jjf-1070"/);
  refused({ ...inspectionA, rule: { toString: 1 } }, /^rule: /);
  refused({ ...inspectionA, lot: 0 }, /^lot: must be greater than 0/);
  refused({ ...inspectionA, lot: 40.5 }, /^lot: must be a whole number/);
  refused({ ...inspectionA, lot: '1e9' }, /^lot: /);
  refused({ ...inspectionA, lot: 1e12 }, /^lot: must be at most/);
  refused({ ...inspectionA, nominal: '-1' }, /^nominal: must be greater than 0/);
  refused({ ...inspectionA, nominal: Number.NaN }, /^nominal: not a finite number/);
  refused({ ...inspectionA, nominal: '60000' }, /^nominal: above 50000 g/);
  refused({ ...inspectionA, unit: 'oz' }, /^unit: the unit "oz" is not known/);
  refused({ ...inspectionA, unit: 'constructor' }, /^unit: /);
  refused({ ...inspectionA, unit: undefined }, /^unit: the unit is missing/);
  refused({ ...inspectionA, contentUnit: 'mL' }, /^contentUnit: .* different kinds/);
  refused({ ...inspectionA, contents: lotA.slice(1) }, /^contents: a lot of 40 takes a sample of 10, but 9 values are given/);
  refused({ ...inspectionA, contents: [] }, /^contents: the list is empty/);
  refused({ ...inspectionA, contents: 'x' }, /^contents: a list is expected/);
  refused({ ...inspectionA, contents: [...lotA.slice(1), '1,5'] }, /^contents\[9\]: "1,5"/);
  refused({ ...inspectionA, contents: [...lotA.slice(1), null] }, /^contents\[9\]: /);
  refused({ ...inspectionA, contents: [...lotA.slice(1), '-1'] }, /^contents\[9\]: a content cannot be below 0/);
  refused({ ...inspectionA, contents: [...lotA.slice(1), Infinity] }, /^contents\[9\]: not a finite number/);
  refused({ ...inspectionA, deviations: lotA }, /^contents: give either/);
  refused({ ...inspectionA, contents: undefined }, /^contents: give either/);
  refused({ ...inspectionA, label: { text: '', height: '4' } }, /^label\.height: there is no such field/);
  refused({ ...inspectionA, date: '2024-02-30' }, /^date: /);
  refused({ ...inspectionA, uncertainty: '0' }, /^uncertainty: /);
  refused({ ...inspectionA, process: { s: `0.${'0'.repeat(90)}1` } }, /^process\.s: less than a ten-millionth/);
  refused({ ...inspectionA, process: { s: '1', means: [] } }, /^process\.means: the list is empty/);
});

test('JJF 1070-2023 is refused until its table is confirmed, and R 87:2004 has no plan below 100', () => {
  refused(
    { ...inspectionA, rule: 'jjf-1070-2023' },
    /^rule: JJF 1070-2023 is in force since 2024-10-12, but its sampling table has not been confirmed/,
  );
  refused({ ...inspectionA, rule: 'oiml-r87-2004' }, /^lot: OIML R 87:2004 has no sampling plan for lots below 100/);
});

test('an inspection on or after 2024-10-12 by the edition of 2005 is warned about, and so is a missing day', () => {
  const codes = (date?: string) => inspect({ ...inspectionA, date }).warnings.map(({ code }) => code);
  assert.ok(codes('2024-10-12').includes('followed') && codes('2026-01-01').includes('followed'));
  assert.ok(!codes('2024-10-11').includes('followed') && !codes('2024-10-11').includes('no-date'));
  assert.ok(codes().includes('no-date') && codes('2005-12-31').includes('not-yet'));
  assert.ok(codes().includes('not-confirmed'));
});

test('contents in a wrong unit are noticed', () => {
  const inKilograms = lotA.map((content) => `${Number(content) / 1000}`);
  assert.ok(inspect({ ...inspectionA, contents: inKilograms }).warnings.some(({ code }) => code === 'far'));
  assert.ok(!inspect(inspectionA).warnings.some(({ code }) => code === 'far'));
});

test('a field that is not read is named', () => {
  const { warnings, verdict } = inspect({ ...inspectionA, product: 'x' });
  assert.equal(verdict, 'pass');
  assert.match(warnings.find(({ code }) => code === 'unread')?.text[1] ?? '', /product/);
});

test('the uncertainty of a content may be a fifth of T', () => {
  assert.deepEqual(inspect({ ...inspectionA, uncertainty: '0.9' }).uncertainty, { U: '0.9', limit: '0.9', ok: true });
  assert.equal(inspect({ ...inspectionA, uncertainty: '0.91' }).uncertainty?.ok, false);
});

test('the mean is decided on exact values, not on the printed limit', () => {
  // Ten values whose s is exactly 1, so that the limit is exactly Qn − 1.028.
  const withUnitDeviation = ['-1.5', '-1.5', '0', '0', '0', '0', '0', '0', '1.5', '1.5'];
  assert.equal(
    withUnitDeviation.reduce((sum, value) => sum + Number(value) ** 2, 0),
    9,
  );
  const lot = (mean: string) =>
    meanCriterion(
      withUnitDeviation.map((value) => {
        const [one, other] = [parse(mean), parse(value)];
        return { digits: one.digits + other.digits * 10n ** BigInt(one.scale - other.scale), scale: one.scale };
      }),
      parse('100'),
      '1.028',
    );
  assert.deepEqual([lot('98.97200000').limit, lot('98.97200000').meanOk], ['98.97200', true]);
  assert.deepEqual([lot('98.97199999').limit, lot('98.97199999').meanOk], ['98.97200', false]);
});

test('the order of the contents decides nothing, and more content never fails the mean by itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 900, max: 1100 }), { minLength: 10, maxLength: 10 }),
      fc.integer({ min: 0, max: 200 }),
      (tenths, more) => {
        const contents = tenths.map((value) => (value / 10).toFixed(1));
        const { beyond: _one, warnings: _two, ...answer } = inspect({ ...inspectionA, contents });
        const { beyond: _three, warnings: _four, ...reversed } = inspect({ ...inspectionA, contents: [...contents].reverse() });
        assert.deepEqual(reversed, answer);
        const shifted = inspect({ ...inspectionA, contents: tenths.map((value) => ((value + more) / 10).toFixed(1)) });
        assert.equal(shifted.s, answer.s);
        if (answer.verdict === 'pass') assert.equal(shifted.verdict, 'pass');
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test('the text names every value in both languages', () => {
  const { text } = netContentCommand({ ...inspectionB, date: '2025-01-01' });
  for (const value of ['499.114', '4.82540', '498.17117', '15.8', '0.379']) for (const one of text) assert.ok(one.includes(value), value);
  assert.match(text[0], /合格/);
  assert.match(text[1], /lot +pass/);
});

test('whatever a file holds is judged or refused by name', () => {
  const names = [
    'rule',
    'lot',
    'nominal',
    'unit',
    'contents',
    'deviations',
    'contentUnit',
    'drained',
    'label',
    'date',
    'uncertainty',
    'process',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything({ withBigInt: true, withNullPrototype: true }), (name, value) => {
      try {
        netContentCommand({ ...inspectionA, [name]: value });
        netContentCommand(value);
      } catch (error) {
        assert.ok(error instanceof InvalidInput, `${name}: ${String(error)}`);
      }
    }),
    { numRuns: 1000, seed: 6 },
  );
});
