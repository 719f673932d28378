/** Where letters after a number are a word, a size or a code and no unit. */
import { isDigit, isHan, isLetter } from './characters.ts';
import type { ForeignUnit } from './foreign-symbols.ts';
import type { NumberToken } from './number-token.ts';
import type { Passage } from './passage.ts';

/** A symbol that goes on as a code: 5KG-A, 5W-30. */
export const followedBy = (text: string, end: number): boolean => {
  const mark = text.charAt(end);
  // 48 C.F.R.
  if (mark === '.' && /^\.[A-Za-z]\./.test(text.slice(end, end + 3))) return true;
  if (mark === '_' || mark === '@' || mark === '&') return true;
  // 5KG-200
  if (mark === '-' && isDigit(text.charCodeAt(end + 1)) && !/^-[\d.]{1,12}\s?[A-Za-zμΩ℃°%~～]/.test(text.slice(end, end + 16))) return true;
  return (
    mark === '-' &&
    isLetter(text.charCodeAt(end + 1)) &&
    /[A-Z]/.test(text.charAt(end + 1)) &&
    !/^-(?:AC|DC|OFF|ON)\b/.test(text.slice(end, end + 5))
  );
};

const inchAfter =
  /^(?:\.(?!\d)(?:[\s,;)]|$)|\s*[,;)）×x]|\s*$|\s*[\u4e00-\u9fff（(]|\s(?:wide|long|high|deep|thick|tall|square|diameter|diam|pipes?|screens?|monitors?|displays?|TVs?|hoses?|bolts?|screws?|tubes?|by|of (?:rain|snow)|from|apart|above|below)\b)/;

/** `in` after a number is an inch where a size can stand, and else a preposition. */
export function isInchWord(passage: Passage, number: NumberToken, at: number): boolean {
  const after = passage.after(at + 2, 14);
  if (at === number.after && !/^\s+[a-z]/i.test(after)) return true;
  if (/^\.\s+[A-Z]/.test(after)) return passage.speaks('length', number.start, at, 40);
  // A line that breaks behind the preposition.
  if (/^\s*$/.test(after) && at > number.after) {
    const short = passage.lineEnd(at) - passage.lineStart(at) < 30;
    return short || passage.isChinese(at) || passage.speaks('length', number.start, at, 40);
  }
  return inchAfter.test(after);
}

/** Words behind a unit's name that make it another word: foot pedals, pounds sterling, 5 Mile Road. */
export function isExcused(passage: Passage, number: NumberToken, at: number, end: number, unit: ForeignUnit): boolean {
  const word = passage.text.slice(at, end);
  const after = passage.after(end, 24);
  const adjective = passage.text.charAt(end) === '-';
  if (/^(?:foot|Foot)$/.test(word))
    return /^[ -](?:pedals?|massag|print|switch|notes?|bath|balls?|rests?|path|steps?|soldiers|patrol)/i.test(after);
  if (/^(?:feet|Feet)$/.test(word))
    return /^ (?:first|apart and)/.test(after) || /\b(?:on|stand(?:ing)?|both) $/.test(passage.before(number.start, 10));
  if (/^pounds?$/i.test(word))
    return (
      /^ sterling/i.test(after) ||
      (/(?:£|cost|pric|pay|paid|fees?\b|fine[ds]?\b|worth|salary|money|budget|spen[dt]|funds?\b|earn|charge[ds]?|donat|ticket)/i.test(
        `${passage.before(number.start, 40)}|${after}`,
      ) &&
        !/weigh|lb|kg/i.test(passage.before(number.start, 40)))
    );
  // at a place, at a time
  if (word === 'at') return /^\s+[A-Za-z]/.test(after);
  // dots per inch
  if (/^inch$/i.test(word))
    return /(?:dots?|pixels?|points?|lines?|characters?|samples?|threads?)\s*$/i.test(passage.before(number.start, 12));
  if (/^yards?$/i.test(word)) return /^ (?:sale|sales|work|dog|waste)/i.test(after);
  if (/^(?:Mile|Feet|Inch|Foot|Acre|Yard|Pound|Miles|Yards|Acres)$/.test(word) && !adjective) return /^ [A-Z]/.test(after);
  if (/^(?:miles?|mi)$/.test(word)) return /^ (?:davis|per gallon equivalent)/i.test(after);
  if (unit.name === 'atm' || /^ATMs?$/.test(word))
    return /^ ?(?:机|machines?|cards?|withdraw|networks?)/i.test(after) || /[台部个张]\s*$/.test(passage.before(at, 2));
  if (/^(?:SEC|HR|CC|PPT|PS|CAL|AMP|BAR)$/.test(word) && passage.text.charCodeAt(at - 1) === 32)
    return (
      /^ (?:[a-z]{3,}|[A-Z][a-z]+)/.test(after) &&
      !/^ (?:at|for|and|max|min|per|of|or|with|is|in|to|engine|motor|pressure|operating|working)/i.test(after)
    );
  if (/^(?:bars?|Bar)$/.test(word)) return /^ (?:stools?|of|charts?|codes?|graphs?|tops?|tables?|exam)/i.test(after);
  if (/^(?:gr|GR|Gr|mts|PS|ps)$/.test(word)) return isDigit(passage.text.charCodeAt(end));
  if (/^ppt$/i.test(word)) return /^ ?(?:页|slides?|模板)/.test(after);
  if (word === 'kilo') return /^[ -](?:bytes?|class)/.test(after);
  return /^(?:micron|Micron)$/.test(word) && /^ (?:Technology|technology)/.test(after);
}

/** Attached capitals that are grades, generations, sizes and places: 5G, 4K, 3D, 5A级, 4S店, 5W-30. */
function isCode(unit: string, after: string, electric: boolean): boolean {
  if (/^[GKMTBbCDFHPSaur]$/.test(unit)) return true;
  switch (unit) {
    case 'A':
      return !electric || /^(?:级|景区|类|股|座|栋|区|班|\+|[a-z])/.test(after);
    case 'W':
      return /^(?:\+|-?\d|人|元|粉)/.test(after);
    case 'V':
      return /^(?:\d|领|型)/.test(after);
    case 'N':
      return /^(?:金|纯)/.test(after);
    default:
      return /^(?:[kKMGTP]?B|[kMGT]?b(?:it|yte)?)$/.test(unit) || /^[°′″]$/.test(unit);
  }
}

/** Whether a number and its symbol touch though they should not (GB 3101-1993, 3.4). Degrees, minutes and seconds of angle do. */
export function lacksSpace(passage: Passage, number: NumberToken, at: number, end: number): boolean {
  if (at !== number.after) return false;
  const { text } = passage;
  const unit = text.slice(at, end);
  // 20240501A
  if (unit.length === 1 && /^\d{6,}$/.test(number.values[0] ?? '')) return false;
  // 8pm, 10am
  if (/^[ap]m$/.test(unit) && /^(?:1[0-2]|[1-9])$/.test(number.values[0] ?? '')) return false;
  return (
    !isCode(unit, text.slice(end, end + 3), unit !== 'A' || passage.speaks('electric', number.start, end, 30)) &&
    !(isHan(text.charCodeAt(number.start - 1)) && /第/.test(text.charAt(number.start - 1)))
  );
}

/** 型号：50KG, Table 3a, 图 5a: the number is a name. */
export function isNamed(passage: Passage, number: NumberToken, at: number, end: number): boolean {
  if (at !== number.after) return false;
  const before = passage.before(number.start, 16);
  if (
    /(?:型号|货号|编号|件号|图号|款号|批号|序列号|[Mm]odel(?: [Nn]o\.?)?|Part [Nn]o\.?|P\/N|SKU|S\/N|[Ss]erial [Nn]o\.?)\s?[：:]?\s?$/.test(
      before,
    )
  )
    return true;
  return (
    end - at === 1 &&
    /(?:图|表|附录|式|注|第|[Ff]ig\.?|[Ff]igure|[Tt]able|[Ss]ection|[Ee]q\.?|[Rr]oom|[Gg]ate|[Ss]eat|[Cc]lass|[Gg]rade|[Ll]evel|等级|级别)\s?$/.test(
      before,
    )
  );
}

/** 03DB, 26CC among other hexadecimal numbers; 2012 R, 2010 HZ behind the year of a copyright. */
export function isHexadecimal(passage: Passage, number: NumberToken, at: number, end: number): boolean {
  const { text } = passage;
  const digits = text.slice(number.start, number.end);
  const letters = text.slice(at, end);
  if (/^(?:19|20)\d\d$/.test(digits.slice(-4)) && at > number.after && /^[A-Z]{1,2}\.?$/.test(letters)) return !passage.isChinese(at);
  if (at !== number.after || !/^[A-Fa-f]+\d*$/.test(letters)) return false;
  if (/^\d{5,}$/.test(digits) && /^[a-f]+\d*$/.test(letters)) return true;
  if (/^0\d/.test(digits) || /^\.[0-9A-F]{4}/.test(text.slice(end, end + 5))) return true;
  const around = `${passage.before(number.start, 14)} ${passage.after(end, 14)}`;
  return /(?:^|[^0-9A-Za-z])(?:(?=[0-9]*[A-F])[0-9A-F]{4,8}|(?=[0-9]*[a-f])[0-9][0-9a-f]{3,7}|U\+[0-9A-F]+|0x[0-9a-fA-F]+|[0-9A-F]{2} [0-9A-F]{2})(?:[^0-9A-Za-z]|$)/.test(
    around,
  );
}
