/** Proofs for offline use after C2SP tlog-proof: one small text with the index, the proof of inclusion, and the checkpoint with its cosignatures. */
import { fromBase64, toBase64 } from '../encoding.ts';
import { readCount, readHash, readSignedCheckpoint, type Checkpoint } from './checkpoint.ts';
import { InvalidLog } from './invalid-log.ts';
import { checkSignatures } from './note.ts';
import { checkInclusion, longestProof } from './proof.ts';
import { leafHash } from './tree.ts';
import type { VerifierKey } from './verifier-key.ts';

export type TlogProof = {
  /** Data of the application, which nothing authenticates. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, word for word. */
  readonly checkpoint: string;
};

const title = 'c2sp.org/tlog-proof@v1';
const longest = 1_000_000;
const malformed = (): InvalidLog => new InvalidLog(['不是日志包含证明（tlog-proof）', 'not a proof of a log (tlog-proof)']);

/** The proof as text, for a file named `….tlog-proof`. */
export function printTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const lines = [title, ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]), `index ${index}`, ...proof.map(toBase64)];
  const text = `${lines.join('\n')}\n\n${checkpoint}`;
  readTlogProof(text);
  return text;
}

function readExtra(line: string): Uint8Array {
  try {
    return fromBase64(line.slice('extra '.length));
  } catch {
    throw malformed();
  }
}

/** Reads the text of a proof; nothing of it is checked yet. */
export function readTlogProof(text: string): TlogProof {
  const gap = text.indexOf('\n\n');
  if (text.length > longest || gap < 0) throw malformed();
  const [first, ...lines] = text.slice(0, gap).split('\n');
  const extraLine = lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined;
  const indexLine = lines.shift() ?? '';
  const index = indexLine.startsWith('index ') ? readCount(indexLine.slice('index '.length)) : undefined;
  if (first !== title || index === undefined || lines.length > longestProof) throw malformed();
  const checkpoint = text.slice(gap + 2);
  readSignedCheckpoint(checkpoint);
  const read = { index, proof: lines.map(readHash), checkpoint };
  return extraLine === undefined ? read : { extra: readExtra(extraLine), ...read };
}

/** Whom one believes: logs by their name, witnesses, and how many of these must have seen the tree. */
export type LogTrust = { readonly logKeys: readonly VerifierKey[]; readonly witnessKeys: readonly VerifierKey[]; readonly quorum?: number };

/**
 * included: the leaf is in a tree that the log and enough witnesses have signed · unknown-log: no key for this log is trusted ·
 * unsigned: the log's own signature is missing · false-signature: one of a trusted key is false · few-witnesses ·
 * not-included: the proof does not lead from the leaf to the root.
 */
export type InclusionCode = 'included' | 'unknown-log' | 'unsigned' | 'false-signature' | 'few-witnesses' | 'not-included';
export type InclusionVerdict = {
  readonly ok: boolean;
  readonly code: InclusionCode;
  readonly reason: readonly [string, string];
  readonly checkpoint: Checkpoint;
  readonly index: number;
  /** Witnesses that are trusted and whose cosignature is true, with their time in seconds since 1970. */
  readonly cosignatures: readonly { readonly name: string; readonly timestamp: number }[];
};

const reasons: Readonly<Record<InclusionCode, readonly [string, string]>> = {
  included: ['已列入日志，检查点签名成立', 'it is in the log, whose checkpoint is signed'],
  'unknown-log': ['检查点所属日志不在可信名单中', 'the log of the checkpoint is none that is trusted'],
  unsigned: ['检查点没有该日志可信密钥的签名', 'the checkpoint bears no signature of a trusted key of its log'],
  'false-signature': ['检查点上可信密钥的签名不成立', 'a signature of a trusted key on the checkpoint is false'],
  'few-witnesses': ['见证方的联署不足', 'fewer witnesses have cosigned than are asked for'],
  'not-included': ['包含证明与该条目或检查点的根不符', 'the proof does not lead from this entry to the root of the checkpoint'],
};

/** Whether a proof shows that this entry (the bytes of the leaf) is in a log that is trusted. Needs no network. */
export async function checkTlogProof(
  { index, proof, checkpoint: signed }: TlogProof,
  entry: Uint8Array,
  { logKeys, witnessKeys, quorum = 0 }: LogTrust,
): Promise<InclusionVerdict> {
  const { checkpoint, note } = readSignedCheckpoint(signed);
  const own = logKeys.filter(({ name }) => name === checkpoint.origin);
  const checked = await checkSignatures(note, [...own, ...witnessKeys]);
  const seen = new Map<string, { readonly name: string; readonly timestamp: number }>();
  for (const { key, ok, timestamp } of checked) {
    if (ok !== true || key === undefined || timestamp === null || !witnessKeys.includes(key)) continue;
    const known = seen.get(key.keyId + key.name);
    if (known === undefined || known.timestamp < timestamp) seen.set(key.keyId + key.name, { name: key.name, timestamp });
  }
  const code = ((): InclusionCode => {
    if (own.length === 0) return 'unknown-log';
    if (checked.some(({ ok }) => ok === false)) return 'false-signature';
    if (!checked.some(({ key, ok }) => ok === true && key !== undefined && own.includes(key))) return 'unsigned';
    if (!checkInclusion(leafHash(entry), index, checkpoint.size, proof, checkpoint.root)) return 'not-included';
    return seen.size < quorum ? 'few-witnesses' : 'included';
  })();
  return { ok: code === 'included', code, reason: reasons[code], checkpoint, index, cosignatures: [...seen.values()] };
}
