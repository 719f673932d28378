/**
 * The numbers that verdicts on general pressure gauges rest on. None was compared with the official text of JJG 52-2013: the classes and the
 * conditions come from public texts that repeat the regulation, the table of MPE is own knowledge of its 1999 and 2013 editions.
 */
import type { Limits, Sourced } from '../src/edition.ts';
import { sourced } from '../src/source.ts';

const table = 'own knowledge of JJG 52-1999 and JJG 52-2013, table of maximum permissible errors';
const family = 'own knowledge of JJG 52-1999 and JJG 52-2013';
const trade = 'dashunshua.net, a trade article that repeats the verification of pressure gauges step by step';

const high = (value: string, source = table) => sourced(value, source, 'high');
const medium = (value: string, source = family) => sourced(value, source, 'medium');

export type GaugeClass = '1' | '1.6' | '2.5' | '4';

/** In % of the span. `top` holds from `topFrom` × the upper limit on. */
export type MpeRow = { readonly zero: Sourced<string>; readonly top: Sourced<string>; readonly rest: Sourced<string> };
const mpe: Record<GaugeClass, MpeRow> = {
  '1': { zero: high('1'), top: high('1.6'), rest: high('1') },
  '1.6': { zero: high('1.6'), top: high('2.5'), rest: high('1.6') },
  '2.5': { zero: high('2.5'), top: high('4'), rest: high('2.5') },
  '4': { zero: high('4'), top: high('4'), rest: high('4') },
};

export type GaugeLimits = Limits & typeof limits;

export const limits = {
  mpe,
  topFrom: high('0.9'),
  /** A gauge marked 1.5 that is in use keeps its mark and is judged by the row of 1.6. */
  markedOneAndAHalf: high('1.6', `${family}; vntnorcwa.com 15701 has the class as 1.6 (1.5)`),
  hysteresis: high('1', `${family}: hysteresis of at most the absolute value of the MPE`),
  tapping: high('0.5', `${family}: tapping displacement of at most half the absolute value of the MPE`),
  /** Part of a division to which a reading is estimated. */
  reading: high('0.2', family),
  /**
   * How many points a pressure-vacuum gauge is tested at on its vacuum side, by its upper limit in MPa. Above the last row the pointer only has
   * to move towards vacuum.
   */
  vacuumPoints: [
    { upTo: medium('0.06'), points: medium('3') },
    { upTo: medium('0.15'), points: medium('2') },
  ],
  /** In MPa below the atmosphere: a graduation beyond it may be out of reach of the local atmospheric pressure, and is then not tested. */
  vacuumOutOfReach: medium('0.09', `${family}: a vacuum gauge is taken to 90 % of the local atmospheric pressure`),
  /** In °C. */
  temperatureLeast: sourced('15', trade, 'found'),
  temperatureMost: sourced('25', trade, 'found'),
  /** In %. */
  humidityLeast: high('0', 'by definition of relative humidity'),
  humidityMost: sourced('85', trade, 'found'),
};
