/**
 * The loads of a verification: Min, where the MPE changes, ½ Max, Max, and ¼ and ¾ Max where that makes too few.
 * Example (class III, Max 15 kg, e = 5 g, five loads): 100, 2500, 7500, 10000, 15000 g.
 */
import { add, compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Point } from '../calculation.ts';
import type { Text } from '../edition.ts';
import type { LoadNumbers } from './numbers.ts';
import type { Scale } from './scale.ts';

export type Load = { readonly id: string; readonly load: Decimal; readonly mandatory: boolean; readonly reason: Text };

/** A load as it is written on the sheet, without trailing zeros. */
export const writtenLoad = (load: Decimal): string => print(trim(load));

/** A part of Max to the nearest e. */
export const shareOfMax = (scale: Scale, parts: number, of: number): Decimal =>
  roundQuotient(multiply(scale.max, whole(parts)), whole(of), scale.e);

/** Whether loads stand already at a place in a list: the first of equals stays. */
const once = (loads: readonly Load[]) =>
  loads.filter(({ load }, index) => loads.findIndex((other) => compare(other.load, load) === 0) === index);
const rising = (loads: readonly Load[]): readonly Load[] => [...loads].sort((a, b) => compare(a.load, b.load));
const named = (id: string, load: Decimal, mandatory: boolean): Load => ({ id, load, mandatory, reason: [id, id] });

/** Loads above zero in rising order, each once; at least as many as the edition asks for. */
export function weighingLoads(scale: Scale, { weighingLoads: least }: Pick<LoadNumbers, 'weighingLoads'>): readonly Load[] {
  const changes = scale.bands
    .slice(0, -1)
    .map(({ id, upTo, reason }): Load => ({ id, load: upTo, mandatory: true, reason }))
    .filter(({ load }) => compare(load, scale.min) >= 0 && compare(load, scale.max) <= 0);
  const asked = [named('Min', scale.min, true), ...changes, named('½ Max', shareOfMax(scale, 1, 2), true), named('Max', scale.max, true)];
  const enough = once(asked);
  if (enough.length >= Number(least.value)) return rising(enough);
  return rising(once([...asked, named('¼ Max', shareOfMax(scale, 1, 4), false), named('¾ Max', shareOfMax(scale, 3, 4), false)]));
}

/**
 * How a load receptor is loaded off its centre (OIML R 76-1:2006, 3.6.2): a platform with up to four supports on its quarters with a
 * third of (Max + largest additive tare), one with N supports on each of them with 1/(N − 1), a tank or hopper on each with a tenth.
 * Example: Max 60 t on six supports: 12 t on each.
 */
export function eccentricLoading(scale: Scale, numbers: LoadNumbers): { readonly load: Decimal; readonly positions: number } {
  const { supports, hopper, max, additiveTare, e } = scale;
  const quarters = Number(numbers.eccentricityPositions.value);
  const divisor = hopper
    ? parse(numbers.eccentricityDivisorHopper.value)
    : supports > quarters
      ? whole(supports - 1)
      : parse(numbers.eccentricityDivisor.value);
  return { load: roundQuotient(add(max, additiveTare), divisor, e), positions: hopper || supports > quarters ? supports : quarters };
}

/** The rows of the eccentric positions: one for each. */
export function positionRows(scale: Scale, numbers: LoadNumbers): { readonly least: number; readonly most: number } {
  const { positions } = eccentricLoading(scale, numbers);
  return { least: positions, most: positions };
}

/** The load that is proposed for repeatability, to the nearest e. */
export const repeatabilityLoad = (scale: Scale, { repeatabilityLoad: part }: LoadNumbers): Decimal =>
  roundQuotient(multiply(scale.max, parse(part.value)), whole(1), scale.e);

/** The points of a group of weighings. */
export const weighingPoints = (loads: readonly Load[]): readonly Point[] =>
  loads.map(({ id, load, mandatory, reason }) => ({
    id,
    group: 'weighing',
    given: { load: writtenLoad(load) },
    mandatory,
    times: 1,
    reason,
  }));

/** The positions of eccentric loading. */
export const positionPoints = (count: number): readonly Point[] =>
  Array.from({ length: count }, (_, index): Point => {
    const position = String(index + 1);
    return {
      id: `position-${position}`,
      group: 'eccentricity',
      given: { position },
      mandatory: true,
      times: 1,
      reason: [`位置 ${position}`, `position ${position}`],
    };
  });
