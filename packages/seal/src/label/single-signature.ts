/** COSE_Sign1 of RFC 9052 §4.2: a payload with one signature, and what is signed of it (§4.4). */
import { joinBytes } from '../encoding.ts';
import { printCbor, readCbor, TaggedValue } from './cbor.ts';
import { InvalidLabel } from './invalid-label.ts';

export type Sign1 = {
  /** The bytes of the protected header as they were signed. */
  readonly protectedBytes: Uint8Array;
  readonly protectedHeader: ReadonlyMap<unknown, unknown>;
  readonly unprotectedHeader: ReadonlyMap<unknown, unknown>;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** Whether tag 18 stands before it. */
  readonly isTagged: boolean;
};

const nothing = new Uint8Array(0);

/** The Sig_structure: what the signature is made over. */
export const signedBytes = (protectedBytes: Uint8Array, payload: Uint8Array, external: Uint8Array = nothing): Uint8Array<ArrayBuffer> =>
  printCbor(['Signature1', protectedBytes, external, payload]);

/** The untagged form, with an empty unprotected header; a tag would cost a byte and say nothing behind this address. */
export const printSign1 = (protectedBytes: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array<ArrayBuffer> =>
  joinBytes(printCbor([protectedBytes, new Map(), payload, signature]));

/** Reads both forms, tagged and untagged; throws InvalidLabel for everything else. A payload that stands elsewhere (nil) is refused. */
export function readSign1(bytes: Uint8Array): Sign1 {
  const outer = readCbor(bytes);
  const isTagged = outer instanceof TaggedValue;
  const parts: unknown = isTagged ? outer.value : outer;
  if (!Array.isArray(parts) || parts.length !== 4) throw new InvalidLabel('not-signed');
  const [protectedBytes, unprotectedHeader, payload, signature] = parts as unknown[];
  if (!(protectedBytes instanceof Uint8Array) || !(unprotectedHeader instanceof Map)) throw new InvalidLabel('not-signed');
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) throw new InvalidLabel('not-signed');
  const protectedHeader: unknown = protectedBytes.length === 0 ? new Map() : readCbor(protectedBytes, 'header');
  if (!(protectedHeader instanceof Map)) throw new InvalidLabel('header');
  return { protectedBytes, protectedHeader, unprotectedHeader, payload, signature, isTagged };
}
