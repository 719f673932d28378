/** A scale as its nameplate describes it, checked against what its class allows (OIML R 76-1:2006, table 3), and its MPE. */
import { abs, compare, multiply, parse, print, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind, Sourced } from '../edition.ts';
import { convertMass, isMass, readMass } from '../mass.ts';
import type { MassUnit } from '../mass.ts';
import type { Nameplate } from '../rule.ts';
import type { IntervalRow, MpeBand, ScaleClass, ScaleNumbers } from './numbers.ts';

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
  /** How many supports the load receptor has, and whether it is a tank or hopper, which is hardly loaded off its centre. */
  readonly supports: number;
  readonly hopper: boolean;
  readonly zeroTracking: boolean;
  readonly bands: readonly Band[];
};

export type Mpe = { readonly limit: Decimal; readonly numbers: readonly Sourced<unknown>[] };

/** What an edition's numbers make of a nameplate. */
export type Scales = {
  /** undefined when the parameters describe no scale of the classes. */
  readonly read: (plate: Nameplate) => Scale | undefined;
  readonly inUnit: (scale: Scale, unit: MassUnit) => Scale;
  /** The absolute value of the MPE at a load, with its numbers; a multiple for an in-use inspection. */
  readonly mpeOf: (scale: Scale, kind: Kind, load: Decimal) => Mpe;
};

type Nominal = Omit<Scale, 'halfE' | 'bands'>;
type ClassRow = Omit<IntervalRow, 'eLeast' | 'eMost'> & { readonly least: Decimal; readonly most: Decimal | null };
const half = parse('0.5');
const noTare = { value: whole(0), unit: 'g' } as const;

const gramsOf = (text: string): Decimal => {
  const mass = readMass(text);
  if (!isMass(mass)) throw new RangeError(`"${text}" is no mass`);
  return convertMass(mass.value, mass.unit, 'g');
};

/** The scales of an edition, by its numbers. */
export function scalesOf(numbers: ScaleNumbers): Scales {
  const inUse = parse(numbers.inUseFactor.value);
  const bandsOf = (bands: readonly MpeBand[]) =>
    bands.map((source) => ({ upTo: parse(source.upTo.value), factor: parse(source.factor.value), source }));
  const bands = { III: bandsOf(numbers.mpe.III), IIII: bandsOf(numbers.mpe.IIII) };
  const rows = numbers.intervals.map(({ eLeast, eMost, ...row }): ClassRow => ({
    ...row,
    least: gramsOf(eLeast.value),
    most: eMost && gramsOf(eMost.value),
  }));

  function withBands(scale: Nominal): Scale {
    const own = bands[scale.class].map(({ upTo, factor, source }): Band => {
      const once = multiply(factor, scale.e);
      return { upTo: multiply(upTo, scale.e), once, twice: multiply(inUse, once), source };
    });
    return { ...scale, halfE: multiply(half, scale.e), bands: own };
  }

  /** A load above the table belongs to its last band. */
  function bandOf(scale: Scale, load: Decimal): Band {
    const size = abs(load);
    for (const band of scale.bands) if (compare(size, band.upTo) <= 0) return band;
    const last = scale.bands[scale.bands.length - 1];
    if (!last) throw new RangeError(`no MPE bands for class ${scale.class}`);
    return last;
  }

  return {
    mpeOf: (scale, kind, load) => {
      const { once, twice, source } = bandOf(scale, load);
      return kind === 'in-use'
        ? { limit: twice, numbers: [source.upTo, source.factor, numbers.inUseFactor] }
        : { limit: once, numbers: [source.upTo, source.factor] };
    },
    inUnit: (scale, unit) => {
      if (unit === scale.unit) return scale;
      const to = (value: Decimal) => convertMass(value, scale.unit, unit);
      const { max, min, e, d, additiveTare } = scale;
      return withBands({ ...scale, unit, max: to(max), min: to(min), e: to(e), d: to(d), additiveTare: to(additiveTare) });
    },
    read: (plate) => {
      const [max, min, e, d] = (['max', 'min', 'e', 'd'] as const).map((name) => {
        const mass = plate.mass(name);
        if (mass.value.digits <= 0n) plate.refuse(name, 'too-small', ['必须大于零', 'must be greater than zero']);
        return mass;
      });
      const tare = plate.maybeMass('additiveTare') ?? noTare;
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
        supports: Number(print(plate.maybe('supports') ?? whole(1))),
        hopper: plate.text('receptor') === 'hopper',
        zeroTracking: plate.text('zeroTracking') === 'yes',
      });
      refuseImpossible(scale, rows, plate);
      return scale;
    },
  };
}

function refuseImpossible(scale: Scale, rows: readonly ClassRow[], plate: Nameplate): void {
  const { max, min, e, d, unit } = scale;
  const grams = convertMass(e, unit, 'g');
  const row = rows.find(
    (one) => one.class === scale.class && compare(grams, one.least) >= 0 && (one.most === null || compare(grams, one.most) <= 0),
  );
  if (compare(e, d) !== 0) plate.refuse('d', 'intervals-differ', ['III 级和 IIII 级秤应 e = d', 'a class III or IIII scale has e = d']);
  if (!row) {
    plate.refuse('e', 'not-in-class', [
      `${scale.class} 级没有 e = ${print(e)} ${unit}`,
      `class ${scale.class} has no e of ${print(e)} ${unit}`,
    ]);
    return;
  }
  const times = (count: Sourced<string>): Decimal => multiply(plate.number(count), e);
  if (compare(max, times(row.nLeast)) < 0 || compare(max, times(row.nMost)) > 0) {
    const range = `${row.nLeast.value}…${row.nMost.value}`;
    plate.refuse('max', 'not-in-class', [`分度数 n = Max/e 应为 ${range}`, `the number of intervals n = Max/e is to be ${range}`]);
  }
  if (compare(min, times(row.minInE)) < 0 || compare(min, max) > 0) {
    const least = row.minInE.value;
    plate.refuse('min', 'not-in-class', [`Min 应不小于 ${least} e 且不大于 Max`, `Min is at least ${least} e and at most Max`]);
  }
}
