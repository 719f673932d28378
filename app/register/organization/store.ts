import type { Db } from '../../platform/context.ts';

export type NewOrganization = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly shortName?: string | null;
  readonly creditCode?: string | null;
  readonly region: string;
  readonly body?: string | null;
  readonly address?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly successorId?: string | null;
  readonly demonstration?: boolean;
  readonly recordedAt: string;
};

export const insertOrganization = (db: Db, organization: NewOrganization) => db.insertInto('organization').values(organization).execute();

export const findOrganization = (db: Db, id: string) => db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst();
