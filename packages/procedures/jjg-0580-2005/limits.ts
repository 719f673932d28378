/**
 * The numbers that verdicts on focimeters rest on. None was compared with the official text of JJG 580-2005. Zero and the prism without a lens come from
 * public pages that repeat the technical requirements of focimeters, the tables of sphere and prism are own knowledge of ISO 8598:1996.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';
import type { Band } from '../src/vertex-power/band.ts';

const pages =
  'newyifan.com and smilingsouls.net 264371, technical requirements of focimeters; that JJG 580-2005 has the same is own knowledge';
const iso = 'own knowledge of ISO 8598:1996, tables of vertex power and prism, which JJG 580-2005 follows';
const notFound = 'the official text of JJG 580-2005 was not at hand and no public source has the value';

const band = (upTo: string | null, limit: string): Band => ({
  upTo: upTo === null ? null : sourced(upTo, iso, 'medium'),
  limit: sourced(limit, iso, 'medium'),
});
const sphere: readonly Band[] = [band('5', '0.06'), band('10', '0.09'), band('15', '0.12'), band('20', '0.18'), band(null, '0.25')];
const prism: readonly Band[] = [band('5', '0.1'), band('10', '0.2'), band('15', '0.3'), band(null, '0.4')];

export type FocimeterLimits = Limits & typeof limits;

export const limits = {
  /** In m⁻¹; `zeroFine` for a focimeter that reads to 0.01 m⁻¹. */
  zero: sourced('0.03', pages, 'medium'),
  zeroFine: sourced('0.02', pages, 'medium'),
  fineInterval: sourced('0.01', pages, 'medium'),
  /** In cm/m, without a lens. */
  residualPrism: sourced('0.1', pages, 'medium'),
  sphere,
  prism,
  cylinder: unknown(['柱镜度示值误差（含非线性）', 'Error of cylinder, non-linearity included'], 'm⁻¹', notFound),
  axis: unknown(['柱镜轴位示值误差', 'Error of the cylinder axis'], '°', notFound),
  /** Nominal values of the standard lenses, with both signs, in m⁻¹. */
  spherePoints: ['2.5', '5', '10', '15', '20', '25'].map((value) =>
    sourced(value, 'cornels-photography.com 240405404, JJG 2090-1994: the sets of standard lenses', 'found'),
  ),
  axisLeast: sourced('0', 'by definition of the direction of an axis', 'high'),
  axisMost: sourced('180', 'by definition of the direction of an axis', 'high'),
  temperatureLeast: unknown(['检定环境温度下限', 'Lowest temperature of the place'], '°C', notFound),
  temperatureMost: unknown(['检定环境温度上限', 'Highest temperature of the place'], '°C', notFound),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['检定环境相对湿度上限', 'Highest relative humidity of the place'], '%', notFound),
};
