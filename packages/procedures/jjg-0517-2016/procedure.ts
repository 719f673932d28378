/**
 * JJG 517-2016: from the raw record to the conclusion. The nameplate's state tells which groups there are. Relative errors are judged
 * as if they had all their digits.
 */
import { compare, multiply, parse, subtract, timesPowerOfTen, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Limit, Sourced, Text } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { minus, signed, written } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { quotient } from '../src/quotient.ts';
import { examinedRule, fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { At, Nameplate, Recorder, Rule } from '../src/rule.ts';
import { edition } from './edition.ts';
import { appearance, pricing } from './form.ts';
import { limits } from './limits.ts';

export type Taximeter = {
  readonly state: 'installed' | 'bench';
  readonly constant: Decimal | undefined;
  readonly crossOver: Decimal | undefined;
};

const interval = parse('0.001');
/**
 * Largest error of the standard in %: in the vehicle that of JJG(京) 177-2025 over 200 m (digest at aqrzj.com 417345), since JJG 517-2016's own value was not found;
 * on the bench that of the count (jizihe.com 9391193).
 */
const standardOf = new Map([
  ['installed-distance', parse('0.3')],
  ['bench-distance', parse('0.1')],
]);
const groupsOf: Record<Taximeter['state'], ReadonlySet<string>> = {
  installed: new Set(['appearance', 'pricing', 'installedDistance']),
  bench: new Set(['appearance', 'pricing', 'benchDistance', 'benchTime', 'switching']),
};

function readTaximeter(plate: Nameplate): Taximeter {
  const state = plate.text('state') as Taximeter['state'];
  const positive = (field: string): Decimal | undefined => {
    const value = plate.maybe(field);
    if (value === undefined ? state === 'bench' : value.digits <= 0n) {
      plate.refuse(field, value === undefined ? 'missing' : 'too-small', ['本机检定需要大于零的值', 'a value greater than zero is needed']);
    }
    return value;
  };
  return { state, constant: positive('constant'), crossOver: positive('crossOver') };
}

/** Whether a reference can be divided by; a refusal stands at its cell otherwise. */
function isPositive(id: string, value: Decimal, to: Recorder): boolean {
  if (value.digits > 0n) return true;
  to.refuse(id, 'too-small', ['必须大于零', 'must be greater than zero']);
  return false;
}

type Relative = {
  readonly difference: Decimal;
  readonly reference: Decimal;
  readonly steps: string;
  readonly limit: Decimal | undefined;
  readonly lower?: Decimal;
  readonly numbers: readonly Sourced<unknown>[];
};

/** E = difference / reference in %. */
function judgeRelative({ difference, reference, steps, limit, lower, numbers }: Relative, to: Recorder): void {
  const least = lower ?? (limit && subtract(whole(0), limit));
  const bounds = [limit, least].filter((bound) => bound !== undefined);
  const value = quotient(timesPowerOfTen(difference, 2), reference, interval, bounds);
  const text = `E = ${steps} = ${signed(value)} %`;
  const how = (): Text => [text, text];
  to.note('E', value, '%');
  const judged = { symbol: 'E', value, limit, unit: '%', numbers, how };
  if (lower) to.check({ ...judged, lower, comparison: 'between' });
  else to.check({ ...judged, comparison: 'within' });
}

const installedDistance = rowRule<Taximeter, 'shown' | 'actual'>({
  item: 'installed-distance',
  group: 'installedDistance',
  needs: ['shown', 'actual'],
  judge: ({ shown, actual }, { number }, to) => {
    if (!isPositive('actual', actual, to)) return;
    judgeRelative(
      {
        difference: subtract(shown, actual),
        reference: actual,
        steps: `(${written(shown)} ${minus(actual)}) / ${written(actual)}`,
        limit: number(limits.installedMost),
        lower: number(limits.installedLeast),
        numbers: [limits.installedLeast, limits.installedMost],
      },
      to,
    );
  },
});

const benchDistance = rowRule<Taximeter, 'point' | 'count'>({
  item: 'bench-distance',
  group: 'benchDistance',
  needs: ['point', 'count'],
  judge: ({ point, count }, { parameters: { constant }, number }, to) => {
    if (!constant || !isPositive('count', count, to)) return;
    judgeRelative(
      {
        difference: subtract(multiply(point, constant), count),
        reference: count,
        steps: `(${written(point)} × ${written(constant)} ${minus(count)}) / ${written(count)}`,
        limit: number(limits.benchDistance),
        numbers: [limits.benchDistance],
      },
      to,
    );
  },
});

const benchTime = rowRule<Taximeter, 'shown' | 'actual'>({
  item: 'bench-time',
  group: 'benchTime',
  needs: ['shown', 'actual'],
  judge: ({ shown, actual }, { number }, to) => {
    if (!isPositive('actual', actual, to)) return;
    judgeRelative(
      {
        difference: subtract(shown, actual),
        reference: actual,
        steps: `(${written(shown)} ${minus(actual)}) / ${written(actual)}`,
        limit: number(limits.benchTime),
        numbers: [limits.benchTime],
      },
      to,
    );
  },
});

const switching = fieldRule<Taximeter, 'speed' | 'response'>({
  item: 'switching',
  group: 'switching',
  needs: ['speed', 'response'],
  judge: ({ speed, response }, { parameters: { crossOver }, number }, to) => {
    if (!crossOver) return;
    const value = subtract(speed, crossOver);
    const text = `E = ${written(speed)} ${minus(crossOver)} = ${signed(value)} km/h`;
    to.note('E', value, 'km/h');
    to.check({
      symbol: 'E',
      value,
      limit: number(limits.benchSwitching),
      comparison: 'within',
      unit: 'km/h',
      numbers: [limits.benchSwitching],
      id: 'speed',
      how: () => [text, text],
    });
    to.check({
      symbol: 'τ',
      value: response,
      limit: number(limits.benchResponse),
      comparison: 'at-most',
      unit: 's',
      numbers: [limits.benchResponse],
      id: 'response',
      how: () => [`响应时间 τ = ${written(response)} s`, `response time τ = ${written(response)} s`],
    });
  },
});

/** As many measurements as the institute entered when it adopted the edition. */
const enough = (item: string, group: string, column: string, least: Limit): Rule<Taximeter> =>
  seriesRule<Taximeter, string>({
    item,
    group,
    needs: [column],
    judge: (rows, { number }: At<Taximeter>, to) => {
      const asked = number(least);
      if (asked === undefined || compare(whole(rows.length), asked) >= 0) return;
      const count = written(asked);
      to.refuse('rows', 'missing', [
        `应测 ${count} 次，只有 ${rows.length} 次`,
        `${count} measurements are needed, there are ${rows.length}`,
      ]);
    },
  });

export const jjg0517 = defineProcedure({
  edition,
  instrument: readTaximeter,
  applies: (group, { state }) => groupsOf[state].has(group),
  environment: ({ state }) =>
    state === 'installed'
      ? {}
      : {
          temperature: { least: limits.benchTemperatureLeast, most: limits.benchTemperatureMost },
          humidity: { least: limits.humidityLeast, most: limits.benchHumidityMost },
        },
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    examinedRule('pricing', 'pricing', pricing),
    installedDistance,
    enough('installed-distance', 'installedDistance', 'shown', limits.installedRuns),
    benchDistance,
    enough('bench-distance', 'benchDistance', 'point', limits.benchDistancePoints),
    benchTime,
    switching,
  ],
  validity: ({ state }) => state,
  budgets: ({ checks }) =>
    checks.flatMap((check) => {
      const reference = standardOf.get(check.item);
      return reference ? [errorBudget(check, 'JJG 517-2016', ['计程误差', 'Error of distance'], { reference })] : [];
    }),
});
