import type { Edition, Kind } from '@tongheng/procedures/edition';
import type { Text } from '../../../kernel/text.ts';

const kinds: Readonly<Record<Kind, Text>> = {
  initial: ['首次检定', 'initial verification'],
  subsequent: ['后续检定', 'subsequent verification'],
  'in-use': ['使用中检查', 'in-use inspection'],
};

const words: Readonly<Record<string, Text>> = {
  issued: ['发布日期', 'issued'],
  inForceFrom: ['实施日期', 'in force from'],
  supersedes: ['代替', 'supersedes'],
  from: ['适用起日', 'applies from'],
  to: ['适用止日', 'applies until'],
  required: ['必检的检定类别', 'required in'],
  requirement: ['要求', 'requirement'],
  monthsAtMost: ['检定周期（月，不超过）', 'interval (months, at most)'],
  convention: ['有效期截止日的算法', 'how the last day is counted'],
  mpe: ['最大允许误差', 'maximum permissible error'],
  upTo: ['载荷至（e 的倍数）', 'up to (multiple of e)'],
  factor: ['允许误差（e 的倍数）', 'limit (multiple of e)'],
  intervals: ['分度值与分度数', 'scale intervals'],
  eLeast: ['e 最小', 'least e'],
  eMost: ['e 最大', 'largest e'],
  nLeast: ['n 最小', 'least n'],
  nMost: ['n 最大', 'largest n'],
  minInE: ['最小秤量（e 的倍数）', 'minimum capacity (multiple of e)'],
  inUseFactor: ['使用中检查的倍数', 'factor for in-use inspection'],
  intervalsEqual: ['e 与 d 的关系', 'relation of e and d'],
  zeroSetting: ['置零后零点误差（e 的倍数）', 'error at zero after setting (multiple of e)'],
  zeroTrackingLoad: ['有零点跟踪时的载荷（e 的倍数）', 'load with zero tracking (multiple of e)'],
  eccentricityDivisor: ['偏载载荷为最大秤量的几分之一', 'eccentric load as a part of Max, divisor'],
  eccentricityPositions: ['偏载位置数', 'eccentric positions'],
  supportsMost: ['支承点最多', 'supports at most'],
  repeatabilityWeighings: ['重复性称量次数', 'weighings for repeatability'],
  repeatabilityLoad: ['重复性载荷（Max 的倍数）', 'load for repeatability (multiple of Max)'],
  repeatabilityLoadLeast: ['重复性载荷不小于（Max 的倍数）', 'load for repeatability at least (multiple of Max)'],
  weighingLoads: ['称量点数', 'weighing loads'],
  discriminationAdded: ['鉴别阈附加载荷（d 的倍数）', 'added load for discrimination (multiple of d)'],
  discriminationChange: ['示值改变不小于（d 的倍数）', 'change at least (multiple of d)'],
  discriminationLoads: ['鉴别阈载荷数', 'loads for discrimination'],
  temperatureLeast: ['温度不低于（°C）', 'temperature at least (°C)'],
  temperatureMost: ['温度不高于（°C）', 'temperature at most (°C)'],
};

const titleOf = (edition: Edition, section: string, index: string): Text | undefined => {
  const at = Number(index);
  if (section === 'items') return edition.items[at]?.title;
  if (section === 'applies') return edition.applies[at]?.title;
  return section === 'standards' ? edition.standards[at]?.title : undefined;
};

/** Where a number stands, in words; a name that has no words yet is shown as it is. */
export function numberWords(edition: Edition, path: string): Text {
  const [section = '', first = '', ...rest] = path.split('.');
  const title = titleOf(edition, section, first);
  const parts: Text[] = [...(title === undefined ? [first] : []), ...rest].map((part) =>
    /^\d+$/.test(part) ? [`第 ${Number(part) + 1} 段`, `part ${Number(part) + 1}`] : (words[part] ?? [part, part]),
  );
  const all = title === undefined ? parts : [title, ...parts];
  return [all.map(([zh]) => zh).join(' · '), all.map(([, en]) => en).join(' · ')];
}

const conventions: Readonly<Record<string, Text>> = {
  'minus-one-day': ['对应日的前一日', 'the day before the same date'],
  'same-day': ['对应日', 'the same date'],
};

/** The value of a number, which travels as JSON, as people read it. */
export function numberValue(json: string): Text {
  const value = JSON.parse(json) as unknown;
  if (value === null) return ['未定', 'no end known'];
  if (Array.isArray(value)) {
    const named = value.map((one) => kinds[one as Kind] as Text | undefined).filter((one) => one !== undefined);
    if (named.length < value.length) return [String(value[0]), String(value[1] ?? value[0])];
    return [named.map(([zh]) => zh).join('、'), named.map(([, en]) => en).join(', ')];
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return conventions[text] ?? [text, text];
}
