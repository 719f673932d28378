/**
 * Gas meters 燃气表 on air: nameplate, record and arithmetic that the editions for diaphragm and ultrasonic meters share. The volume of the
 * standard is brought to the conditions in the meter, T = t + 273.15 K:
 *   E = (V_m p_m T_s / (V_s p_s T_m) − 1) × 100 %.
 * Both corrections may be left out where the temperatures and pressures hardly differ. Worked example: V_m 20.4 dm³, V_s 20.0 dm³, equal
 * temperatures, no pressures written: E = +2 %.
 */
import { abs, add, compare, multiply, print, subtract, trim } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Rational } from '@tongheng/quantity/rational';
import type { Point } from '../calculation.ts';
import type { Limit, Sourced } from '../edition.ts';
import { choiceField, decimalField, environmentGroup, instrumentGroup, plainChoices, rowGroup } from '../field.ts';
import type { Bounds, Group } from '../form.ts';
import { minus } from '../print.ts';
import { percentError } from '../relative-error.ts';
import type { At, Nameplate, Recorder, Rule } from '../rule.ts';
import { limitIn, meterRunRules } from './run.ts';

export type GasNumbers = {
  /** In %, by class: from qmin to below qt, and from qt to qmax. */
  readonly mpe: Readonly<Record<string, { readonly lower: Sourced<string>; readonly upper: Sourced<string> }>>;
  /** qt / qmax. */
  readonly transitional: Sourced<string>;
  /** The flow between qmin and qmax, in qmax. */
  readonly middle: Sourced<string>;
  readonly inUseFactor: Limit;
  /** In %: how far a flow may be from its point. */
  readonly flowTolerance: Limit;
  /** In °C: largest difference of the temperatures of meter and standard, and the one up to which nothing need be corrected. */
  readonly temperatureDifference: Sourced<string>;
  readonly uncorrectedDifference: Sourced<string>;
  /** 0 °C in K. */
  readonly kelvin: Sourced<string>;
  /** In m³/h: meters up to it are verified once and then replaced. */
  readonly household: Sourced<string>;
  readonly environment: {
    /** In °C, for meters up to `household` and above. */
    readonly small: Bounds;
    readonly large: Bounds;
    readonly humidity: Bounds;
    /** In kPa. */
    readonly pressure: Bounds;
  };
};

export type GasMeter = {
  readonly class: string;
  readonly least: Decimal;
  readonly most: Decimal;
  readonly middle: Decimal;
  /** Whether qmin lies below qt. */
  readonly leastIsLow: boolean;
  readonly isHousehold: boolean;
  readonly gas: string;
};

/** The nameplate of a gas meter. @param classes such as 1.0 and 1.5; `flow` bounds of qmax that the edition serves */
export const gasPlate = (classes: readonly string[], flow: Bounds): Group =>
  instrumentGroup([
    choiceField('class', ['准确度等级', 'Accuracy class'], ['铭牌等级', 'As on the nameplate'], plainChoices(classes)),
    decimalField('least', ['最小流量', 'Minimum flow'], 'm³/h', ['铭牌 qmin', 'qmin on the nameplate'], { symbol: 'qmin' }),
    decimalField('most', ['最大流量', 'Maximum flow'], 'm³/h', ['铭牌 qmax', 'qmax on the nameplate'], { symbol: 'qmax', bounds: flow }),
    choiceField(
      'gas',
      ['使用气体', 'Gas'],
      ['决定使用期限', 'Gives how long it may be used'],
      [
        { value: 'natural', label: ['天然气', 'Natural gas'] },
        { value: 'other', label: ['其他燃气', 'Other gas'] },
      ],
    ),
  ]);

/** Temperature, humidity and pressure of the place; the temperature depends on the meter (`gasEnvironment`). */
export const gasPlace = ({ environment }: GasNumbers): Group =>
  environmentGroup({ temperature: environment.large, humidity: environment.humidity }, [
    decimalField('pressure', ['大气压力', 'Atmospheric pressure'], 'kPa', ['检定现场的大气压力', 'Where the test is done'], {
      bounds: environment.pressure,
    }),
  ]);

/** The bounds of the temperature for a meter. */
export const gasEnvironment = ({ environment }: GasNumbers, { isHousehold }: GasMeter): Readonly<Record<string, Bounds>> => ({
  temperature: isHousehold ? environment.small : environment.large,
});

/** The meter of a nameplate. */
export const readGasMeter =
  (numbers: GasNumbers) =>
  (plate: Nameplate): GasMeter => {
    const [least, most] = [plate.decimal('least'), plate.decimal('most')];
    if (least.digits <= 0n) plate.refuse('least', 'too-small', ['应大于 0', 'must be greater than 0']);
    if (compare(least, multiply(plate.number(numbers.middle), most)) >= 0)
      plate.refuse('least', 'too-large', ['qmin 应小于 0.2 qmax', 'qmin is less than 0.2 qmax']);
    return {
      class: plate.text('class'),
      least,
      most,
      middle: multiply(plate.number(numbers.middle), most),
      leastIsLow: compare(least, multiply(plate.number(numbers.transitional), most)) < 0,
      isHousehold: compare(most, plate.number(numbers.household)) <= 0,
      gas: plate.text('gas'),
    };
  };

type Flow = 'qmin' | '0.2qmax' | 'qmax';
const flows: readonly Flow[] = ['qmin', '0.2qmax', 'qmax'];
const flowOf = ({ least, middle, most }: GasMeter, point: string): Decimal | undefined =>
  ({ qmin: least, '0.2qmax': middle, qmax: most })[point];

/** The three flows of a meter. */
export const gasPoints = (meter: GasMeter): readonly Point[] =>
  flows.map((point) => {
    const flow = `${print(trim(flowOf(meter, point) ?? meter.most))} m³/h`;
    return { id: point, group: 'runs', given: { point }, mandatory: true, times: 1, reason: [flow, flow] };
  });

const temperature = (id: string, zh: string, en: string, symbol: string) =>
  decimalField(id, [`${zh}处温度`, `Temperature at the ${en}`], '°C', ['空气温度', 'Of the air'], { symbol });
const pressure = (id: string, zh: string, en: string, symbol: string) =>
  decimalField(
    id,
    [`${zh}处绝对压力`, `Absolute pressure at the ${en}`],
    'kPa',
    ['两处压力之差在 ±0.2% 以内时可都不填，不作修正', 'Both may be left out when they differ by 0.2 % at most; then nothing is corrected'],
    { symbol, required: [] },
  );

/** The record of the runs. */
export const gasRuns = (): Group =>
  rowGroup(
    'runs',
    ['示值误差', 'Error of indication'],
    ['每个流量点至少一次，多次取平均值', 'Each flow once at least; of several runs the mean counts'],
    { least: 1, most: 60 },
    [
      choiceField('point', ['流量点', 'Flow'], ['qmin、0.2 qmax 或 qmax', 'qmin, 0.2 qmax or qmax'], plainChoices(flows)),
      decimalField('flow', ['实际流量', 'Flow'], 'm³/h', ['检定时的流量', 'During the run'], { symbol: 'q' }),
      decimalField('indication', ['燃气表示值', 'Indicated volume'], 'dm³', ['终止与起始示值之差', 'Last less first indication'], {
        symbol: 'Vm',
        near: 'reference',
      }),
      decimalField('reference', ['标准器体积', 'Volume of the standard'], 'dm³', ['标准装置给出的体积', 'Of the standard equipment'], {
        symbol: 'Vs',
      }),
      temperature('meterTemperature', '燃气表', 'meter', 'tm'),
      temperature('standardTemperature', '标准器', 'standard', 'ts'),
      pressure('meterPressure', '燃气表', 'meter', 'pm'),
      pressure('standardPressure', '标准器', 'standard', 'ps'),
    ],
    { computed: [{ symbol: 'E', label: ['示值误差', 'Error'] }] },
  );

type Run = 'flow' | 'indication' | 'meterTemperature' | 'standardTemperature' | 'reference';
type Volumes = { readonly meter: Decimal; readonly standard: Decimal };

/** V_m p_m T_s and V_s p_s T_m, or as much of them as is corrected. */
function volumesOf(
  numbers: GasNumbers,
  number: At<GasMeter>['number'],
  { indication, reference, meterTemperature, standardTemperature }: Readonly<Record<Run, Decimal>>,
  pressures: readonly [meter: Decimal | undefined, standard: Decimal | undefined],
): Volumes {
  const apart = abs(subtract(meterTemperature, standardTemperature));
  const [atMeter, atStandard] = pressures;
  if (!atMeter && !atStandard && compare(apart, number(numbers.uncorrectedDifference)) <= 0)
    return { meter: indication, standard: reference };
  const kelvin = number(numbers.kelvin);
  const meter = multiply(indication, add(standardTemperature, kelvin));
  const standard = multiply(reference, add(meterTemperature, kelvin));
  return atMeter && atStandard ? { meter: multiply(meter, atMeter), standard: multiply(standard, atStandard) } : { meter, standard };
}

function refuseRun(numbers: GasNumbers, cells: Readonly<Record<Run, Decimal>>, at: At<GasMeter>, to: Recorder): void {
  const { number, parameters } = at;
  const most = number(numbers.temperatureDifference);
  if (compare(abs(subtract(cells.meterTemperature, cells.standardTemperature)), most) > 0)
    to.refuse('standardTemperature', 'temperature', [
      `燃气表与标准器处温度之差应不超过 ${print(most)} °C`,
      `the temperatures at meter and standard differ by ${print(most)} °C at most`,
    ]);
  const pressures = ['meterPressure', 'standardPressure'].map((id) => at.maybe(id));
  const [missing] = ['meterPressure', 'standardPressure'].filter((_, index) => pressures[index] === undefined);
  if (missing && pressures.some((one) => one !== undefined))
    to.refuse(missing, 'missing', ['两处压力应同时填写或同时不填', 'both pressures are written, or none']);
  for (const [index, one] of pressures.entries())
    if (one && one.digits <= 0n)
      to.refuse(['meterPressure', 'standardPressure'][index] ?? '', 'too-small', ['应大于 0', 'must be greater than 0']);
  const [nominal, tolerance] = [flowOf(parameters, at.text('point')), number(numbers.flowTolerance)];
  // |q − nominal| × 100 ≤ tolerance × nominal.
  if (nominal && tolerance && compare(multiply(hundred, abs(subtract(cells.flow, nominal))), multiply(tolerance, nominal)) > 0)
    to.refuse('flow', 'flow', [
      `实际流量与 ${print(trim(nominal))} m³/h 之差应不超过 ${print(tolerance)}%`,
      `the flow differs from ${print(trim(nominal))} m³/h by ${print(tolerance)} % at most`,
    ]);
}
const hundred: Decimal = { digits: 100n, scale: 0 };

/** The rules of the runs of a gas meter. */
export const gasRunRules = (numbers: GasNumbers): readonly Rule<GasMeter>[] =>
  meterRunRules<GasMeter, Run>({
    needs: ['flow', 'indication', 'meterTemperature', 'standardTemperature', 'reference'],
    fields: [],
    error: (cells, _fields, maybe, number): Rational | undefined => {
      const { meter, standard } = volumesOf(numbers, number, cells, [maybe('meterPressure'), maybe('standardPressure')]);
      return standard.digits > 0n ? percentError(meter, standard) : undefined;
    },
    steps: (cells, maybe, number) => {
      const { meter, standard } = volumesOf(numbers, number, cells, [maybe('meterPressure'), maybe('standardPressure')]);
      return `(${print(meter)} ${minus(standard)}) / ${print(standard)} × 100 %`;
    },
    limit: (point, at) => {
      const { lower, upper } = numbers.mpe[at.parameters.class] ?? {};
      const found = point === 'qmin' && at.parameters.leastIsLow ? lower : upper;
      return found ? limitIn(at, found, numbers.inUseFactor) : { limit: undefined, numbers: [] };
    },
    conditions: (cells, at, to) => refuseRun(numbers, cells, at, to),
  });

/** The validity rule of a meter by its id: of household meters how long they may be used, of others the period. */
export const gasValidity = ({ isHousehold, gas }: GasMeter): string => (isHousehold ? `rotation-${gas}` : 'periodic');
