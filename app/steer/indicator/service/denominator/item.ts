import { addDays } from '../../../../kernel/day.ts';
import type { Page } from '../../../../kernel/page.ts';
import { instrumentKindNames, instrumentKinds } from '../../../../register/catalogue/rules/kinds.ts';
import type { DenominatorItem } from '../../contract/denominator.ts';
import type { CountedItem } from '../../rules/denominator/count.ts';
import { countsIn, standsIn, type ItemVerdict } from '../../rules/denominator/words.ts';
import type { Evidence } from './count.ts';
import { words } from './print.ts';

const nameOfKind = (kind: string): [string, string] => {
  const known = instrumentKindNames.find((one) => one === kind);
  return known === undefined ? [kind, kind] : words(instrumentKinds[known].text);
};

export function toItem(item: CountedItem, { scopes }: Pick<Evidence, 'scopes'>): DenominatorItem {
  return {
    key: item.key,
    name: item.name === null ? null : words(item.name),
    entry: item.entry === null ? null : words(item.entry),
    kinds: item.kinds.map((kind) => ({ kind, name: nameOfKind(kind) })),
    verdict: item.verdict,
    inDenominator: standsIn(item.verdict),
    counts: countsIn(item.verdict),
    demand: item.demand,
    met: item.met,
    evidence: item.scopes.flatMap((id) => {
      const scope = scopes.find((each) => each.id === id);
      if (scope === undefined) return [];
      return [
        {
          id,
          title: scope.title,
          organization: scope.organization,
          region: scope.region,
          until: scope.to === null ? null : addDays(scope.to, -1),
        },
      ];
    }),
  };
}

type Filter = {
  readonly q?: string | undefined;
  readonly verdict?: ItemVerdict | undefined;
  readonly counts?: 'true' | 'false' | undefined;
  readonly inside?: 'true' | 'false' | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

const isWanted = (item: CountedItem, { q, verdict, counts, inside }: Filter): boolean =>
  (verdict === undefined || item.verdict === verdict) &&
  (counts === undefined || countsIn(item.verdict) === (counts === 'true')) &&
  (inside === undefined || standsIn(item.verdict) === (inside === 'true')) &&
  (q === undefined ||
    [item.key, ...(item.name ?? []), ...(item.entry ?? [])].some((part) => part.toLowerCase().includes(q.trim().toLowerCase())));

/** The items of a denominator page by page, in the order of the catalogue or of the kinds. */
export function pageItems(items: readonly CountedItem[], evidence: Pick<Evidence, 'scopes'>, filter: Filter): Page<DenominatorItem> {
  const found = items.filter((item) => isWanted(item, filter));
  const start = filter.after === undefined ? 0 : found.findIndex(({ key }) => key === filter.after) + 1;
  const page = found.slice(start, start + filter.limit);
  return {
    items: page.map((item) => toItem(item, evidence)),
    next: start + filter.limit < found.length ? (page[page.length - 1]?.key ?? null) : null,
    total: found.length,
  };
}
