/** By edition and role of the standard: what it does to each test item. An edition that is not here says nothing. */
import * as flow from './flow.ts';
import * as medical from './medical.ts';
import * as optics from './optics.ts';
import type { RoleModels } from './term.ts';
import * as weighing from './weighing.ts';

type Roles = Readonly<Record<string, RoleModels>>;
const fuel: Roles = { 'metal-measure': flow.fuelMeasure, thermometer: flow.fuelThermometer };
const charger: Roles = { 'charger-calibrator': flow.chargerCalibrator, clock: flow.chargerClock };
const trialLenses: Roles = { 'reference-focimeter': optics.trialLensFocimeter };
const bathed: Roles = { thermometer: medical.referenceTemperature, bath: medical.waterBath };

export const effectModels: Readonly<Record<string, Roles>> = {
  'jjg-0013-2016': { weights: weighing.pointerWeights },
  'jjg-0014-2016': { weights: weighing.balancedWeights },
  'jjg-0049-2013': { 'pressure-standard': medical.gaugePressure },
  'jjg-0052-2013': { 'pressure-standard': medical.gaugePressure },
  'jjg-0111-2019': bathed,
  'jjg-0162-2019': { 'water-meter-equipment': flow.flowFacility('L'), 'pressure-test': { tightness: 'insensitive' } },
  'jjg-0264-2008': { 'standard-tester': weighing.grainTester, weights: weighing.grainWeights },
  'jjg-0270-2008': { pressure: medical.columnPressure },
  'jjg-0443-2015': fuel,
  'jjg-0443-2023': fuel,
  'jjg-0517-2016': {
    'distance-device': flow.taximeterDistance,
    'bench-device': flow.taximeterBench,
    stopwatch: flow.taximeterStopwatch,
  },
  'jjg-0539-2016': { weights: weighing.digitalWeights },
  'jjg-0543-2008': { generator: medical.cardiographGenerator },
  'jjg-0577-2012': { 'gas-meter-equipment': flow.flowFacility('dm³'), 'tightness-tester': { tightness: 'insensitive' } },
  'jjg-0579-2010': trialLenses,
  'jjg-0579-2025': trialLenses,
  'jjg-0580-2005': { 'standard-lenses': optics.standardLenses },
  'jjg-0596-2012': {
    'meter-test-equipment': flow.meterEquipment,
    'withstand-tester': { withstand: 'insensitive' },
    'clock-tester': flow.meterClock,
  },
  'jjg-0692-2010': { pressure: medical.automaticPressure, simulator: medical.automaticSimulator },
  'jjg-0744-2004': {
    dosimeter: medical.xrayDosimeter,
    'kv-meter': medical.xrayVoltage,
    timer: medical.xrayTimer,
    aids: medical.xrayAids,
  },
  'jjg-0892-2022': {
    'reference-eyes': optics.referenceEyes,
    'cylinder-eye': optics.cylinderEye,
    'pupil-distance-standard': optics.pupilDistance,
  },
  'jjg-0996-2012': { 'cng-dispenser-standard': flow.gasStandard('kg') },
  'jjg-0997-2015': { 'lpg-dispenser-standard': flow.gasStandard('L') },
  'jjg-1041-2008': { generator: medical.digitalGenerator },
  'jjg-1097-2014': { 'reference-focimeter': optics.phoropterFocimeter, 'luminance-meter': optics.phoropterLuminance },
  'jjg-1114-2015': { 'lng-dispenser-standard': flow.gasStandard('kg') },
  'jjg-1148-2022': charger,
  'jjg-1149-2022': charger,
  'jjg-1162-2019': bathed,
  'jjg-1164-2019': { blackbody: medical.referenceTemperature },
  'jjg-1190-2022': { 'gas-meter-equipment': flow.flowFacility('dm³'), 'tightness-tester': { tightness: 'insensitive' } },
  'jjg-1204-2025': { weights: weighing.digitalWeights },
};
