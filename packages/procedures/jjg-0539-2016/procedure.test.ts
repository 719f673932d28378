import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { calculate, jjg0539 } from './calculate.ts';

type Expected = {
  conclusion: string;
  document: string;
  values: Record<string, string>;
  checks: Record<string, { value: string; limit: string; verdict: string }>;
};
type Group = Record<string, unknown> & { rows: Record<string, string>[] };
type Input = { kind: string; instrument: Record<string, string>; environment: Record<string, string>; readings: Record<string, Group> };
type Example = { title: [string, string]; input: Input; expected: Expected };

const folder = new URL('./examples/', import.meta.url);
const read = (name: string): Example => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example;
const group = (input: Input, id: string): Group => input.readings[id] as Group;
const changed = (change: (input: Input) => void): ReturnType<typeof calculate> => {
  const { input } = read('pass-initial.json');
  change(input);
  return calculate(input);
};
const paths = (result: ReturnType<typeof calculate>) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);

for (const name of readdirSync(folder)) {
  const { title, input, expected } = read(name);
  test(`example ${name}: ${title[1]}`, () => {
    const result = calculate(input);
    assert.deepEqual(result.errors, []);
    assert.equal(result.conclusion, expected.conclusion);
    assert.equal(result.document, expected.document);
    const checks = Object.fromEntries(result.checks.map(({ id, value, limit, verdict }) => [id, { value, limit, verdict }]));
    assert.deepEqual(checks, expected.checks);
    for (const [id, value] of Object.entries(expected.values)) {
      assert.equal(result.values.find((computed) => computed.id === id)?.value, value, id);
    }
  });
}

test('a check tells how it was computed, in both languages', () => {
  const { checks } = calculate(read('pass-initial.json').input);
  const [chinese, english] = checks.find(({ id }) => id === 'weighing.6')?.explanation ?? ['', ''];
  assert.match(
    chinese,
    /P = 1000 \+ 0\.5 × 5 − 1\.5 = 1001\.0, E = P − 1000 = \+1\.0, Ec = E − 0\.5 = \+0\.5 g；要求 \|Ec\| ≤ 2\.5 g，符合/,
  );
  assert.match(english, /required \|Ec\| ≤ 2\.5 g: met/);
});

test('no check claims to be confirmed and no clause is invented', () => {
  const result = calculate(read('pass-initial.json').input);
  assert.equal(result.confirmed, false);
  for (const { confirmed, clause } of result.checks) assert.deepEqual([confirmed, clause], [false, null]);
});

test('the loads of the 15 kg scale are zero, Min, 500 e, half of Max, 2000 e and Max', () => {
  const { instrument } = read('pass-initial.json').input;
  const loads = jjg0539.points(instrument, 'initial').map(({ value, unit }) => `${value} ${unit}`);
  assert.deepEqual(loads, ['0 g', '100 g', '2500 g', '7500 g', '10000 g', '15000 g']);
});

test('a scale with few changes of the MPE is weighed at quarters of Max as well, so that five loads are above zero', () => {
  const { instrument } = read('pass-initial.json').input;
  const small = { ...instrument, max: '1 kg', min: '20 g', e: '1 g', d: '1 g' };
  const loads = jjg0539.points(small, 'initial').map(({ value }) => value);
  assert.deepEqual(loads, ['0', '20', '250', '500', '750', '1000']);
});

test('with zero tracking the error at zero is measured at 10 e', () => {
  const { instrument } = read('pass-initial.json').input;
  assert.equal(jjg0539.points({ ...instrument, zeroTracking: 'yes' }, 'initial')[0]?.value, '50');
  const result = changed((input) => {
    input.instrument['zeroTracking'] = 'yes';
  });
  assert.deepEqual(paths(result), ['readings.zero.load: load']);
});

test('a prefilled form has every load and no reading, and is incomplete until the readings are written', () => {
  const { input } = read('pass-initial.json');
  const readings = jjg0539.prefill(input.instrument, 'initial');
  const result = calculate({ ...input, readings });
  assert.equal(result.conclusion, null);
  assert.ok(result.errors.length > 20);
  assert.ok(result.errors.every(({ reason, path }) => reason === 'missing' && !path.endsWith('load')));
});

test('an empty reading is missing and never counts as zero', () => {
  const result = changed((input) => {
    group(input, 'zero')['indication'] = '';
    delete group(input, 'weighing').rows[2]?.['added'];
  });
  assert.equal(result.conclusion, null);
  assert.equal(result.document, null);
  assert.deepEqual(result.checks, []);
  assert.deepEqual(paths(result), ['readings.zero.indication: missing', 'readings.weighing.rows.2.added: missing']);
});

test('each mandatory item is asked for, for every kind of verification', () => {
  for (const kind of ['initial', 'subsequent', 'in-use']) {
    for (const { id } of jjg0539.edition.items) {
      const result = changed((input) => {
        input.kind = kind;
        delete input.readings[id];
      });
      assert.deepEqual(paths(result), [`readings.${id}: missing`]);
    }
  }
});

test('a mandatory load that was not weighed is missing', () => {
  const result = changed((input) => {
    group(input, 'weighing').rows.splice(3, 1);
  });
  assert.deepEqual(paths(result), ['readings.weighing.rows: missing']);
});

test('what a scale cannot show or a person would not write is refused with its place', () => {
  const cases: [change: (input: Input) => void, error: string][] = [
    [(input) => (input.readings['sheet'] = { unit: '斤' } as unknown as Group), 'readings.sheet.unit: choice'],
    [(input) => (input.instrument['max'] = '30 斤'), 'instrument.max: unit-unknown'],
    [(input) => (input.instrument['max'] = '15'), 'instrument.max: unit-missing'],
    [(input) => (input.instrument['e'] = '５ g'), 'instrument.e: full-width'],
    [(input) => (input.instrument['d'] = '1 g'), 'instrument.d: intervals-differ'],
    [(input) => (input.instrument['max'] = '60 kg'), 'instrument.max: not-in-class'],
    [(input) => (input.instrument['min'] = '50 g'), 'instrument.min: not-in-class'],
    [(input) => (input.instrument['class'] = 'II'), 'instrument.class: choice'],
    [(input) => (input.instrument['supports'] = '6'), 'instrument.supports: too-large'],
    [(input) => (input.environment['temperature'] = '41'), 'environment.temperature: too-large'],
    [(input) => (group(input, 'zero')['indication'] = 'NaN'), 'readings.zero.indication: form'],
    [(input) => (group(input, 'zero')['indication'] = 0), 'readings.zero.indication: not-text'],
    [(input) => (group(input, 'weighing').rows[0]!['indication'] = '102'), 'readings.weighing.rows.0.indication: not-a-step'],
    [(input) => (group(input, 'weighing').rows[0]!['added'] = '5.5'), 'readings.weighing.rows.0.added: too-large'],
    [(input) => (group(input, 'weighing').rows[0]!['added'] = '-0.5'), 'readings.weighing.rows.0.added: too-small'],
    [(input) => (group(input, 'weighing').rows[6]!['load'] = '15005'), 'readings.weighing.rows.6.load: too-large'],
    [(input) => (group(input, 'eccentricity')['load'] = '4995'), 'readings.eccentricity.load: too-small'],
    [(input) => (group(input, 'eccentricity').rows[1]!['position'] = '1'), 'readings.eccentricity.rows.1.position: repeated'],
    [(input) => group(input, 'repeatability').rows.pop(), 'readings.repeatability.rows: missing'],
    [(input) => (group(input, 'discrimination').rows[0]!['extra'] = '10'), 'readings.discrimination.rows.0.extra: load'],
    [(input) => (input.kind = 'periodic'), 'kind: choice'],
  ];
  for (const [change, error] of cases) assert.deepEqual(paths(changed(change)), [error]);
});

test('nothing at all is answered with what is missing, not with an exception', () => {
  const result = calculate({ kind: undefined, instrument: null, environment: 'x', readings: [] });
  assert.deepEqual(paths(result), [
    'kind: missing',
    'instrument: missing',
    'environment: form',
    'environment.temperature: missing',
    'environment.humidity: missing',
  ]);
});

test('a class IIII scale changes its MPE at 50 e and 200 e', () => {
  const { instrument } = read('pass-initial.json').input;
  const ordinary = { ...instrument, class: 'IIII', max: '5 kg', min: '50 g' };
  const loads = jjg0539.points(ordinary, 'initial').map(({ value }) => value);
  assert.deepEqual(loads, ['0', '50', '250', '1000', '2500', '5000']);
});
