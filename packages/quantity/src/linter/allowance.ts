/**
 * Where a unit that is not legal may stand (domain rules of 推行国家法定计量单位): blood pressure beside kPa, inches of screens beside
 * centimetres, carats of gems, feet of flight levels, export contracts, quotations, history; and where a form is only spoken of.
 */
import type { Passage } from './passage.ts';
import { speaksOf, type Topic } from './topics.ts';

/** undefined: it may stand there. */
export type Verdict = 'error' | 'advice' | undefined;

export type Foreign = {
  readonly family?: string;
  readonly when?: Topic;
  readonly unless?: Topic;
  readonly advice?: true;
};

const worst = (one: Verdict, other: Verdict): Verdict =>
  one === undefined || other === undefined ? undefined : one === 'advice' || other === 'advice' ? 'advice' : 'error';

/** A form that is quoted or held up as wrong is not used: none in a title or after 不应写成, advice in other quotation marks. */
export function spokenOf(passage: Passage, from: number, to: number): Verdict {
  if (speaksOf('mention', passage.before(from, 24))) return undefined;
  const mark = passage.quotation(from);
  if (mark === '《' || mark === '〈') return undefined;
  if (mark === undefined) return 'error';
  if (speaksOf('mention', passage.before(passage.text.lastIndexOf(mark, from), 24))) return undefined;
  return speaksOf('correct', passage.sentence(from, to)) ? undefined : 'advice';
}

const isDefinition = (value: string | undefined, after: string): boolean =>
  value === '1' &&
  /^\s*(?:[（(][A-Za-z]+[)）]\s*)?(?:=|＝|≈|等于|约等于|约合|折合|合|相当于|约为|约|equals?\b|is (?:equal to|about|exactly|defined))/.test(
    after,
  );

const ordinary: Verdict = 'error';

/** What the family of a unit allows around it. */
function familyVerdict(family: string | undefined, passage: Passage, from: number, to: number): Verdict {
  const speaks = (topic: Topic, size = 60): boolean => passage.speaks(topic, from, to, size);
  const near = (): string => passage.before(from, 40) + passage.after(to, 40);
  switch (family) {
    case 'inch':
      if (speaks('screen', 30)) return /(?:cm|厘米|mm|毫米|㎝)/.test(near()) ? undefined : 'advice';
      if (speaks('photo', 12)) return undefined;
      return speaks('wheel', 15) ? 'advice' : ordinary;
    case 'mercury':
      if (speaks('blood')) return /kPa|千帕/.test(near()) ? undefined : 'advice';
      return speaks('organ') || /(?:kPa|千帕)[)）\]]?\s?[(（[]?[^,，。]{0,12}$/.test(passage.before(from, 24)) ? 'advice' : ordinary;
    case 'flight':
      return speaks('flight') ? undefined : ordinary;
    case 'carat':
      return speaks('gem') ? undefined : 'advice';
    case 'miles':
      return speaks('reward', 25) ? undefined : ordinary;
    case 'yard':
      return speaks('sport') ? 'advice' : ordinary;
    default:
      return ordinary;
  }
}

/** Whether a unit that is not legal is an error, advice or allowed where it stands. @param value of the number before it */
export function verdictOf(unit: Foreign, passage: Passage, from: number, to: number, value?: string): Verdict {
  if (unit.unless !== undefined && passage.speaksWith(unit.unless, from, to, 40, 20)) return undefined;
  const spoken = spokenOf(passage, from, to);
  if (spoken === undefined) return undefined;
  const sentence = passage.sentence(from, to);
  if (speaksOf('history', sentence)) return undefined;
  if (speaksOf('export', sentence)) return undefined;
  let verdict = worst(spoken, familyVerdict(unit.family, passage, from, to));
  if (unit.advice || isDefinition(value, passage.after(to, 30))) verdict = worst(verdict, 'advice');
  return speaksOf('import', sentence) ? worst(verdict, 'advice') : verdict;
}
