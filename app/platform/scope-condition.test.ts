import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CamelCasePlugin, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from 'kysely';
import type { Scope } from '../kernel/scope.ts';
import { inRegion, scopeCondition } from './scope-condition.ts';

const db = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new PostgresIntrospector(one),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});
const printed = (condition: ReturnType<typeof inRegion>): [string, readonly unknown[]] => {
  const { sql: text, parameters } = condition.compile(db);
  return [text, parameters];
};
const of = (scope: Scope, region: string | string[] = 'request.region') =>
  printed(scopeCondition(scope, { region, organization: ['request.holderId', 'request.instituteId'] }));

test('a scope reaches everything, a region and below, the rows of one organization, or nothing', () => {
  assert.deepEqual(of({ kind: 'city' }), ['true', []]);
  assert.deepEqual(of({ kind: 'none' }), ['false', []]);
  assert.deepEqual(of({ kind: 'region', region: '320600' }), ['"request"."region" like $1', ['3206%']]);
  assert.deepEqual(of({ kind: 'region', region: '320685' }, ['item.region', 'item.county']), [
    '("item"."region" like $1 or "item"."county" like $2)',
    ['320685%', '320685%'],
  ]);
  assert.deepEqual(of({ kind: 'organization', organization: 'a' }), [
    '("request"."holder_id" = $1 or "request"."institute_id" = $2)',
    ['a', 'a'],
  ]);
});

test('what columns cannot say is said by a condition of its own', () => {
  const within = (scope: Scope) =>
    printed(
      scopeCondition(scope, {
        region: (like) => sql<boolean>`(practice.state = 'recognised' or practice.region like ${like})`,
        organization: 'practice.organizationId',
      }),
    );
  assert.deepEqual(within({ kind: 'region', region: '320000' }), ["(practice.state = 'recognised' or practice.region like $1)", ['32%']]);
  assert.deepEqual(within({ kind: 'organization', organization: 'a' }), ['"practice"."organization_id" = $1', ['a']]);
});
