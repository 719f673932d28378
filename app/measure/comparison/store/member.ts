import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { inRegion } from '../../../platform/scope-condition.ts';

const instituteKinds = ['institute', 'authorised-company'];

export const listInstitutes = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('kind', 'in', instituteKinds)
    .where('id', 'in', [...ids])
    .execute();

export const findInstitute = (db: Db, id: string) =>
  db.selectFrom('organization').select(['id', 'region']).where('kind', 'in', instituteKinds).where('id', '=', id).executeTakeFirst();

/** Members with what they have sealed and revealed, without any content. */
export const listMembers = (db: Db, comparisonId: string) =>
  db
    .selectFrom('comparisonMember')
    .innerJoin('organization', 'organization.id', 'comparisonMember.organizationId')
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('comparisonCommitment')
          .whereRef('comparisonCommitment.memberId', '=', 'comparisonMember.id')
          .orderBy('comparisonCommitment.number', 'desc')
          .limit(1)
          .select([
            'comparisonCommitment.id as commitmentId',
            'comparisonCommitment.number as commitmentNumber',
            'comparisonCommitment.digest',
            'comparisonCommitment.keeping',
            'comparisonCommitment.at as committedAt',
          ])
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoin('comparisonReveal as reveal', (join) =>
      join.onRef('reveal.memberId', '=', 'comparisonMember.id').on('reveal.matches', '=', true),
    )
    .selectAll('comparisonMember')
    .select([
      'organization.name as organizationName',
      'organization.region as organizationRegion',
      'last.commitmentId',
      'last.commitmentNumber',
      'last.digest',
      'last.keeping',
      'last.committedAt',
      'reveal.at as revealedAt',
    ])
    .select(
      sql<number>`(select count(*)::int from comparison_reveal tried where tried.member_id = comparison_member.id and not tried.matches)`.as(
        'refused',
      ),
    )
    .where('comparisonMember.comparisonId', '=', comparisonId)
    .orderBy('comparisonMember.recordedAt')
    .orderBy('organization.name')
    .execute();
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** Rows that refer to it may be written meanwhile, as an attempt to reveal that outlives its refusal. */
export const lockMember = (db: Db, id: string) =>
  db.selectFrom('comparisonMember').select('state').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

type NewMember = {
  id: string;
  comparisonId: string;
  organizationId: string;
  duty: string;
  grounds: readonly object[];
  personId: string;
  recordedAt: string;
};

/** Confirms a laboratory, also one that was excused or has withdrawn before. */
export const confirmMember = (db: Db, member: NewMember) =>
  db
    .insertInto('comparisonMember')
    .values({ ...member, grounds: JSON.stringify(member.grounds), state: 'confirmed' })
    .onConflict((conflict) =>
      conflict.constraint('comparison_member_once').doUpdateSet({
        duty: member.duty,
        grounds: JSON.stringify(member.grounds),
        state: 'confirmed',
        endedAt: null,
        endedBy: null,
        endReason: null,
      }),
    )
    .execute();

export const endMember = (db: Db, id: string, ending: { state: string; endedAt: string; endedBy: string; endReason: string }) =>
  db.updateTable('comparisonMember').set(ending).where('id', '=', id).execute();

export const setCode = (db: Db, id: string, code: number) =>
  db.updateTable('comparisonMember').set({ code }).where('id', '=', id).execute();

/**
 * Who holds on a day what obliges to take part: measurement standards that may be used by the regulation, and designations for the kind
 * of instrument; below the region that organises the round.
 */
export async function listGrounds(
  db: Db,
  round: { region: string; regulation: string | null; instrumentKind: string | null },
  day: string,
) {
  const standards =
    round.regulation === null
      ? []
      : await db
          .selectFrom('vMeasurementStandardSpan as span')
          .innerJoin('measurementStandard as own', 'own.id', 'span.measurementStandardId')
          .innerJoin('organization', 'organization.id', 'own.instituteId')
          .select(['organization.id as organizationId', 'organization.name as organizationName', 'own.name'])
          .select(
            sql<string>`coalesce((select held.number from measurement_standard_certificate held
              where held.measurement_standard_id = own.id and held.superseded_at is null and ${day}::date between held.valid_from and held.valid_until
              order by held.kind desc, held.valid_from desc limit 1), own.code)`.as('documentNumber'),
          )
          .where('span.regulation', '=', round.regulation)
          .where(sql<boolean>`span.valid @> ${day}::date`)
          .where(inRegion('organization.region', round.region))
          .orderBy('organization.region')
          .orderBy('organization.name')
          .limit(2000)
          .execute();
  const designations =
    round.instrumentKind === null
      ? []
      : await db
          .selectFrom('designation')
          .innerJoin('organization', 'organization.id', 'designation.instituteId')
          .select(['organization.id as organizationId', 'organization.name as organizationName', 'designation.documentNumber'])
          .select('designation.region as name')
          .where('designation.instrumentKind', '=', round.instrumentKind)
          .where('designation.validFrom', '<=', day)
          .where((it) => it.or([it('designation.validTo', 'is', null), it('designation.validTo', '>=', day)]))
          .where(inRegion('designation.region', round.region))
          .orderBy('organization.region')
          .orderBy('organization.name')
          .limit(2000)
          .execute();
  return [
    ...standards.map((row) => ({ ...row, basis: 'measurement-standard' as const })),
    ...designations.map((row) => ({ ...row, basis: 'designation' as const })),
  ];
}

/** The route as the protocol has it when the round starts. */
export const insertHandovers = (
  db: Db,
  legs: readonly {
    id: string;
    comparisonId: string;
    position: number;
    artefact: string;
    fromId: string;
    toId: string;
    plannedOn: string;
  }[],
) =>
  db
    .insertInto('comparisonHandover')
    .values([...legs])
    .execute();
