/** Symbols that stand without a number: 质量（KG）, 元/lb, 单位：Mpa, 每 KG, the head of a column. */
import { isWord } from './characters.ts';
import type { Passage } from './passage.ts';
import { judgeSymbol, type Judged } from './symbol-judgement.ts';

const none = (at: number): Judged => ({ end: at, unit: false });

const measured =
  /[量重压力速率度长宽高深距积值阻容流功能温浓频声噪径厚号级尺寸间剂价费产电热]|weight|mass|length|width|height|depth|pressure|speed|power|force|volume|capacity|temperature|voltage|current|frequency|energy|distance|area|dose|price|cost|concentration|time|flow|thickness|diameter|torque|load|level/i;

/** Words and letters that are no unit where they stand alone. */
const tooShort =
  /^(?:[A-Za-z]|in|at|ct|ps|PS|CV|gr|Gr|GR|GM|gm|mi|ps|us|Us|a|kt|sf|foot|Foot|feet|Feet|stone|bars?|Bar|yard|yards|kilo|kilos|amp|Amp|AMP|SEC|Sec|HR|Min|MIN|rad|R|ppt|PPT|AT|micron|Micron|pint|pints)$/;
const needsMeasured = /^(?:[A-Z]{2,3}|[A-Za-z]{4,}|db|Db|pa|ml|lb|lbs|oz|ft|yd|gal|cal)$/;
const tooBare = /^(?:DB|PA|MA|ML|HR|SEC|PS|CD|CC|MM|DM|NM|CM|BAR|ATM|AMP|PPM|PPB|RPM|PSI|MPH)$/;

export function judgeLone(passage: Passage, at: number): Judged {
  const { text } = passage;
  if (at > 0 && isWord(text.charCodeAt(at - 1))) return none(at);
  const before = passage.before(at, 24);
  const bracketed = /[（(【[]\s?$/.test(before);
  const slash = /[\u4e00-\u9fff¥￥$)）\d][/／]\s?$/.test(before);
  const told = /(?:单位\s*(?:[：:]|为|是)?\s*[（(]?|[Uu]nits?\s?[:：]\s?|(?:^|[^a-z])(?:per|Per) |每\s?)$/.test(before);
  const asUnit = /(?:[以按用]|\bin)\s?$/.test(before);
  const head = before.trim() === '';
  if (!bracketed && !slash && !told && !asUnit && !head) return none(at);
  const word = /^[^\s,，。；;)）\]】(（:：]{1,14}/.exec(passage.after(at, 14))?.[0] ?? '';
  if (tooShort.test(word)) return none(at);
  const judged = judgeSymbol({ passage, at });
  if (judged.report === undefined) return none(at);
  const after = passage.after(judged.end, 12);
  if (bracketed && !/^\s?[)）\]】/,，、]/.test(after)) return none(at);
  if (asUnit && !bracketed && !slash && !told && !/^\s?(?:为(?:计量)?单位|计价?|表示|计量|标注|作单位|$|[,.;，。；])/.test(after))
    return none(at);
  if (head && !bracketed && !slash && !told && !asUnit && after.trim() !== '') return none(at);
  const written = text.slice(at, judged.end);
  const priced = slash && /[\d元¥￥$]\s?[/／]\s?$/.test(before);
  if (
    !told &&
    !priced &&
    needsMeasured.test(written) &&
    !(head && /^(?:KG|KM|KW|KV)$/.test(written)) &&
    !/^(?:KG|KM|KW|KV)$/.test(written) &&
    !measured.test(before)
  )
    return none(at);
  if (head && tooBare.test(written)) return none(at);
  return judged;
}
