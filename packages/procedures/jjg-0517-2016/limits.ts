/**
 * The numbers that verdicts on taximeters rest on. The limits of a taximeter in the vehicle were seen in public texts; those of the taximeter
 * by itself, 本机, were not found: they have their places and are entered when an institute adopts the edition.
 */
import type { Limits } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const inVehicle =
  'aqrzj.com 417345, digest of JJG(京) 177-2025, which rests on JJG 517-2016; ppdoc.com ed66706 has the same limits for JJG 517-2009';
const notes = 'jizihe.com 9391193, an article on verification by JJG 517-2016';
const notFound = 'clause 5.1 of JJG 517-2016; the official text was not at hand and no public source has the value';
const roadNotFound = 'clause 7.2 of JJG 517-2016; the official text was not at hand and no public source has the number';

export type TaximeterLimits = Limits & typeof limits;

export const limits = {
  /** In the vehicle, in % of the distance. */
  installedLeast: sourced('-4.0', inVehicle, 'found'),
  installedMost: sourced('1.0', inVehicle, 'found'),
  installedRuns: unknown(['装车后计程误差的测量次数', 'Number of measurements of distance in the vehicle'], null, roadNotFound),
  benchDistance: unknown(['本机计程最大允许误差（绝对值）', 'MPE of distance, taximeter by itself, absolute value'], '%', notFound),
  benchDistancePoints: unknown(['本机计程检定点数', 'Number of points of distance, taximeter by itself'], null, notFound),
  benchTime: unknown(['本机计时最大允许误差（绝对值）', 'MPE of time, taximeter by itself, absolute value'], '%', notFound),
  benchSwitching: unknown(['切换速度最大允许误差（绝对值）', 'MPE of the cross-over speed, absolute value'], 'km/h', notFound),
  benchResponse: unknown(['切换速度响应时间上限', 'Largest response time at the cross-over speed'], 's', notFound),
  /** Of the place where a taximeter is tested by itself: 20 ± 10 °C, in % relative humidity. */
  benchTemperatureLeast: sourced('10', notes, 'found'),
  benchTemperatureMost: sourced('30', notes, 'found'),
  benchHumidityMost: sourced('85', notes, 'found'),
  humidityLeast: sourced('0', 'by definition of relative humidity', 'high'),
  humidityMost: sourced('100', 'by definition of relative humidity', 'high'),
};
