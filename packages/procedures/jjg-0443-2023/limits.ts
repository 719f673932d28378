/** The numbers that verdicts on fuel dispensers rest on. None was compared with the official text of JJG 443-2023(试行). */
import type { FuelNumbers } from '../src/dispenser/fuel.ts';
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const digest = 'a vendor digest of JJG 443-2023, Chinese Fuel Dispenser Verification Regulation: Key Overview (runyun888.cn)';
const practice = 'reports of institutes testing by JJG 443-2023: 示值误差 ±0.3 %, 重复性 0.1 % (zgzlxww 2025-06-05, Dunhua)';
const family = 'own knowledge of the JJG 443 family, form of the formula and coefficients';
const text = 'the official text of JJG 443-2023 was not at hand';

export const limits = {
  /** In %. */
  mpe: sourced('0.30', digest, 'found'),
  repeatability: sourced('0.10', digest, 'found'),
  runs: sourced('3', digest, 'found'),
  /** Institutes report the same ±0.30 % for dispensers in use. */
  inUseFactor: sourced('1', practice, 'medium'),
  paymentSteps: sourced('1', `${digest}: the amount differs by the minimum payment variable at most`, 'found'),
  /** In L/min: the largest dispenser of the regulation. */
  flowMost: sourced('200', digest, 'found'),
  /** In 1/°C. */
  expansion: { petrol: sourced('0.0012', family, 'medium'), diesel: sourced('0.0009', family, 'medium') },
  measureExpansion: { stainless: sourced('0.00005', family, 'medium'), carbon: sourced('0.000033', family, 'medium') },
  /** In °C. */
  referenceTemperature: sourced('20', family, 'high'),
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
