import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { pathOf } from '../app/kernel/address.ts';
import { roleNames } from '../app/register/people/rules/roles.ts';
import { slices } from '../app/slices.ts';
import { arbitraryOf } from './support/arbitrary.ts';
import { enter } from './support/callers.ts';
import { openCity, type City } from './support/city.ts';

const endpoints = slices.flatMap(({ endpoints: of }) => Object.entries(of));

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const written = (value: unknown): string => (typeof value === 'string' ? Buffer.from(value).toString() : (JSON.stringify(value) ?? 'x'));
const query = (values: Readonly<Record<string, unknown>>): string =>
  new URLSearchParams(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]): [string, string] => [name, written(value)]),
  ).toString();

/** Ids of people and organizations that are there. */
const ids = (): string[] => Object.values(city.ids).flatMap(({ person, organization }) => [person, organization]);

const something = fc.jsonValue({ maxDepth: 2 });

for (const [name, endpoint] of endpoints) {
  const fill = (params: Readonly<Record<string, unknown>>): string =>
    pathOf(endpoint).replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(written(params[param])) || 'x');
  const shaped = (schema: typeof endpoint.body): fc.Arbitrary<unknown> =>
    schema === undefined ? fc.constant({}) : arbitraryOf(schema, ids());
  const record = (schema: typeof endpoint.params): fc.Arbitrary<Record<string, unknown>> =>
    shaped(schema).map((value) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}));

  test(`${name} answers whatever it is sent`, async () => {
    const cookie = await enter(city, roleNames);
    const mayEndSessions = endpoint.path.startsWith('/session');
    const call = fc.record({
      params: record(endpoint.params),
      query: record(endpoint.query),
      body: fc.oneof({ weight: 4, arbitrary: shaped(endpoint.body) }, { weight: 1, arbitrary: something }),
    });
    await fc.assert(
      fc.asyncProperty(call, async ({ params, query: asked, body }) => {
        const isUpload = endpoint.uploadBytes !== undefined;
        const answer = await city.app.inject({
          method: endpoint.method,
          url: `${fill(params)}?${query(asked)}`,
          headers: {
            cookie: mayEndSessions ? await enter(city, roleNames) : cookie,
            'idempotency-key': randomUUID(),
            ...(endpoint.method === 'POST' ? { 'content-type': isUpload ? 'application/octet-stream' : 'application/json' } : {}),
          },
          ...(endpoint.method === 'POST' ? { payload: JSON.stringify(body) ?? '' } : {}),
        });
        assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body.slice(0, 300)}`);
        assert.ok(answer.statusCode !== 401 || name === 'signIn' || name === 'changePassword', 'the session held');
      }),
      { numRuns: 12 },
    );
  });
}

test('what is no JSON, too long or of another type is refused', async () => {
  const key = { cookie: await enter(city, roleNames), 'idempotency-key': randomUUID() };
  const send = async (payload: string, type: string): Promise<number> =>
    (await city.app.inject({ method: 'POST', url: '/api/session/ending', payload, headers: { ...key, 'content-type': type } })).statusCode;
  assert.equal(await send('{"a":', 'application/json'), 400);
  assert.equal(await send('a=1', 'application/x-www-form-urlencoded'), 415);
  assert.equal(await send(JSON.stringify('x'.repeat(1_100_000)), 'application/json'), 413);
});
