import { randomUUID } from 'node:crypto';
import { addressOf } from '../app/kernel/address.ts';
import { canonical } from '@tongheng/seal/canonical';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../app/kernel/endpoint.ts';

/** What became of one call: its kind, how long it took until an answer stood, and the problem's code where it was refused. */
export type Called = { readonly kind: string; readonly milliseconds: number; readonly status: number; readonly code: string };

export type Log = {
  readonly calls: Called[];
  /** Calls whose client gave up on purpose and asked again with the same key. */
  aborted: number;
  /** The same key sent twice at the same moment. */
  doubled: number;
  /** What must not happen: no answer, an answer of the server's failure, two answers to one key. */
  readonly findings: string[];
  /** Ids that the server said it made, by kind of call. */
  readonly made: Map<string, string[]>;
};

export const openLog = (): Log => ({ calls: [], aborted: 0, doubled: 0, findings: [], made: new Map() });

type Answer = { readonly status: number; readonly body: unknown };
const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** One person at one desk: sends over the socket, gives up at times, and repeats the same submission until it is answered. */
export function openClient(url: string, cookie: string, log: Log, random: () => number) {
  const send = async (endpoint: AnyEndpoint, request: object, key: string, signal?: AbortSignal): Promise<Answer> => {
    const { body } = request as { body?: unknown };
    const response = await fetch(url + addressOf(endpoint, request), {
      method: endpoint.method,
      headers: {
        cookie,
        ...(endpoint.method === 'POST' ? { 'idempotency-key': key, 'content-type': 'application/json' } : {}),
      },
      ...(endpoint.method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      ...(signal === undefined ? {} : { signal }),
    });
    return { status: response.status, body: await response.json() };
  };

  /** Sends until an answer stands: a lost one and one that asks to try later are repeated with their key. */
  const settle = async (endpoint: AnyEndpoint, request: object, key: string): Promise<Answer> => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await send(endpoint, request, key);
      if ((answer.body as { code?: string }).code !== 'platform.busy' || attempt === 20) return answer;
      await later(20 + random() * 80);
    }
  };

  const changed = async (endpoint: AnyEndpoint, request: object, key: string): Promise<Answer> => {
    const chance = random();
    if (chance < 0.1) {
      const leaving = new AbortController();
      const waiting = send(endpoint, request, key, leaving.signal).catch(() => undefined);
      await later(random() * 30);
      leaving.abort();
      await waiting;
      log.aborted += 1;
    }
    if (chance > 0.9) {
      const [one, other] = await Promise.all([settle(endpoint, request, key), settle(endpoint, request, key)]);
      log.doubled += 1;
      if (one.status === 200 && other.status === 200 && canonical(one.body) !== canonical(other.body))
        log.findings.push(`${endpoint.path}: one key, two answers`);
      return one.status === 200 ? one : other;
    }
    return settle(endpoint, request, key);
  };

  return {
    /** The reply, or undefined when it was refused; both are noted. */
    async call<E extends AnyEndpoint>(kind: string, endpoint: E, request: RequestOf<E>): Promise<ReplyOf<E> | undefined> {
      const began = performance.now();
      try {
        const key = randomUUID();
        const { status, body } = await (endpoint.method === 'POST' ? changed(endpoint, request, key) : send(endpoint, request, key));
        const code = status === 200 ? '' : String((body as { code?: unknown }).code);
        log.calls.push({ kind, milliseconds: performance.now() - began, status, code });
        if (status >= 500) log.findings.push(`${kind}: ${status} ${code} ${JSON.stringify(body).slice(0, 200)}`);
        if (status !== 200) return undefined;
        if (endpoint.method === 'POST') {
          const { id } = body as { id?: string };
          if (id !== undefined) log.made.set(kind, [...(log.made.get(kind) ?? []), id]);
        }
        return body as ReplyOf<E>;
      } catch (error) {
        log.findings.push(`${kind}: no answer, ${String(error)}`);
        return undefined;
      }
    },
  };
}

export type Client = ReturnType<typeof openClient>;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

/** A line for each kind of call, and one for each refusal. */
export function printLog(log: Log, seconds: number): void {
  const kinds = new Map<string, Called[]>();
  for (const one of log.calls) kinds.set(one.kind, [...(kinds.get(one.kind) ?? []), one]);
  for (const [kind, calls] of [...kinds, ['all', log.calls] as const]) {
    const taken = calls.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
    const done = calls.filter(({ status }) => status === 200).length;
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(taken, share).toFixed(0).padStart(5));
    console.log(
      `${kind.padEnd(22)} ${String(calls.length).padStart(6)} calls  ${(calls.length / seconds).toFixed(1).padStart(6)} /s  ${String(done).padStart(6)} done  p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms`,
    );
  }
  const refusals = new Map<string, number>();
  for (const { kind, code } of log.calls) if (code !== '') refusals.set(`${kind} ${code}`, (refusals.get(`${kind} ${code}`) ?? 0) + 1);
  for (const [refusal, count] of [...refusals].sort(([, one], [, other]) => other - one))
    console.log(`  refused ${String(count).padStart(6)}  ${refusal}`);
  console.log(`${log.aborted} calls given up and sent again, ${log.doubled} sent twice at once, each with its key`);
}
