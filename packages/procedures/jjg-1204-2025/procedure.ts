/**
 * JJG 1204-2025 (for trial implementation), price-computing scales: the metrology of JJG 539, and that the scale is what it says it is. An
 * in-use inspection allows twice the MPE and issues no verification certificate.
 */
import type { MassUnit } from '../src/mass.ts';
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
import { edition } from './edition.ts';
import { appearance, certificate, identity, lock, software } from './identity.ts';
import { limits } from './limits.ts';
import type { PriceScaleLimits } from './limits.ts';

const scales = scalesOf(limits);

export const jjg1204 = defineProcedure<PriceScale, PriceScaleLimits>({
  edition,
  instrument: (plate) => {
    const priceInterval = readPriceInterval(plate);
    const scale = scales.read(plate);
    return scale && { ...scale, priceInterval };
  },
  steps: stepsOf,
  inUnit: (scale, unit) => ({ ...scales.inUnit(scale, unit as MassUnit), priceInterval: scale.priceInterval }),
  rows: (group, scale) => (group === 'eccentricity' ? positionRows(scale, limits) : undefined),
  points: (scale) => [
    ...positionPoints(eccentricLoading(scale, limits).positions),
    ...weighingPoints(weighingLoads(scale, limits)),
    ...discriminationPoints(scale, limits, ['鉴别力', 'discrimination']),
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
    examinedRule('certificate', 'certificate', certificate),
    examinedRule('identity', 'identity', identity),
    examinedRule('software', 'software', software),
    examinedRule('lock', 'lock', lock),
    zeroRule('zero', limits, limits.zeroSetting),
    zeroRule('tare', limits, limits.tareSetting),
    ...weighingRules({ scales, numbers: limits, method: changeover }),
    discriminationRule(limits),
    priceRule(limits),
  ],
  budgets: changeoverBudgets('JJG 1204-2025'),
});
