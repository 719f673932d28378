/**
 * The numbers that verdicts on off-board (DC) chargers rest on. None was compared with the official text of JJG 1149-2022 (for trial implementation); the public
 * article that lists the changes of both charger regulations gives the clock, the step of energy and the rule for unmarked chargers.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const article = 'efolxx85b.com nrbpvfqf, an article on JJG 1148-2022 and JJG 1149-2022';
const classes = 'own knowledge of JJG 1149: ±1 % and ±2 % between Imin and Imax';
const notFound = 'the official text was not at hand and no public source has the value';

export type ChargerLimits = Limits & typeof limits;

export const limits = {
  /** In %, from Imin to Imax. */
  mpe: { '1': sourced('1', classes, 'medium'), '2': sourced('2', classes, 'medium') },
  /** In s, for chargers with prices by time of use. */
  clockInitial: sourced('5', article, 'found'),
  /** 3 min. */
  clockSubsequent: sourced('180', article, 'found'),
  /** In kWh. */
  step: sourced('0.001', article, 'found'),
  /** Installed before 2023-01-01 and not marked: Imax = rated power / nominal voltage, Imin = Imax / 10, or not less than 6 A. */
  unmarked: { divisor: sourced('10', article, 'found'), leastCurrent: sourced('6', article, 'found') },
  temperatureLeast: unknown(['检定环境温度下限', 'Lowest temperature of the place'], '°C', notFound),
  temperatureMost: unknown(['检定环境温度上限', 'Highest temperature of the place'], '°C', notFound),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: unknown(['检定环境相对湿度上限', 'Highest relative humidity of the place'], '%', notFound),
};
