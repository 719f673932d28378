/**
 * The numbers that verdicts on electronic energy meters rest on. None was compared with the official text of JJG 596-2012: the error
 * limits are those of IEC 62053-21 and IEC 62053-22, which the regulation takes over, and public programs of verification rigs carry the same
 * numbers under the name JJG 596-2012. An institute confirms them when it adopts the edition.
 */
import type { Limits, Sourced } from '../src/edition.ts';
import { sourced, unknown } from '../src/source.ts';

const iec = 'own knowledge of IEC 62053-21:2003 and IEC 62053-22:2003, tables of limits of percentage errors; the regulation has the same';
const rig = 'a public program of a meter verification rig, limits named JJG596-2012; IEC 62053-21 and -22 have the same';
const family = 'own knowledge of JJG 596-2012';
const rounding = 'own knowledge of JJG 596-2012, table of rounding intervals: one tenth of the class';
const constants = 'own knowledge of IEC 62053-21 and -22, test of no-load condition, which JJG 596-2012 takes over';
const text = 'the official text of JJG 596-2012 was not at hand';

const found = (value: string) => sourced(value, rig, 'found');
const high = (value: string, source: string) => sourced(value, source, 'high');
const medium = (value: string, source = family) => sourced(value, source, 'medium');

export type MeterClass = '0.2S' | '0.5S' | '1' | '2';
export const meterClasses: readonly MeterClass[] = ['0.2S', '0.5S', '1', '2'];
export type Connection = 'direct' | 'transformer';

/** From `from` × Ib (or In) on, that current included, the limit is `limit` in %. */
export type ErrorBand = { readonly from: Sourced<string>; readonly limit: Sourced<string> };
/** At power factor 1, and at 0.5 inductive or 0.8 capacitive; the smallest currents first. */
export type ErrorTable = { readonly unity: readonly ErrorBand[]; readonly reactive: readonly ErrorBand[] };
type Tables = Readonly<Partial<Record<MeterClass, ErrorTable>>>;

const bands = (...rows: readonly (readonly [from: string, limit: string])[]): readonly ErrorBand[] =>
  rows.map(([from, limit]) => ({ from: high(from, iec), limit: found(limit) }));

const balanced: Record<Connection, Tables> = {
  direct: {
    '1': { unity: bands(['0.05', '1.5'], ['0.1', '1.0']), reactive: bands(['0.1', '1.5'], ['0.2', '1.0']) },
    '2': { unity: bands(['0.05', '2.5'], ['0.1', '2.0']), reactive: bands(['0.1', '2.5'], ['0.2', '2.0']) },
  },
  transformer: {
    '0.2S': { unity: bands(['0.01', '0.4'], ['0.05', '0.2']), reactive: bands(['0.02', '0.5'], ['0.1', '0.3']) },
    '0.5S': { unity: bands(['0.01', '1.0'], ['0.05', '0.5']), reactive: bands(['0.02', '1.0'], ['0.1', '0.6']) },
    '1': { unity: bands(['0.02', '1.5'], ['0.05', '1.0']), reactive: bands(['0.05', '1.5'], ['0.1', '1.0']) },
    '2': { unity: bands(['0.02', '2.5'], ['0.05', '2.0']), reactive: bands(['0.05', '2.5'], ['0.1', '2.0']) },
  },
};

/** One phase loaded, all voltages balanced. */
const singleLoad: Record<Connection, Tables> = {
  direct: {
    '1': { unity: bands(['0.1', '2.0']), reactive: bands(['0.2', '2.0']) },
    '2': { unity: bands(['0.1', '3.0']), reactive: bands(['0.2', '3.0']) },
  },
  transformer: {
    '0.2S': { unity: bands(['0.05', '0.3']), reactive: bands(['0.1', '0.4']) },
    '0.5S': { unity: bands(['0.05', '0.6']), reactive: bands(['0.1', '1.0']) },
    '1': { unity: bands(['0.05', '2.0']), reactive: bands(['0.1', '2.0']) },
    '2': { unity: bands(['0.05', '3.0']), reactive: bands(['0.1', '3.0']) },
  },
};

const byClass = (source: string, ...values: readonly [string, string, string, string]): Record<MeterClass, Sourced<string>> => ({
  '0.2S': high(values[0], source),
  '0.5S': high(values[1], source),
  '1': high(values[2], source),
  '2': high(values[3], source),
});

export const limits = {
  balanced,
  singleLoad,
  /** In %, at Ib (or In) and power factor 1: |E of one phase − E balanced|. */
  singleLoadDifference: byClass(iec, '0.4', '1.0', '1.5', '2.5'),
  /** In %: the mean of the measurements is rounded to it and judged rounded. */
  roundingInterval: byClass(rounding, '0.02', '0.05', '0.1', '0.2'),
  /** Each error is the mean of this many measurements. */
  measurements: high('2', family),
  /** A mean from this to that part of its limit asks for two more measurements, and the mean of all four counts. */
  remeasureFrom: medium('0.8'),
  remeasureTo: medium('1.2'),
  /** The limits of an in-use inspection are this multiple; the regulation is not known to have them. */
  inUseFactor: unknown(['使用中检查误差限的倍数', 'multiple of the error limits in an in-use inspection'], null, text),
  /** In Ib or In. */
  startingCurrent: {
    direct: { '1': high('0.004', iec), '2': high('0.005', iec) },
    transformer: byClass(iec, '0.001', '0.001', '0.002', '0.003'),
  },
  /** The meter starts within 1.2 × 60 × 1000 / (C m Un IQ) minutes. */
  startingTimeFactor: medium('1.2'),
  /** In Un, without current. */
  creepVoltage: high('1.15', constants),
  /** The shortest test is this × 10⁶ / (C m Un Imax) minutes. */
  creepTime: byClass(constants, '900', '600', '600', '480'),
  creepPulses: high('1', constants),
  /** m of the two formulas: measuring elements of one phase; for three wires √3, rounded down, which never shortens a test. */
  elements: { single: high('1', family), 'four-wire': high('3', family), 'three-wire': medium('1.732') },
  /** In %, of the energy in the register against the standard, in parts of the class. */
  registerFactor: medium(
    '1',
    'own knowledge of JJG 596-2012: by the standard-meter method the error of the register is within the basic error limit',
  ),
  /** In %: the class of the verification equipment for each class of meter. */
  equipmentClass: byClass('own knowledge of JJG 596-2012, table of the equipment for each class of meter', '0.05', '0.1', '0.2', '0.3'),
  /** In s/d. */
  clock: high('0.5', 'own knowledge of JJG 596-2012 and of GB/T 17215 on clocks of meters'),
  /** In °C and %. */
  temperatureLeast: high('21', 'own knowledge of IEC 62053-21 and -22, reference conditions (23 ± 2) °C'),
  temperatureMost: high('25', 'own knowledge of IEC 62053-21 and -22, reference conditions (23 ± 2) °C'),
  humidityLeast: medium('45'),
  humidityMost: medium('75'),
};

export type MeterLimits = Limits & typeof limits;
