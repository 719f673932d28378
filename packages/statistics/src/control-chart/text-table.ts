/** Aligned tables in plain text; a Chinese character is as wide as two Latin ones. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((width, sign) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(sign) ? 2 : 1), 0);

/** The first column stands left, the others right. @example textTable([['a', '1'], ['bc', '10']]) // 'a    1\nbc  10' */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, index) => Math.max(widthOf(cell), most[index] ?? 0)), []);
  return rows
    .map((row) =>
      row
        .map((cell, index) => {
          const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
          return index === 0 ? cell + gap : gap + cell;
        })
        .join('  ')
        .replace(/\s+$/, ''),
    )
    .join('\n');
}
