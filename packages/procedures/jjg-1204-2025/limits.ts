/**
 * The numbers that verdicts on price-computing scales rest on. Of JJG 1204-2025 only the title page and the table of contents were at hand:
 * that it has these requirements is found, the numbers are own knowledge of OIML R 76-1:2006 and of JJG 539, whose metrology it continues.
 * An institute confirms every one of them when it adopts the edition.
 */
import type { Limits } from '../src/edition.ts';
import { sourced } from '../src/source.ts';
import type { IntervalRow, MpeBand, ScaleClass } from '../src/weighing/numbers.ts';

const r76 = (clause: string, own: string) =>
  `own knowledge of OIML R 76-1:2006, ${clause}, and of JJG 539; JJG 1204-2025, ${own} was not at hand`;
const family = 'own knowledge of the JJG 539 family; the text of JJG 1204-2025 was not at hand';

const medium = (value: string, source: string) => sourced(value, source, 'medium');
const mpeOf = (value: string) => medium(value, r76('table 6', '5.5'));
const intervalOf = (value: string) => medium(value, r76('table 3', '5.1 and 5.2'));

export type PriceScaleLimits = Limits & typeof limits;

const mpe: Record<ScaleClass, readonly MpeBand[]> = {
  III: [
    { upTo: mpeOf('500'), factor: mpeOf('0.5') },
    { upTo: mpeOf('2000'), factor: mpeOf('1.0') },
    { upTo: mpeOf('10000'), factor: mpeOf('1.5') },
  ],
  IIII: [
    { upTo: mpeOf('50'), factor: mpeOf('0.5') },
    { upTo: mpeOf('200'), factor: mpeOf('1.0') },
    { upTo: mpeOf('1000'), factor: mpeOf('1.5') },
  ],
};

const intervals: readonly IntervalRow[] = [
  {
    class: 'III',
    eLeast: intervalOf('0.1 g'),
    eMost: intervalOf('2 g'),
    nLeast: intervalOf('100'),
    nMost: intervalOf('10000'),
    minInE: intervalOf('20'),
  },
  {
    class: 'III',
    eLeast: intervalOf('5 g'),
    eMost: null,
    nLeast: intervalOf('500'),
    nMost: intervalOf('10000'),
    minInE: intervalOf('20'),
  },
  {
    class: 'IIII',
    eLeast: intervalOf('5 g'),
    eMost: null,
    nLeast: intervalOf('100'),
    nMost: intervalOf('1000'),
    minInE: intervalOf('10'),
  },
];

export const limits = {
  mpe,
  intervals,
  /** A partial range of a multi-interval scale has at least this number of intervals of the next. */
  partialLeast: { III: medium('500', r76('table 4', '5.4')), IIII: medium('50', r76('table 4', '5.4')) },
  /** The limits of an in-use inspection are this multiple of the MPE on verification. */
  inUseFactor: medium('2', r76('3.5.2', '5.5')),
  /** The error at zero after setting to zero, and after a tare, in e. */
  zeroSetting: medium('0.25', r76('4.5.2', '5.9')),
  tareSetting: medium('0.25', r76('4.6.3', '5.9')),
  /** With zero tracking the error at zero is measured at this load, in e. */
  zeroTrackingLoad: medium('10', r76('A.4.2.3', '7')),
  eccentricityDivisor: medium('3', r76('3.6.2.1', '5.7')),
  /** On quarters up to so many supports; with N more, 1/(N − 1) on each support. */
  eccentricityPositions: medium('4', r76('3.6.2.2', '5.7')),
  eccentricityDivisorHopper: medium('10', r76('3.6.2.3', '5.7')),
  supportsLeast: sourced('1', 'a scale stands on something', 'high'),
  supportsMost: sourced('12', 'as many positions as the sheet of this program has room for', 'high'),
  repeatabilityWeighings: medium('3', r76('A.4.10', '5.6')),
  /** In Max; the load to begin with is proposed, the least is required. */
  repeatabilityLoad: medium('0.8', r76('A.4.10', '5.6')),
  repeatabilityLoadLeast: medium('0.5', r76('A.4.10', '5.6')),
  weighingLoads: medium('5', family),
  /** The additional load and the least change of the indication, in d. */
  discriminationAdded: medium('1.4', r76('3.8.2.2', '5.8')),
  discriminationChange: medium('1', r76('3.8.2.2', '5.8')),
  /** The price to pay is weight × unit price to the nearest price interval: this part of it away at most. */
  priceRounding: medium('0.5', r76('4.14', '6.9')),
  /** In °C, where the instrument is not marked otherwise. */
  temperatureLeast: medium('-10', r76('3.9.2.1', '7')),
  temperatureMost: medium('40', r76('3.9.2.1', '7')),
  /** In %. Nothing is condensed and nothing beyond 100 % can be. */
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: sourced('100', 'by definition of relative humidity', 'high'),
};
