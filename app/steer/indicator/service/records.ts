import type { Context } from '../../../platform/context.ts';
import { readMatrixAt } from '../../../measure/capability/service/matrix.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../plan/rules/clauses.ts';
import type { RecordRow } from '../contract/shapes.ts';
import { entryRule, type EntryRule } from '../rules/counting.ts';
import { planMethod, versionOn, type Version } from '../rules/denominator/definition.ts';
import { standsIn } from '../rules/denominator/words.ts';
import type { RecordVerdict } from '../rules/states.ts';
import * as store from '../store/records.ts';
import { countDay } from './denominator/count.ts';
import { readVersions } from './denominator/versions.ts';
import type { Moment } from './moment.ts';

/** More authorised items than a city has numbers and institutes. */
const mostScopes = 10_000;

type Page = { items: RecordRow[]; next: string | null; total: number };

async function entryRecords(ctx: Context, rule: EntryRule, at: Moment, filter: store.RecordFilter): Promise<Page> {
  const { rows, total } = await store.listEntryRecords(ctx.db, rule, at, filter);
  const shown = rows.slice(0, filter.limit);
  return {
    items: shown.map((row) => ({
      id: row.entryId,
      source: 'entry',
      title: row.title,
      documentNumber: row.documentNumber,
      organization: row.organization,
      region: row.region,
      level: row.level,
      since: row.since,
      until: row.until,
      verdict: row.verdict as RecordVerdict,
      basis: row.opening ? 'opening' : 'record',
      again: row.again,
      parent: row.entryId,
    })),
    next: rows.length > filter.limit ? (shown[shown.length - 1]?.entryId ?? null) : null,
    total,
  };
}

async function standardRecords(ctx: Context, at: Moment, filter: store.RecordFilter): Promise<Page> {
  const { rows, total } = await store.listStandardRecords(ctx.db, at, filter);
  const shown = rows.slice(0, filter.limit);
  const placeOf = (row: store.StandardRecord): string => `${row.recordId} ${row.subjectKey}`;
  const last = shown[shown.length - 1];
  return {
    items: shown.map((row) => ({
      id: placeOf(row),
      source: row.source,
      title: row.title,
      documentNumber: row.documentNumber,
      organization: row.organization,
      region: row.region,
      level: row.level,
      since: row.since,
      until: row.until,
      verdict: row.verdict as RecordVerdict,
      basis: row.opening ? 'opening' : 'record',
      again: row.again,
      parent: row.recordId,
    })),
    next: rows.length > filter.limit && last !== undefined ? placeOf(last) : null,
    total,
  };
}

async function cellRecords(ctx: Context, list: string, at: Moment, filter: store.RecordFilter): Promise<Page> {
  const matrix = await readMatrixAt(ctx, list, at);
  const all = matrix.counties.flatMap((county) =>
    county.cells.map((cell): RecordRow => {
      const item = matrix.items.find((each) => each.id === cell.item);
      const place = `${county.code}/${cell.item}`;
      return {
        id: place,
        source: 'cell',
        title: `${county.annexName} ${item?.mark ?? ''}${item?.name[0] ?? cell.item}`,
        documentNumber: cell.basis === 'document' ? matrix.documentNumber : null,
        organization: cell.body,
        region: county.code,
        level: null,
        since: cell.since,
        until: null,
        verdict: cell.state === 'in-use' ? 'counts' : 'not-in-place',
        basis: cell.basis === 'record' ? 'record' : 'document',
        again: false,
        parent: place,
      };
    }),
  );
  const found = all.filter(
    (row) =>
      (filter.region === undefined || row.region === filter.region) &&
      (filter.counts === undefined || (row.verdict === 'counts') === (filter.counts === 'true')) &&
      (filter.q === undefined || row.title.includes(filter.q)),
  );
  const start = filter.after === undefined ? 0 : found.findIndex((row) => row.id === filter.after) + 1;
  const items = found.slice(start, start + filter.limit);
  return { items, next: start + filter.limit < found.length ? (items[items.length - 1]?.id ?? null) : null, total: found.length };
}

/** The version that holds on the day; undefined while none does. */
const holding = async (ctx: Context, plan: PlanDocument, indicator: PlacedIndicator, at: Moment): Promise<Version | undefined> =>
  versionOn(await readVersions(ctx, plan, indicator, at.knownAt), at.asOf);

async function demandRecords(
  ctx: Context,
  plan: PlanDocument,
  indicator: PlacedIndicator,
  at: Moment,
  filter: store.RecordFilter,
): Promise<Page> {
  const definition = (await holding(ctx, plan, indicator, at))?.definition ?? planMethod;
  const asked = { months: definition.months, waiting: definition.chosen === 'submitted' };
  const [{ rows }, { counted }] = await Promise.all([
    store.listDemandRecords(ctx.db, at, asked, filter),
    countDay(ctx, definition, at.asOf, at),
  ]);
  const total = counted?.weighted?.denominator ?? 0;
  const shown = rows.slice(0, filter.limit);
  return {
    items: shown.map((row) => ({
      id: row.itemId,
      source: 'request',
      title: row.holder,
      documentNumber: null,
      organization: row.holder,
      region: row.region,
      level: null,
      since: row.day,
      until: null,
      verdict: row.outcome === 'served' ? 'counts' : 'not-served',
      basis: 'record',
      again: false,
      parent: row.requestId,
    })),
    next: rows.length > filter.limit ? (shown[shown.length - 1]?.itemId ?? null) : null,
    total,
  };
}

/** Authorised items are entries of the kind `scope`, whatever catalogue edition is decided. */
const scopeRule = (indicator: PlacedIndicator, plan: PlanDocument): EntryRule => ({
  id: indicator.id,
  kind: 'scope',
  levels: null,
  facet: null,
  obtainedFrom: null,
  start: plan.period.from,
  due: indicator.due,
});

/** Authorised items, those of numbers outside the denominator named so: they are in force and count for nothing. */
async function coverageRecords(
  ctx: Context,
  plan: PlanDocument,
  indicator: PlacedIndicator,
  at: Moment,
  filter: store.RecordFilter,
): Promise<Page> {
  const { counts, after, limit, ...others } = filter;
  const [version, { items }] = await Promise.all([
    holding(ctx, plan, indicator, at),
    entryRecords(ctx, scopeRule(indicator, plan), at, { ...others, limit: mostScopes }),
  ]);
  const counted = version === undefined ? null : (await countDay(ctx, version.definition, at.asOf, at)).counted;
  const inside = new Set((counted?.items ?? []).filter(({ verdict }) => standsIn(verdict)).flatMap(({ scopes }) => scopes));
  const found = items
    .map((row): RecordRow => (row.verdict === 'counts' && !inside.has(row.id) ? { ...row, verdict: 'outside' } : row))
    .filter((row) => counts === undefined || (row.verdict === 'counts') === (counts === 'true'));
  const start = after === undefined ? 0 : found.findIndex((row) => row.id === after) + 1;
  const page = found.slice(start, start + limit);
  return { items: page, next: start + limit < found.length ? (page[page.length - 1]?.id ?? null) : null, total: found.length };
}

/** The records that a figure opens down to: entries, cells of the annex, or instruments of requests. */
export async function listRecords(
  ctx: Context,
  plan: PlanDocument,
  indicator: PlacedIndicator,
  at: Moment,
  filter: store.RecordFilter,
): Promise<Page> {
  const { counting } = indicator;
  switch (counting.rule) {
    case 'entries':
      return entryRecords(ctx, entryRule(indicator, plan.period) as EntryRule, at, filter);
    case 'measurementStandards':
      return standardRecords(ctx, at, filter);
    case 'cells':
      return cellRecords(ctx, counting.list, at, filter);
    case 'catalogueCoverage':
      return coverageRecords(ctx, plan, indicator, at, filter);
    case 'demandServed':
      return demandRecords(ctx, plan, indicator, at, filter);
  }
}
