/** The inspection as a table for a spreadsheet: what was put in, what came out, the units, the curve. */
import type { NetContentAnswer } from '@tongheng/statistics/net-content/answer';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import { csvText } from './csv-text.ts';
import { unitName, type Entry } from './net-content-entry.ts';
import { judgements, judgementOf, verdicts } from './net-content-states.ts';
import { texts } from './net-content-text.ts';

type Row = readonly string[];

/** @example csvOf(answer, entry, values, 'zh').startsWith('\ufeff') // true */
export function csvOf(answer: NetContentAnswer, entry: Entry, values: readonly string[], language: Language): string {
  const text = texts[language];
  const unit = unitName(answer.unit, language);
  const judged = (ok: boolean | null): string => inLanguage(judgements[judgementOf(ok)].text, language);
  const verdict = (state: keyof typeof verdicts): string => inLanguage(verdicts[state].text, language);
  const rows: readonly Row[] = [
    [text.title, text.selfCheck],
    [text.rule, `${answer.rule.number} ${inLanguage(answer.rule.title, language)}`],
    [text.date, entry.date],
    [text.lot, String(answer.lot)],
    [text.nominal, answer.nominal, unit],
    [],
    [text.quantity, text.value, text.unit, text.limit, text.judged],
    [text.sample, String(answer.n)],
    [text.factor, answer.lambda ?? ''],
    [text.mean, answer.mean, unit, answer.limit ?? '', answer.meanOk === null ? '' : judged(answer.meanOk)],
    [text.deviation, answer.s ?? '', unit],
    [text.tolerable, answer.T, unit],
    [text.beyondT, String(answer.t1.found), '', String(answer.t1.allowed), judged(answer.t1.found <= answer.t1.allowed)],
    [text.beyondTwice, String(answer.t2.found), '', String(answer.t2.allowed), judged(answer.t2.found <= answer.t2.allowed)],
    [text.lotVerdict, verdict(answer.verdict)],
    ...(answer.label === null
      ? []
      : [
          [text.labelVerdict, verdict(answer.label.verdict)],
          ...answer.label.checks.map(({ required, found, ok }) => [inLanguage(required, language), found ?? '', '', '', judged(ok)]),
        ]),
    [],
    [text.unitNumber, entry.given === 'deviations' ? text.deviations : text.contents, text.shortfall, text.class],
    ...values.map((value, index) => {
      const beyond = answer.beyond.find((one) => one.unit === index + 1);
      return [String(index + 1), value, beyond?.deficiency ?? '', beyond?.beyond ?? ''];
    }),
    [],
    ...(answer.curve === null
      ? []
      : [
          [text.curveX, text.curveMean, text.curveCounts],
          ...answer.curve.map(({ mean, meanTest, counts }) => [mean, meanTest ?? '', counts]),
          [],
        ]),
    ...answer.warnings.map((warning) => [text.notes, inLanguage(warning.text, language)]),
  ];
  return csvText(rows);
}
