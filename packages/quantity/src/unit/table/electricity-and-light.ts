/**
 * CGS units of magnetism, light and radiation, and angles outside the legal units. Definitions: SI Brochure, 8th edition, table 9;
 * NIST SP 811 (2008), B.8. The oersted corresponds to 1000/(4π) A/m.
 */
import { table } from '../entry.ts';
import type { Law } from '../entry.ts';
import { abolished } from './pressure-and-force.ts';

const lens: Law = { status: 'not-legal', source: '1984年命令未列，应为 m⁻¹；眼镜行业仍用 D', confidence: 'M' };
const radiation: Law = { status: 'not-legal', source: '1984年命令：应改用 Bq、Gy、Sv、C/kg', confidence: 'H' };
const angle: Law = { status: 'unlisted', source: 'ISO 80000-3；1984年命令未列', confidence: 'M' };
const all = { prefixes: 'all' };

export const electricityAndLightUnits = table(abolished, [
  ['G', '高斯', 'gauss', 'G', 'gauss', '1e-4 T', all],
  ['Oe', '奥斯特|奥', 'oersted', 'Oe', 'oersted', '250 π^-1 A/m', all],
  ['Mx', '麦克斯韦|麦', 'maxwell', 'Mx', 'maxwell', '1e-8 Wb', all],
  ['Gb', '吉伯', 'gilbert', 'Gb', '', '5/2 π^-1 A', { ucumPrefixes: true }],
  ['Bi|abA', '毕奥|电磁安培', 'biot', 'Bi', '', '10 A', { ucumPrefixes: true }],
  ['mho', '姆欧', 'mho', 'mho', '', '1 S', { ucumPrefixes: true }],
  ['sb', '熙提', 'stilb', 'sb', 'stilb', '10000 cd/m2', all],
  ['nt', '尼特', 'nit', '', '', '1 cd/m2'],
  ['La', '朗伯', 'lambert', 'Lmb', '', '10000 π^-1 cd/m2', { ucumPrefixes: true }],
  ['ft-L', '英尺朗伯', 'footlambert', '', '', '1 π^-1 cd/ft2'],
  ['ph', '辐透', 'phot', 'ph', 'phot', '10000 lx', { ucumPrefixes: true }],
  ['fc', '英尺烛光', 'footcandle', '', '', '1 lm/ft2'],
  ['D|dpt', '屈光度', 'dioptre', '[diop]', '', '1 m-1', { law: lens }],
  ['', '棱镜度', 'prism dioptre', "[p'diop]", '', '1 rad', { scale: { kind: 'slope' }, law: lens }],

  ['Ci', '居里', 'curie', 'Ci', '', '3.7e10 Bq', { prefixes: 'all', law: radiation }],
  ['R', '伦琴|伦', 'roentgen', 'R', '', '2.58e-4 C/kg', { prefixes: 'all', law: radiation }],
  ['rd', '拉德', 'rad (absorbed dose)', 'RAD', '', '0.01 Gy', { prefixes: 'k m', ucumPrefixes: true, law: radiation }],
  ['rem', '雷姆', 'rem', 'REM', '', '0.01 Sv', { prefixes: 'm µ', ucumPrefixes: true, law: radiation }],

  ['gon|grad', '冈|百分度', 'gon', 'gon', '', '1/200 π rad', { law: angle, prefixes: 'm c', ucumPrefixes: false }],
  ['circ', '圆周', 'circle', 'circ', '', '2 π rad', { law: angle }],
  ['', '整球面', 'sphere (solid angle)', 'sph', '', '4 π sr', { law: angle }],
  ['', '坡度百分数', 'per cent of slope', '%[slope]', '', '1 rad', { scale: { kind: 'slope' }, law: angle }],
]);
