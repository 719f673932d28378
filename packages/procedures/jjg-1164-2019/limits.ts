/** The numbers of JJG 1164-2019, temperatures in °C. */
import { sourced } from '../src/source.ts';

const news = 'China National Radio, 2025-12-26, on a verification in Ningbo: 35.0, 37.0 and 41.5 °C, laboratory error within ±0.2 °C';
const standard = '13l.net 471807207, on the test of GB/T 21417.1';

export const limits = {
  rangeLow: sourced('35.0', 'own knowledge of JJG 1164-2019 and of GB/T 21417.1-2008', 'high'),
  rangeHigh: sourced('42.0', 'own knowledge of JJG 1164-2019 and of GB/T 21417.1-2008', 'high'),
  /** Within this range, its ends included. */
  within: sourced('0.2', news, 'found'),
  outside: sourced('0.3', 'own knowledge of JJG 1164-2019 and of GB/T 21417.1-2008', 'high'),
  /** Temperatures of the blackbody and readings at each. */
  points: sourced('3', standard, 'found'),
  readings: sourced('3', standard, 'found'),
  /** Proposed temperatures. */
  temperatures: sourced(['35.0', '37.0', '41.5'], news, 'found'),
  /** Of the blackbody, for the budget. */
  standardError: sourced('0.07', 'own estimate: about a third of the limit; replaced by that of the institute', 'medium'),
  /** The display shows at least this, in °C. */
  resolution: sourced('0.1', 'own knowledge of GB/T 21417.1-2008', 'high'),
  /** In h, °C and %. */
  soakLeast: sourced('0.5', `${standard}: at least 30 min`, 'found'),
  temperatureLeast: sourced('21', `${standard}: (23 ± 2) °C`, 'found'),
  temperatureMost: sourced('25', `${standard}: (23 ± 2) °C`, 'found'),
  humidityLeast: sourced('30', `${standard}: (50 ± 20) %`, 'found'),
  humidityMost: sourced('70', `${standard}: (50 ± 20) %`, 'found'),
};
