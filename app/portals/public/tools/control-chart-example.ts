/** Readings to try each chart with: published ones where there are, fictional ones where not. */
import type { ChartKind } from '@tongheng/statistics/control-chart/chart';
import { blankEntry, type Entry } from './control-chart-entry.ts';

/** Piston rings of Montgomery, Introduction to Statistical Quality Control: 25 subgroups in control, then 15 in which the level drifts. */
const pistonRings = `74.030 74.002 74.019 73.992 74.008
73.995 73.992 74.001 74.011 74.004
73.988 74.024 74.021 74.005 74.002
74.002 73.996 73.993 74.015 74.009
73.992 74.007 74.015 73.989 74.014
74.009 73.994 73.997 73.985 73.993
73.995 74.006 73.994 74.000 74.005
73.985 74.003 73.993 74.015 73.988
74.008 73.995 74.009 74.005 74.004
73.998 74.000 73.990 74.007 73.995
73.994 73.998 73.994 73.995 73.990
74.004 74.000 74.007 74.000 73.996
73.983 74.002 73.998 73.997 74.012
74.006 73.967 73.994 74.000 73.984
74.012 74.014 73.998 73.999 74.007
74.000 73.984 74.005 73.998 73.996
73.994 74.012 73.986 74.005 74.007
74.006 74.010 74.018 74.003 74.000
73.984 74.002 74.003 74.005 73.997
74.000 74.010 74.013 74.020 74.003
73.982 74.001 74.015 74.005 73.996
74.004 73.999 73.990 74.006 74.009
74.010 73.989 73.990 74.009 74.014
74.015 74.008 73.993 74.000 74.010
73.982 73.984 73.995 74.017 74.013
74.012 74.015 74.030 73.986 74.000
73.995 74.010 73.990 74.015 74.001
73.987 73.999 73.985 74.000 73.990
74.008 74.010 74.003 73.991 74.006
74.003 74.000 74.001 73.986 73.997
73.994 74.003 74.015 74.020 74.004
74.008 74.002 74.018 73.995 74.005
74.001 74.004 73.990 73.996 73.998
74.015 74.000 74.016 74.025 74.000
74.030 74.005 74.000 74.016 74.012
74.001 73.990 73.995 74.010 74.024
74.015 74.020 74.024 74.005 74.019
74.035 74.010 74.012 74.015 74.026
74.017 74.013 74.036 74.025 74.026
74.010 74.005 74.029 74.000 74.020`;

const cusumReadings =
  '324.925 324.675 324.725 324.350 325.350 325.225 324.125 324.525 325.225 324.600 324.625 325.150 328.325 327.250 327.825 328.500 326.675 327.775 326.875 328.350';
const ewmaReadings = '52.0 47.0 53.0 49.3 50.1 47.0 51.0 50.1 51.2 50.5 49.6 47.6 49.9 51.3 47.8 51.2 52.6 52.4 53.6 52.1';
const juiceCans = '12 15 8 10 4 7 16 9 14 10 5 6 17 12 22 8 10 5 13 11 20 18 24 15 9 12 7 13 9 6';

const inColumn = (text: string): string => text.split(' ').join('\n');
const tabbed = (text: string): string => text.split(' ').join('\t');
const [phaseOne, phaseTwo] = [pistonRings.split('\n').slice(0, 25), pistonRings.split('\n').slice(25)];

const examples: Readonly<Record<ChartKind, Partial<Entry>>> = {
  'xbar-r': { data: tabbed(phaseTwo.join('\n')), established: tabbed(phaseOne.join('\n')), lower: '73.95', upper: '74.05' },
  'xbar-s': { data: tabbed(phaseOne.join('\n')), lower: '73.95', upper: '74.05' },
  'i-mr': { data: inColumn(cusumReadings) },
  ewma: { data: inColumn(ewmaReadings), lambda: '0.3', target: '50', sigma: '2.0539', source: 'NIST/SEMATECH e-Handbook 6.3.2.4' },
  cusum: { data: inColumn(cusumReadings), k: '0.3175', h: '4.1959', target: '325', source: 'NIST/SEMATECH e-Handbook 6.3.2.3' },
  p: { data: inColumn(juiceCans), size: '50' },
  np: { data: inColumn(juiceCans), size: '50' },
  c: { data: inColumn('21 24 16 12 15 5 28 20 31 25 20 24 16 19 10 17 13 22 18 39 30 24 16 19 17 15') },
  u: {
    data: '14\t10.0\n12\t8.0\n20\t13.0\n11\t10.0\n7\t9.5\n10\t10.0\n21\t12.0\n16\t10.5\n19\t12.0\n23\t12.5',
  },
};

/** The form of an example, with the chart that is chosen. */
export const exampleEntry = (chart: ChartKind): Entry => ({ ...blankEntry, chart, ...examples[chart] });
