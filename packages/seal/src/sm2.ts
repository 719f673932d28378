/**
 * SM2 signatures (GB/T 32918.2-2016) of SM3 under the user id 1234567812345678, which GB/T 35276 names where none was agreed.
 * The curve is that of sm-crypto-v2, loaded when it is first needed; Z, e and k are computed here.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, joinBytes, toHex, toUtf8 } from './encoding.ts';
import { isInRange } from './signature.ts';
import { sm3 } from './sm3.ts';

/** GB/T 35276-2017 §10: the user id where the parties have agreed on none. */
export const sm2UserId = '1234567812345678';

// a, b, xG, yG of GB/T 32918.5-2017.
const curve = fromHex(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc' +
    '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93' +
    '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7' +
    'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
);
const order = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');

const library = () => import('sm-crypto-v2').then((module) => module.sm2);

/** e = SM3(Z ‖ M) of GB/T 32918.2 §6.1; `key` is x and y, 64 bytes. */
export function sm2Digest(key: Uint8Array, message: Uint8Array, userId: string = sm2UserId): Uint8Array<ArrayBuffer> {
  const id = toUtf8(userId);
  const bits = id.length * 8;
  const z = sm3(joinBytes(new Uint8Array([bits >> 8, bits & 255]), id, curve, key));
  return sm3(joinBytes(z, message));
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes)}`);

/** A secret number of SM2 is between 1 and n − 2, since 1 + d must have an inverse. */
export const isSm2PrivateKey = (secret: Uint8Array): boolean =>
  secret.length === 32 && numberOf(secret) >= 1n && numberOf(secret) <= order - 2n;

/** x and y of the public key, 64 bytes. */
export async function sm2PublicKey(secret: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (!isSm2PrivateKey(secret)) throw new RangeError('not a private key of SM2');
  return fromHex((await library()).getPublicKeyFromPrivateKey(toHex(secret))).slice(1);
}

/** k of this key and digest (RFC 6979 §3.2 with HMAC-SHA-256): no randomness that could fail or repeat. */
function secretNumber(secret: Uint8Array, digest: Uint8Array): bigint {
  let v: Uint8Array = new Uint8Array(32).fill(1);
  let key: Uint8Array = new Uint8Array(32);
  const mac = (...parts: readonly Uint8Array[]): Uint8Array => hmac(sha256, key, joinBytes(...parts));
  const reduced = fromHex((numberOf(digest) % order).toString(16).padStart(64, '0'));
  for (const step of [0, 1]) {
    key = mac(v, new Uint8Array([step]), secret, reduced);
    v = mac(v);
  }
  for (;;) {
    v = mac(v);
    const k = numberOf(v);
    if (k >= 1n && k < order) return k;
    key = mac(v, new Uint8Array([0]));
    v = mac(v);
  }
}

/** r and s, 32 bytes each; the same for the same key and message. */
export async function signSm2(secret: Uint8Array, message: Uint8Array, userId: string = sm2UserId): Promise<Uint8Array<ArrayBuffer>> {
  const sm2 = await library();
  const digest = sm2Digest(await sm2PublicKey(secret), message, userId);
  const k = secretNumber(secret, digest);
  const point = sm2.getPublicKeyFromPrivateKey(k.toString(16).padStart(64, '0'));
  // Were this k one that the standard excludes (r = 0, r + k = n or s = 0), the library would draw another by itself.
  const pool = [{ k, x1: BigInt(`0x${point.slice(2, 66)}`) }];
  const signature = fromHex(sm2.doSignature(digest, toHex(secret), { pointPool: pool }));
  if (!isInRange(signature, 'sm2')) throw new RangeError('SM2 gave a signature out of range');
  return signature;
}

type Point = ReturnType<Awaited<ReturnType<typeof library>>['precomputePublicKey']>;
/** Keys seen once (undefined), and the tables of those that came again: making one costs about as much as five checks. */
const tables = new Map<string, Point | undefined>();

/** `key` is x and y, 64 bytes; false for a point that is not on the curve. */
export async function checkSm2(key: Uint8Array, message: Uint8Array, signature: Uint8Array, userId: string = sm2UserId): Promise<boolean> {
  if (key.length !== 64 || !isInRange(signature, 'sm2')) return false;
  const sm2 = await library();
  const name = `04${toHex(key)}`;
  let table = tables.get(name);
  try {
    if (table === undefined) {
      if (!sm2.verifyPublicKey(name)) return false;
      if (tables.has(name)) table = sm2.precomputePublicKey(name);
      const oldest = tables.keys().next();
      if (tables.size >= 16 && oldest.done !== true) tables.delete(oldest.value);
      tables.set(name, table);
    }
    return sm2.doVerifySignature(sm2Digest(key, message, userId), toHex(signature), table ?? name);
  } catch {
    return false;
  }
}
