/** The nameplate of a dial gauge: what it measures, class, range, unit, division, numbered graduations, stop pin. */
import { compare, print, subtract, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Text } from '../edition.ts';
import { choiceField, decimalField, instrumentGroup, plainChoices, textField } from '../field.ts';
import type { Choice, Field, Group } from '../form.ts';
import type { Nameplate } from '../rule.ts';
import { areGraduations, readGraduations } from './graduation.ts';

export type GaugeKind = 'pressure' | 'compound' | 'vacuum';
export type PressureUnit = 'MPa' | 'kPa' | 'Pa';

/** Pressures in `unit`; a vacuum is negative. */
export type Gauge = {
  readonly kind: GaugeKind;
  readonly class: string;
  readonly unit: PressureUnit;
  readonly lower: Decimal;
  readonly upper: Decimal;
  readonly span: Decimal;
  readonly division: Decimal;
  readonly graduations: readonly Decimal[];
  readonly stopPin: boolean;
};

const kindChoices: readonly Choice[] = [
  { value: 'pressure', label: ['压力表', 'Pressure gauge'] },
  { value: 'compound', label: ['压力真空表', 'Pressure-vacuum gauge'] },
  { value: 'vacuum', label: ['真空表', 'Vacuum gauge'] },
];
const unitPower: Record<PressureUnit, number> = { MPa: 6, kPa: 3, Pa: 0 };

/** The same pressure in another unit. @example print(convertPressure(parse('0.06'), 'MPa', 'kPa')) // '60' */
export const convertPressure = (value: Decimal, from: PressureUnit, to: PressureUnit): Decimal =>
  timesPowerOfTen(value, unitPower[from] - unitPower[to]);

/** Whether the pointer rests on a pin at zero, so that an error at zero cannot be seen. */
export const stopPinField: Field = choiceField(
  'stopPin',
  ['零位止销', 'Stop pin at zero'],
  ['指针在零位是否靠在止销上', 'Whether the pointer rests on a pin at zero'],
  [
    { value: 'yes', label: ['带止销', 'With stop pin'] },
    { value: 'no', label: ['不带止销', 'Without stop pin'] },
  ],
);

/** The nameplate's form; `more` are fields that only one regulation asks for. */
export const gaugeGroup = (classes: readonly Choice[], kinds: readonly GaugeKind[], more: readonly Field[] = []): Group =>
  instrumentGroup([
    choiceField(
      'kind',
      ['种类', 'Kind'],
      ['测量范围跨零的为压力真空表', 'With a range on both sides of zero: pressure-vacuum gauge'],
      kindChoices.filter(({ value }) => kinds.some((kind) => kind === value)),
    ),
    choiceField('class', ['准确度等级', 'Accuracy class'], ['表盘所标', 'As on the dial'], classes),
    choiceField('unit', ['压力单位', 'Unit of pressure'], ['表盘所标', 'As on the dial'], plainChoices(['MPa', 'kPa', 'Pa'])),
    decimalField('lower', ['测量下限', 'Lower limit'], 'sheet', ['疏空为负值，如 −0.1', 'A vacuum is negative, as in −0.1'], {
      symbol: 'pmin',
    }),
    decimalField('upper', ['测量上限', 'Upper limit'], 'sheet', ['真空表为 0', '0 for a vacuum gauge'], { symbol: 'pmax' }),
    decimalField('division', ['分度值', 'Scale division'], 'sheet', ['相邻两分度线所示之差', 'Between two neighbouring graduations'], {
      symbol: 'd',
    }),
    textField(
      'graduations',
      ['带数字的分度线', 'Numbered graduations'],
      ['等分时填条数（含两端），否则逐条列出', 'Their number, both ends included, when equally spaced; else a list'],
    ),
    ...more,
  ]);

const refuse = (plate: Nameplate, field: string, reason: string, text: Text): undefined => {
  plate.refuse(field, reason, text);
  return undefined;
};

/** Reads the nameplate; undefined when it contradicts itself. */
export function readGauge(plate: Nameplate): Gauge | undefined {
  const [lower, upper, division] = [plate.decimal('lower'), plate.decimal('upper'), plate.decimal('division')];
  const kind = plate.text('kind') as GaugeKind;
  const fits = {
    pressure: lower.digits === 0n && upper.digits > 0n,
    compound: lower.digits < 0n && upper.digits > 0n,
    vacuum: lower.digits < 0n && upper.digits === 0n,
  }[kind];
  if (!fits) {
    return refuse(plate, 'lower', 'range', [
      `测量范围 ${print(lower)} 至 ${print(upper)} 与种类不符`,
      `the range ${print(lower)} to ${print(upper)} is not one of this kind of gauge`,
    ]);
  }
  if (division.digits <= 0n) return refuse(plate, 'division', 'too-small', ['必须大于零', 'must be greater than zero']);
  const span = subtract(upper, lower);
  if (compare(division, span) >= 0) {
    return refuse(plate, 'division', 'too-large', ['分度值应小于量程', 'the division is smaller than the span']);
  }
  const graduations = readGraduations(plate.text('graduations'), lower, upper);
  if (!areGraduations(graduations)) return refuse(plate, 'graduations', graduations.reason, graduations.text);
  return {
    kind,
    class: plate.text('class'),
    unit: plate.text('unit') as PressureUnit,
    lower,
    upper,
    span,
    division,
    graduations,
    stopPin: plate.text('stopPin') === 'yes',
  };
}
