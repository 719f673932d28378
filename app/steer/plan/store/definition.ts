import type { Db } from '../../../platform/context.ts';

export type NewDefinitionDecision = {
  readonly id: string;
  readonly planId: string;
  readonly definitionId: string;
  readonly meaning: string;
  readonly meaningEn: string | null;
  readonly evidence: string;
  readonly documentNumber: string | null;
  readonly files: readonly string[];
  readonly supersedes: string | null;
  readonly personId: string;
  readonly organizationId: string;
  readonly recordedAt: string;
  readonly demonstration: boolean;
};

/** False when somebody else has decided since: each version has one next version. */
export async function insertDefinitionDecision(db: Db, decision: NewDefinitionDecision): Promise<boolean> {
  const inserted = await db
    .insertInto('planDefinitionDecision')
    .values({ ...decision, files: [...decision.files] })
    .onConflict((conflict) => conflict.constraint('plan_definition_decision_follows_one').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export type DefinitionDecisionRow = Awaited<ReturnType<typeof listDefinitionDecisions>>[number];

/** Every version of a plan's definitions. */
export const listDefinitionDecisions = (db: Db, planId: string) =>
  db
    .selectFrom('planDefinitionDecision')
    .innerJoin('personDetail', 'personDetail.personId', 'planDefinitionDecision.personId')
    .innerJoin('organization', 'organization.id', 'planDefinitionDecision.organizationId')
    .selectAll('planDefinitionDecision')
    .select(['personDetail.name as personName', 'organization.name as organizationName'])
    .where('planDefinitionDecision.planId', '=', planId)
    .execute();
