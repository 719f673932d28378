import { sameBytes, toBase64 } from '@tongheng/seal/encoding';
import { auditLog, type Audit, type AuditFault } from '@tongheng/seal/log/audit';
import { readSignedCheckpoint, type Checkpoint, type Progress } from '@tongheng/seal/log/checkpoint';
import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { checkSignatures, type CheckedSignature, type Note } from '@tongheng/seal/log/note';
import { checkConsistency, consistencyProof } from '@tongheng/seal/log/proof';
import { emptyRoot } from '@tongheng/seal/log/tree';
import { readVerifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import type { TileReader } from '@tongheng/seal/log/tile';
import { inLanguage, type Language, type Text } from '../kernel/text.ts';
import { BadInput, type Call, type Command } from './command.ts';
import { openLogSource } from './log-source.ts';

const isKey = (text: string): boolean => /^[^+]+\+[0-9a-f]{8}\+/.test(text);

function keyFrom(text: string): VerifierKey {
  try {
    return readVerifierKey(text);
  } catch (error) {
    if (error instanceof InvalidLog) throw new BadInput([`${text}：${error.text[0]}`, `${text}: ${error.text[1]}`]);
    throw error;
  }
}

/** Keys may be given as `--key A --key B` and as `--key A B`. */
export function keysOf(call: Call, option: string): { readonly keys: VerifierKey[]; readonly places: string[] } {
  const { values, positionals } = call;
  const named = [values[option] ?? []].flat().map(String);
  const keys = [...named, ...positionals.filter(isKey)].map(keyFrom);
  return { keys, places: positionals.filter((text) => !isKey(text)) };
}

/** consistent: null where it could not be told. */
type Since = { readonly size: number; readonly root: string; readonly progress: Progress; readonly consistent: boolean | null };

const said: Readonly<Record<Progress, Text>> = {
  same: ['与先前检查点相同', 'the same tree as in the earlier checkpoint'],
  grown: ['自先前检查点起只有新增', 'it continues the earlier checkpoint'],
  rollback: ['日志条数少于先前检查点：日志被回退', 'it has fewer leaves than the earlier checkpoint: the log was rolled back'],
  fork: [
    '日志分叉：与先前检查点不一致。请保存两份检查点，它们就是证据',
    'the log has forked from the earlier checkpoint. Keep both checkpoints: they are the evidence',
  ],
  unproven: ['日志不完整，无法判断是否延续先前检查点', 'the log is not whole: whether it continues the earlier checkpoint cannot be told'],
  foreign: ['先前检查点属于另一日志', 'the earlier checkpoint is that of another log'],
};

async function growthSince(since: Checkpoint, now: Checkpoint, audit: Audit, readTile: TileReader): Promise<Progress> {
  if (since.origin !== now.origin) return 'foreign';
  if (now.size < since.size) return 'rollback';
  if (now.size === since.size) return sameBytes(now.root, since.root) ? 'same' : 'fork';
  if (since.size === 0) return sameBytes(since.root, emptyRoot) ? 'grown' : 'fork';
  try {
    const proof = await consistencyProof(since.size, now.size, readTile);
    if (checkConsistency(since.size, since.root, now.size, now.root, proof)) return 'grown';
  } catch (error) {
    if (!(error instanceof InvalidLog)) throw error;
  }
  // In a log whose tiles are all right, an earlier tree that is not its beginning is a fork; in another it could be the damage.
  return audit.ok ? 'fork' : 'unproven';
}

const isKnown = (progress: Progress): boolean => progress === 'same' || progress === 'grown';

/** Every key that was given has to agree: none may be false, and the log's own must have signed if it was given. */
function isSigned(origin: string, checked: readonly CheckedSignature[], keys: readonly VerifierKey[]): boolean {
  if (keys.length === 0) return true;
  if (checked.some(({ ok }) => ok === false)) return false;
  const logKeys = keys.filter(({ kind }) => kind === 'ed25519');
  // A log's key should have the log's name, and need not (C2SP tlog-checkpoint).
  const named = logKeys.filter(({ name }) => name === origin);
  const own = named.length > 0 ? named : logKeys.length > 0 ? logKeys : keys;
  return checked.some(({ key, ok }) => ok === true && key !== undefined && own.includes(key));
}

const shownSignature = ({ name, keyId, key, ok, timestamp }: CheckedSignature) => ({
  name,
  keyId,
  kind: key === undefined ? null : key.kind === 'ed25519' ? 'log' : 'witness',
  ok,
  timestamp: timestamp === null || timestamp > 8.64e12 ? null : new Date(timestamp * 1000).toISOString(),
});

type Answer = {
  readonly origin: string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly signatures: readonly ReturnType<typeof shownSignature>[];
  readonly since: Since | null;
  readonly faults: readonly AuditFault[];
  readonly more: number;
  readonly signed: boolean;
  readonly ok: boolean;
};

const unread = (error: InvalidLog): Answer => ({
  origin: null,
  size: null,
  root: null,
  signatures: [],
  since: null,
  faults: [{ path: 'checkpoint', kind: 'malformed', reason: error.text }],
  more: 0,
  signed: false,
  ok: false,
});

function progressOn({ io, language }: Call, size: number): (leaves: number) => void {
  const begun = performance.now();
  let told = begun;
  return (leaves) => {
    const now = performance.now();
    if (!process.stderr.isTTY || now - begun < 2000 || now - told < 1000) return;
    told = now;
    io.error(inLanguage([`已核对 ${leaves}/${size} 条`, `${leaves} of ${size} entries checked`], language));
  };
}

async function readSince(call: Call, keys: readonly VerifierKey[]): Promise<Checkpoint | undefined> {
  const file = call.values['since'];
  if (typeof file !== 'string') return undefined;
  let read: { checkpoint: Checkpoint; note: Note };
  try {
    read = readSignedCheckpoint(await call.io.read(file));
  } catch (error) {
    if (error instanceof InvalidLog) throw new BadInput([`${file}：${error.text[0]}`, `${file}: ${error.text[1]}`]);
    throw error;
  }
  // A checkpoint that the log has never signed says nothing against the log.
  if (!isSigned(read.checkpoint.origin, await checkSignatures(read.note, keys), keys)) {
    throw new BadInput([`${file} 没有可信密钥的有效签名`, `${file} bears no true signature of a trusted key`]);
  }
  return read.checkpoint;
}

async function verify(call: Call, place: string, keys: readonly VerifierKey[]): Promise<Answer> {
  const since = await readSince(call, keys);
  const { readCheckpoint, readTile } = openLogSource(place);
  let checkpoint: Checkpoint;
  let note: Note;
  try {
    ({ checkpoint, note } = readSignedCheckpoint(await readCheckpoint()));
  } catch (error) {
    if (error instanceof InvalidLog) return unread(error);
    throw error;
  }
  const { origin, size, root } = checkpoint;
  const checked = await checkSignatures(note, keys);
  const audit = await auditLog(size, root, readTile, { progress: progressOn(call, size) });
  const progress = since === undefined ? undefined : await growthSince(since, checkpoint, audit, readTile);
  const signed = isSigned(origin, checked, keys);
  return {
    origin,
    size,
    root: toBase64(root),
    signatures: checked.map(shownSignature),
    since:
      since === undefined || progress === undefined
        ? null
        : { size: since.size, root: toBase64(since.root), progress, consistent: progress === 'unproven' ? null : isKnown(progress) },
    faults: audit.faults,
    more: audit.more,
    signed,
    ok: audit.ok && signed && (progress === undefined || isKnown(progress)),
  };
}

const judged = (ok: boolean | null): Text =>
  ok === null ? ['未核对（未给出其公钥）', 'not checked: its key was not given'] : ok ? ['有效', 'true'] : ['不成立', 'false'];

function linesOf(
  { origin, size, root, signatures, since, faults, more, signed, ok }: Answer,
  keyCount: number,
  language: Language,
): string[] {
  const say = (text: Text): string => inLanguage(text, language);
  const lines: string[] = [];
  if (origin !== null)
    lines.push(`${say(['日志', 'log'])} ${origin}`, `${say(['条数', 'entries'])} ${size}`, `${say(['根', 'root'])} ${root}`);
  for (const { name, keyId, ok: isTrue, timestamp } of signatures) {
    lines.push(`${say(['签名', 'signature'])} ${name} (${keyId}) ${say(judged(isTrue))}${timestamp === null ? '' : ` ${timestamp}`}`);
  }
  if (since !== null) lines.push(`${say(['自', 'since'])} ${since.size}: ${say(said[since.progress])}`);
  for (const { path, reason } of faults) lines.push(`${path}: ${say(reason)}`);
  if (more > 0) lines.push(say([`另有 ${more} 处`, `and ${more} more`]));
  if (origin !== null && !signed) lines.push(say(['没有所给公钥的有效签名', 'no true signature of the keys that were given']));
  if (ok && keyCount === 0) {
    lines.push(
      say(['未用 --key 给出公钥，只核对了日志自身是否一致', 'without --key only the agreement of the log with itself was checked']),
    );
  }
  lines.push(ok ? say(['日志核对通过', 'The log verifies']) : say(['日志核对不通过', 'The log does not verify']));
  return lines;
}

export const logCommands: readonly Command[] = [
  {
    name: 'log verify',
    usage: 'log verify DIR|URL [--key VKEY…]',
    summary: [
      '核对透明日志：由全部条目重算每个散列分块与检查点，核对签名',
      'check a transparency log: every tile and the checkpoint from its entries, and the signatures',
    ],
    options: {
      key: {
        type: 'string',
        multiple: true,
        text: [
          '可信公钥（名称+编号+公钥），可多个：日志与见证方',
          'a trusted key (name+id+key), of the log or a witness; several may follow',
        ],
      },
      since: {
        type: 'string',
        text: [
          '先前保存的检查点文件：核对日志只有新增，没有分叉或回退',
          'an earlier checkpoint: the log must continue it, without fork or rollback',
        ],
      },
    },
    async run(call) {
      const { keys, places } = keysOf(call, 'key');
      const [place] = places;
      if (place === undefined) throw new BadInput(['缺少 DIR 或 URL', 'DIR or URL is missing']);
      if (places.length > 1)
        throw new BadInput([`多余的参数：${places.slice(1).join(' ')}`, `More than was asked for: ${places.slice(1).join(' ')}`]);
      const answer = await verify(call, place, keys);
      const { language, io } = call;
      if (call.json) {
        const { faults, more, signed: _, ...rest } = answer;
        const shown = faults.map(({ path, kind, reason }) => ({ path, kind, reason: inLanguage(reason, language) }));
        io.out(JSON.stringify({ ...rest, faults: shown, moreFaults: more }));
      } else for (const line of linesOf(answer, keys.length, language)) io.out(line);
      return answer.ok ? 0 : 1;
    },
  },
];
