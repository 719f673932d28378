/** JJG 543-2008: from the raw record to the conclusion. It has no in-use inspection. */
import { parse } from '@tongheng/quantity/decimal';
import type { Point } from '../src/calculation.ts';
import type { Text } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { defineProcedure } from '../src/procedure.ts';
import { quotient } from '../src/quotient.ts';
import { edition } from './edition.ts';
import { leads } from './form.ts';
import { limits } from './limits.ts';
import { rules } from './rules.ts';
import type { Electrocardiograph } from './rules.ts';

const ten = parse('10');
const fine = parse('0.0001');

const point = (group: string, given: Readonly<Record<string, string>>, mandatory: boolean, reason: Text): Point => ({
  id: `${group}-${Object.values(given).join('-')}`,
  group,
  given,
  mandatory,
  times: 1,
  reason,
});

const pointsOf = ({ twelveLeads }: Electrocardiograph): readonly Point[] => {
  const ends = [limits.frequencyLow.value, limits.frequencyHigh.value];
  const most = limits.polarisationVoltage.value;
  return [
    ...limits.voltages.value.map((input) => point('voltage', { input }, false, ['建议点', 'proposed'])),
    ...limits.times.value.map((input) => point('time', { input }, false, ['建议点', 'proposed'])),
    ...limits.frequencies.value.map((frequency) =>
      point('response', { frequency }, ends.includes(frequency), ['频率范围及其间', 'the ends of the range and between']),
    ),
    ...[most, `-${most}`].map((voltage) => point('polarisation', { voltage }, true, ['两种极性', 'either polarity'])),
    ...(twelveLeads ? leads.map((lead) => point('rejection', { lead }, true, ['各导联', 'each lead'])) : []),
  ];
};

export const jjg0543 = defineProcedure<Electrocardiograph, typeof limits>({
  edition,
  instrument: (plate) => ({ twelveLeads: plate.text('leads') === '12' }),
  points: pointsOf,
  given: () => ({ trace: { resistor: limits.seriesResistor.value } }),
  rules,
  budgets: ({ checks, number }) =>
    checks
      .filter(({ item }) => item === 'voltage')
      .map((check) =>
        errorBudget(check, edition.number, ['电压测量误差', 'Error of voltage'], {
          reference: quotient(parse(check.limit ?? '0'), number(limits.standardDivisor), fine, []),
          reading: quotient(number(limits.reading), ten, fine, []),
        }),
      ),
});
