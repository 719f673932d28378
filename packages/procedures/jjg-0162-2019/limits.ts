/** The numbers that verdicts on cold water meters rest on. None was compared with the official text of JJG 162-2019. */
import type { Limits, Sourced } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const r49 = 'own knowledge of OIML R 49-1:2013 and GB/T 778.1-2018, which JJG 162-2019 follows';
const r49two = 'own knowledge of OIML R 49-2:2013, determination of intrinsic errors';
const outline =
  'www-49225.com d176382, on the type outline JJF 1777-2019: Q2/Q1 = 1.6, Q4/Q3 = 1.25, repeatability added; OIML R 49-1 has the same';
const periods = 'nmghzsl.com/357 and 51dongshi.com, on the verification periods of JJG 162-2019';
const text = 'the official text of JJG 162-2019 was not at hand';

const high = (value: string, source = r49) => sourced(value, source, 'high');

export type WaterClass = '1' | '2';
/** In %: from Q1 to below Q2, and from Q2 to Q4 with water up to 30 °C and above. */
export type WaterMpe = { readonly lower: Sourced<string>; readonly upper: Sourced<string>; readonly upperWarm: Sourced<string> };

const mpe: Record<WaterClass, WaterMpe> = {
  '1': { lower: high('3'), upper: high('1'), upperWarm: high('2') },
  '2': { lower: high('5'), upper: high('2'), upperWarm: high('3') },
};

export const limits = {
  mpe,
  /** In °C: cold water of the temperature classes T30 and T50. */
  waterLeast: high('0.1'),
  waterMost: high('50'),
  /** In °C: above it the upper zone has wider limits. */
  warmAbove: high('30'),
  inUseFactor: high('2', 'own knowledge of OIML R 49-1 and of JJG 162: meters in use have twice the MPE'),
  /** Q2 / Q1. */
  secondFlow: sourced('1.6', outline, 'found'),
  /** A test at Q1 or Q2 lies between it and this multiple; one at Q3 between this part of it and it. */
  flowAbove: high('1.1', r49two),
  flowBelow: high('0.9', r49two),
  /** One run at each flow, or this many. */
  runsRepeated: high('3', r49two),
  /** Of three runs one may lie beyond the MPE when the mean does not. */
  runsBeyond: high('1', r49two),
  /** s of the runs is at most the MPE divided by this. */
  repeatabilityDivisor: high('3', 'own knowledge of OIML R 49-1: repeatability of one third of the MPE'),
  /** Nominal diameters in mm and Q3 in m³/h up to which a meter is verified once and then replaced. */
  smallDiameter: sourced('25', periods, 'found'),
  rotationDiameter: sourced('50', periods, 'found'),
  rotationFlow: sourced('16', periods, 'found'),
  /** U of the standard equipment is at most the MPE divided by this. */
  equipmentDivisor: high('5', r49two),
  environment: {
    temperatureLeast: unknown(['环境温度下限', 'lowest temperature of the place'], '°C', text),
    temperatureMost: unknown(['环境温度上限', 'highest temperature of the place'], '°C', text),
    humidityLeast: high('0', 'by definition of relative humidity'),
    humidityMost: unknown(['环境相对湿度上限', 'highest relative humidity of the place'], '%', text),
  },
};

export type WaterLimits = Limits & typeof limits;
