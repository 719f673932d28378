/**
 * The working error 工作误差 of a whole charger: E = (W − W₀) / W₀, the energy that it shows, or that its pulses count, against that of the standard.
 * Then the clock of a charger with prices by time, and the smallest step of its energy.
 */
import { compare, multiply, negate, parse, print, subtract, timesPowerOfTen, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check, Point } from '../calculation.ts';
import type { Kind, Limit, Text } from '../edition.ts';
import { errorBudget } from '../error-budget.ts';
import { decimalField, examinedField, fieldGroup, rowGroup } from '../field.ts';
import type { Group } from '../form.ts';
import { minus, signed, written } from '../print.ts';
import { quotient } from '../quotient.ts';
import { fieldRule, rowRule } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { halfOf } from './nameplate.ts';
import type { Charger } from './nameplate.ts';

const interval = parse('0.001');
/** Half a step in %. */
const fifty = parse('50');

/** What a person looks at. */
export const appearanceFields = [
  examinedField('structure', ['外观', 'Appearance'], ['桩体、连接装置、显示完好', 'Body, connection and display are sound']),
  examinedField('marks', ['标志', 'Markings'], ['型号、编号、等级、电流范围、常数', 'Model, number, class, currents, constant']),
  examinedField('pulse', ['脉冲输出', 'Pulse output'], ['有供测量电能误差的脉冲输出', 'Pulses for the measurement of the error']),
];

/** The groups of the record. */
export const chargerReadings = (): readonly Group[] => [
  fieldGroup('appearance', ['外观与标志', 'Appearance and markings'], ['目力观察', 'By eye'], appearanceFields),
  fieldGroup(
    'step',
    ['最小电能变量', 'Smallest step of energy'],
    ['显示电能的最小变化', 'The smallest change of the shown energy'],
    [decimalField('step', ['最小电能变量', 'Smallest step'], 'kWh', ['由显示读出', 'As shown'], { symbol: 'ΔW' })],
  ),
  rowGroup(
    'energy',
    ['工作误差', 'Working error'],
    ['整桩检定，实负荷或虚负荷；E =（W − W₀）/ W₀', 'The whole charger, with a real or a virtual load; E = (W − W₀) / W₀'],
    { least: 1, most: 40 },
    [
      decimalField('current', ['负载电流', 'Load current'], 'A', ['在 Imin 与 Imax 之间', 'Between Imin and Imax'], { symbol: 'I' }),
      decimalField(
        'shown',
        ['充电桩电能', 'Energy of the charger'],
        'kWh',
        ['显示的电能，或脉冲数除以常数', 'As shown, or pulses by the constant'],
        {
          symbol: 'W',
          near: 'reference',
        },
      ),
      decimalField('reference', ['标准电能', 'Energy of the standard'], 'kWh', ['标准装置给出', 'By the standard'], { symbol: 'W₀' }),
    ],
    { computed: [{ symbol: 'E', label: ['工作误差', 'Working error'] }] },
  ),
  fieldGroup(
    'clock',
    ['时钟时刻误差', 'Error of the clock'],
    ['有分时计费功能的充电桩', 'Only with prices by time of use'],
    [
      decimalField(
        'error',
        ['时钟时刻误差', 'Error of the clock'],
        's',
        ['充电桩时刻减标准时刻，带符号', 'Charger minus standard, signed'],
        { symbol: 'Δt' },
      ),
    ],
  ),
];

export type EnergyLimits = {
  /** In %, by the class of the charger. */
  readonly mpe: (charger: Charger) => Limit;
  /** In s. */
  readonly clock: (kind: Kind) => Limit;
  /** In kWh. */
  readonly step: Limit;
};

/** The rules of the items 'step', 'error' and 'clock'. */
export function chargerRules<P extends Charger>(limits: EnergyLimits): readonly Rule<P>[] {
  const step = fieldRule<P, 'step'>({
    item: 'step',
    group: 'step',
    needs: ['step'],
    judge: (fields, { number }, to) => {
      const text = `ΔW = ${written(fields.step)} kWh`;
      if (fields.step.digits <= 0n) to.refuse('step', 'too-small', ['必须大于零', 'must be greater than zero']);
      const judged = { symbol: 'ΔW', value: fields.step, limit: number(limits.step), unit: 'kWh', numbers: [limits.step] };
      to.check({ ...judged, comparison: 'at-most', how: () => [text, text] });
    },
  });
  const error = rowRule<P, 'current' | 'shown' | 'reference'>({
    item: 'error',
    group: 'energy',
    needs: ['current', 'shown', 'reference'],
    judge: ({ current, shown, reference }, { parameters, number }, to) => {
      const { least, most } = parameters;
      if (compare(current, least) < 0 || compare(current, most) > 0) {
        const range = `${written(least)} … ${written(most)} A`;
        to.refuse('current', 'outside', [`负载电流应在 ${range} 内`, `the load current lies in ${range}`]);
      }
      if (reference.digits <= 0n) return to.refuse('reference', 'too-small', ['必须大于零', 'must be greater than zero']);
      const source = limits.mpe(parameters);
      const limit = number(source);
      const value = quotient(timesPowerOfTen(subtract(shown, reference), 2), reference, interval, limit ? [limit, negate(limit)] : []);
      to.note('E', value, '%');
      to.note('W0', reference, 'kWh');
      const how = (): Text => {
        const steps = `E = (${written(shown)} ${minus(reference)}) / ${written(reference)} = ${signed(value)} %`;
        return [`负载 ${written(current)} A：${steps}`, `load ${written(current)} A: ${steps}`];
      };
      to.check({ symbol: 'E', value, limit, unit: '%', comparison: 'within', numbers: [source], how });
    },
  });
  const clock = fieldRule<P, 'error'>({
    item: 'clock',
    group: 'clock',
    needs: ['error'],
    judge: (fields, { kind, number }, to) => {
      const source = limits.clock(kind);
      const text = `Δt = ${signed(fields.error)} s`;
      const judged = { symbol: 'Δt', value: fields.error, limit: number(source), unit: 's', numbers: [source] };
      to.check({ ...judged, comparison: 'within', how: () => [text, text] });
    },
  });
  return [step, error, clock];
}

/** The ends of the range in which the limits hold, and its middle: Imin and Imax are needed, ½ Imax is proposed. */
export function chargerPoints({ least, most }: Charger): readonly Point[] {
  const point = (id: string, current: Decimal, mandatory: boolean): Point => ({
    id,
    group: 'energy',
    given: { current: print(trim(current)) },
    mandatory,
    times: 1,
    reason: [id, id],
  });
  const half = halfOf(most);
  const middle = compare(half, least) > 0 ? [point('½ Imax', half, false)] : [];
  return [point('Imin', least, true), ...middle, point('Imax', most, true)];
}

/**
 * The uncertainty of each working error in %: the standard with an error of at most `reference` %, the energy in steps of `step`.
 */
export const chargerBudgets = (
  edition: string,
  { checks, value }: { readonly checks: readonly Check[]; readonly value: (id: string) => Decimal | undefined },
  { reference, step }: { readonly reference: Decimal; readonly step: Decimal },
): readonly Budget[] =>
  checks
    .filter(({ item }) => item === 'error')
    .map((check) => {
      const energy = value(`${check.row}.W0`);
      const reading = energy && quotient(multiply(fifty, step), energy, interval, []);
      return errorBudget(check, edition, ['工作误差', 'Working error'], { reference, ...(reading ? { reading } : {}) });
    });
