import { createHash, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { pathOf } from '../kernel/address.ts';
import type { Caller } from '../kernel/caller.ts';
import type { AnyEndpoint, Download } from '../kernel/endpoint.ts';
import { Problem, platformProblems } from '../kernel/problem.ts';
import type { Context, Db, EventToRecord, Slice } from './context.ts';
import type { FileStore } from './files.ts';
import { cityDay } from './clock.ts';
import { saveEvents } from './events.ts';
import type { KeyDevice } from './key-device.ts';
import { newId } from './row-id.ts';
import type { SealService } from './seal-service.ts';
import { noSecrets, type Secrets } from './secret.ts';
import { enqueue } from './queue.ts';
import { parseBody, parseShape } from './parse.ts';
import { rawBody } from './upload.ts';
import { languageOf } from './problem-reply.ts';

export const sessionCookie = 'tongheng_session';

export type BinderOptions = {
  readonly db: Db;
  readonly files: FileStore;
  readonly secrets?: Secrets;
  readonly keyDevice?: KeyDevice | undefined;
  readonly sealService?: SealService | undefined;
  readonly clock: () => Date;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  /** Resolves the session of a request, or undefined. */
  readonly authenticate: (db: Db, token: string, now: string) => Promise<Authenticated | undefined>;
  readonly secureCookies: boolean;
};

export type Authenticated = { readonly caller: Caller; readonly passwordChangeDue: boolean };

const nobody: Caller = {
  personId: '',
  name: '',
  roles: [],
  permits: new Set(),
  organizationId: '',
  region: '',
  scope: { kind: 'none' },
  sessionId: '',
};

/** Binds every endpoint of a slice: who is calling → permit → parse → transaction → handler → reply checked → event present. */
export function bind(app: FastifyInstance, slices: readonly Slice[], options: BinderOptions): void {
  for (const { endpoints, service } of slices) {
    for (const [name, definition] of Object.entries(endpoints)) {
      const handler = service[name];
      if (handler === undefined) throw new Error(`no handler for ${name}`);
      app.route({
        method: definition.method,
        url: routeOf(definition),
        bodyLimit: definition.uploadBytes ?? 1_048_576,
        config:
          definition.perMinute === undefined ? { rateLimit: false } : { rateLimit: { max: definition.perMinute, timeWindow: 60_000 } },
        handler: (request, reply) => answer(name, definition, handler, request, reply, options),
      });
    }
  }
}

/** The pattern of the router; what takes the rest of an address is its `*`. */
const routeOf = (definition: AnyEndpoint): string =>
  definition.takesRest === true ? pathOf(definition).replace(/:\w+$/, '*') : pathOf(definition);

/** The parameters by their names, that of the rest among them. */
function paramsOf(definition: AnyEndpoint, found: unknown): unknown {
  const [, rest] = definition.takesRest === true ? (/:(\w+)$/.exec(definition.path) ?? []) : [];
  if (rest === undefined) return found;
  const { '*': value, ...others } = found as Record<string, unknown>;
  return { ...others, [rest]: value };
}

type BoundHandler = Slice['service'][string];

async function answer(
  name: string,
  definition: AnyEndpoint,
  handler: BoundHandler,
  request: FastifyRequest,
  reply: FastifyReply,
  options: BinderOptions,
): Promise<unknown> {
  const at = options.clock();
  const now = at.toISOString();
  const caller = await callerOf(definition, request, options, now);
  if (definition.method !== 'GET') requireKey(definition, request, caller);
  const call = {
    params: parseShape(definition.params, paramsOf(definition, request.params), 'params'),
    query: parseShape(definition.query, request.query, 'query'),
    body: definition.uploadBytes === undefined ? parseBody(definition.body, request.body) : undefined,
  } as never;
  const events: EventToRecord[] = [];
  const contextOn = (db: Db): Context => ({
    caller,
    now,
    today: cityDay(at),
    db,
    apart: options.db,
    language: languageOf(request),
    demonstration: options.demonstration,
    publicUrl: options.publicUrl,
    files: options.files,
    secrets: options.secrets ?? noSecrets,
    keyDevice: options.keyDevice,
    sealService: options.sealService,
    newId,
    record: (event) => void events.push(event),
    later: (task, payload, more) => enqueue(db, task, payload, more),
    session: {
      set: (token, seconds) =>
        void reply.setCookie(sessionCookie, token, {
          path: '/',
          httpOnly: true,
          sameSite: 'strict',
          secure: options.secureCookies,
          maxAge: seconds,
        }),
      clear: () => void reply.clearCookie(sessionCookie, { path: '/' }),
    },
    client: { address: request.ip, agent: String(request.headers['user-agent'] ?? '').slice(0, 200) },
    upload: rawBody(request),
  });
  if (definition.method === 'GET') {
    return send(definition, await handler(call, contextOn(options.db)), reply);
  }
  const done = await change(name, definition, request, caller, now, options.db, async (db) => {
    events.length = 0;
    const result = await handler(call, contextOn(db));
    if (events.length === 0) throw new Error(`${name} changed something and recorded no event`);
    await saveEvents(db, events, caller, now);
    return definition.reply === 'file' ? result : definition.reply.parse(result);
  });
  return send(definition, done, reply);
}

async function callerOf(definition: AnyEndpoint, request: FastifyRequest, options: BinderOptions, now: string): Promise<Caller> {
  if (definition.method !== 'GET') refuseCrossSite(request);
  const token = request.cookies[sessionCookie];
  const authenticated = token === undefined ? undefined : await options.authenticate(options.db, token, now);
  if (definition.permit === 'public') return authenticated?.caller ?? nobody;
  if (authenticated === undefined) throw new Problem(platformProblems.unauthenticated);
  if (definition.permit === 'session') return authenticated.caller;
  if (authenticated.passwordChangeDue) throw new Problem(platformProblems.passwordChangeDue);
  if (!authenticated.caller.permits.has(definition.permit)) throw new Problem(platformProblems.forbidden);
  return authenticated.caller;
}

/** A browser names the origin of every POST; another site's is refused. The cookie is SameSite=Strict besides. */
function refuseCrossSite(request: FastifyRequest): void {
  const origin = request.headers.origin;
  if (origin === undefined || origin === 'null') return;
  if (URL.canParse(origin) && new URL(origin).host === request.host) return;
  throw new Problem(platformProblems.crossSite);
}

/** A retry after a lost answer must not do a thing twice: whoever is signed in names each submission. */
function requireKey(definition: AnyEndpoint, request: FastifyRequest, caller: Caller): void {
  if (caller.personId === '' || definition.permit === 'public') return;
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key.length < 8 || key.length > 100) throw new Problem(platformProblems.keyMissing);
}

const attempts = 3;
/** A dead-lock or a serialization failure: the database gave up this transaction so that another could end; nothing of it was kept. */
const isCollision = (error: unknown): boolean =>
  error instanceof Error && /^(40P01|40001)$/.test(String((error as { code?: unknown }).code));

/** The whole transaction, again where it collided with others; who collides each time is told to try later. */
async function repeatedly<Result>(db: Db, perform: (transaction: Db) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(perform);
    } catch (error) {
      if (!isCollision(error)) throw error;
      if (attempt === attempts) throw new Problem(platformProblems.busy);
      // Those that collided do not come back at the same moment.
      await pause(randomInt(5, 40 * attempt));
    }
  }
}

async function change(
  name: string,
  definition: AnyEndpoint,
  request: FastifyRequest,
  caller: Caller,
  now: string,
  db: Db,
  perform: (db: Db) => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key'];
  return repeatedly(db, async (transaction) => {
    await sql`select set_config('tongheng.person', ${caller.personId}, true)`.execute(transaction);
    if (caller.personId === '' || typeof key !== 'string') return perform(transaction);
    const contentDigest = digestOf(request, definition.secrets ?? []);
    const first = await transaction
      .insertInto('submission')
      .values({ personId: caller.personId, key, endpoint: name, contentDigest, at: now })
      .onConflict((conflict) => conflict.columns(['personId', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (first === undefined) return repeated(transaction, caller.personId, key, name, contentDigest);
    const result = await perform(transaction);
    await transaction
      .updateTable('submission')
      .set({ reply: JSON.stringify(without(result, definition.secrets ?? [])) })
      .where('personId', '=', caller.personId)
      .where('key', '=', key)
      .execute();
    return result;
  });
}

async function repeated(db: Db, personId: string, key: string, name: string, contentDigest: string): Promise<unknown> {
  const earlier = await db
    .selectFrom('submission')
    .select(['endpoint', 'contentDigest', 'reply'])
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (earlier.endpoint !== name || earlier.contentDigest !== contentDigest) throw new Problem(platformProblems.keyReused);
  return earlier.reply;
}

/** The same object with its secret fields as null. */
const without = (value: unknown, secrets: readonly string[]): unknown =>
  secrets.length === 0 || typeof value !== 'object' || value === null
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, field]) => [name, secrets.includes(name) ? null : field]));

function digestOf(request: FastifyRequest, secrets: readonly string[]): string {
  const upload = rawBody(request);
  return createHash('sha256')
    .update(request.url)
    .update(upload.byteLength > 0 ? upload : JSON.stringify(without(request.body, secrets) ?? null))
    .digest('hex');
}

function send(definition: AnyEndpoint, result: unknown, reply: FastifyReply): unknown {
  if (definition.reply !== 'file') return definition.method === 'GET' ? definition.reply.parse(result) : result;
  const file = result as Download;
  void reply
    .header('content-type', file.type)
    .header('content-disposition', `${file.inPlace === true ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', policyOfFile(file.type))
    .header('x-content-type-options', 'nosniff');
  if (file.caching !== undefined) void reply.header('cache-control', file.caching);
  return reply.send(Buffer.from(file.bytes));
}

/** A file is data, not a page of ours. Chromium shows no PDF in a sandbox; its viewer runs nothing of the document in our origin. */
const policyOfFile = (type: string): string =>
  type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
