/** JJG 1097-2014: from the raw record to the conclusion. Both sides of the refractor head are measured. */
import { compare, parse, print, whole } from '@tongheng/quantity/decimal';
import type { Limit } from '../src/edition.ts';
import { errorBudget } from '../src/error-budget.ts';
import { signed, written } from '../src/print.ts';
import { defineProcedure } from '../src/procedure.ts';
import { errorRule, examinedRule, fieldRule, rowRule, seriesRule } from '../src/rule.ts';
import type { Nameplate, Rule } from '../src/rule.ts';
import { bandAt } from '../src/vertex-power/band.ts';
import { axisDifference, markedErrorRule, perMetre } from '../src/vertex-power/reading.ts';
import { edition } from './edition.ts';
import { appearance, chart } from './form.ts';
import { limits } from './limits.ts';

type Phoropter = { readonly prism: boolean; readonly chart: boolean };

const readPhoropter = (plate: Nameplate): Phoropter => ({ prism: plate.text('prism') === 'yes', chart: plate.text('chart') === 'yes' });

const sides = [
  ['right', '右', 'right'],
  ['left', '左', 'left'],
] as const;

/** Both sides must be measured, and as often as the institute entered. */
const bothSides = (item: string, group: string, least: Limit | undefined): Rule<Phoropter> =>
  seriesRule<Phoropter, 'nominal'>({
    item,
    group,
    needs: ['nominal'],
    judge: (rows, { number }, to) => {
      const asked = (least && number(least)) ?? whole(1);
      for (const [side, zh, en] of sides) {
        const count = rows.filter((row) => row.text('side') === side).length;
        if (compare(whole(count), asked) >= 0) continue;
        to.refuse('rows', 'missing', [
          `${zh}侧至少 ${written(asked)} 点，只有 ${count} 点`,
          `the ${en} side needs at least ${written(asked)}, there are ${count}`,
        ]);
      }
    },
  });

const one = (item: string, group: string, unit: string, limit: Limit): Rule<Phoropter> =>
  markedErrorRule<Phoropter>({ item, group, unit, limit: (_nominal, { number }) => ({ limit: number(limit), numbers: [limit] }) });

const axis = rowRule<Phoropter, 'nominal' | 'measured'>({
  item: 'axis',
  group: 'axis',
  needs: ['nominal', 'measured'],
  judge: ({ nominal, measured }, { number }, to) => {
    const value = axisDifference(measured, nominal);
    const text = `E = ${print(measured)}° ↔ ${print(nominal)}° = ${signed(value)}°`;
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

const luminance = fieldRule<Phoropter, 'luminance'>({
  item: 'chart',
  group: 'chart',
  needs: ['luminance'],
  judge: (fields, { number }, to) => {
    const value = fields.luminance;
    const text = `L = ${written(value)} cd/m²`;
    const limit = number(limits.chartLuminance);
    to.check({
      symbol: 'L',
      value,
      limit,
      unit: 'cd/m²',
      comparison: 'at-least',
      numbers: [limits.chartLuminance],
      id: 'luminance',
      how: () => [text, text],
    });
  },
});

/** A first-grade reference focimeter reads to 0.01 m⁻¹ (ynkmjykj.com 63296 on trial lenses); its error is not established, a step is taken. */
const step = parse('0.01');

export const jjg1097 = defineProcedure({
  edition,
  instrument: readPhoropter,
  applies: (group, phoropter) => (group !== 'prism' || phoropter.prism) && (group !== 'chart' || phoropter.chart),
  rules: [
    examinedRule('appearance', 'appearance', appearance),
    markedErrorRule<Phoropter>({
      item: 'sphere',
      group: 'sphere',
      unit: perMetre,
      limit: (nominal, { number }) => bandAt(limits.sphere, nominal, number),
    }),
    bothSides('sphere', 'sphere', limits.spherePoints),
    one('cylinder', 'cylinder', perMetre, limits.cylinder),
    bothSides('cylinder', 'cylinder', undefined),
    axis,
    bothSides('axis', 'axis', undefined),
    one('prism', 'prism', 'cm/m', limits.prism),
    bothSides('prism', 'prism', undefined),
    errorRule<Phoropter>({
      item: 'pupil-distance',
      group: 'pupilDistance',
      indication: 'indication',
      reference: 'standard',
      unit: 'mm',
      limit: (_cells, { number }) => ({ limit: number(limits.pupilDistance), numbers: [limits.pupilDistance] }),
    }),
    examinedRule('chart', 'chart', chart),
    luminance,
  ],
  budgets: ({ checks }) =>
    checks
      .filter(({ item }) => item === 'sphere')
      .map((check) => errorBudget(check, 'JJG 1097-2014', ['球镜度', 'Sphere'], { reference: step, reading: parse('0.005') })),
});
