/**
 * Force, pressure, energy, power, temperature and viscosity outside the legal units. Exact by definition: standard gravity 9.80665 m/s² (CGPM 3, 1901),
 * standard atmosphere 101 325 Pa (CGPM 10, 1954), pound 0.453 592 37 kg and yard 0.9144 m (1959). Conversion factors: NIST SP 811 (2008), B.8;
 * mmHg with 13 595.1 kg/m³ and mmH2O with 1000 kg/m³ (ISO 80000-4), where UCUM rounds mmHg to 133.322 Pa.
 */
import { table } from '../entry.ts';
import type { Law } from '../entry.ts';

export const abolished: Law = { status: 'not-legal', source: '国务院 1984-02-27 命令：1990年底前完成过渡，不得再用', confidence: 'H' };
const barLaw: Law = { status: 'not-legal', source: '1984年命令未列；SI Brochure 8th edition table 8', confidence: 'M' };
const blood: Law = { status: 'not-legal', source: '1984年命令未列；血压计量可用（质技监局量函〔1998〕126号）', confidence: 'M' };
const coal: Law = { status: 'unlisted', source: 'GB/T 2589：1 kgce = 29 307.6 kJ', confidence: 'M' };
const all = { prefixes: 'all' };

export const pressureAndForceUnits = table(abolished, [
  ['gf', '克力', 'gram-force', 'gf', '', '0.00980665 N', { prefixes: 'k m', ucumPrefixes: true }],
  ['kp', '千庞德', 'kilopond', '', '', '9.80665 N'],
  ['tf', '吨力', 'tonne-force', '', '', '9806.65 N'],
  ['lbf', '磅力', 'pound-force', '[lbf_av]', '', '4.4482216152605 N'],
  ['ozf', '盎司力', 'ounce-force', '', '', '1/16 lbf'],
  ['kip', '基普', 'kip', '', '', '1000 lbf'],
  ['pdl', '磅达', 'poundal', '', '', '0.138254954376 N'],
  ['dyn', '达因', 'dyne', 'dyn', 'dyne', '1e-5 N', all],

  ['bar', '巴', 'bar', 'bar', 'bar', '100000 Pa', { prefixes: 'all', law: barLaw }],
  ['atm', '标准大气压|大气压', 'standard atmosphere', 'atm', '', '101325 Pa'],
  ['at', '工程大气压', 'technical atmosphere', 'att', '', '98066.5 Pa'],
  ['Torr', '托', 'torr', 'Torr', '', '101325/760 Pa', { prefixes: 'm', ucumPrefixes: false }],
  [
    'mHg|m Hg',
    '米汞柱',
    'metre of mercury',
    'm[Hg]',
    '',
    '133322.387415 Pa',
    { prefixes: 'm c µ', ucumPrefixes: true, dsiPrefixed: { m: '\\mmHg' }, law: blood },
  ],
  ['mH2O|mH₂O|m H2O|m H₂O|mWC', '米水柱', 'metre of water', 'm[H2O]', '', '9806.65 Pa', { prefixes: 'm c µ', ucumPrefixes: true }],
  ['inHg|in Hg', '英寸汞柱', 'inch of mercury', "[in_i'Hg]", '', '3386.388640341 Pa'],
  ['inH2O|inH₂O', '英寸水柱', 'inch of water', "[in_i'H2O]", '', '249.08891 Pa'],
  ['ftH2O|ftH₂O', '英尺水柱', 'foot of water', '', '', '2989.06692 Pa'],
  ['psi', '普西', 'pound-force per square inch', '[psi]', '', '1 lbf/in2', { prefixes: 'k M', ucumPrefixes: false }],
  ['Ba', '=微巴', 'barye', '', '', '0.1 Pa'],

  ['erg', '尔格', 'erg', 'erg', 'erg', '1e-7 J', all],
  ['cal|cal_th', '卡|卡路里|热化学卡', 'thermochemical calorie', 'cal|cal_th', '', '4.184 J', all],
  ['cal_IT', '国际蒸汽表卡|国际卡', 'international table calorie', 'cal_IT', '', '4.1868 J', all],
  // GB 3102.4-1993 and SP 811 give 4.1855 J and 4.1819 J; UCUM writes 4.1858 J for the first.
  ['cal_15', '十五度卡', '15 °C calorie', 'cal_[15]', '', '4.1855 J', all],
  ['cal_20', '二十度卡', '20 °C calorie', 'cal_[20]', '', '4.1819 J', all],
  ['cal_m', '平均卡', 'mean calorie', 'cal_m', '', '4.19002 J', all],
  ['Cal', '大卡', 'nutrition calorie', '[Cal]', '', '4184 J'],
  [
    'Btu|Btu_IT|BTU',
    '英热单位|国际蒸汽表英热单位',
    'international table British thermal unit',
    '[Btu_IT]',
    '',
    '1055.05585262 J',
    { prefixes: 'k M', ucumPrefixes: false },
  ],
  ['Btu_th', '热化学英热单位', 'thermochemical British thermal unit', '[Btu_th]|[Btu]', '', '1054.35 J'],
  ['Btu_39', '三十九华氏度英热单位', '39 °F British thermal unit', '[Btu_39]', '', '1059.67 J'],
  ['Btu_59', '五十九华氏度英热单位', '59 °F British thermal unit', '[Btu_59]', '', '1054.8 J'],
  ['Btu_60', '六十华氏度英热单位', '60 °F British thermal unit', '[Btu_60]', '', '1054.68 J'],
  ['Btu_m', '平均英热单位', 'mean British thermal unit', '[Btu_m]', '', '1055.87 J'],
  ['therm', '撒姆', 'therm (EC)', '', '', '105505585.262 J'],
  ['gce', '克标准煤|克标煤', 'gram of coal equivalent', '', '', '29.3076 kJ', { prefixes: 'k', ucumPrefixes: false, law: coal }],
  ['toe', '吨油当量|吨标准油', 'tonne of oil equivalent', '', '', '41868000 kJ', { law: coal }],
  ['tce', '吨标准煤|吨标煤', 'tonne of coal equivalent', '', '', '29307600 kJ', { law: coal }],
  ['USRT', '冷吨|美国冷吨', 'ton of refrigeration', '', '', '12000 Btu_IT/h'],
  ['hp', '英制马力|英马力', 'horsepower (550 ft·lbf/s)', '[HP]', '', '550 ft·lbf/s'],
  ['PS|CV', '马力|米制马力|公制马力', 'metric horsepower', '', '', '735.49875 W'],
  ['hp_E', '电工马力', 'electric horsepower', '', '', '746 W'],

  ['°F', '华氏度', 'degree Fahrenheit', '[degF]', '', '5/9 K', { scale: { kind: 'affine', origin: '45967/180' } }],
  ['°R|°Ra', '兰氏度', 'degree Rankine', '[degR]', '', '5/9 K'],
  ['°Ré|°Re', '列氏度', 'degree Réaumur', '[degRe]', '', '5/4 K', { scale: { kind: 'affine', origin: '273.15' } }],

  ['P', '泊', 'poise', 'P', 'poise', '0.1 Pa·s', all],
  ['St', '斯|斯托克斯', 'stokes', 'St', 'stokes', '1e-4 m2/s', all],
  ['Gal', '伽', 'gal', 'Gal', 'gal', '0.01 m/s2', all],
  ['gₙ|g_n', '标准重力加速度', 'standard gravity', '[g]', '', '9.80665 m/s2', { ucumPrefixes: true }],
]);
