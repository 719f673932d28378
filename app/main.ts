import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer as createProbe } from 'node:net';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Runner } from 'graphile-worker';
import { pagesFolder, readFirstDivisions, readFirstOrganizations, readVersion } from './city.ts';
import { tellStory, type Account } from './demonstration/story.ts';
import type { Text } from './kernel/text.ts';
import { openDatabase, type Database } from './platform/database.ts';
import { openFiles } from './platform/files.ts';
import type { KeyDevice } from './platform/key-device.ts';
import { startJobs } from './platform/jobs.ts';
import { startCluster, type Cluster } from './platform/postgres/cluster.ts';
import { appRole, inspectDatabase, loginOf, prepareDatabase, type DatabaseUrls } from './platform/postgres/database.ts';
import { migrate } from './platform/postgres/migrate.ts';
import type { SealService } from './platform/seal-service.ts';
import { openSecretsFile, type Secrets } from './platform/secret.ts';
import { createServer } from './platform/server.ts';
import { StartProblem, toStartProblem } from './platform/start-problem.ts';
import { recordFirstDivisions } from './register/division/service.ts';
import { openFirstAdministrator } from './register/people/service/first-account.ts';
import { recordFirstOrganizations } from './register/organization/service.ts';
import { countUnopened } from './measure/signing-key/service.ts';
import { authenticate } from './register/people/service/session.ts';
import { findSetting, markCity } from './register/organization/service/setting.ts';
import { crontab, jobs, slices } from './slices.ts';
import { recordPlan } from './steer/indicator/service/record-plan.ts';
import { cityPlan } from './steer/plan/service/city-plan.ts';

export type StartOptions = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** A real city: the document's data and one administrator. Otherwise a new data folder gets the demonstration story. */
  readonly empty: boolean;
  readonly publicUrl?: string | undefined;
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly trustProxy: boolean;
  readonly databaseUrl?: string | undefined;
  readonly databaseOwnerUrl?: string | undefined;
  readonly metricsToken?: string | undefined;
  /** The file of the master key that several servers share; none: the data folder's own. */
  readonly secretsKeyFile?: string | undefined;
  readonly keyDevice?: KeyDevice | undefined;
  readonly sealService?: SealService | undefined;
  readonly log: 'info' | 'silent';
  readonly progress: (text: Text) => void;
};

export type RunningCity = {
  readonly url: string;
  readonly demonstration: boolean;
  /** Accounts to print: the demonstration's, or the one administrator of a new city. */
  readonly accounts: readonly Account[];
  readonly stop: () => Promise<void>;
  /** Rejects when the database ends by itself. */
  readonly failed: Promise<never>;
};

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

async function openCluster(options: StartOptions): Promise<{ cluster: Cluster | undefined; urls: DatabaseUrls }> {
  const { databaseUrl, databaseOwnerUrl } = options;
  if (databaseUrl !== undefined && databaseOwnerUrl !== undefined) {
    return { cluster: undefined, urls: { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl } };
  }
  if (databaseUrl !== undefined || databaseOwnerUrl !== undefined) throw new StartProblem('databaseUrlMissing');
  const cluster = await startCluster({ folder: resolve(options.data), durable: true, progress: options.progress });
  return { cluster, urls: await prepareDatabase(cluster, 'tongheng') };
}

/** Opens the database, brings it up to date and records what every city starts with. */
async function prepareCity(
  database: Database,
  secrets: Secrets,
  options: StartOptions,
): Promise<{ demonstration: boolean; accounts: readonly Account[] }> {
  const plan = cityPlan();
  const now = new Date().toISOString();
  const known = await findSetting(database.db);
  const demonstration = known?.demonstration ?? !options.empty;
  if (demonstration) requireLoopback(options);
  const first = await readFirstOrganizations(plan);
  const divisions = await readFirstDivisions();
  const administrator = await database.db.transaction().execute(async (db) => {
    await recordFirstOrganizations({ db, now, newId: randomUUID }, first);
    await recordPlan({ db, now }, plan);
    await recordFirstDivisions({ db, now }, divisions.file, divisions.source);
    if (known !== undefined) return undefined;
    await markCity(db, plan.city, { demonstration, begunAt: now });
    return demonstration ? undefined : openFirstAdministrator({ db, now, newId: randomUUID });
  });
  if (!demonstration) return { demonstration, accounts: administrator === undefined ? [] : [administrator] };
  const files = openFiles(filesFolder(options));
  return {
    demonstration,
    accounts: await tellStory({ database, files, secrets, begunAt: known?.begunAt ?? now, progress: options.progress }),
  };
}

function requireLoopback(options: StartOptions): void {
  if (!loopback.has(options.host)) throw new StartProblem('demonstrationOnLoopback', { host: options.host });
}

const filesFolder = (options: StartOptions): string => {
  const folder = join(resolve(options.data), 'files');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toStartProblem(error, { folder }) ?? error;
  }
  return folder;
};

/** Requests, records and look-ups go on; what needs a signature says the same until the file is back. */
const unopenedKeys = (count: number): Text => [
  `注意：${String(count)} 个签名密钥无法解密，主密钥文件缺失或不是原来的文件。请放回原来的 secrets.key（或 TONGHENG_SECRETS_KEY_FILE 所指文件）后重新启动；备份中不含该文件。`,
  `Note: ${String(count)} signing keys cannot be opened; the master key file is missing or another one. Bring the former secrets.key (or the file of TONGHENG_SECRETS_KEY_FILE) back and restart; backups do not hold it.`,
];

async function listen(app: FastifyInstance, { port, host }: StartOptions): Promise<void> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw toStartProblem(error, { port, host }) ?? error;
  }
}

/** Said before a database is made, which takes long: a demonstration that others could reach, and a port that is taken. */
async function refuseEarly(options: StartOptions): Promise<void> {
  if (options.databaseUrl !== undefined || existsSync(join(resolve(options.data), 'postgres'))) return;
  if (!options.empty) requireLoopback(options);
  const { port, host } = options;
  const probe = createProbe();
  await new Promise<void>((done, failed) => {
    probe.once('error', (error) => failed(toStartProblem(error, { port, host }) ?? error));
    probe.listen({ port, host }, () => probe.close(() => done()));
  });
}

const readTls = ({ tlsCert, tlsKey }: StartOptions): { cert: Buffer; key: Buffer } | undefined => {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined) throw new StartProblem('tlsIncomplete');
  const unreadable = [tlsCert, tlsKey].find((file) => !existsSync(file));
  if (unreadable !== undefined) throw new StartProblem('tlsUnreadable', { file: unreadable });
  return { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) };
};

/** Starts everything, in the order in which it can fail; what was started is stopped again when a later step fails. */
export async function startCity(options: StartOptions): Promise<RunningCity> {
  const started: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.splice(0).reverse()) await end();
  };
  try {
    const tls = readTls(options);
    await refuseEarly(options);
    const { cluster, urls } = await openCluster(options);
    if (cluster !== undefined) started.push(() => cluster.stop());
    if (cluster === undefined) await inspectDatabase(urls);
    await migrate({ ownerUrl: urls.ownerUrl, appRole: cluster === undefined ? loginOf(urls.appUrl) : appRole });
    const database = openDatabase(urls.appUrl, { onError: () => undefined });
    started.push(() => database.close());
    const secrets = openSecretsFile(resolve(options.data), options.secretsKeyFile);
    const { demonstration, accounts } = await prepareCity(database, secrets, options);
    const unopened = await countUnopened(database.db, secrets);
    if (unopened > 0) options.progress(unopenedKeys(unopened));
    const scheme = tls === undefined ? 'http' : 'https';
    const url = options.publicUrl ?? `${scheme}://${options.host.includes(':') ? `[${options.host}]` : options.host}:${options.port}`;
    const shared = {
      files: openFiles(filesFolder(options)),
      secrets,
      keyDevice: options.keyDevice,
      sealService: options.sealService,
      clock: () => new Date(),
      demonstration,
      publicUrl: url,
    };
    const app = await createServer({
      ...shared,
      db: database.db,
      authenticate,
      secureCookies: url.startsWith('https:'),
      slices,
      version: await readVersion(),
      pagesFolder: existsSync(pagesFolder) ? pagesFolder : undefined,
      metricsToken: options.metricsToken,
      trustProxy: options.trustProxy,
      log: options.log,
      tls,
    });
    await listen(app, options);
    started.push(() => app.close());
    const runner: Runner = await startJobs({ ...shared, database, jobs, crontab });
    started.push(() => runner.stop());
    let stopping = false;
    started.push(async () => void (stopping = true));
    const failed = new Promise<never>((_, reject) => {
      void cluster?.ended.then(
        () => stopping || reject(new StartProblem('databaseEnded', { log: join(resolve(options.data), 'postgres.log') })),
      );
    });
    return { url, demonstration, accounts, stop, failed };
  } catch (error) {
    await stop();
    throw error;
  }
}
