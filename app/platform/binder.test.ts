import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { z } from 'zod';
import { openDatabase as openCopy, type TestDatabase } from '../../test/support/database.ts';
import type { Caller } from '../kernel/caller.ts';
import { endpoint } from '../kernel/endpoint.ts';
import { problems, Problem } from '../kernel/problem.ts';
import { slice, type Context } from './context.ts';
import { openDatabase, type Database } from './database.ts';
import { createServer } from './server.ts';

const bellProblems = problems('bell', {
  cracked: { kind: 'conflict', text: ['钟已开裂', 'The bell is cracked'], next: ['请先修复', 'Mend it first'] },
});

const shared = { rows: 'shared', summary: ['钟', 'Bell'] } as const;
const Strokes = z.object({ strokes: z.number().int() });
const bell = {
  readBell: endpoint({ ...shared, method: 'GET', path: '/bell', permit: 'bell.read', reply: Strokes }),
  readHoarseBell: endpoint({ ...shared, method: 'GET', path: '/hoarse-bell', permit: 'bell.read', reply: Strokes }),
  ringBell: endpoint({
    ...shared,
    method: 'POST',
    path: '/bell/strokes',
    permit: 'bell.ring',
    body: z.object({ by: z.string() }),
    reply: Strokes,
  }),
  muffleBell: endpoint({ ...shared, method: 'POST', path: '/bell/muffling', permit: 'bell.ring', reply: Strokes }),
  crackBell: endpoint({
    ...shared,
    method: 'POST',
    path: '/bell/crack',
    permit: 'bell.ring',
    reply: Strokes,
    problems: [bellProblems.cracked],
  }),
  crossBell: endpoint({
    ...shared,
    method: 'POST',
    path: '/bell/crossing',
    permit: 'bell.ring',
    body: z.object({ order: z.array(z.number().int()), collisions: z.number().int().default(0) }),
    reply: z.object({ attempts: z.number().int() }),
  }),
  nameBell: endpoint({
    ...shared,
    method: 'POST',
    path: '/bell/name',
    permit: 'bell.ring',
    body: z.object({ word: z.string() }),
    reply: z.object({ word: z.string().nullable() }),
    secrets: ['word'],
  }),
  readPeal: endpoint({
    ...shared,
    method: 'GET',
    path: '/peals/:tower/:peal',
    atRoot: true,
    takesRest: true,
    permit: 'public',
    params: z.object({ tower: z.string(), peal: z.string().regex(/^[a-z/]+$/) }),
    reply: 'file',
  }),
};

let crossings = 0;

/** A stroke is an attempt of sign-in: any table that the application may write will do. */
const strike = (ctx: Context): Promise<unknown> =>
  ctx.db.insertInto('personAttempt').values({ account: 'bell', address: '127.0.0.1', at: ctx.now }).execute();

const bells = slice(bell, {
  readBell: async () => ({ strokes: 3, weight: 'undeclared' }),
  readHoarseBell: async () => ({ strokes: 'three' }) as never,
  ringBell: async (_call, ctx) => {
    await strike(ctx);
    ctx.record({ kind: 'bell.rung', subject: 'bell' });
    return { strokes: 1 };
  },
  muffleBell: async (_call, ctx) => {
    await strike(ctx);
    return { strokes: 1 };
  },
  crackBell: async (_call, ctx) => {
    await strike(ctx);
    ctx.record({ kind: 'bell.rung', subject: 'bell' });
    throw new Problem(bellProblems.cracked);
  },
  crossBell: async ({ body }, ctx) => {
    crossings += 1;
    await strike(ctx);
    ctx.record({ kind: 'bell.rung', subject: 'bell' });
    if (crossings <= body.collisions) await sql`do $$ begin raise sqlstate '40001'; end $$`.execute(ctx.db);
    for (const lock of body.order) {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(ctx.db);
      await pause(100);
    }
    return { attempts: crossings };
  },
  nameBell: async ({ body }, ctx) => {
    ctx.record({ kind: 'bell.named', subject: 'bell' });
    return { word: body.word };
  },
  readPeal: async ({ params }) => ({
    name: 'peal.txt',
    type: 'text/plain; charset=utf-8',
    bytes: new TextEncoder().encode(`${params.tower} ${params.peal}`),
    inPlace: true,
    caching: 'public, max-age=31536000, immutable',
  }),
});

const ringer: Caller = {
  personId: randomUUID(),
  name: '敲钟人',
  roles: [],
  permits: new Set(['bell.read', 'bell.ring']),
  organizationId: randomUUID(),
  region: '320600',
  scope: { kind: 'city' },
  sessionId: '',
};

let copy: TestDatabase;
let database: Database;
let app: FastifyInstance;
before(async () => {
  copy = await openCopy();
  database = openDatabase(copy.appUrl, { connections: 4 });
  app = await createServer({
    db: database.db,
    files: undefined as never,
    clock: () => new Date('2026-11-23T02:00:00Z'),
    demonstration: false,
    publicUrl: 'http://127.0.0.1:8080',
    authenticate: async (_db, token) => (token === 'ringer' ? { caller: ringer, passwordChangeDue: false } : undefined),
    secureCookies: false,
    slices: [bells],
    version: 'test',
    pagesFolder: undefined,
    log: 'silent',
  });
});
after(async () => {
  await app.close();
  await database.close();
  await copy.close();
});

const count = async (): Promise<{ strokes: number; events: number }> => {
  const strokes = await database.db.selectFrom('personAttempt').select('id').where('account', '=', 'bell').execute();
  const events = await database.db.selectFrom('event').select('id').where('kind', '=', 'bell.rung').execute();
  return { strokes: strokes.length, events: events.length };
};

let earlier = { strokes: 0, events: 0 };
beforeEach(async () => {
  earlier = await count();
});
const happened = async (): Promise<{ strokes: number; events: number }> => {
  const now = await count();
  return { strokes: now.strokes - earlier.strokes, events: now.events - earlier.events };
};

const get = (url: string): Promise<LightMyRequestResponse> =>
  app.inject({ url: `/api${url}`, headers: { cookie: 'tongheng_session=ringer' } });
const post = (url: string, payload: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url: `/api${url}`,
    payload,
    headers: { cookie: 'tongheng_session=ringer', 'idempotency-key': randomUUID(), ...headers },
  });
const codeOf = (answer: LightMyRequestResponse): string => (JSON.parse(answer.body) as { code: string }).code;

test('what a contract does not declare is not sent', async () => {
  const answer = await get('/bell');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.body, '{"strokes":3}');
});

test('an answer that breaks its contract is a failure of the server, without its words', async () => {
  const answer = await get('/hoarse-bell');
  assert.equal(answer.statusCode, 500);
  assert.equal(codeOf(answer), 'platform.internal');
  assert.doesNotMatch(answer.body, /three|expected/);
});

test('a change that leaves no event does not happen', async () => {
  const answer = await post('/bell/muffling', {});
  assert.equal(answer.statusCode, 500);
  assert.deepEqual(await happened(), { strokes: 0, events: 0 });
});

test('a refused change leaves neither rows nor events', async () => {
  const answer = await post('/bell/crack', {}, { 'accept-language': 'en' });
  assert.equal(answer.statusCode, 409);
  const { code, title, next } = JSON.parse(answer.body) as Record<string, string>;
  assert.deepEqual({ code, title, next }, { code: 'bell.cracked', title: 'The bell is cracked', next: 'Mend it first' });
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  assert.deepEqual(await happened(), { strokes: 0, events: 0 });
});

test('a change needs a key, whatever its body', async () => {
  for (const headers of [{}, { 'idempotency-key': 'short' }, { 'idempotency-key': 'x'.repeat(101) }]) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/bell/strokes',
      payload: { nonsense: true },
      headers: { cookie: 'tongheng_session=ringer', ...headers },
    });
    assert.equal(answer.statusCode, 400);
    assert.equal(codeOf(answer), 'platform.keyMissing');
  }
});

test('two submissions with one key at the same moment have one effect and one answer', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const answers = await Promise.all([post('/bell/strokes', { by: 'a' }, key), post('/bell/strokes', { by: 'a' }, key)]);
  for (const answer of answers) assert.equal(answer.body, '{"strokes":1}');
  assert.deepEqual(await happened(), { strokes: 1, events: 1 });
});

test('a key used for other content is refused', async () => {
  const key = { 'idempotency-key': randomUUID() };
  assert.equal((await post('/bell/strokes', { by: 'a' }, key)).statusCode, 200);
  assert.equal(codeOf(await post('/bell/strokes', { by: 'b' }, key)), 'platform.keyReused');
  assert.equal(codeOf(await post('/bell/name', { word: 'a' }, key)), 'platform.keyReused');
  assert.deepEqual(await happened(), { strokes: 1, events: 1 });
});

test('after a refusal the same key may be submitted again', async () => {
  const key = { 'idempotency-key': randomUUID() };
  assert.equal((await post('/bell/crack', {}, key)).statusCode, 409);
  assert.equal((await post('/bell/crack', {}, key)).statusCode, 409);
});

test('two changes that wait for each other both happen, once: the one that the database gave up is done again', async () => {
  crossings = 0;
  const answers = await Promise.all([post('/bell/crossing', { order: [1, 2] }), post('/bell/crossing', { order: [2, 1] })]);
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200],
  );
  assert.ok(crossings >= 3, 'they did collide');
  assert.deepEqual(await happened(), { strokes: 2, events: 2 });
});

test('a change that collides each time is refused with what to do, and leaves nothing', async () => {
  crossings = 0;
  const key = { 'idempotency-key': randomUUID() };
  const answer = await post('/bell/crossing', { order: [], collisions: 3 }, key);
  assert.deepEqual([answer.statusCode, codeOf(answer), crossings], [503, 'platform.busy', 3]);
  assert.deepEqual(await happened(), { strokes: 0, events: 0 });
  assert.equal((await post('/bell/crossing', { order: [], collisions: 3 }, key)).statusCode, 200, 'the same submission may come again');
});

test('a secret is answered once and never stored', async () => {
  const key = { 'idempotency-key': randomUUID() };
  assert.equal((await post('/bell/name', { word: 'swordfish' }, key)).body, '{"word":"swordfish"}');
  assert.equal((await post('/bell/name', { word: 'swordfish' }, key)).body, '{"word":null}');
  const rows = await database.db.selectFrom('submission').selectAll().execute();
  assert.doesNotMatch(JSON.stringify(rows), /swordfish/);
});

test('a change asked for by the page of another site is refused', async () => {
  for (const origin of ['https://elsewhere.example', 'http://localhost:9999', 'nonsense']) {
    const answer = await post('/bell/strokes', { by: 'a' }, { origin, host: 'city.example' });
    assert.equal(codeOf(answer), 'platform.crossSite', origin);
  }
  assert.equal((await post('/bell/strokes', { by: 'a' }, { origin: 'https://city.example', host: 'city.example' })).statusCode, 200);
  assert.deepEqual(await happened(), { strokes: 1, events: 1 });
});

test('a text with a NUL is malformed', async () => {
  assert.equal(codeOf(await post('/bell/strokes', { by: 'a\u0000b' })), 'platform.malformed');
});

test('whoever has no session gets nothing', async () => {
  assert.equal((await app.inject({ url: '/api/bell' })).statusCode, 401);
  assert.equal((await app.inject({ url: '/api/bell', headers: { cookie: 'tongheng_session=guessed' } })).statusCode, 401);
});

test('what stands at the root is not below /api, takes the rest of the address, and says how long it may be kept', async () => {
  const answer = await app.inject({ url: '/peals/north/a/b/c' });
  assert.equal(answer.body, 'north a/b/c');
  assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await app.inject({ url: '/peals/north/a/B' })).statusCode, 404);
  assert.equal((await app.inject({ url: '/api/peals/north/a/b' })).statusCode, 404);
});
