/** JJG 892-2022: from the raw record to the conclusion. What an instrument does not measure is no item of it. */
import { compare, parse, print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { Limit } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { signed } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { errorRule, examinedRule, fieldRule, rowRule } from '../src/rule.ts';
import type { Nameplate, Rule } from '../src/rule.ts';
import { bandAt } from '../src/vertex-power/band.ts';
import { axisDifference, meanErrorRule, perMetre } from '../src/vertex-power/reading.ts';
import { edition } from './edition.ts';
import { appearance } from './form.ts';
import { limits } from './limits.ts';

type Refractometer = {
  readonly objective: boolean;
  readonly least: Decimal;
  readonly most: Decimal;
  readonly pupilDistance: boolean;
  readonly curvature: boolean;
};

function readRefractometer(plate: Nameplate): Refractometer | undefined {
  const [least, most] = [plate.decimal('least'), plate.decimal('most')];
  if (least.digits >= 0n || most.digits <= 0n) {
    plate.refuse('least', 'range', ['测量范围应从负值到正值', 'the range goes from a negative to a positive value']);
    return undefined;
  }
  const has = (field: string) => plate.text(field) === 'yes';
  return { objective: plate.text('type') === 'objective', least, most, pupilDistance: has('pupilDistance'), curvature: has('curvature') };
}

const forObjective = new Set(['repeatability', 'cylinder', 'axis']);
function applies(group: string, instrument: Refractometer): boolean {
  if (group === 'pupilDistance') return instrument.objective && instrument.pupilDistance;
  if (group === 'curvature') return instrument.curvature;
  return instrument.objective || !forObjective.has(group);
}

/** The reference eyes of both signs in the range. */
const pointsOf = ({ least, most }: Refractometer): readonly Point[] =>
  limits.spherePoints
    .flatMap(({ value }) => [parse(`-${value}`), parse(value)])
    .filter((nominal) => compare(nominal, least) >= 0 && compare(nominal, most) <= 0)
    .sort(compare)
    .map((nominal): Point => {
      const text = print(nominal);
      return { id: text, group: 'sphere', given: { nominal: text }, mandatory: true, times: 1, reason: ['标准模拟眼', 'reference eye'] };
    });

type Single = { item: string; group: string; field: string; symbol: string; unit: string; limit: Limit; comparison: 'within' | 'at-most' };
const single = ({ item, group, field, symbol, unit, limit, comparison }: Single): Rule<Refractometer> =>
  fieldRule<Refractometer, string>({
    item,
    group,
    needs: [field],
    judge: (fields, { number }, to) => {
      const value = fields[field];
      if (!value) return;
      const text = `${symbol} = ${signed(value)} ${unit}`;
      to.check({ symbol, value, limit: number(limit), unit, comparison, numbers: [limit], how: () => [text, text] });
    },
  });

const axis = rowRule<Refractometer, 'standard' | 'indication'>({
  item: 'axis',
  group: 'axis',
  needs: ['standard', 'indication'],
  judge: ({ standard, indication }, { number }, to) => {
    const value = axisDifference(indication, standard);
    const text = `E = ${print(indication)}° ↔ ${print(standard)}° = ${signed(value)}°`;
    to.note('E', value, '°');
    to.check({
      symbol: 'E',
      value,
      limit: number(limits.axis),
      unit: '°',
      comparison: 'within',
      numbers: [limits.axis],
      how: () => [text, text],
    });
  },
});

const plainError = (item: string, group: string, unit: string, limit: Limit): Rule<Refractometer> =>
  errorRule<Refractometer>({
    item,
    group,
    indication: 'indication',
    reference: 'standard',
    unit,
    limit: (_cells, { number }) => ({ limit: number(limit), numbers: [limit] }),
  });

/** The largest expanded uncertainty (k = 3) of an objective and of a subjective reference eye, as half a width. */
const eyeOf = ({ objective }: Refractometer): Decimal => parse(objective ? '0.10' : '0.04');
const halfStep = parse('0.005');

export const jjg0892 = defineProcedure({
  edition,
  instrument: readRefractometer,
  applies,
  points: pointsOf,
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    single({ item: 'zero', group: 'zero', field: 'error', symbol: 'E₀', unit: perMetre, limit: limits.zero, comparison: 'within' }),
    meanErrorRule<Refractometer>({
      item: 'sphere',
      group: 'sphere',
      unit: perMetre,
      limit: (nominal, { number }) => bandAt(limits.sphere, nominal, number),
    }),
    single({
      item: 'repeatability',
      group: 'repeatability',
      field: 'value',
      symbol: 's',
      unit: perMetre,
      limit: limits.repeatability,
      comparison: 'at-most',
    }),
    meanErrorRule<Refractometer>({
      item: 'cylinder',
      group: 'cylinder',
      unit: perMetre,
      limit: (_nominal, { number }) => ({ limit: number(limits.cylinder), numbers: [limits.cylinder] }),
    }),
    axis,
    plainError('pupil-distance', 'pupilDistance', 'mm', limits.pupilDistance),
    single({
      item: 'illuminance',
      group: 'illuminance',
      field: 'value',
      symbol: 'Ev',
      unit: 'lx',
      limit: limits.illuminance,
      comparison: 'at-most',
    }),
    plainError('curvature', 'curvature', 'mm', limits.curvature),
  ],
  budgets: ({ parameters, checks }) =>
    checks
      .filter(({ item }) => item === 'sphere')
      .map((check) =>
        errorBudget(check, 'JJG 892-2022', ['球镜度示值误差', 'Error of sphere'], { reference: eyeOf(parameters), reading: halfStep }),
      ),
});
