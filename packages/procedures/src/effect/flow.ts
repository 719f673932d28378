/** How measures, facilities and calibrators move the relative errors of dispensers, meters, chargers and taximeters. */
import type { EffectTerm, Model, RoleModels, Site } from './term.ts';
import { measured, percent, rangeOfRuns, runsOfMeter, term, written } from './term.ts';

const unused = { appearance: 'not-used', functions: 'not-used', tightness: 'not-used', payment: 'not-used' } as const;

const measure = { reference: 'measure', referenceUnit: 'L' };
export const fuelMeasure: RoleModels = { ...unused, error: percent(measure), repeatability: rangeOfRuns('runs', measure) };

const numberAt = (root: unknown, ...path: readonly string[]): number => {
  let place = root;
  for (const step of path)
    place = typeof place === 'object' && place !== null ? (place as Readonly<Record<string, unknown>>)[step] : undefined;
  return Number(place);
};

/**
 * V_Bt = V_B [1 + β_Y (t_J − t_B) + β_B (t_B − 20)]: an error of the thermometer at t_J moves E by (100 + E) β_Y / [ ], at t_B by
 * (100 + E) (β_B − β_Y) / [ ].
 */
function temperatureTerms(site: Site, number: number, error: number, sign: 1 | -1): readonly EffectTerm[] | undefined {
  const { edition, nameplate, fields, rows, value } = site;
  const row = rows.find((one) => one.number === number)?.cells ?? site.cells;
  const fuel = nameplate['fuel'] ?? '';
  const expansion = fuel === 'other' ? Number(nameplate['expansion']) : numberAt(edition.limits, 'expansion', fuel, 'value');
  const material = typeof fields['material'] === 'string' ? fields['material'] : '';
  const steel = numberAt(edition.limits, 'measureExpansion', material, 'value');
  const bracket = Number(value(`runs.${number}.VBt`)) / Number(row['measure']);
  const slope = (sign * (100 + error)) / bracket;
  if (!Number.isFinite(slope * expansion * steel)) return undefined;
  return [
    term({ at: row['fuelTemperature'] ?? '', unit: '°C' }, slope * expansion),
    term({ at: row['measureTemperature'] ?? '', unit: '°C' }, slope * (steel - expansion)),
  ];
}

const noExpansion = ['缺少体胀系数', 'the thermal expansion is missing'] as const;

export const fuelThermometer: RoleModels = {
  ...unused,
  error: (site) => {
    const terms = temperatureTerms(site, Number(site.check.row.split('.')[1]), Number(site.check.value), 1);
    return terms ? { terms } : noExpansion;
  },
  repeatability: (site) => {
    const errors = site.rows
      .map(({ number }) => ({ number, error: Number(site.value(`runs.${number}.E`)) }))
      .sort((a, b) => a.error - b.error);
    const [least, most] = [errors[0], errors[errors.length - 1]];
    if (!least || !most) return noExpansion;
    const [up, down] = [temperatureTerms(site, most.number, most.error, 1), temperatureTerms(site, least.number, least.error, -1)];
    return up && down ? { terms: [...up, ...down] } : noExpansion;
  },
};

/** Dispensers of gas; the correction of a volume multiplies the standard and leaves its relative error. */
export const gasStandard = (referenceUnit: 'kg' | 'L'): RoleModels => {
  const relative = { reference: 'reference', referenceUnit };
  return { ...unused, error: percent(relative), repeatability: rangeOfRuns('runs', relative) };
};

/** A facility whose error is known over the flow. */
export const flowFacility = (referenceUnit: 'L' | 'dm³'): RoleModels => ({
  ...unused,
  error: runsOfMeter('runs', { reference: 'reference', referenceUnit, axis: 'flow', axisUnit: 'm³/h' }),
  pressureLoss: ['测压力损失的仪器未单独登记', 'the instrument that measures the loss of pressure is not told apart'],
});

const energyTerm = (site: Site, at: string, condition: string, sensitivity: number): EffectTerm =>
  term({ at, unit: 'A', per: '%', reference: '', referenceUnit: '' }, sensitivity, { condition });

const loadOf = (site: Site): string => {
  const element = written(site, 'element');
  return `${element === '' ? '' : `${element} `}cosφ ${written(site, 'factor')}`;
};

/** The facility shows the error itself, at a current and a power factor; the rounding of the error is not repeated. */
const energyError: Model = (site) => {
  const own = energyTerm(site, written(site, 'current'), loadOf(site), (100 + Number(site.check.value)) / 100);
  if (!site.check.id.endsWith('.difference')) return { terms: [own] };
  return {
    terms: [
      energyTerm(site, written(site, 'current'), loadOf(site), 1),
      energyTerm(site, written(site, 'current'), `cosφ ${written(site, 'factor')}`, -1),
    ],
  };
};

const noMeterItems = { appearance: 'not-used', withstand: 'not-used' } as const;
export const meterEquipment: RoleModels = {
  ...noMeterItems,
  creep: 'insensitive',
  starting: 'insensitive',
  errors: energyError,
  'single-load': energyError,
  // At which load the register was run is not recorded.
  constant: (site) => ({ terms: [energyTerm(site, '', '', (100 + Number(site.check.value)) / 100)] }),
  clock: 'not-used',
};
export const meterClock: RoleModels = { ...noMeterItems, clock: measured() };

export const chargerCalibrator: RoleModels = {
  appearance: 'not-used',
  step: 'not-used',
  error: percent({ reference: 'reference', referenceUnit: 'kWh', axis: 'current', axisUnit: 'A' }),
  clock: 'not-used',
};
export const chargerClock: RoleModels = {
  appearance: 'not-used',
  step: 'not-used',
  error: 'not-used',
  clock: () => ({ terms: [term({ at: '', unit: 's' }, '1')] }),
};

const taximeter = {
  appearance: 'not-used',
  pricing: 'not-used',
  'installed-distance': 'not-used',
  'bench-distance': 'not-used',
  'bench-time': 'not-used',
} as const;
export const taximeterDistance: RoleModels = {
  ...taximeter,
  'installed-distance': percent({ reference: 'actual', referenceUnit: 'km' }),
  switching: 'not-used',
};
export const taximeterBench: RoleModels = {
  ...taximeter,
  'bench-distance': percent({ reference: 'count', referenceUnit: 'r' }),
  switching: (site) => (site.check.id === 'switching.speed' ? measured('speed')(site) : 'not-used'),
};
export const taximeterStopwatch: RoleModels = {
  ...taximeter,
  'bench-time': percent({ reference: 'actual', referenceUnit: 's' }),
  switching: (site) =>
    site.check.id === 'switching.speed'
      ? 'not-used'
      : ['响应时间用什么测，规程数据中未确立', 'what measures the response time is not established'],
};
