/**
 * Constants used as units (exact since 2019 or CODATA 2022), units of clinical chemistry, and units defined by a procedure. The last have no
 * relation to the SI or to each other: each is a quantity of its own kind (UCUM 2.1, section 3.2 "arbitrary units").
 */
import { table } from '../entry.ts';
import type { Law, Row } from '../entry.ts';

const natural: Law = { status: 'unlisted', source: 'SI Brochure 9th edition；CODATA 2022', confidence: 'M' };
const clinical: Law = { status: 'unlisted', source: 'WS/T 与药典按专业使用，1984年命令未列', confidence: 'L' };
const metric = { ucumPrefixes: true };

const procedureDefined = (
  ucum: string,
  zh: string,
  en: string,
  symbol = '',
  more: { prefixes?: string; ucumPrefixes?: boolean } = {},
): Row => [symbol, zh, en, ucum, '', '1', { mark: ucum.split('|')[0] ?? ucum, ...more }];

export const constantUnits = table(natural, [
  ['c₀|c_0', '真空光速', 'speed of light in vacuum', '[c]', 'clight', '299792458 m/s', metric],
  ['h_P', '普朗克常量', 'Planck constant', '[h]', '', '6.62607015e-34 J·s', metric],
  ['ħ', '约化普朗克常量', 'reduced Planck constant', '', 'planckbar', '3.313035075e-34 π^-1 J·s'],
  ['k_B', '玻耳兹曼常量', 'Boltzmann constant', '[k]', '', '1.380649e-23 J/K', metric],
  ['e', '元电荷', 'elementary charge', '[e]', 'elementarycharge', '1.602176634e-19 C', metric],
  ['ε₀|eps_0', '真空介电常数', 'vacuum electric permittivity', '[eps_0]', '', '~8.8541878188e-12 F/m', metric],
  ['µ₀|mu_0', '真空磁导率', 'vacuum magnetic permeability', '[mu_0]', '', '~1.25663706127e-6 N/A2', metric],
  ['mₑ|m_e', '电子质量', 'electron mass', '[m_e]', 'electronmass', '~9.1093837139e-31 kg', metric],
  ['m_p', '质子质量', 'proton mass', '[m_p]', '', '~1.67262192595e-27 kg', metric],
  ['G_N', '万有引力常数', 'Newtonian constant of gravitation', '[G]', '', '~6.67430e-11 m3·kg-1·s-2', metric],
  ['a₀|a_0', '玻尔半径', 'Bohr radius', '', 'bohr', '~5.29177210544e-11 m'],
  ['Eₕ|E_h', '哈特里', 'hartree', '', 'hartree', '~4.3597447222060e-18 J'],
  ['', '原子单位时间', 'atomic unit of time', '', 'atomicunittime', '~2.4188843265864e-17 s'],
  ['', '自然单位时间', 'natural unit of time', '', 'naturalunittime', '~1.28808866644e-21 s'],
  ['', '圆周率', 'the number π', '[pi]', '', '1 π'],
]);

export const clinicalUnits = table(clinical, [
  ['U', '酶活力单位', 'enzyme unit', 'U', '', '1 µmol/min', { prefixes: 'k m µ', ucumPrefixes: true }],
  ['M', '体积摩尔', 'molar', '', '', '1 mol/L', { prefixes: 'm µ n p', ucumPrefixes: false }],
  ['eq', '当量', 'equivalent', 'eq', '', '1 mol', { prefixes: 'm µ', ucumPrefixes: true }],
  ['osm', '渗透摩', 'osmole', 'osm', '', '1 mol', { prefixes: 'm', ucumPrefixes: true }],
  ['', '克百分', 'gram per cent', 'g%', '', '1 g/dL', metric],
  ['', '斯韦德贝里', 'svedberg', '[S]', '', '1e-13 s'],
  ['', '亨氏单位', 'Hounsfield unit', "[hnsf'U]", '', '1'],
  ['', '高倍视野', 'high power field', '[HPF]', '', '1'],
  ['', '低倍视野', 'low power field', '[LPF]', '', '100'],
  ['MET', '代谢当量', 'metabolic equivalent', '[MET]', '', '3.5 mL/(min·kg)'],
  ['', '外周阻力单位', 'peripheral vascular resistance unit', '[PRU]', '', '1 mmHg·s/mL'],
  ['', '伍德单位', 'Wood unit', "[wood'U]", '', '1 mmHg·min/L'],
  ['', '加速度振幅谱密度单位', 'metre per square second per root hertz', '[m/s2/Hz^(1/2)]', '', '1 m·s-2·Hz^(-1/2)'],
  // The symbol pH is the picohenry.
  [
    '',
    'pH值|酸碱度',
    'pH',
    '[pH]',
    '',
    '1',
    { scale: { kind: 'level', base: '10', slope: '-1', reference: '1 mol/L', quantity: 'power' } },
  ],

  procedureDefined('[iU]|[IU]', '国际单位', 'international unit', 'IU', { prefixes: 'k M m µ', ucumPrefixes: true }),
  ['NTU', '散射浊度单位', 'nephelometric turbidity unit', '', '', '1', { mark: 'NTU' }],
  ['FNU', '福尔马肼散射浊度单位', 'formazin nephelometric unit', '', '', '1', { mark: 'FNU' }],
  procedureDefined("[arb'U]", '任意单位', 'arbitrary unit'),
  procedureDefined("[USP'U]", '美国药典单位', 'USP unit'),
  procedureDefined("[GPL'U]", 'GPL单位', 'GPL unit'),
  procedureDefined("[MPL'U]", 'MPL单位', 'MPL unit'),
  procedureDefined("[APL'U]", 'APL单位', 'APL unit'),
  procedureDefined("[beth'U]", '贝塞斯达单位', 'Bethesda unit'),
  procedureDefined("[anti'Xa'U]", '抗Ⅹa因子单位', 'anti factor Xa unit'),
  procedureDefined("[todd'U]", '托德单位', 'Todd unit'),
  procedureDefined("[dye'U]", '染料单位', 'Dye unit'),
  procedureDefined("[smgy'U]", '索莫吉单位', 'Somogyi unit'),
  procedureDefined("[bdsk'U]", '博丹斯基单位', 'Bodansky unit'),
  procedureDefined("[ka'U]", '金氏单位', 'King-Armstrong unit'),
  procedureDefined("[knk'U]", '孔克尔单位', 'Kunkel unit'),
  procedureDefined("[mclg'U]", '麦克拉根单位', 'Mac Lagan unit'),
  procedureDefined("[tb'U]", '结核菌素单位', 'tuberculin unit'),
  procedureDefined('[CCID_50]', '半数细胞培养感染量', '50 % cell culture infectious dose'),
  procedureDefined('[TCID_50]', '半数组织培养感染量', '50 % tissue culture infectious dose'),
  procedureDefined('[EID_50]', '半数鸡胚感染量', '50 % embryo infectious dose'),
  procedureDefined('[PFU]', '空斑形成单位', 'plaque forming unit', 'PFU'),
  procedureDefined('[FFU]', '荧光灶形成单位', 'focus forming unit', 'FFU'),
  procedureDefined('[CFU]', '菌落形成单位', 'colony forming unit', 'CFU'),
  procedureDefined('[IR]', '变应原反应指数', 'index of reactivity'),
  procedureDefined('[BAU]', '生物等效变应原单位', 'bioequivalent allergen unit'),
  procedureDefined('[AU]', '变应原单位', 'allergy unit'),
  procedureDefined("[Amb'a'1'U]", '豚草变应原单位', 'allergen unit for Ambrosia artemisiifolia'),
  procedureDefined('[PNU]', '蛋白氮单位', 'protein nitrogen unit'),
  procedureDefined('[Lf]', '絮状单位', 'limit of flocculation'),
  procedureDefined("[D'ag'U]", 'D抗原单位', 'D-antigen unit'),
  procedureDefined('[FEU]', '纤维蛋白原当量单位', 'fibrinogen equivalent unit'),
  procedureDefined('[ELU]', '酶联免疫单位', 'ELISA unit'),
  procedureDefined('[EU]', '埃利希单位', 'Ehrlich unit'),
  procedureDefined('[hp_X]', '顺势疗法十进稀释度（H）', 'homeopathic potency X (Hahnemann)'),
  procedureDefined('[hp_C]', '顺势疗法百进稀释度（H）', 'homeopathic potency C (Hahnemann)'),
  procedureDefined('[hp_M]', '顺势疗法千进稀释度（H）', 'homeopathic potency M (Hahnemann)'),
  procedureDefined('[hp_Q]', '顺势疗法五万进稀释度（H）', 'homeopathic potency Q (Hahnemann)'),
  procedureDefined('[kp_X]', '顺势疗法十进稀释度（K）', 'homeopathic potency X (Korsakov)'),
  procedureDefined('[kp_C]', '顺势疗法百进稀释度（K）', 'homeopathic potency C (Korsakov)'),
  procedureDefined('[kp_M]', '顺势疗法千进稀释度（K）', 'homeopathic potency M (Korsakov)'),
  procedureDefined('[kp_Q]', '顺势疗法五万进稀释度（K）', 'homeopathic potency Q (Korsakov)'),
]);
