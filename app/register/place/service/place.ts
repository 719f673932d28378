import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { Place } from '../contract.ts';
import { placeStateOn, servesRegion } from '../rules.ts';
import * as store from '../store.ts';

export const reachOf = (ctx: Pick<Context, 'caller'>): store.Reach => ({
  scope: ctx.caller.scope,
  organizationId: ctx.caller.organizationId,
  servedRegion: servesRegion(ctx.caller) ? ctx.caller.region : null,
});

const named = (code: string | null, name: string | null) => (code === null ? null : { code, name: name ?? code });

/** Degrees without the zeros that the column adds. */
const degrees = (text: string | null): string | null => (text === null ? null : text.replace(/\.?0+$/, ''));

export const toPlace = (row: store.PlaceRow, today: string): Place =>
  ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    organization: row.organizationId === null ? null : { id: row.organizationId, name: row.operatorName ?? '' },
    region: row.region,
    township: named(row.township, row.townshipName),
    village: named(row.village, row.villageName),
    address: row.address,
    longitude: degrees(row.longitude),
    latitude: degrees(row.latitude),
    openedOn: row.validFrom,
    closedOn: row.validTo,
    state: placeStateOn(row.validTo, today),
    instruments: row.instruments,
    version: row.version,
    demonstration: row.demonstration,
    recordedAt: row.recordedAt,
  }) as unknown as Place;

/** A place for a record that leads to it, whoever the caller is; undefined when it was never recorded. */
export const findPlace = async (ctx: Pick<Context, 'db' | 'caller' | 'today'>, id: string): Promise<Place | undefined> =>
  (await findPlaces(ctx, [id]))[0];

export async function getPlace(ctx: Context, id: string): Promise<store.PlaceRow> {
  const row = await store.findPlace(ctx.db, reachOf(ctx), id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** The places of these ids for records that lead to them, whoever the caller is, in no order; `instruments` counts what the caller may see. */
export async function findPlaces(ctx: Pick<Context, 'db' | 'caller' | 'today'>, ids: readonly string[]): Promise<Place[]> {
  const rows = await store.findPlaces(ctx.db, reachOf(ctx), [...new Set(ids)]);
  return rows.map((row) => toPlace(row, ctx.today));
}
