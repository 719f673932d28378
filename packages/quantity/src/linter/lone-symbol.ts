/** Symbols that stand without a number: 质量（KG）, 元/lb, 单位：Mpa, 每 KG, the head of a column. */
import { cellEnd, isWord } from './characters.ts';
import type { Passage } from './passage.ts';
import { judgeSymbol, type Judged } from './symbol-judgement.ts';

const none = (at: number): Judged => ({ end: at, unit: false });

const measured =
  /[量重压力速率度长宽高深距积值阻容流功能温浓频声噪径厚号级尺寸间剂价费产电热]|weight|mass|length|width|height|depth|pressure|speed|power|force|volume|capacity|temperature|voltage|current|frequency|energy|distance|area|dose|price|cost|concentration|time|flow|thickness|diameter|torque|load|level/i;

/** Words and letters that are no unit where they stand alone. */
const tooShort =
  /^(?:[A-Za-z](?:[-−]?\d)?|[A-Za-z]\d?\/[A-Za-z]\d?|npm|Mg|Cd|Cm|Mn|Pa|Ka|Ma|in|at|ct|ps|PS|CV|gr|Gr|GR|GM|gm|mi|ps|us|Us|a|kt|sf|foot|Foot|feet|Feet|stone|bars?|Bar|yard|yards|kilo|kilos|amp|Amp|AMP|SEC|Sec|HR|Min|MIN|rad|R|ppt|PPT|AT|micron|Micron|pint|pints)$/;
const needsMeasured = /^(?:[A-Z]{2,3}|[A-Za-z]{4,}|[a-z]{2}|Db|pa|ml|lb|lbs|oz|ft|yd|gal|cal)$/;
/** What is a unit even as the whole of a cell or line. */
const columnHead = /^(?:K[Gg]s?|K[Mm]|K[Ww]|KWH|K[Vv]|K?M?pa|MPA|KPA|[Kk]?HZ|[KMG]hz|kgf.*|mmHg|kcal|[Nn]\.m|.*\/.+)$/;

/**
 * Judges the symbol without a number that begins at `at`: findings, and where to read on. Nothing is found where it is a part of a word.
 */
export function judgeLone(passage: Passage, at: number): Judged {
  const { text } = passage;
  if (at > 0 && isWord(text.charCodeAt(at - 1))) return none(at);
  const line = passage.before(at, 24);
  const before = line.slice(line.lastIndexOf(cellEnd) + 1);
  const bracketed = /[（(【[]\s?$/.test(before);
  const slash = /(?:[\u4e00-\u9fff¥￥$)）]|(?:^|[^A-Za-z0-9.])[\d.]{1,12})[/／]\s?$/.test(before);
  const told = /(?:单位\s*(?:[：:]|为|是)?\s*[（(]?|[Uu]nits?\s?[:：]\s?|(?:^|[^a-z])(?:per|Per) |每\s?)$/.test(before);
  const asUnit = /(?:[以按用]|\bin)\s?$/.test(before);
  const head = before.trim() === '';
  if (!bracketed && !slash && !told && !asUnit && !head) return none(at);
  const word = /^[^\s,，。；;)）\]】(（:：]{1,14}/.exec(passage.after(at, 14))?.[0] ?? '';
  if (tooShort.test(word) || word.includes('*')) return none(at);
  // Dots per inch measure a print.
  if (/^inch/i.test(word) && /(?:dots?|pixels?|points?|lines?|characters?|samples?|threads?) per $/i.test(before)) return none(at);
  const judged = judgeSymbol({ passage, at });
  if (judged.report === undefined) return none(at);
  if (
    /^[A-Za-z](?![A-Za-zμµΩ])(?![/.·*-][A-Za-zμ])/.test(text.slice(at, judged.end + 1)) ||
    /\d$/.test(text.slice(at, judged.end).replace(/(?:cm|m|M)[23]$/, ''))
  )
    return none(at);
  const [after = ''] = passage.after(judged.end, 12).split(cellEnd);
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
    !(/^(?:KG|KM|KW|KV)$/.test(written) && !/\[\s?$/.test(before)) &&
    !measured.test(before)
  )
    return none(at);
  // CMS, KMS are abbreviations.
  if (judged.report.rule === 'unit-plural' && /^[A-Z]+$/.test(written) && !/^KGS$/.test(written)) return none(at);
  if (head && !columnHead.test(written)) return none(at);
  if (asUnit && !told && /^(?:secs?|hrs?)$/.test(written)) return none(at);
  return judged;
}
