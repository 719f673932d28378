/**
 * The numbers that verdicts on non-self-indicating scales rest on: own knowledge of OIML R 76-1:2006, whose classes, MPE and tests the
 * regulations of non-automatic weighing instruments of 2016 follow. The text of JJG 14-2016 was not at hand; an institute confirms every
 * number when it adopts the edition.
 */
import type { Limits } from '../src/edition.ts';
import { sourced } from '../src/source.ts';
import type { IntervalRow, MpeBand, ScaleClass } from '../src/weighing/numbers.ts';

const r76 = (clause: string) => `own knowledge of OIML R 76-1:2006, ${clause}`;
const family = 'own knowledge of the JJG 13, 14 and 539 family';

const high = (value: string, source: string) => sourced(value, source, 'high');
const medium = (value: string, source: string) => sourced(value, source, 'medium');
const table6 = (value: string) => high(value, r76('table 6'));
const table3 = (value: string) => high(value, r76('table 3'));

export type BeamLimits = Limits & typeof limits;

const mpe: Record<ScaleClass, readonly MpeBand[]> = {
  III: [
    { upTo: table6('500'), factor: table6('0.5') },
    { upTo: table6('2000'), factor: table6('1.0') },
    { upTo: table6('10000'), factor: table6('1.5') },
  ],
  IIII: [
    { upTo: table6('50'), factor: table6('0.5') },
    { upTo: table6('200'), factor: table6('1.0') },
    { upTo: table6('1000'), factor: table6('1.5') },
  ],
};

const intervals: readonly IntervalRow[] = [
  { class: 'III', eLeast: table3('0.1 g'), eMost: table3('2 g'), nLeast: table3('100'), nMost: table3('10000'), minInE: table3('20') },
  { class: 'III', eLeast: table3('5 g'), eMost: null, nLeast: table3('500'), nMost: table3('10000'), minInE: table3('20') },
  { class: 'IIII', eLeast: table3('5 g'), eMost: null, nLeast: table3('100'), nMost: table3('1000'), minInE: table3('10') },
];

export const limits = {
  mpe,
  intervals,
  /** The limits of an in-use inspection are this multiple of the MPE on verification. */
  inUseFactor: high('2', r76('3.5.2')),
  eccentricityDivisor: high('3', r76('3.6.2.1')),
  /** On quarters up to so many supports; with N more, 1/(N − 1) on each support. */
  eccentricityPositions: high('4', r76('3.6.2.2')),
  eccentricityDivisorHopper: high('10', r76('3.6.2.3')),
  supportsLeast: high('1', 'a scale stands on something'),
  supportsMost: high('12', 'as many positions as the sheet of this program has room for'),
  repeatabilityWeighings: medium('3', r76('A.4.10')),
  /** In Max; the load to begin with is proposed, the least is required. */
  repeatabilityLoad: medium('0.8', r76('A.4.10')),
  repeatabilityLoadLeast: medium('0.5', r76('A.4.10')),
  weighingLoads: medium('5', family),
  /** The extra load of sensitivity in MPE on initial verification, and the displacement it must cause, in mm, by Max. */
  sensitivityAdded: medium('1', r76('6.1')),
  sensitivitySmallMax: medium('30', r76('6.1, in kg')),
  sensitivitySmall: medium('2', r76('6.1')),
  sensitivityLarge: medium('5', r76('6.1')),
  sensitivityLoads: medium('2', r76('A.4.9')),
  /** A balance is found to this part of e; for the uncertainty only. */
  readingShare: medium('0.1', 'experience with steelyards: small weights are put on in steps of 0.1 e'),
  /** In °C, where the instrument is not marked otherwise. */
  temperatureLeast: high('-10', r76('3.9.2.1')),
  temperatureMost: high('40', r76('3.9.2.1')),
  /** In %. Nothing is condensed and nothing beyond 100 % can be. */
  humidityLeast: high('0', 'by definition of relative humidity'),
  humidityMost: high('100', 'by definition of relative humidity'),
};
