import type { Text } from '../../../kernel/text.ts';
import type { Division, Step } from '../../../web/kit/CountyMap.tsx';

export type RegionValue = { readonly code: string; readonly name: Text; readonly value: number | null; readonly target: number | null };

/** What the shades are measured by: each county's own target, a share of a hundred, or the county with the most. */
export type Yardstick = 'target' | 'share' | 'most';

export function yardstickOf(regions: readonly RegionValue[], isShare: boolean): Yardstick {
  if (isShare) return 'share';
  return regions.some((region) => region.target !== null && region.target > 0) ? 'target' : 'most';
}

/** How dark a division is: reached, two thirds, one third, less; no figure is no shade. */
export function stepOf(value: number | null, full: number | null): Step {
  if (value === null || full === null || full <= 0) return null;
  const ratio = value / full;
  if (ratio >= 1) return 3;
  if (ratio >= 2 / 3) return 2;
  return ratio >= 1 / 3 ? 1 : 0;
}

/** The counties with their shade; the region of the whole city (a code that ends in 00) is no tile. */
export function divisionsOf(regions: readonly RegionValue[], yardstick: Yardstick, print: (value: number) => string): Division[] {
  const counties = regions.filter((region) => !region.code.endsWith('00'));
  const most = counties.reduce((highest, region) => Math.max(highest, region.value ?? 0), 0);
  return counties.map((region) => {
    const full = yardstick === 'share' ? 100 : yardstick === 'target' ? region.target : most;
    return {
      code: region.code,
      name: region.name,
      figure: region.value === null ? null : print(region.value),
      step: stepOf(region.value, full),
    };
  });
}

const words: Readonly<Record<Yardstick, readonly [Text, Text, Text, Text]>> = {
  target: [
    ['不足目标三分之一', 'below a third of the target'],
    ['目标三分之一以上', 'a third of the target or more'],
    ['目标三分之二以上', 'two thirds or more'],
    ['达到目标', 'target reached'],
  ],
  share: [
    ['不足 33 %', 'below 33 %'],
    ['33 % 以上', '33 % or more'],
    ['67 % 以上', '67 % or more'],
    ['100 %', '100 %'],
  ],
  most: [
    ['不足最多者三分之一', 'below a third of the highest'],
    ['最多者三分之一以上', 'a third of the highest or more'],
    ['最多者三分之二以上', 'two thirds or more'],
    ['最多', 'the highest'],
  ],
};

const noFigure: Text = ['没有数值', 'no figure'];

/** What each shade on the map means, in words; a shade that no division has is left out. */
export function legendOf(divisions: readonly Division[], yardstick: Yardstick): { step: Step; text: Text }[] {
  const steps: readonly Step[] = [3, 2, 1, 0, null];
  return steps
    .filter((step) => divisions.some((division) => division.step === step))
    .map((step) => ({ step, text: step === null ? noFigure : (words[yardstick][step] ?? noFigure) }));
}
