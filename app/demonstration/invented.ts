import { isIdentityNumber } from '../register/entry/rules/identity.ts';
import { checkCharacter } from '../register/organization/rules.ts';

/** The credit code of an invented enterprise: region 329999 is not assigned (GB/T 2260), the check character is right. */
export function creditCodeOf(number: number): string {
  const first17 = `91329999MA1${String(number).padStart(5, '0')}X`;
  return `${first17}${checkCharacter(first17) ?? ''}`;
}

/** An identity number that nobody has: an unassigned region and a right check character (GB 11643-1999). */
export function identityNumberOf(number: number): string {
  const first17 = `32999919${String(70 + (number % 25))}0615${String(number).padStart(3, '0')}`;
  return ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'].map((last) => `${first17}${last}`).find(isIdentityNumber) ?? '';
}

/** Prefixes and trades of invented enterprises; two of them never make a name twice within 400. */
const prefixes = [
  '潮声',
  '江岬',
  '望海',
  '南礁',
  '启澜',
  '东汀',
  '帆影',
  '白鹭',
  '芦洲',
  '滨堤',
  '盐场',
  '渔歌',
  '云帆',
  '沙渚',
  '新港',
  '长堤',
];
const makers = ['精密机械', '船舶配套', '电气装备', '传感器', '数控刀具', '液压件', '新材料', '仪表', '模具', '焊接装备', '轴承', '电缆'];
const shops = ['生鲜超市', '水产行', '粮油店', '眼镜行', '加油站', '餐饮店', '五金商行', '药房', '农贸市场'];

const nameOf = (trades: readonly string[], ending: string, number: number): string =>
  `${prefixes[number % prefixes.length] ?? ''}${trades[Math.floor(number / prefixes.length) % trades.length] ?? ''}${
    number >= prefixes.length * trades.length ? '二' : ''
  }${ending}（演示）`;

export const manufacturerOf = (number: number): string => nameOf(makers, '有限公司', number);
export const shopOf = (number: number): string => nameOf(shops, '', number);

/** The six counties of the annex and 崇川区, over which the demonstration's lists are spread. */
export const counties = ['320685', '320682', '320623', '320681', '320612', '320614', '320613'] as const;
export const countyOf = (number: number): string => counties[number % counties.length] ?? counties[0];
