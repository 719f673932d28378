/**
 * Chinese names of units that are not legal, and words that contain one and are no unit. Values are exact (1 市斤 = 0.5 kg by the State
 * Council's decision of 1959; 1 亩 = 10000/15 m²; 英制 by GB 3102 appendices).
 */
import type { Conversion } from './conversion.ts';
import type { Topic } from './topics.ts';

export type ForeignName = Conversion & {
  readonly name: string;
  readonly when?: Topic;
  readonly unless?: Topic;
  readonly advice?: true;
  readonly family?: 'inch' | 'mercury' | 'flight' | 'carat' | 'font' | 'miles' | 'calorie' | 'market' | 'energy' | 'square';
};

type Row = readonly [names: string, to: string, factor?: string | undefined, more?: Partial<ForeignName>];

const rows: readonly Row[] = [
  // the market system
  ['斤 市斤', 'kg', '0.5', { family: 'market' }],
  ['两 市两 兩', 'g', '50', { family: 'market' }],
  ['钱 市钱', 'g', '5', { family: 'market', when: 'medicine' }],
  ['担 市担', 'kg', '50', { family: 'market' }],
  ['尺 市尺', 'm', '1/3', { family: 'market' }],
  ['寸 市寸', 'cm', '10/3', { family: 'market' }],
  ['丈 市丈', 'm', '10/3', { family: 'market' }],
  ['平方尺', 'm²', undefined, { family: 'market' }],
  ['里 市里 华里', 'km', '0.5', { family: 'market' }],
  ['亩 市亩 畝', 'm²', '10000/15', { family: 'market' }],
  ['公亩', 'm²', '100'],
  ['坪', 'm²'],
  ['垧', 'm²'],
  // older metric names
  ['公分', 'cm', '1'],
  ['公尺', 'm', '1'],
  ['公吨 公噸', 't', '1'],
  ['公升 立升', 'L', '1'],
  ['公厘', 'mm', '1'],
  ['公克', 'g', '1'],
  ['公毫', 'mg', '1'],
  ['平方公尺', 'm²', '1'],
  ['立方公尺', 'm³', '1'],
  ['平方公分', 'cm²', '1'],
  ['立方公分', 'cm³', '1'],
  ['瓩', 'kW', '1'],
  ['毫微米', 'nm', '1'],
  ['毫微秒', 'ns', '1'],
  ['毫微克', 'ng', '1'],
  ['毫微法', 'nF', '1'],
  ['微微法 微微法拉', 'pF', '1'],
  ['微微克', 'pg', '1'],
  // British and American units
  ['英寸 英吋 吋', 'cm', '2.54', { family: 'inch' }],
  ['英尺 英呎 呎', 'm', '0.3048', { family: 'flight' }],
  ['英里 英哩 哩', 'km', '1.609344', { family: 'miles' }],
  ['英码', 'm', '0.9144'],
  ['码', 'm', '0.9144'],
  ['英亩', 'hm²', '0.40468564224'],
  ['英磅 磅', 'kg', '0.45359237', { unless: 'font' }],
  ['英担', 'kg'],
  ['英石', 'kg', '6.35029318'],
  ['盎司 盎斯 安士 英两 唡 液盎司 液量盎司', 'g'],
  ['金衡盎司', 'g', '31.1034768'],
  ['加仑 加侖 英加仑 美加仑', 'L'],
  ['品脱 夸脱 蒲式耳', 'L'],
  ['平方英尺 平方英呎', 'm²', '0.09290304'],
  ['平方英寸', 'cm²', '6.4516'],
  ['平方英里', 'km²'],
  ['平方码', 'm²', '0.83612736'],
  ['立方英尺', 'm³', '0.028316846592'],
  ['立方英寸', 'cm³', '16.387064'],
  ['立方码', 'm³'],
  ['英里每小时 英里/小时 英里/时', 'km/h', '1.609344'],
  ['短吨 长吨 英吨 美吨', 't'],
  ['浬', 'n mile', '1'],
  ['迈', 'km/h', undefined, { when: 'speed' }],
  // force, pressure
  ['公斤力 千克力', 'N', '9.80665'],
  ['吨力', 'kN', '9.80665'],
  ['克力', 'mN', '9.80665'],
  ['磅力', 'N', '4.4482216152605'],
  [
    '公斤力/平方厘米 公斤力每平方厘米 千克力/平方厘米 千克力每平方厘米 公斤力/厘米² 公斤/平方厘米 公斤每平方厘米 公斤/厘米² 千克/平方厘米',
    'kPa',
    '98.0665',
  ],
  ['公斤力/平方毫米 公斤/平方毫米', 'MPa', '9.80665'],
  ['公斤力·米 公斤力米 公斤·米', 'N·m', '9.80665'],
  ['标准大气压 个标准大气压', 'kPa', '101.325'],
  ['工程大气压 个工程大气压', 'kPa', '98.0665'],
  ['大气压 个大气压', 'kPa', '101.325'],
  ['毫米汞柱 厘米汞柱 毫米水银柱', 'kPa', undefined, { family: 'mercury' }],
  ['毫米水柱', 'Pa', '9.80665'],
  ['厘米水柱', 'Pa', '98.0665'],
  ['米水柱 米水头', 'kPa', '9.80665'],
  ['磅/平方英寸 磅每平方英寸', 'kPa'],
  ['毫巴', 'hPa', '1'],
  ['巴', 'MPa', '0.1', { when: 'pressure' }],
  ['托', 'Pa', undefined, { when: 'pressure' }],
  ['达因', 'N', '0.00001'],
  ['尔格', 'J', '0.0000001'],
  // energy, power
  ['卡路里', 'J', undefined, { family: 'calorie' }],
  ['千卡 大卡 千卡路里', 'kJ', undefined, { family: 'calorie' }],
  ['卡', 'J', undefined, { family: 'calorie', when: 'food' }],
  ['英热单位', 'kJ'],
  ['马力 馬力 匹马力 米制马力 英制马力', 'kW', undefined],
  ['匹', 'W', undefined, { when: 'aircon', advice: true }],
  ['冷吨 美国冷吨', 'kW'],
  ['度', 'kW·h', '1', { family: 'energy' }],
  ['度电', 'kW·h', '1', { family: 'energy' }],
  // temperature
  ['华氏度', '℃', '5/9', { offset: '32' }],
  ['开氏度 开尔文度', 'K', '1'],
  // electricity, magnetism, light, radiation
  ['高斯', 'T', '0.0001'],
  ['千高斯', 'T', '0.1'],
  ['奥斯特', 'A/m'],
  ['麦克斯韦', 'Wb', '0.00000001'],
  ['居里', 'Bq', '37000000000'],
  ['毫居里', 'Bq', '37000000'],
  ['微居里', 'Bq', '37000'],
  ['伦琴', 'C/kg', '0.000258'],
  ['毫伦琴', 'C/kg'],
  ['拉德', 'Gy', '0.01'],
  ['雷姆', 'Sv', '0.01'],
  ['毫雷姆', 'mSv', '0.01'],
  ['埃', 'nm', '0.1'],
  ['烛光', 'cd', '1', { unless: 'always' }],
  ['泊', 'Pa·s', '0.1', { when: 'viscosity' }],
  ['厘泊', 'mPa·s', '1'],
  ['斯托克斯', 'm²/s', undefined, { when: 'viscosity' }],
  ['厘斯', 'mm²/s', '1'],
  // the trade's own words
  ['克拉', 'mg', '200', { family: 'carat' }],
  ['屈光度', 'm⁻¹', '1', { advice: true }],
  ['丝', 'mm', '0.01', { when: 'machining' }],
  ['周波', 'Hz', '1'],
  ['平方', 'm²', '1', { advice: true, family: 'square' }],
  ['立方 个立方', 'm³', '1', { advice: true, family: 'square' }],
  ['尼特', 'cd/m²', '1', { advice: true }],
  // 5 个马力
  ['个马力', 'kW'],
];

const byFirst = new Map<string, ForeignName[]>();
for (const [names, to, factor, more] of rows) {
  for (const name of names.split(' ')) {
    const entry: ForeignName = { ...more, name, to, ...(factor === undefined ? {} : { factor }) };
    byFirst.set(name.charAt(0), [...(byFirst.get(name.charAt(0)) ?? []), entry]);
  }
}
for (const list of byFirst.values()) list.sort((one, other) => other.name.length - one.name.length);

/** The longest foreign name that stands at a place. */
export const nameAt = (text: string, at: number): ForeignName | undefined =>
  byFirst.get(text.charAt(at))?.find(({ name }) => text.startsWith(name, at));

/** Whether the name of a foreign unit begins with this character. @example startsName('斤') // true */
export const startsName = (letter: string): boolean => byFirst.has(letter);
