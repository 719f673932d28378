import { cellEnd } from './characters.ts';
import type { Projection, ProjectionWriter } from './projection.ts';

/** The separator is the first of comma, semicolon and tab that stands in the first line (RFC 4180 knows only the comma). */
function separatorOf(source: string): string {
  const end = source.search(/[\r\n]/);
  const first = source.slice(0, Math.min(end < 0 ? source.length : end, 10_000));
  return [',', ';', '\t'].find((separator) => first.includes(separator)) ?? ',';
}

/** The cells of a CSV file, each a piece of its own; quotes are taken off, `""` reads `"`. */
export function projectCsv(writer: ProjectionWriter): Projection {
  const { source } = writer;
  const separator = separatorOf(source);
  let index = 0;
  while (index < source.length) {
    if (source.charAt(index) === '"') {
      index += 1;
      let from = index;
      for (; index < source.length; index += 1) {
        if (source.charAt(index) !== '"') continue;
        writer.copy(from, index);
        if (source.charAt(index + 1) !== '"') break;
        writer.write('"', index, index + 2);
        index += 1;
        from = index + 1;
      }
      if (index >= source.length) writer.copy(from, source.length);
      index += 1;
    }
    const from = index;
    while (index < source.length && source.charAt(index) !== separator && !/[\r\n]/.test(source.charAt(index))) index += 1;
    writer.copy(from, index);
    if (index < source.length) writer.write(source.charAt(index) === separator ? cellEnd : '\n', index, index + 1);
    index += 1;
  }
  return writer.finish();
}
