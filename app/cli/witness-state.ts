import { createPrivateKey, createPublicKey, randomBytes, sign as signBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fromBase64, fromHex, joinBytes, toBase64 } from '@tongheng/seal/encoding';
import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { printSigningKey, readSigningKey, verifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import type { Remembered } from '@tongheng/seal/log/witness';
import type { Sign } from '@tongheng/seal/signature';
import { BadInput } from './command.ts';

/** PKCS #8 in front of the 32 bytes of an Ed25519 key (RFC 8410). */
const secretHead = fromHex('302e020100300506032b657004220420');

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.from(joinBytes(secretHead, seed)), format: 'der', type: 'pkcs8' });

const publicKeyOf = (seed: Uint8Array): Uint8Array => {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return Uint8Array.from(spki.subarray(-32));
};

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a file that is whole and on disk when this returns, under its name or not at all. */
function writeDurably(folder: string, name: string, text: string): void {
  const draft = join(folder, `${name}.draft`);
  const handle = openSync(draft, 'w', 0o600);
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, join(folder, name));
  syncFolder(folder);
}

const [keyFile, stateFile, evidenceFolder] = ['witness.key', 'state.json', 'evidence'];
const format = 'tongheng-witness/1';

/** What is kept of one log; `signed` is its checkpoint with the log's and this witness's signatures. */
type Kept = { readonly size: number; readonly root: string; readonly signed: string };
type State = { readonly format: typeof format; readonly keyId: string; readonly logs: Readonly<Record<string, Kept>> };

/** Makes the key and the empty memory of a witness; both belong together, and neither is ever overwritten. */
export function makeWitness(folder: string, name: string): VerifierKey {
  const seed = Uint8Array.from(randomBytes(32));
  const key = verifierKey(name, 'cosignature', publicKeyOf(seed));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, keyFile)) || existsSync(join(folder, stateFile))) {
    throw new BadInput([`${folder} 中已有见证方，不予覆盖`, `There is a witness in ${folder} already; it is not overwritten`]);
  }
  const empty: State = { format, keyId: key.keyId, logs: {} };
  writeDurably(folder, stateFile, JSON.stringify(empty));
  writeDurably(folder, keyFile, `${printSigningKey({ ...key, seed })}\n`);
  return key;
}

function isState(value: unknown): value is State {
  const { format: found, keyId, logs } = (value ?? {}) as Partial<State>;
  const isKept = ({ size, root, signed }: Kept): boolean =>
    Number.isSafeInteger(size) && size >= 0 && typeof root === 'string' && fromBase64(root).length === 32 && typeof signed === 'string';
  return found === format && typeof keyId === 'string' && typeof logs === 'object' && Object.values(logs).every(isKept);
}

function readState(folder: string): State {
  const file = join(folder, stateFile);
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isState(value)) return value;
  } catch {
    // Told below: without its memory a witness could cosign a fork, so it does not begin with an empty one.
  }
  throw new BadInput([
    `见证方的记录 ${file} 缺失或损坏。请勿沿用原密钥：用 tongheng witness key 另建见证方`,
    `The memory ${file} of the witness is missing or damaged. Do not go on with its key: make another witness with tongheng witness key`,
  ]);
}

function readKey(folder: string): { readonly key: VerifierKey; readonly sign: Sign } {
  const file = join(folder, keyFile);
  try {
    const secret = readSigningKey(readFileSync(file, 'utf8').trim());
    const key = verifierKey(secret.name, 'cosignature', publicKeyOf(secret.seed));
    if (secret.kind !== 'cosignature' || key.keyId !== secret.keyId)
      throw new InvalidLog(['编号与密钥不符', 'the id is not that of the key']);
    const privateKey = privateKeyOf(secret.seed);
    return { key, sign: (message) => Promise.resolve(Uint8Array.from(signBytes(null, message, privateKey))) };
  } catch (error) {
    const why = error instanceof InvalidLog ? error.text : ([(error as Error).message, (error as Error).message] as const);
    throw new BadInput([`无法读取见证方密钥 ${file}：${why[0]}`, `Cannot read the key of the witness ${file}: ${why[1]}`]);
  }
}

const mostEvidence = 100;

/** The memory of a witness in its folder, which one process at a time may use. */
export class WitnessState {
  readonly key: VerifierKey;
  readonly sign: Sign;
  readonly #folder: string;
  #state: State;
  constructor(folder: string) {
    this.#folder = folder;
    this.#state = readState(folder);
    ({ key: this.key, sign: this.sign } = readKey(folder));
    if (this.#state.keyId !== this.key.keyId) {
      throw new BadInput([`${folder} 中的密钥与记录不属于同一见证方`, `Key and memory in ${folder} are not those of one witness`]);
    }
  }
  find(origin: string): (Remembered & { readonly signed: string }) | undefined {
    const kept = Object.hasOwn(this.#state.logs, origin) ? this.#state.logs[origin] : undefined;
    return kept === undefined ? undefined : { size: kept.size, root: fromBase64(kept.root), signed: kept.signed };
  }
  /** When this returns, the new tree is remembered whatever happens to the machine. */
  keep(origin: string, { size, root }: Remembered, signed: string): void {
    const logs = { ...this.#state.logs, [origin]: { size, root: toBase64(root), signed } };
    const next: State = { ...this.#state, logs };
    writeDurably(this.#folder, stateFile, JSON.stringify(next));
    this.#state = next;
  }
  /** A checkpoint that the log has signed and that does not continue what is remembered may prove that the log has forked. */
  keepEvidence(name: string, body: string): void {
    const folder = join(this.#folder, evidenceFolder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(join(folder, name)) && readdirSync(folder).length < mostEvidence) writeDurably(folder, name, body);
  }
}
