/**
 * The numbers that verdicts on grain test-weight instruments rest on. The error that JJG 264-2008 allows was not found: it is entered when an
 * institute adopts the edition. The weighing device is held to the regulations of scales, as a digest says that JJG 264-2008 asks.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';
import type { IntervalRow, MpeBand, ScaleClass } from '../src/weighing/numbers.ts';

const device = 'gkong.com/learn 42959: the weighing device meets JJG 539-1997 or JJG 14-1997, clauses 3 and 4; ';
const scales = `${device}the table is that of gfjl.org tid=6435, a digest of JJG 539-1997`;
const family = `${device}own knowledge of the JJG 539 family`;
const notFound = 'the text of JJG 264-2008 was not at hand';

const found = (value: string) => sourced(value, scales, 'found');
const medium = (value: string) => sourced(value, family, 'medium');

export type TesterLimits = Limits & typeof limits;

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
  /** Of the weighing device; whether the error in g/L is doubled in use is not known, here it is not. */
  inUseFactor: medium('2'),
  zeroSetting: medium('0.25'),
  /** With zero tracking the error at zero is measured at this load, in e. */
  zeroTrackingLoad: medium('10'),
  weighingLoads: medium('5'),
  /** A balance is found to this part of e; for the uncertainty only. */
  readingShare: sourced('0.1', 'experience with steelyards: small weights are put on in steps of 0.1 e', 'medium'),
  /** The mean difference to the standard tester. Remembered are ±2 g/L and ±3 g/L, neither with a source. */
  density: unknown(['容重示值误差的最大允许误差', 'Maximum permissible error of the test weight'], 'g/L', notFound),
  runs: unknown(['与标准容重器比对的测量次数', 'Number of comparisons with the standard tester'], null, notFound),
  temperatureLeast: unknown(['环境温度下限', 'Lowest temperature'], '°C', notFound),
  temperatureMost: unknown(['环境温度上限', 'Highest temperature'], '°C', notFound),
  humidityMost: unknown(['相对湿度上限', 'Highest relative humidity'], '%', notFound),
};
