import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fromUtf8, toHex } from '@tongheng/seal/encoding';
import { cosign } from '@tongheng/seal/log/cosignature';
import { printNote, printSignature } from '@tongheng/seal/log/note';
import { printVerifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import { checkRequest, decide, longestRequest } from '@tongheng/seal/log/witness';
import type { WitnessState } from './witness-state.ts';

type Answer = { readonly status: number; readonly body: string; readonly type?: string };

const longestHeardOut = 8_000_000;

const hashOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');

/** The text of a request; undefined when it is longer than any that is allowed, or not UTF-8. What is too long is heard out and not kept. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= longestRequest) parts.push(part);
    else if (length > longestHeardOut) return undefined;
  }
  try {
    return length > longestRequest ? undefined : fromUtf8(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}

export type Witness = {
  readonly state: WitnessState;
  readonly logKeys: readonly VerifierKey[];
  /** Seconds since 1970. */
  readonly now: () => number;
  /** Hears of what was cosigned and of what the log has signed and should not have. */
  readonly tell: (origin: string, size: number, status: number) => void;
};

class Desk {
  readonly #witness: Witness;
  #last: Promise<unknown> = Promise.resolve();
  constructor(witness: Witness) {
    this.#witness = witness;
  }
  /** One after the other: nothing comes between reading what is remembered and keeping the next. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
  async add(body: string): Promise<Answer> {
    const { state, logKeys, now, tell } = this.#witness;
    const checked = await checkRequest(body, logKeys);
    return this.#alone(async () => {
      const remembered = checked.status === 'known' ? state.find(checked.request.checkpoint.origin) : undefined;
      const decision = decide(checked, remembered);
      if (checked.status === 'known') {
        const { origin, size, root } = checked.request.checkpoint;
        if (decision.status === 422) state.keepEvidence(`${hashOf(origin).slice(0, 16)}-${size}-${toHex(root).slice(0, 16)}.txt`, body);
        if (decision.status === 200 || decision.status === 422) tell(origin, size, decision.status);
      }
      if (decision.status === 409) return { status: 409, body: `${decision.size}\n`, type: 'text/x.tlog.size' };
      if (decision.status !== 200) return { status: decision.status, body: `${decision.reason[1]}\n` };
      const cosignature = await cosign(decision.text, state.key, state.sign, now());
      state.keep(decision.origin, decision.next, printNote({ text: decision.text, signatures: [...decision.logSignatures, cosignature] }));
      return { status: 200, body: printSignature(cosignature) };
    });
  }
  find(path: string): Answer {
    const { state, logKeys } = this.#witness;
    if (path === '/') return { status: 200, body: `${printVerifierKey(state.key)}\n` };
    const origin = logKeys.map(({ name }) => name).find((name) => path === `/${hashOf(name)}/checkpoint`);
    const kept = origin === undefined ? undefined : state.find(origin);
    return kept === undefined ? { status: 404, body: 'not found\n' } : { status: 200, body: kept.signed };
  }
}

async function answerTo(desk: Desk, request: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://witness');
  if (request.method === 'GET' || request.method === 'HEAD') return desk.find(pathname);
  if (pathname !== '/add-checkpoint') return { status: 404, body: 'not found\n' };
  if (request.method !== 'POST') return { status: 405, body: 'POST only\n' };
  const body = await textOf(request);
  return body === undefined ? { status: 400, body: 'too long, or not UTF-8\n' } : desk.add(body);
}

/** The witness over HTTP: POST /add-checkpoint, GET /<SHA-256 of the origin>/checkpoint, GET / for its key. */
export function createWitnessServer(witness: Witness, failed: (error: unknown) => void): Server {
  const desk = new Desk(witness);
  const reply = (response: ServerResponse, request: IncomingMessage, { status, body, type }: Answer): void => {
    response.writeHead(status, { 'content-type': type ?? 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
    response.end(request.method === 'HEAD' ? undefined : body);
    if (!request.readableEnded) request.resume();
  };
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 60_000 }, (request, response) => {
    answerTo(desk, request).then(
      (answer) => reply(response, request, answer),
      (error: unknown) => {
        // Not cosigned: what could not be remembered was never said.
        failed(error);
        reply(response, request, { status: 500, body: 'the witness cannot remember now\n' });
      },
    );
  });
  server.maxConnections = 256;
  return server;
}
