/**
 * Finds units of measurement that are not legal in China or are badly written: in running text, labels, certificates and web pages, in
 * Chinese and English. Rules with their sources stand in rules.ts. The text is never changed.
 * Limits: it reads what is written, not what is meant; quantities in words of other languages, formulas and pictures are not read.
 */
import { InvalidInput } from '../invalid-input.ts';
import type { Finding, Format } from './finding.ts';
import type { Work } from './passage.ts';
import { project } from './projection.ts';
import { rules } from './rules.ts';
import { scan } from './scan.ts';

export type LintOptions = { readonly format?: Format };

/** Turns rising offsets into lines and columns in one pass over the line ends (LF, CR LF, CR). */
class LineCounter {
  private readonly source: string;
  private line = 1;
  private start: number;
  private read: number;

  constructor(source: string) {
    this.source = source;
    this.start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.read = this.start;
  }

  placeOf(offset: number): { readonly line: number; readonly column: number } {
    for (; this.read < offset; this.read += 1) {
      const code = this.source.charCodeAt(this.read);
      if (code === 10 || (code === 13 && this.source.charCodeAt(this.read + 1) !== 10)) {
        this.line += 1;
        this.start = this.read + 1;
      }
    }
    return { line: this.line, column: offset - this.start + 1 };
  }
}

/**
 * The findings of a text in the order of their places; columns count UTF-16 code units from 1.
 * @param options.format how the text is marked up; `text` by default
 * @param work counts the characters that were looked at
 * @throws InvalidInput where the text is no string or the format is not known
 * @example lint('净含量：5KG').map(({ rule, column, suggestion }) => [rule, column, suggestion]) // [['unit-case', 5, '5 kg']]
 */
export function lint(text: string, { format = 'text' }: LintOptions = {}, work: Work = { steps: 0 }): readonly Finding[] {
  if (typeof text !== 'string') throw new InvalidInput('text', ['应为文本', 'a text is needed']);
  const projection = project(text, format);
  const findings: Finding[] = [];
  const lines = new LineCounter(text);
  const { starts, ends } = projection;
  scan(projection.text, work, ({ from, to, rule, severity, suggestion, message }) => {
    const start = starts === undefined ? from : (starts[from] ?? 0);
    const end = ends === undefined ? to : (ends[to - 1] ?? start);
    const { line, column } = lines.placeOf(start);
    findings.push({
      line,
      column,
      length: end - start,
      text: text.slice(start, end),
      rule,
      severity,
      suggestion,
      message,
      source: rules[rule].source,
    });
  });
  return findings;
}
