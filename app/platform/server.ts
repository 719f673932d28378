import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { bind, type BinderOptions } from './binder.ts';
import type { Slice } from './context.ts';
import { exposeMetrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { replyProblem } from './problem-reply.ts';
import { acceptUploads } from './upload.ts';

export type ServerOptions = BinderOptions & {
  readonly slices: readonly Slice[];
  readonly version: string;
  readonly pagesFolder: string | undefined;
  readonly metricsToken?: string | undefined;
  readonly trustProxy?: boolean;
  readonly log?: 'info' | 'silent';
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer } | undefined;
};

/** The whole server without its socket; tests use `inject`. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.log === 'silent' ? false : { level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization'] },
    trustProxy: options.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => crypto.randomUUID(),
    ...(options.tls === undefined ? {} : { https: options.tls }),
  } as object) as FastifyInstance;
  app.setErrorHandler(replyProblem);
  await app.register(fastifyCookie);
  await app.register(fastifyRateLimit, { global: false });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: options.tls === undefined ? false : { maxAge: 15_552_000 },
  });
  acceptUploads(app);
  exposeMetrics(app, options.metricsToken);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.get('/healthz', { config: { rateLimit: false } }, async (_request, reply) => {
    const schema = await schemaVersion(options).catch(() => undefined);
    if (schema === undefined)
      return reply.status(503).send({ status: 'unavailable', reason: 'the database does not answer', version: options.version });
    return { status: 'ok', version: options.version, schema };
  });
  // Printed when it is first asked for: it takes longer than all else here.
  let description: ReturnType<typeof openApi> | undefined;
  app.get('/api/openapi.json', { config: { rateLimit: false } }, async () => (description ??= openApi(options.slices, options.version)));
  bind(app, options.slices, options);
  if (options.pagesFolder === undefined) {
    app.setNotFoundHandler(() => {
      throw Object.assign(new Error('not found'), { statusCode: 404 });
    });
  } else await servePages(app, options.pagesFolder);
  return app;
}

async function schemaVersion({ db }: ServerOptions): Promise<number> {
  const { rows } = await sql<{ version: number }>`select max(version)::int as version from schema_version`.execute(db);
  return rows[0]?.version ?? 0;
}
