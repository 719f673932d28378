/**
 * The numbers of JJG 579-2010. Its table of limits was not found in a public source: every step and every limit has its place and is entered when
 * an institute adopts the edition.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';
import { unknownBands } from '../src/vertex-power/band.ts';

const notFound = 'the table of JJG 579-2010 was not found in a public source';

export type TrialLensNumbers = Limits & typeof limits;

export const limits = {
  sphere: unknownBands(5, ['球镜片', 'Sphere lenses'], 'm⁻¹', 'm⁻¹', notFound),
  centre: unknown(['球镜片几何中心棱镜度', 'Prism at the centre of a sphere lens'], 'cm/m', notFound),
  cylinder: unknownBands(3, ['柱镜片', 'Cylinder lenses'], 'm⁻¹', 'm⁻¹', notFound),
  axis: unknownBands(3, ['柱镜轴线', 'Cylinder axis'], 'm⁻¹', '°', notFound),
  prism: unknownBands(3, ['棱镜片', 'Prism lenses'], 'cm/m', 'cm/m', notFound),
  temperatureLeast: unknown(['检定环境温度下限', 'Lowest temperature of the place'], '°C', notFound),
  temperatureMost: unknown(['检定环境温度上限', 'Highest temperature of the place'], '°C', notFound),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['检定环境相对湿度上限', 'Highest relative humidity of the place'], '%', notFound),
};
