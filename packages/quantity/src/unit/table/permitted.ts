/**
 * Non-SI units that the state permits beside the SI (国务院 1984-02-27 命令, table 4; 公顷 since 1992 after 国家技术监督局、国家土地管理局、
 * 农业部 1990-12-28), units that the SI Brochure accepts (table 8), numbers written as units, and units of information.
 */
import { table } from '../entry.ts';
import type { Law } from '../entry.ts';

const permitted: Law = { status: 'permitted', source: '国务院 1984-02-27 命令 表4', confidence: 'H' };
const hectare: Law = { status: 'permitted', source: '关于改革全国土地面积计量单位的通知 1990-12-28，符号 hm²', confidence: 'M' };
const calendar: Law = { status: 'unlisted', source: 'GB 3100-1993：周、月、年（a）为一般常用时间单位', confidence: 'M' };
const accepted: Law = { status: 'unlisted', source: 'SI Brochure 9th edition table 8；1984年命令表4未列', confidence: 'M' };
const fraction: Law = { status: 'unlisted', source: 'GB 3101-1993：数 1 的分数，不是单位', confidence: 'M' };
const information: Law = { status: 'unlisted', source: 'IEC 80000-13', confidence: 'M' };
const electrical: Law = { status: 'unlisted', source: 'GB 3102.5-1993：V·A、var', confidence: 'M' };
const refused: Law = { status: 'not-legal', source: 'GB 3101-1993：不得使用 ppm 等缩写', confidence: 'H' };

const julian = { prefixes: 'k M G', law: calendar, ucumPrefixes: false };

export const permittedUnits = table(permitted, [
  ['min', '分|分钟', 'minute', 'min', 'minute', '60 s'],
  ['h', '时|小时', 'hour', 'h', 'hour', '60 min'],
  ['d', '天|日', 'day', 'd', 'day', '24 h'],
  ['°', '度', 'degree', 'deg', 'degree', '1/180 π rad'],
  ["′|'", '角分', 'minute of arc', "'", 'arcminute', '1/60 °'],
  [`″|"|''`, '角秒', 'second of arc', "''", 'arcsecond', '1/60 ′'],
  // 1 r/min = (1/60) s⁻¹ (1984 table 4); against an angle a turn is 2π rad. UCUM has no turn that is a number.
  ['r', '转', 'revolution', '', '', '1', { mark: 'turn' }],
  ['n mile|nmi|NM', '海里', 'nautical mile', '[nmi_i]', 'nauticalmile', '1852 m'],
  ['kn', '节', 'knot', '[kn_i]', 'knot', '1 n mile/h'],
  ['t', '吨', 'tonne', 't', 'tonne', '1000 kg', { prefixes: 'k M G T', ucumPrefixes: true }],
  ['u', '原子质量单位', 'unified atomic mass unit', 'u', 'atomicmassunit', '1 Da', { prefixes: 'k M', ucumPrefixes: true }],
  ['L|l', '升', 'litre', 'L|l', 'litre', '1 dm3', { prefixes: 'all' }],
  ['eV', '电子伏|电子伏特', 'electronvolt', 'eV', 'electronvolt', '1.602176634e-19 J', { prefixes: 'all' }],
  ['tex', '特克斯', 'tex', 'tex', '', '1e-6 kg/m', { prefixes: 'all' }],
  ['hm²|ha', '公顷', 'hectare', 'har', 'hectare', '10000 m2', { law: hectare, ucumPrefixes: false }],

  ['wk', '周|星期', 'week', 'wk', '', '7 d', { law: calendar }],
  ['a', '年', 'year', 'a|a_j', '', '365.25 d', julian],
  ['mo', '月|个月', 'month', 'mo|mo_j', '', '1/12 a', { law: calendar }],

  ['Da', '道尔顿', 'dalton', '', 'dalton', '~1.66053906892e-27 kg', { prefixes: 'all', law: accepted }],
  ['au', '天文单位', 'astronomical unit', 'AU', 'astronomicalunit', '149597870700 m', { law: accepted }],
  [
    'Np',
    '奈培',
    'neper',
    'Np',
    'neper',
    '1',
    { prefixes: 'd c m', ucumPrefixes: true, law: accepted, scale: { kind: 'level', base: 'e', slope: '2', quantity: 'field' } },
  ],
  [
    'B',
    '贝|贝尔',
    'bel',
    'B',
    'bel',
    '1/2 ln10 Np',
    {
      prefixes: 'd',
      ucumPrefixes: true,
      dsiPrefixed: { d: '\\decibel' },
      scale: { kind: 'level', base: '10', slope: '1', quantity: 'power' },
    },
  ],

  ['%|%RH|%rh', '百分之一', 'per cent', '%', 'percent', '1/100', { law: fraction }],
  ['‰', '千分之一', 'per mille', '[ppth]', '', '1/1000', { law: fraction }],
  ['ppm', '百万分之一', 'part per million', '[ppm]', 'ppm', '1e-6', { law: refused }],
  ['ppb', '十亿分之一', 'part per billion', '[ppb]', '', '1e-9', { law: refused }],
  ['ppt', '万亿分之一', 'part per trillion', '[pptr]', '', '1e-12', { law: refused }],

  ['', '次|个', 'count', '', '', '1', { law: fraction }],

  ['bit', '比特|位', 'bit', 'bit', 'bit', '1', { prefixes: 'binary', law: information }],
  ['byte', '字节', 'byte', 'By', 'byte', '8', { prefixes: 'binary', law: information }],
  ['Bd', '波特', 'baud', 'Bd', '', '1 s-1', { prefixes: 'k M G T', ucumPrefixes: true, law: information }],
  ['var', '乏', 'var', '', '', '1 V·A', { prefixes: 'all', law: electrical }],
]);
