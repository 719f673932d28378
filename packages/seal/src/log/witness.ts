/** The rules of a witness and what a log sends to it: C2SP tlog-witness, the call add-checkpoint. Keeping the state is the caller's. */
import { sameBytes, toBase64 } from '../encoding.ts';
import { progressOf, readCheckpoint, readCount, readHash, type Checkpoint } from './checkpoint.ts';
import { InvalidLog } from './invalid-log.ts';
import { checkSignatures, readNote, type Note } from './note.ts';
import { longestProof } from './proof.ts';
import { emptyRoot } from './tree.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A log's request; `signed` is its checkpoint, word for word. */
export type AddCheckpoint = { readonly oldSize: number; readonly proof: readonly Uint8Array[]; readonly signed: string };

/** Characters of the longest request that is read: 63 hashes and a note with 16 signatures of the largest kind known. */
export const longestRequest = 200_000;

const malformed = (): InvalidLog => new InvalidLog(['不是 add-checkpoint 请求', 'not a request of add-checkpoint']);

/** The body of the request. */
export const printAddCheckpoint = ({ oldSize, proof, signed }: AddCheckpoint): string =>
  `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${signed}`;

/** Reads the body of a request. */
export function readAddCheckpoint(text: string): AddCheckpoint & { readonly note: Note; readonly checkpoint: Checkpoint } {
  const gap = text.indexOf('\n\n');
  if (text.length > longestRequest || gap < 0) throw malformed();
  const [first = '', ...lines] = text.slice(0, gap).split('\n');
  const oldSize = first.startsWith('old ') ? readCount(first.slice('old '.length)) : undefined;
  if (oldSize === undefined || lines.length > longestProof) throw malformed();
  const signed = text.slice(gap + 2);
  const note = readNote(signed);
  return { oldSize, proof: lines.map(readHash), signed, note, checkpoint: readCheckpoint(note.text) };
}

/** What a witness remembers of a log: the largest tree that it has cosigned. */
export type Remembered = { readonly size: number; readonly root: Uint8Array };

/**
 * cosign: remember `next` durably, then cosign `text` · else the status of HTTP: 400 what was sent is none · 403 not signed by the log ·
 * 404 no such log here · 409 the old size is not that which is remembered, with the size to answer · 422 the proof does not hold, as of a fork.
 */
export type WitnessDecision =
  | {
      readonly status: 200;
      readonly next: Remembered;
      readonly origin: string;
      readonly text: string;
      readonly logSignatures: Note['signatures'];
    }
  | { readonly status: 400 | 403 | 404 | 422; readonly reason: readonly [string, string] }
  | { readonly status: 409; readonly size: number; readonly reason: readonly [string, string] };

/** A request that was read, its signatures checked: everything about it that does not depend on what is remembered. */
export type CheckedRequest =
  | Exclude<WitnessDecision, { readonly status: 200 }>
  | { readonly status: 'known'; readonly request: ReturnType<typeof readAddCheckpoint>; readonly logSignatures: Note['signatures'] };

/** The first half of the decision: form, log and signature. */
export async function checkRequest(body: string, logKeys: readonly VerifierKey[]): Promise<CheckedRequest> {
  let request;
  try {
    request = readAddCheckpoint(body);
  } catch (error) {
    if (error instanceof InvalidLog) return { status: 400, reason: error.text };
    throw error;
  }
  const own = logKeys.filter(({ name }) => name === request.checkpoint.origin);
  if (own.length === 0) return { status: 404, reason: ['本见证方不见证该日志', 'this log is not known to this witness'] };
  const checked = await checkSignatures(request.note, own);
  if (checked.some(({ ok }) => ok === false) || !checked.some(({ ok }) => ok === true)) {
    return {
      status: 403,
      reason: ['检查点没有该日志可信密钥的有效签名', 'the checkpoint bears no true signature of a trusted key of its log'],
    };
  }
  const logSignatures = checked.filter(({ ok }) => ok === true).map(({ name, keyId, signature }) => ({ name, keyId, signature }));
  return { status: 'known', request, logSignatures };
}

const unproven = ['一致性证明不成立', 'the proof of consistency does not hold'] as const;

/**
 * The second half: whether the checkpoint continues what is remembered. Nothing else may change what is remembered between this and the
 * moment at which `next` is durable.
 */
export function decide(checked: CheckedRequest, remembered: Remembered | undefined): WitnessDecision {
  if (checked.status !== 'known') return checked;
  const { request, logSignatures } = checked;
  const { oldSize, proof, checkpoint, note } = request;
  const known = remembered ?? { size: 0, root: emptyRoot };
  if (oldSize > checkpoint.size)
    return { status: 400, reason: ['旧条数大于检查点条数', 'the old size is larger than that of the checkpoint'] };
  if (oldSize !== known.size)
    return { status: 409, size: known.size, reason: ['旧条数与本见证方所记不同', 'another size is remembered here'] };
  if (checkpoint.size === 0 && !sameBytes(checkpoint.root, emptyRoot)) {
    return { status: 422, reason: ['空日志的根散列不对', 'the root is not that of the empty tree'] };
  }
  const progress = progressOf({ ...checkpoint, ...known }, checkpoint, proof);
  if (progress === 'fork')
    return { status: 422, reason: ['日志分叉：条数相同而根不同', 'the log has forked: as many leaves and another root'] };
  if (progress !== 'same' && progress !== 'grown') return { status: 422, reason: unproven };
  const next = { size: checkpoint.size, root: checkpoint.root };
  return { status: 200, next, origin: checkpoint.origin, text: note.text, logSignatures };
}

/** The size in the answer 409 of a witness; undefined for any other text. */
export const readConflict = (body: string): number | undefined => (body.endsWith('\n') ? readCount(body.slice(0, -1)) : undefined);
