/** Models to begin from: a scale at 15 kg read by the changeover-point method, and three published examples with published results. */
import type { Text } from '../../../kernel/text.ts';

export type Example = { readonly id: string; readonly title: Text; readonly model: string };

const written = (model: object): string => JSON.stringify(model, null, 2);

const usual = { coverage: 0.95, monteCarlo: { trials: 1_000_000, seed: 1, interval: 'shortest', digits: 2 } };

export const examples: readonly Example[] = [
  {
    id: 'scale',
    title: ['电子秤示值误差（15 kg，d = 5 g）', 'Error of a scale (15 kg, d = 5 g)'],
    model: written({
      title: '15 kg 秤量点的示值误差',
      outputs: { E: 'I + dR - m' },
      inputs: {
        I: { distribution: 'readings', readings: [15.002, 15.0015, 15.0025, 15.002, 15.002, 15.0015], unit: 'kg' },
        dR: { distribution: 'rectangular', mean: 0, halfWidth: 0.00025, unit: 'kg' },
        m: { distribution: 'rectangular', mean: 15, halfWidth: 0.00075, unit: 'kg' },
      },
      ...usual,
    }),
  },
  {
    id: 'mass',
    title: ['砝码校准（JCGM 101 9.3）', 'Mass calibration (JCGM 101 9.3)'],
    model: written({
      title: 'JCGM 101:2008 9.3',
      outputs: { dm: '(mRc + dmRc)*(1 + (ra - ra0)*(1/rW - 1/rR)) - mnom' },
      inputs: {
        mRc: { distribution: 'normal', mean: 100000, u: 0.05, unit: 'mg' },
        dmRc: { distribution: 'normal', mean: 1.234, u: 0.02, unit: 'mg' },
        ra: { distribution: 'rectangular', lower: 1.1, upper: 1.3, unit: 'kg/m3' },
        rW: { distribution: 'rectangular', lower: 7000, upper: 9000, unit: 'kg/m3' },
        rR: { distribution: 'rectangular', lower: 7950, upper: 8050, unit: 'kg/m3' },
      },
      constants: { ra0: 1.2, mnom: 100000 },
      ...usual,
    }),
  },
  {
    id: 'gauge',
    title: ['量块比较（JCGM 101 9.5）', 'Gauge block comparison (JCGM 101 9.5)'],
    model: written({
      title: 'JCGM 101:2008 9.5',
      outputs: { l: 'Ls + D + d1 + d2 - Ls*(da*(th0 + De) + als*dth)' },
      inputs: {
        Ls: { distribution: 't', mean: 50000623, scale: 25, dof: 18, unit: 'nm' },
        D: { distribution: 't', mean: 215, scale: 6, dof: 24, unit: 'nm' },
        d1: { distribution: 't', mean: 0, scale: 4, dof: 5, unit: 'nm' },
        d2: { distribution: 't', mean: 0, scale: 7, dof: 8, unit: 'nm' },
        als: { distribution: 'rectangular', lower: 9.5e-6, upper: 13.5e-6, unit: '1/K' },
        th0: { distribution: 'normal', mean: -0.1, u: 0.2, unit: 'K' },
        De: { distribution: 'arcsine', mean: 0, halfWidth: 0.5, unit: 'K' },
        da: { distribution: 'curvilinearTrapezoid', mean: 0, halfWidth: 1e-6, d: 1e-7, dof: 50, unit: '1/K' },
        dth: { distribution: 'curvilinearTrapezoid', mean: 0, halfWidth: 0.05, d: 0.025, dof: 2, unit: 'K' },
      },
      ...usual,
      coverage: 0.99,
    }),
  },
  {
    id: 'loss',
    title: ['功率计失配损耗（JCGM 101 9.4）', 'Comparison loss of a power meter (JCGM 101 9.4)'],
    model: written({
      title: 'JCGM 101:2008 9.4, x1 = 0.01, r = 0',
      outputs: { Y: 'x1^2 + x2^2' },
      inputs: { x1: { distribution: 'normal', mean: 0.01, u: 0.005 }, x2: { distribution: 'normal', mean: 0, u: 0.005 } },
      ...usual,
    }),
  },
];
