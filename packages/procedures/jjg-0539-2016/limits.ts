/**
 * The numbers that verdicts on class III and IIII scales rest on. None was compared with the official text of JJG 539-2016:
 * the MPE and interval tables come from a public digest of the 1997 edition, the rest is own knowledge of the regulation
 * family and of OIML R 76-1:2006, which it follows. An institute confirms them when it adopts the edition.
 */
import type { Limits } from '../src/edition.ts';
import { sourced } from '../src/source.ts';
import type { IntervalRow, MpeBand, ScaleClass } from '../src/weighing/numbers.ts';

const digest = 'gfjl.org tid=6435, a digest of JJG 539-1997; OIML R 76-1 has the same table';
const r76 = (clause: string) => `own knowledge of OIML R 76-1:2006, ${clause}`;
const family = 'own knowledge of the JJG 539 family';

const found = (value: string) => sourced(value, digest, 'found');
const high = (value: string, source: string) => sourced(value, source, 'high');
const medium = (value: string, source: string) => sourced(value, source, 'medium');

export type ScaleLimits = Limits & typeof limits;

const mpe: Record<ScaleClass, readonly MpeBand[]> = {
  III: [
    { upTo: found('500'), factor: found('0.5') },
    { upTo: found('2000'), factor: found('1.0') },
    { upTo: found('10000'), factor: found('1.5') },
  ],
  IIII: [
    { upTo: found('50'), factor: found('0.5') },
    { upTo: found('200'), factor: found('1.0') },
    { upTo: found('1000'), factor: found('1.5') },
  ],
};

const intervals: readonly IntervalRow[] = [
  { class: 'III', eLeast: found('0.1 g'), eMost: found('2 g'), nLeast: found('100'), nMost: found('10000'), minInE: found('20') },
  { class: 'III', eLeast: found('5 g'), eMost: null, nLeast: found('500'), nMost: found('10000'), minInE: found('20') },
  { class: 'IIII', eLeast: found('5 g'), eMost: null, nLeast: found('100'), nMost: found('1000'), minInE: found('10') },
];

export const limits = {
  mpe,
  intervals,
  /** A partial range of a multi-interval scale has at least this number of intervals of the next. */
  partialLeast: { III: high('500', r76('table 4')), IIII: high('50', r76('table 4')) },
  /** The limits of an in-use inspection are this multiple of the MPE on verification. */
  inUseFactor: high('2', family),
  /** e = d: neither class may have an auxiliary indicating device. */
  intervalsEqual: high('e = d', r76('3.1.2 and 3.4.1')),
  /** The error at zero after setting to zero, in e. */
  zeroSetting: high('0.25', r76('4.5.2')),
  /** The same after a tare. */
  tareSetting: medium('0.25', r76('4.6.3')),
  /** With zero tracking the error at zero is measured at this load, in e. */
  zeroTrackingLoad: sourced('10', 'klmyctpj.com News-730582, a trade article on JJG 539-1997', 'found'),
  /** The load off the centre is (Max + largest additive tare) divided by this. */
  eccentricityDivisor: high('3', family),
  /** On quarters up to so many supports; with N more, 1/(N − 1) on each support. */
  eccentricityPositions: high('4', family),
  eccentricityDivisorHopper: high('10', r76('3.6.2.3')),
  supportsLeast: high('1', family),
  supportsMost: high('12', 'as many positions as the sheet of this program has room for'),
  repeatabilityWeighings: high('3', r76('A.4.10')),
  /** In Max; the load to begin with is proposed, the least is required. */
  repeatabilityLoad: high('0.8', r76('A.4.10')),
  repeatabilityLoadLeast: medium('0.5', r76('A.4.10')),
  weighingLoads: medium('5', family),
  /** The additional load and the least change of the indication, in d. */
  discriminationAdded: high('1.4', family),
  discriminationChange: high('1', family),
  discriminationLoads: medium('3', r76('A.4.8')),
  /** The price to pay is weight × unit price to the nearest price interval: this part of it away at most. */
  priceRounding: medium('0.5', r76('4.14')),
  /** In °C, where the instrument is not marked otherwise. */
  temperatureLeast: high('-10', r76('3.9.2.1')),
  temperatureMost: high('40', r76('3.9.2.1')),
  /** In %. Nothing is condensed and nothing beyond 100 % can be. */
  humidityLeast: high('0', 'by definition of relative humidity'),
  humidityMost: high('100', 'by definition of relative humidity'),
};
