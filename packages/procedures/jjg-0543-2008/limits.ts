/** The numbers of JJG 543-2008. Voltages in mV, times in s, lengths in mm, relative errors in %. */
import { sourced, unknown } from '../src/source.ts';

const quoted = 'a public program that quotes the requirements of JJG 543-2008 item by item (xh3140/metrology, 2020)';
const found = (value: string) => sourced(value, quoted, 'found');
const own = (value: string, what: string) => sourced(value, `own knowledge: ${what}`, 'medium');

export const limits = {
  calibration: found('5'),
  /** The MPE of voltage and time is ±factor × (1 + least / input) %. */
  measurementFactor: found('10'),
  voltageLeast: found('0.1'),
  timeLeast: found('0.06'),
  timeMark: found('5'),
  frequencyLow: found('1'),
  frequencyHigh: found('60'),
  responseLow: found('-10'),
  responseHigh: found('5'),
  polarisationVoltage: found('300'),
  polarisation: found('5'),
  /** In µV. */
  noise: found('35'),
  rejection: found('28000'),
  sensitivity: found('5'),
  speed: found('5'),
  hysteresis: found('0.5'),
  overshoot: found('10'),
  timeConstant: found('3.2'),
  baselineWidth: found('1'),
  drift: found('5'),
  /** In MΩ. */
  impedance: found('2.4'),
  /** The reference of the frequency response, in Hz, and frequencies that are proposed. */
  referenceFrequency: own('10', 'the usual reference frequency of electrocardiographs'),
  frequencies: sourced(['1', '5', '20', '30', '40', '50', '60'], 'own proposal: the ends of the range and between', 'medium'),
  /** The resistor in series with the input, in MΩ. */
  seriesResistor: own('0.62', 'the 620 kΩ of OIML R 90 and IEC 60601-2-25'),
  voltages: sourced(['0.5', '1', '2'], 'own proposal', 'medium'),
  times: sourced(['0.2', '0.4', '1.0'], 'own proposal', 'medium'),
  /** What a person can be off in reading a trace, for the budget. */
  reading: own('0.25', 'half of 0.5 mm on the paper'),
  standardDivisor: own('3', 'the standard is at most a third of the MPE off'),
  /** In °C and %: the bounds of the regulation were not found. */
  temperatureLeast: unknown(['环境温度下限', 'Lowest temperature of the room'], '°C', 'not found for JJG 543-2008'),
  temperatureMost: unknown(['环境温度上限', 'Highest temperature of the room'], '°C', 'not found for JJG 543-2008'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['相对湿度上限', 'Highest relative humidity'], '%', 'not found for JJG 543-2008'),
};
