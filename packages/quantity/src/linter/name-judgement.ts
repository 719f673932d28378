/** Judges Chinese names of units: 3斤, 二两酒, 5.5英寸, 每亩, 摄氏20度. */
import { spokenOf, verdictOf, type Verdict } from './allowance.ts';
import { isDigit } from './characters.ts';
import { suggestConversion, valuesOf } from './conversion.ts';
import { nameAt, type ForeignName } from './foreign-names.ts';
import { isHanNumeral } from './han-numeral.ts';
import { isIdiom } from './idioms.ts';
import { readHanNumber, readNumber, type NumberToken } from './number-token.ts';
import type { Passage } from './passage.ts';
import { jointOf, quantityText } from './quantity-text.ts';
import { messageOf, type Report } from './report.ts';
import type { Judged } from './symbol-judgement.ts';

/** 一两 and 三两 are also "one or two": they weigh only what can be weighed. */
const substance =
  /^(?:$|[，。、；：！？）\s]|重|多|半|装|一|的|[白黄红烧药料]?酒|[大小糙]?米|面|[猪牛羊]?肉|茶|油|糖|盐|花[椒生茶]|人参|虫草|燕窝|[0-9])/;
/** Names of places: 三亩地村. */
const placeName = /^[\u4e00-\u9fff]{0,2}?(?:村|镇|乡|社区|街|小区|屯|庄|胡同|巷|遗址|水库|大桥|河大桥|路口|组\b)/;

function nameVerdict(passage: Passage, number: NumberToken, unit: ForeignName, end: number): boolean {
  const { text } = passage;
  const next = text.charAt(end);
  const after = passage.after(end, 8);
  const raw = text.slice(number.start, number.end);
  switch (unit.name) {
    case '斤':
      return next !== '顶' && next !== '斤';
    case '两':
      if (raw === '两' || (number.han && /[一三]$/.test(raw) && !substance.test(after))) return false;
      // Silver and gold by 两 are history or a saying.
      if (number.han && (/^(?:银|白银|纹银|黄金)/.test(after) || /(?:银|黄金)\s?$/.test(passage.before(number.start, 4)))) return false;
      if (number.bracketed || number.joiner === 'times') return false;
      return !/^(?:[个位条年天次种周者档台人层端边侧国省市队级组套款类部家只张把件名项段股批轮路方倍]|两)/.test(after);
    case '亩':
      return !(number.han && placeName.test(after)) && !after.startsWith('均');
    case '里':
      if (number.han && placeName.test(after)) return false;
      if (/^(?:路|地(?!区|方|铁)|外|远|长|多路)/.test(after)) return true;
      return /(?:[距离走行跑]|路程)[^，。]{0,6}$/.test(passage.before(number.start, 10)) && /^(?:$|[，。；！？、\s])/.test(after);
    case '尺':
    case '寸':
    case '丈':
      if (/^(?:码|子|度|夫|动脉|骨)/.test(after)) return false;
      if (unit.name === '寸' && number.end === number.start + raw.length && /^(?:免冠|证件|照|彩照|白底|蓝底|红底|相)/.test(after))
        return false;
      return (
        !number.han ||
        /[布腰身长宽高深厚裤衣木板雪绸]/.test(passage.before(number.start, 8) + after) ||
        isDigit(text.charCodeAt(end)) ||
        isHanNumeral(next)
      );
    case '度':
      return energyMeant(passage, number, end);
    case '度电':
      return !/^[力视话影脑商台子动器机竞]/.test(after) && !/[百]$/.test(raw.replace(/[0-9]/g, ''));
    case '码':
      if (/^(?:头|洗)/.test(after) || number.han) return false;
      return speedMeant(passage, number, end) || /布|面料|绸|丝|纱|花边|织/.test(passage.before(number.start, 20) + after);
    case '高斯':
      return !/^(?:光束|分布|函数|噪声|模糊|滤波|曲线|峰|消元|混合|过程|模型|定理|公式|平面|型)/.test(after);
    case '居里':
      return !/^(?:温度|点|夫人|夫妇)/.test(after);
    case '伦琴':
      return !/^(?:射线|管)/.test(after);
    case '埃':
      return !/^(?:及|菲|塞|弗|米|德|尔|克|文|博)/.test(after) && !number.han;
    case '巴':
      return !/^(?:士|西|黎|基|掌|拿|勒|塞|马|厘|不得|特|比|松|菲)/.test(after) && !number.han;
    case '托':
      return !/^(?:盘|儿|福|管|育|运|架)/.test(after) && !number.han;
    case '卡':
      return (
        !/^(?:路里|拉|车|片|号|位|座|口|通|包|券|槽|牌|友|丁|通|带|扣|尺|套|双)/.test(after) &&
        !passage.before(number.start, 2).endsWith('卡')
      );
    case '磅':
      return !/^(?:秤|房|礴)/.test(after);
    case '匹':
      return !/^(?:马(?!力)|布|狼|骆)/.test(after);
    case '担':
      return !/^(?:心|任|保|当|负|忧|架|子|搁)/.test(after) && !number.han;
    case '坪':
      return !number.han;
    case '丝':
      return !/^(?:绸|巾|袜|线|网|瓜|毫|锥|杠|带|印)/.test(after);
    case '迈':
      return !/^(?:阿|向|进|步|开|克|出|过|入)/.test(after);
    case '克拉':
      return !/^(?:斯|玛|克)/.test(after);
    case '平方':
      return (
        !number.han &&
        /^(?:的|左右|以上|以下|$|[，。、；：（）\s,.]|房|大|多|内|面积)/.test(after) &&
        !/等于|=|的平方/.test(passage.before(number.start, 4) + after)
      );
    case '立方':
    case '个立方':
      return !number.han && !/^(?:米|厘米|分米|毫米|体|根|公里|码|英|公)/.test(after);
    default:
      return true;
  }
}

const speedMeant = (passage: Passage, number: NumberToken, end: number): boolean => passage.speaksWith('speed', number.start, end, 16, 8);

function energyMeant(passage: Passage, number: NumberToken, end: number): boolean {
  if (number.han && !/^[一二两三四五六七八九十百千万几]{1,4}$/.test(passage.text.slice(number.start, number.end))) return false;
  if (number.han) return false;
  const before = passage.before(number.start, 24);
  const after = passage.after(end, 12);
  if (/^(?:角|以|的角|转|旋|无死|近视|散光|远视|白酒|酒|左右旋|灰|全景|仿)/.test(after)) return false;
  if (/[温角近视酒纬经热烧倾仰坡转斜翻湿]|摄氏|华氏|镜|弯|浓香|酱香/.test(passage.before(number.start, 10))) return false;
  return (
    /用电|电量|耗电|电费|电表|发电|充电|充了|省电|节电|电能|购电|售电|供电/.test(before) || /^(?:电|的?用电|的?电量|用电量)/.test(after)
  );
}

const topicMeant = (passage: Passage, unit: ForeignName, from: number, to: number): boolean =>
  unit.when === undefined || passage.speaksWith(unit.when, from, to, 30, 20);

/** 2斤3两, 一斤半, 500斤/亩: what belongs to the same quantity. */
function compoundEnd(passage: Passage, at: number): number {
  const { text } = passage;
  let end = at;
  for (let parts = 0; parts < 4; parts += 1) {
    if (text.charAt(end) === '半' && !/[天年个夜]/.test(text.charAt(end + 1))) return end + 1;
    if (text.charAt(end) === '多') end += 1;
    const mark = text.charAt(end);
    if ((mark === '/' || mark === '每') && nameAt(text, end + 1)?.family === 'market') {
      end += 1 + (nameAt(text, end + 1)?.name.length ?? 0);
      continue;
    }
    const next = isDigit(text.charCodeAt(end))
      ? readNumber(text, end, -1)
      : isHanNumeral(mark)
        ? readHanNumber(text, end, (place) => nameAt(text, place) !== undefined)
        : undefined;
    const unit = next === undefined ? undefined : nameAt(text, next.end);
    if (next === undefined || unit?.family !== 'market' || !nameVerdict(passage, next, unit, next.end + unit.name.length)) break;
    end = next.end + unit.name.length;
  }
  return end;
}

/** 5×6 厘米: a size whose numbers share a legal Chinese name. */
const lengthName = /^(?:毫米|厘米|分米|微米|米(?![²³饭线粉粒色糊酒])|公分|公里)/;

function sizeReport(passage: Passage, number: NumberToken, at: number): Judged {
  const found = lengthName.exec(passage.after(at, 3));
  if (
    !found ||
    number.joiner !== 'times' ||
    number.bracketed ||
    /接力|往返|折返|组/.test(passage.before(number.start, 20) + passage.after(at, 12))
  ) {
    return { end: at, unit: false };
  }
  const end = at + found[0].length;
  const severity = spokenOf(passage, number.start, end);
  if (severity === undefined) return { end, unit: true };
  const raw = passage.text.slice(number.start, number.after);
  const suggestion = quantityText(raw, number, found[0], true).replace(/ (?=[毫厘分微米公])/g, '');
  return {
    end,
    unit: true,
    report: { from: number.start, to: end, rule: 'product-unit', severity, suggestion, message: messageOf('product-unit', found[0], '') },
  };
}

/** Judges the Chinese name at a place after a number. */
export function judgeName(passage: Passage, number: NumberToken, at: number): Judged {
  const { text } = passage;
  let unit = nameAt(text, at);
  if (unit === undefined) return sizeReport(passage, number, at);
  let end = at + unit.name.length;
  const from = number.bracketed ? number.start - 1 : number.start;
  if (!nameVerdict(passage, number, unit, end) || !topicMeant(passage, unit, from, end)) return { end: at, unit: false };
  if (unit.family === 'market') end = compoundEnd(passage, end);
  if (number.han && isIdiom(text, from, end)) return { end, unit: true };
  const quoted = number.han && unit.family === 'market' && passage.quotation(from) !== undefined;
  if (quoted) return { end, unit: true };
  let verdict: Verdict = verdictOf(
    unit.name === '寸' ? { family: 'inch' } : unit,
    passage,
    from,
    end,
    number.values[number.values.length - 1],
  );
  if (verdict === undefined) return { end, unit: true };
  if (number.round && unit.family === 'market') {
    if (unit.name !== '亩') return { end, unit: true };
    verdict = 'advice';
  }
  // 0 卡: a name of the trade for food without sugar.
  if (unit.name === '卡' && number.values[0] === '0') verdict = 'advice';
  const simple = end === at + unit.name.length;
  if (unit.name === '码' && speedMeant(passage, number, end)) unit = { name: '码', to: 'km/h' };
  const suggestion = simple ? suggestConversion(valuesOf(number.values, number.joiner), jointOf(number.joiner), unit.name, unit) : unit.to;
  return {
    end,
    unit: true,
    report: {
      from,
      to: end,
      rule: 'not-legal-unit',
      severity: verdict,
      suggestion,
      message: messageOf('not-legal-unit', unit.name, unit.to),
    },
  };
}

const aloneNever = new Set('里 码 卡 托 巴 埃 匹 丝 平方 立方 泊 迈 坪 两 钱'.split(' '));
const afterUnitWord = /(?:单位\s*(?:[：:]|为)?\s*(?:[（(]\s*)?[百千万亿]{0,2}|[每论]\s*)$/;

/** Judges a Chinese name without a number: 元/斤, 每亩, （英寸）, 单位：万亩. */
export function judgeLoneName(passage: Passage, at: number): Judged {
  const { text } = passage;
  const unit = nameAt(text, at);
  if (unit === undefined) return { end: at, unit: false };
  const end = at + unit.name.length;
  const before = passage.before(at, 12);
  const slash =
    /[/／]\s?$/.test(before) && /(?:[元角分块币费价量金额重长高度率力距积产\d¥￥)）款数]|kg|mL|mg|g|L)\s*[/／]\s?$/.test(before);
  const bracketed = /[（(【[]\s?[百千万亿]{0,2}$/.test(before) && /^\s?[)）\]】/]/.test(passage.after(end, 2));
  const told = afterUnitWord.test(before);
  const asUnit = /[以按用]\s?$/.test(before) && /^(?:为(?:计量)?单位|计价|计量|计算|出售|标注|表示|计费|收费)/.test(passage.after(end, 6));
  if (!slash && !bracketed && !told && !asUnit) return { end: at, unit: false };
  if (
    aloneNever.has(unit.name) &&
    !((slash || asUnit) && unit.name === '两') &&
    !(bracketed && /^[两钱]$/.test(unit.name) && /[量重]/.test(before))
  )
    return { end: at, unit: false };
  if (unit.name === '度' && !/电|电费|电价/.test(passage.before(at, 20) + passage.after(end, 6)) && !(slash && /元\s*[/／]/.test(before)))
    return { end: at, unit: false };
  if (/^(?:寸|尺|丈|担|码)$/.test(unit.name) && told && !/单位/.test(before) && !/^[布，。；]/.test(passage.after(end, 1)))
    return { end: at, unit: false };
  if (unit.name === '斤' && text.charAt(end) === '斤') return { end: at, unit: false };
  if (!topicMeant(passage, unit, at, end)) return { end: at, unit: false };
  const verdict = verdictOf(unit, passage, at, end);
  if (verdict === undefined) return { end, unit: true };
  return {
    end,
    unit: true,
    report: {
      from: at,
      to: end,
      rule: 'not-legal-unit',
      severity: verdict,
      suggestion: unit.to,
      message: messageOf('not-legal-unit', unit.name, unit.to),
    },
  };
}

/** 亩产 500 公斤: the area of a yield. */
export function judgeYield(passage: Passage, at: number): Judged {
  const end = at + 2;
  const number = /^(?:量)?[^，。；！？\n]{0,12}?(?:\d|千斤|吨)/.test(passage.after(end, 20));
  if (!number) return { end: at, unit: false };
  const verdict = verdictOf({ family: 'market' }, passage, at, end);
  if (verdict === undefined) return { end, unit: true };
  const report: Report = {
    from: at,
    to: end,
    rule: 'not-legal-unit',
    severity: verdict,
    suggestion: '每公顷产量 (kg/hm²)',
    message: messageOf('not-legal-unit', '亩', 'hm²'),
  };
  return { end, unit: true, report };
}

const split =
  /^(摄氏|华氏)\s?((?:零下|零上|负|[-−－])?)\s?([\d.]{1,8}|[零一二三四五六七八九十百]{1,6})(?:\s?([~～至到—–-])\s?([\d.]{1,8}|[零一二三四五六七八九十百]{1,6}))?\s?度/;

/** 摄氏20度: the name of the unit taken apart. */
export function judgeSplitTemperature(passage: Passage, at: number): Judged {
  const found = split.exec(passage.after(at, 40));
  if (!found) return { end: at, unit: false };
  const [whole, scale, sign = '', value = '', mark, other] = found;
  const end = at + whole.length;
  const foreign = scale === '华氏';
  const rule = foreign ? 'not-legal-unit' : 'split-temperature';
  const verdict = foreign ? verdictOf({}, passage, at, end) : spokenOf(passage, at, end);
  if (verdict === undefined) return { end, unit: true };
  const below = /[零负\-−－]/.test(sign) && sign !== '零上' ? '-' : '';
  const unit = /\d/.test(value) ? ' ℃' : '摄氏度';
  const text = `${below}${value}${unit}${other === undefined ? '' : `${mark ?? '~'}${other}${unit}`}`;
  const suggestion = foreign
    ? suggestConversion(below === '' && other === undefined ? [value] : [''], '~', '华氏度', { to: '℃', factor: '5/9', offset: '32' })
    : text;
  return {
    end,
    unit: true,
    report: { from: at, to: end, rule, severity: verdict, suggestion, message: messageOf(rule, whole, foreign ? '℃' : text) },
  };
}

/** 砝码重量: the quantity is mass. */
export function judgeWeightWord(passage: Passage, at: number): Judged {
  const end = at + 2;
  if (/^(?:级|单位|限制|分析|法|比)/.test(passage.after(end, 2)) || !passage.speaks('certificate', at, end, 24))
    return { end: at, unit: false };
  const verdict = spokenOf(passage, at, end);
  if (verdict === undefined || /净$|毛$/.test(passage.before(at, 1))) return { end, unit: true };
  return {
    end,
    unit: true,
    report: {
      from: at,
      to: end,
      rule: 'weight-or-mass',
      severity: 'advice',
      suggestion: '质量',
      message: messageOf('weight-or-mass', '重量', '质量'),
    },
  };
}
