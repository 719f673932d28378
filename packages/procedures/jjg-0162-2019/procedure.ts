/**
 * JJG 162-2019 cold potable water meters: from the raw record to the conclusion. E = (Vi − Va) / Va × 100 %, exact; zones Q1 ≤ Q < Q2 and
 * Q2 ≤ Q ≤ Q4 with Q1 = Q3/R, which need not have an end as a decimal, so that flows are compared times R.
 */
import { compare, multiply, print, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Budget, Check, Point } from '../src/calculation.ts';
import type { Text } from '../src/edition.ts';
import { limitIn, meterRunRules } from '../src/flow/run.ts';
import { minus } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { percentError } from '../src/relative-error.ts';
import { examinedRule } from '../src/rule.ts';
import type { Nameplate, ReadLimit } from '../src/rule.ts';
import { standardBudget } from '../src/standard-budget.ts';
import { edition } from './edition.ts';
import { appearanceFields, tightnessFields } from './form.ts';
import { limits } from './limits.ts';
import type { WaterClass } from './limits.ts';

type Flow = 'Q1' | 'Q2' | 'Q3';
/** A flow times R that a test lies between, both included. */
type Window = { readonly least: Decimal; readonly most: Decimal };
type Meter = {
  readonly class: WaterClass;
  readonly diameter: Decimal;
  readonly permanent: Decimal;
  readonly ratio: Decimal;
  readonly windows: Readonly<Record<Flow, Window>>;
  readonly validity: string;
};

function validityOf(diameter: Decimal, permanent: Decimal, number: ReadLimit): string {
  const small = compare(diameter, number(limits.rotationDiameter)) <= 0 && compare(permanent, number(limits.rotationFlow)) <= 0;
  if (!small) return 'periodic';
  return compare(diameter, number(limits.smallDiameter)) <= 0 ? 'rotation-6' : 'rotation-4';
}

function readMeter(plate: Nameplate): Meter {
  const { number } = plate;
  for (const field of ['diameter', 'permanent', 'ratio'])
    if (plate.decimal(field).digits <= 0n) plate.refuse(field, 'too-small', ['应大于 0', 'must be greater than 0']);
  const [diameter, permanent, ratio] = [plate.decimal('diameter'), plate.decimal('permanent'), plate.decimal('ratio')];
  const above = number(limits.flowAbove);
  const second = multiply(permanent, number(limits.secondFlow));
  const third = multiply(permanent, ratio);
  return {
    class: plate.text('class') as WaterClass,
    diameter,
    permanent,
    ratio,
    windows: {
      Q1: { least: permanent, most: multiply(permanent, above) },
      Q2: { least: second, most: multiply(second, above) },
      Q3: { least: multiply(third, number(limits.flowBelow)), most: third },
    },
    validity: validityOf(diameter, permanent, number),
  };
}

const flows: readonly Flow[] = ['Q1', 'Q2', 'Q3'];
const step = { digits: 1n, scale: 5 };

/** From where to where, in m³/h, for people; rounded to 0.01 L/h. */
function windowText({ windows, ratio }: Meter, flow: Flow): string {
  const { least, most } = windows[flow];
  return [least, most].map((bound) => print(trim(roundQuotient(bound, ratio, step)))).join(' … ');
}

const pointsOf = (meter: Meter): readonly Point[] =>
  flows.map((flow): Point => {
    const range = windowText(meter, flow);
    return {
      id: flow,
      group: 'runs',
      given: { point: flow },
      mandatory: true,
      times: 1,
      reason: [`${range} m³/h`, `${range} m³/h`],
    };
  });

const runs = meterRunRules<Meter, 'flow' | 'indication' | 'reference'>({
  needs: ['flow', 'indication', 'reference'],
  fields: ['waterTemperature'],
  error: ({ indication, reference }) => (reference.digits > 0n ? percentError(indication, reference) : undefined),
  steps: ({ indication, reference }) => `(${print(indication)} ${minus(reference)}) / ${print(reference)} × 100 %`,
  limit: (point, at, { waterTemperature }) => {
    const { lower, upper, upperWarm } = limits.mpe[at.parameters.class];
    if (point === 'Q1') return limitIn(at, lower, limits.inUseFactor);
    const warm = waterTemperature !== undefined && compare(waterTemperature, at.number(limits.warmAbove)) > 0;
    return limitIn(at, warm ? upperWarm : upper, limits.inUseFactor);
  },
  conditions: ({ flow }, at, to) => {
    const point = flows.find((one) => one === at.text('point'));
    if (!point) return;
    const { least, most } = at.parameters.windows[point];
    const scaled = multiply(flow, at.parameters.ratio);
    if (compare(scaled, least) >= 0 && compare(scaled, most) <= 0) return;
    const range = windowText(at.parameters, point);
    const text: Text = [`${point} 的实际流量应在 ${range} m³/h`, `a flow of ${range} m³/h is asked for at ${point}`];
    to.refuse('flow', 'flow', text);
  },
  repeated: { least: limits.runsRepeated, beyond: limits.runsBeyond, divisor: limits.repeatabilityDivisor },
});

const budgetsOf = ({ checks, number }: { checks: readonly Check[]; number: ReadLimit }): readonly Budget[] =>
  checks
    .filter(({ item, symbol }) => item === 'error' && (symbol === 'E' || symbol === 'Ē'))
    .flatMap((check) => standardBudget(check, edition.number, ['示值误差 E', 'Error of indication E'], number(limits.equipmentDivisor)));

export const jjg0162 = defineProcedure({
  edition,
  instrument: readMeter,
  points: pointsOf,
  rules: [examinedRule('appearance', 'appearance', appearanceFields), examinedRule('tightness', 'tightness', tightnessFields), ...runs],
  validity: ({ validity }) => validity,
  budgets: budgetsOf,
});
