/**
 * The numbers that verdicts on eye refractometers rest on. The text of JJG 892-2022 was not at hand: sphere and pupil distance are those of
 * JJG 892-2011 as a public article repeats them, cylinder and axis own knowledge of ISO 10342, which the family follows. The rest is not known.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';
import type { Band } from '../src/vertex-power/band.ts';

const article = 'yl955.cn 225619, an article that quotes JJG 892-2011; taken for JJG 892-2022';
const iso = 'own knowledge of ISO 10342:2003, table of requirements, which the JJG 892 family follows';
const notFound = 'an item of JJG 892-2011 by its contents at simop.com.cn; the value was not found in a public source';
const natural = 'by definition of the direction of an axis';

/** Exactly ±10 m⁻¹ is left open by the text, (−10 … +10) and beyond; it is judged by the narrower limit. */
const sphere: readonly Band[] = [
  { upTo: sourced('10', article, 'medium'), limit: sourced('0.25', article, 'medium') },
  { upTo: null, limit: sourced('0.50', article, 'medium') },
];

export type RefractometerLimits = Limits & typeof limits;

export const limits = {
  /** In m⁻¹. */
  sphere,
  /** Nominal values of the reference eyes, with both signs, in m⁻¹. */
  spherePoints: ['2.5', '5', '10', '15'].map((value) =>
    sourced(value, 'xksjj.com 11499178, a set of standards for subjective refractometers', 'found'),
  ),
  zero: unknown(['零位示值误差', 'Error at zero'], 'm⁻¹', notFound),
  repeatability: unknown(['球镜度测量重复性', 'Repeatability of sphere'], 'm⁻¹', notFound),
  cylinder: sourced('0.25', iso, 'medium'),
  axis: sourced('5', iso, 'medium'),
  /** In mm; only an instrument that measures the pupil distance has it. */
  pupilDistance: sourced('1', article, 'medium'),
  /** In lx. */
  illuminance: unknown(['出瞳光照度上限', 'Largest illuminance at the exit pupil'], 'lx', notFound),
  /** In mm of radius. */
  curvature: unknown(['角膜曲率示值误差', 'Error of corneal curvature'], 'mm', notFound),
  axisLeast: sourced('0', natural, 'high'),
  axisMost: sourced('180', natural, 'high'),
  temperatureLeast: unknown(['检定环境温度下限', 'Lowest temperature of the place'], '°C', notFound),
  temperatureMost: unknown(['检定环境温度上限', 'Highest temperature of the place'], '°C', notFound),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['检定环境相对湿度上限', 'Highest relative humidity of the place'], '%', notFound),
};
