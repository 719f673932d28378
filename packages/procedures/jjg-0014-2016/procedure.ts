/**
 * JJG 14-2016, non-self-indicating scales of classes III and IIII: the poises are set at I and small weights balance the beam, E = I − ΔL − L.
 * An in-use inspection allows twice the MPE and issues no verification certificate.
 */
import { compare, multiply } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import { convertMass } from '../src/mass.ts';
import type { MassUnit } from '../src/mass.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { readingBudgets } from '../src/weighing/budget.ts';
import {
  eccentricLoading,
  positionPoints,
  positionRows,
  repeatabilityLoad,
  weighingLoads,
  weighingPoints,
  writtenLoad,
} from '../src/weighing/loads.ts';
import type { Load } from '../src/weighing/loads.ts';
import { balancing } from '../src/weighing/method.ts';
import { weighingRules } from '../src/weighing/rules.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { edition } from './edition.ts';
import { appearance, balance } from './form.ts';
import { limits } from './limits.ts';
import type { BeamLimits } from './limits.ts';
import { scales, sensitivity, sensitivityPoints } from './sensitivity.ts';

/** In the unit of the scale; undefined for a scale without a weighbeam of its own. */
type BeamScale = Scale & { readonly beamMax: Decimal | undefined };

/** The whole weighbeam, where counterpoises begin to be used, is proposed among the loads. */
function withBeam(loads: readonly Load[], { beamMax }: BeamScale): readonly Load[] {
  if (beamMax === undefined || loads.some(({ load }) => compare(load, beamMax) === 0)) return loads;
  const beam: Load = { id: 'beam', load: beamMax, mandatory: false, reason: ['标尺最大量值', 'the whole weighbeam'] };
  return [...loads, beam].sort((a, b) => compare(a.load, b.load));
}

export const jjg0014 = defineProcedure<BeamScale, BeamLimits>({
  edition,
  instrument: (plate) => {
    const scale = scales.read(plate);
    const beam = plate.maybeMass('beamMax');
    if (scale === undefined) return undefined;
    const beamMax = beam && convertMass(beam.value, beam.unit, scale.unit);
    if (beamMax && (beamMax.digits <= 0n || compare(beamMax, scale.max) > 0))
      plate.refuse('beamMax', 'not-in-class', ['标尺最大量值应大于零且不大于 Max', 'the weighbeam reaches from above zero to Max at most']);
    return { ...scale, beamMax };
  },
  inUnit: (scale, unit) => ({
    ...scales.inUnit(scale, unit as MassUnit),
    beamMax: scale.beamMax && convertMass(scale.beamMax, scale.unit, unit as MassUnit),
  }),
  rows: (group, scale) => (group === 'eccentricity' ? positionRows(scale, limits) : undefined),
  points: (scale): readonly Point[] => [
    ...sensitivityPoints(scale),
    ...positionPoints(eccentricLoading(scale, limits).positions),
    ...weighingPoints(withBeam(weighingLoads(scale, limits), scale)),
  ],
  given: (scale) => ({
    sheet: { unit: scale.unit },
    repeatability: { load: writtenLoad(repeatabilityLoad(scale, limits)) },
    eccentricity: { load: writtenLoad(eccentricLoading(scale, limits).load) },
  }),
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    examinedRule('zero', 'balance', balance),
    sensitivity,
    ...weighingRules({ scales, numbers: limits, method: balancing }),
  ],
  budgets: readingBudgets('JJG 14-2016', ({ parameters, number }) => multiply(number(limits.readingShare), parameters.e)),
});
