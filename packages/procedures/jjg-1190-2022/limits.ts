/** The numbers that verdicts on ultrasonic gas meters rest on. None was compared with the official text of JJG 1190-2022. */
import type { Limits } from '../src/edition.ts';
import type { GasNumbers } from '../src/flow/gas-meter.ts';
import { sourced, unknown } from '../src/source.ts';

const r137 = 'own knowledge of OIML R 137-1&2:2012, which the draft of the regulation names as its basis (shilihuiyuan.cn 1990)';
const sister = 'JJG 577-2012, to which the draft of the regulation refers (shilihuiyuan.cn 1990)';
const text = 'the official text of JJG 1190-2022 was not at hand';

const high = (value: string, source = r137) => sourced(value, source, 'high');
const medium = (value: string, source = sister) => sourced(value, source, 'medium');

export const limits = {
  mpe: { '1.0': { lower: high('2'), upper: high('1') }, '1.5': { lower: high('3'), upper: high('1.5') } },
  transitional: medium('0.1', 'own knowledge of OIML R 137-1 and EN 14236: qt is at most 0.1 qmax'),
  middle: medium('0.2'),
  inUseFactor: high('2', 'own knowledge of OIML R 137-1: in service twice the MPE'),
  flowTolerance: unknown(['实际流量与流量点的允许偏差', 'allowed deviation of a flow from its point'], '%', text),
  temperatureDifference: medium('1'),
  uncorrectedDifference: medium('0.5'),
  kelvin: high('273.15', 'by definition of the degree Celsius'),
  household: medium('10'),
  /** In m³/h: the largest meter. */
  flowMost: medium('160', 'ybzhan.cn 72886, on the draft of the regulation of Anhui: qmax up to 160 m³/h, pressure up to 50 kPa'),
  /** U of the standard equipment is at most the MPE divided by this. */
  equipmentDivisor: high('3', 'own knowledge of the regulations for gas meters: U of the equipment at most one third of the MPE'),
  environment: {
    small: {
      least: unknown(['环境温度下限（qmax ≤ 10 m³/h）', 'lowest temperature of the place, qmax up to 10 m³/h'], '°C', text),
      most: unknown(['环境温度上限（qmax ≤ 10 m³/h）', 'highest temperature of the place, qmax up to 10 m³/h'], '°C', text),
    },
    large: {
      least: unknown(['环境温度下限（qmax > 10 m³/h）', 'lowest temperature of the place, qmax above 10 m³/h'], '°C', text),
      most: unknown(['环境温度上限（qmax > 10 m³/h）', 'highest temperature of the place, qmax above 10 m³/h'], '°C', text),
    },
    humidity: {
      least: unknown(['环境相对湿度下限', 'lowest relative humidity of the place'], '%', text),
      most: unknown(['环境相对湿度上限', 'highest relative humidity of the place'], '%', text),
    },
    pressure: {
      least: unknown(['大气压力下限', 'lowest atmospheric pressure'], 'kPa', text),
      most: unknown(['大气压力上限', 'highest atmospheric pressure'], 'kPa', text),
    },
  },
} satisfies GasNumbers & Limits;

export type UltrasonicLimits = Limits & typeof limits;
