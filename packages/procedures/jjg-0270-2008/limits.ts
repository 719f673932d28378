/**
 * The numbers of JJG 270-2008. Each stands in kPa and in mmHg as the regulation prints both; one is never computed from the other.
 */
import type { Sourced } from '../src/edition.ts';
import { sourced } from '../src/source.ts';

export type PressureUnit = 'kPa' | 'mmHg';
export const pressureUnits: readonly PressureUnit[] = ['kPa', 'mmHg'];
export type Printed = Readonly<Record<PressureUnit, Sourced<string>>>;

const excerpt = 'gxjzx.com/2336, an excerpt of JJG 270-2008';
const quoted = 'a public program that quotes the requirements of JJG 270-2008 item by item (xh3140/metrology, 2020)';
const example1995 = 'taowenge.com p-27968598, a public uncertainty example for JJG 270-1995';
const own = 'own knowledge of the JJG 270 family';

const both = (source: string, kPa: string, mmHg: string): Printed => ({
  kPa: sourced(kPa, source, 'found'),
  mmHg: sourced(mmHg, source, 'found'),
});

export const limits = {
  zeroLow: both(`${excerpt}, 3.1.1`, '-0.2', '-1.5'),
  zeroHigh: both(`${excerpt}, 3.1.1`, '0.5', '3.75'),
  /** The least swing of the mercury column that is stopped while it falls. */
  sensitivity: both(`${excerpt}, 3.2`, '0.3', '2.25'),
  leakInitial: both(quoted, '0.5', '3.75'),
  leakOther: both(quoted, '0.8', '6'),
  error: both(quoted, '0.5', '3.75'),
  /** Where the leakage and sensitivity tests begin. */
  testPressure: both(`${excerpt}, 5.3.4 and 5.3.5`, '38', '285'),
  errorPoints: sourced('5', `${own}; the list of points was not found`, 'medium'),
  /** Proposed pressures, spread over the range; other values may be taken. */
  errorPressures: {
    kPa: sourced(['38', '32', '24', '16', '8'], 'own proposal: five values over the range, falling', 'medium'),
    mmHg: sourced(['285', '240', '180', '120', '60'], 'own proposal: five values over the range, falling', 'medium'),
  },
  /** A reading is estimated to this part of a division. */
  readingShare: sourced('0.2', own, 'medium'),
  /** The error of the standard is at most the MPE divided by this. */
  standardDivisor: sourced('3', `${example1995}: at most one third of the permissible error`, 'found'),
  /** In h. */
  soakLeast: sourced('2', `${excerpt}, 5.3.1`, 'found'),
  /** In °C and %. */
  temperatureLeast: sourced('10', `${example1995}: (20 ± 10) °C`, 'found'),
  temperatureMost: sourced('30', `${example1995}: (20 ± 10) °C`, 'found'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: sourced('100', 'by definition of relative humidity; the bound of the regulation was not found', 'high'),
};
