import { sql } from 'kysely';
import type { Db } from '../../platform/context.ts';

export type CostRow = {
  item: string | null;
  parameter: string;
  amount: number;
  source: string;
  confidence: string;
  person: string | null;
  recordedAt: string;
};

/** The last figure of each item and parameter. */
export async function listCosts(db: Db): Promise<CostRow[]> {
  const { rows } = await sql<CostRow>`
    SELECT DISTINCT ON (cost.item, cost.parameter) cost.item, cost.parameter, cost.amount, cost.source, cost.confidence, detail.name AS person, cost.recorded_at
    FROM provision_cost cost LEFT JOIN person_detail detail ON detail.person_id = cost.person_id
    ORDER BY cost.item, cost.parameter, cost.sequence DESC`.execute(db);
  return rows;
}

type Author = { personId: string; organizationId: string; recordedAt: string; demonstration: boolean };
export type NewCost = Author & { id: string; item: string | null; parameter: string; amount: number; source: string; confidence: string };
export const insertCosts = (db: Db, rows: readonly NewCost[]) =>
  db
    .insertInto('provisionCost')
    .values([...rows])
    .execute();

export const insertScenario = (db: Db, row: Author & { id: string; name: string; note: string | null }) =>
  db.insertInto('provisionScenario').values(row).execute();

/** Versions of one scenario come one after the other. */
export const lockScenario = (db: Db, id: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`provision ${id}`}, 0))`.execute(db);
/** There is one adopted plan of the city: decisions come one after the other. */
export const lockAdoption = (db: Db) => sql`SELECT pg_advisory_xact_lock(hashtextextended('provision adoption', 0))`.execute(db);

export type NewVersion = {
  id: string;
  scenarioId: string;
  number: number;
  note: string | null;
  setting: unknown;
  input: unknown;
  personId: string;
  recordedAt: string;
};
export const insertVersion = (db: Db, { setting, input, ...row }: NewVersion) =>
  db
    .insertInto('provisionVersion')
    .values({ ...row, setting: JSON.stringify(setting), input: JSON.stringify(input), state: 'waiting' })
    .execute();

const versions = (db: Db) =>
  db
    .selectFrom('provisionVersion as version')
    .innerJoin('provisionScenario as scenario', 'scenario.id', 'version.scenarioId')
    .leftJoin('personDetail as detail', 'detail.personId', 'version.personId')
    .selectAll('version')
    .select(['detail.name as person', 'scenario.name as scenarioName', 'scenario.note as scenarioNote']);
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

export const listVersions = (db: Db, scenarioId: string) =>
  versions(db).where('version.scenarioId', '=', scenarioId).orderBy('version.number', 'desc').limit(200).execute();
export const findVersion = (db: Db, id: string) => versions(db).where('version.id', '=', id).executeTakeFirst();

export async function beginSolving(db: Db, id: string): Promise<boolean> {
  const row = await db
    .updateTable('provisionVersion')
    .set({ state: 'solving' })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'solving'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export const endSolving = (
  db: Db,
  id: string,
  {
    answer,
    ...row
  }: { state: 'solved' | 'infeasible' | 'failed'; answer: unknown; solver: string | null; seconds: number; endedAt: string },
) =>
  db
    .updateTable('provisionVersion')
    .set({ ...row, answer: JSON.stringify(answer) })
    .where('id', '=', id)
    .execute();

export type ScenarioRow = {
  id: string;
  name: string;
  note: string | null;
  person: string | null;
  recordedAt: string;
  demonstration: boolean;
  total: number;
};

export async function listScenarios(
  db: Db,
  { q, limit, after }: { q?: string | undefined; limit: number; after: { at: string; id: string } | undefined },
): Promise<ScenarioRow[]> {
  const wanted =
    q === undefined || q === '' ? sql`true` : sql`position(lower(${q}) IN lower(scenario.name || ' ' || coalesce(scenario.note, ''))) > 0`;
  const { rows } = await sql<ScenarioRow>`
    WITH found AS (SELECT * FROM provision_scenario scenario WHERE ${wanted})
    SELECT found.id, found.name, found.note, detail.name AS person, found.recorded_at, found.demonstration, (SELECT count(*) FROM found) AS total
    FROM found LEFT JOIN person_detail detail ON detail.person_id = found.person_id
    WHERE ${after === undefined ? sql`true` : sql`(found.recorded_at, found.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    ORDER BY found.recorded_at DESC, found.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** The last version of each scenario. */
export const listLatest = (db: Db, scenarios: readonly string[]) =>
  versions(db)
    .distinctOn('version.scenarioId')
    .where('version.scenarioId', 'in', [...scenarios])
    .orderBy('version.scenarioId')
    .orderBy('version.number', 'desc')
    .execute();

export type NewAdoption = Author & {
  id: string;
  versionId: string;
  verdict: 'adopted' | 'withdrawn';
  documentNumber: string;
  reason: string;
  supposedReason: string | null;
};
export const insertAdoption = (db: Db, row: NewAdoption) => db.insertInto('provisionAdoption').values(row).execute();

const adoptions = (db: Db) =>
  db
    .selectFrom('provisionAdoption as decision')
    .innerJoin('provisionVersion as version', 'version.id', 'decision.versionId')
    .leftJoin('personDetail as detail', 'detail.personId', 'decision.personId')
    .select([
      'decision.versionId',
      'decision.verdict',
      'decision.documentNumber',
      'decision.reason',
      'decision.supposedReason',
      'decision.recordedAt',
      'version.number',
      'version.scenarioId',
      'detail.name as person',
    ])
    .orderBy('decision.sequence', 'desc');
export const listAdoptions = (db: Db, scenarioId: string) =>
  adoptions(db).where('version.scenarioId', '=', scenarioId).limit(200).execute();
/** The last decision of all: whose version is the plan of the city, if it was not withdrawn. */
export const findAdoption = (db: Db) => adoptions(db).limit(1).executeTakeFirst();

export type Centre = { region: string; longitude: number; latitude: number; places: number };
/** The middle of the places of each region that have coordinates. */
export async function listCentres(db: Db): Promise<Centre[]> {
  const { rows } = await sql<Centre>`
    SELECT region, avg(longitude)::double precision AS longitude, avg(latitude)::double precision AS latitude, count(*) AS places
    FROM place WHERE longitude IS NOT NULL AND valid_to IS NULL GROUP BY region`.execute(db);
  return rows;
}

export const listDues = (db: Db, plan: string) =>
  db.selectFrom('capabilityList').select(['list', 'due']).where('planId', '=', plan).orderBy('position').execute();
