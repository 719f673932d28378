/** The nameplate of a meter as what its test points and limits are made of. Currents in A, voltage in V, limits in %. */
import { compare, multiply, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Sourced } from '../src/edition.ts';
import type { Nameplate, ReadLimit } from '../src/rule.ts';
import { limits, meterClasses } from './limits.ts';
import type { Connection, ErrorBand, ErrorTable, MeterClass } from './limits.ts';

/** One phase, or three with four or with three wires. */
export type Wiring = 'single' | 'four-wire' | 'three-wire';
export type Factor = '1.0' | '0.5L' | '0.8C';

/** A band of currents with its limit, and the sums of two measurements between which two more are asked for. */
export type Band = {
  readonly from: Decimal;
  readonly limit: Decimal;
  readonly remeasureFrom: Decimal;
  readonly remeasureTo: Decimal;
  readonly numbers: readonly Sourced<unknown>[];
};
/** The bands at power factor 1 and at the others, the largest currents first. */
export type Bands = { readonly unity: readonly Band[]; readonly reactive: readonly Band[] };

export type Meter = {
  readonly wiring: Wiring;
  readonly class: MeterClass;
  readonly connection: Connection;
  readonly voltage: Decimal;
  /** Ib of a meter connected directly, In of one connected through transformers. */
  readonly current: Decimal;
  readonly most: Decimal;
  readonly constant: Decimal;
  readonly hasClock: boolean;
  readonly interval: Decimal;
  readonly balanced: Bands;
  readonly singleLoad: Bands;
  readonly startingCurrent: Decimal;
};

const two = whole(2);

function bandOf({ from, limit }: ErrorBand, current: Decimal, number: ReadLimit): Band {
  const doubled = multiply(two, number(limit));
  return {
    from: multiply(number(from), current),
    limit: number(limit),
    remeasureFrom: multiply(doubled, number(limits.remeasureFrom)),
    remeasureTo: multiply(doubled, number(limits.remeasureTo)),
    numbers: [from, limit],
  };
}

const bandsOf = ({ unity, reactive }: ErrorTable, current: Decimal, number: ReadLimit): Bands => ({
  unity: unity.map((band) => bandOf(band, current, number)).reverse(),
  reactive: reactive.map((band) => bandOf(band, current, number)).reverse(),
});

/** The band of a current; undefined below the smallest that has a limit. */
export const bandAt = (bands: Bands, current: Decimal, factor: string): Band | undefined =>
  (factor === '1.0' ? bands.unity : bands.reactive).find(({ from }) => compare(current, from) >= 0);

const isClass = (text: string): text is MeterClass => meterClasses.some((one) => one === text);

function wiringOf(plate: Nameplate): Wiring {
  const wires = plate.text('wires');
  if (plate.text('phases') === 'single') {
    if (wires !== '') plate.refuse('wires', 'not-applicable', ['单相表不填线制', 'a meter of one phase has none']);
    return 'single';
  }
  if (wires === '') plate.refuse('wires', 'missing', ['三相表应填写线制', 'the wires of a meter of three phases are needed']);
  return wires === 'three' ? 'three-wire' : 'four-wire';
}

/** The meter of a nameplate; undefined when the edition has no limits for it. */
export function readMeter(plate: Nameplate): Meter | undefined {
  const meterClass = plate.text('class');
  const wiring = wiringOf(plate);
  const connection: Connection = plate.text('connection') === 'direct' ? 'direct' : 'transformer';
  const [current, most] = [plate.decimal('current'), plate.decimal('most')];
  const balanced = isClass(meterClass) ? limits.balanced[connection][meterClass] : undefined;
  const singleLoad = isClass(meterClass) ? limits.singleLoad[connection][meterClass] : undefined;
  if (!isClass(meterClass) || !balanced || !singleLoad) {
    plate.refuse('class', 'not-in-class', [
      `直接接入式电能表没有 ${meterClass} 级`,
      `no meter of class ${meterClass} is connected directly`,
    ]);
    return undefined;
  }
  for (const field of ['voltage', 'current', 'most', 'constant'])
    if (plate.decimal(field).digits <= 0n) plate.refuse(field, 'too-small', ['应大于 0', 'must be greater than 0']);
  if (compare(most, current) < 0)
    plate.refuse('most', 'too-small', [`Imax 应不小于 ${print(trim(current))} A`, `Imax is at least ${print(trim(current))} A`]);
  const starting: Readonly<Partial<Record<MeterClass, Sourced<string>>>> = limits.startingCurrent[connection];
  return {
    wiring,
    class: meterClass,
    connection,
    voltage: plate.decimal('voltage'),
    current,
    most,
    constant: plate.decimal('constant'),
    hasClock: plate.text('clock') === 'yes',
    interval: plate.number(limits.roundingInterval[meterClass]),
    balanced: bandsOf(balanced, current, plate.number),
    singleLoad: bandsOf(singleLoad, current, plate.number),
    startingCurrent: multiply(starting[meterClass] ? plate.number(starting[meterClass]) : whole(0), current),
  };
}

/** Whether the meter has three phases, so that one of them can be loaded alone. */
export const isThreePhase = ({ wiring }: Meter): boolean => wiring !== 'single';

/** C m Un I, the divisor of the times of the starting and the no-load test. */
export const timeDivisor = (meter: Meter, current: Decimal, number: ReadLimit): Decimal =>
  multiply(multiply(meter.constant, number(limits.elements[meter.wiring])), multiply(meter.voltage, current));
