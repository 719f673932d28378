/** JJG 264-2008, grain test-weight instruments: the weighing device as a scale, and the same grain beside a standard tester. */
import { multiply } from '@tongheng/quantity/decimal';
import type { MassUnit } from '../src/mass.ts';
import { defineProcedure } from '../src/procedure.ts';
import { examinedRule } from '../src/rule.ts';
import { changeoverBudgets, readingBudgets } from '../src/weighing/budget.ts';
import { zeroLoad, zeroRule } from '../src/weighing/digital.ts';
import { weighingLoads, weighingPoints, writtenLoad } from '../src/weighing/loads.ts';
import { balancing, changeover } from '../src/weighing/method.ts';
import { weighingRule } from '../src/weighing/rules.ts';
import { density, difference } from './density.ts';
import { edition } from './edition.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';
import type { TesterLimits } from './limits.ts';
import { scales } from './tester.ts';
import type { Tester } from './tester.ts';

const ofDigital = ['zero', 'weighing'];
const ofBeam = ['balancing'];
const digitalBudgets = changeoverBudgets('JJG 264-2008');
const beamBudgets = readingBudgets('JJG 264-2008', ({ parameters, number }) => multiply(number(limits.readingShare), parameters.e));

export const jjg0264 = defineProcedure<Tester, TesterLimits>({
  edition,
  instrument: (plate) => {
    const scale = scales.read(plate);
    if (plate.decimal('volume').digits <= 0n) plate.refuse('volume', 'too-small', ['必须大于零', 'must be greater than zero']);
    return scale && { ...scale, digital: plate.text('device') === 'digital' };
  },
  steps: ({ d }) => ({ d }),
  inUnit: (tester, unit) => ({ ...scales.inUnit(tester, unit as MassUnit), digital: tester.digital }),
  applies: (group, { digital }) => !(digital ? ofBeam : ofDigital).includes(group),
  rows: (group, _tester, _kind, number) => {
    const runs = group === 'density' ? number(limits.runs) : undefined;
    return runs && { least: Number(runs.digits), most: Math.max(12, Number(runs.digits)) };
  },
  points: (tester) => {
    const points = weighingPoints(weighingLoads(tester, limits));
    return tester.digital ? points : points.map((point) => ({ ...point, group: 'balancing' }));
  },
  given: (tester) => ({
    sheet: { unit: tester.unit },
    ...(tester.digital ? { zero: { load: writtenLoad(zeroLoad(tester, limits)) } } : {}),
  }),
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    zeroRule('zero', limits, limits.zeroSetting),
    weighingRule({ scales, method: changeover }),
    weighingRule({ scales, method: balancing }, 'balancing'),
    difference,
    density,
  ],
  budgets: (calculated) => (calculated.parameters.digital ? digitalBudgets : beamBudgets)(calculated),
});
