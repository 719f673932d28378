/**
 * The numbers of JJG 1162-2019, temperatures in °C. Its maximum permissible errors were not found and have their places; the bands are
 * those of the product standard GB/T 21416-2008.
 */
import type { Text, Unknown } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const product = 'own knowledge of GB/T 21416-2008';
const provincial = 'renrendoc.com 374748979, JJG(浙)87-2006, a provincial regulation before it';
const mpe = (zh: string, en: string): Unknown => {
  const label: Text = [`最大允许误差（${zh}）`, `Maximum permissible error (${en})`];
  return unknown(label, '°C', 'not found for JJG 1162-2019; GB/T 21416-2008 has a product requirement for the same band');
};

export const limits = {
  /** Where one band ends and the next begins; 37.0 and 39.0 belong to the middle one. */
  bounds: {
    low: sourced('35.3', product, 'medium'),
    middle: sourced('37.0', product, 'medium'),
    high: sourced('39.0', product, 'medium'),
    highest: sourced('41.0', product, 'medium'),
  },
  mpe: {
    belowLow: mpe('低于 35.3 °C', 'below 35.3 °C'),
    low: mpe('35.3 °C 至低于 37.0 °C', 'from 35.3 °C to below 37.0 °C'),
    middle: mpe('37.0 °C 至 39.0 °C', 'from 37.0 °C to 39.0 °C'),
    high: mpe('高于 39.0 °C 至 41.0 °C', 'above 39.0 °C to 41.0 °C'),
    aboveHighest: mpe('高于 41.0 °C', 'above 41.0 °C'),
  },
  /** The display covers at least this. */
  displayLow: sourced('35.0', `${provincial}, 3.1`, 'medium'),
  displayHigh: sourced('42.0', `${provincial}, 3.1`, 'medium'),
  resolution: sourced('0.1', `${provincial}, 3.2`, 'medium'),
  points: sourced('3', 'own knowledge of the test', 'medium'),
  /** Proposed temperatures. */
  temperatures: sourced(['35.0', '37.0', '41.0'], 'own proposal: low, middle and high in the range', 'medium'),
  /** Of standard and bath together, for the budget. */
  standardError: sourced('0.03', 'own estimate for a standard thermometer with its bath; replaced by that of the institute', 'medium'),
  /** In °C and %: the bounds of the regulation were not found. */
  temperatureLeast: unknown(['环境温度下限', 'Lowest temperature of the room'], '°C', 'not found for JJG 1162-2019'),
  temperatureMost: unknown(['环境温度上限', 'Highest temperature of the room'], '°C', 'not found for JJG 1162-2019'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['相对湿度上限', 'Highest relative humidity'], '%', 'not found for JJG 1162-2019'),
};
