import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { checkSignatures, printSignature, readNote, readSignatures } from '@tongheng/seal/log/note';
import { consistencyProof } from '@tongheng/seal/log/proof';
import { readVerifierKey } from '@tongheng/seal/log/verifier-key';
import { printAddCheckpoint, readConflict } from '@tongheng/seal/log/witness';
import type { Context } from '../../../platform/context.ts';
import { secondsUntilRetry, type WitnessProblem } from '../rules.ts';
import * as reading from '../store/reading.ts';
import * as store from '../store/witness.ts';
import { tileMemory, tileReader } from './tiles.ts';

/** A witness that takes longer is asked again later; a longer answer is none. */
const patienceSeconds = 5;
const longestAnswer = 64_000;

type Answer = { readonly status: number; readonly body: string };
type Outcome =
  | { readonly ok: true; readonly line: string; readonly signedAt: string }
  | { readonly ok: false; readonly problem: WitnessProblem; readonly detail: string; readonly size?: number };

const failed = (problem: WitnessProblem, detail: string, size?: number): Outcome => ({
  ok: false,
  problem,
  detail: detail.replace(/[^\x20-\x7e\u4e00-\u9fff]/g, ' ').slice(0, 200),
  ...(size === undefined ? {} : { size }),
});

async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > longestAnswer) throw new InvalidLog(['答复过长', 'the answer is too long']);
  }
  return text + decoder.decode();
}

/** Asks once; redirections are not followed, since only the recorded address was agreed upon. */
async function send(url: string, body: string): Promise<Answer | Outcome> {
  try {
    const response = await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceSeconds * 1000),
    });
    return { status: response.status, body: await bodyOf(response) };
  } catch (error) {
    if (error instanceof InvalidLog) return failed('unreadable', error.message);
    if (error instanceof Error && error.name === 'TimeoutError') return failed('slow', `${patienceSeconds} s`);
    if (!(error instanceof Error)) throw error;
    const cause = error.cause instanceof Error ? error.cause : error;
    return failed('unreachable', 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message);
  }
}

/** The one cosignature in an answer that is by the key recorded, over this checkpoint. Those of unknown keys are passed over. */
async function cosignatureIn(body: string, note: string, vkey: string): Promise<Outcome> {
  try {
    const key = readVerifierKey(vkey);
    const found = await checkSignatures({ text: readNote(note).text, signatures: readSignatures(body) }, [key]);
    const own = found.filter(({ ok }) => ok !== null);
    const [good] = own.filter(({ ok }) => ok === true);
    if (good === undefined || own.some(({ ok }) => ok === false)) {
      return failed('wrong-signature', own.length === 0 ? `no signature of ${key.name}` : `false signature of ${key.name}`);
    }
    return { ok: true, line: printSignature(good), signedAt: new Date((good.timestamp ?? 0) * 1000).toISOString() };
  } catch (error) {
    if (error instanceof InvalidLog || error instanceof RangeError) return failed('unreadable', error.message);
    throw error;
  }
}

const ofStatus: Readonly<Record<number, WitnessProblem>> = { 403: 'refused-key', 404: 'unknown-log', 422: 'forked' };

/** What a witness answers to a checkpoint that continues the tree of `from` leaves. */
async function ask(
  ctx: Context,
  witness: store.DueWitness,
  checkpoint: reading.CheckpointRow,
  from: number,
  again: boolean,
): Promise<Outcome> {
  const proof = from === 0 ? [] : await consistencyProof(from, checkpoint.size, tileReader(ctx.apart), tileMemory(ctx.apart));
  const answer = await send(witness.url, printAddCheckpoint({ oldSize: from, proof, signed: checkpoint.note }));
  if ('ok' in answer) return answer;
  if (answer.status === 200) return cosignatureIn(answer.body, checkpoint.note, witness.vkey);
  if (answer.status === 409) {
    const size = readConflict(answer.body);
    if (size === undefined) return failed('unreadable', `409 ${answer.body}`);
    // It remembers more leaves than there are: the log was set back, or somebody else shows another one.
    if (size > checkpoint.size) return failed('forked', `409 ${size}`);
    return again ? ask(ctx, witness, checkpoint, size, false) : failed('unreadable', `409 ${size}`);
  }
  const known = ofStatus[answer.status];
  if (known !== undefined) return failed(known, `${answer.status} ${answer.body}`);
  return failed(answer.status >= 500 || answer.status === 429 ? 'unreachable' : 'unreadable', `${answer.status} ${answer.body}`);
}

const later = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();

async function note(ctx: Context, witness: store.DueWitness, checkpoint: reading.CheckpointRow, outcome: Outcome): Promise<void> {
  if (outcome.ok) {
    await store.insertCosignature(ctx.db, {
      size: checkpoint.size,
      witnessId: witness.id,
      line: outcome.line,
      signedAt: outcome.signedAt,
      recordedAt: ctx.now,
    });
    await store.saveState(ctx.db, witness.id, {
      size: checkpoint.size,
      askedAt: ctx.now,
      failures: 0,
      problem: null,
      detail: null,
      nextAt: ctx.now,
    });
    if (witness.problem !== null) ctx.record({ kind: 'transparency.witnessReturned', subject: witness.id, detail: { name: witness.name } });
    return;
  }
  const { problem, detail } = outcome;
  const failures = witness.failures + 1;
  const nextAt = later(ctx.now, secondsUntilRetry(failures));
  await store.saveState(ctx.db, witness.id, { askedAt: ctx.now, failures, problem, detail, nextAt });
  // Once for each kind of failure: what repeats every hour tells nobody anything.
  if (problem !== witness.problem) {
    ctx.record({ kind: 'transparency.witnessFailed', subject: witness.id, detail: { name: witness.name, problem, size: checkpoint.size } });
  }
}

/**
 * Sends the newest checkpoint to each witness that has not cosigned it and may be asked. A witness that another server is asking is passed
 * over; where a newer checkpoint came meanwhile, one more round follows.
 */
export async function askWitnesses(ctx: Context): Promise<void> {
  const checkpoint = await reading.findNewest(ctx.apart);
  if (checkpoint === undefined) return;
  const due = await store.takeDue(ctx.db, checkpoint.size, ctx.now);
  const outcomes = await Promise.all(due.map((witness) => ask(ctx, witness, checkpoint, Math.min(witness.size, checkpoint.size), true)));
  for (const [place, witness] of due.entries()) {
    const outcome = outcomes[place];
    if (outcome !== undefined) await note(ctx, witness, checkpoint, outcome);
  }
  const newest = await reading.findNewest(ctx.apart);
  if (outcomes.some(({ ok }) => ok) && newest !== undefined && newest.size > checkpoint.size) {
    await ctx.later('askWitnesses', {}, { key: 'askWitnesses' });
  }
}
