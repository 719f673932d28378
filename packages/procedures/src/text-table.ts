/** A table for a terminal, where a Chinese character takes two places. */

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** The places that a text takes. @example placesOf('检定 A') // 6 */
export const placesOf = (text: string): number => text.length + (text.match(wide) ?? []).length;

/**
 * Rows under a head with their columns one below the other; the last column is as long as it is.
 * @example textTable([['a', 'b'], ['甲', '1']]) // 'a   b\n甲  1'
 */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, placesOf(cell))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - placesOf(cell)))
      .join('  ')
      .replace(/ +$/, '');
  return rows.map(line).join('\n');
}
