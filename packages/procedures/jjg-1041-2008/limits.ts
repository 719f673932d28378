/** The numbers of JJG 1041-2008. The error limits of its annex A (tables A.1.1 to A.1.4, A.2.1 and A.2.2) were not found and have their places. */
import { sourced, unknown } from '../src/source.ts';

const quoted = 'a public program that quotes the requirements of JJG 1041-2008 item by item (xh3140/metrology, 2020)';
const annex = 'tables A.1.1 to A.1.4, A.2.1 and A.2.2 of JJG 1041-2008 were not found';
const found = (value: string) => sourced(value, quoted, 'found');
const interval = (name: string) =>
  unknown([`${name} 时间间隔测量误差限（附录 A）`, `Limit of error of the ${name} interval (annex A)`], 'ms', annex);

export const limits = {
  calibration: found('5'),
  /** In mV. */
  inputLow: found('0.03'),
  inputHigh: found('5'),
  weighting: found('10'),
  /** In µV from peak to peak. */
  noise: found('20'),
  /** Up to this reference the limit of an amplitude is absolute, above it relative. */
  amplitudeBound: unknown(
    ['幅度误差限由绝对值转为相对值的分界（附录 A）', 'Where the limit of an amplitude turns from absolute to relative (annex A)'],
    'µV',
    annex,
  ),
  amplitudeAbsolute: unknown(['幅度测量误差限，绝对值（附录 A）', 'Limit of error of an amplitude, absolute (annex A)'], 'µV', annex),
  amplitudeRelative: unknown(['幅度测量误差限，相对值（附录 A）', 'Limit of error of an amplitude, relative (annex A)'], '%', annex),
  intervals: { P: interval('P'), PQ: interval('PQ'), QRS: interval('QRS'), QT: interval('QT') },
  /** Frequencies in Hz, deviations in % of the amplitude at 10 Hz. */
  frequencyLow: found('0.5'),
  frequencyMiddle: found('50'),
  frequencyHigh: found('75'),
  responseLow: found('-10'),
  responseLowAbove: found('-30'),
  responseHigh: found('5'),
  timeConstant: found('3.2'),
  /** ±(5 % of the display + one digit). */
  heartRate: found('5'),
  heartRateDigits: found('1'),
  /** In dB. */
  rejection: found('89'),
  sensitivities: sourced(['5', '10', '20'], 'own knowledge of IEC 60601-2-25: every instrument has these steps, in mm/mV', 'high'),
  frequencies: sourced(['0.5', '5', '20', '50', '75'], 'own proposal: the ends of the two ranges and between', 'medium'),
  rates: sourced(['30', '60', '120', '180'], 'own proposal', 'medium'),
  standardDivisor: sourced('3', 'own knowledge: the standard is at most a third of the MPE off', 'medium'),
  /** In °C and %: the bounds of the regulation were not found. */
  temperatureLeast: unknown(['环境温度下限', 'Lowest temperature of the room'], '°C', 'not found for JJG 1041-2008'),
  temperatureMost: unknown(['环境温度上限', 'Highest temperature of the room'], '°C', 'not found for JJG 1041-2008'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['相对湿度上限', 'Highest relative humidity'], '%', 'not found for JJG 1041-2008'),
};
