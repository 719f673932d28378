/**
 * JJG 13-2016, analogue indicating scales of classes III and IIII: a pointer is read directly, E = I − L. An in-use inspection allows twice
 * the MPE and issues no verification certificate.
 */
import { multiply } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { MassUnit } from '../src/mass.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { readingBudgets } from '../src/weighing/budget.ts';
import {
  eccentricLoading,
  positionPoints,
  positionRows,
  repeatabilityLoad,
  shareOfMax,
  weighingLoads,
  weighingPoints,
  writtenLoad,
} from '../src/weighing/loads.ts';
import { direct } from '../src/weighing/method.ts';
import { weighingRules } from '../src/weighing/rules.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { edition } from './edition.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';
import type { AnalogueLimits } from './limits.ts';
import { discrimination, discriminationExtra, scales, zero } from './rules.ts';

/** Min, ½ Max and Max are proposed for discrimination. */
const discriminationPoints = (scale: Scale): readonly Point[] =>
  [scale.min, shareOfMax(scale, 1, 2), scale.max].map((load, index) => ({
    id: `discrimination-${index + 1}`,
    group: 'discrimination',
    given: { load: writtenLoad(load), extra: writtenLoad(discriminationExtra(scale, load)) },
    mandatory: false,
    times: 1,
    reason: ['鉴别阈', 'discrimination'],
  }));

export const jjg0013 = defineProcedure<Scale, AnalogueLimits>({
  edition,
  instrument: scales.read,
  inUnit: (scale, unit) => scales.inUnit(scale, unit as MassUnit),
  rows: (group, scale) => (group === 'eccentricity' ? positionRows(scale, limits) : undefined),
  points: (scale) => [
    ...positionPoints(eccentricLoading(scale, limits).positions),
    ...weighingPoints(weighingLoads(scale, limits)),
    ...discriminationPoints(scale),
  ],
  given: (scale) => ({
    sheet: { unit: scale.unit },
    repeatability: { load: writtenLoad(repeatabilityLoad(scale, limits)) },
    eccentricity: { load: writtenLoad(eccentricLoading(scale, limits).load) },
  }),
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    zero,
    ...weighingRules({ scales, numbers: limits, method: direct }),
    discrimination,
  ],
  budgets: readingBudgets('JJG 13-2016', ({ parameters, number }) => multiply(number(limits.readingShare), parameters.d)),
});
