import type { FastifyInstance, FastifyRequest } from 'fastify';

const empty = new Uint8Array();

/** Uploads are the bytes of one file as application/octet-stream. */
export function acceptUploads(app: FastifyInstance): void {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

export const rawBody = (request: FastifyRequest): Uint8Array => (Buffer.isBuffer(request.body) ? request.body : empty);
