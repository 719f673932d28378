import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What befalls a request on its way: nothing; it never arrives; its answer is lost after the server has done it; it arrives twice. */
export type Fate = 'passes' | 'lost' | 'answer-lost' | 'twice';

export type Network = {
  readonly url: string;
  /** Asked for every request to the interface of the server; pages and files always pass while the network is up. */
  fate: (request: { method: string; url: string }) => Fate;
  /** No request arrives while it is down. */
  down: boolean;
  readonly close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** A network between a browser and the server that can be cut at any place; the server is the real one. */
export async function openNetwork(app: FastifyInstance): Promise<Network> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    const isCall = url.startsWith('/api/');
    const fate = network.down ? 'lost' : isCall ? network.fate({ method, url }) : 'passes';
    const payload = await bodyOf(request);
    if (fate === 'lost') return void request.socket.destroy();
    const once = () =>
      app.inject({
        method: method as 'GET',
        url,
        headers: request.headers as Record<string, string>,
        ...(payload.length === 0 ? {} : { payload }),
      });
    const answer = await once();
    if (fate === 'twice') await once();
    if (fate === 'answer-lost' || network.down) return void request.socket.destroy();
    response.writeHead(answer.statusCode, answer.headers as Record<string, string>);
    response.end(answer.rawPayload);
  };
  // As long as the real server keeps a connection (Fastify's default): after the 5 s of node:http a busy machine closes those on which a request is on its way.
  const server = createServer({ keepAliveTimeout: 72_000 }, (request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const network: Network = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fate: () => 'passes',
    down: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return network;
}
