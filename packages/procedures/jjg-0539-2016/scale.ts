/** The scale as its nameplate describes it, checked against what its class allows (R 76-1 table 3). */
import { abs, compare, multiply, parse, print, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind } from '../src/edition.ts';
import { convertMass, isMass, readMass } from '../src/mass.ts';
import type { MassUnit } from '../src/mass.ts';
import type { Nameplate, ReadLimit } from '../src/rule.ts';
import { limits } from './limits.ts';
import type { MpeBand, ScaleClass } from './limits.ts';

/** A band with its numbers in the unit of the scale. */
type Band = { readonly upTo: Decimal; readonly once: Decimal; readonly twice: Decimal; readonly source: MpeBand };

/** All masses in `unit`. */
export type Scale = {
  readonly class: ScaleClass;
  readonly unit: MassUnit;
  readonly max: Decimal;
  readonly min: Decimal;
  readonly e: Decimal;
  readonly halfE: Decimal;
  readonly d: Decimal;
  readonly additiveTare: Decimal;
  readonly zeroTracking: boolean;
  readonly bands: readonly Band[];
};

type Nominal = Omit<Scale, 'halfE' | 'bands'>;
const half = parse('0.5');
const inUse = parse(limits.inUseFactor.value);
const factors = new Map(
  [...limits.mpe.III, ...limits.mpe.IIII].map((band) => [band, [parse(band.upTo.value), parse(band.factor.value)] as const]),
);

function withBands(scale: Nominal): Scale {
  const bands = limits.mpe[scale.class].map((source): Band => {
    const [upTo, factor] = factors.get(source) ?? [whole(0), whole(0)];
    const once = multiply(factor, scale.e);
    return { upTo: multiply(upTo, scale.e), once, twice: multiply(inUse, once), source };
  });
  return { ...scale, halfE: multiply(half, scale.e), bands };
}

export const scaleIn = (scale: Scale, unit: MassUnit): Scale => {
  if (unit === scale.unit) return scale;
  const to = (value: Decimal) => convertMass(value, scale.unit, unit);
  return withBands({
    ...scale,
    unit,
    max: to(scale.max),
    min: to(scale.min),
    e: to(scale.e),
    d: to(scale.d),
    additiveTare: to(scale.additiveTare),
  });
};

/** The band of the load; a load above the table belongs to its last band. */
function bandOf(scale: Scale, load: Decimal): Band {
  const size = abs(load);
  const band = scale.bands.find(({ upTo }) => compare(size, upTo) <= 0) ?? scale.bands[scale.bands.length - 1];
  if (!band) throw new RangeError(`no MPE bands for class ${scale.class}`);
  return band;
}

/** The absolute value of the maximum permissible error, in the scale's unit, with its numbers; doubled for an in-use inspection. */
export function mpeOf(scale: Scale, kind: Kind, load: Decimal) {
  const { once, twice, source } = bandOf(scale, load);
  return kind === 'in-use'
    ? { limit: twice, numbers: [source.upTo, source.factor, limits.inUseFactor] }
    : { limit: once, numbers: [source.upTo, source.factor] };
}

/** Reads the parameters; undefined when they describe no scale of class III or IIII. */
export function readScale(plate: Nameplate): Scale | undefined {
  const [max, min, e, d] = (['max', 'min', 'e', 'd'] as const).map((name) => {
    const mass = plate.mass(name);
    if (mass.value.digits <= 0n) plate.refuse(name, 'too-small', ['必须大于零', 'must be greater than zero']);
    return mass;
  });
  const tare = plate.maybeMass('additiveTare') ?? { value: whole(0), unit: 'g' as const };
  if (tare.value.digits < 0n) plate.refuse('additiveTare', 'too-small', ['不能小于零', 'must not be less than zero']);
  if (!max || !min || !e || !d || e.value.digits <= 0n) return undefined;
  const to = (mass: { value: Decimal; unit: MassUnit }) => convertMass(mass.value, mass.unit, e.unit);
  const scale = withBands({
    class: plate.text('class') as ScaleClass,
    unit: e.unit,
    max: to(max),
    min: to(min),
    e: e.value,
    d: to(d),
    additiveTare: to(tare),
    zeroTracking: plate.text('zeroTracking') === 'yes',
  });
  refuseImpossible(scale, plate);
  return scale;
}

const gramsOf = (text: string): Decimal => {
  const mass = readMass(text);
  return isMass(mass) ? convertMass(mass.value, mass.unit, 'g') : whole(0);
};
const classes = limits.intervals.map((row) => ({
  ...row,
  eLeast: gramsOf(row.eLeast.value),
  eMost: row.eMost && gramsOf(row.eMost.value),
}));

function refuseImpossible(scale: Scale, plate: Nameplate): void {
  const { max, min, e, d, unit } = scale;
  const number: ReadLimit = plate.number;
  const grams = convertMass(e, unit, 'g');
  const row = classes.find(
    (candidate) =>
      candidate.class === scale.class &&
      compare(grams, candidate.eLeast) >= 0 &&
      (candidate.eMost === null || compare(grams, candidate.eMost) <= 0),
  );
  if (compare(e, d) !== 0) plate.refuse('d', 'intervals-differ', ['III 级和 IIII 级秤应 e = d', 'a class III or IIII scale has e = d']);
  if (!row) {
    plate.refuse('e', 'not-in-class', [
      `${scale.class} 级没有 e = ${print(e)} ${unit}`,
      `class ${scale.class} has no e of ${print(e)} ${unit}`,
    ]);
    return;
  }
  if (compare(max, multiply(number(row.nLeast), e)) < 0 || compare(max, multiply(number(row.nMost), e)) > 0) {
    const range = `${row.nLeast.value}…${row.nMost.value}`;
    plate.refuse('max', 'not-in-class', [`分度数 n = Max/e 应为 ${range}`, `the number of intervals n = Max/e is to be ${range}`]);
  }
  if (compare(min, multiply(number(row.minInE), e)) < 0 || compare(min, max) > 0) {
    const least = row.minInE.value;
    plate.refuse('min', 'not-in-class', [`Min 应不小于 ${least} e 且不大于 Max`, `Min is at least ${least} e and at most Max`]);
  }
}
