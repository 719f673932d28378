import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CellState } from '../rules/life-cycle.ts';

/** The plan in force: the one issued last. */
export const findList = (db: Db, list: string) =>
  db.selectFrom('capabilityList').selectAll().where('list', '=', list).orderBy('holdsFrom', 'desc').limit(1).executeTakeFirst();

export const listItems = (db: Db, plan: string, list: string) =>
  db.selectFrom('capabilityItem').selectAll().where('planId', '=', plan).where('list', '=', list).orderBy('position').execute();

export const listRegions = (db: Db, plan: string, list: string) =>
  db.selectFrom('capabilityRegion').selectAll().where('planId', '=', plan).where('list', '=', list).orderBy('position').execute();

/** Every list of the plan in force, in the order of the annex. */
export async function listLists(db: Db) {
  const rows = await db.selectFrom('capabilityList').selectAll().orderBy('holdsFrom', 'desc').orderBy('position').execute();
  return rows.filter(({ planId }) => planId === rows[0]?.planId);
}

export async function listItemNames(db: Db, plan: string): Promise<Map<string, [string, string]>> {
  const rows = await db.selectFrom('capabilityItem').select(['item', 'name', 'nameEn']).where('planId', '=', plan).execute();
  return new Map(rows.map(({ item, name, nameEn }) => [item, [name, nameEn]]));
}

export async function listRegionNames(db: Db, plan: string): Promise<Map<string, [string, string]>> {
  const rows = await db.selectFrom('capabilityRegion').select(['region', 'name', 'nameEn']).where('planId', '=', plan).execute();
  return new Map(rows.map(({ region, name, nameEn }) => [region, [name, nameEn]]));
}

export type StateRow = {
  list: string;
  region: string;
  item: string;
  printed: 'done' | 'open' | null;
  state: CellState | null;
  since: string | null;
  basis: 'document' | 'record' | null;
  cellId: string | null;
  bodyId: string | null;
  body: string | null;
  pending: boolean;
  cover: 'referral' | 'sharing' | 'mobile-laboratory' | null;
};

/** Every cell as of a day and as known at an instant; reports and covers as of the same two. */
export async function listStates(db: Db, plan: string, at: { asOf: string; knownAt: string }, place?: { region: string; item: string }) {
  const { rows } = await sql<StateRow>`
    SELECT cell.*, organization.name AS body,
      EXISTS (SELECT FROM capability_cell report
        WHERE report.plan_id = ${plan} AND report.region = cell.region AND report.item = cell.item AND report.recorded_at <= ${at.knownAt}
          AND NOT EXISTS (SELECT FROM capability_decision decision WHERE decision.cell_id = report.id AND decision.decided_at <= ${at.knownAt})
      ) AS pending,
      (SELECT cover.kind FROM capability_cover cover
        WHERE cover.plan_id = ${plan} AND cover.region = cell.region AND cover.item = cell.item AND cover.recorded_at <= ${at.knownAt}
          AND cover.valid_from <= ${at.asOf} AND coalesce(cover.valid_to >= ${at.asOf}, true)
        ORDER BY cover.valid_from DESC, cover.recorded_at DESC LIMIT 1) AS cover
    FROM capability_state(${plan}, ${at.asOf}, ${at.knownAt}) cell
    LEFT JOIN organization ON organization.id = cell.body_id
    WHERE ${place === undefined ? sql`true` : sql`cell.region = ${place.region} AND cell.item = ${place.item}`}
  `.execute(db);
  return rows;
}

/** An item with its list, of the plan in force. */
export const findPlace = (db: Db, region: string, item: string) =>
  db
    .selectFrom('capabilityItem as listed')
    .innerJoin('capabilityList as own', (join) => join.onRef('own.planId', '=', 'listed.planId').onRef('own.list', '=', 'listed.list'))
    .innerJoin('capabilityRegion as place', (join) =>
      join.onRef('place.planId', '=', 'listed.planId').onRef('place.list', '=', 'listed.list'),
    )
    .select([
      'listed.planId',
      'listed.list',
      'listed.item',
      'listed.mark',
      'listed.name as itemName',
      'listed.nameEn as itemNameEn',
      'place.region',
      'place.name as regionName',
      'place.nameEn as regionNameEn',
      'own.documentNumber',
      'own.baseline',
    ])
    .where('listed.item', '=', item)
    .where('place.region', '=', region)
    .where('place.level', '=', 'county')
    .orderBy('own.holdsFrom', 'desc')
    .limit(1)
    .executeTakeFirst();
