/**
 * Checking signatures: by WebCrypto where the place has it and knows the algorithm, else by @noble/curves, so that an old browser, a page
 * without a secure origin and a worker answer the same. This is the only file of the package that reaches for WebCrypto.
 */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { fromHex, joinBytes, sameBytes, toHex } from './encoding.ts';

export { sm3 } from './sm3.ts';

/** ecdsa-p256: ECDSA of SHA-256 · ed25519: RFC 8032 · sm2: SM2 of SM3 under the user id 1234567812345678 (GB/T 32918.2, GB/T 35276). */
export type Algorithm = 'ecdsa-p256' | 'ed25519' | 'sm2';

/** Makes the raw signature of a message: r and s at 32 bytes each, or the 64 bytes of Ed25519. */
export type Sign = (message: Uint8Array) => Promise<Uint8Array>;

type NativeDigest = { readonly hash?: (name: string, bytes: Uint8Array, form: 'buffer') => Uint8Array };
const runtime = globalThis as { readonly process?: { readonly getBuiltinModule?: (name: string) => NativeDigest | undefined } };
/** Node's own digest where there is one: WebCrypto has none that answers at once, and ours takes ten times as long for a whole paper. */
const native = runtime.process?.getBuiltinModule?.('node:crypto')?.hash;
/** Below this the call costs more than it saves. */
const worthNative = 1024;

/**
 * SHA-256 of the bytes.
 *
 * @example toHex(sha256(toUtf8('abc'))).slice(0, 16) // 'ba7816bf8f01cfea'
 */
export function sha256(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(native !== undefined && bytes.length > worthNative ? native('sha256', bytes, 'buffer') : nobleSha256(bytes));
}

/** The first bytes of a SubjectPublicKeyInfo; the key itself follows: 32 bytes, or x and y behind the sign of an uncompressed point. */
const heads = {
  'ecdsa-p256': fromHex('3059301306072a8648ce3d020106082a8648ce3d03010703420004'),
  sm2: fromHex('3059301306072a8648ce3d020106082a811ccf5501822d03420004'),
  ed25519: fromHex('302a300506032b6570032100'),
} as const;

const keyLength = { 'ecdsa-p256': 64, sm2: 64, ed25519: 32 } as const;

/** x and y (64 bytes) or the 32 bytes of Ed25519 inside a SubjectPublicKeyInfo; undefined for a key of another kind. */
export function publicKeyOf(algorithm: Algorithm, spki: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const head = heads[algorithm];
  const isWhole = spki.length === head.length + keyLength[algorithm] && sameBytes(spki.subarray(0, head.length), head);
  return isWhole ? Uint8Array.from(spki.subarray(head.length)) : undefined;
}

/** SubjectPublicKeyInfo (DER) of x and y, or of the 32 bytes of Ed25519. */
export function spkiOf(algorithm: Algorithm, key: Uint8Array): Uint8Array<ArrayBuffer> {
  if (key.length !== keyLength[algorithm]) throw new RangeError(`a public key of ${algorithm} has ${String(keyLength[algorithm])} bytes`);
  return joinBytes(heads[algorithm], key);
}

/** Which of the three kinds of key a SubjectPublicKeyInfo holds; undefined for others, as RSA or P-384. */
export const algorithmOf = (spki: Uint8Array): Algorithm | undefined =>
  (['ecdsa-p256', 'ed25519', 'sm2'] as const).find((algorithm) => publicKeyOf(algorithm, spki) !== undefined);

const order = fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
const smOrder = fromHex('fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');

function isBelow(number: Uint8Array, limit: Uint8Array): boolean {
  const place = number.findIndex((byte, index) => byte !== limit[index]);
  return place >= 0 && (number[place] ?? 0) < (limit[place] ?? 0);
}

/** Whether r and s are 32 bytes each and both between 1 and the order of the curve, less one. */
export function isInRange(signature: Uint8Array, curve: 'ecdsa-p256' | 'sm2'): boolean {
  const limit = curve === 'sm2' ? smOrder : order;
  const halves = [signature.subarray(0, 32), signature.subarray(32)];
  return signature.length === 64 && halves.every((half) => half.some((byte) => byte !== 0) && isBelow(half, limit));
}

// The part of WebCrypto that is used here; the package is compiled without the types of a browser or of Node.
type KeyHandle = { readonly type: string };
type Parameters = Readonly<Record<string, unknown>> & { readonly name: string };
type WebCrypto = {
  importKey(
    format: 'raw' | 'spki',
    key: Uint8Array,
    algorithm: Parameters,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<KeyHandle>;
  verify(algorithm: Parameters, key: KeyHandle, signature: Uint8Array, message: Uint8Array): Promise<boolean>;
};
const webCrypto = (): WebCrypto | undefined => (globalThis as { crypto?: { subtle?: WebCrypto } }).crypto?.subtle;

/** Keys as WebCrypto holds them: a label or a certificate is often followed by another of the same signer. */
const handles = new Map<string, Promise<KeyHandle>>();

function handleOf(subtle: WebCrypto, format: 'raw' | 'spki', key: Uint8Array, parameters: Parameters): Promise<KeyHandle> {
  const name = `${JSON.stringify(parameters)} ${format} ${toHex(key)}`;
  const known = handles.get(name);
  if (known !== undefined) return known;
  const handle = subtle.importKey(format, key, parameters, false, ['verify']);
  const oldest = handles.keys().next();
  if (handles.size >= 64 && oldest.done !== true) handles.delete(oldest.value);
  handles.set(name, handle);
  return handle;
}

/** undefined: WebCrypto is missing or does not take this key. */
async function checkByWebCrypto(
  format: 'raw' | 'spki',
  key: Uint8Array,
  parameters: Parameters,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  const subtle = webCrypto();
  if (subtle === undefined) return undefined;
  let handle;
  try {
    handle = await handleOf(subtle, format, key, parameters);
  } catch {
    return undefined;
  }
  return await subtle.verify(parameters, handle, signature, message);
}

/**
 * Whether the signature (raw: r and s at 32 bytes each, or the 64 bytes of Ed25519) is one of the message by this key, given as
 * SubjectPublicKeyInfo in DER, or as its bare 32 bytes for Ed25519. Wrong lengths, r or s out of range and keys of another kind are false, and
 * nothing is thrown.
 */
export async function checkSignature(
  algorithm: Algorithm,
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = algorithm === 'ed25519' && publicKey.length === 32 ? publicKey : publicKeyOf(algorithm, publicKey);
  if (key === undefined || signature.length !== 64) return false;
  if (algorithm === 'ed25519') {
    const answer = await checkByWebCrypto('raw', key, { name: 'Ed25519' }, message, signature);
    if (answer !== undefined) return answer;
    const { ed25519 } = await import('@noble/curves/ed25519.js');
    return withoutThrowing(() => ed25519.verify(signature, message, key, { zip215: false }));
  }
  if (!isInRange(signature, algorithm)) return false;
  if (algorithm === 'sm2') return (await import('./sm2.ts')).checkSm2(key, message, signature);
  const parameters = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const answer = await checkByWebCrypto('spki', publicKey, parameters, message, signature);
  if (answer !== undefined) return answer;
  const { p256 } = await import('@noble/curves/nist.js');
  const point = joinBytes(new Uint8Array([4]), key);
  return withoutThrowing(() => p256.verify(signature, message, point, { lowS: false }));
}

function withoutThrowing(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512';
/** How others sign. `saltLength` in bytes; `curve` is that of the key. ECDSA signatures are raw: r and s at the length of the field. */
export type ForeignScheme =
  | { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: Hash }
  | { readonly name: 'RSA-PSS'; readonly hash: Hash; readonly saltLength: number }
  | { readonly name: 'ECDSA'; readonly hash: Hash; readonly curve: 'P-256' | 'P-384' | 'P-521' };

/**
 * The same for signatures of others (RSA, larger curves), which only WebCrypto checks; undefined where the place has none or does not know the
 * key: not a false signature, but one that cannot be checked here.
 */
export async function checkForeignSignature(
  scheme: ForeignScheme,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  const parameters: Parameters =
    scheme.name === 'ECDSA'
      ? { name: scheme.name, hash: scheme.hash, namedCurve: scheme.curve }
      : { ...scheme, ...(scheme.name === 'RSA-PSS' ? { saltLength: scheme.saltLength } : {}) };
  return await checkByWebCrypto('spki', spki, parameters, message, signature);
}
