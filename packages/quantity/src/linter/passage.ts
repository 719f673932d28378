import { isHan } from './characters.ts';
import { speaksOf, type Topic } from './topics.ts';

/** Characters that were looked at: the measure by which a test sees that the work grows with the text and not faster. */
export type Work = { steps: number };

/** The longest window before and after a place in which words are looked for. */
const reach = 100;
const longestQuotation = 300;

const closings: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '«': '»',
  '"': '"',
  '〈': '〉',
};

type Opened = { readonly mark: string; readonly at: number };

/**
 * A text read from left to right, with what stands around the present place: its line, the words near it, the quotation it is in.
 * Places are asked in rising order, so that all of it takes one pass.
 */
export class Passage {
  readonly text: string;
  readonly work: Work;
  private lineFrom = 0;
  private lineTo = -1;
  private quotesRead = 0;
  private opened: Opened | undefined;
  private readonly nextClosing = new Map<string, number>();

  constructor(text: string, work: Work) {
    this.text = text;
    this.work = work;
  }

  /** Moves to the line of a place. */
  private reachLine(at: number): void {
    while (this.lineTo < at && this.lineTo < this.text.length) {
      if (this.lineTo >= 0) this.lineFrom = this.lineTo + 1;
      let end = this.text.indexOf('\n', this.lineFrom);
      if (end < 0) end = this.text.length;
      this.work.steps += end - this.lineFrom;
      this.lineTo = end;
      if (end >= at) break;
    }
  }

  lineStart(at: number): number {
    this.reachLine(at);
    return this.lineFrom;
  }

  lineEnd(at: number): number {
    this.reachLine(at);
    return this.lineTo;
  }

  before(at: number, size = reach): string {
    const from = Math.max(this.lineStart(at), at - size);
    this.work.steps += at - from;
    return this.text.slice(from, at);
  }

  after(at: number, size = reach): string {
    const to = Math.min(this.lineEnd(at), at + size);
    this.work.steps += Math.max(0, to - at);
    return this.text.slice(at, to);
  }

  /** Whether the words around a stretch speak of a topic. */
  speaks(topic: Topic, from: number, to: number, size = reach): boolean {
    return speaksOf(topic, `${this.before(from, size)}\u0001${this.after(to, size)}`);
  }

  /** Whether the stretch itself or the words around it speak of a topic. */
  speaksWith(topic: Topic, from: number, to: number, before: number, after: number): boolean {
    return speaksOf(topic, this.before(from, before) + this.text.slice(from, to) + this.after(to, after));
  }

  /** The sentence around a stretch, at most `reach` characters to each side. */
  sentence(from: number, to: number): string {
    const before = this.before(from).replace(/^.*[。！？；!?;]/s, '');
    const [after = ''] = /^[^。！？；!?;]*/.exec(this.after(to)) ?? [];
    return before + this.text.slice(from, to) + after;
  }

  isChinese(at: number): boolean {
    const window = this.before(at, 40) + this.after(at, 40);
    for (let index = 0; index < window.length; index += 1) if (isHan(window.charCodeAt(index))) return true;
    return false;
  }

  /** The opening mark of the quotation or title around a place, where it is also closed. */
  quotation(at: number): string | undefined {
    this.reachLine(at);
    for (let index = Math.max(this.quotesRead, this.lineFrom); index < at; index += 1) this.readQuote(index);
    this.quotesRead = Math.max(this.quotesRead, at);
    const { opened } = this;
    if (opened === undefined || opened.at < this.lineFrom || at - opened.at > longestQuotation) return undefined;
    const closing = closings[opened.mark] ?? '';
    const end = this.closingAfter(closing, at);
    return end >= 0 && end < this.lineTo && end - at <= longestQuotation ? opened.mark : undefined;
  }

  private readQuote(index: number): void {
    this.work.steps += 1;
    const letter = this.text.charAt(index);
    if (this.opened !== undefined && (letter === closings[this.opened.mark] || this.opened.at < this.lineFrom)) {
      const closes = letter === closings[this.opened.mark];
      this.opened = undefined;
      if (closes) return;
    }
    if (this.opened === undefined && closings[letter] !== undefined && this.canOpen(letter, index))
      this.opened = { mark: letter, at: index };
  }

  /** A straight quote opens in prose; after a digit it is an inch mark, after a bracket or a colon of a data format it is no quotation. */
  private canOpen(letter: string, index: number): boolean {
    if (letter === '‘' || letter !== '"') return true;
    return !/[\d:{[,=]/.test(this.text.charAt(index - 1));
  }

  private closingAfter(closing: string, at: number): number {
    const known = this.nextClosing.get(closing) ?? -2;
    if (known >= at || known === -1) return known;
    const found = this.text.indexOf(closing, at);
    this.work.steps += (found < 0 ? this.text.length : found) - at;
    this.nextClosing.set(closing, found);
    return found;
  }
}
