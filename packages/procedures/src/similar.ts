/** How many letters differ between two words: inserted, dropped or replaced (Levenshtein). @example distance('jjg', 'jjf') // 1 */
export function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}

/** Without what people leave out or add: 'JJG 539' and 'jjg-0539' are one. */
const plain = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .replace(/\b0+(?=\d)/g, '')
    .trim();

/**
 * Which of the known ids somebody may have meant, the nearest first, three at most.
 * @example similarIds('JJG 539', ['jjg-0539-2016', 'jjg-0692-2010']) // ['jjg-0539-2016']
 */
export function similarIds(asked: string, known: readonly string[]): readonly string[] {
  const wanted = plain(asked);
  const words = wanted.split(' ').filter((word) => /^\d+$/.test(word));
  const near = known
    .map((id) => {
      const name = plain(id);
      // The number of the regulation; its year is shared by many.
      const [, regulation = ''] = name.split(' ');
      const shared = words.includes(regulation);
      return { id, far: shared ? 0 : distance(wanted, name) };
    })
    .filter(({ far }) => far <= 2);
  return near
    .sort((one, other) => one.far - other.far)
    .slice(0, 3)
    .map(({ id }) => id);
}
