import { sql, type Insertable } from 'kysely';
import type { DB } from '../../../../db/types.ts';
import { likePart } from '../../../kernel/text.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const within = (scope: Scope) =>
  scopeCondition(scope, { region: 'measurementStandard.region', organization: 'measurementStandard.instituteId' });

/** A measurement standard as its tests need it: whose it is, what it is called, whether it was withdrawn. */
export const findOwner = (db: Db, scope: Scope, id: string) =>
  db
    .selectFrom('measurementStandard')
    .innerJoin('organization', 'organization.id', 'measurementStandard.instituteId')
    .select([
      'measurementStandard.id',
      'measurementStandard.instituteId',
      'measurementStandard.name',
      'measurementStandard.code',
      'measurementStandard.kind',
      'measurementStandard.quantity',
      'measurementStandard.place',
      'measurementStandard.demonstration',
      'organization.name as institute',
    ])
    .select(presentState)
    .where('measurementStandard.id', '=', id)
    .where(within(scope))
    .executeTakeFirst();
export type Owner = NonNullable<Awaited<ReturnType<typeof findOwner>>>;

const presentState = sql<string | null>`(select state.state from measurement_standard_state state
  where state.measurement_standard_id = measurement_standard.id order by state.since desc, state.sequence desc limit 1)`.as('state');

/** Tests of one measurement standard are recorded one after the other: each is held against those before. */
export const lockOwner = (db: Db, id: string) =>
  db.selectFrom('measurementStandard').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Its equipment on a day, or as it is now, with the names of the standards. */
export const listEquipment = (db: Db, id: string, day: string) =>
  db
    .selectFrom('measurementStandardEquipment as equipment')
    .innerJoin('standard', 'standard.id', 'equipment.standardId')
    .select(['standard.id', 'standard.name', 'standard.number', 'standard.model', 'standard.serial', 'standard.range', 'equipment.role'])
    .where('equipment.measurementStandardId', '=', id)
    .where('equipment.since', '<=', day)
    .where((it) => it.or([it('equipment.until', 'is', null), it('equipment.until', '>=', day)]))
    .orderBy(sql`equipment.role = 'main'`, 'desc')
    .orderBy('standard.number')
    .execute();

export const listRequirements = (db: Db, id: string, day: string) =>
  db
    .selectFrom('measurementStandardEnvironment')
    .select(['quantity', 'low', 'high', 'unit'])
    .where('measurementStandardId', '=', id)
    .where('since', '<=', day)
    .where((it) => it.or([it('until', 'is', null), it('until', '>=', day)]))
    .execute();

const records = (db: Db) =>
  db
    .selectFrom('measurementStandardPerformance as record')
    .innerJoin('personDetail as person', 'person.personId', 'record.personId')
    .leftJoin('measurementStandardPerformance as later', 'later.correctsId', 'record.id')
    .leftJoin('measurementStandardPerformanceConfirmation as confirmation', 'confirmation.performanceId', 'record.id')
    .leftJoin('personDetail as confirmer', 'confirmer.personId', 'confirmation.personId')
    .leftJoin('measurementStandardPerformanceSettlement as settlement', 'settlement.performanceId', 'record.id')
    .leftJoin('personDetail as settler', 'settler.personId', 'settlement.personId')
    .leftJoin('standard', 'standard.id', 'record.standardId')
    .selectAll('record')
    .select([
      'person.name as recordedBy',
      'later.id as correctedBy',
      'confirmation.at as confirmedAt',
      'confirmation.note as confirmationNote',
      'confirmer.name as confirmedBy',
      'settlement.outcome',
      'settlement.citation',
      'settlement.reason as settlementReason',
      'settlement.at as settledAt',
      'settler.name as settledBy',
      'standard.name as standardName',
      'standard.number as standardNumber',
    ]);
export type RecordRow = Awaited<ReturnType<typeof listLive>>[number];

/** Every record that no other has taken the place of, the oldest first. */
export const listLive = (db: Db, measurementStandardId: string, series?: string) => {
  const query = records(db)
    .where('record.measurementStandardId', '=', measurementStandardId)
    .where('later.id', 'is', null)
    .orderBy('record.testedOn')
    .orderBy('record.sequence');
  return (series === undefined ? query : query.where('record.series', '=', series)).execute();
};

export const findRecord = (db: Db, measurementStandardId: string, id: string) =>
  records(db).where('record.measurementStandardId', '=', measurementStandardId).where('record.id', '=', id).executeTakeFirst();

export type RecordFilter = {
  q?: string | undefined;
  kind?: string | undefined;
  verdict?: string | undefined;
  corrected?: 'true' | 'false' | undefined;
  limit: number;
  after?: string | undefined;
};

/** The newest test first; the cursor is its day and its place in the order of recording. */
export async function listRecords(db: Db, measurementStandardId: string, filter: RecordFilter) {
  let query = records(db).where('record.measurementStandardId', '=', measurementStandardId);
  if (filter.kind !== undefined) query = query.where('record.kind', '=', filter.kind);
  if (filter.verdict !== undefined) query = query.where('record.verdict', '=', filter.verdict);
  if (filter.corrected === 'true') query = query.where('later.id', 'is not', null);
  if (filter.corrected === 'false') query = query.where('later.id', 'is', null);
  if (filter.q !== undefined && filter.q.trim() !== '') {
    const like = likePart(filter.q.trim());
    query = query.where(
      sql<boolean>`(record.quantity ilike ${like} or record.point ilike ${like} or record.object_name ilike ${like}
        or coalesce(record.object_number, '') ilike ${like} or coalesce(record.remark, '') ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('record.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const [, day, sequence] = /^(\d{4}-\d\d-\d\d) (\d{1,15})$/.exec(filter.after ?? '') ?? [];
  if (day !== undefined && sequence !== undefined)
    query = query.where(sql<boolean>`(record.tested_on, record.sequence) < (${day}::date, ${sequence}::bigint)`);
  const rows = await query
    .orderBy('record.testedOn', 'desc')
    .orderBy('record.sequence', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

type Json<Row, Name extends keyof Row> = Omit<Row, Name> & { [Key in Name]: unknown };
export const insertRecord = (
  db: Db,
  { conditions, input, answer, ...row }: Json<Insertable<DB['measurementStandardPerformance']>, 'conditions' | 'input' | 'answer'>,
) =>
  db
    .insertInto('measurementStandardPerformance')
    .values({ ...row, conditions: JSON.stringify(conditions), input: JSON.stringify(input), answer: JSON.stringify(answer) })
    .execute();

export const insertConfirmation = (db: Db, row: Insertable<DB['measurementStandardPerformanceConfirmation']>) =>
  db.insertInto('measurementStandardPerformanceConfirmation').values(row).execute();

export const insertSettlement = (db: Db, row: Insertable<DB['measurementStandardPerformanceSettlement']>) =>
  db.insertInto('measurementStandardPerformanceSettlement').values(row).execute();

const plans = (db: Db) =>
  db
    .selectFrom('measurementStandardCheckPlan as plan')
    .innerJoin('standard', 'standard.id', 'plan.standardId')
    .leftJoin('measurementStandardCheckPlanEnd as end', 'end.planId', 'plan.id')
    .leftJoin('personDetail as ender', 'ender.personId', 'end.personId')
    .selectAll('plan')
    .select([
      'standard.name as standardName',
      'standard.number as standardNumber',
      'end.reason as endReason',
      'end.at as endedAt',
      'ender.name as endedBy',
    ]);
export type PlanRow = Awaited<ReturnType<typeof listPlans>>[number];

export const listPlans = (db: Db, measurementStandardId: string) =>
  plans(db).where('plan.measurementStandardId', '=', measurementStandardId).orderBy('plan.since').orderBy('plan.recordedAt').execute();

export const insertPlan = (db: Db, row: Insertable<DB['measurementStandardCheckPlan']>) =>
  db.insertInto('measurementStandardCheckPlan').values(row).execute();

export const endPlan = (db: Db, row: Insertable<DB['measurementStandardCheckPlanEnd']>) =>
  db.insertInto('measurementStandardCheckPlanEnd').values(row).execute();

/** What the duties of all measurement standards in reach are made of, in three queries. */
export async function readDuties(db: Db, scope: Scope, institute: string | undefined) {
  let query = db
    .selectFrom('measurementStandard')
    .innerJoin('organization', 'organization.id', 'measurementStandard.instituteId')
    .select(['measurementStandard.id', 'measurementStandard.name', 'organization.name as institute'])
    .select(presentState)
    .where(within(scope));
  if (institute !== undefined) query = query.where('measurementStandard.instituteId', '=', institute);
  const owners = await query.execute();
  const ids = owners.map(({ id }) => id);
  if (ids.length === 0) return { owners, lasts: [], open: [], plans: [] };
  const live = db
    .selectFrom('measurementStandardPerformance as record')
    .leftJoin('measurementStandardPerformance as later', 'later.correctsId', 'record.id')
    .leftJoin('measurementStandardPerformanceConfirmation as confirmation', 'confirmation.performanceId', 'record.id')
    .where('later.id', 'is', null)
    .where('record.measurementStandardId', 'in', ids);
  const lasts = await live
    .select(['record.measurementStandardId as id', 'record.kind', 'record.planId'])
    .select((it) => it.fn.max('record.testedOn').as('last'))
    .where((it) => it.or([it('record.kind', 'in', ['repeatability', 'stability']), it('confirmation.at', 'is not', null)]))
    .groupBy(['record.measurementStandardId', 'record.kind', 'record.planId'])
    .execute();
  const open = await live
    .leftJoin('measurementStandardPerformanceSettlement as settlement', 'settlement.performanceId', 'record.id')
    .select(['record.id', 'record.measurementStandardId', 'record.kind', 'record.quantity', 'record.point', 'record.testedOn'])
    .where('record.verdict', '=', 'fail')
    .where('settlement.at', 'is', null)
    .execute();
  const present = await plans(db).where('plan.measurementStandardId', 'in', ids).where('end.at', 'is', null).execute();
  return { owners, lasts, open, plans: present };
}
