/**
 * The numbers of JJG 744-2004. Its tables 1 (half-value layer), 2 (resolution) and 3 (focal spot) were not found; each of their numbers
 * has its place, by tube voltage, size of the input screen and nominal focal spot.
 */
import type { Text, Unknown } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const quoted = 'a public program that quotes the requirements of JJG 744-2004 item by item (xh3140/metrology, 2020)';
const found = (value: string) => sourced(value, quoted, 'found');
const table = (number: string): string => `table ${number} of JJG 744-2004 was not found`;
const placesOf = (names: readonly string[], place: (name: string) => Unknown): Readonly<Record<string, Unknown>> =>
  Object.fromEntries(names.map((name) => [`at${name.replace('.', '_')}`, place(name)]));

/** The name of a place: '0.6' stands at `at0_6`. */
export const placeName = (name: string): string => `at${name.replace('.', '_')}`;

export const voltages = ['50', '60', '70', '80', '90', '100', '110', '120', '130', '140', '150'] as const;
export const screens = ['150', '230', '310'] as const;
export const spots = ['0.3', '0.4', '0.5', '0.6', '0.8', '1.0', '1.2', '1.3', '1.5', '1.8', '2.0'] as const;

const allowance: Text = [
  '空气比释动能率限值的附加允差（规程“允许误差限为 10 %”的用法）',
  'Allowance on the limit of the air kerma rate (how its "10 %" is meant)',
];
const divisor: Text = [
  '非线性公式的系数：以两值之和为分母时为 1，以平均值为分母时为 2',
  'Factor of the non-linearity: 1 where it is divided by the sum of the two values, 2 by their mean',
];

export const limits = {
  /** In mGy/min. */
  kermaRate: { without: found('50.0'), diagnostic: found('25.0'), interventional: found('100.0') },
  kermaRateAllowance: unknown(allowance, '%', 'the regulation as quoted says 允许误差限为 10 % and not whether it widens the limit'),
  /** The largest that the allowance can be, so that beyond it nothing is open. */
  kermaRateAllowanceMost: found('10'),
  /** In mm Al, by tube voltage in kV. */
  halfValueLayer: placesOf(voltages, (kV) =>
    unknown([`半值层下限，${kV} kV（表 1）`, `Least half-value layer at ${kV} kV (table 1)`], 'mm', table('1')),
  ),
  repeatability: found('10'),
  repeatabilityRuns: sourced('5', 'own knowledge of the test', 'medium'),
  linearity: found('20'),
  linearityFactor: unknown(divisor, null, 'the formula of JJG 744-2004 was not found; IEC 60601-2-7 divides by the mean'),
  /** In % of the nominal voltage of the tube. */
  linearityVoltageLow: found('40'),
  linearityVoltageHigh: found('100'),
  /** In lp/mm, by the input screen of the intensifier in mm. */
  resolution: placesOf(screens, (mm) =>
    unknown([`最小分辨力，输入屏 ${mm} mm（表 2）`, `Least resolution, input screen ${mm} mm (table 2)`], null, table('2')),
  ),
  /** In % of the distance from the focus. */
  lightField: found('2'),
  tubeVoltage: found('10'),
  tubeCurrent: found('20'),
  /** In mm, by nominal value. */
  spotWidth: placesOf(spots, (f) =>
    unknown([`焦点宽度上限，标称 ${f}（表 3）`, `Largest width of a focal spot ${f} (table 3)`], 'mm', table('3')),
  ),
  spotLength: placesOf(spots, (f) =>
    unknown([`焦点长度上限，标称 ${f}（表 3）`, `Largest length of a focal spot ${f} (table 3)`], 'mm', table('3')),
  ),
  time: found('10'),
  /** In ms. */
  timeConstantPart: found('1'),
  charge: found('10'),
  /** In mAs. */
  chargeConstantPart: found('0.2'),
  tubeVoltages: sourced(['60', '80', '100'], 'own proposal', 'medium'),
  /** Of a non-invasive meter of tube voltage, in %, for the budget. */
  standardError: sourced('2', 'own knowledge of non-invasive meters of tube voltage', 'medium'),
  /** In °C and %: the bounds of the regulation were not found. */
  temperatureLeast: unknown(['环境温度下限', 'Lowest temperature of the room'], '°C', 'not found for JJG 744-2004'),
  temperatureMost: unknown(['环境温度上限', 'Highest temperature of the room'], '°C', 'not found for JJG 744-2004'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['相对湿度上限', 'Highest relative humidity'], '%', 'not found for JJG 744-2004'),
};
