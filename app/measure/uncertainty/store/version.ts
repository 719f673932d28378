import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import type { VersionState } from '../rules/life-cycle.ts';

export type Results = readonly {
  readonly name: string;
  readonly value: number;
  readonly u: number;
  readonly k: number | null;
  readonly U: number | null;
  readonly unit: string | null;
  readonly validated: boolean | null;
}[];

export type NewVersion = {
  evaluationId: string;
  number: number;
  title: string;
  note: string;
  model: string;
  record: string;
  digest: string;
  engine: string;
  personId: string;
  at: string;
};

export const insertVersion = (db: Db, row: NewVersion, results: Results) =>
  db
    .insertInto('uncertaintyVersion')
    .values({ ...row, state: 'drafted', results: JSON.stringify(results) })
    .execute();

const versions = (db: Db) =>
  db
    .selectFrom('uncertaintyVersion as version')
    .leftJoin('personDetail as writer', 'writer.personId', 'version.personId')
    .leftJoin('uncertaintyDecision as release', (join) =>
      join
        .onRef('release.evaluationId', '=', 'version.evaluationId')
        .onRef('release.number', '=', 'version.number')
        .on('release.state', '=', 'in-force'),
    )
    .leftJoin('personDetail as releaser', 'releaser.personId', 'release.personId')
    .leftJoin('uncertaintyDecision as ending', (join) =>
      join
        .onRef('ending.evaluationId', '=', 'version.evaluationId')
        .onRef('ending.number', '=', 'version.number')
        .on('ending.state', '!=', 'in-force'),
    )
    .leftJoin('personDetail as ender', 'ender.personId', 'ending.personId')
    .select([
      'version.evaluationId',
      'version.number',
      'version.state',
      'version.title',
      'version.note',
      'version.digest',
      'version.engine',
      'version.results',
      'version.personId',
      'version.at',
      'writer.name as writer',
      'release.reason as releaseReason',
      'release.at as releasedAt',
      'releaser.name as releaser',
      'ending.reason as endingReason',
      'ending.at as endedAt',
      'ender.name as ender',
    ]);

export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

/** The latest first; the long texts are left out. */
export const listVersions = (db: Db, evaluationIds: readonly string[]) =>
  versions(db).where('version.evaluationId', 'in', evaluationIds).orderBy('version.number', 'desc').execute();

export const findVersion = (db: Db, evaluationId: string, number: number) =>
  versions(db)
    .select(['version.model', 'version.record'])
    .where('version.evaluationId', '=', evaluationId)
    .where('version.number', '=', number)
    .executeTakeFirst();

export const setState = (db: Db, evaluationId: string, number: number, state: VersionState) =>
  db.updateTable('uncertaintyVersion').set({ state }).where('evaluationId', '=', evaluationId).where('number', '=', number).execute();

export const insertDecision = (
  db: Db,
  row: { evaluationId: string; number: number; state: string; reason: string | null; personId: string; at: string },
) => db.insertInto('uncertaintyDecision').values(row).execute();

/** What happens to one evaluation happens one after the other. */
export const lockEvaluation = (db: Db, id: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`uncertainty ${id}`}, 0))`.execute(db);
