/** Whether a certificate stands in the transparency log: by its proof, by a local copy of the log, or by both. */
import { toUtf8 } from '../encoding.ts';
import { leafFormat, printLeaf, readLeaf, type Leaf } from '../leaf.ts';
import { readSignedCheckpoint, type Checkpoint } from '../log/checkpoint.ts';
import { InvalidLog } from '../log/invalid-log.ts';
import { checkSignatures } from '../log/note.ts';
import { inclusionProof, rootFromTiles } from '../log/proof.ts';
import { fullWidth, readBundle, readWhole, widthIn, type TileReader } from '../log/tile.ts';
import { checkTlogProof, readTlogProof, type InclusionVerdict, type TlogProof } from '../log/tlog-proof.ts';
import { isSameHash } from '../log/tree.ts';
import type { VerifierKey } from '../log/verifier-key.ts';
import { fromUtf8, InvalidEncoding } from '../encoding.ts';
import type { CertificateRecord } from '../record.ts';
import type { Answer } from './answer.ts';
import { answerOf } from './reasons.ts';

/** A copy of the log on this machine: its signed checkpoint and its tiles. */
export type LocalLog = { readonly checkpoint: string; readonly readTile: TileReader };

export type LogEvidence = {
  /** Text of a tlog-proof. */
  readonly proof?: string | undefined;
  readonly local?: LocalLog | undefined;
  /** A signed checkpoint of the same log that was kept earlier. */
  readonly knownCheckpoint?: string | undefined;
};

export type LogKeys = { readonly logKeys: readonly VerifierKey[]; readonly witnessKeys: readonly VerifierKey[] };

/** What the log holds of a record: the leaf that it was issued with. */
export type Sealed =
  | {
      readonly record: Pick<CertificateRecord, 'number' | 'issuer' | 'issuedOn' | 'replaces' | 'demonstration'>;
      readonly digest: string;
    }
  | { readonly leaf: Leaf };

/** The answer of the log, and the place of the certificate in it where that is proven. */
export type Logged = { readonly answer: Answer; readonly index: number | null };

const unproven = (answer: Answer): Logged => ({ answer, index: null });

/** A replaced number is named by the leaf of the document that takes its place. */
function leavesOf(sealed: Sealed): readonly [Leaf, ...Leaf[]] {
  if ('leaf' in sealed) return [sealed.leaf];
  const { record, digest } = sealed;
  const { number, issuer, issuedOn: day, replaces, demonstration } = record;
  const leaf: Leaf = { format: leafFormat, kind: 'issued', number, recordDigest: digest, issuer, day, replaces: null, demonstration };
  if (replaces === null) return [leaf];
  const reissued = { ...leaf, replaces: replaces.number };
  // Replaced where only the paper is new, amended where data of the document were corrected.
  return [{ ...reissued, kind: 'replaced' }, { ...reissued, kind: 'amended' }, reissued, leaf];
}

const detailOf = (error: InvalidLog): Answer => answerOf('log.malformed', { detail: error.text });

/** The leaf that a proof carries along, where it does; nothing authenticates it before its inclusion is checked. */
function carried({ extra }: TlogProof): Leaf | undefined {
  if (extra === undefined) return undefined;
  try {
    return readLeaf(fromUtf8(extra));
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}

/** The leaf that the text of a proof carries along; undefined where it carries none or is no proof. */
export function carriedLeaf(text: string): Leaf | undefined {
  try {
    return carried(readTlogProof(text));
  } catch (error) {
    if (error instanceof InvalidLog) return undefined;
    throw error;
  }
}

async function refusalOf(verdict: InclusionVerdict, proof: TlogProof, sealed: Sealed, keys: LogKeys): Promise<Answer> {
  const { code, checkpoint } = verdict;
  if (code === 'unknown-log') return answerOf('log.unknownLog', { origin: checkpoint.origin });
  if (code === 'unsigned' || code === 'false-signature') return answerOf('log.badCheckpoint');
  const other = carried(proof);
  const [own] = leavesOf(sealed);
  const isOther = other !== undefined && (other.number !== own.number || other.recordDigest !== own.recordDigest);
  if (isOther && (await checkTlogProof(proof, toUtf8(printLeaf(other)), keys)).ok)
    return answerOf('log.otherCertificate', { number: other.number });
  return answerOf('log.badProof');
}

/** Whether two signed states cannot be of one log; false where that is not known. */
async function isForked(one: Checkpoint, known: string, keys: LogKeys): Promise<Checkpoint | undefined> {
  const { checkpoint, note } = readSignedCheckpoint(known);
  if (checkpoint.origin !== one.origin || checkpoint.size !== one.size || isSameHash(one.root, checkpoint.root)) return undefined;
  const own = keys.logKeys.filter(({ name }) => name === checkpoint.origin);
  return (await checkSignatures(note, own)).some(({ ok }) => ok === true) ? checkpoint : undefined;
}

/** Compares a state of the log with the copy: undefined where they agree or the copy is younger than neither. */
async function disagreement({ size, root, origin }: Checkpoint, { checkpoint, readTile }: LocalLog): Promise<Answer | undefined> {
  const { checkpoint: local } = readSignedCheckpoint(checkpoint);
  if (local.origin !== origin) return answerOf('log.localDiffers');
  if (local.size < size) return undefined;
  const found = size === 0 ? root : await rootFromTiles(size, readTile, local.size);
  return isSameHash(found, root) ? undefined : answerOf('log.localDiffers');
}

const included = ({ checkpoint, index, cosignatures }: InclusionVerdict): Logged => ({
  answer: answerOf('log.included', { origin: checkpoint.origin, index, size: checkpoint.size, witnesses: cosignatures.length }),
  index,
});

async function byProof(text: string, sealed: Sealed, keys: LogKeys, evidence: LogEvidence): Promise<Logged> {
  const proof = readTlogProof(text);
  let verdict: InclusionVerdict | undefined;
  for (const leaf of leavesOf(sealed)) {
    verdict = await checkTlogProof(proof, toUtf8(printLeaf(leaf)), keys);
    if (verdict.ok) break;
  }
  if (verdict === undefined) return unproven(answerOf('log.badProof'));
  if (verdict.code === 'included' || verdict.code === 'not-included') {
    const fork = evidence.knownCheckpoint === undefined ? undefined : await isForked(verdict.checkpoint, evidence.knownCheckpoint, keys);
    if (fork !== undefined) return unproven(answerOf('log.forked', { size: fork.size }));
    const differs = evidence.local === undefined ? undefined : await disagreement(verdict.checkpoint, evidence.local);
    if (differs !== undefined) return unproven(differs);
  }
  return verdict.ok ? included(verdict) : unproven(await refusalOf(verdict, proof, sealed, keys));
}

const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** Looks for the leaf in the entries of the copy, newest first. */
async function byCopy({ checkpoint: signed, readTile }: LocalLog, sealed: Sealed, keys: LogKeys): Promise<Logged> {
  const { size } = readSignedCheckpoint(signed).checkpoint;
  const wanted = new Set(leavesOf(sealed).map((leaf) => latin(toUtf8(printLeaf(leaf)))));
  for (let index = Math.ceil(size / fullWidth) - 1; index >= 0; index -= 1) {
    const width = widthIn(size, 'entries', index);
    const entries = readBundle(await readWhole(readTile, { level: 'entries', index, width }), width);
    const place = entries.findIndex((entry) => wanted.has(latin(entry)));
    const entry = entries[place];
    if (entry === undefined) continue;
    const at = index * fullWidth + place;
    const proof: TlogProof = { index: at, proof: await inclusionProof(at, size, readTile), checkpoint: signed };
    const verdict = await checkTlogProof(proof, entry, keys);
    return verdict.ok ? included(verdict) : unproven(await refusalOf(verdict, proof, sealed, keys));
  }
  const { note, checkpoint } = readSignedCheckpoint(signed);
  const own = keys.logKeys.filter(({ name }) => name === checkpoint.origin);
  const isSigned = (await checkSignatures(note, own)).some(({ ok }) => ok === true);
  const { origin } = checkpoint;
  return unproven(isSigned ? answerOf('log.notInCopy', { origin, size }) : answerOf('log.unknownLog', { origin }));
}

/**
 * The answer of the log. `sealed` null: the certificate holds no record whose digest could stand in a log.
 * A log or proof that cannot be read is an answer, never an error.
 */
export async function logAnswer(sealed: Sealed | null, evidence: LogEvidence, keys: LogKeys): Promise<Logged> {
  const { proof, local } = evidence;
  if (proof === undefined && local === undefined) return unproven(answerOf('log.notGiven'));
  if (sealed === null) return unproven(answerOf('log.noRecord'));
  if (keys.logKeys.length === 0) return unproven(answerOf('log.noKey'));
  try {
    if (proof !== undefined) return await byProof(proof, sealed, keys, evidence);
    return local === undefined ? unproven(answerOf('log.notGiven')) : await byCopy(local, sealed, keys);
  } catch (error) {
    if (error instanceof InvalidLog) return unproven(detailOf(error));
    throw error;
  }
}
