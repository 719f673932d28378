/** Symbols written together for products and quotients, as they stand on instruments (kWh, kVA, rpm): read, and printed in the correct form. */
import { negate, one, rational } from '../../rational.ts';
import { prefixes } from '../prefix.ts';
import { unitEntries } from '../table.ts';
import { plain } from '../written.ts';
import type { Term, Written } from '../written.ts';

const term = (symbol: string, exponent = 1): Term => {
  const entry = unitEntries.find(({ symbols }) => symbols.includes(symbol));
  if (entry === undefined) throw new RangeError(`no unit ${symbol}`);
  return { prefix: undefined, entry, exponent: exponent === 1 ? one : negate(one) };
};

const prefixed: Readonly<Record<string, readonly Term[]>> = {
  Wh: [term('W'), term('h')],
  Ah: [term('A'), term('h')],
  VA: [term('V'), term('A')],
  VAh: [term('V'), term('A'), term('h')],
  varh: [term('var'), term('h')],
};
const bare: Readonly<Record<string, readonly Term[]>> = {
  rpm: [term('r'), term('min', -1)],
  rps: [term('r'), term('s', -1)],
  mph: [term('mi'), term('h', -1)],
  gpm: [term('gal'), term('min', -1)],
  cfm: [{ ...term('ft'), exponent: rational(3) }, term('min', -1)],
  ksi: [{ ...term('psi'), prefix: prefixes.find(({ symbol }) => symbol === 'k') }],
};

/** Bytes in IEC 80000-13; B alone is the bel, and only the decibel is in use of its multiples. */
const bytePrefixes = ['k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const powers = ['n', 'µ', 'm', 'k', 'M', 'G', 'T'];

function all(): ReadonlyMap<string, Written> {
  const index = new Map<string, Written>();
  for (const [name, terms] of [...Object.entries(prefixed), ...Object.entries(bare)]) index.set(name, plain(one, terms));
  for (const [name, [first, ...others]] of Object.entries(prefixed)) {
    if (first === undefined) continue;
    for (const symbol of powers)
      index.set(symbol + name, plain(one, [{ ...first, prefix: prefixes.find((own) => own.symbol === symbol) }, ...others]));
  }
  const byte = term('byte');
  for (const symbol of bytePrefixes)
    index.set(`${symbol}B`, plain(one, [{ ...byte, prefix: prefixes.find((own) => own.symbol === symbol) }]));
  return index;
}

export const compoundNames: ReadonlyMap<string, Written> = all();
