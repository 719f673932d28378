import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { toUtf8 } from '@tongheng/seal/encoding';
import { leafFormat, readLeaf as readEntry, type Leaf, type LeafKind } from '@tongheng/seal/leaf';
import { auditLog } from '@tongheng/seal/log/audit';
import { readSignedCheckpoint } from '@tongheng/seal/log/checkpoint';
import { checkConsistency, consistencyProof } from '@tongheng/seal/log/proof';
import { tilePath, type TileReader } from '@tongheng/seal/log/tile';
import { checkTlogProof, readTlogProof } from '@tongheng/seal/log/tlog-proof';
import { readVerifierKey } from '@tongheng/seal/log/verifier-key';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { Context } from '../../platform/context.ts';
import { perform } from '../../platform/jobs.ts';
import { transparencyEndpoints } from './contract.ts';
import { appendLeaf, appendLeaves, findLeaf, findLeaves } from './service/append.ts';
import { exportLog, ExportRefused, type LogFolder } from './service/export.ts';
import { proofOf } from './service/proof.ts';
import { sequenceLeaves, waitUntilLogged } from './service/sequence.ts';
import { signersOfLog } from './service/signer.ts';

const { readLog, listLeaves, readLeaf, downloadLeafProof } = transparencyEndpoints;

let city: City;
before(async () => {
  city = await openCity({ demonstration: true });
});
after(() => city.close());

/** Does something as the system, in a transaction of its own that commits at its end. */
async function asSystem<Result>(work: (ctx: Context) => Promise<Result>, where = 'http://127.0.0.1:8080', of = city): Promise<Result> {
  let result: Result | undefined;
  const inTransaction = async (_payload: unknown, ctx: Context) => void (result = await work(ctx));
  await perform(
    'work',
    {},
    {
      database: of.database,
      files: undefined as never,
      secrets: of.secrets,
      clock: () => of.clock.now,
      demonstration: of === city,
      publicUrl: where,
      jobs: { work: inTransaction },
      crontab: '',
    },
  );
  return result as Result;
}

let numbers = 0;
const leaf = (more: Partial<Leaf> = {}): Leaf => {
  numbers += 1;
  return {
    format: leafFormat,
    kind: 'issued',
    number: `320685A2026${String(numbers).padStart(6, '0')}X`,
    recordDigest: String(numbers % 10).repeat(64),
    issuer: '320685A',
    day: '2026-11-23',
    replaces: null,
    demonstration: false,
    ...more,
  };
};
const leaves = (count: number): Leaf[] => Array.from({ length: count }, () => leaf());

const append = (count: number): Promise<readonly string[]> => asSystem((ctx) => appendLeaves(ctx, leaves(count)));
const sequence = () => asSystem(sequenceLeaves);
const get = (url: string) => city.app.inject({ url });

/** The log as a stranger reads it. */
const readTile: TileReader = async (tile) => {
  const answer = await get(`/log/${tilePath(tile)}`);
  if (answer.statusCode === 404) return undefined;
  assert.equal(answer.statusCode, 200, answer.body);
  return new Uint8Array(answer.rawPayload);
};
const readCheckpoint = async () => readSignedCheckpoint((await get('/log/checkpoint')).body).checkpoint;

async function audit(): Promise<number> {
  const { size, root } = await readCheckpoint();
  const { ok, faults } = await auditLog(size, root, readTile);
  assert.ok(ok, JSON.stringify(faults));
  return size;
}

/** Every index once, without a gap. */
async function indexes(): Promise<number[]> {
  const rows = await city.database.db.selectFrom('transparencyLeaf').select('leafIndex').orderBy('leafIndex').execute();
  return rows.map(({ leafIndex }) => leafIndex ?? -1);
}
const upTo = (size: number): number[] => [...Array(size).keys()];

test('before the first leaf there is no checkpoint and nothing is invented', async () => {
  const answer = await get('/log/checkpoint');
  assert.equal(answer.statusCode, 404);
  assert.equal((JSON.parse(answer.body) as { code: string }).code, 'transparency.notBegun');
  const log = await city.as('instituteManager').call(readLog, {});
  assert.deepEqual([log.origin, log.size, log.waiting, log.checkpoint, log.witnesses], [null, 0, 0, null, []]);
});

test('a leaf is in the log exactly if its change commits, soon after, with the origin of the first use', async () => {
  const id = await asSystem((ctx) => appendLeaf(ctx, leaf()));
  await assert.rejects(
    asSystem(async (ctx) => {
      await appendLeaf(ctx, leaf());
      throw new Error('refused after all');
    }),
    /refused after all/,
  );
  assert.deepEqual((await asSystem((ctx) => findLeaf(ctx, id)))?.index, null);
  await city.finishJobs();
  assert.deepEqual((await asSystem((ctx) => findLeaf(ctx, id)))?.index, 0);
  const log = await city.as('planOffice').call(readLog, {});
  assert.deepEqual([log.origin, log.size, log.waiting, log.checkpoint?.size], ['demonstration.invalid/127.0.0.1:8080/log', 1, 0, 1]);
  assert.equal(await audit(), 1);
});

test('the job of one leaf serves those that come in at the same moment, also when they become visible after it', async () => {
  const slow = city.database.db.transaction().execute(async (db) => {
    const id = await asSystem((ctx) => appendLeaf({ ...ctx, db }, leaf()));
    await pause(300);
    return id;
  });
  await asSystem((ctx) => appendLeaf(ctx, leaf()));
  await city.finishJobs();
  const id = await slow;
  assert.equal(await asSystem((ctx) => waitUntilLogged(ctx, [id])), true);
});

test('a transaction that ends late gets a later index, however small the number of its row', async () => {
  const before = (await readCheckpoint()).size;
  let commit: () => void = () => undefined;
  const held = new Promise<void>((done) => (commit = done));
  let lateId = '';
  const late = city.database.db.transaction().execute(async (db) => {
    lateId = await asSystem((ctx) => appendLeaf({ ...ctx, db }, leaf()));
    await held;
  });
  while (lateId === '') await pause(5);
  const [earlyId = ''] = await append(1);
  await sequence();
  assert.equal((await asSystem((ctx) => findLeaf(ctx, earlyId)))?.index, before);
  assert.equal(await asSystem((ctx) => findLeaf(ctx, lateId)), undefined);
  commit();
  await late;
  await sequence();
  assert.equal((await asSystem((ctx) => findLeaf(ctx, lateId)))?.index, before + 1);
  assert.equal(await audit(), before + 2);
});

test('several sequencers and many writers at once: no leaf twice, none lost, every checkpoint continues the one before', async () => {
  const seen = [await readCheckpoint()];
  let writing = true;
  const writers = [1, 2].map(async () => {
    for (let turn = 0; turn < 12; turn += 1) {
      const count = 1 + Math.floor(Math.random() * 60);
      // Every third writer gives up.
      const work = asSystem(async (ctx) => {
        await appendLeaves(ctx, leaves(count));
        if (turn % 3 === 2) throw new Error('given up');
      });
      await work.catch(() => undefined);
    }
  });
  const sequencers = [1, 2].map(async () => {
    while (writing) {
      const { ended } = await sequence();
      if (ended === 'busy') await pause(3);
    }
  });
  const watcher = (async () => {
    while (writing) {
      seen.push(await readCheckpoint());
      await pause(5);
    }
  })();
  await Promise.all(writers);
  writing = false;
  await Promise.all([...sequencers, watcher]);
  await sequence();
  const last = await readCheckpoint();
  assert.deepEqual(await indexes(), upTo(last.size));
  await audit();
  for (const [place, old] of [...seen, last].entries()) {
    const next = [...seen, last][place + 1] ?? last;
    const proof = await consistencyProof(old.size, next.size, readTile);
    assert.ok(checkConsistency(old.size, old.root, next.size, next.root, proof), `${old.size} → ${next.size}`);
  }
});

test('tiles fill up: after some hundred leaves in batches of all sizes the log is what its entries say', async () => {
  for (const count of [1, 255, 256, 257, 3, 512, 90]) {
    await append(count);
    await sequence();
  }
  const size = await audit();
  assert.ok(size > 1300);
  assert.deepEqual(await indexes(), upTo(size));
});

test('a given index is kept, a tile only grows, and nothing of a checkpoint is changed', async () => {
  const { db } = city.database;
  await assert.rejects(sql`update transparency_leaf set leaf_index = 999999 where leaf_index = 0`.execute(db), /keeps its index/);
  await assert.rejects(
    sql`update transparency_tile set hashes = decode(repeat('00', 32), 'hex') where level = 0 and number = 0`.execute(db),
    /only grows/,
  );
  for (const statement of [
    `update transparency_leaf set entry = 'x'`,
    `update transparency_checkpoint set note = 'x'`,
    `update transparency_log set origin = 'x'`,
    'delete from transparency_leaf',
  ]) {
    await assert.rejects(sql.raw(statement).execute(db), { code: '42501' }, statement);
  }
});

test('the public addresses answer after tlog-tiles, and nothing else', async () => {
  const { size } = await readCheckpoint();
  const checkpoint = await get('/log/checkpoint');
  assert.equal(checkpoint.headers['content-type'], 'text/plain; charset=utf-8');
  assert.match(String(checkpoint.headers['cache-control']), /max-age=1\b/);
  const full = await get('/log/tile/0/000');
  const asked = await city.stranger().call(transparencyEndpoints.readTile, { params: { tile: '0/000' } });
  assert.deepEqual(Buffer.from(asked.bytes), full.rawPayload);
  const told = await city.stranger().call(transparencyEndpoints.readCheckpoint, {});
  assert.equal(Buffer.from(told.bytes).toString('utf8'), checkpoint.body);
  assert.deepEqual(
    [full.rawPayload.length, full.headers['content-type'], full.headers['cache-control'], full.headers['content-encoding']],
    [8192, 'application/octet-stream', 'public, max-age=31536000, immutable', undefined],
  );
  const narrow = await get('/log/tile/0/000.p/7');
  assert.deepEqual(narrow.rawPayload, full.rawPayload.subarray(0, 7 * 32));
  assert.equal((await get(`/log/tile/1/000.p/${Math.floor(size / 256)}`)).statusCode, 200);
  const last = Math.floor(size / 256);
  const width = size % 256;
  assert.equal((await get(`/log/tile/entries/00${last}.p/${width}`)).statusCode, 200);
  const bundle = await get('/log/tile/entries/000.p/1');
  assert.equal(readEntry(bundle.rawPayload.subarray(2).toString())?.number, '320685A2026000001X');
  for (const path of [
    '0/0',
    '00/000',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/x000/000',
    '64/000',
    '-1/000',
    '0/001/000',
    'entries/000.p',
    'entries',
    '',
    `0/00${last}`,
    `0/00${last}.p/${width + 1}`,
    `entries/00${last}`,
    `entries/00${last}.p/${width + 1}`,
    '1/000',
    '2/000',
    '0/x999/x999/x999/999',
    '0/000/',
    '0/000.p/7/',
    '0/000%00',
    `0/${'x000/'.repeat(30)}000`,
    '日志/000',
  ]) {
    const answer = await get(`/log/tile/${encodeURI(path)}`);
    assert.equal(answer.statusCode, 404, path);
  }
  assert.equal((await get('/log/tile')).statusCode, 404);
  assert.equal((await city.app.inject({ method: 'POST', url: '/log/checkpoint' })).statusCode, 404);
  assert.equal((await city.app.inject({ method: 'HEAD', url: '/log/tile/0/000' })).statusCode, 200);
});

test('the proof of a leaf shows anybody who has the key of the log that it is there, and no other leaf', async () => {
  const one = leaf({ kind: 'revoked' });
  const id = await asSystem((ctx) => appendLeaf(ctx, one));
  assert.equal(await asSystem((ctx) => proofOf(ctx, id)), undefined);
  await sequence();
  const text = await asSystem((ctx) => proofOf(ctx, id));
  assert.ok(text);
  const [signer] = await asSystem((ctx) => signersOfLog(ctx, undefined));
  assert.ok(signer);
  const trust = { logKeys: [signer.key], witnessKeys: [] };
  const found = await asSystem((ctx) => findLeaf(ctx, id));
  const entry = toUtf8(found?.entry ?? '');
  assert.equal((await checkTlogProof(readTlogProof(text), entry, trust)).code, 'included');
  assert.equal((await checkTlogProof(readTlogProof(text), toUtf8('another'), trust)).code, 'not-included');
  const stranger = readVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  assert.equal((await checkTlogProof(readTlogProof(text), entry, { logKeys: [stranger], witnessKeys: [] })).code, 'unknown-log');
  assert.deepEqual(await asSystem((ctx) => findLeaves(ctx, ['00000000-0000-4000-8000-000000000000', id])), [undefined, found]);
});

test('the workplace finds a leaf by number, kind, institute and day, page by page, and hands out its proof', async () => {
  const kinds: LeafKind[] = ['replaced', 'amended'];
  for (const kind of kinds) await asSystem((ctx) => appendLeaf(ctx, leaf({ kind, issuer: '320682B', day: '2026-11-20' })));
  const waiting = await city
    .as('inspector')
    .call(listLeaves, { query: { state: 'waiting' } })
    .catch(() => undefined);
  assert.equal(waiting, undefined, 'an inspector does not read the log');
  const reader = city.as('planOffice');
  assert.deepEqual(
    (await reader.call(listLeaves, { query: { state: 'waiting' } })).items.map(({ index }) => index),
    [null, null],
  );
  const [unlogged] = (await reader.call(listLeaves, { query: { state: 'waiting' } })).items;
  assert.ok(unlogged);
  await refused(reader.call(downloadLeafProof, { params: { id: unlogged.id } }), 'transparency.notLogged');
  await sequence();
  const all = await reader.call(listLeaves, { query: { limit: 2 } });
  assert.deepEqual([all.items.map(({ kind }) => kind), all.total], [['amended', 'replaced'], (await readCheckpoint()).size]);
  const next = await reader.call(listLeaves, { query: { limit: 2, ...(all.next === null ? {} : { after: all.next }) } });
  assert.deepEqual(
    next.items.map(({ index }) => index),
    [all.total - 3, all.total - 4],
  );
  const total = async (query: object) => (await reader.call(listLeaves, { query })).total;
  assert.deepEqual([await total({ kind: 'amended' }), await total({ issuer: '320682B' }), await total({ to: '2026-11-20' })], [1, 2, 2]);
  assert.deepEqual(
    [await total({ q: '320685a2026000001x' }), (await total({ q: '320685A2026' })) > 1000, await total({ q: '_' })],
    [1, true, 0],
  );
  const shown = await reader.call(readLeaf, { params: { id: unlogged.id } });
  assert.equal(readEntry(shown.entry)?.kind, 'amended');
  assert.equal(shown.checkpoint?.size, all.total);
  const proof = await reader.call(downloadLeafProof, { params: { id: unlogged.id } });
  assert.equal(readTlogProof(Buffer.from(proof.bytes).toString()).index, shown.index);
  await refused(reader.call(readLeaf, { params: { id: '00000000-0000-4000-8000-000000000000' as never } }), 'platform.notFound');
  await refused(city.as('holder').call(readLog, {}), 'platform.forbidden');
});

test('the log keeps the name of its first use, wherever the city moves', async () => {
  await append(1);
  await asSystem(sequenceLeaves, 'https://elsewhere.example/');
  assert.equal((await readCheckpoint()).origin, 'demonstration.invalid/127.0.0.1:8080/log');
});

test('the log is written out as files that anybody can audit; a folder is brought up to date, and never takes another log', async () => {
  const files = new Map<string, Uint8Array>();
  const folder: LogFolder = {
    read: async (path) => files.get(path),
    write: async (path, bytes) => void files.set(path, bytes),
  };
  const { db } = city.database;
  const first = await exportLog(db, folder);
  await append(300);
  await sequence();
  const second = await exportLog(db, folder);
  assert.ok(first && second && second.files < first.files && second.size === first.size + 300);
  const { checkpoint } = readSignedCheckpoint(Buffer.from(files.get('checkpoint') ?? []).toString());
  const { ok, faults } = await auditLog(checkpoint.size, checkpoint.root, async (tile) => files.get(tilePath(tile)));
  assert.ok(ok, JSON.stringify(faults));
  files.set(
    'checkpoint',
    toUtf8(
      Buffer.from(files.get('checkpoint') ?? [])
        .toString()
        .replace('demonstration.invalid', 'another.invalid'),
    ),
  );
  await assert.rejects(exportLog(db, folder), (error) => error instanceof ExportRefused && error.why === 'foreign');
});

test('where no key of the log was put into use, documents are issued and their leaves wait in plain sight', async () => {
  const real = await openCity();
  try {
    const [id = ''] = await asSystem((ctx) => appendLeaves(ctx, leaves(2)), undefined, real);
    await real.finishJobs();
    assert.equal(await asSystem((ctx) => waitUntilLogged(ctx, [id]), undefined, real), false);
    const log = await real.as('planOffice').call(readLog, {});
    assert.deepEqual(
      [log.hasKey, log.size, log.waiting, log.waitingSince, log.checkpoint],
      [false, 0, 2, real.clock.now.toISOString(), null],
    );
  } finally {
    await real.close();
  }
});
