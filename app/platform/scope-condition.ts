import { sql, type RawBuilder } from 'kysely';
import { regionPrefix, type Scope } from '../kernel/scope.ts';

const like = (column: string, pattern: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} like ${pattern}`;
const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 1 && conditions[0] !== undefined ? conditions[0] : sql<boolean>`(${sql.join(conditions, sql` or `)})`;

/** Rows whose column bears a region's code or one below it. @example inRegion('place.region', '320600') // "place"."region" like '3206%' */
export const inRegion = (column: string, region: string): RawBuilder<boolean> => like(column, `${regionPrefix(region)}%`);

/** Columns any of which may match, or what asks for more than columns: `value` is the pattern of the region, or the organization. */
type Part = string | readonly string[] | ((value: string) => RawBuilder<boolean>);

/**
 * Rows of a query that lie inside a caller's scope: what `reaches` (kernel/scope) says of one row, said of many by the database.
 *
 * @example scopeCondition(scope, { region: 'request.region', organization: ['request.holderId', 'request.instituteId'] })
 */
export function scopeCondition(scope: Scope, { region, organization }: { region: Part; organization: Part }): RawBuilder<boolean> {
  const matching = (part: Part, value: string, match: (column: string) => RawBuilder<boolean>): RawBuilder<boolean> =>
    typeof part === 'function' ? part(value) : anyOf((typeof part === 'string' ? [part] : part).map(match));
  switch (scope.kind) {
    case 'city':
      return sql<boolean>`true`;
    case 'region': {
      const pattern = `${regionPrefix(scope.region)}%`;
      return matching(region, pattern, (column) => like(column, pattern));
    }
    case 'organization': {
      const { organization: id } = scope;
      return matching(organization, id, (column) => sql<boolean>`${sql.ref(column)} = ${id}`);
    }
    case 'none':
      return sql<boolean>`false`;
  }
}
