import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { openDatabase } from './database.ts';
import { openFiles } from './files.ts';
import { createServer } from './server.ts';
import { peopleEndpoints } from '../register/people/contract.ts';
import { peopleService } from '../register/people/service.ts';
import { authenticate } from '../register/people/service/session.ts';
import { slice } from './context.ts';

test('while the database is away the server says so, in its health and to whoever calls', async () => {
  const { db, close } = openDatabase('postgresql://nobody@127.0.0.1:1/nowhere');
  const app = await createServer({
    db,
    files: openFiles(tmpdir()),
    clock: () => new Date('2026-11-23T02:00:00Z'),
    demonstration: false,
    publicUrl: 'http://127.0.0.1',
    authenticate,
    secureCookies: false,
    slices: [slice(peopleEndpoints, peopleService)],
    version: 'test',
    pagesFolder: undefined,
    log: 'silent',
  });
  const health = await app.inject({ url: '/healthz' });
  assert.deepEqual([health.statusCode, health.json<{ status: string; reason: string }>().reason], [503, 'the database does not answer']);
  const call = await app.inject({ url: '/api/session', headers: { cookie: 'tongheng_session=abc' } });
  assert.deepEqual([call.statusCode, call.json<{ code: string }>().code], [503, 'platform.unavailable']);
  await app.close();
  await close();
});

test('metrics are for this machine itself', async () => {
  const { db, close } = openDatabase('postgresql://nobody@127.0.0.1:1/nowhere');
  const options = {
    db,
    files: openFiles(tmpdir()),
    clock: () => new Date(),
    demonstration: false,
    publicUrl: '',
    authenticate,
    secureCookies: false,
    slices: [],
    version: 'test',
    pagesFolder: undefined,
    log: 'silent' as const,
  };
  const open = await createServer(options);
  assert.equal((await open.inject({ url: '/metrics' })).statusCode, 200);
  assert.equal((await open.inject({ url: '/metrics', remoteAddress: '203.0.113.7' })).statusCode, 403);
  assert.equal((await open.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode, 403);
  const guarded = await createServer({ ...options, metricsToken: 'secret' });
  assert.equal((await guarded.inject({ url: '/metrics' })).statusCode, 403);
  assert.equal((await guarded.inject({ url: '/metrics', headers: { authorization: 'Bearer secret' } })).statusCode, 200);
  await open.close();
  await guarded.close();
  await close();
});
