/** A scale as its nameplate describes it, checked against what its class allows (OIML R 76-1:2006, tables 3 and 4), and its MPE. */
import { abs, compare, multiply, parse, print, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Kind, Sourced, Text } from '../edition.ts';
import { convertMass } from '../mass.ts';
import type { MassUnit } from '../mass.ts';
import type { Nameplate } from '../rule.ts';
import { classCheck } from './class.ts';
import type { MpeBand, ScaleClass, ScaleNumbers } from './numbers.ts';

/** Up to `upTo` the scale steps by e. A scale with one interval has one range, a multi-interval scale 多分度值秤 several, rising. */
export type PartialRange = { readonly upTo: Decimal; readonly e: Decimal; readonly halfE: Decimal };

export type Mpe = { readonly limit: Decimal; readonly numbers: readonly Sourced<unknown>[] };

/** Loads up to `upTo` with one MPE: on verification and in use. */
type Band = {
  readonly id: string;
  readonly reason: Text;
  readonly upTo: Decimal;
  readonly verification: Mpe;
  readonly inUse: Mpe;
};

/** All masses in `unit`. */
export type Scale = {
  readonly class: ScaleClass;
  readonly unit: MassUnit;
  readonly max: Decimal;
  readonly min: Decimal;
  /** Of the lowest range. */
  readonly e: Decimal;
  readonly d: Decimal;
  readonly ranges: readonly PartialRange[];
  readonly additiveTare: Decimal;
  /** How many supports the load receptor has, and whether it is a tank or hopper, which is hardly loaded off its centre. */
  readonly supports: number;
  readonly hopper: boolean;
  readonly zeroTracking: boolean;
  readonly bands: readonly Band[];
};

/** What an edition's numbers make of a nameplate. */
export type Scales = {
  /** undefined when the parameters describe no scale of the classes. */
  readonly read: (plate: Nameplate) => Scale | undefined;
  readonly inUnit: (scale: Scale, unit: MassUnit) => Scale;
  /** The absolute value of the MPE at a load, with its numbers; a multiple for an in-use inspection. */
  readonly mpeOf: (scale: Scale, kind: Kind, load: Decimal) => Mpe;
};

/** A partial range as it stands on the nameplate. */
export type Part = Pick<PartialRange, 'upTo' | 'e'>;
type Nominal = Omit<Scale, 'ranges' | 'bands' | 'e'> & { readonly parts: readonly Part[] };

const half = parse('0.5');
const noTare = { value: whole(0), unit: 'g' } as const;

/** Of rising entries the first that reaches to a value; what lies above all belongs to the last. */
function reaching<Entry extends { readonly upTo: Decimal }>(entries: readonly Entry[], value: Decimal): Entry {
  for (const entry of entries) if (compare(value, entry.upTo) <= 0) return entry;
  const last = entries[entries.length - 1];
  if (!last) throw new RangeError('a scale without a range');
  return last;
}

/** The range of a load or an indication. */
export function rangeAt({ ranges }: Scale, value: Decimal): PartialRange {
  const [first] = ranges;
  return first && ranges.length === 1 ? first : reaching(ranges, value);
}

const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b));

/** The largest step of which every indication of the scale is a multiple: with 2 g and 5 g it is 1 g. */
export function displayStep({ d, ranges }: Scale): Decimal {
  if (ranges.length === 1) return d;
  const scale = Math.max(...ranges.map(({ e }) => e.scale));
  const digits = ranges.map(({ e }) => timesPowerOfTen(e, scale).digits);
  return { digits: digits.reduce(greatestCommon), scale };
}

/** The scales of an edition, by its numbers. */
export function scalesOf(numbers: ScaleNumbers): Scales {
  const inUse = parse(numbers.inUseFactor.value);
  const bandsOf = (bands: readonly MpeBand[]) =>
    bands.map((source) => ({ upTo: parse(source.upTo.value), factor: parse(source.factor.value), source }));
  const table = { III: bandsOf(numbers.mpe.III), IIII: bandsOf(numbers.mpe.IIII) };
  const refuseImpossible = classCheck(numbers);

  /** The bands of each range in its own e; the end of a lower range ends its band. */
  function rangeBands(scaleClass: ScaleClass, parts: readonly Part[]): readonly Band[] {
    const bands: Band[] = [];
    parts.forEach(({ upTo: end, e }, index) => {
      const below = parts[index - 1]?.upTo ?? whole(0);
      for (const { upTo, factor, source } of table[scaleClass]) {
        const reach = multiply(upTo, e);
        const isCut = index < parts.length - 1 && compare(reach, end) >= 0;
        if (compare(isCut ? end : reach, below) <= 0) continue;
        const name = isCut ? `Max${index + 1}` : `${source.upTo.value} e`;
        const limit = multiply(factor, e);
        const sources = [source.upTo, source.factor];
        bands.push({
          id: name.replace(' ', ''),
          reason: [`${name}，最大允许误差改变点`, `${name}, where the MPE changes`],
          upTo: isCut ? end : reach,
          verification: { limit, numbers: sources },
          inUse: { limit: multiply(inUse, limit), numbers: [...sources, numbers.inUseFactor] },
        });
        if (isCut) break;
      }
    });
    return bands;
  }

  function completed({ parts, ...scale }: Nominal): Scale {
    const ranges = parts.map(({ upTo, e }): PartialRange => ({ upTo, e, halfE: multiply(half, e) }));
    return { ...scale, e: ranges[0]?.e ?? scale.d, ranges, bands: rangeBands(scale.class, parts) };
  }

  return {
    mpeOf: (scale, kind, load) => reaching(scale.bands, abs(load))[kind === 'in-use' ? 'inUse' : 'verification'],
    inUnit: (scale, unit) => {
      if (unit === scale.unit) return scale;
      const to = (value: Decimal) => convertMass(value, scale.unit, unit);
      const { max, min, d, additiveTare, ranges } = scale;
      const parts = ranges.map(({ upTo, e }) => ({ upTo: to(upTo), e: to(e) }));
      return completed({ ...scale, unit, max: to(max), min: to(min), d: to(d), additiveTare: to(additiveTare), parts });
    },
    read: (plate) => {
      let isRefused = false;
      const refuse: Nameplate['refuse'] = (...refusal) => {
        isRefused = true;
        plate.refuse(...refusal);
      };
      const positive = (name: string) => {
        const mass = plate.maybeMass(name);
        if (mass && mass.value.digits <= 0n) refuse(name, 'too-small', ['必须大于零', 'must be greater than zero']);
        return mass;
      };
      const [max, min, e, d] = [positive('max'), positive('min'), positive('e'), positive('d')];
      const tare = plate.maybeMass('additiveTare') ?? noTare;
      if (tare.value.digits < 0n) refuse('additiveTare', 'too-small', ['不能小于零', 'must not be less than zero']);
      const lower = [1, 2].map((index) => ({ upTo: positive(`max${index}`), e: positive(`e${index}`), index }));
      for (const { upTo, e: own, index } of lower)
        if ((upTo === undefined) !== (own === undefined))
          refuse(`${upTo ? 'e' : 'max'}${index}`, 'incomplete', [
            '分段的最大秤量与分度值须成对填写',
            'a partial range has a capacity and an interval',
          ]);
      if (isRefused || !max || !min || !e || !d) return undefined;
      const to = (mass: { value: Decimal; unit: MassUnit }) => convertMass(mass.value, mass.unit, e.unit);
      const parts = lower.flatMap(({ upTo, e: own }): readonly Part[] => (upTo && own ? [{ upTo: to(upTo), e: to(own) }] : []));
      parts.push({ upTo: to(max), e: e.value });
      if (compare(to(d), e.value) !== 0)
        plate.refuse('d', 'intervals-differ', ['III 级和 IIII 级秤应 e = d', 'a class III or IIII scale has e = d']);
      const scale = completed({
        class: plate.text('class') as ScaleClass,
        unit: e.unit,
        max: to(max),
        min: to(min),
        d: parts.length > 1 ? (parts[0]?.e ?? to(d)) : to(d),
        parts,
        additiveTare: to(tare),
        supports: Number(print(plate.maybe('supports') ?? whole(1))),
        hopper: plate.text('receptor') === 'hopper',
        zeroTracking: plate.text('zeroTracking') === 'yes',
      });
      refuseImpossible(scale, plate);
      return scale;
    },
  };
}
