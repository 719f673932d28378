/** How standards of pressure, temperature, electrocardiography and X-rays move the checks. */
import type { Text } from '../edition.ts';
import type { Model, RoleModels, Site } from './term.ts';
import { difference, measured, percent, term, written } from './term.ts';

/** Dial gauges: hysteresis and tapping compare two readings at one pressure. */
export const gaugePressure: RoleModels = {
  appearance: 'not-used',
  zero: 'not-used',
  error: difference('pressure'),
  hysteresis: 'cancels',
  tapping: 'cancels',
  motion: 'not-used',
};

/** The zero is read open to air, and leaks on the instrument's own indication (关阀后的示值). */
export const columnPressure: RoleModels = {
  appearance: 'not-used',
  zero: 'not-used',
  sensitivity: 'not-used',
  leak: 'not-used',
  error: difference('reference'),
  pointer: 'not-used',
};

/** (before − after) / time, with both pressures read on the standard. */
const rate: Model = (site) => {
  const [before, after, time] = [written(site, 'before'), written(site, 'after'), Number(written(site, 'time'))];
  if (before === '' || after === '' || !(time > 0)) return ['记录不完整', 'the record is not complete'];
  return { terms: [term({ at: before, unit: site.unit }, -1 / time), term({ at: after, unit: site.unit }, 1 / time)] };
};

const automatic = { appearance: 'not-used', range: 'not-used' } as const;
export const automaticPressure: RoleModels = {
  ...automatic,
  static: difference('reference'),
  repeatability: 'not-used',
  deflation: rate,
  leak: rate,
};
export const automaticSimulator: RoleModels = {
  ...automatic,
  static: 'not-used',
  repeatability: 'cancels',
  deflation: 'not-used',
  leak: 'not-used',
};

const thermometry = {
  appearance: 'not-used',
  column: 'not-used',
  maximum: 'not-used',
  display: 'not-used',
  function: 'not-used',
  optics: 'not-used',
} as const;
export const referenceTemperature: RoleModels = { ...thermometry, error: difference('reference') };
export const waterBath: RoleModels = {
  ...thermometry,
  error: [
    '恒温槽的不均匀和波动没有符号，不能换算为示值误差的变化',
    'unevenness and fluctuation of a bath have no sign and give no change of the error',
  ],
};

const amplitudeOverFrequency: Text = [
  '与发生器幅频特性有关，记录中没有其误差',
  'it depends on the amplitude of the generator over frequency, of which the record says nothing',
];
/** A result in proportion to what the generator gives. */
const proportional =
  (slope: (value: number) => number, at: (site: Site) => string, unit: string): Model =>
  (site) => {
    const place = at(site);
    return { terms: [term({ at: place, unit, per: '%' }, slope(Number(site.check.value)))] };
  };

/** JJG 543: electrocardiographs. */
export const cardiographGenerator: RoleModels = {
  appearance: 'not-used',
  // An external calibration too large by 1 % makes the internal one look too small by as much.
  calibration: proportional(
    (value) => (100 + value) / 100,
    () => '',
    'mV',
  ),
  voltage: difference('input'),
  time: difference('input'),
  timeMark: ['时标由何标准测得，规程数据中未确立', 'what measures the time mark is not established'],
  response: amplitudeOverFrequency,
  polarisation: 'cancels',
  noise: 'not-used',
  rejection: proportional(
    (value) => -value / 100,
    (site) => written(site, 'common'),
    'V',
  ),
  sensitivity: percent({ reference: 'input', referenceUnit: 'mV' }),
  speed: percent({ reference: 'time', referenceUnit: 's' }),
  hysteresis: 'not-used',
  overshoot: 'cancels',
  timeConstant: 'not-used',
  baselineWidth: 'not-used',
  drift: 'not-used',
  impedance: proportional(
    (value) => -value / 100,
    (site) => written(site, 'resistor'),
    'MΩ',
  ),
};

/** JJG 1041: digital electrocardiographs. 20 lg of a voltage that is too large by 1 % is too large by 20 / ln 10 / 100 dB. */
export const digitalGenerator: RoleModels = {
  appearance: 'not-used',
  calibration: 'not-used',
  inputRange: measured(),
  polarisation: 'not-used',
  weighting: 'cancels',
  noise: 'not-used',
  waveform: 'not-used',
  amplitude: difference('reference'),
  interval: difference('reference'),
  response: amplitudeOverFrequency,
  timeConstant: 'not-used',
  heartRate: difference('reference'),
  rejection: proportional(
    () => -0.2 / Math.LN10,
    (site) => written(site, 'common'),
    'V',
  ),
};

const xray = {
  kermaRate: 'not-used',
  quality: 'not-used',
  repeatability: 'not-used',
  linearity: 'not-used',
  resolution: 'not-used',
  lightField: 'not-used',
  tubeVoltage: 'not-used',
  tubeCurrent: 'not-used',
  spot: 'not-used',
  time: 'not-used',
  charge: 'not-used',
} as const;

/** L = f (a − b) / (a + b) of the largest and the smallest kerma for each charge. */
const linearity: Model = ({ rows, check }) => {
  const outputs = rows
    .map(({ cells }) => ({ kerma: cells['kerma'] ?? '', output: Number(cells['kerma']) / Number(cells['charge']) }))
    .sort((a, b) => a.output - b.output);
  const [least, most] = [outputs[0], outputs[outputs.length - 1]];
  if (!least || !most || !(least.output > 0)) return ['记录不完整', 'the record is not complete'];
  const [difference, sum] = [most.output - least.output, most.output + least.output];
  if (difference === 0) return 'cancels';
  const slope = ((Number(check.value) * sum) / difference) * ((2 * most.output * least.output) / sum ** 2);
  const place = (at: string) => ({ at, unit: 'mGy', per: '%' });
  return { terms: [term(place(most.kerma), -slope / 100), term(place(least.kerma), slope / 100)] };
};

export const xrayDosimeter: RoleModels = {
  ...xray,
  kermaRate: measured('rate'),
  quality: ['半值层由曲线内插得到，记录中没有各次读数', 'the half-value layer is read from a curve whose readings are not recorded'],
  repeatability: 'cancels',
  linearity,
};
export const xrayVoltage: RoleModels = { ...xray, tubeVoltage: percent({ reference: 'measured', referenceUnit: 'kV' }) };
/** The limits of time and charge are a part of what was measured: they move by a tenth of it, which is left out. */
export const xrayTimer: RoleModels = {
  ...xray,
  tubeCurrent: ['管电流由何标准测得，规程数据中未确立', 'what measures the tube current is not established'],
  time: difference('measured'),
  charge: difference('measured'),
};
const seen: Text = ['附件的误差如何影响结果，未确立', 'how an error of the aids moves the result is not established'];
export const xrayAids: RoleModels = { ...xray, quality: seen, resolution: seen, lightField: seen, spot: seen };
