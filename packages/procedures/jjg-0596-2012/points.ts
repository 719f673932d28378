/** Where a meter is tested: currents and power factors from Ib or In, Imax, class and connection. */
import { compare, multiply, parse, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { Kind } from '../src/edition.ts';
import type { ReadLimit } from '../src/rule.ts';
import { limits } from './limits.ts';
import { isThreePhase } from './meter.ts';
import type { Band, Bands, Factor, Meter } from './meter.ts';

const half = parse('0.5');
const written = (current: Decimal): string => print(trim(current));

type Load = { readonly current: Decimal; readonly factor: Factor; readonly mandatory: boolean };

/** Imax, half of it where Imax is 4 Ib or more, Ib, and the smallest current of each band. */
function currentsOf(meter: Meter, bands: readonly Band[]): readonly { current: Decimal; mandatory: boolean }[] {
  const far = compare(meter.most, multiply(parse('4'), meter.current)) >= 0;
  const all = [
    { current: meter.most, mandatory: true },
    ...(far ? [{ current: multiply(half, meter.most), mandatory: false }] : []),
    { current: meter.current, mandatory: true },
    ...bands.map(({ from }) => ({ current: from, mandatory: true })),
  ];
  return all.filter(({ current }, index) => all.findIndex((other) => compare(other.current, current) === 0) === index);
}

function loadsOf(meter: Meter, { unity, reactive }: Bands, capacitive: boolean): readonly Load[] {
  const at = (bands: readonly Band[], factor: Factor, asked: boolean): readonly Load[] =>
    currentsOf(meter, bands).map(({ current, mandatory }) => ({ current, factor, mandatory: asked && mandatory }));
  return [...at(unity, '1.0', true), ...at(reactive, '0.5L', true), ...(capacitive ? at(reactive, '0.8C', false) : [])];
}

/** The phases that can be loaded alone: a, b, c; with three wires there is no b. */
const elementsOf = ({ wiring }: Meter): readonly string[] => (wiring === 'four-wire' ? ['a', 'b', 'c'] : ['a', 'c']);

const reasonOf = ({ current, factor }: Load): readonly [string, string] => [
  `${written(current)} A，cosφ ${factor}`,
  `${written(current)} A, cosφ ${factor}`,
];

const made = new WeakMap<Bands, readonly Point[]>();

/** The points of a meter: with balanced load, and of a three-phase meter with each phase loaded alone. */
export function pointsOf(meter: Meter): readonly Point[] {
  const before = made.get(meter.balanced);
  if (before) return before;
  const balanced = loadsOf(meter, meter.balanced, meter.class !== '2').map((load): Point => ({
    id: `balanced-${written(load.current)}-${load.factor}`,
    group: 'errors',
    given: { current: written(load.current), factor: load.factor },
    mandatory: load.mandatory,
    times: 1,
    reason: reasonOf(load),
  }));
  const single = isThreePhase(meter)
    ? elementsOf(meter).flatMap((element) =>
        loadsOf(meter, meter.singleLoad, false).map((load): Point => ({
          id: `single-${element}-${written(load.current)}-${load.factor}`,
          group: 'single-load',
          given: { element, current: written(load.current), factor: load.factor },
          mandatory: load.mandatory,
          times: 1,
          reason: reasonOf(load),
        })),
      )
    : [];
  const points = [...balanced, ...single];
  made.set(meter.balanced, points);
  return points;
}

/** The starting current and the voltage of the creep test. */
export const givenOf = (meter: Meter, _kind: Kind, number: ReadLimit): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  starting: { current: written(meter.startingCurrent) },
  creep: { voltage: written(multiply(number(limits.creepVoltage), meter.voltage)) },
});
