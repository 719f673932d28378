/**
 * Length, area, volume and mass outside the legal units: Chinese market units (市制, 国务院 1959-06-25), and the common British and American ones.
 * Exact by definition: yard 0.9144 m and pound 0.453 592 37 kg (1959), US gallon 231 in³, imperial gallon 4.546 09 L (SI 1995/1804).
 */
import { table } from '../entry.ts';
import type { Law } from '../entry.ts';
import { abolished } from './pressure-and-force.ts';

const market: Law = {
  status: 'not-legal',
  source: '市制单位，1990年底停用（国务院 1984-02-27 命令；土地面积 1992-01-01）',
  confidence: 'H',
};
const jewel: Law = { status: 'not-legal', source: '1984年命令未列；珠宝贸易按 GB/T 16554 使用', confidence: 'M' };
const astronomy: Law = { status: 'unlisted', source: '天文学专用', confidence: 'M' };

export const lengthAndMassUnits = table(abolished, [
  ['', '斤|市斤', 'jin', '', '', '500 g', { law: market }],
  ['', '两|市两', 'liang', '', '', '50 g', { law: market }],
  ['', '市钱|钱', 'qian', '', '', '5 g', { law: market }],
  ['', '担|市担', 'dan', '', '', '50 kg', { law: market }],
  ['', '市尺|尺', 'chi', '', '', '1/3 m', { law: market }],
  ['', '市寸|寸', 'cun', '', '', '1/30 m', { law: market }],
  ['', '市丈|丈', 'zhang', '', '', '10/3 m', { law: market }],
  ['', '市里|华里|里', 'li', '', '', '500 m', { law: market }],
  ['', '亩|市亩', 'mu', '', '', '2000/3 m2', { law: market }],
  ['', '市分', 'fen (area)', '', '', '200/3 m2', { law: market }],
  ['', '市顷|顷', 'qing', '', '', '200000/3 m2', { law: market }],
  ['', '市升', 'sheng', '', '', '1 L', { law: market }],
  ['', '市斗|斗', 'dou', '', '', '10 L', { law: market }],
  ['', '市石', 'shi', '', '', '100 L', { law: market }],

  ['Å', '埃', 'ångström', 'Ao', 'angstrom', '1e-10 m', { ucumPrefixes: false }],
  ['in', '英寸|吋', 'inch', '[in_i]', '', '0.0254 m', { prefixes: 'µ', ucumPrefixes: false }],
  ['ft', '英尺|呎', 'foot', '[ft_i]', '', '0.3048 m'],
  ['yd', '码', 'yard', '[yd_i]', '', '0.9144 m'],
  ['mi|mile', '英里|哩', 'mile', '[mi_i]', '', '1609.344 m'],
  ['mil|thou', '密耳|英毫', 'mil', '[mil_i]', '', '0.001 in'],
  ['fth', '英寻', 'fathom', '[fth_i]', '', '6 ft'],
  ['hand', '掌', 'hand', '[hd_i]', '', '4 in'],
  ['ly', '光年', 'light-year', '[ly]', '', '9460730472580800 m', { prefixes: 'k M G', ucumPrefixes: true, law: astronomy }],
  ['pc', '秒差距', 'parsec', 'pc', '', '648000 π^-1 au', { prefixes: 'k M G', ucumPrefixes: true, law: astronomy }],

  ['are', '公亩', 'are', 'ar', '', '100 m2', { prefixes: '', ucumPrefixes: true }],
  ['b', '靶|靶恩', 'barn', 'b', 'barn', '1e-28 m2', { prefixes: 'm µ n p f a', ucumPrefixes: false }],
  ['sq in', '=平方英寸', 'square inch', '[sin_i]', '', '1 in2'],
  ['sq ft', '=平方英尺', 'square foot', '[sft_i]', '', '1 ft2'],
  ['sq yd', '=平方码', 'square yard', '[syd_i]', '', '1 yd2'],
  ['acre|ac', '英亩', 'acre', '', '', '4840 yd2'],
  ['cmil', '圆密耳', 'circular mil', '[cml_i]', '', '1/4 π mil2'],

  ['cc', '西西', 'cubic centimetre (cc)', '', '', '1 cm3'],
  ['cu in', '=立方英寸', 'cubic inch', '[cin_i]', '', '1 in3'],
  ['cu ft', '=立方英尺', 'cubic foot', '[cft_i]', '', '1 ft3'],
  ['cu yd', '=立方码', 'cubic yard', '[cyd_i]', '', '1 yd3'],
  ['gal|US gal', '加仑|美加仑', 'US gallon', '[gal_us]', '', '231 in3'],
  ['UK gal|imp gal', '英加仑', 'imperial gallon', '[gal_br]', '', '4.54609 L'],
  ['bbl', '桶|石油桶', 'petroleum barrel', '[bbl_us]', '', '42 gal'],
  ['qt', '美夸脱|夸脱', 'US quart', '[qt_us]', '', '1/4 gal'],
  ['pt', '美品脱|品脱', 'US pint', '[pt_us]', '', '1/8 gal'],
  ['fl oz|US fl oz', '美液盎司|液盎司', 'US fluid ounce', '[foz_us]', '', '1/128 gal'],
  ['UK qt', '英夸脱', 'imperial quart', '[qt_br]', '', '1/4 UK gal'],
  ['UK pt', '英品脱', 'imperial pint', '[pt_br]', '', '1/8 UK gal'],
  ['UK fl oz', '英液盎司', 'imperial fluid ounce', '[foz_br]', '', '1/160 UK gal'],
  ['bu', '蒲式耳|美蒲式耳', 'US bushel', '[bu_us]', '', '2150.42 in3'],
  ['st', '层积立方米|堆', 'stere', 'st', '', '1 m3', { ucumPrefixes: true }],

  ['gr', '格令', 'grain', '[gr]', '', '0.06479891 g'],
  ['lb|lbs', '磅', 'pound', '[lb_av]', '', '0.45359237 kg'],
  ['oz', '盎司', 'ounce', '[oz_av]', '', '1/16 lb'],
  ['dr', '打兰', 'dram', '[dr_av]', '', '1/16 oz'],
  ['oz tr|oz t', '金衡盎司', 'troy ounce', '[oz_tr]', '', '480 gr'],
  ['dwt', '英钱|本尼威特', 'pennyweight', '[pwt_tr]', '', '24 gr'],
  ['lb tr|lb t', '金衡磅', 'troy pound', '[lb_tr]', '', '5760 gr'],
  ['stone', '英石', 'stone', '[stone_av]', '', '14 lb'],
  ['cwt', '美担|短担', 'short hundredweight', '[scwt_av]', '', '100 lb'],
  ['UK cwt', '英担|长担', 'long hundredweight', '[lcwt_av]', '', '112 lb'],
  ['sh tn|US ton', '短吨|美吨', 'short ton', '[ston_av]', '', '2000 lb'],
  ['l tn|UK ton', '长吨|英吨', 'long ton', '[lton_av]', '', '2240 lb'],
  ['slug', '斯勒格', 'slug', '', '', '1 lbf·s2/ft'],
  ['ct', '克拉|公制克拉', 'metric carat', '[car_m]', '', '0.2 g', { law: jewel }],
  ['q', '公担', 'quintal', '', '', '100 kg'],
  ['den', '旦|旦尼尔', 'denier', '[den]', '', '1/9000 g/m'],
]);
