/** How focimeters, lenses and reference eyes move the checks. */
import type { RoleModels } from './term.ts';
import { difference, measured } from './term.ts';

/** The focimeter measures the lens: power, prism at the centre, and the axis. */
export const trialLensFocimeter: RoleModels = {
  appearance: 'not-used',
  sphere: (site) => (site.check.id.endsWith('.centre') ? measured()(site) : measured('measured')(site)),
  cylinder: (site) => (site.check.id.endsWith('.axis') ? measured()(site) : measured('measured')(site)),
  prism: measured('measured'),
};
export const phoropterFocimeter: RoleModels = {
  appearance: 'not-used',
  sphere: measured('measured'),
  cylinder: measured('measured'),
  axis: measured('measured'),
  prism: measured('measured'),
  'pupil-distance': 'not-used',
  chart: 'not-used',
};
export const phoropterLuminance: RoleModels = {
  appearance: 'not-used',
  sphere: 'not-used',
  cylinder: 'not-used',
  axis: 'not-used',
  prism: 'not-used',
  'pupil-distance': 'not-used',
  chart: measured(),
};
export const standardLenses: RoleModels = {
  appearance: 'not-used',
  zero: 'not-used',
  sphere: difference('standard'),
  cylinder: difference('standard'),
  axis: difference('standard'),
  prism: difference('standard'),
};

const refractometer = {
  appearance: 'not-used',
  zero: 'not-used',
  sphere: 'not-used',
  repeatability: 'not-used',
  cylinder: 'not-used',
  axis: 'not-used',
  'pupil-distance': 'not-used',
  illuminance: 'not-used',
  curvature: 'not-used',
} as const;
export const referenceEyes: RoleModels = {
  ...refractometer,
  zero: ['零位用哪只标准模拟眼，记录中没有', 'with which reference eye the zero was read is not recorded'],
  sphere: difference('standard'),
  repeatability: 'cancels',
  curvature: ['曲率标准器未单独登记', 'the standard of curvature is not told apart'],
};
export const cylinderEye: RoleModels = { ...refractometer, cylinder: difference('standard'), axis: difference('standard') };
export const pupilDistance: RoleModels = { ...refractometer, 'pupil-distance': difference('standard') };
