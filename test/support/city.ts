import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { addressOf } from '../../app/kernel/address.ts';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../../app/kernel/endpoint.ts';
import { openDatabase as openPool, type Database } from '../../app/platform/database.ts';
import { openFiles, type FileStore } from '../../app/platform/files.ts';
import type { Db } from '../../app/platform/context.ts';
import type { KeyDevice } from '../../app/platform/key-device.ts';
import { finishJobs } from '../../app/platform/jobs.ts';
import { withClient } from '../../app/platform/postgres/database.ts';
import { openSecrets, type Secrets } from '../../app/platform/secret.ts';
import { createServer } from '../../app/platform/server.ts';
import { authenticate } from '../../app/register/people/service/session.ts';
import { jobs, slices } from '../../app/slices.ts';
import { recordPlan } from '../../app/steer/indicator/service/record-plan.ts';
import { cityPlan } from '../../app/steer/plan/service/city-plan.ts';
import { openFilledDatabase, type TestDatabase } from './database.ts';
import { exercised } from './exercised.ts';
import { people, settle, type PersonName } from './story.ts';

/** A refusal as the client sees it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(`${status} ${String(body['code'])} ${JSON.stringify(body['issues'] ?? '')}`);
    this.status = status;
    this.code = String(body['code']);
    this.body = body;
  }
}

/** A client can only be ready for what the contract declares: a refusal of the slice's own that it does not is a defect. */
function refusalOf(endpoint: AnyEndpoint, status: number, body: string): Refusal {
  const refusal = new Refusal(status, JSON.parse(body) as Record<string, unknown>);
  const declared = (endpoint.problems ?? []).some(({ code }) => code === refusal.code);
  assert.ok(declared || refusal.code.startsWith('platform.'), `${nameOf(endpoint)} does not declare ${refusal.code}`);
  return refusal;
}

export type City = {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly ownerUrl: string;
  readonly files: FileStore;
  /** What the city seals its secrets with. */
  readonly secrets: Secrets;
  /** Moves the city's clock; every request reads it. */
  readonly clock: { now: Date };
  readonly ids: Readonly<Record<PersonName, { person: string; organization: string }>>;
  /** Acts as a named person of the story. */
  as: (name: PersonName) => Actor;
  /** The cookie of a named person's session, for a browser. */
  cookieOf: (name: PersonName) => string;
  /** Acts as anybody without an account. */
  stranger: () => Actor;
  /** Acts as whoever holds this cookie. */
  bearing: (cookie: string) => Actor;
  /** Does what calls have left to the background, at the city's clock; a job that fails is tried again by the next call. */
  finishJobs: () => Promise<void>;
  /** Adds up the counters of the ledger, which about every fiftieth writer does: whoever reads them must not notice. */
  foldCounters: () => Promise<void>;
  close: () => Promise<void>;
};

export type Actor = {
  call: <E extends AnyEndpoint>(
    endpoint: E,
    request: RequestOf<E>,
    options?: { key?: string; language?: 'zh' | 'en' },
  ) => Promise<ReplyOf<E>>;
  upload: (name: string, content: Uint8Array) => Promise<{ id: string }>;
  cookie: string;
};

const names = new Map<AnyEndpoint, string>(
  slices.flatMap(({ endpoints }) => Object.entries(endpoints).map(([name, endpoint]) => [endpoint, name] as const)),
);

export const nameOf = (endpoint: AnyEndpoint): string => {
  const name = names.get(endpoint);
  assert.ok(name, `endpoint ${endpoint.path} is not registered in app/slices.ts`);
  return name;
};

/** Sessions live longer than this without being used. */
const keptMilliseconds = 60_000;

type Settled = { readonly ids: City['ids']; readonly cookies: ReadonlyMap<PersonName, string> };

/** The people of the story with a session each, and the plan. */
async function settleAll(db: Db, at: string): Promise<Settled> {
  const ids = await settle(db, at);
  await recordPlan({ db, now: at }, cityPlan());
  const cookies = new Map<PersonName, string>();
  for (const name of Object.keys(people) as PersonName[]) {
    const token = randomBytes(16).toString('base64url');
    const tokenDigest = createHash('sha256').update(token).digest('hex');
    const session = {
      id: randomUUID(),
      personId: ids[name].person,
      tokenDigest,
      address: '127.0.0.1',
      agent: 'test',
      begunAt: at,
      seenAt: at,
    };
    await db.insertInto('personSession').values(session).execute();
    cookies.set(name, `tongheng_session=${token}`);
  }
  return { ids, cookies };
}

/** A database with the settled story: most files of a run begin at the same moment of the city, and copy one. */
const openSettled = (at: string): Promise<{ readonly base: TestDatabase; readonly filled: Settled }> =>
  openFilledDatabase(at, async ({ appUrl }) => {
    const pool = openPool(appUrl, { connections: 1 });
    const settled = await settleAll(pool.db, at);
    await pool.close();
    return settled;
  });

/** A whole city on a database of its own, with the people of the story and a clock that stands until moved. */
export async function openCity(
  options: { now?: string; demonstration?: boolean; pagesFolder?: string; keyDevice?: KeyDevice } = {},
): Promise<City> {
  const clock = { now: new Date(options.now ?? '2026-11-23T02:00:00Z') };
  const { base, filled } = await openSettled(clock.now.toISOString());
  const { ids, cookies } = filled;
  const database = openPool(base.appUrl, { connections: 6 });
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-files-'));
  const files = openFiles(folder);
  const secrets = openSecrets(randomBytes(32));
  const app = await createServer({
    db: database.db,
    files,
    secrets,
    keyDevice: options.keyDevice,
    clock: () => clock.now,
    demonstration: options.demonstration ?? false,
    publicUrl: 'http://127.0.0.1:8080',
    authenticate,
    secureCookies: false,
    slices,
    version: 'test',
    pagesFolder: options.pagesFolder,
    log: 'silent',
  });
  let keptAt = Number.NaN;
  /** Sessions live as long as the test, however far its clock is moved. */
  async function keepSessions(): Promise<void> {
    const at = clock.now.getTime();
    if (Math.abs(at - keptAt) < keptMilliseconds) return;
    keptAt = at;
    const kept = clock.now.toISOString();
    await database.db.updateTable('personSession').set({ seenAt: kept, begunAt: kept }).where('agent', '=', 'test').execute();
  }

  const send = async (
    cookie: string,
    endpoint: AnyEndpoint,
    request: Record<string, unknown>,
    key: string,
    language: string,
    content?: Uint8Array,
  ) => {
    await keepSessions();
    return app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, request),
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        'accept-language': language === 'en' ? 'en' : 'zh-CN',
        ...(endpoint.method === 'POST' ? { 'idempotency-key': key } : {}),
        ...(content === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      },
      ...(content !== undefined
        ? { payload: Buffer.from(content) }
        : endpoint.method === 'POST'
          ? { payload: (request['body'] ?? {}) as object }
          : {}),
    });
  };

  const countEvents = async (): Promise<number> =>
    Number(
      (
        await database.db
          .selectFrom('event')
          .select((it) => it.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    );

  const underWay = new Set<Promise<unknown>>();
  let turn: Promise<unknown> = Promise.resolve();

  /** Nothing new begins while somebody counts whether a change happens again. */
  async function untilNobodyCounts(): Promise<void> {
    for (let seen: Promise<unknown> | undefined; seen !== turn;) await (seen = turn);
  }

  /** Every change is submitted twice with its key: the answer is the same and nothing happens again. */
  async function submitAgain(
    cookie: string,
    endpoint: AnyEndpoint,
    request: Record<string, unknown>,
    key: string,
    first: string,
    content?: Uint8Array,
  ): Promise<void> {
    if (
      endpoint.permit === 'public' ||
      endpoint.reply === 'file' ||
      (endpoint.secrets ?? []).length > 0 ||
      endpoint.path.startsWith('/session')
    )
      return;
    // Calls of one test may be made at once: what the others do must not be counted as this one happening again.
    const own = turn.then(async () => {
      await Promise.allSettled(underWay);
      const before = await countEvents();
      const again = await send(cookie, endpoint, request, key, 'zh', content);
      assert.equal(again.statusCode, 200, `${nameOf(endpoint)} submitted twice: ${again.body}`);
      assert.deepEqual(JSON.parse(again.body), JSON.parse(first), `${nameOf(endpoint)} answered differently the second time`);
      assert.equal(await countEvents(), before, `${nameOf(endpoint)} happened twice`);
    });
    turn = own.catch(() => undefined);
    await own;
  }

  const actor = (cookie: string, name: PersonName | undefined): Actor => ({
    cookie,
    async call(endpoint, request, more = {}) {
      const key = more.key ?? randomUUID();
      const language = more.language ?? 'zh';
      await untilNobodyCounts();
      const sent = send(cookie, endpoint, request, key, language);
      underWay.add(sent);
      const answer = await sent.finally(() => underWay.delete(sent));
      if (answer.statusCode !== 200) throw refusalOf(endpoint, answer.statusCode, answer.body);
      exercised.note(nameOf(endpoint));
      if (endpoint.reply === 'file') return { name: '', type: String(answer.headers['content-type']), bytes: answer.rawPayload } as never;
      if (endpoint.method === 'POST') await submitAgain(cookie, endpoint, request, key, answer.body);
      else if (name !== undefined && endpoint.rows === 'own') await refuseOutsiders(endpoint, request, JSON.parse(answer.body));
      return JSON.parse(answer.body) as never;
    },
    async upload(fileName, content) {
      const { fileEndpoints } = await import('../../app/register/file/contract.ts');
      const key = randomUUID();
      await untilNobodyCounts();
      const sent = send(cookie, fileEndpoints.uploadFile, { query: { name: fileName } }, key, 'zh', content);
      underWay.add(sent);
      const answer = await sent.finally(() => underWay.delete(sent));
      if (answer.statusCode !== 200) throw new Refusal(answer.statusCode, JSON.parse(answer.body) as Record<string, unknown>);
      exercised.note('uploadFile');
      await submitAgain(cookie, fileEndpoints.uploadFile, { query: { name: fileName } }, key, answer.body, content);
      return JSON.parse(answer.body) as { id: string };
    },
  });

  const idsIn = (value: unknown): Set<string> => {
    const items = (value as { items?: unknown }).items;
    if (!Array.isArray(items)) return new Set();
    return new Set(items.map((item) => (item as { id?: unknown }).id).filter((id): id is string => typeof id === 'string'));
  };

  /** The outsiders hold every role of an organization, but in another region: what one organization read, they must not find. */
  async function refuseOutsiders(endpoint: AnyEndpoint, request: Record<string, unknown>, found: unknown): Promise<void> {
    const cookie = cookies.get('outsider');
    if (cookie === undefined) return;
    const answer = await send(cookie, endpoint, request, '', 'zh');
    if (answer.statusCode !== 200) return;
    const own = Object.keys((request['params'] as object | undefined) ?? {}).length > 0;
    const leaked = [...idsIn(JSON.parse(answer.body))].filter((id) => idsIn(found).has(id));
    assert.deepEqual(leaked, [], `${nameOf(endpoint)} shows another organization's rows`);
    if (own && idsIn(found).size === 0)
      assert.notDeepEqual(JSON.parse(answer.body), found, `${nameOf(endpoint)} shows another organization's record`);
  }

  return {
    app,
    database,
    ownerUrl: base.ownerUrl,
    files,
    secrets,
    clock,
    ids,
    as: (name) => actor(cookies.get(name) ?? '', name),
    cookieOf: (name) => cookies.get(name) ?? '',
    stranger: () => actor('', undefined),
    bearing: (cookie) => actor(cookie, undefined),
    finishJobs: () =>
      finishJobs({
        database,
        files,
        secrets,
        keyDevice: options.keyDevice,
        clock: () => clock.now,
        demonstration: options.demonstration ?? false,
        publicUrl: 'http://127.0.0.1:8080',
        jobs,
        crontab: '',
      }),
    async foldCounters() {
      await withClient(base.ownerUrl, (client) => client.query('SELECT instrument_recount_tally()'));
    },
    async close() {
      await app.close();
      await database.close();
      await base.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asserts that a call is refused with this problem code. */
export async function refused(call: Promise<unknown>, code: string): Promise<Refusal> {
  const refusal = await call.then(
    () => assert.fail(`not refused; expected ${code}`),
    (error: unknown) => error,
  );
  if (!(refusal instanceof Refusal)) throw refusal;
  assert.equal(refusal.code, code, refusal.message);
  return refusal;
}
