/**
 * Cosignatures of witnesses after C2SP tlog-cosignature, the Ed25519 form (v1): until this time this was the largest consistent tree that the
 * witness has seen of this log.
 */
import { joinBytes, toUtf8 } from '../encoding.ts';
import type { Sign } from '../signature.ts';
import { InvalidLog } from './invalid-log.ts';
import type { NoteSignature } from './note.ts';
import type { VerifierKey } from './verifier-key.ts';

const signatureSize = 8 + 64;
const latest = (1n << 63n) - 1n;

/** What a witness signs: a head, the time in seconds since 1970, and the text of the checkpoint with its newline. */
export const cosignatureMessage = (text: string, timestamp: bigint): Uint8Array => toUtf8(`cosignature/v1\ntime ${timestamp}\n${text}`);

/** The time in front of a cosignature; undefined where the bytes are none. */
export function readTimestamp(signature: Uint8Array): bigint | undefined {
  if (signature.length !== signatureSize) return undefined;
  let time = 0n;
  for (const byte of signature.subarray(0, 8)) time = (time << 8n) | BigInt(byte);
  return time > latest ? undefined : time;
}

/** The cosignature of a checkpoint's text at a time, in whole seconds since 1970; 0 is no time. */
export async function cosign(text: string, key: VerifierKey, sign: Sign, timestamp: number): Promise<NoteSignature> {
  if (key.kind !== 'cosignature') throw new InvalidLog(['该密钥不用于联署', 'this key does not cosign']);
  if (!Number.isSafeInteger(timestamp) || timestamp <= 0)
    throw new InvalidLog(['时间应为正整数秒', 'the time is not in whole seconds after 1970']);
  const signature = await sign(cosignatureMessage(text, BigInt(timestamp)));
  const time = new Uint8Array(8);
  for (let place = 7, rest = timestamp; place >= 0; place -= 1, rest = Math.floor(rest / 256)) time[place] = rest % 256;
  return { name: key.name, keyId: key.keyId, signature: joinBytes(time, signature) };
}
