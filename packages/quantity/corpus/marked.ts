/** Reads marked sentences and compares what the linter finds in them with their marks. Used by the test beside it. */
import type { Finding } from '../src/linter/finding.ts';

export type Mark = { readonly from: number; readonly to: number; readonly rule: string; readonly severity: 'error' | 'advice' };
export type Sentence = { readonly text: string; readonly marks: readonly Mark[] };

const mark = /\[\[([^\]|]*)\|([a-z-]+)\]\]|\{\{([^}|]*)\|([a-z-]+)\}\}/g;

function readSentence(line: string): Sentence {
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const found of line.matchAll(mark)) {
    text += line.slice(at, found.index);
    const content = found[1] ?? found[3] ?? '';
    const rule = found[2] ?? found[4] ?? '';
    marks.push({ from: text.length, to: text.length + content.length, rule, severity: found[1] === undefined ? 'advice' : 'error' });
    text += content;
    at = found.index + found[0].length;
  }
  return { text: text + line.slice(at), marks };
}

export const readCorpus = (file: string): readonly Sentence[] =>
  file
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(readSentence);

export type Score = {
  readonly sentences: number;
  /** Findings of severity error that lie on a mark of the same rule, and all of them. */
  readonly rightErrors: number;
  readonly errors: number;
  readonly rightAdvice: number;
  readonly advice: number;
  readonly foundMarks: number;
  readonly marks: number;
  readonly wrong: readonly string[];
};

const describe = (kind: string, rule: string, piece: string, text: string): string => `${kind} ${rule} “${piece}” in: ${text}`;

export function score(sentences: readonly Sentence[], lint: (text: string) => readonly Finding[]): Score {
  const sums = { rightErrors: 0, errors: 0, rightAdvice: 0, advice: 0, foundMarks: 0, marks: 0 };
  const wrong: string[] = [];
  for (const { text, marks } of sentences) {
    const findings = lint(text).map((finding) => ({ ...finding, from: finding.column - 1, to: finding.column - 1 + finding.length }));
    const meets = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
      one.from < other.to && other.from < one.to;
    for (const finding of findings) {
      const right = marks.some(
        (made) => meets(made, finding) && made.rule === finding.rule && (finding.severity === 'advice' || made.severity === 'error'),
      );
      sums[finding.severity === 'error' ? 'errors' : 'advice'] += 1;
      if (right) sums[finding.severity === 'error' ? 'rightErrors' : 'rightAdvice'] += 1;
      else wrong.push(describe(`false ${finding.severity}`, finding.rule, finding.text, text));
    }
    for (const made of marks) {
      sums.marks += 1;
      // An error that is only advised about is not found.
      const found = findings.some((finding) => meets(made, finding) && made.rule === finding.rule && made.severity === finding.severity);
      if (found) sums.foundMarks += 1;
      else wrong.push(describe('missed', made.rule, text.slice(made.from, made.to), text));
    }
  }
  return { sentences: sentences.length, ...sums, wrong };
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);
