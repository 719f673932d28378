/**
 * The nameplate of a charger: class, currents between which its limits hold, whether its price depends on the time. Chargers that were installed
 * before a date of the edition may lack the marks of the currents: they then follow from rated power and nominal voltage.
 */
import { compare, max, multiply, parse, print, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Sourced } from '../edition.ts';
import { choiceField, decimalField, instrumentGroup } from '../field.ts';
import type { Choice, Field, Group } from '../form.ts';
import type { Nameplate } from '../rule.ts';

export type Charger = {
  readonly class: string;
  /** In A. */
  readonly least: Decimal;
  readonly most: Decimal;
  readonly timeOfUse: boolean;
};

/** How the currents of an unmarked charger follow: Imin is Imax divided by `divisor`, and not less than `leastCurrent` in A. */
export type UnmarkedRule = { readonly divisor: Sourced<string>; readonly leastCurrent: Sourced<string> };

const yesNo: readonly Choice[] = [
  { value: 'yes', label: ['是', 'Yes'] },
  { value: 'no', label: ['否', 'No'] },
];
const current = (id: string, label: readonly [string, string], symbol: string): Field =>
  decimalField(id, label, 'A', ['铭牌；未标注的旧桩留空，由额定功率推算', 'As marked; empty for an old charger without the mark'], {
    symbol,
    required: [],
  });

/** The nameplate's form. `more` are fields of one kind of charger. */
export const chargerGroup = (classes: readonly Choice[], more: readonly Field[] = []): Group =>
  instrumentGroup([
    choiceField('class', ['准确度等级', 'Accuracy class'], ['铭牌所标', 'As on the nameplate'], classes),
    ...more,
    current('most', ['最大电流', 'Largest current'], 'Imax'),
    current('least', ['最小电流', 'Smallest current'], 'Imin'),
    choiceField(
      'unmarked',
      ['2023-01-01 前安装且未标注电流', 'Installed before 2023-01-01 without marked currents'],
      ['选“是”时填写额定功率和标称电压', 'With yes, rated power and nominal voltage are needed'],
      yesNo,
    ),
    decimalField('power', ['额定功率', 'Rated power'], 'kW', ['铭牌', 'As on the nameplate'], { symbol: 'P', required: [] }),
    decimalField('voltage', ['标称电压', 'Nominal voltage'], 'V', ['铭牌', 'As on the nameplate'], { symbol: 'Un', required: [] }),
    choiceField('timeOfUse', ['分时计费', 'Price by time of use'], ['有分时计费功能的检定时钟', 'With it, the clock is verified'], yesNo),
  ]);

const tenth = parse('0.1');

/** P / Un to 0.1 A; undefined and a refusal where one of them is missing. */
function largestOfUnmarked(plate: Nameplate): Decimal | undefined {
  const [power, voltage] = [plate.maybe('power'), plate.maybe('voltage')];
  for (const [field, value] of [['power', power] as const, ['voltage', voltage] as const]) {
    if (value === undefined || value.digits <= 0n)
      plate.refuse(field, value === undefined ? 'missing' : 'too-small', [
        '未标注电流时需要大于零的值',
        'needed, greater than zero, without marked currents',
      ]);
  }
  if (!power || !voltage || power.digits <= 0n || voltage.digits <= 0n) return undefined;
  return roundQuotient(timesPowerOfTen(power, 3), voltage, tenth);
}

/** Reads the nameplate; undefined after a refusal. `canDerive` tells whether the rule for unmarked chargers fits this one. */
export function readCharger(plate: Nameplate, rule: UnmarkedRule, canDerive: boolean): Charger | undefined {
  const unmarked = plate.text('unmarked') === 'yes' && canDerive;
  let [most, least] = [plate.maybe('most'), plate.maybe('least')];
  if (unmarked) {
    most ??= largestOfUnmarked(plate);
    least ??= most && max(roundQuotient(most, plate.number(rule.divisor), tenth), plate.number(rule.leastCurrent));
    if (most === undefined) return undefined;
  }
  for (const [field, value] of [['most', most] as const, ['least', least] as const]) {
    if (value === undefined)
      plate.refuse(field, 'missing', ['缺少电流，或此桩不能由额定功率推算', 'the current is missing and cannot be derived']);
  }
  if (!most || !least) return undefined;
  if (least.digits <= 0n || compare(least, most) >= 0) {
    const range = `${print(least)} … ${print(most)} A`;
    plate.refuse('least', 'range', [
      `最小电流应大于零且小于最大电流（${range}）`,
      `the smallest current lies between zero and the largest (${range})`,
    ]);
    return undefined;
  }
  return { class: plate.text('class'), least, most, timeOfUse: plate.text('timeOfUse') === 'yes' };
}

/** Half of the largest current, a load between the two ends. */
export const halfOf = (largest: Decimal): Decimal => multiply(largest, parse('0.5'));
