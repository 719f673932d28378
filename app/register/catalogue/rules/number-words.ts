import type { Edition, Kind } from '@tongheng/procedures/edition';
import { unknownLimits } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { compoundWords } from './compound-words.ts';

export const sectionWords = {
  status: ['版本', 'Edition'],
  applies: ['适用范围', 'Applies to'],
  items: ['检定项目', 'Items'],
  standards: ['标准器', 'Standards'],
  limits: ['限值', 'Limits'],
  validity: ['有效期', 'Validity'],
} as const satisfies Record<string, Text>;
export type Section = keyof typeof sectionWords;

export const kindWords: Readonly<Record<Kind, Text>> = {
  initial: ['首次检定', 'initial verification'],
  subsequent: ['后续检定', 'subsequent verification'],
  'in-use': ['使用中检查', 'in-use inspection'],
};

/** Whole names; what is not here is read word by word. */
const words: Readonly<Record<string, Text>> = {
  issued: ['发布日期', 'issued'],
  inForceFrom: ['实施日期', 'in force from'],
  supersedes: ['代替', 'supersedes'],
  from: ['适用起日', 'applies from'],
  to: ['适用止日', 'applies until'],
  required: ['必检的检定类别', 'required in'],
  requirement: ['要求', 'requirement'],
  range: ['测量范围', 'range'],
  ratio: ['与被检允许误差之比', 'ratio to the limit under test'],
  months: ['周期（月，不超过）', 'period (months, at most)'],
  convention: ['有效期截止日的算法', 'how the last day is counted'],
  mpe: ['最大允许误差', 'maximum permissible error'],
  upTo: ['载荷至（e 的倍数）', 'up to (multiple of e)'],
  topFrom: ['上限段起点（测量上限的倍数）', 'upper part from (multiple of the upper limit)'],
  markedOneAndAHalf: ['标注 1.5 级的按此级判定', 'gauges marked 1.5 are judged as class'],
  heartRate: ['心率示值误差', 'error of the heart rate'],
  heartRateDigits: ['心率末位数', 'digits of the heart rate'],
  kermaRate: ['空气比释动能率', 'air kerma rate'],
  runsRepeated: ['重复测量次数', 'repeated runs'],
  smallDiameter: ['小口径的公称通径不大于', 'small: nominal diameter up to'],
  rotationDiameter: ['到期轮换的公称通径不大于', 'rotated: nominal diameter up to'],
  pointsOfPressure: ['压力检定点数', 'points of pressure'],
  pointsOfVacuum: ['真空检定点数', 'points of vacuum'],
  vacuumOutOfReach: ['真空超出此值的刻度不检（MPa）', 'graduations of vacuum beyond it are not tested (MPa)'],
  reading: ['估读至分度值的', 'read to this part of an interval'],
  readingShare: ['估读至分度值的', 'read to this part of an interval'],
  registerFactor: ['计度器倍率', 'factor of the register'],
  eLeast: ['e 最小', 'least e'],
  eMost: ['e 最大', 'largest e'],
  nLeast: ['n 最小', 'least n'],
  nMost: ['n 最大', 'largest n'],
  minInE: ['最小秤量（e 的倍数）', 'minimum capacity (multiple of e)'],
  intervals: ['分度值与分度数', 'scale intervals'],
  intervalsEqual: ['e 与 d 的关系', 'relation of e and d'],
  inUseFactor: ['使用中检查的倍数', 'factor for in-use inspection'],
  zeroSetting: ['置零后零点误差（e 的倍数）', 'error at zero after setting (multiple of e)'],
  zeroTrackingLoad: ['有零点跟踪时的载荷（e 的倍数）', 'load with zero tracking (multiple of e)'],
  eccentricityDivisor: ['偏载载荷为最大秤量的几分之一', 'eccentric load as a part of Max, divisor'],
  repeatabilityLoad: ['重复性载荷（Max 的倍数）', 'load for repeatability (multiple of Max)'],
  repeatabilityLoadLeast: ['重复性载荷不小于（Max 的倍数）', 'load for repeatability at least (multiple of Max)'],
  discriminationAdded: ['鉴别阈附加载荷（d 的倍数）', 'added load for discrimination (multiple of d)'],
  discriminationChange: ['示值改变不小于（d 的倍数）', 'change at least (multiple of d)'],
  temperatureLeast: ['温度不低于（°C）', 'temperature at least (°C)'],
  temperatureMost: ['温度不高于（°C）', 'temperature at most (°C)'],
  humidityLeast: ['相对湿度不低于（%）', 'relative humidity at least (%)'],
  humidityMost: ['相对湿度不高于（%）', 'relative humidity at most (%)'],
};

/** One name of the data in words. */
export const partWords = (part: string): Text =>
  /^\d+$/.test(part) ? [`第 ${Number(part) + 1} 段`, `part ${Number(part) + 1}`] : (words[part] ?? compoundWords(part));

const titleOf = (edition: Edition, section: string, index: string): Text | undefined => {
  const at = Number(index);
  if (section === 'items') return edition.items[at]?.title;
  if (section === 'applies') return edition.applies[at]?.title;
  return section === 'standards' ? edition.standards[at]?.title : undefined;
};

const join = (parts: readonly Text[]): Text => [parts.map(([zh]) => zh).join(' · '), parts.map(([, en]) => en).join(' · ')];

/** Where a number stands, in words: its own label, the title of what it belongs to, the names on its way. */
export function numberWords(edition: Edition, path: string): Text {
  const label = unknownLimits(edition).find((limit) => limit.path === path)?.label;
  if (label !== undefined) return label;
  const [section = '', first = '', ...rest] = path.split('.');
  if (section === 'validity' && first === 'rules') {
    const [index = '', ...more] = rest;
    return join([edition.validity.rules[Number(index)]?.title ?? [index, index], ...more.map(partWords)]);
  }
  const title = titleOf(edition, section, first);
  return join([title ?? partWords(first), ...rest.map(partWords)]);
}

const conventions: Readonly<Record<string, Text>> = {
  'minus-one-day': ['对应日的前一日', 'the day before the same date'],
  'same-day': ['对应日', 'the same date'],
};

/** A text in both languages, as against a list of numbers or names. */
const isWords = (value: readonly unknown[]): value is readonly [string, string] =>
  value.length === 2 &&
  value.every((part) => typeof part === 'string') &&
  /[\u4e00-\u9fff]/.test(String(value[0])) &&
  !/[\u4e00-\u9fff]/.test(String(value[1]));

/** The value of a number, which travels as JSON, as people read it. */
export function numberValue(json: string): Text {
  const value = JSON.parse(json) as unknown;
  if (value === null) return ['未定', 'not established'];
  if (Array.isArray(value)) {
    const named = value.map((one) => kindWords[one as Kind] as Text | undefined).filter((one) => one !== undefined);
    if (named.length < value.length)
      return isWords(value) ? [value[0], value[1]] : [value.map(String).join('、'), value.map(String).join(', ')];
    return named.length === 0 ? ['无', 'none'] : [named.map(([zh]) => zh).join('、'), named.map(([, en]) => en).join(', ')];
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return conventions[text] ?? [text, text];
}
