/** How certificates are signed: the object identifiers of the algorithms and how each is checked. */
import { fromDerSignature, InvalidEncoding } from '../encoding.ts';
import { checkForeignSignature, checkSignature, type Algorithm, type ForeignScheme, type Hash } from '../signature.ts';
import { derOid, derSequence, partsOf, readCount, readDer, readOid, sequenceOf, contextTag, type DerValue } from './der.ts';

/** An algorithm of ours, of others, or one that is not known here by its object identifier. */
export type SignatureScheme =
  | { readonly kind: 'own'; readonly algorithm: Algorithm }
  | { readonly kind: 'foreign'; readonly scheme: ForeignScheme | { readonly name: 'ECDSA'; readonly hash: Hash; readonly curve: null } }
  | { readonly kind: 'unknown'; readonly oid: string };

const ownOids: Readonly<Record<Algorithm, string>> = {
  'ecdsa-p256': '1.2.840.10045.4.3.2',
  ed25519: '1.3.101.112',
  // GM/T 0006: SM2 of SM3.
  sm2: '1.2.156.10197.1.501',
};
const ecdsa: Readonly<Record<string, Hash>> = {
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const rsa: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const hashes: Readonly<Record<string, Hash>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};
const curves: Readonly<Record<string, { readonly curve: 'P-256' | 'P-384' | 'P-521'; readonly size: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', size: 32 },
  '1.3.132.0.34': { curve: 'P-384', size: 48 },
  '1.3.132.0.35': { curve: 'P-521', size: 66 },
};

/** AlgorithmIdentifier of a signature that we make. */
export const derScheme = (algorithm: Algorithm): Uint8Array<ArrayBuffer> => derSequence(derOid(ownOids[algorithm]));

/** RSASSA-PSS-params (RFC 4055 §3.1): the hash and the length of the salt; the mask is expected to use the same hash. */
function readPss(parameters: DerValue | undefined): SignatureScheme {
  let hash: Hash | undefined;
  let saltLength: number | undefined;
  for (const field of parameters === undefined ? [] : partsOf(parameters)) {
    const [inner] = partsOf(field);
    if (field.tag === contextTag(0)) hash = hashes[readOid(sequenceOf(inner)[0])];
    if (field.tag === contextTag(2)) saltLength = readCount(inner);
  }
  return hash === undefined || saltLength === undefined || saltLength > 512
    ? { kind: 'unknown', oid: '1.2.840.113549.1.1.10' }
    : { kind: 'foreign', scheme: { name: 'RSA-PSS', hash, saltLength } };
}

/** Which signature an AlgorithmIdentifier names, one of ours or a foreign one; malformed ones throw InvalidEncoding. */
export function readScheme(value: DerValue | undefined): SignatureScheme {
  const [first, parameters] = sequenceOf(value);
  const oid = readOid(first);
  const [algorithm] = (Object.keys(ownOids) as Algorithm[]).filter((own) => own !== 'ecdsa-p256' && ownOids[own] === oid);
  if (algorithm !== undefined) return { kind: 'own', algorithm };
  if (oid === '1.2.840.113549.1.1.10') return readPss(parameters);
  const byRsa = rsa[oid];
  if (byRsa !== undefined) return { kind: 'foreign', scheme: { name: 'RSASSA-PKCS1-v1_5', hash: byRsa } };
  const byCurve = ecdsa[oid];
  return byCurve === undefined ? { kind: 'unknown', oid } : { kind: 'foreign', scheme: { name: 'ECDSA', hash: byCurve, curve: null } };
}

/** The curve of an EC key. */
function curveOf(spki: Uint8Array): (typeof curves)[string] | undefined {
  const [, curve] = sequenceOf(sequenceOf(readDer(spki))[0]);
  return curve === undefined || curve.tag !== 6 ? undefined : curves[readOid(curve)];
}

/**
 * Whether the signature, in the form that X.509 holds, is one of the message by this key; undefined where it cannot be checked here: an
 * algorithm that is not known, or no WebCrypto for it.
 */
export async function checkScheme(
  scheme: SignatureScheme,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean | undefined> {
  if (scheme.kind === 'unknown') return undefined;
  try {
    if (scheme.kind === 'own') {
      const raw = scheme.algorithm === 'sm2' ? fromDerSignature(signature) : signature;
      return await checkSignature(scheme.algorithm, spki, message, raw);
    }
    if (scheme.scheme.name !== 'ECDSA') return await checkForeignSignature(scheme.scheme, spki, message, signature);
    const curve = curveOf(spki);
    if (curve === undefined) return undefined;
    const raw = fromDerSignature(signature, curve.size);
    if (curve.curve === 'P-256' && scheme.scheme.hash === 'SHA-256') return await checkSignature('ecdsa-p256', spki, message, raw);
    return await checkForeignSignature({ ...scheme.scheme, curve: curve.curve }, spki, message, raw);
  } catch (error) {
    if (error instanceof InvalidEncoding) return false;
    throw error;
  }
}
