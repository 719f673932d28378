/**
 * The loads of a verification: zero, Min, where the MPE changes, ½ Max, Max, and ¼ and ¾ Max where that makes fewer than five
 * above zero. Example (class III, Max 15 kg, e = 5 g): 0, 100, 2500, 7500, 10000, 15000 g.
 */
import { add, compare, multiply, parse, print, trim, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Point } from '../src/calculation.ts';
import type { Text } from '../src/edition.ts';
import type { Readings } from '../src/form.ts';
import type { Scale } from './instrument.ts';
import { limits } from './limits.ts';

type Load = { readonly id: string; readonly load: Decimal; readonly mandatory: boolean; readonly reason: Text };

const share = (scale: Scale, parts: number, of: number): Decimal => roundQuotient(multiply(scale.max, whole(parts)), whole(of), scale.e);

/** Loads above zero in rising order, each once. */
export function weighingLoads(scale: Scale): readonly Load[] {
  const changes = limits.mpe[scale.class]
    .slice(0, -1)
    .map(({ upTo }): Load => ({
      id: `${upTo.value}e`,
      load: multiply(parse(upTo.value), scale.e),
      mandatory: true,
      reason: [`${upTo.value} e，最大允许误差改变点`, `${upTo.value} e, where the MPE changes`],
    }))
    .filter(({ load }) => compare(load, scale.min) >= 0 && compare(load, scale.max) <= 0);
  const named = (id: string, load: Decimal, mandatory: boolean): Load => ({ id, load, mandatory, reason: [id, id] });
  const asked = [named('Min', scale.min, true), ...changes, named('½ Max', share(scale, 1, 2), true), named('Max', scale.max, true)];
  const fill = [named('¼ Max', share(scale, 1, 4), false), named('¾ Max', share(scale, 3, 4), false)];
  const once = (loads: readonly Load[]) =>
    loads.filter(({ load }, index) => loads.findIndex((other) => compare(other.load, load) === 0) === index);
  const least = Number(limits.weighingLoads.value);
  const enough = once(asked).length >= least ? once(asked) : once([...asked, ...fill]);
  return [...enough].sort((a, b) => compare(a.load, b.load));
}

/** The least load off the centre: one third of (Max + largest additive tare), to the nearest e. */
export const eccentricityLoad = (scale: Scale): Decimal =>
  roundQuotient(add(scale.max, scale.additiveTare), parse(limits.eccentricityDivisor.value), scale.e);

/** Where the error at zero is measured: at zero, or at 10 e when zero tracking would hide the small weights. */
export const zeroLoad = (scale: Scale): Decimal =>
  scale.zeroTracking ? multiply(parse(limits.zeroTrackingLoad.value), scale.e) : whole(0);

/** The load that discrimination adds: 1.4 d. */
export const discriminationExtra = (scale: Scale): Decimal => multiply(parse(limits.discriminationAdded.value), scale.d);

const written = (load: Decimal): string => print(trim(load));

export function pointsOf(scale: Scale): readonly Point[] {
  const zero: Load = { id: 'zero', load: zeroLoad(scale), mandatory: true, reason: ['零点', 'zero'] };
  return [zero, ...weighingLoads(scale)].map(({ load, ...rest }) => ({ ...rest, value: written(load), unit: scale.unit }));
}

/** The form of this scale with its loads filled in; what is to be read is left empty. */
export function prefillOf(scale: Scale): Readings {
  const empty = { indication: '', added: '' };
  const repeatability = roundQuotient(multiply(scale.max, parse(limits.repeatabilityLoad.value)), whole(1), scale.e);
  const times = (count: string) => [...Array(Number(count)).keys()];
  return {
    sheet: { unit: scale.unit },
    zero: { load: written(zeroLoad(scale)), ...empty },
    repeatability: { load: written(repeatability), rows: times(limits.repeatabilityWeighings.value).map(() => empty) },
    eccentricity: {
      load: written(eccentricityLoad(scale)),
      rows: times(limits.eccentricityPositions.value).map((index) => ({ position: String(index + 1), ...empty })),
    },
    weighing: { rows: weighingLoads(scale).map(({ load }) => ({ load: written(load), ...empty })) },
    discrimination: {
      rows: [scale.min, share(scale, 1, 2), scale.max].map((load) => ({
        load: written(load),
        before: '',
        extra: written(discriminationExtra(scale)),
        after: '',
      })),
    },
  };
}
