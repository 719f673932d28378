import type { Db } from '../../../platform/context.ts';
import type { Finding } from '../contract/finding.ts';
import type { Resolution } from '../rules/settlement.ts';

export type NewSettlement = {
  readonly id: string;
  readonly planId: string;
  readonly findingId: string;
  readonly resolution: Resolution;
  readonly reason: string;
  readonly documentNumber: string | null;
  readonly files: readonly string[];
  readonly finding: Finding;
  readonly supersedes: string | null;
  readonly personId: string;
  readonly organizationId: string;
  readonly recordedAt: string;
  readonly demonstration: boolean;
};

/** False when somebody else has settled it since: a chain has one next link. */
export async function insertSettlement(db: Db, settlement: NewSettlement): Promise<boolean> {
  const inserted = await db
    .insertInto('planSettlement')
    .values({ ...settlement, files: [...settlement.files], finding: JSON.stringify(settlement.finding) })
    .onConflict((conflict) => conflict.constraint('plan_settlement_follows_one').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const settlements = (db: Db) =>
  db
    .selectFrom('planSettlement')
    .innerJoin('personDetail', 'personDetail.personId', 'planSettlement.personId')
    .innerJoin('organization', 'organization.id', 'planSettlement.organizationId')
    .selectAll('planSettlement')
    .select(['personDetail.name as personName', 'organization.name as organizationName']);

export type SettlementRow = Awaited<ReturnType<typeof listLastSettlements>>[number];

/** The last settlement of every finding of a plan: the one that no other supersedes. */
export const listLastSettlements = (db: Db, planId: string) =>
  settlements(db)
    .where('planSettlement.planId', '=', planId)
    .where((it) =>
      it.not(it.exists(it.selectFrom('planSettlement as later').select('later.id').whereRef('later.supersedes', '=', 'planSettlement.id'))),
    )
    .execute();

/** Every settlement of one finding. */
export const listSettlements = (db: Db, planId: string, findingId: string) =>
  settlements(db).where('planSettlement.planId', '=', planId).where('planSettlement.findingId', '=', findingId).execute();
