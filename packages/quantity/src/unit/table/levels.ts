/**
 * Levels with a reference (ISO 80000-1 annex C, IEC 60027-3): L = lg(P/P₀) B of power quantities, 2 lg(F/F₀) B of field (root-power) quantities, nearly
 * always in decibels. References of field quantities are given squared. A level has the dimension one, its reference that of the quantity. Acoustics: 20 µPa in air (GB/T 3785, GB 3102.7).
 */
import { table } from '../entry.ts';
import type { Law, Row } from '../entry.ts';

const law: Law = { status: 'permitted', source: '国务院 1984-02-27 命令 表4 级差 dB；参考量按 GB 3102.7、IEC 60027-3', confidence: 'M' };

const level = (symbols: string, zh: string, en: string, ucum: string, quantity: 'power' | 'field', reference: string): Row => [
  symbols,
  zh,
  en,
  ucum,
  '',
  '1 B',
  { prefixes: 'd', ucumPrefixes: ucum !== '', scale: { kind: 'level', base: '10', slope: '1', reference, quantity } },
];

export const levelUnits = table(law, [
  level('Bm|B(mW)|B(1 mW)', '贝毫瓦', 'bel milliwatt', '', 'power', '1 mW'),
  level('BW|B(W)|B(1 W)', '贝瓦', 'bel watt', 'B[W]', 'power', '1 W'),
  level('B(kW)', '贝千瓦', 'bel kilowatt', 'B[kW]', 'power', '1 kW'),
  level('BpW', '贝皮瓦', 'bel picowatt', '', 'power', '1 pW'),
  level('BV|B(V)|B(1 V)', '贝伏', 'bel volt', 'B[V]', 'field', '1 V2'),
  level('BmV|B(mV)', '贝毫伏', 'bel millivolt', 'B[mV]', 'field', '1 mV2'),
  level('BµV|B(µV)', '贝微伏', 'bel microvolt', 'B[uV]', 'field', '1 µV2'),
  level('B(10 nV)', '贝十纳伏', 'bel 10 nanovolt', 'B[10.nV]', 'field', '100 nV2'),
  level('Bu', '贝（0.775 V）', 'bel (0.775 V)', '', 'field', '0.6 V2'),
  level('BµA', '贝微安', 'bel microampere', '', 'field', '1 µA2'),
  level('BµV/m|B(µV/m)', '贝微伏每米', 'bel microvolt per metre', '', 'field', '1 µV2/m2'),
  level('BµA/m|B(µA/m)', '贝微安每米', 'bel microampere per metre', '', 'field', '1 µA2/m2'),
  level('B(SPL)|B SPL', '贝（声压级）', 'bel sound pressure level', 'B[SPL]', 'field', '400 µPa2'),
  level('B(A)|BA', '贝（A）', 'bel A-weighted', '', 'field', '400 µPa2'),
  level('B(C)|BC', '贝（C）', 'bel C-weighted', '', 'field', '400 µPa2'),
  level('B(Z)|BZ', '贝（Z）', 'bel Z-weighted', '', 'field', '400 µPa2'),
  level('B(1 µPa)|B(re 1 µPa)', '贝（1 μPa）', 'bel underwater sound pressure level', '', 'field', '1 µPa2'),
  level('B(1 pW)|B(re 1 pW)', '贝（声功率级）', 'bel sound power level', '', 'power', '1 pW'),
]);
