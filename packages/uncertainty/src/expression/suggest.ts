/** Edit distance of two words (insert, delete, replace, swap of neighbours), given up beyond `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}

/** The nearest of the known words, when it is near enough to have been meant. @example suggest('lss', ['ls', 'd']) // 'ls' */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const most = word.length <= 2 ? 1 : 2;
  let [found, least]: [string | undefined, number] = [undefined, most + 1];
  for (const candidate of known) {
    const far = candidate.toLowerCase() === word.toLowerCase() ? 0.5 : distance(word, candidate, most);
    if (far < least) [found, least] = [candidate, far];
  }
  return found;
}
