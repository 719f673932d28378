/** The unit that was perhaps meant: the nearest name by edits, a wrong case costing little, names of any notation and English names too. */
import { indexFor } from './catalogue.ts';
import { compoundNames } from './notation/compound-name.ts';
import { unitEntries } from './table.ts';

/** What people write for a unit, where no rule of spelling leads to it. */
const habits: Readonly<Record<string, string>> = {
  sec: 's',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  day: 'd',
  year: 'a',
  KG: 'kg',
  KM: 'km',
  ML: 'mL',
  Nm: 'N·m',
  NM: 'N·m',
  kgm: 'kg·m',
  gm: 'g',
  gms: 'g',
  mtr: 'm',
  mtrs: 'm',
  ohms: 'Ω',
  deg: '°',
  Kelvin: 'K',
  um: 'µm',
  ug: 'µg',
  uL: 'µL',
  uA: 'µA',
  uV: 'µV',
  Hz2: 'Hz²',
  千卡: 'kcal',
};

/** Edits between two words, a change of case counting 1 of 4. Words are short; the limit keeps hostile input cheap. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column * 4);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i * 4];
    for (let j = 1; j <= b.length; j += 1) {
      const [left, right] = [a.charAt(i - 1), b.charAt(j - 1)];
      const change = left === right ? 0 : left.toLowerCase() === right.toLowerCase() ? 1 : 4;
      next.push(Math.min((row[j] ?? 0) + 4, (next[j - 1] ?? 0) + 4, (row[j - 1] ?? 0) + change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const common = new Set(['', 'k', 'M', 'G', 'm', 'µ', 'c', 'd', 'n', 'h']);

function* candidates(): Generator<readonly [written: string, meant: string]> {
  for (const notation of ['symbol', 'chinese', 'ucum', 'dsi'] as const) {
    for (const [name, { prefix }] of indexFor(notation)) if (common.has(prefix?.symbol ?? '')) yield [name, name];
  }
  for (const name of compoundNames.keys()) yield [name, name];
  for (const { en, symbols, zh } of unitEntries) yield [en, symbols[0] ?? zh[0] ?? en];
}

/** @example nearestUnit('Mpa') // 'MPa' */
export function nearestUnit(unknown: string): string | undefined {
  if (unknown === '' || unknown.length > 40) return undefined;
  const habit = Object.keys(habits).includes(unknown) ? habits[unknown] : undefined;
  if (habit !== undefined) return habit;
  // A word of one sign is answered only by another case; longer words by one edit for every three signs and two changes of case.
  const limit = unknown.length === 1 ? 1 : Math.max(4, Math.floor(unknown.length / 3) * 4) + 2;
  let [best, cost] = [undefined as string | undefined, limit + 1];
  for (const [written, meant] of candidates()) {
    if (meant === '' || Math.abs(written.length - unknown.length) * 4 >= cost) continue;
    const own = distance(unknown, written);
    if (own < cost && own > 0) [best, cost] = [meant, own];
    else if (own === 0 && written !== meant) return meant;
  }
  return best;
}
