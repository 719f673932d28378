import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { CalculationInput } from './calculation.ts';
import { effectKind, effectsOf } from './effect.ts';
import type { EffectTerm } from './effect.ts';
import { effectModels } from './effect/editions.ts';
import { printEffects, readEffects } from './effect-text.ts';
import { procedures } from './registry.ts';

type Readings = Record<string, Record<string, unknown>>;
type Example = { readonly input: CalculationInput & { readonly readings: Readings } };
const examplesOf = (id: string): readonly Example[] => {
  const folder = new URL(`../${id}/examples/`, import.meta.url);
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Example);
};

/**
 * Where the record holds what the standard gave or measured, told here a second time and apart from the models: group, columns, and for an
 * error in % the column over which it is known.
 */
type Held = { readonly group: string; readonly columns: readonly string[]; readonly percent?: string };
const onScale: readonly Held[] = ['zero', 'tare', 'eccentricity', 'weighing', 'balancing'].map((group) => ({
  group,
  columns: ['load', 'added'],
}));
const byColumn = (columns: Readonly<Record<string, string>>, percent?: true): readonly Held[] =>
  Object.entries(columns).map(([group, column]) => ({ group, columns: [column], ...(percent ? { percent: column } : {}) }));
const trialLenses = {
  'reference-focimeter': [
    { group: 'sphere', columns: ['measured', 'centre'] },
    { group: 'cylinder', columns: ['measured', 'axis'] },
    { group: 'prism', columns: ['measured'] },
  ],
};
const held: Readonly<Record<string, Readonly<Record<string, readonly Held[]>>>> = {
  'jjg-0013-2016': { weights: onScale },
  'jjg-0014-2016': { weights: onScale },
  'jjg-0049-2013': { 'pressure-standard': byColumn({ indication: 'pressure' }) },
  'jjg-0052-2013': { 'pressure-standard': byColumn({ indication: 'pressure' }) },
  'jjg-0111-2019': { thermometer: byColumn({ error: 'reference' }) },
  'jjg-0162-2019': { 'water-meter-equipment': [{ group: 'runs', columns: ['reference'], percent: 'flow' }] },
  'jjg-0264-2008': { 'standard-tester': byColumn({ density: 'standard' }), weights: onScale },
  'jjg-0270-2008': { pressure: byColumn({ error: 'reference' }) },
  'jjg-0443-2015': {
    'metal-measure': byColumn({ runs: 'measure' }, true),
    thermometer: [{ group: 'runs', columns: ['fuelTemperature', 'measureTemperature'] }],
  },
  'jjg-0443-2023': {
    'metal-measure': byColumn({ runs: 'measure' }, true),
    thermometer: [{ group: 'runs', columns: ['fuelTemperature', 'measureTemperature'] }],
  },
  'jjg-0517-2016': {
    'distance-device': byColumn({ installedDistance: 'actual' }, true),
    'bench-device': [...byColumn({ benchDistance: 'count' }, true), ...byColumn({ switching: 'speed' })],
    stopwatch: byColumn({ benchTime: 'actual' }, true),
  },
  'jjg-0539-2016': { weights: onScale },
  'jjg-0543-2008': {
    generator: [
      ...byColumn({ voltage: 'input', time: 'input' }),
      ...byColumn({ sensitivity: 'input', speed: 'time', rejection: 'common', trace: 'resistor' }, true),
    ],
  },
  'jjg-0577-2012': { 'gas-meter-equipment': [{ group: 'runs', columns: ['reference'], percent: 'flow' }] },
  'jjg-0579-2010': trialLenses,
  'jjg-0579-2025': trialLenses,
  'jjg-0580-2005': { 'standard-lenses': byColumn({ sphere: 'standard', cylinder: 'standard', axis: 'standard', prism: 'standard' }) },
  'jjg-0596-2012': { 'clock-tester': byColumn({ clock: 'error' }) },
  'jjg-0692-2010': {
    pressure: [...byColumn({ static: 'reference' }), ...['deflation', 'leak'].map((group) => ({ group, columns: ['before', 'after'] }))],
  },
  'jjg-0744-2004': {
    dosimeter: [...byColumn({ kermaRate: 'rate' }), ...byColumn({ linearity: 'kerma' }, true)],
    'kv-meter': byColumn({ tubeVoltage: 'measured' }, true),
    timer: byColumn({ time: 'measured', charge: 'measured' }),
  },
  'jjg-0892-2022': {
    'reference-eyes': byColumn({ sphere: 'standard' }),
    'cylinder-eye': byColumn({ cylinder: 'standard', axis: 'standard' }),
    'pupil-distance-standard': byColumn({ pupilDistance: 'standard' }),
  },
  'jjg-0996-2012': { 'cng-dispenser-standard': byColumn({ runs: 'reference' }, true) },
  'jjg-0997-2015': { 'lpg-dispenser-standard': byColumn({ runs: 'reference' }, true) },
  'jjg-1041-2008': {
    generator: [
      ...byColumn({ amplitude: 'reference', interval: 'reference', heartRate: 'reference' }),
      ...byColumn({ rejection: 'common' }, true),
    ],
  },
  'jjg-1097-2014': {
    'reference-focimeter': byColumn({ sphere: 'measured', cylinder: 'measured', axis: 'measured', prism: 'measured' }),
    'luminance-meter': byColumn({ chart: 'luminance' }),
  },
  'jjg-1114-2015': { 'lng-dispenser-standard': byColumn({ runs: 'reference' }, true) },
  'jjg-1148-2022': { 'charger-calibrator': [{ group: 'energy', columns: ['reference'], percent: 'current' }] },
  'jjg-1149-2022': { 'charger-calibrator': [{ group: 'energy', columns: ['reference'], percent: 'current' }] },
  'jjg-1162-2019': { thermometer: byColumn({ error: 'reference' }) },
  'jjg-1164-2019': { blackbody: byColumn({ error: 'reference' }) },
  'jjg-1190-2022': { 'gas-meter-equipment': [{ group: 'runs', columns: ['reference'], percent: 'flow' }] },
  'jjg-1204-2025': { weights: onScale },
};

/** An error that changes over the range: in the unit of the place, or in % where it is relative. */
const absolute = (at: number): number => 0.0004 * (1 + Math.abs(at) / 50);
const relative = (at: number): number => 0.02 * (1 + Math.abs(at) / 500);

const corrected = (text: unknown, error: (at: number) => number): string => (Number(text) - error(Number(text))).toFixed(9);

/** The readings with what the standard gave put right. */
function shifted(readings: Readings, places: readonly Held[]): Readings {
  const copy = JSON.parse(JSON.stringify(readings)) as Readings;
  const put = (cells: Record<string, unknown>, { columns, percent }: Held): void => {
    for (const column of columns) {
      const text = cells[column];
      if (typeof text !== 'string' || text === '') continue;
      // No weights stand on the scale at zero.
      if ((column === 'load' || column === 'added') && Number(text) === 0) continue;
      cells[column] =
        percent === undefined ? corrected(text, absolute) : (Number(text) * (1 - relative(Number(cells[percent])) / 100)).toFixed(9);
    }
  };
  for (const place of places) {
    const group = copy[place.group];
    if (!group) continue;
    put(group, place);
    if (Array.isArray(group['rows'])) for (const row of group['rows'] as Record<string, unknown>[]) put(row, place);
  }
  return copy;
}

const moveOf = ({ at, per, sensitivity }: EffectTerm): number =>
  Number(sensitivity) * (per === '%' ? relative(Number(at)) : absolute(Number(at)));

for (const { edition, calculate, progress } of procedures) {
  const places = held[edition.id];
  test(`${edition.id}: what the effects say is what the record says, computed again with the standard put right`, () => {
    assert.ok(places, 'its standards are not told in this test');
    let compared = 0;
    for (const { input } of examplesOf(edition.id)) {
      const calculation = calculate(input);
      for (const { role, moved } of effectsOf(edition, input, calculation)) {
        const own = places[role];
        if (!own) continue;
        const again = progress({ ...input, readings: shifted(input.readings, own) });
        for (const effect of moved) {
          const after = again.checks.find(({ id }) => id === effect.check);
          if (effect.terms.some(({ at }) => at === '') || effect.check.endsWith('.beyond')) continue;
          // A place that the test does not shift, such as a zero that was read otherwise, stays out.
          if (after === undefined || !own.some(({ group }) => effect.check.startsWith(group))) continue;
          const expected = effect.terms.reduce((sum, one) => sum + moveOf(one), 0);
          const found = Number(after.value) - Number(effect.value);
          // Percentages are written to 0.01 or 0.001; an error of an error is of the second order.
          const digits = Math.min(...[effect.value, after.value].map((text) => (text.split('.')[1] ?? '').length));
          const written = /^(δ|Δρ|L|E|Ē|Emax|3 s|v|η|Z|γ|CMRR)/.test(effect.symbol) ? 1.01 * 10 ** -digits : 0;
          const slack = written + Math.abs(expected) * 0.003 + 1e-6;
          assert.ok(Math.abs(found - expected) <= slack, `${role} ${effect.check} ${effect.symbol}: ${found} against ${expected}`);
          if (found !== 0 || expected < slack) compared += 1;
        }
      }
    }
    assert.ok(compared > 0, 'nothing was compared');
  });
}

test('every edition says of every role and item whether, how or why not', () => {
  for (const { edition } of procedures) {
    assert.ok(effectModels[edition.id], edition.id);
    for (const { id: role } of edition.standards)
      for (const { id: item } of edition.items) {
        const kind = effectKind(edition, role, item);
        assert.ok(
          typeof kind === 'string' || kind[1] !== 'how the standard moves this item is not established',
          `${edition.id} ${role} ${item}`,
        );
      }
    for (const role of Object.keys(effectModels[edition.id] ?? {}))
      assert.ok(
        edition.standards.some(({ id }) => id === role),
        `${edition.id} ${role}`,
      );
  }
});

test('of runs beyond the MPE the one decides that is the first that may not be', () => {
  const water = procedures.find(({ edition: { id } }) => id === 'jjg-0162-2019')!;
  for (const { input } of examplesOf('jjg-0162-2019')) {
    const calculation = water.calculate(input);
    const [facility] = effectsOf(water.edition, input, calculation);
    for (const { check, value, limit, verdict } of facility!.moved.filter(({ check: id }) => id.endsWith('.beyond')))
      assert.equal(Math.abs(Number(value)) <= Number(limit) ? 'pass' : 'fail', verdict, check);
  }
});

test('the compact text of the effects says what they say', () => {
  let [characters, checks] = [0, 0];
  for (const { edition, calculate } of procedures)
    for (const { input } of examplesOf(edition.id))
      for (const { moved, unknown, unmoved, role } of effectsOf(edition, input, calculate(input))) {
        const text = printEffects({ moved, unknown, unmoved });
        const failed = unmoved.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check);
        assert.deepEqual(readEffects(text), { moved, unknown, failed }, `${edition.id} ${role}`);
        [characters, checks] = [characters + text.length, checks + moved.length];
      }
  assert.ok(characters / checks < 90, `${characters / checks} characters a check`);
  assert.throws(() => readEffects('2|g'), RangeError);
  const odd = { check: 'a|b:c;d%7C\n', symbol: '%', verdict: 'pass', reason: ['一|二', 'a:b'] } as const;
  assert.deepEqual(readEffects(printEffects({ moved: [], unknown: [odd], unmoved: [] })).unknown, [odd]);
});
