import type { Db } from '../../../platform/context.ts';
import type { CoverKind } from '../rules/life-cycle.ts';

export type NewCover = {
  id: string;
  planId: string;
  region: string;
  item: string;
  kind: CoverKind;
  bodyId: string;
  validFrom: string;
  validTo: string | null;
  documentNumber: string | null;
  files: string[];
  reason: string;
  reportedBy: string;
  organizationId: string;
  recordedAt: string;
  demonstration: boolean;
};

export const insertCover = (db: Db, row: NewCover) => db.insertInto('capabilityCover').values(row).execute();

export const listCovers = (db: Db, plan: string, region: string, item: string) =>
  db
    .selectFrom('capabilityCover as cover')
    .leftJoin('organization as body', 'body.id', 'cover.bodyId')
    .selectAll('cover')
    .select('body.name as bodyName')
    .where('cover.planId', '=', plan)
    .where('cover.region', '=', region)
    .where('cover.item', '=', item)
    .orderBy('cover.validFrom', 'desc')
    .execute();
