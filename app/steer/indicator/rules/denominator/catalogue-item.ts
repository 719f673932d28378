import type { Day } from '../../../../kernel/day.ts';
import type { Text } from '../../../../kernel/text.ts';
import type { CatalogueDocument } from '../../../../register/catalogue/contract/catalogue-document.ts';
import { entryKey, type Mode } from '../../../../register/catalogue/rules/catalogue.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../../../../register/catalogue/rules/kinds.ts';
import type { CatalogueLevel, ItemVerdict } from './words.ts';

/** One number of the catalogue as a denominator counts it. */
export type CatalogueItem = {
  readonly key: string;
  /** null: the number does not stand in the edition that was named. */
  readonly name: Text | null;
  /** The first-level entry of a second-level number. */
  readonly entry: Text | null;
  /** Kinds of the ledger that belong to it; none: its demand is not known. */
  readonly kinds: readonly InstrumentKind[];
  /** Numbers of authorised items that cover it. */
  readonly numbers: readonly string[];
  /** Authorised items whose number begins so cover it as well. */
  readonly prefix: string | null;
  readonly from: Day | null;
  /** Why it never stands in the denominator. */
  readonly left: Extract<ItemVerdict, 'not-compulsory' | 'mode-unknown'> | null;
};

type Entry = CatalogueDocument['entries'][number];
type SubItem = Entry['items'][number];

const isCompulsory = (mode: Mode | null): boolean => mode === 'V' || mode === 'P+V';
const leftOut = (modes: readonly (Mode | null)[]): CatalogueItem['left'] =>
  modes.some(isCompulsory) ? null : modes.includes(null) ? 'mode-unknown' : 'not-compulsory';

const kindsOfEntry = (entry: Entry): InstrumentKind[] =>
  instrumentKindNames.filter((kind) => entryKey(instrumentKinds[kind].entry) === entryKey(entry.name[0]));

/** Names that a sub-item lists: 心电图机（含数字心电图机） names two. */
const partsOf = (name: string): string[] =>
  name
    .split(/[、，；（）();,]/)
    .map((part) => entryKey(part.replace(/^含/, '')))
    .filter((part) => part !== '');

/** Only equal names are taken for the same: whatever is not sure has no kind, and so no known demand. */
function kindsOfSubItem(entry: Entry, item: SubItem): InstrumentKind[] {
  const kinds = kindsOfEntry(entry);
  if (entry.items.length === 1) return kinds;
  const names = partsOf(item.name[0]);
  return kinds.filter((kind) => names.includes(entryKey(instrumentKinds[kind].text[0])));
}

const toEntry = (entry: Entry): CatalogueItem => {
  const own = entry.items.map((item) => item.mode ?? entry.mode);
  return {
    key: String(entry.number),
    name: entry.name,
    entry: null,
    kinds: kindsOfEntry(entry),
    numbers: [String(entry.number)],
    prefix: `${entry.number}-`,
    from: entry.from,
    left: leftOut(own.length === 0 ? [entry.mode] : own),
  };
};

function toSubItems(entry: Entry): CatalogueItem[] {
  // An entry that is not divided, or into one, is one number, whether it is written 2 or 2-1.
  if (entry.items.length < 2) {
    const [only] = entry.items;
    const name = only?.name ?? entry.name;
    const numbers = [String(entry.number), `${entry.number}-1`];
    return [{ ...toEntry(entry), name, entry: only === undefined ? null : entry.name, numbers, prefix: null }];
  }
  return entry.items.map((item, index) => {
    const key = `${entry.number}-${index + 1}`;
    return {
      key,
      name: item.name,
      entry: entry.name,
      kinds: kindsOfSubItem(entry, item),
      numbers: [key],
      prefix: null,
      from: entry.from,
      left: leftOut([item.mode ?? entry.mode]),
    };
  });
}

/** Every number of an edition at one level, those that never count with the reason. */
export const itemsOf = ({ entries }: Pick<CatalogueDocument, 'entries'>, level: CatalogueLevel): CatalogueItem[] =>
  level === 'entry' ? entries.map(toEntry) : entries.flatMap(toSubItems);

/** A number as it is compared: widths and spaces do not tell numbers apart. */
export const numberKey = (number: string): string => number.normalize('NFKC').replace(/\s+/g, '');

/** The numbers that a document names one by one, with what the edition says of them; each counts by its own number alone. */
export function listedItems(content: Pick<CatalogueDocument, 'entries'>, numbers: readonly string[]): CatalogueItem[] {
  const known = new Map([...itemsOf(content, 'item'), ...itemsOf(content, 'entry')].map((item) => [item.key, item]));
  return [...new Set(numbers.map(numberKey).filter((number) => number !== ''))].map((key) => {
    const item = known.get(key) ?? known.get(key.replace(/-1$/, ''));
    // A document may name what the working table takes for something else: its word decides.
    return {
      key,
      name: item?.name ?? null,
      entry: item?.entry ?? null,
      kinds: item?.kinds ?? [],
      numbers: [key],
      prefix: null,
      from: null,
      left: null,
    };
  });
}
