/**
 * JJG 539-2016, classes III and IIII, by the changeover-point method 闪变点法: from the raw record to the conclusion. An in-use
 * inspection allows twice the MPE and issues no verification certificate.
 */
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { changeoverBudgets } from '../src/weighing/budget.ts';
import { discriminationPoints, discriminationRule, zeroLoad, zeroRule } from '../src/weighing/digital.ts';
import {
  eccentricLoading,
  positionPoints,
  positionRows,
  repeatabilityLoad,
  weighingLoads,
  weighingPoints,
  writtenLoad,
} from '../src/weighing/loads.ts';
import { changeover } from '../src/weighing/method.ts';
import { priceRule, readPriceInterval, stepsOf } from '../src/weighing/price.ts';
import type { PriceScale } from '../src/weighing/price.ts';
import { weighingRules } from '../src/weighing/rules.ts';
import { scalesOf } from '../src/weighing/scale.ts';
import type { MassUnit } from '../src/mass.ts';
import { edition } from './edition.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';
import type { ScaleLimits } from './limits.ts';

const scales = scalesOf(limits);

/** Whether it has a tare device, and whether it computes a price, is told by its nameplate. */
type DigitalScale = PriceScale & { readonly tares: boolean };

export const jjg0539 = defineProcedure<DigitalScale, ScaleLimits>({
  edition,
  instrument: (plate) => {
    const scale = scales.read(plate);
    return scale && { ...scale, priceInterval: readPriceInterval(plate), tares: plate.text('tareDevice') === 'yes' };
  },
  steps: stepsOf,
  inUnit: (scale, unit) => ({ ...scale, ...scales.inUnit(scale, unit as MassUnit) }),
  applies: (group, { priceInterval, tares }) => (group === 'tare' ? tares : group !== 'price' || priceInterval !== undefined),
  rows: (group, scale) => (group === 'eccentricity' ? positionRows(scale, limits) : undefined),
  // Every kind of verification has the same loads; the kind changes the limits.
  points: (scale) => [
    ...positionPoints(eccentricLoading(scale, limits).positions),
    ...weighingPoints(weighingLoads(scale, limits)),
    ...discriminationPoints(scale, limits, ['鉴别阈', 'discrimination']),
  ],
  given: (scale) => ({
    sheet: { unit: scale.unit },
    zero: { load: writtenLoad(zeroLoad(scale, limits)) },
    tare: { load: writtenLoad(zeroLoad(scale, limits)) },
    repeatability: { load: writtenLoad(repeatabilityLoad(scale, limits)) },
    eccentricity: { load: writtenLoad(eccentricLoading(scale, limits).load) },
  }),
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    zeroRule('zero', limits, limits.zeroSetting),
    zeroRule('tare', limits, limits.tareSetting),
    ...weighingRules({ scales, numbers: limits, method: changeover }),
    discriminationRule(limits),
    priceRule(limits),
  ],
  budgets: changeoverBudgets('JJG 539-2016'),
});
