import { Problem } from '../../../kernel/problem.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import type { Context, Db, Service } from '../../../platform/context.ts';
import { instrumentKinds } from '../../catalogue/rules/kinds.ts';
import { searchProblems, type searchEndpoints } from '../contract/search.ts';
import { isChinese, wordsOf } from '../rules/words.ts';
import type { Reach } from '../store/reach.ts';
import { candidatesOf, demandsOf, keyOf, listAmong, listCandidates, ownOf, type Found, type SearchFilter } from '../store/search.ts';
import { listTypesOf, walkGround, walkOwn, walkTypes, walkWord, type Ground } from '../store/search-order.ts';
import { isTooLong, isUnreadable, patiently } from '../store/search-patience.ts';
import { chained, type Walk } from '../store/search-walk.ts';
import { findWord, hasText, hasWord, type Type, type Word } from '../store/search-words.ts';
import { findInstruments } from './card.ts';
import { countFiltered } from './tally.ts';
import { reachOf } from './reach.ts';
import { printPlace, readPlace, type Place } from './search-cursor.ts';

export type Search = SearchFilter & { readonly q?: string | undefined; readonly limit: number; readonly after?: string | undefined };
type Total = Pick<Place, 'total' | 'capped'>;
type Page = Total & { readonly way: Place['way']; readonly rows: readonly Found[] };
type SearchContext = Pick<Context, 'caller' | 'db' | 'today'>;

/** Fewer rows than these are looked at one by one; more are walked in the order of an index. */
const few = 1000;
/** Counted so far, and no further: nobody reads a thousand pages. */
const mostCounted = 1000;
/** A search answers within these milliseconds or says that it is too broad; counting the rest of a full page gets less. */
const patience = { search: 3000, count: 12 };

const kindsCalled = (word: string): string[] =>
  isChinese(word) ? Object.entries(instrumentKinds).flatMap(([kind, { text }]) => (text[0].includes(word) ? [kind] : [])) : [];

/** How much a word narrows when it leads: numbers, then places, then types alone, holders, everything. */
function breadth({ types, holders, townships, counties }: Word): number {
  if (counties.length > 0) return 6;
  if (holders === null) return 5;
  if (townships.length > 0) return 1;
  if (types.length === 0) return holders.length === 0 ? 0 : 3;
  return holders.length === 0 ? 2 : 4;
}

const isCounty = (code: string | undefined): boolean => code !== undefined && regionPrefix(code).length === 6;

/** The county that the filter or the caller's scope leaves. */
const countyOf = ({ scope }: Reach, filter: SearchFilter): string | undefined =>
  [filter.region, scope.kind === 'region' ? scope.region : undefined].find(isCounty);

/** The equality that all rows share, the narrowest first. */
function groundOf(reach: Reach, filter: SearchFilter, words: readonly Word[]): Ground {
  if (filter.holderId !== undefined) return { kind: 'holder', holder: filter.holderId };
  if (reach.scope.kind === 'organization')
    return reach.pairs.length > 0 ? { kind: 'pairs', pairs: reach.pairs } : { kind: 'holder', holder: reach.scope.organization };
  if (filter.township !== undefined) return { kind: 'township', township: filter.township };
  const named = words.flatMap(({ counties }) => (counties.length === 1 ? counties : []));
  const region = countyOf(reach, filter) ?? named.find(isCounty);
  return region === undefined ? { kind: 'city' } : { kind: 'region', region };
}

/** A word that can only be meant as a type; such words leave the types that all of them allow. */
const isTypeOnly = ({ text, holders, townships, villages, places, types }: Word): boolean =>
  isChinese(text) && types.length > 0 && holders?.length === 0 && townships.length + villages.length + places.length === 0;

/** The walk through the many rows that a search finds. */
async function walkOf(db: Db, reach: Reach, filter: SearchFilter, words: readonly Word[], today: string): Promise<Walk> {
  const ground = groundOf(reach, filter, words);
  const demands = demandsOf(reach, filter, today);
  const [lead, ...others] = words.toSorted((one, other) => breadth(one) - breadth(other));
  const conditions = [...demands, ...others.map(hasWord)];
  const narrowed = (types: readonly Type[]): Type[] => {
    const allowed = others.filter(isTypeOnly).map(({ types: each }) => new Set(each.map(({ id }) => id)));
    return types.filter(({ id, kind }) => (filter.kind === undefined || kind === filter.kind) && allowed.every((ids) => ids.has(id)));
  };
  const homes = others.find((word) => word.holders === null && word.homes.length > 0)?.homes ?? [];
  const first = async (): Promise<Walk> => {
    if (lead !== undefined) return walkWord({ ...lead, types: narrowed(lead.types) }, ground, conditions, homes);
    if (ground.kind === 'pairs') {
      const kinds = [...new Set(ground.pairs.map(({ kind }) => kind))].filter((kind) => filter.kind === undefined || kind === filter.kind);
      return walkTypes(await listTypesOf(db, kinds), ground, conditions);
    }
    if (filter.kind !== undefined) return walkTypes(await listTypesOf(db, [filter.kind]), ground, conditions);
    return walkGround(ground, conditions);
  };
  if (reach.scope.kind !== 'organization' || filter.holderId !== undefined) return first();
  const all = lead === undefined ? conditions : [...conditions, hasWord(lead)];
  return chained([await first(), walkOwn(reach.scope.organization, ground, all)]);
}

/** The rows of one place, installation or holder, or of an organization that has no designation, where they are few. */
async function fewByKey(db: Db, reach: Reach, filter: SearchFilter): Promise<string[] | undefined> {
  const key = keyOf(filter);
  const isOwn = reach.scope.kind === 'organization' && reach.pairs.length === 0;
  if (key === undefined && !isOwn) return undefined;
  const sources = key !== undefined ? [{ condition: key }] : reach.scope.kind === 'organization' ? ownOf(reach.scope.organization) : [];
  const ids = await listCandidates(db, sources, few);
  return ids.length > few ? undefined : ids;
}

/** Words that narrow are looked up first: those with digits or letters, then the long ones. */
const narrowFirst = (texts: readonly string[]): string[] =>
  texts.toSorted((one, other) => Number(isChinese(one)) - Number(isChinese(other)) || other.length - one.length);

const allOf = async (db: Db, texts: readonly string[], withKinds: boolean): Promise<Word[]> => {
  const words: Word[] = [];
  for (const text of narrowFirst(texts)) words.push(await findWord(db, text, kindsCalled(text), withKinds));
  return words;
};

type Lookup = { readonly ids: readonly string[]; readonly others: readonly string[] } | { readonly words: readonly Word[] };

/** Looks words up until one is found that few rows have; then the others are read in those rows. */
async function lookUp(db: Db, texts: readonly string[], withKinds: boolean, county: string | undefined): Promise<Lookup> {
  const words: Word[] = [];
  for (const text of narrowFirst(texts)) {
    const word = await findWord(db, text, kindsCalled(text), withKinds);
    const ids = await candidatesOf(db, word, few, county);
    if (ids !== undefined) return { ids, others: texts.filter((other) => other !== text) };
    words.push(word);
  }
  return { words };
}

const cappedAt = (found: number): Total => (found > mostCounted ? { total: mostCounted, capped: true } : { total: found, capped: false });

/** Goes on walking after a full page until the count is known, the cap is reached or patience ends; the total is at least what was seen. */
async function counted(whole: Db, walk: Walk, seen: readonly Found[]): Promise<Total> {
  const begun = performance.now();
  let found = seen.length;
  let last = seen[seen.length - 1];
  let isWhole = false;
  try {
    await patiently(whole, patience.count, async (db) => {
      for (let step = 150; !isWhole && found <= mostCounted && performance.now() - begun < patience.count; step *= 2) {
        const limit = Math.min(step, mostCounted + 1 - found);
        const rows = await walk(db, limit, last?.position);
        found += rows.length;
        last = rows[rows.length - 1];
        isWhole = rows.length < limit;
      }
    });
  } catch (error) {
    if (!isTooLong(error)) throw error;
  }
  return isWhole ? cappedAt(found) : { total: Math.min(found, mostCounted), capped: true };
}

/** A page, and where more than a page was found the walk on which the count goes on. */
type Start = { readonly page: Page; readonly walk?: Walk };

async function begin(db: Db, ctx: SearchContext, reach: Reach, search: Search, place: Place | undefined): Promise<Start> {
  const { q, limit, after: _after, ...filter } = search;
  const texts = wordsOf(q ?? '');
  const fewOf = async (ids: readonly string[], open: readonly string[]): Promise<Start> => {
    const all = [...demandsOf(reach, filter, ctx.today), ...open.map((text) => hasText(text, kindsCalled(text)))];
    const byDue = filter.standing === 'overdue' || filter.standing?.startsWith('due-') === true;
    const { rows, total } = await listAmong(db, ids, all, texts, { limit: limit + 1, after: place?.position, byDue });
    return { page: { way: 'few', rows, ...(place === undefined ? cappedAt(total) : { total: place.total, capped: place.capped }) } };
  };
  const withKinds = reach.pairs.length > 0 || filter.kind !== undefined;
  const isMany = place?.way === 'many';
  const keyed = isMany ? undefined : await fewByKey(db, reach, filter);
  if (keyed !== undefined) return fewOf(keyed, texts);
  const found = isMany ? { words: await allOf(db, texts, withKinds) } : await lookUp(db, texts, withKinds, countyOf(reach, filter));
  if ('ids' in found) return fewOf(found.ids, found.others);
  const walk = await walkOf(db, reach, filter, found.words, ctx.today);
  const rows = await walk(db, limit + 1, isMany ? place.position : undefined);
  const page = { way: 'many', rows, ...(isMany ? { total: place.total, capped: place.capped } : cappedAt(rows.length)) } as const;
  return isMany || rows.length <= limit ? { page } : { page, walk };
}

async function findPage(ctx: SearchContext, search: Search, place: Place | undefined): Promise<Page> {
  const reach = await reachOf(ctx);
  if (reach.scope.kind === 'none') return { way: 'few', rows: [], total: 0, capped: false };
  const { page, walk } = await patiently(ctx.db, patience.search, (db) => begin(db, ctx, reach, search, place));
  if (walk === undefined) return page;
  const { q, limit: _limit, after: _after, ...filter } = search;
  const known = wordsOf(q ?? '').length === 0 ? await countFiltered(ctx, reach, filter) : undefined;
  return { ...page, ...(known === undefined ? await counted(ctx.db, walk, page.rows) : { total: known, capped: false }) };
}

/** The ids of one page of what a search finds within the caller's reach, for lists, exports and batches alike. */
export async function searchInstruments(ctx: SearchContext, search: Search): Promise<Total & { ids: string[]; next: string | null }> {
  const place = readPlace(search.after);
  const { rows, way, total, capped } = await findPage(ctx, search, place).catch((error: unknown) => {
    // A cursor that somebody wrote by hand begins the list anew.
    if (place !== undefined && isUnreadable(error)) return findPage(ctx, search, undefined);
    if (isTooLong(error)) throw new Problem(searchProblems.searchTooBroad);
    throw error;
  });
  const page = rows.slice(0, search.limit);
  const last = page[page.length - 1];
  return {
    ids: page.map(({ id }) => id),
    total,
    capped,
    next: rows.length > search.limit && last !== undefined ? printPlace({ way, total, capped, position: last.position }) : null,
  };
}

export const searchService: Service<typeof searchEndpoints> = {
  async listInstruments({ query }, ctx) {
    const { ids, ...page } = await searchInstruments(ctx, query);
    return { items: await findInstruments(ctx, ids), ...page };
  },
};
