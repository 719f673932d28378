/**
 * Gas dispensers 加气机, one nozzle a record: nameplate, form and rules that the regulations for CNG, LPG and LNG share. E = (m_J − m_s) / m_s × 100 %;
 * of a liquid measured by volume the standard's volume is multiplied by a correction that its tables give.
 * Worked example: 10.05 kg shown, 10.00 kg by the standard: E = +0.5 %.
 */
import { multiply } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Budget, Check } from '../calculation.ts';
import type { Limit, Sourced } from '../edition.ts';
import { choiceField, decimalField, environmentGroup, instrumentGroup, plainChoices, rowGroup, textField } from '../field.ts';
import type { Field, Group } from '../form.ts';
import type { Nameplate, ReadLimit, Rule } from '../rule.ts';
import { standardBudget } from '../standard-budget.ts';
import type { DispenserNumbers } from './numbers.ts';
import { paymentStepField } from './payment.ts';
import { runRules } from './run.ts';

export type GasNumbers = DispenserNumbers & {
  /** U of the standard is at most the MPE divided by this. */
  readonly standardDivisor: Sourced<string>;
  readonly environment: {
    readonly temperatureLeast: Limit;
    readonly temperatureMost: Limit;
    readonly humidityLeast: Limit;
    readonly humidityMost: Limit;
  };
};

export type GasDispenser = { readonly paymentStep: Decimal };

/** The nameplate of a dispenser and the nozzle that is tested. @param unit of the largest flow */
export const gasDispenserPlate = (unit: string): Group =>
  instrumentGroup(
    [
      textField(
        'nozzle',
        ['加气枪编号', 'Nozzle'],
        ['一台多枪的加气机，每枪一份记录', 'Each nozzle of a dispenser has a record of its own'],
      ),
      decimalField('flow', ['最大流量', 'Largest flow'], unit, ['铭牌 Qmax', 'Qmax on the nameplate'], { symbol: 'Qmax', required: [] }),
      paymentStepField,
    ],
    ['按铭牌填写；一台多枪时每枪一份记录', 'As on the nameplate; each nozzle has a record of its own'],
  );

/** The dispenser of a nameplate. */
export const readGasDispenser = (plate: Nameplate): GasDispenser => {
  if (plate.decimal('paymentStep').digits <= 0n) plate.refuse('paymentStep', 'too-small', ['应大于 0', 'must be greater than 0']);
  return { paymentStep: plate.decimal('paymentStep') };
};

/** Temperature and humidity of the place. */
export const gasDispenserPlace = ({ environment }: GasNumbers): Group =>
  environmentGroup({
    temperature: { least: environment.temperatureLeast, most: environment.temperatureMost },
    humidity: { least: environment.humidityLeast, most: environment.humidityMost },
  });

const correction: Field = decimalField(
  'correction',
  ['体积修正系数', 'Correction of the volume'],
  null,
  [
    '由温度、压力和密度查表得到，标准体积乘以它',
    'From the tables of temperature, pressure and density; the volume of the standard times it',
  ],
  { symbol: 'C' },
);

/** The record of the runs. @param unit L or kg; `corrected` asks for the correction of a volume */
export const gasDispenserRuns = (unit: 'L' | 'kg', corrected: boolean): Group =>
  rowGroup(
    'runs',
    ['示值误差与重复性', 'Error of indication and repeatability'],
    ['每个流量点加气三次，与标准装置比较', 'Three fillings at each flow, against the standard'],
    { least: 1, most: 60 },
    [
      choiceField(
        'point',
        ['流量点', 'Flow'],
        ['Q1 为常用流量，可加测 Q2、Q3', 'Q1: the flow in use; Q2 and Q3 may be added'],
        plainChoices(['Q1', 'Q2', 'Q3']),
      ),
      decimalField('indication', ['加气机示值', 'Indication'], unit, ['照抄全部数位', 'With all its digits'], {
        symbol: unit === 'kg' ? 'mJ' : 'VJ',
        near: 'reference',
        resolution: { factor: '0.01', of: 'unit' },
      }),
      ...(corrected ? [correction] : []),
      decimalField('reference', ['标准值', 'Standard'], unit, ['标准装置测得', 'Measured by the standard'], {
        symbol: unit === 'kg' ? 'ms' : 'Vs',
      }),
    ],
    { computed: [{ symbol: 'E', label: ['示值误差', 'Error'] }] },
  );

/** The rules of the runs. */
export const gasDispenserRules = (numbers: GasNumbers, unit: 'L' | 'kg', corrected: boolean): readonly Rule<GasDispenser>[] =>
  runRules<GasDispenser, string>({
    numbers,
    needs: ['indication', ...(corrected ? ['correction'] : []), 'reference'],
    fields: [],
    reference: { symbol: unit === 'kg' ? 'ms' : 'Vst', unit },
    shown: ({ indication }) => indication as Decimal,
    delivered: ({ reference, correction: factor }) => (reference && factor ? multiply(reference, factor) : reference),
  });

/** The budget of each run: the standard at its largest uncertainty. */
export const gasDispenserBudgets = (edition: string, numbers: GasNumbers, checks: readonly Check[], number: ReadLimit): readonly Budget[] =>
  checks
    .filter(({ item }) => item === 'error')
    .flatMap((check) => standardBudget(check, edition, ['示值误差 E', 'Error of indication E'], number(numbers.standardDivisor)));
