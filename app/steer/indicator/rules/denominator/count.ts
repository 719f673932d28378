import type { Day } from '../../../../kernel/day.ts';
import type { Text } from '../../../../kernel/text.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../../../../register/catalogue/rules/kinds.ts';
import { share, type Fraction } from '../value.ts';
import { numberKey, type CatalogueItem } from './catalogue-item.ts';
import type { CoverageDefinition, DemandDefinition } from './definition.ts';
import { countsIn, standsIn, type DemandWeight, type ItemVerdict } from './words.ts';

/** Instruments of one kind in one region: in use in the ledger, or requested. */
export type KindCount = { readonly region: string; readonly kind: string; readonly n: number };
/** Demand of one kind in one region, and how much of it was served. */
export type KindDemand = { readonly region: string; readonly kind: string; readonly numerator: number; readonly denominator: number };
/** An authorised item of compulsory verification, as accepted, that holds on the day. */
export type Scope = { readonly id: string; readonly number: string; readonly region: string };

export type CoverageEvidence = {
  readonly scopes: readonly Scope[];
  readonly ledger: readonly KindCount[];
  readonly requests: readonly KindCount[];
};

export type CountedItem = {
  readonly key: string;
  readonly name: Text | null;
  readonly entry: Text | null;
  readonly kinds: readonly string[];
  readonly verdict: ItemVerdict;
  /** Instruments by which it is weighted; null: not known. */
  readonly demand: number | null;
  /** Of those, the ones of a covered number, or the ones that were served. */
  readonly met: number | null;
  /** Authorised items that cover it; none of demand. */
  readonly scopes: readonly string[];
};

export type Counted = {
  readonly items: readonly CountedItem[];
  readonly unweighted: Fraction | null;
  readonly weighted: Fraction | null;
  /** Items of the denominator that the weighted figure leaves out, because nobody knows their demand. */
  readonly unknownDemand: number;
};

function figuresOf(items: readonly CountedItem[]): Counted {
  const inside = items.filter(({ verdict }) => standsIn(verdict));
  const known = inside.filter(({ demand }) => demand !== null);
  const sum = (of: (item: CountedItem) => number | null): number => known.reduce((total, item) => total + (of(item) ?? 0), 0);
  return {
    items,
    unweighted: share(inside.filter(({ verdict }) => countsIn(verdict)).length, inside.length),
    weighted: share(
      sum(({ met }) => met),
      sum(({ demand }) => demand),
    ),
    unknownDemand: inside.length - known.length,
  };
}

const sumOf = (counts: readonly KindCount[], kinds: readonly string[]): number =>
  counts.reduce((total, { kind, n }) => (kinds.includes(kind) ? total + n : total), 0);

export const coveredBy = (item: CatalogueItem, number: string): boolean => {
  const key = numberKey(number);
  return item.numbers.includes(key) || (item.prefix !== null && key.startsWith(item.prefix));
};

/** Why a number does not stand in the denominator on a day; undefined when it does. */
function absence(
  item: CatalogueItem,
  chosen: CoverageDefinition['chosen'],
  day: Day,
  { ledger, requests }: CoverageEvidence,
): ItemVerdict | undefined {
  if (item.left !== null) return item.left;
  if (item.from !== null && item.from > day) return 'not-begun';
  if (chosen !== 'ledger' && chosen !== 'demanded') return undefined;
  if (item.kinds.length === 0) return 'unknown-demand';
  const found = sumOf(chosen === 'ledger' ? ledger : requests, item.kinds);
  return found > 0 ? undefined : chosen === 'ledger' ? 'no-instrument' : 'not-demanded';
}

/**
 * G3-4 on a day: the numbers of the denominator of which at least one authorised item is in force. Within a region only what its own bodies are
 * authorised for counts, and only its own instruments are demand.
 */
export function countCoverage(definition: CoverageDefinition, day: Day, evidence: CoverageEvidence, region?: string): Counted {
  const inside = <Row extends { region: string }>(rows: readonly Row[]): readonly Row[] =>
    region === undefined ? rows : rows.filter((row) => row.region === region);
  const own: CoverageEvidence = { scopes: inside(evidence.scopes), ledger: inside(evidence.ledger), requests: inside(evidence.requests) };
  const weights: Readonly<Record<DemandWeight, readonly KindCount[]>> = { ledger: own.ledger, requests: own.requests };
  return figuresOf(
    definition.items.map((item): CountedItem => {
      const scopes = own.scopes.filter(({ number }) => coveredBy(item, number)).map(({ id }) => id);
      const demand = item.kinds.length === 0 ? null : sumOf(weights[definition.weight], item.kinds);
      const verdict = absence(item, definition.chosen, day, own) ?? (scopes.length > 0 ? 'covered' : 'uncovered');
      const { key, name, entry, kinds } = item;
      return { key, name, entry, kinds, verdict, demand, met: demand === null ? null : scopes.length > 0 ? demand : 0, scopes };
    }),
  );
}

const isKind = (kind: string): kind is InstrumentKind => (instrumentKindNames as readonly string[]).includes(kind);

/** G3-5 on a day: kind by kind what was demanded and what was served; a kind counts when its share reaches the threshold. */
export function countSatisfaction(definition: DemandDefinition, rows: readonly KindDemand[], region?: string): Counted {
  const own = region === undefined ? rows : rows.filter((row) => row.region === region);
  const kinds = [...new Set<string>([...instrumentKindNames, ...own.map(({ kind }) => kind)])];
  return figuresOf(
    kinds.map((kind): CountedItem => {
      const of = own.filter((row) => row.kind === kind);
      const demand = of.reduce((total, row) => total + row.denominator, 0);
      const met = of.reduce((total, row) => total + row.numerator, 0);
      const verdict = demand === 0 ? 'not-demanded' : met * 100 >= definition.threshold * demand ? 'satisfied' : 'unsatisfied';
      return {
        key: kind,
        name: isKind(kind) ? instrumentKinds[kind].text : null,
        entry: null,
        kinds: [kind],
        verdict,
        demand,
        met,
        scopes: [],
      };
    }),
  );
}

/** The figure that is held against the target. */
export const reportedOf = (counted: Counted, { reported }: Pick<CoverageDefinition | DemandDefinition, 'reported'>): Fraction | null =>
  counted[reported];

export type ItemChange = {
  readonly key: string;
  readonly name: Text | null;
  readonly before: ItemVerdict | null;
  readonly after: ItemVerdict | null;
};

/** What another denominator takes in, leaves out and judges otherwise: by key, and only where the two differ. */
export function itemChanges(before: readonly CountedItem[], after: readonly CountedItem[]): ItemChange[] {
  const was = new Map(before.map((item) => [item.key, item]));
  const is = new Map(after.map((item) => [item.key, item]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => {
      const [old, now] = [was.get(key), is.get(key)];
      return { key, name: now?.name ?? old?.name ?? null, before: old?.verdict ?? null, after: now?.verdict ?? null };
    })
    .filter((change) => change.before !== change.after);
}

const standsThere = (verdict: ItemVerdict | null): boolean => verdict !== null && standsIn(verdict);
export const enters = ({ before, after }: ItemChange): boolean => !standsThere(before) && standsThere(after);
export const leaves = ({ before, after }: ItemChange): boolean => standsThere(before) && !standsThere(after);
