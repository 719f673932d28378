import { halfWidth } from './characters.ts';
import { InvalidInput } from '../invalid-input.ts';
import { projectCsv } from './csv.ts';
import type { Format } from './finding.ts';
import { projectHtml } from './html.ts';
import { projectMarkdown } from './markdown.ts';

/**
 * What a reader of the document sees, and where each of its code units stands in the source. A line end in it separates pieces that
 * do not belong together (paragraphs, cells).
 */
export type Projection = {
  readonly text: string;
  /** First source position of each code unit; absent where projection and source are the same. */
  readonly starts?: Int32Array;
  /** Source position after each code unit. */
  readonly ends?: Int32Array;
};

/** Writes a projection of at most the length of its source. */
export class ProjectionWriter {
  readonly source: string;
  private readonly parts: string[] = [];
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private size = 0;
  private last = '';

  constructor(source: string) {
    this.source = source;
    this.starts = new Int32Array(source.length);
    this.ends = new Int32Array(source.length);
  }

  /** `text` stands for the source from `from` to `to`. */
  write(text: string, from: number, to: number): void {
    for (let index = 0; index < text.length && this.size < this.starts.length; index += 1) {
      this.starts[this.size] = from;
      this.ends[this.size] = to;
      this.size += 1;
    }
    this.parts.push(text);
    this.last = text;
  }

  /** The source from `from` to `to` as it stands. */
  copy(from: number, to: number): void {
    if (to <= from) return;
    for (let index = from; index < to; index += 1) {
      this.starts[this.size] = index;
      this.ends[this.size] = index + 1;
      this.size += 1;
    }
    this.last = this.source.slice(from, to);
    this.parts.push(this.last);
  }

  /** Ends a paragraph or cell that reaches to `at`. */
  separate(at: number, mark = '\n'): void {
    if (this.size > 0 && this.size < this.starts.length && !this.last.endsWith('\n')) this.write(mark, at, at);
  }

  finish(): Projection {
    return { text: halfWidth(this.parts.join('')), starts: this.starts, ends: this.ends };
  }
}

/**
 * The visible text of a document; `places`, where there are any, lead from its code units back to those of the source.
 * @example project('5 ㎏', 'text').text.length // 3
 */
export function project(source: string, format: Format): Projection {
  switch (format) {
    case 'text':
      return { text: halfWidth(source) };
    case 'markdown':
      return projectMarkdown(new ProjectionWriter(source));
    case 'csv':
      return projectCsv(new ProjectionWriter(source));
    case 'html':
      return projectHtml(new ProjectionWriter(source));
    default:
      throw new InvalidInput('options.format', [
        '格式应为 text、markdown、csv 或 html',
        'the format is one of text, markdown, csv and html',
      ]);
  }
}
