/** The scale as its nameplate describes it, checked against what its class allows (R 76-1 table 3). */
import { abs, compare, multiply, parse, print, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind } from '../src/edition.ts';
import { convertMass, isMass, readMass } from '../src/mass.ts';
import type { MassUnit } from '../src/mass.ts';
import { readChoice, readDecimal, readEntries, readText } from '../src/reading.ts';
import type { Errors } from '../src/reading.ts';
import { limits, scaleClasses } from './limits.ts';
import type { MpeBand, ScaleClass } from './limits.ts';

/** All masses in `unit`. */
export type Scale = {
  readonly class: ScaleClass;
  readonly unit: MassUnit;
  readonly max: Decimal;
  readonly min: Decimal;
  readonly e: Decimal;
  readonly d: Decimal;
  readonly additiveTare: Decimal;
  readonly zeroTracking: boolean;
};

export const scaleIn = (scale: Scale, unit: MassUnit): Scale => {
  const to = (value: Decimal) => convertMass(value, scale.unit, unit);
  return { ...scale, unit, max: to(scale.max), min: to(scale.min), e: to(scale.e), d: to(scale.d), additiveTare: to(scale.additiveTare) };
};

/** The band of the load; a load above the table belongs to its last band. */
export function bandOf(scale: Scale, load: Decimal): MpeBand {
  const bands = limits.mpe[scale.class];
  const band = bands.find(({ upTo }) => compare(abs(load), multiply(parse(upTo.value), scale.e)) <= 0) ?? bands[bands.length - 1];
  if (!band) throw new RangeError(`no MPE bands for class ${scale.class}`);
  return band;
}

/** The absolute value of the maximum permissible error, in the scale's unit; doubled for an in-use inspection. */
export function mpeOf(scale: Scale, kind: Kind, load: Decimal): Decimal {
  const once = multiply(parse(bandOf(scale, load).factor.value), scale.e);
  return kind === 'in-use' ? multiply(parse(limits.inUseFactor.value), once) : once;
}

function readScaleMass(
  input: unknown,
  path: string,
  errors: Errors,
  least: 'above-zero' | 'zero',
): { value: Decimal; unit: MassUnit } | undefined {
  const text = readText(input, path, errors);
  if (text === undefined) return undefined;
  const mass = readMass(text);
  if (!isMass(mass)) {
    errors.push({ path, ...mass });
    return undefined;
  }
  const sign = compare(mass.value, whole(0));
  if (sign < 0 || (sign === 0 && least === 'above-zero')) {
    errors.push({ path, reason: 'too-small', text: ['必须大于零', 'must be greater than zero'] });
    return undefined;
  }
  return mass;
}

/** Reads the parameters; undefined, with at least one more error, when they describe no scale of class III or IIII. */
export function readScale(input: unknown, errors: Errors): Scale | undefined {
  const before = errors.length;
  const entries = readEntries(input, 'instrument', errors);
  if (errors.length > before) return undefined;
  const at = (name: string) => `instrument.${name}`;
  const accuracy = readChoice(entries['class'], at('class'), scaleClasses, errors);
  const [max, min, e, d] = (['max', 'min', 'e', 'd'] as const).map((name) => readScaleMass(entries[name], at(name), errors, 'above-zero'));
  const tareText = entries['additiveTare'];
  const tare =
    tareText === undefined || tareText === ''
      ? { value: whole(0), unit: 'g' as const }
      : readScaleMass(tareText, at('additiveTare'), errors, 'zero');
  const supports = readDecimal(entries['supports'], at('supports'), errors, { least: whole(1), most: parse(limits.supportsMost.value) });
  if (supports && supports.scale > 0)
    errors.push({ path: at('supports'), reason: 'form', text: ['应为整数', 'a whole number is expected'] });
  const zeroTracking = readChoice(entries['zeroTracking'], at('zeroTracking'), ['yes', 'no'], errors);
  if (errors.length > before || !accuracy || !max || !min || !e || !d || !tare || !zeroTracking) return undefined;
  const to = (mass: { value: Decimal; unit: MassUnit }) => convertMass(mass.value, mass.unit, e.unit);
  const scale: Scale = {
    class: accuracy,
    unit: e.unit,
    max: to(max),
    min: to(min),
    e: e.value,
    d: to(d),
    additiveTare: to(tare),
    zeroTracking: zeroTracking === 'yes',
  };
  refuseImpossible(scale, errors);
  return errors.length > before ? undefined : scale;
}

function refuseImpossible(scale: Scale, errors: Errors): void {
  const { max, min, e, d, unit } = scale;
  const grams = convertMass(e, unit, 'g');
  const gramsOf = (text: string) => {
    const mass = readMass(text);
    return isMass(mass) ? convertMass(mass.value, mass.unit, 'g') : whole(0);
  };
  const row = limits.intervals.find(
    (candidate) =>
      candidate.class === scale.class &&
      compare(grams, gramsOf(candidate.eLeast.value)) >= 0 &&
      (candidate.eMost === null || compare(grams, gramsOf(candidate.eMost.value)) <= 0),
  );
  if (compare(e, d) !== 0) {
    const text = ['III 级和 IIII 级秤应 e = d', 'a class III or IIII scale has e = d'] as const;
    errors.push({ path: 'instrument.d', reason: 'intervals-differ', text });
  }
  if (!row) {
    const text = [`${scale.class} 级没有 e = ${print(e)} ${unit}`, `class ${scale.class} has no e of ${print(e)} ${unit}`] as const;
    errors.push({ path: 'instrument.e', reason: 'not-in-class', text });
    return;
  }
  const intervals = (count: string) => multiply(parse(count), e);
  if (compare(max, intervals(row.nLeast.value)) < 0 || compare(max, intervals(row.nMost.value)) > 0) {
    const range = `${row.nLeast.value}…${row.nMost.value}`;
    const text = [`分度数 n = Max/e 应为 ${range}`, `the number of intervals n = Max/e is to be ${range}`] as const;
    errors.push({ path: 'instrument.max', reason: 'not-in-class', text });
  }
  if (compare(min, intervals(row.minInE.value)) < 0 || compare(min, max) > 0) {
    const text = [`Min 应不小于 ${row.minInE.value} e 且不大于 Max`, `Min is at least ${row.minInE.value} e and at most Max`] as const;
    errors.push({ path: 'instrument.min', reason: 'not-in-class', text });
  }
}
