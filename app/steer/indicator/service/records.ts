import type { Context } from '../../../platform/context.ts';
import { readMatrixAt } from '../../../measure/capability/service/matrix.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../plan/rules/clauses.ts';
import type { RecordRow } from '../contract/shapes.ts';
import { entryRule, type EntryRule } from '../rules/counting.ts';
import type { RecordVerdict } from '../rules/states.ts';
import { readDemand } from '../store/figures.ts';
import * as store from '../store/records.ts';
import type { Moment } from './moment.ts';

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

async function demandRecords(ctx: Context, at: Moment, filter: store.RecordFilter): Promise<Page> {
  const [{ rows }, { denominator: total }] = await Promise.all([
    store.listDemandRecords(ctx.db, at, filter),
    readDemand(ctx.db, at.asOf, at.isNow ? null : at.knownAt),
  ]);
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
      return entryRecords(ctx, scopeRule(indicator, plan), at, filter);
    case 'demandServed':
      return demandRecords(ctx, at, filter);
  }
}
