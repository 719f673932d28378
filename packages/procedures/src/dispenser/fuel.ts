/**
 * Fuel dispensers 燃油加油机, one nozzle a record: nameplate, form and arithmetic that the editions of JJG 443 share. The volume of the standard
 * metal measure is brought to the temperature of the fuel in the dispenser:
 *   V_Bt = V_B [1 + β_Y (t_J − t_B) + β_B (t_B − 20 °C)],  E = (V_J − V_Bt) / V_Bt × 100 %.
 * Worked example: V_J 20.03 L, V_B 19.985 L, t_J 23.4 °C, t_B 24.1 °C, petrol, stainless steel: V_Bt = 19.972309525 L, E = +0.289 %.
 */
import { add, compare, multiply, print, subtract, whole } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { roundQuotient } from '@tongheng/quantity/rounding';
import type { Budget, Check } from '../calculation.ts';
import type { Limit, Sourced } from '../edition.ts';
import { errorBudget } from '../error-budget.ts';
import { choiceField, decimalField, instrumentGroup, rowGroup, textField } from '../field.ts';
import type { Bounds, Group } from '../form.ts';
import type { Nameplate, ReadLimit, Rule } from '../rule.ts';
import type { DispenserNumbers } from './numbers.ts';
import { paymentStepField } from './payment.ts';
import { isApart, runRules } from './run.ts';

export type Fuel = 'petrol' | 'diesel' | 'other';
export type MeasureMaterial = 'stainless' | 'carbon';

export type FuelNumbers = DispenserNumbers & {
  /** β_Y, 1/°C. */
  readonly expansion: Readonly<Record<Exclude<Fuel, 'other'>, Sourced<string>>>;
  /** β_B, 1/°C. */
  readonly measureExpansion: Readonly<Record<MeasureMaterial, Sourced<string>>>;
  /** In °C. */
  readonly referenceTemperature: Sourced<string>;
  readonly temperatureDifference: Limit;
  /** In %. */
  readonly measureError: Sourced<string>;
};

export type FuelDispenser = {
  readonly expansion: Decimal;
  readonly flow: Decimal;
  readonly paymentStep: Decimal;
};

/** The nameplate of a dispenser and the nozzle that is tested. @param flow bounds of the largest flow that the edition serves */
export const fuelPlate = (flow: Bounds): Group =>
  instrumentGroup(
    [
      textField(
        'nozzle',
        ['加油枪编号', 'Nozzle'],
        ['一台多枪的加油机，每枪一份记录', 'Each nozzle of a dispenser has a record of its own'],
      ),
      choiceField(
        'fuel',
        ['油品', 'Fuel'],
        ['决定体胀系数', 'Gives the thermal expansion'],
        [
          { value: 'petrol', label: ['汽油', 'Petrol'] },
          { value: 'diesel', label: ['柴油', 'Diesel'] },
          { value: 'other', label: ['其他', 'Other'] },
        ],
      ),
      decimalField(
        'expansion',
        ['体胀系数', 'Thermal expansion'],
        '1/°C',
        ['油品为“其他”时填写', 'For another fuel than petrol and diesel'],
        { symbol: 'βY', required: [] },
      ),
      decimalField('flow', ['最大流量', 'Largest flow'], 'L/min', ['铭牌 Qmax', 'Qmax on the nameplate'], { symbol: 'Qmax', bounds: flow }),
      decimalField('least', ['最小被测量', 'Minimum measured quantity'], 'L', ['铭牌上的最小被测量', 'As on the nameplate'], {
        required: [],
      }),
      paymentStepField,
    ],
    ['按铭牌填写；一台多枪时每枪一份记录', 'As on the nameplate; each nozzle has a record of its own'],
  );

/** The dispenser of a nameplate; undefined when it cannot be tested. */
export const readFuelDispenser =
  (numbers: FuelNumbers) =>
  (plate: Nameplate): FuelDispenser | undefined => {
    const fuel = plate.text('fuel') as Fuel;
    const expansion = fuel === 'other' ? plate.maybe('expansion') : plate.number(numbers.expansion[fuel]);
    if (!expansion) {
      plate.refuse('expansion', 'missing', ['此油品应填写体胀系数', 'the thermal expansion of this fuel is needed']);
      return undefined;
    }
    for (const field of ['flow', 'paymentStep'])
      if (plate.decimal(field).digits <= 0n) plate.refuse(field, 'too-small', ['应大于 0', 'must be greater than 0']);
    return { expansion, flow: plate.decimal('flow'), paymentStep: plate.decimal('paymentStep') };
  };

/** The record of the runs at the flows Q1 and Q2. */
export const fuelRuns = (): Group =>
  rowGroup(
    'runs',
    ['示值误差与重复性', 'Error of indication and repeatability'],
    ['在两个流量点各测三次，标准金属量器', 'Three runs at each of two flows, with a standard metal measure'],
    { least: 1, most: 60 },
    [
      choiceField(
        'point',
        ['流量点', 'Flow'],
        ['Q1 为可达到的最大流量，Q2 为第二流量', 'Q1: the largest flow reached, Q2: the second flow'],
        [
          { value: 'Q1', label: ['Q1', 'Q1'] },
          { value: 'Q2', label: ['Q2', 'Q2'] },
        ],
      ),
      decimalField('flow', ['实际流量', 'Flow'], 'L/min', ['加油时的流量', 'While delivering'], { symbol: 'q' }),
      decimalField('indication', ['加油机示值', 'Indication'], 'L', ['照抄全部数位', 'With all its digits'], {
        symbol: 'VJ',
        near: 'measure',
        resolution: { factor: '0.01', of: 'unit' },
      }),
      decimalField('measure', ['量器示值', 'Measure'], 'L', ['标准金属量器测得的体积', 'Volume in the standard measure'], { symbol: 'VB' }),
      decimalField('fuelTemperature', ['加油机内油温', 'Fuel temperature'], '°C', ['流量计出口处', 'At the outlet of the meter'], {
        symbol: 'tJ',
      }),
      decimalField('measureTemperature', ['量器内油温', 'Temperature in the measure'], '°C', ['量器内', 'In the measure'], {
        symbol: 'tB',
      }),
    ],
    {
      fields: [
        choiceField(
          'material',
          ['量器材料', 'Material of the measure'],
          ['决定量器的体胀系数', 'Gives the expansion of the measure'],
          [
            { value: 'stainless', label: ['不锈钢', 'Stainless steel'] },
            { value: 'carbon', label: ['碳钢', 'Carbon steel'] },
          ],
        ),
      ],
      computed: [
        { symbol: 'VBt', label: ['修正后体积', 'Volume corrected'] },
        { symbol: 'E', label: ['示值误差', 'Error'] },
      ],
    },
  );

const one = whole(1);

type Run = 'flow' | 'indication' | 'measure' | 'fuelTemperature' | 'measureTemperature';

/** The rules of the runs of a fuel dispenser. */
export const fuelRunRules = (numbers: FuelNumbers): readonly Rule<FuelDispenser>[] =>
  runRules<FuelDispenser, Run>({
    numbers,
    needs: ['flow', 'indication', 'fuelTemperature', 'measureTemperature', 'measure'],
    fields: [],
    reference: { symbol: 'VBt', unit: 'L' },
    shown: ({ indication }) => indication,
    delivered: ({ measure, fuelTemperature, measureTemperature }, _fields, at) => {
      const material = at.text('material');
      if (material === '') return undefined;
      const steel = at.number(numbers.measureExpansion[material as MeasureMaterial]);
      const fuel = multiply(at.parameters.expansion, subtract(fuelTemperature, measureTemperature));
      const vessel = multiply(steel, subtract(measureTemperature, at.number(numbers.referenceTemperature)));
      return multiply(measure, add(one, add(fuel, vessel)));
    },
    conditions: ({ flow, fuelTemperature, measureTemperature }, { parameters, number }, to) => {
      if (flow.digits <= 0n || compare(flow, parameters.flow) > 0)
        to.refuse('flow', 'flow', [
          `流量应大于 0 且不大于 ${print(parameters.flow)} L/min`,
          `the flow is greater than 0 and at most ${print(parameters.flow)} L/min`,
        ]);
      const most = number(numbers.temperatureDifference);
      if (most && isApart(fuelTemperature, measureTemperature, most))
        to.refuse('measureTemperature', 'temperature', [
          `加油机与量器内油温之差应不超过 ${print(most)} °C`,
          `the two temperatures differ by ${print(most)} °C at most`,
        ]);
    },
  });

/** The budget of each run: the standard measure at its largest error, and half a step of 0.01 L of the display. */
export const fuelBudgets = (
  edition: string,
  numbers: FuelNumbers,
  checks: readonly Check[],
  number: ReadLimit,
  value: (id: string) => Decimal | undefined,
): readonly Budget[] =>
  checks
    .filter(({ item }) => item === 'error')
    .map((check) => {
      const volume = value(`${check.row}.VBt`) ?? one;
      return errorBudget(check, edition, ['示值误差 E', 'Error of indication E'], {
        reference: number(numbers.measureError),
        // 0.005 L in % of the volume.
        reading: roundQuotient({ digits: 5n, scale: 1 }, volume, { digits: 1n, scale: 6 }),
      });
    });
