import { addressOf } from '../kernel/address.ts';
import type { AnyEndpoint, ReplyOf, RequestOf } from '../kernel/endpoint.ts';
import type { Issue } from '../kernel/problem.ts';
import { currentLanguage } from './language.ts';
import { submissionKey } from './submission.ts';

type Answer = { code: string; title: string; next: string; detail?: string; issues?: readonly Issue[]; instance?: string };

/** What the server refused, in the reader's language (RFC 9457); `network` when it did not answer at all. */
export class ProblemAnswer extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly next: string;
  readonly detail: string | undefined;
  readonly issues: readonly Issue[];
  readonly instance: string | undefined;
  constructor(status: number, answer: Answer) {
    super(answer.code);
    this.status = status;
    this.code = answer.code;
    this.title = answer.title;
    this.next = answer.next;
    this.detail = answer.detail;
    this.issues = answer.issues ?? [];
    this.instance = answer.instance;
  }
}

const unreachable = {
  zh: { code: 'network', title: '连不上服务器', next: '请检查网络后重试；已填写的内容仍在' },
  en: { code: 'network', title: 'The server cannot be reached', next: 'Check the network and try again; what you typed is still here' },
};
const unreadable = {
  zh: { code: 'unreadable', title: '服务器的答复无法识别', next: '请稍后重试；持续出现时请联系管理员' },
  en: {
    code: 'unreadable',
    title: 'The answer of the server cannot be read',
    next: 'Try again later; tell the administrator if it persists',
  },
};

let sessionLost = (): void => {};
/** What happens when the server no longer knows who is calling. */
export function onSessionLost(listener: () => void): void {
  sessionLost = listener;
}

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
export type Sending = { signal?: AbortSignal | undefined; key?: string | undefined };

async function send(address: string, init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> }): Promise<Response> {
  const language = currentLanguage();
  const headers = { ...init.headers, 'accept-language': language === 'zh' ? 'zh-CN' : 'en' };
  let response: Response;
  try {
    response = await fetch(address, { ...init, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemAnswer(0, unreachable[language]);
  }
  if (response.ok) return response;
  const answer = (await response.json().catch(() => undefined)) as Answer | undefined;
  if (answer?.code === 'platform.unauthenticated') sessionLost();
  throw new ProblemAnswer(response.status, answer?.code === undefined ? unreadable[language] : answer);
}

/** Calls an endpoint; a change carries a submission key, given by the form so that a retry repeats it. */
export async function call<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>, sending: Sending = {}): Promise<ReplyOf<E>> {
  const { body } = request as Parts;
  const changes = endpoint.method === 'POST';
  const response = await send(addressOf(endpoint, request as Parts), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      ...(changes ? { 'idempotency-key': sending.key ?? submissionKey() } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(sending.signal === undefined ? {} : { signal: sending.signal }),
  });
  return (await response.json()) as ReplyOf<E>;
}

/** Sends the bytes of one file to an upload endpoint. */
export async function upload<E extends AnyEndpoint>(
  endpoint: E,
  request: RequestOf<E>,
  file: Blob,
  sending: Sending = {},
): Promise<ReplyOf<E>> {
  const response = await send(addressOf(endpoint, request as Parts), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'idempotency-key': sending.key ?? submissionKey() },
    body: file,
    ...(sending.signal === undefined ? {} : { signal: sending.signal }),
  });
  return (await response.json()) as ReplyOf<E>;
}

/** Fetches a file endpoint and hands the file to the browser to save, under the name that the server gives. */
export async function download<E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>): Promise<void> {
  const response = await send(addressOf(endpoint, request as Parts), { method: 'GET', headers: {} });
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = named === undefined ? 'download' : decodeURIComponent(named);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
