import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { CatalogueDocument } from '../contract/catalogue-document.ts';
import type { CatalogueStatus } from '../rules/catalogue.ts';

const editions = (db: Db) =>
  db
    .selectFrom('catalogueEdition')
    .innerJoin('personDetail as proposer', 'proposer.personId', 'catalogueEdition.proposedBy')
    .leftJoin('personDetail as decider', 'decider.personId', 'catalogueEdition.decidedBy')
    .selectAll('catalogueEdition')
    .select(['proposer.name as proposerName', 'decider.name as deciderName']);

export type CatalogueEditionRow = NonNullable<Awaited<ReturnType<typeof findCatalogueEdition>>>;

export const findCatalogueEdition = (db: Db, id: string) => editions(db).where('catalogueEdition.id', '=', id).executeTakeFirst();

export const lockCatalogueEdition = (db: Db, id: string) =>
  db.selectFrom('catalogueEdition').select('status').where('id', '=', id).forUpdate().executeTakeFirst();

export const listCatalogueEditions = (db: Db) =>
  editions(db).orderBy('catalogueEdition.inForceFrom').orderBy('catalogueEdition.proposedAt').execute();

/** False when another edition waits for its second look. */
export async function insertCatalogueEdition(
  db: Db,
  {
    content,
    ...row
  }: {
    id: string;
    edition: string;
    content: CatalogueDocument;
    digest: string;
    fileId: string;
    inForceFrom: string;
    proposedBy: string;
    proposedAt: string;
    demonstration: boolean;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('catalogueEdition')
    .values({ ...row, content: JSON.stringify(content), status: 'proposed' })
    .onConflict((conflict) =>
      conflict
        .columns(['status'])
        .where(sql<boolean>`status = 'proposed'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const decideCatalogueEdition = (
  db: Db,
  id: string,
  decision: { status: CatalogueStatus; decidedBy: string; decidedAt: string; reason: string | null },
) => db.updateTable('catalogueEdition').set(decision).where('id', '=', id).execute();
