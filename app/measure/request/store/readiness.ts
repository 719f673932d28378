import { sql } from 'kysely';
import { regionPrefix, type Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';

/** The institutes whose readiness a scope may see. */
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
