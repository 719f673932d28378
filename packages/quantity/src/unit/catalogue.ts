/** Names of units in the four notations, with every prefix that is allowed in front of them. A name without prefix is found before one with it. */
import type { UnitEntry } from './entry.ts';
import { prefixes } from './prefix.ts';
import type { Prefix } from './prefix.ts';
import { normalised } from './normal-form.ts';
import { unitEntries } from './table.ts';
import type { Named } from './written.ts';

export type Notation = 'symbol' | 'chinese' | 'ucum' | 'dsi';
export const notations: readonly Notation[] = ['symbol', 'chinese', 'ucum', 'dsi'];

const dsiPrefixed =
  /^\\(?:quecto|ronto|yocto|zepto|atto|femto|pico|nano|micro|milli|centi|deci|deca|hecto|kilo|mega|giga|tera|peta|exa|zetta|yotta|ronna|quetta|kibi|mebi|gibi|tebi|pebi|exbi|zebi|yobi)$/;
/** D-SI, rules R010 and R014: these stand without a prefix. */
const dsiBare = [
  '\\day',
  '\\degreecelsius',
  '\\hectare',
  '\\hour',
  '\\minute',
  '\\percent',
  '\\ppm',
  '\\degree',
  '\\arcminute',
  '\\arcsecond',
];

/** Names that carry their prefix in them, beside the regular ones. */
const chineseWhole: Readonly<Record<string, readonly [prefix: string, symbol: string]>> = {
  公斤: ['k', 'g'],
  公斤力: ['k', 'gf'],
  公里: ['k', 'm'],
  公分: ['c', 'm'],
  公尺: ['', 'm'],
  公升: ['', 'L'],
  公吨: ['', 't'],
  大气压力: ['', 'atm'],
  千卡路里: ['k', 'cal'],
};

/** The names of an entry in a notation, the printed one first; with a prefix where one is given. Empty where it has none. */
export function namesOf({ prefix, entry }: Named, notation: Notation): readonly string[] {
  if (notation === 'symbol')
    return prefix === undefined || entry.prefixes.includes(prefix.symbol) ? entry.symbols.map((name) => (prefix?.symbol ?? '') + name) : [];
  if (notation === 'chinese') {
    const names = entry.zh.map((name) => name.replace('=', ''));
    if (prefix === undefined) return names;
    return entry.prefixes.includes(prefix.symbol) ? prefix.zh.flatMap((first) => names.map((name) => first + name)) : [];
  }
  if (notation === 'ucum') {
    if (prefix === undefined) return entry.ucum;
    const allowed = entry.ucumPrefixes && (prefix.kind === 'decimal' || (entry.prefixes.includes('Ki') && /^[KMGT]i$/.test(prefix.symbol)));
    return allowed ? entry.ucum.map((code) => prefix.ucum + code) : [];
  }
  return dsiNames(prefix, entry);
}

function dsiNames(prefix: Prefix | undefined, { dsi, dsiPrefixed: whole, prefixes: allowed }: UnitEntry): readonly string[] {
  if (prefix === undefined) return dsi === undefined ? [] : [dsi];
  const own = whole[prefix.symbol];
  if (own !== undefined) return [own];
  return dsi !== undefined && allowed.includes(prefix.symbol) && !dsiBare.includes(dsi) ? [`\\${prefix.en}${dsi}`] : [];
}

/** Chinese names that only print, being the name of a compound as well (平方英寸). */
const readNames = (named: Named, notation: Notation): readonly string[] =>
  notation === 'chinese' && named.entry.zh.some((name) => name.startsWith('=')) ? [] : namesOf(named, notation);

function indexOf(notation: Notation): ReadonlyMap<string, Named> {
  const index = new Map<string, Named>();
  const enter = (named: Named): void => {
    for (const name of readNames(named, notation)) {
      const key = normalised(name).text;
      if (!index.has(key)) index.set(key, named);
    }
  };
  for (const entry of unitEntries) enter({ prefix: undefined, entry });
  for (const entry of unitEntries) for (const prefix of prefixes) enter({ prefix, entry });
  if (notation === 'chinese') {
    for (const [name, [prefix, symbol]] of Object.entries(chineseWhole)) {
      const entry = unitEntries.find(({ symbols }) => symbols[0] === symbol);
      if (entry !== undefined) index.set(name, { prefix: prefixes.find((own) => own.symbol === prefix), entry });
    }
  }
  return index;
}

const indexes = new Map<Notation, ReadonlyMap<string, Named>>();

/** Name (normal form) to unit; made at the first use. */
export function indexFor(notation: Notation): ReadonlyMap<string, Named> {
  const known = indexes.get(notation);
  if (known !== undefined) return known;
  const index = indexOf(notation);
  indexes.set(notation, index);
  return index;
}

/** The name that is printed, or undefined where the notation has none that would be read back as the same unit. */
export function printedName(named: Named, notation: Notation): string | undefined {
  const name = namesOf(named, notation)[0];
  if (name === undefined || name === '') return undefined;
  if (notation === 'chinese' && named.entry.zh[0]?.startsWith('=') === true) return name;
  const found = indexFor(notation).get(normalised(name).text);
  return found?.entry === named.entry && found.prefix === named.prefix ? name : undefined;
}

/** Whether a D-SI name is that of a prefix. @example isDsiPrefix('\\kilo') // true */
export const isDsiPrefix = (name: string): boolean => dsiPrefixed.test(name);
