/** The record of a trial lens case 验光镜片箱 and its rules: sphere, cylinder and prism lenses, each measured by a reference focimeter. */
import { compare, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Limit } from '../edition.ts';
import { choiceField, decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from '../field.ts';
import type { Bounds, Field, Form } from '../form.ts';
import { signed, written } from '../print.ts';
import { examinedRule, rowRule, seriesRule } from '../rule.ts';
import type { Nameplate, Rule } from '../rule.ts';
import { bandAt } from './band.ts';
import type { Band } from './band.ts';
import { markedErrorRule, perMetre } from './reading.ts';

/** How many lenses of each kind the case has, all of which are measured. */
export type TrialLensCase = { readonly spheres: Decimal; readonly cylinders: Decimal; readonly prisms: Decimal };

export type TrialLensLimits = {
  readonly sphere: readonly Band[];
  /** Prismatic power at the centre of a sphere lens, in cm/m. */
  readonly centre: Limit;
  readonly cylinder: readonly Band[];
  /** Deviation of the marked axis in degrees, by the power of the cylinder. */
  readonly axis: readonly Band[];
  readonly prism: readonly Band[];
};

const appearance = [
  examinedField('lenses', ['镜片', 'Lenses'], ['清洁，无划痕、崩边', 'Clean, without scratches and chips']),
  examinedField('marks', ['标记', 'Marks'], ['顶焦度、柱镜轴线、棱镜基底标记清晰', 'Power, cylinder axis and prism base are legible']),
  examinedField('case', ['镜片箱与试镜架', 'Case and trial frame'], ['配置齐全', 'Complete']),
];
const nominal = (unit: string): Field =>
  decimalField('nominal', ['标称值', 'Nominal value'], unit, ['镜片所标', 'As marked'], { symbol: 'Dn' });
const measured = (unit: string): Field =>
  decimalField('measured', ['测得值', 'Measured value'], unit, ['标准焦度计测得', 'By the reference focimeter'], {
    symbol: 'D',
    near: 'nominal',
  });
const count = (id: string, label: readonly [string, string]): Field =>
  decimalField(id, label, null, ['箱内此类镜片的片数，没有填 0', 'In the case; 0 for none'], { resolution: { factor: '1', of: 'unit' } });
const error = { symbol: 'E', label: ['误差', 'Error'] } as const;
const help = ['全部镜片逐片测量', 'Every lens is measured'] as const;

/** The form of the record. */
export const trialLensForm = (environment: { readonly temperature: Bounds; readonly humidity: Bounds }): Form => ({
  instrument: instrumentGroup([
    choiceField(
      'aperture',
      ['孔径', 'Aperture'],
      ['全孔径或缩小孔径', 'Full or reduced'],
      [
        { value: 'full', label: ['全孔径', 'Full'] },
        { value: 'reduced', label: ['缩小孔径', 'Reduced'] },
      ],
    ),
    count('spheres', ['球镜片数', 'Sphere lenses']),
    count('cylinders', ['柱镜片数', 'Cylinder lenses']),
    count('prisms', ['棱镜片数', 'Prism lenses']),
  ]),
  environment: environmentGroup(environment),
  readings: [
    fieldGroup('appearance', ['外观', 'Appearance'], ['目力观察', 'By eye'], appearance),
    rowGroup(
      'sphere',
      ['球镜片', 'Sphere lenses'],
      help,
      { least: 1, most: 300 },
      [
        nominal(perMetre),
        measured(perMetre),
        decimalField('centre', ['几何中心棱镜度', 'Prism at the centre'], 'cm/m', ['光学中心偏差产生的棱镜度', 'From decentration'], {
          symbol: 'P',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup(
      'cylinder',
      ['柱镜片', 'Cylinder lenses'],
      help,
      { least: 1, most: 200 },
      [
        nominal(perMetre),
        measured(perMetre),
        decimalField('axis', ['轴线偏差', 'Deviation of the axis'], '°', ['轴线标记与测得轴位之差', 'Between mark and measured axis'], {
          symbol: 'Δθ',
        }),
      ],
      { computed: [error] },
    ),
    rowGroup('prism', ['棱镜片', 'Prism lenses'], help, { least: 1, most: 60 }, [nominal('cm/m'), measured('cm/m')], { computed: [error] }),
  ],
});

/** Reads the nameplate; undefined for a case without a lens. */
export function readTrialLensCase(plate: Nameplate): TrialLensCase | undefined {
  const [spheres, cylinders, prisms] = [plate.decimal('spheres'), plate.decimal('cylinders'), plate.decimal('prisms')];
  const before = [spheres, cylinders, prisms].some(({ digits }) => digits < 0n);
  if (before || (spheres.digits === 0n && cylinders.digits === 0n && prisms.digits === 0n)) {
    plate.refuse('spheres', 'range', ['片数不能为负，且至少有一片', 'no count is negative, and there is at least one lens']);
    return undefined;
  }
  return { spheres, cylinders, prisms };
}

const lensesOf: Readonly<Record<string, keyof TrialLensCase>> = { sphere: 'spheres', cylinder: 'cylinders', prism: 'prisms' };

/** A case without lenses of a kind has no item for them. */
export const hasLenses = (group: string, lenses: TrialLensCase): boolean => {
  const kind = lensesOf[group];
  return kind === undefined || lenses[kind].digits > 0n;
};

const everyLens = (item: string): Rule<TrialLensCase> =>
  seriesRule<TrialLensCase, 'nominal'>({
    item,
    group: item,
    needs: ['nominal'],
    judge: (rows, { parameters }, to) => {
      const asked = parameters[lensesOf[item] ?? 'spheres'];
      if (compare(whole(rows.length), asked) >= 0) return;
      const all = written(asked);
      to.refuse('rows', 'missing', [`共 ${all} 片，只测了 ${rows.length} 片`, `there are ${all} lenses, ${rows.length} were measured`]);
    },
  });

/** The rules of the items 'appearance', 'sphere', 'cylinder' and 'prism'. */
export function trialLensRules(limits: TrialLensLimits): readonly Rule<TrialLensCase>[] {
  const powerOf = (item: 'sphere' | 'cylinder' | 'prism', unit: string): Rule<TrialLensCase> =>
    markedErrorRule<TrialLensCase>({
      item,
      group: item,
      unit,
      limit: (value, { number }) => bandAt(limits[item], value, number),
    });
  const centre = rowRule<TrialLensCase, 'centre'>({
    item: 'sphere',
    group: 'sphere',
    needs: ['centre'],
    judge: (cells, { number }, to) => {
      const text = `P = ${signed(cells.centre)} cm/m`;
      const judged = {
        symbol: 'P',
        value: cells.centre,
        limit: number(limits.centre),
        unit: 'cm/m',
        numbers: [limits.centre],
        id: 'centre',
      };
      to.check({ ...judged, comparison: 'within', how: () => [text, text] });
    },
  });
  const axis = rowRule<TrialLensCase, 'nominal' | 'axis'>({
    item: 'cylinder',
    group: 'cylinder',
    needs: ['nominal', 'axis'],
    judge: (cells, { number }, to) => {
      const text = `Δθ = ${signed(cells.axis)}°`;
      const judged = { symbol: 'Δθ', value: cells.axis, ...bandAt(limits.axis, cells.nominal, number), unit: '°', id: 'axis' };
      to.check({ ...judged, comparison: 'within', how: () => [text, text] });
    },
  });
  return [
    examinedRule('appearance', 'appearance', appearance),
    powerOf('sphere', perMetre),
    centre,
    everyLens('sphere'),
    powerOf('cylinder', perMetre),
    axis,
    everyLens('cylinder'),
    powerOf('prism', 'cm/m'),
    everyLens('prism'),
  ];
}
