import { sql } from 'kysely';
import { regionPrefix, type Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';

/** Institutes of a scope on a day, by region and name. */
export function listInstitutes(db: Db, scope: Scope, day: string) {
  const query = db
    .selectFrom('organization')
    .select(['id', 'name'])
    .where('kind', 'in', ['institute', 'authorised-company'])
    .where((it) => it.or([it('validTo', 'is', null), it('validTo', '>=', day)]))
    .orderBy('region')
    .orderBy('name')
    .limit(500);
  if (scope.kind === 'organization') return query.where('id', '=', scope.organization).execute();
  if (scope.kind === 'region') return query.where('region', 'like', `${regionPrefix(scope.region)}%`).execute();
  return query.$if(scope.kind === 'none', (it) => it.where(sql<boolean>`false`)).execute();
}

/** What persons who are there hold at an institute; whose account is closed covers nothing. */
export const listHeld = (db: Db, instituteId: string) =>
  db
    .selectFrom('qualification')
    .innerJoin('person', 'person.id', 'qualification.holderId')
    .innerJoin('personDetail as holder', 'holder.personId', 'qualification.holderId')
    .leftJoin('qualificationEnding as ending', 'ending.qualificationId', 'qualification.id')
    .select([
      'qualification.holderId',
      'holder.name as holderName',
      'qualification.activities',
      'qualification.regulations',
      'qualification.validFrom',
      'qualification.validUntil',
      'ending.lastDay',
    ])
    .where('qualification.instituteId', '=', instituteId)
    .where('person.active', '=', true)
    .orderBy('holder.name')
    .orderBy('qualification.validFrom')
    .limit(20_000)
    .execute();
