import { cellEnd } from './characters.ts';
import type { Projection, ProjectionWriter } from './projection.ts';
import { readReference } from './entities.ts';

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** The end of the code span that begins at `at`, or -1: as many backticks as it opened with (CommonMark 6.1). */
function endOfCode(text: string, at: number, lineEnd: number): number {
  let size = 0;
  while (text.charAt(at + size) === '`') size += 1;
  for (let index = at + size; index < lineEnd;) {
    if (text.charAt(index) !== '`') {
      index += 1;
      continue;
    }
    let run = 0;
    while (text.charAt(index + run) === '`') run += 1;
    index += run;
    if (run === size) return index;
  }
  return -1;
}

const longestTarget = 2000;

/** Where a bracket closes in this line, asked from left to right: each stretch of the line is searched once. */
class ClosingSearch {
  private known = -1;
  private readonly text: string;
  private readonly bracket: string;
  private readonly lineEnd: number;
  constructor(text: string, bracket: string, lineEnd: number) {
    this.text = text;
    this.bracket = bracket;
    this.lineEnd = lineEnd;
  }

  /** The position after the next bracket, or -1 where it is missing or too far away. */
  after(at: number): number {
    if (this.known < at) {
      const found = this.text.indexOf(this.bracket, at);
      this.known = found < 0 || found >= this.lineEnd ? this.text.length : found;
    }
    return this.known < this.lineEnd && this.known - at <= longestTarget ? this.known + 1 : -1;
  }
}

/** One line of prose: code spans, targets of links and tags are left out, marks of emphasis vanish, cells of tables separate. */
function projectLine(writer: ProjectionWriter, from: number, to: number): void {
  const { source } = writer;
  let copied = from;
  let index = from;
  let codeMissing = false;
  const targets = new ClosingSearch(source, ')', to);
  const tags = new ClosingSearch(source, '>', to);
  const skip = (end: number, mark = ''): void => {
    writer.copy(copied, index);
    if (mark !== '') writer.write(mark, index, end);
    index = end;
    copied = end;
  };
  while (index < to) {
    const letter = source.charAt(index);
    const next = source.charAt(index + 1);
    if (letter === '\\' && /[!-/:-@[-`{-~]/.test(next)) {
      skip(index + 1);
      index += 1;
    } else if (letter === '`' && !codeMissing) {
      const end = endOfCode(source, index, to);
      // One failed search is enough: what follows in the line has no closing run of this size either.
      if (end < 0) {
        codeMissing = true;
        index += 1;
      } else skip(end, '\u0001');
    } else if (letter === ']' && next === '(') {
      const end = targets.after(index + 2);
      if (end < 0) index += 2;
      else skip(end, '\u0001');
    } else if (letter === '<' && /[A-Za-z/!]/.test(next)) {
      const end = tags.after(index);
      if (end < 0) index += 1;
      else skip(end);
    } else if (letter === '&') {
      const reference = readReference(source.slice(index, index + 40));
      if (reference === undefined) index += 1;
      else skip(index + reference.length, reference.character);
    } else if ((letter === '*' && next === '*') || (letter === '_' && next === '_')) skip(index + 2);
    else if (letter === '|') skip(index + 1, cellEnd);
    else index += 1;
  }
  writer.copy(copied, to);
}

/** Markdown without its code blocks, code spans, front matter, targets of links and tags (CommonMark). */
export function projectMarkdown(writer: ProjectionWriter): Projection {
  const { source } = writer;
  let open = '';
  let at = 0;
  let first = true;
  let previous: 'blank' | 'code' | 'prose' = 'blank';
  let list = false;
  while (at < source.length) {
    const found = source.indexOf('\n', at);
    const end = found < 0 ? source.length : found;
    const line = source.slice(at, end);
    const mark = fence.exec(line)?.[1];
    if (open !== '') {
      const closes = open === '---' ? /^---\s*$/.test(line) : mark !== undefined && mark.startsWith(open) && line.trim() === mark;
      if (closes) open = '';
    } else if (mark !== undefined) open = mark;
    else if (first && /^---\s*$/.test(line)) open = '---';
    else if (line.trim() === '') previous = previous === 'code' ? 'code' : 'blank';
    else if (/^(?: {4}|\t)/.test(line) && !list && (previous === 'blank' || previous === 'code')) previous = 'code';
    else {
      projectLine(writer, at, end);
      if (/^ {0,40}(?:[-*+]|\d{1,9}[.)])\s/.test(line)) list = true;
      else if (!/^\s/.test(line)) list = false;
      previous = 'prose';
    }
    if (found >= 0) writer.write('\n', end, end + 1);
    first = false;
    at = end + 1;
  }
  return writer.finish();
}
