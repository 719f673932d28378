import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckEffect, EffectTerm } from '@tongheng/procedures/effect';
import { printEffects } from '@tongheng/procedures/effect-text';
import { addDays } from '../../kernel/day.ts';
import { ImpactEngine } from './rules/impact-engine.ts';
import type { Certificate, CheckImpact } from './rules/impact-engine.ts';
import type { Finding } from './rules/impact-finding.ts';

const first = '2026-01-01';
const dayOf = (number: number): string => addDays(first, number);

type Check = { readonly value: number; readonly limit: number; readonly fail: boolean; readonly terms: readonly Term[] };
type Term = { readonly at: number; readonly slope: number; readonly kind: 'absolute' | 'percent' | 'kilo'; readonly ifCovered: boolean };
/** A certificate of a small world: of a standard or of an instrument, resting on standards as they were calibrated last. */
type Made = {
  readonly day: number;
  readonly of: number;
  readonly uses: readonly { readonly standard: number; readonly checks: readonly Check[] }[];
};
type World = {
  readonly made: readonly Made[];
  readonly points: readonly { at: number; error: number; U: number; tolerance: number }[];
  readonly since: number;
  readonly until: number;
  readonly linear: boolean;
  readonly relative: boolean;
};

const standards = 4;
const term: fc.Arbitrary<Term> = fc.record({
  at: fc.integer({ min: 1, max: 11 }),
  slope: fc.constantFrom(1, 1, 1, -1, 0.5),
  kind: fc.constantFrom('absolute', 'absolute', 'percent', 'kilo'),
  ifCovered: fc.constantFrom(false, false, false, true),
});
const check: fc.Arbitrary<Check> = fc.record({
  value: fc.integer({ min: -60, max: 60 }).map((tenths) => tenths / 10),
  limit: fc.constantFrom(2, 5),
  fail: fc.constant(false),
  terms: fc.array(term, { minLength: 1, maxLength: 3 }),
});
const made: fc.Arbitrary<Made> = fc.record({
  day: fc.integer({ min: 0, max: 40 }),
  of: fc.integer({ min: 0, max: standards + 3 }),
  uses: fc.array(
    fc.record({ standard: fc.integer({ min: 0, max: standards - 1 }), checks: fc.array(check, { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});
const world: fc.Arbitrary<World> = fc.record({
  made: fc.array(made, { minLength: 1, maxLength: 14 }),
  points: fc.uniqueArray(
    fc.record({
      at: fc.integer({ min: 1, max: 10 }),
      error: fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10),
      U: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
      tolerance: fc.constantFrom(0, 0.5),
    }),
    { minLength: 1, maxLength: 4, selector: ({ at }) => at },
  ),
  since: fc.integer({ min: 0, max: 30 }),
  until: fc.integer({ min: 5, max: 40 }),
  linear: fc.boolean(),
  relative: fc.boolean(),
});

const failed = 0;
const unitOf = ({ kind }: Term): string => (kind === 'kilo' ? 'kg' : 'g');
const termOf = (one: Term): EffectTerm => ({
  at: String(one.kind === 'kilo' ? one.at / 1000 : one.at),
  unit: unitOf(one),
  sensitivity: String(one.slope),
  per: one.kind === 'percent' ? '%' : unitOf(one),
  reference: String(one.kind === 'kilo' ? one.at / 1000 : one.at),
  referenceUnit: unitOf(one),
  condition: '',
  ifCovered: one.ifCovered,
});

/** Checks of one unit: those of 'percent' are in %, the others in g; a kilogram of error is 1000 g. */
const perUnit = (one: Term): number => (one.kind === 'kilo' ? 1000 : 1);
const nameOf = (certificate: number, use: number, index: number): string => `c${certificate}.${use}.${index}`;

function effectsText(certificate: number, use: number, checks: readonly Check[]): string {
  const moved = checks.map(({ value, limit, terms }, index): CheckEffect => {
    const percent = terms[0]!.kind === 'percent';
    return {
      check: nameOf(certificate, use, index),
      symbol: 'E',
      value: String(value),
      limit: String(limit),
      comparison: 'within',
      unit: percent ? '%' : 'g',
      verdict: Math.abs(value) <= limit ? 'pass' : 'fail',
      terms: terms.map((one) => {
        const written = termOf(one);
        // A slope is told per unit of the standard's error; the check is in g.
        return one.kind === 'kilo' ? { ...written, sensitivity: String(one.slope * 1000) } : written;
      }),
    };
  });
  return printEffects({ moved, unknown: [], unmoved: [] });
}

const ordered = ({ made: list }: World): readonly Made[] => [...list].sort((a, b) => a.day - b.day);
/** The calibration that stood when something was tested: the last of the standard on an earlier place of the list. */
const calibrationOf = (list: readonly Made[], before: number, standard: number): number | null => {
  for (let index = before - 1; index >= 0; index -= 1) if (list[index]!.of === standard) return index;
  return null;
};

/**
 * The same world lived forward in time with numbers instead of forms: each standard carries the error that its last calibration left it with.
 * undefined: not touched; null: not known.
 */
function simulate(given: World, errors: readonly number[]): readonly (ReadonlyMap<string, number | null> | undefined)[] {
  const list = ordered(given);
  const points = given.points.map(({ at }, index) => ({ at, error: errors[index]! })).sort((a, b) => a.at - b.at);
  type Carried = { points: { at: number; error: number }[]; percent: boolean; whole: boolean } | null | undefined;
  const carried: Carried[] = [];
  const out: (Map<string, number | null> | undefined)[] = [];
  const read = (own: { at: number; error: number }[], at: number, whole: boolean): number | null => {
    if (whole) return own[0]!.error;
    for (const [index, low] of own.entries()) {
      if (low.at === at) return low.error;
      const high = own[index + 1];
      if (high && low.at < at && at < high.at) return low.error + ((high.error - low.error) * (at - low.at)) / (high.at - low.at);
    }
    return null;
  };
  for (const [index, { day, of, uses }] of list.entries()) {
    let touched = false;
    const found = new Map<string, number | null>();
    const places = new Map<string, { at: number; percent: boolean; kilo: boolean; sum: number; count: number }>();
    let [unknownPlace, blind] = [false, false];
    for (const [use, { standard, checks }] of uses.entries()) {
      let curve: Carried;
      if (standard === failed && given.since <= day && day <= given.until) {
        const share = given.linear && given.since < given.until ? (day - given.since) / (given.until - given.since) : 1;
        curve = { points: points.map(({ at, error }) => ({ at, error: error * share })), percent: given.relative, whole: false };
      } else {
        const calibration = calibrationOf(list, index, standard);
        curve = calibration === null ? undefined : carried[calibration];
      }
      if (curve === undefined) continue;
      touched = true;
      if (curve === null) {
        blind = true;
        continue;
      }
      for (const [number, { terms }] of checks.entries()) {
        const name = nameOf(index, use, number);
        let [total, known, counted]: [number, boolean, boolean] = [0, true, false];
        for (const one of terms) {
          if (one.ifCovered && curve.whole) continue;
          const at = read(curve.points, one.at, curve.whole);
          if (at === null) {
            if (!one.ifCovered) known = false;
            continue;
          }
          counted = true;
          const absolute = curve.percent ? (at / 100) * one.at : at;
          total += one.kind === 'percent' ? one.slope * (absolute / one.at) * 100 : one.slope * absolute * (one.kind === 'kilo' ? 1 : 1);
        }
        found.set(name, known ? total : null);
        const [lead, ...rest] = terms.filter(({ ifCovered }) => !ifCovered);
        if (!lead) continue;
        const opposite = rest.some((one) => placeOf(one) === placeOf(lead) && one.slope * lead.slope < 0);
        const slopes = [lead, ...rest]
          .filter((one) => unitOf(one) === unitOf(lead))
          .reduce((sum, one) => sum + one.slope * perUnit(one), 0);
        if (opposite || (Math.abs(slopes) < 1e-9 && rest.length === 0)) continue;
        if (!known) {
          unknownPlace = true;
          continue;
        }
        if (!counted) continue;
        const percent = terms[0]!.kind === 'percent';
        const key = `${lead.at}|${lead.kind === 'kilo'}|${percent}`;
        const before = places.get(key) ?? { at: lead.at, percent, kilo: lead.kind === 'kilo', sum: 0, count: 0 };
        places.set(key, { ...before, sum: before.sum + total * Math.sign(lead.slope), count: before.count + 1 });
      }
    }
    out.push(touched ? found : undefined);
    const all = [...places.values()];
    const lead = all[0];
    const own = all.filter((one) => lead && one.percent === lead.percent && one.kilo === lead.kilo);
    const next = own.map(({ at, sum, count }) => ({ at, error: sum / count })).sort((a, b) => a.at - b.at);
    carried[index] = !touched
      ? undefined
      : lead
        ? { points: next, percent: lead.percent, whole: next.length === 1 }
        : unknownPlace || blind
          ? null
          : undefined;
    if (of >= standards) carried[index] = undefined;
  }
  return out;
}
const placeOf = (one: Term): number => (one.kind === 'kilo' ? one.at / 1000 : one.at);

const findingOf = ({ points, since, until, linear, relative }: World): Finding => ({
  standardId: `s${failed}`,
  unit: 'g',
  errorUnit: relative ? '%' : 'g',
  span: 'interpolated',
  growth: linear ? 'linear' : 'constant',
  transfer: 'unknown',
  since: dayOf(since),
  until: dayOf(until),
  points: points.map(({ at, error, U, tolerance }) => ({
    at: String(at),
    error: String(error),
    U: String(U),
    tolerance: String(tolerance),
    condition: '',
  })),
});

function certificatesOf(given: World): readonly Certificate[] {
  const list = ordered(given);
  return list.map(({ day, uses }, index) => ({
    id: String(index),
    testedOn: dayOf(day),
    conclusion: uses.some(({ checks }) => checks.some(({ value, limit }) => Math.abs(value) > limit)) ? 'fail' : 'pass',
    uses: uses.map(({ standard, checks }, use) => {
      const calibration = calibrationOf(list, index, standard);
      return {
        standardId: `s${standard}`,
        calibrationId: calibration === null ? null : String(calibration),
        shared: false,
        effects: effectsText(index, use, checks),
      };
    }),
  }));
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

test('the engine agrees with the same world lived forward with numbers, on 1,000 random graphs', () => {
  let [affected, through, several] = [0, 0, 0];
  fc.assert(
    fc.property(world, (given) => {
      const certificates = certificatesOf(given);
      const engine = new ImpactEngine(findingOf(given), (id) => certificates[Number(id)]);
      const errors = given.points.map(({ error }) => error);
      const lived = simulate(given, errors);
      // What each found point does by itself: the coefficients, from which the guard band follows.
      const alone = errors.map((_, point) =>
        simulate(
          given,
          errors.map((_other, index) => (index === point ? 1 : 0)),
        ),
      );
      for (const [index, certificate] of certificates.entries()) {
        const impact = engine.evaluate(certificate);
        const expected = lived[index];
        assert.equal(impact !== undefined, expected !== undefined, `certificate ${index}`);
        if (!impact || !expected) continue;
        affected += 1;
        if (impact.depth > 0) through += 1;
        if (impact.paths.length > 1) several += 1;
        const found = new Map(impact.checks.map((one): [string, CheckImpact] => [one.effect.check, one]));
        for (const [name, shift] of expected) {
          if (shift === null) {
            assert.ok(
              impact.unknown.some(({ check: one }) => one === name),
              `${name} is not known`,
            );
            continue;
          }
          const coefficients = alone.map((run) => run[index]?.get(name) ?? 0);
          const wrong = given.points.some(({ error, tolerance }, point) => !near(coefficients[point]!, 0) && Math.abs(error) > tolerance);
          const one = found.get(name);
          if (!wrong) {
            assert.ok(one === undefined || near(one.shifted.shift, shift), `${name} rests on no place where the standard is wrong`);
            continue;
          }
          assert.ok(one, `${name} rests on the standard`);
          assert.ok(near(one.shifted.shift, shift), `${name}: ${one.shifted.shift} against ${shift}`);
          const guard = coefficients.reduce((sum, coefficient, point) => sum + Math.abs(coefficient) * given.points[point]!.U, 0);
          assert.ok(near(one.shifted.guard, guard), `${name}: guard band ${one.shifted.guard} against ${guard}`);
        }
      }
    }),
    { numRuns: 1000, seed: 20261123 },
  );
  assert.ok(affected > 900 && through > 100 && several > 50, `${affected} affected, ${through} through others, ${several} by several ways`);
});
