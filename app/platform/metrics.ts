import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** `/metrics` for Prometheus: from this machine itself, or with the token. */
export function exposeMetrics(app: FastifyInstance, token: string | undefined): void {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'tongheng_request_seconds',
    help: 'time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [register],
  });
  const refused = new Counter({
    name: 'tongheng_refused_total',
    help: 'answers 401 and 403',
    labelNames: ['status'],
    registers: [register],
  });
  app.addHook('onResponse', async (request, reply) => {
    const status = String(reply.statusCode);
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status }, reply.elapsedTime / 1000);
    if (status === '401' || status === '403') refused.inc({ status });
  });
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.status(403).send('metrics are for this machine or with a token\n');
    return reply.header('content-type', register.contentType).send(await register.metrics());
  });
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return loopback.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined;
  const given = Buffer.from(String(request.headers.authorization ?? ''));
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
