/** The numbers that verdicts on fuel dispensers rested on until 2024-04-30. None was compared with the official text of JJG 443-2015. */
import type { FuelNumbers } from '../src/dispenser/fuel.ts';
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const family = 'own knowledge of JJG 443-2015';
const practice =
  'a report of an institute testing by the regulation: 最大允许误差不超过 ±0.30%，重复性不超过 0.10% (m-zhijiang.cjyun.org p/37865)';
const coefficients = 'own knowledge of the JJG 443 family, form of the formula and coefficients';
const text = 'the official text of JJG 443-2015 was not at hand';

export const limits = {
  /** In %. */
  mpe: sourced('0.30', practice, 'found'),
  /** The edition of 2006 had 0.15. */
  repeatability: sourced('0.10', practice, 'found'),
  runs: sourced('3', `${family}: three runs at each flow`, 'medium'),
  inUseFactor: sourced('1', `${family}: no other limit is known for dispensers in use`, 'medium'),
  paymentSteps: sourced('1', `${family}: the amount differs by the least step of the amount at most`, 'medium'),
  /** In L/min. */
  flowMost: unknown(['适用的最大流量上限', 'largest flow that the regulation serves'], 'L/min', text),
  /** In 1/°C. */
  expansion: { petrol: sourced('0.0012', coefficients, 'medium'), diesel: sourced('0.0009', coefficients, 'medium') },
  measureExpansion: { stainless: sourced('0.00005', coefficients, 'medium'), carbon: sourced('0.000033', coefficients, 'medium') },
  /** In °C. */
  referenceTemperature: sourced('20', coefficients, 'high'),
  temperatureDifference: sourced('4', 'a public digest of JJG 443-1998 (igat.cn, taodocs.com): 温度差不超过 4 ℃', 'medium'),
  /** In %: a second-class standard metal measure. */
  measureError: sourced('0.025', 'own knowledge of JJG 259: second-class standard metal measures', 'high'),
  environment: {
    temperatureLeast: unknown(['环境温度下限', 'lowest temperature of the place'], '°C', text),
    temperatureMost: unknown(['环境温度上限', 'highest temperature of the place'], '°C', text),
    humidityMost: unknown(['环境相对湿度上限', 'highest relative humidity of the place'], '%', text),
    humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  },
} satisfies FuelNumbers & Limits;

export type FuelLimits = Limits & typeof limits;
