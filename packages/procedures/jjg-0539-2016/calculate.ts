/**
 * JJG 539-2016, classes III and IIII: from the raw record to the conclusion, by the changeover-point method 闪变点法.
 * P = I + 0.5 e − ΔL, E = P − L, Ec = E − E₀; an error is judged unrounded and |Ec| = MPE is allowed.
 * An in-use inspection allows twice the MPE and issues no verification certificate.
 * Worked example: e = 5 g, L = 1000 g, I = 1000 g, ΔL = 1.5 g, E₀ = +0.5 g: P = 1001.0 g, Ec = +0.5 g, MPE 2.5 g, allowed.
 */
import { parse } from '@tongheng/quantity/decimal';
import type { Calculation, CalculationInput, InputError, Procedure, ResultDocument } from '../src/calculation.ts';
import { kinds } from '../src/edition.ts';
import type { Kind } from '../src/edition.ts';
import { readChoice, readDecimal, readEntries } from '../src/reading.ts';
import type { Errors } from '../src/reading.ts';
import { judge } from './checks.ts';
import { edition } from './edition.ts';
import { readScale } from './instrument.ts';
import { limits } from './limits.ts';
import type { ScaleLimits } from './limits.ts';
import { pointsOf, prefillOf } from './points.ts';
import { progress } from './progress.ts';
import { readSheet } from './readings.ts';

/** Outside the limits of temperature the scale was not tested as the regulation asks; it has not failed. */
function readEnvironment(input: unknown, errors: Errors): void {
  const entries = readEntries(input, 'environment', errors);
  if (input === undefined || input === null) return;
  const temperature = { least: parse(limits.temperatureLeast.value), most: parse(limits.temperatureMost.value) };
  readDecimal(entries['temperature'], 'environment.temperature', errors, temperature);
  readDecimal(entries['humidity'], 'environment.humidity', errors, { least: parse('0'), most: parse('100') });
}

const inconclusive = (kind: Kind | undefined, errors: readonly InputError[]): Calculation => ({
  procedure: edition.id,
  kind: kind ?? null,
  values: [],
  checks: [],
  conclusion: null,
  document: null,
  confirmed: false,
  errors,
});

const documentOf = (kind: Kind, passes: boolean): ResultDocument =>
  kind === 'in-use' ? 'inspection-record' : passes ? 'verification-certificate' : 'notice-of-rejection';

export function calculate(input: CalculationInput): Calculation {
  const errors: InputError[] = [];
  const kind = readChoice(input.kind, 'kind', kinds, errors);
  const scale = readScale(input.instrument, errors);
  readEnvironment(input.environment, errors);
  const sheet = kind && scale ? readSheet(input.readings, scale, kind, errors) : undefined;
  if (!kind || !sheet || errors.length > 0) return inconclusive(kind, errors);
  const { values, checks } = judge(sheet, kind);
  const passes = checks.every(({ verdict }) => verdict === 'pass');
  return {
    procedure: edition.id,
    kind,
    values,
    checks,
    conclusion: passes ? 'pass' : 'fail',
    document: documentOf(kind, passes),
    confirmed: checks.every(({ confirmed }) => confirmed),
    errors: [],
  };
}

export const jjg0539: Procedure<ScaleLimits> = {
  edition,
  calculate,
  progress,
  // Every kind of verification has the same loads; the kind changes the limits.
  points: (instrument) => {
    const scale = readScale(instrument, []);
    return scale ? pointsOf(scale) : [];
  },
  prefill: (instrument) => {
    const scale = readScale(instrument, []);
    return scale && prefillOf(scale);
  },
};
