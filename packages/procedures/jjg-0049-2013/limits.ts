/**
 * The numbers that verdicts on precision gauges rest on. None was compared with the official text of JJG 49-2013: they are own knowledge of its
 * 1999 and 2013 editions, some of them seen again in examination papers for verification personnel.
 */
import type { Limits, Sourced } from '../src/edition.ts';
import { sourced } from '../src/source.ts';

const family = 'own knowledge of JJG 49-1999 and JJG 49-2013';
const paper = 'bhygbaby.com 241196506, an examination paper on pressure gauges';
const classPaper = `${family}; bubsandbeans.com 104742425, an examination paper, asks for it by class`;

const medium = (value: string, source = family) => sourced(value, source, 'medium');
const found = (value: string) => sourced(value, paper, 'found');

export type PrecisionClass = '0.1' | '0.16' | '0.25' | '0.4' | '0.6';

/** The MPE in % of the span, and the temperature of the place in °C. */
export type ClassRow = {
  readonly mpe: Sourced<string>;
  readonly temperatureLeast: Sourced<string>;
  readonly temperatureMost: Sourced<string>;
};
const row = (mpe: string, least: string, most: string): ClassRow => ({
  mpe: medium(mpe),
  temperatureLeast: medium(least, classPaper),
  temperatureMost: medium(most, classPaper),
});
const classes: Record<PrecisionClass, ClassRow> = {
  '0.1': row('0.1', '18', '22'),
  '0.16': row('0.16', '18', '22'),
  '0.25': row('0.25', '18', '22'),
  '0.4': row('0.4', '17', '23'),
  '0.6': row('0.6', '17', '23'),
};

export type PrecisionLimits = Limits & typeof limits;

export const limits = {
  classes,
  hysteresis: medium('1', `${family}: hysteresis of at most the absolute value of the MPE`),
  /** In MPE. */
  tapping: found('0.5'),
  /** Part of a division to which a reading is estimated. */
  reading: medium('0.1'),
  /** Points without zero, in each cycle. */
  pointsOfPressure: found('8'),
  pointsOfVacuum: medium('6'),
  /** Cycles of rising and falling pressure. An examination paper asks for their number by class, so that class 0.4 may need fewer. */
  cycles: medium('2'),
  /** In %. */
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: medium('85'),
};
