import type { Db } from '../../../platform/context.ts';

/** What every part of a dossier has: since when, until when, by whom. */
type Added = { id: string; measurementStandardId: string; since: string; personId: string; recordedAt: string };
type Ended = { until: string; endedBy: string; endedAt: string; reason: string | null };

export const parts = {
  range: 'measurementStandardRange',
  equipment: 'measurementStandardEquipment',
  member: 'measurementStandardPerson',
  procedure: 'measurementStandardProcedure',
  requirement: 'measurementStandardEnvironment',
} as const;
export type PartName = keyof typeof parts;

export const listRanges = (db: Db, id: string) =>
  db.selectFrom('measurementStandardRange').selectAll().where('measurementStandardId', '=', id).orderBy('since').orderBy('id').execute();

export const listEquipment = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardEquipment')
    .selectAll()
    .where('measurementStandardId', 'in', [...ids])
    .orderBy('role', 'desc')
    .orderBy('since')
    .orderBy('id')
    .execute();

export const listMembers = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardPerson')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardPerson.memberId')
    .selectAll('measurementStandardPerson')
    .select('personDetail.name as name')
    .where('measurementStandardId', 'in', [...ids])
    .orderBy('role', 'desc')
    .orderBy('since')
    .orderBy('measurementStandardPerson.id')
    .execute();

export const listProcedures = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardProcedure')
    .selectAll()
    .where('measurementStandardId', 'in', [...ids])
    .orderBy('regulation')
    .orderBy('since')
    .execute();

export const listRequirements = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardEnvironment')
    .selectAll()
    .where('measurementStandardId', 'in', [...ids])
    .orderBy('quantity')
    .orderBy('since')
    .execute();

/** The records up to a day, the latest first. */
export const listEnvironment = (db: Db, ids: readonly string[], from: string, until: string) =>
  db
    .selectFrom('measurementStandardEnvironmentRecord')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardEnvironmentRecord.personId')
    .innerJoin('measurementStandardEnvironment', 'measurementStandardEnvironment.id', 'measurementStandardEnvironmentRecord.requirementId')
    .selectAll('measurementStandardEnvironmentRecord')
    .select(['personDetail.name as person', 'measurementStandardEnvironment.quantity', 'measurementStandardEnvironment.unit'])
    .where('measurementStandardEnvironmentRecord.measurementStandardId', 'in', [...ids])
    .where('day', '<=', until)
    .where('day', '>=', from)
    .orderBy('day', 'desc')
    .orderBy('measurementStandardEnvironmentRecord.recordedAt', 'desc')
    .limit(2000)
    .execute();

export const insertRange = (
  db: Db,
  row: Added & {
    parameter: string;
    low: string | null;
    high: string | null;
    unit: string;
    quality: string;
    value: string | null;
    valueUnit: string | null;
    coverageFactor: string | null;
    accuracyClass: string | null;
  },
) => db.insertInto('measurementStandardRange').values(row).execute();
export const insertEquipment = (db: Db, row: Added & { standardId: string; role: string }) =>
  db.insertInto('measurementStandardEquipment').values(row).execute();
export const insertMember = (db: Db, row: Added & { memberId: string; role: string }) =>
  db.insertInto('measurementStandardPerson').values(row).execute();
export const insertProcedure = (db: Db, row: Added & { regulation: string; edition: string }) =>
  db.insertInto('measurementStandardProcedure').values(row).execute();
export const insertRequirement = (
  db: Db,
  row: Added & { quantity: string; low: string | null; high: string | null; unit: string; source: string | null },
) => db.insertInto('measurementStandardEnvironment').values(row).execute();
export const insertEnvironment = (
  db: Db,
  row: {
    id: string;
    measurementStandardId: string;
    requirementId: string;
    day: string;
    lowest: string;
    highest: string;
    within: boolean;
    note: string | null;
    personId: string;
    recordedAt: string;
  },
) => db.insertInto('measurementStandardEnvironmentRecord').values(row).execute();

/** A part that is open, by its id; undefined: there is none. */
export async function findOpenPart(
  db: Db,
  part: PartName,
  measurementStandardId: string,
  id: string,
): Promise<{ since: string; what: string; role: string | null } | undefined> {
  const open = { measurementStandardId, id } as const;
  switch (part) {
    case 'range':
      return db
        .selectFrom('measurementStandardRange')
        .select(['since', 'parameter as what'])
        .where('measurementStandardId', '=', open.measurementStandardId)
        .where('id', '=', open.id)
        .where('until', 'is', null)
        .executeTakeFirst()
        .then((row) => (row === undefined ? undefined : { ...row, role: null }));
    case 'equipment':
      return db
        .selectFrom('measurementStandardEquipment')
        .innerJoin('standard', 'standard.id', 'measurementStandardEquipment.standardId')
        .select(['since', 'standard.number as what', 'role'])
        .where('measurementStandardId', '=', open.measurementStandardId)
        .where('measurementStandardEquipment.id', '=', open.id)
        .where('until', 'is', null)
        .executeTakeFirst();
    case 'member':
      return db
        .selectFrom('measurementStandardPerson')
        .select(['since', 'memberId as what', 'role'])
        .where('measurementStandardId', '=', open.measurementStandardId)
        .where('id', '=', open.id)
        .where('until', 'is', null)
        .executeTakeFirst();
    case 'procedure':
      return db
        .selectFrom('measurementStandardProcedure')
        .select(['since', 'edition as what'])
        .where('measurementStandardId', '=', open.measurementStandardId)
        .where('id', '=', open.id)
        .where('until', 'is', null)
        .executeTakeFirst()
        .then((row) => (row === undefined ? undefined : { ...row, role: null }));
    case 'requirement':
      return db
        .selectFrom('measurementStandardEnvironment')
        .select(['since', 'quantity as what'])
        .where('measurementStandardId', '=', open.measurementStandardId)
        .where('id', '=', open.id)
        .where('until', 'is', null)
        .executeTakeFirst()
        .then((row) => (row === undefined ? undefined : { ...row, role: null }));
  }
}

export const endPart = (db: Db, part: PartName, id: string, ended: Ended) =>
  db.updateTable(parts[part]).set(ended).where('id', '=', id).execute();

export const listDocuments = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('measurementStandardDocument')
    .innerJoin('personDetail', 'personDetail.personId', 'measurementStandardDocument.personId')
    .distinctOn(['measurementStandardId', 'document'])
    .selectAll('measurementStandardDocument')
    .select('personDetail.name as person')
    .where('measurementStandardId', 'in', [...ids])
    .orderBy('measurementStandardId')
    .orderBy('document')
    .orderBy('sequence', 'desc')
    .execute();

export const insertDocument = (
  db: Db,
  row: {
    id: string;
    measurementStandardId: string;
    document: string;
    files: string[];
    documentNumber: string | null;
    omitted: boolean;
    note: string | null;
    personId: string;
    recordedAt: string;
  },
) => db.insertInto('measurementStandardDocument').values(row).execute();

/** Whether the persons work for the organization now. */
export const listEmployed = (db: Db, organizationId: string, personIds: readonly string[]) =>
  db
    .selectFrom('person')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('active', '=', true)
    .where('id', 'in', [...personIds])
    .execute();
