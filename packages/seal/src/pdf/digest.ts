/** Digests by which others sign. */
import { sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha256 } from '../signature.ts';

export type Digest = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** The digest of the bytes by the algorithm of its name. */
export const digestOf = (digest: Digest, bytes: Uint8Array): Uint8Array =>
  digest === 'SHA-256' ? sha256(bytes) : digest === 'SHA-384' ? sha384(bytes) : sha512(bytes);
