import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openDatabase, type Database } from '../app/platform/database.ts';
import { openFiles } from '../app/platform/files.ts';
import { startCluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient, type DatabaseUrls } from '../app/platform/postgres/database.ts';
import { migrate } from '../app/platform/postgres/migrate.ts';
import { createServer } from '../app/platform/server.ts';
import { authenticate } from '../app/register/people/service/session.ts';
import { instrumentEndpoints } from '../app/register/instrument/contract.ts';
import { instrumentService } from '../app/register/instrument/service.ts';
import { slice } from '../app/platform/context.ts';
import { makeTestFolder } from '../test/support/database.ts';
import { settle, type PersonName } from '../test/support/story.ts';
import { generateLedger, today, type Size } from './generate-ledger.ts';

export type LedgerCity = {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly urls: DatabaseUrls;
  readonly ids: Awaited<ReturnType<typeof settle>>;
  readonly get: (who: PersonName, address: string) => Promise<{ status: number; body: string; milliseconds: number }>;
  readonly close: () => Promise<void>;
};

const clock = (): Date => new Date(`${today}T02:00:00Z`);

/** Sessions of the story's people, so that what is measured is what a signed-in person gets. */
async function signIn(database: Database, ids: LedgerCity['ids']): Promise<Map<PersonName, string>> {
  const cookies = new Map<PersonName, string>();
  for (const name of Object.keys(ids) as PersonName[]) {
    const token = randomBytes(16).toString('base64url');
    const at = clock().toISOString();
    await database.db
      .insertInto('personSession')
      .values({
        id: randomUUID(),
        personId: ids[name].person,
        tokenDigest: createHash('sha256').update(token).digest('hex'),
        address: '127.0.0.1',
        agent: 'bench',
        begunAt: at,
        seenAt: at,
      })
      .execute();
    cookies.set(name, `tongheng_session=${token}`);
  }
  return cookies;
}

/**
 * A city with a generated ledger on a cluster of its own. It is filled without safety against a crash and measured with the settings of a
 * city in service. With a folder the cluster is kept there and used again
 * as it was made: with another schema it has to be made anew.
 */
export async function openLedgerCity(size: Size, folder: string | undefined, tell: (step: string) => void): Promise<LedgerCity> {
  const place = folder ?? makeTestFolder();
  mkdirSync(place, { recursive: true });
  const described = join(place, 'ledger.json');
  if (!existsSync(described)) {
    const loading = await startCluster({ folder: place, durable: false });
    try {
      const urls = await prepareDatabase(loading, 'ledger');
      await migrate({ ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl) });
      const database = openDatabase(urls.appUrl, { connections: 2 });
      const ids = await settle(database.db, clock().toISOString());
      await database.close();
      const settled = {
        institute: ids.technician.organization,
        holder: ids.holder.organization,
        person: ids.technician.person,
        county: ids.countyRegulator.organization,
      };
      await withClient(urls.ownerUrl, (client) => generateLedger(client, size, settled, tell));
      writeFileSync(described, JSON.stringify({ size, ids }));
    } finally {
      await loading.stop();
    }
  }
  const { ids } = JSON.parse(readFileSync(described, 'utf8')) as { ids: LedgerCity['ids'] };
  const cluster = await startCluster({ folder: place, durable: true });
  const urls = await prepareDatabase(cluster, 'ledger');
  const database = openDatabase(urls.appUrl, { connections: 6 });
  const app = await createServer({
    db: database.db,
    files: openFiles(join(place, 'files')),
    clock,
    demonstration: false,
    publicUrl: 'http://127.0.0.1:8080',
    authenticate,
    secureCookies: false,
    slices: [slice(instrumentEndpoints, instrumentService)],
    version: 'bench',
    pagesFolder: undefined,
    log: 'silent',
  });
  const cookies = await signIn(database, ids);
  return {
    app,
    database,
    urls,
    ids,
    async get(who, address) {
      const begun = performance.now();
      const answer = await app.inject({ method: 'GET', url: address, headers: { cookie: cookies.get(who) ?? '' } });
      return { status: answer.statusCode, body: answer.body, milliseconds: performance.now() - begun };
    },
    async close() {
      await app.close();
      await database.close();
      await cluster.stop();
      if (folder === undefined) rmSync(place, { recursive: true, force: true });
    },
  };
}
