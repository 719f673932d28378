/** The numbers of JJG 111-2019, in °C. None was seen in a public text of this edition. */
import { sourced } from '../src/source.ts';

const own = 'own knowledge of JJG 111-2019';
const r7 = 'OIML R 7:1979, clause 8, which the JJG 111 family follows';

export const limits = {
  /** Thermometers for ordinary use on persons, with solid stem or enclosed scale. */
  ordinaryHigh: sourced('0.10', `${own}; ${r7}`, 'medium'),
  ordinaryLow: sourced('-0.15', `${own}; ${r7}`, 'medium'),
  /** Thermometers for newborns and for animals. */
  otherwise: sourced('0.15', own, 'medium'),
  ordinaryPoints: sourced(['37', '41'], own, 'medium'),
  points: sourced('2', own, 'medium'),
  /** A reading is estimated to this part of the division of 0.1 °C. */
  readingStep: sourced('0.02', 'own knowledge: a fifth of a division', 'medium'),
  /** What standard and bath together may be off, for the budget. */
  standardError: sourced(
    '0.03',
    'own estimate for a standard clinical thermometer with its bath; replaced by that of the institute',
    'medium',
  ),
  /** The readings hold after cooling to the temperature of the room. */
  temperatureLeast: sourced('15', 'OIML R 7:1979, clause 8 and 9', 'medium'),
  temperatureMost: sourced('30', 'OIML R 7:1979, clause 8 and 9', 'medium'),
  /** In %. */
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: sourced('100', 'by definition of relative humidity; the bound of the regulation was not found', 'high'),
};
