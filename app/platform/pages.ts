import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Strict: only this server's own scripts; styles carry a nonce, since the component library writes style elements. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * A worker lives by the policy of its own script, not by that of the page: there, and nowhere else, WebAssembly may be compiled for the
 * computation of uncertainty. Browsers that do not know the word refuse it, and the same program runs as plain JavaScript.
 */
const policyOfAssets =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * What stands at the root under a name that does not change: the worker that lets the workplace start without a network rules over the
 * addresses below its own. Asked for anew each time, or an old program would stay on the devices.
 */
const rootFiles: Readonly<Record<string, string>> = {
  'sw.js': 'text/javascript; charset=utf-8',
  'desk.webmanifest': 'application/manifest+json; charset=utf-8',
  'icon-192.png': 'image/png',
  'icon-512.png': 'image/png',
};

const place = /(<script type="application\/json" id="[a-z]+" data-from="(\/api\/public\/[a-z-]+)">)null(<\/script>)/g;

/** A page to keep gets today's public answers written into the places that name their addresses; one that is not to be had stays out. */
async function withPublicAnswers(app: FastifyInstance, page: string): Promise<string> {
  const answers = new Map<string, string>();
  for (const [, , address = ''] of page.matchAll(place)) {
    const { statusCode, body } = await app.inject({ method: 'GET', url: address });
    // Nothing in the text may end the element that it stands in.
    if (statusCode === 200) answers.set(address, JSON.stringify(body).replaceAll('<', '\\u003c'));
  }
  return page.replace(place, (_whole, begin: string, address: string, end: string) => `${begin}${answers.get(address) ?? 'null'}${end}`);
}

/** Serves the built pages: `/desk…` is the workplace, everything else the public portal. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    setHeaders: (reply) => void reply.header('content-security-policy', policyOfAssets),
  });
  for (const [name, type] of Object.entries(rootFiles)) {
    app.get(`/${name}`, { config: { rateLimit: false } }, async (_request, reply) =>
      reply
        .header('content-type', type)
        .header('cache-control', 'no-cache')
        .header('content-security-policy', policyOfAssets)
        .send(await readFile(join(folder, name))),
    );
  }
  app.get('/verifier.html', async (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-disposition', 'attachment; filename="verifier.html"')
      .header('cache-control', 'no-cache')
      .send(await withPublicAnswers(app, await readFile(join(folder, 'assets/verifier.html'), 'utf8'))),
  );
  const pages = new Map<string, string>();
  const page = async (name: string): Promise<string> => {
    const text = pages.get(name) ?? (await readFile(join(folder, name), 'utf8'));
    pages.set(name, text);
    return text;
  };
  const show = async (reply: FastifyReply, name: string): Promise<void> => {
    const nonce = randomBytes(16).toString('base64');
    const text = (await page(name)).replaceAll('__NONCE__', nonce);
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-cache')
      .send(text);
  };
  app.setNotFoundHandler(async (request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|assets|log|metrics|healthz)(\/|$)/.test(request.url) &&
      !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (!isPage) throw Object.assign(new Error('not found'), { statusCode: 404 });
    await show(reply, /^\/desk(\/|\?|$)/.test(request.url) ? 'desk.html' : 'index.html');
    return reply;
  });
}
