import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Calculation, CalculationInput } from '../src/calculation.ts';
import { kinds } from '../src/edition.ts';
import { jjg0539 } from './procedure.ts';

type Group = Record<string, unknown> & { rows: Record<string, string>[] };
type Input = { kind: string; instrument: Record<string, string>; environment: Record<string, string>; readings: Record<string, Group> };

const read = (name: string): Input =>
  (JSON.parse(readFileSync(new URL(`./examples/${name}`, import.meta.url), 'utf8')) as { input: Input }).input;
const group = (input: Input, id: string): Group => input.readings[id] as Group;
const calculate = (input: unknown): Calculation => jjg0539.calculate(input as CalculationInput);
const changed = (change: (input: Input) => void): Calculation => {
  const input = read('pass-initial.json');
  change(input);
  return calculate(input);
};
const paths = (result: Calculation) => result.errors.map(({ path, reason }) => `${path}: ${reason}`);
const loadsOf = (instrument: unknown): string[] =>
  jjg0539
    .points(instrument, 'initial')
    .filter(({ group: id }) => id === 'weighing')
    .map(({ given }) => given['load'] ?? '');

test('a check tells how it was computed, in both languages', () => {
  const [chinese, english] = jjg0539.explain(read('pass-initial.json') as never)['weighing.6'] ?? ['', ''];
  assert.match(
    chinese,
    /P = 1000 \+ 0\.5 × 5 − 1\.5 = 1001\.0, E = P − 1000 = \+1\.0, Ec = E − 0\.5 = \+0\.5 g；要求 \|Ec\| ≤ 2\.5 g，符合/,
  );
  assert.match(english, /required \|Ec\| ≤ 2\.5 g: met/);
});

test('no check claims to be confirmed, and a clause stands only where a public source names it', () => {
  const result = calculate(read('pass-initial.json'));
  assert.equal(result.confirmed, false);
  for (const { item, confirmed, clause } of result.checks)
    assert.deepEqual([confirmed, clause], [false, item === 'appearance' ? '6.1～6.4' : null]);
});

test('the checks stand in the order of the work: visual inspection, zero, repeatability, eccentricity, weighing, discrimination', () => {
  const { checks } = calculate(read('pass-initial.json'));
  assert.deepEqual(
    [...new Set(checks.map(({ item }) => item))],
    ['appearance', 'zero', 'repeatability', 'eccentricity', 'weighing', 'discrimination'],
  );
});

test('the loads of the 15 kg scale are Min, 500 e, half of Max, 2000 e and Max, and zero before them', () => {
  const { instrument } = read('pass-initial.json');
  assert.deepEqual(loadsOf(instrument), ['100', '2500', '7500', '10000', '15000']);
  const readings = jjg0539.prefill(instrument, 'initial') as Record<string, Group>;
  assert.deepEqual([readings['zero']?.['load'], readings['sheet']?.['unit']], ['0', 'g']);
});

test('a scale with few changes of the MPE is weighed at quarters of Max as well, so that five loads are above zero', () => {
  const { instrument } = read('pass-initial.json');
  const small = { ...instrument, max: '1 kg', min: '20 g', e: '1 g', d: '1 g' };
  assert.deepEqual(loadsOf(small), ['20', '250', '500', '750', '1000']);
});

test('a class IIII scale changes its MPE at 50 e and 200 e', () => {
  const { instrument } = read('pass-initial.json');
  assert.deepEqual(loadsOf({ ...instrument, class: 'IIII', max: '5 kg', min: '50 g' }), ['50', '250', '1000', '2500', '5000']);
});

test('with zero tracking the error at zero is measured at 10 e', () => {
  const { instrument } = read('pass-initial.json');
  const readings = jjg0539.prefill({ ...instrument, zeroTracking: 'yes' }, 'initial') as Record<string, Group>;
  assert.equal(readings['zero']?.['load'], '50');
  const result = changed((input) => {
    input.instrument['zeroTracking'] = 'yes';
  });
  assert.deepEqual(paths(result), ['readings.zero.load: load']);
});

test('a prefilled form has every load and no reading, and is incomplete until the readings are written', () => {
  const input = read('pass-initial.json');
  const result = calculate({ ...input, readings: jjg0539.prefill(input.instrument, 'initial') });
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
  for (const kind of kinds) {
    for (const { id } of jjg0539.groups(read('pass-price-computing.json').instrument, kind)) {
      if (id === 'sheet') continue;
      const input = { ...read('pass-price-computing.json'), kind };
      delete input.readings[id];
      const result = calculate(input);
      assert.equal(result.conclusion, null);
      assert.equal(paths(result)[0], `readings.${id}: missing`);
      assert.ok(result.errors.every(({ path, reason }) => reason === 'missing' && path.startsWith(`readings.${id}`)));
    }
  }
});

test('a broken seal rejects a scale whose errors are all within the limits', () => {
  const result = changed((input) => ((input.readings['appearance'] as Record<string, unknown>)['seal'] = 'not-ok'));
  assert.equal(result.document, 'notice-of-rejection');
  assert.deepEqual(
    result.checks.filter(({ verdict }) => verdict === 'fail').map(({ id, comparison }) => [id, comparison]),
    [['appearance.seal', 'stated']],
  );
});

test('eccentric loading: a third on four quarters, 1/(N − 1) on each of more than four supports, a tenth on the supports of a hopper', () => {
  const { instrument } = read('pass-initial.json');
  const asked = (more: Record<string, string>) => {
    const scale = { ...instrument, max: '60 t', min: '400 kg', e: '20 kg', d: '20 kg', ...more };
    const { load, rows } = (jjg0539.prefill(scale, 'initial') as Record<string, Group>)['eccentricity'] ?? { rows: [] };
    const bounds = jjg0539.groups(scale, 'initial').find(({ id }) => id === 'eccentricity')?.rows;
    assert.deepEqual(bounds, { least: rows.length, most: rows.length });
    return [load, rows.map((row) => row['position']).join('')];
  };
  assert.deepEqual(asked({ supports: '4' }), ['20000', '1234']);
  assert.deepEqual(asked({ supports: '1' }), ['20000', '1234']);
  assert.deepEqual(asked({ supports: '6' }), ['12000', '123456']);
  assert.deepEqual(asked({ supports: '3', receptor: 'hopper' }), ['6000', '123']);
  assert.deepEqual(asked({ supports: '3', receptor: 'hopper', additiveTare: '1 t' }), ['6100', '123']);
});

test('tare and price are verified on a scale that has them, and on no other', () => {
  const groupsOf = (more: Record<string, string>) =>
    jjg0539.groups({ ...read('pass-initial.json').instrument, ...more }, 'initial').map(({ id }) => id);
  assert.deepEqual(
    groupsOf({ tareDevice: 'no' }).filter((id) => id === 'tare' || id === 'price'),
    [],
  );
  assert.deepEqual(
    groupsOf({ tareDevice: 'yes', priceInterval: '0.01' }).filter((id) => id === 'tare' || id === 'price'),
    ['tare', 'price'],
  );
  const { readings } = read('pass-price-computing.json');
  const result = changed((input) => Object.assign(input.readings, { price: readings['price'], tare: readings['tare'] }));
  assert.deepEqual(paths(result), ['readings.tare: not-applicable', 'readings.price: not-applicable']);
  assert.deepEqual(paths(changed((input) => (input.instrument['priceInterval'] = '0'))), ['instrument.priceInterval: too-small']);
});

test('a mandatory load that was not weighed is missing', () => {
  const result = changed((input) => {
    group(input, 'weighing').rows.splice(3, 1);
  });
  assert.deepEqual(paths(result), ['readings.weighing.rows: missing']);
  assert.match(result.errors[0]?.text[0] ?? '', /10000/);
});

test('a position that stands twice is named at its cell, beside the one that is missing for it', () => {
  const result = changed((input) => (group(input, 'eccentricity').rows[1]!['position'] = '1'));
  assert.deepEqual(paths(result), ['readings.eccentricity.rows: missing', 'readings.eccentricity.rows.1.position: repeated']);
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
    [(input) => (input.instrument['supports'] = '13'), 'instrument.supports: too-large'],
    [(input) => (input.environment['temperature'] = '41'), 'environment.temperature: too-large'],
    [(input) => (input.environment['humidity'] = '101'), 'environment.humidity: too-large'],
    [(input) => (group(input, 'zero')['indication'] = 'NaN'), 'readings.zero.indication: form'],
    [(input) => (group(input, 'zero')['indication'] = 0), 'readings.zero.indication: not-text'],
    [(input) => (group(input, 'weighing').rows[0]!['indication'] = '102'), 'readings.weighing.rows.0.indication: not-a-step'],
    [(input) => (group(input, 'weighing').rows[0]!['added'] = '5.5'), 'readings.weighing.rows.0.added: added'],
    [(input) => (group(input, 'weighing').rows[0]!['added'] = '-0.5'), 'readings.weighing.rows.0.added: added'],
    [(input) => (group(input, 'weighing').rows[6]!['load'] = '15005'), 'readings.weighing.rows.6.load: too-large'],
    [(input) => (group(input, 'weighing').rows[6]!['load'] = '-5'), 'readings.weighing.rows.6.load: too-small'],
    [(input) => (group(input, 'eccentricity')['load'] = '4995'), 'readings.eccentricity.load: too-small'],
    [(input) => (group(input, 'repeatability')['load'] = '7495'), 'readings.repeatability.load: too-small'],
    [(input) => group(input, 'repeatability').rows.pop(), 'readings.repeatability.rows: missing'],
    [(input) => (group(input, 'discrimination').rows[0]!['extra'] = '10'), 'readings.discrimination.rows.0.extra: load'],
    [(input) => (input.kind = 'periodic'), 'kind: choice'],
  ];
  for (const [change, error] of cases) assert.deepEqual(paths(changed(change)), [error]);
});

test('what is wrong is said while the sheet is filled in, and what is not written yet is not', () => {
  const input = read('pass-initial.json');
  group(input, 'weighing').rows[0]!['added'] = '5.5';
  group(input, 'weighing').rows[1]!['added'] = '';
  const { checks, errors } = jjg0539.progress(input as never);
  assert.deepEqual(
    errors.map(({ path }) => path),
    ['readings.weighing.rows.0.added'],
  );
  assert.equal(
    checks.find(({ id }) => id === 'weighing.2'),
    undefined,
  );
  assert.equal(checks.find(({ id }) => id === 'weighing.3')?.verdict, 'pass');
});

test('nothing at all is answered with what is missing, not with an exception', () => {
  const result = calculate({ kind: undefined, instrument: null, environment: 'x', readings: [] });
  assert.equal(result.conclusion, null);
  assert.deepEqual(paths(result), ['kind: missing']);
  assert.deepEqual(paths(calculate({ kind: 'initial', instrument: null, environment: 'x', readings: [] })), ['instrument: missing']);
});
