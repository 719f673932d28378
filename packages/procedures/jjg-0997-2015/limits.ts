/** The numbers that verdicts on liquefied petroleum gas (LPG) dispensers rest on. None was compared with the official text of JJG 997-2015. */
import type { GasNumbers } from '../src/dispenser/gas.ts';
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const family = 'own knowledge of JJG 997-2015';
const text = 'the official text of JJG 997-2015 was not at hand';

export const limits = {
  /** In %. */
  mpe: sourced('1.0', '中国计量网 55581, 2016 年全国计量科普知识库: 加气机的最大允许误差为 ±1.0%', 'found'),
  repeatability: unknown(['重复性', 'repeatability'], '%', text),
  runs: sourced('3', `${family}: three fillings at each flow`, 'medium'),
  inUseFactor: unknown(['使用中检查误差限的倍数', 'multiple of the error limit in an in-use inspection'], null, text),
  paymentSteps: sourced('1', `${family}: the amount differs by its least step at most`, 'medium'),
  /** U of the standard is at most the MPE divided by this. */
  standardDivisor: sourced('3', 'own knowledge of JJF 1094-2002, 5.3.1.4', 'high'),
  environment: {
    temperatureLeast: unknown(['环境温度下限', 'lowest temperature of the place'], '°C', text),
    temperatureMost: unknown(['环境温度上限', 'highest temperature of the place'], '°C', text),
    humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
    humidityMost: unknown(['环境相对湿度上限', 'highest relative humidity of the place'], '%', text),
  },
} satisfies GasNumbers & Limits;

export type DispenserLimits = Limits & typeof limits;
