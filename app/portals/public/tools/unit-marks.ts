/** Where the findings stand in a text, and the text cut into pieces that are shown one after the other. */
import type { Finding } from '@tongheng/quantity/linter/finding';

/** A finding with its number in the text, from 1, and its place from the start of the text in code units. */
export type Found = { readonly finding: Finding; readonly number: number; readonly from: number; readonly to: number };

/** Findings come in the order of their places; one pass over the line ends (LF, CR LF, CR) finds all of them. */
export function locate(text: string, findings: readonly Finding[]): readonly Found[] {
  let line = 1;
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let read = start;
  return findings.map((finding, index) => {
    while (line < finding.line && read < text.length) {
      const code = text.charCodeAt(read);
      read += 1;
      if (code === 10 || (code === 13 && text.charCodeAt(read) !== 10)) {
        line += 1;
        start = read;
      }
    }
    const from = start + finding.column - 1;
    return { finding, number: index + 1, from, to: from + finding.length };
  });
}

/** A stretch of the text that is shown at once. */
export type Sheet = { readonly from: number; readonly to: number; /** Of its first line, from 1. */ readonly line: number };

const sheetSize = 6000;

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) count += 1;
  }
  return count;
}

/** The first of the findings that ends behind a place. */
export function firstBehind(found: readonly Found[], place: number): number {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.to ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sheets of about 6000 characters that end with a line where they can, and never within a finding. */
export function cutSheets(text: string, found: readonly Found[], size = sheetSize): readonly Sheet[] {
  const sheets: Sheet[] = [];
  let [from, line] = [0, 1];
  while (from < text.length) {
    let to = Math.min(from + size, text.length);
    if (to < text.length) {
      // Only this stretch is searched: a text without line ends would be gone through once for every sheet.
      const stretch = text.slice(from, to);
      const end = from + Math.max(stretch.lastIndexOf('\n'), stretch.lastIndexOf('\r'));
      if (end >= from) to = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
      else if (isLowSurrogate(text.charCodeAt(to))) to += 1;
      const across = found[firstBehind(found, to)];
      if (across !== undefined && across.from < to) to = across.from > from ? across.from : across.to;
    }
    sheets.push({ from, to, line });
    line += lineEnds(text, from, to);
    from = to;
  }
  return sheets;
}

export type Piece = { readonly text: string; readonly found: Found | null };
export type Line = { readonly number: number; readonly pieces: readonly Piece[] };

/** The lines of a sheet, each in pieces that are marked or not; a finding over a line end is marked in both lines. */
export function linesOf(text: string, sheet: Sheet, found: readonly Found[]): readonly Line[] {
  const lines: Line[] = [];
  let next = firstBehind(found, sheet.from);
  let { from, line } = sheet;
  while (from < sheet.to) {
    let end = from;
    while (end < sheet.to && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
    const pieces: Piece[] = [];
    let at = from;
    for (let one = found[next]; one !== undefined && one.from < end; one = found[next]) {
      const [begin, stop] = [Math.max(at, one.from), Math.min(end, one.to)];
      if (begin > at) pieces.push({ text: text.slice(at, begin), found: null });
      if (stop > begin) pieces.push({ text: text.slice(begin, stop), found: one });
      at = Math.max(at, stop);
      if (one.to > end) break;
      next += 1;
    }
    if (at < end) pieces.push({ text: text.slice(at, end), found: null });
    lines.push({ number: line, pieces });
    if (end < sheet.to) end += text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1;
    from = end;
    line += 1;
  }
  return lines;
}
