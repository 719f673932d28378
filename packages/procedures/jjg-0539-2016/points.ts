/**
 * The loads of a verification: Min, where the MPE changes, ½ Max, Max, and ¼ and ¾ Max where that makes fewer than five.
 * Example (class III, Max 15 kg, e = 5 g): 100, 2500, 7500, 10000, 15000 g, and zero before them.
 */
import { add, compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Point } from '../src/calculation.ts';
import type { Text } from '../src/edition.ts';
import { limits } from './limits.ts';
import type { Scale } from './scale.ts';

type Load = { readonly id: string; readonly load: Decimal; readonly mandatory: boolean; readonly reason: Text };

const share = (scale: Scale, parts: number, of: number): Decimal => roundQuotient(multiply(scale.max, whole(parts)), whole(of), scale.e);
const written = (load: Decimal): string => print(trim(load));

/** Loads above zero in rising order, each once. */
export function weighingLoads(scale: Scale): readonly Load[] {
  const changes = scale.bands
    .slice(0, -1)
    .map(({ upTo, source }): Load => ({
      id: `${source.upTo.value}e`,
      load: upTo,
      mandatory: true,
      reason: [`${source.upTo.value} e，最大允许误差改变点`, `${source.upTo.value} e, where the MPE changes`],
    }))
    .filter(({ load }) => compare(load, scale.min) >= 0 && compare(load, scale.max) <= 0);
  const named = (id: string, load: Decimal, mandatory: boolean): Load => ({ id, load, mandatory, reason: [id, id] });
  const asked = [named('Min', scale.min, true), ...changes, named('½ Max', share(scale, 1, 2), true), named('Max', scale.max, true)];
  const once = (loads: readonly Load[]) =>
    loads.filter(({ load }, index) => loads.findIndex((other) => compare(other.load, load) === 0) === index);
  const least = Number(limits.weighingLoads.value);
  const enough = once(asked);
  if (enough.length >= least) return rising(enough);
  return rising(once([...asked, named('¼ Max', share(scale, 1, 4), false), named('¾ Max', share(scale, 3, 4), false)]));
}

const rising = (loads: readonly Load[]): readonly Load[] => [...loads].sort((a, b) => compare(a.load, b.load));

/** The least load off the centre: one third of (Max + largest additive tare), to the nearest e. */
export const eccentricityLoad = (scale: Scale): Decimal =>
  roundQuotient(add(scale.max, scale.additiveTare), parse(limits.eccentricityDivisor.value), scale.e);

/** Where the error at zero is measured: at zero, or at 10 e when zero tracking would hide the small weights. */
export const zeroLoad = (scale: Scale): Decimal =>
  scale.zeroTracking ? multiply(parse(limits.zeroTrackingLoad.value), scale.e) : whole(0);

/** The load that discrimination adds: 1.4 d. */
export const discriminationExtra = (scale: Scale): Decimal => multiply(parse(limits.discriminationAdded.value), scale.d);

const repeatabilityLoad = (scale: Scale): Decimal =>
  roundQuotient(multiply(scale.max, parse(limits.repeatabilityLoad.value)), whole(1), scale.e);

/** Every kind of verification has the same loads; the kind changes the limits. */
export function pointsOf(scale: Scale): readonly Point[] {
  const extra = written(discriminationExtra(scale));
  const positions = Array.from({ length: Number(limits.eccentricityPositions.value) }, (_, index) => String(index + 1));
  return [
    ...positions.map((position): Point => ({
      id: `position-${position}`,
      group: 'eccentricity',
      given: { position },
      mandatory: true,
      times: 1,
      reason: [`位置 ${position}`, `position ${position}`],
    })),
    ...weighingLoads(scale).map(({ id, load, mandatory, reason }): Point => ({
      id,
      group: 'weighing',
      given: { load: written(load) },
      mandatory,
      times: 1,
      reason,
    })),
    ...[scale.min, share(scale, 1, 2), scale.max].map((load, index): Point => ({
      id: `discrimination-${index + 1}`,
      group: 'discrimination',
      given: { load: written(load), extra },
      mandatory: false,
      times: 1,
      reason: ['鉴别阈', 'discrimination'],
    })),
  ];
}

/** The loads that hold for a whole group. */
export const givenOf = (scale: Scale): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
  sheet: { unit: scale.unit },
  zero: { load: written(zeroLoad(scale)) },
  repeatability: { load: written(repeatabilityLoad(scale)) },
  eccentricity: { load: written(eccentricityLoad(scale)) },
});
