/**
 * The numbers of JJG 1097-2014. No public source has its limits, so that all of them are entered when an institute adopts the edition. The steps in which the
 * limit of sphere widens are those of ISO 10341, the product standard of phoropters, as its GOST edition prints them.
 */
import type { Limits, Text } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';
import type { Band } from '../src/vertex-power/band.ts';

const iso = 'ajdocs.ru 33035, GOST R ISO 10341-2013, table 2; that JJG 1097-2014 has the same steps is own knowledge';
const notFound = 'the official text of JJG 1097-2014 was not at hand and no public source has the value';

const sphereStep = (upTo: string | null, range: Text): Band => ({
  upTo: upTo === null ? null : sourced(upTo, iso, 'medium'),
  limit: unknown([`球镜度允差，标称值${range[0]} m⁻¹`, `Limit of sphere, nominal value ${range[1]} m⁻¹`], 'm⁻¹', notFound),
});
const sphere: readonly Band[] = [
  sphereStep('3', ['至 3', 'up to 3']),
  sphereStep('6', ['大于 3 至 6', 'above 3 to 6']),
  sphereStep('9', ['大于 6 至 9', 'above 6 to 9']),
  sphereStep('12', ['大于 9 至 12', 'above 9 to 12']),
  sphereStep('15', ['大于 12 至 15', 'above 12 to 15']),
  sphereStep(null, ['大于 15', 'above 15']),
];

export type PhoropterLimits = Limits & typeof limits;

export const limits = {
  sphere,
  cylinder: unknown(['柱镜度允差', 'Limit of cylinder'], 'm⁻¹', notFound),
  axis: unknown(['柱镜轴位允差', 'Limit of the cylinder axis'], '°', notFound),
  prism: unknown(['棱镜度允差', 'Limit of prism'], 'cm/m', notFound),
  pupilDistance: unknown(['瞳距示值误差', 'Error of the pupil distance'], 'mm', notFound),
  chartLuminance: unknown(['视力表亮度下限', 'Smallest luminance of the chart'], 'cd/m²', notFound),
  spherePoints: unknown(['每侧球镜度检定点数', 'Number of spheres on each side'], null, notFound),
  axisLeast: sourced('0', 'by definition of the direction of an axis', 'high'),
  axisMost: sourced('180', 'by definition of the direction of an axis', 'high'),
  temperatureLeast: unknown(['检定环境温度下限', 'Lowest temperature of the place'], '°C', notFound),
  temperatureMost: unknown(['检定环境温度上限', 'Highest temperature of the place'], '°C', notFound),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['检定环境相对湿度上限', 'Highest relative humidity of the place'], '%', notFound),
};
