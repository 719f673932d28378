/**
 * The numbers of JJG 692-2010. Each stands in kPa and in mmHg as the regulation prints both: they are two limits, and one is never
 * computed from the other.
 */
import type { Sourced } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

export type PressureUnit = 'kPa' | 'mmHg';
export const pressureUnits: readonly PressureUnit[] = ['kPa', 'mmHg'];
export type Printed = Readonly<Record<PressureUnit, Sourced<string>>>;

const quoted = 'a public program that quotes the requirements of JJG 692-2010 item by item (xh3140/metrology, 2020)';
const sister = 'JJG 1163-2019 as a public program quotes it (xh3140/metrology), for the same test of a patient monitor';
const report = 'a public report on setting up a standard for JJG 692-2010 (cornels-photography.com, 300565154)';

const both = (kPa: string, mmHg: string): Printed => ({ kPa: sourced(kPa, quoted, 'found'), mmHg: sourced(mmHg, quoted, 'found') });

export const limits = {
  /** The static range is at least 0 to this. */
  rangeLow: both('0.0', '0'),
  rangeHigh: both('34.7', '260'),
  staticInitial: both('0.4', '3'),
  staticOther: both('0.5', '4'),
  repeatability: both('0.7', '5'),
  /** 1: the range of the readings itself is judged; 2.33: a standard deviation by the range of five readings. */
  repeatabilityDivisor: unknown(
    [
      '血压示值重复性的极差系数 C（直接以极差判定时为 1）',
      'Divisor C of the range in the repeatability (1 where the range itself is judged)',
    ],
    null,
    'not found for JJG 692-2010; JJG 1163-2019 divides the range of five readings by 2.33',
  ),
  repeatabilityRuns: sourced('5', sister, 'medium'),
  deflationLow: both('0.3', '2'),
  deflationHigh: both('0.4', '3'),
  leak: both('0.8', '6'),
  /** Static points, zero not counted. */
  staticPoints: sourced('5', sister, 'medium'),
  /** Proposed static pressures, spread over the range; other values may be taken. */
  staticPressures: {
    kPa: sourced(['6.7', '13.3', '20.0', '26.7', '33.3'], 'own proposal: five values spread over the range', 'medium'),
    mmHg: sourced(['50', '100', '150', '200', '250'], 'own proposal: five values spread over the range', 'medium'),
  },
  /** The simulator setting that is proposed, systolic over diastolic. */
  simulatorSetting: { kPa: sourced('20.0/13.3', sister, 'medium'), mmHg: sourced('150/100', sister, 'medium') },
  /** The largest error of the pressure standard. */
  standardError: {
    kPa: sourced('0.1', 'own knowledge of ISO 81060-1, reference manometer', 'medium'),
    mmHg: sourced('0.8', 'own knowledge of ISO 81060-1, reference manometer', 'medium'),
  },
  /** In °C and %. */
  temperatureLeast: sourced('10', `${report}: (20 ± 10) °C`, 'found'),
  temperatureMost: sourced('30', `${report}: (20 ± 10) °C`, 'found'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: sourced('85', `${report}: at most 85 %`, 'found'),
};
