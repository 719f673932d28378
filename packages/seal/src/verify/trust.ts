/**
 * Whom a verifier believes, as text: roots of certificates, keys of logs and of their witnesses, keys of signers, and keys that were revoked.
 * The list itself comes from somewhere that the reader trusts, never from the certificate that is to be judged.
 */
import { fromBase64, InvalidEncoding } from '../encoding.ts';
import { InvalidLog } from '../log/invalid-log.ts';
import { readVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { fromPem } from '../x509/pem.ts';
import type { Text } from './answer.ts';

export type RevokedKey = { readonly keyId: string; readonly at: string; readonly reason: string };

export type KnownSigner = {
  /** The code that the numbers of its certificates begin with; null: not stated. */
  readonly issuer: string | null;
  /** Certificates in DER, the signer's first. */
  readonly chain: readonly Uint8Array[];
  /** Its SM2 key beside them, SubjectPublicKeyInfo in DER. */
  readonly sm2Key: Uint8Array | null;
};

export type Trust = {
  /** Certificates in DER. */
  readonly roots: readonly Uint8Array[];
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
  readonly revokedKeys: readonly RevokedKey[];
  /** Signers with which labels are checked: a label brings no certificate. */
  readonly signers: readonly KnownSigner[];
};

export const noTrust: Trust = { roots: [], logKeys: [], witnessKeys: [], revokedKeys: [], signers: [] };

/** A text that is no list of trusted roots and keys; `text` says why in both languages. */
export class InvalidTrust extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text[1]);
    this.name = 'InvalidTrust';
    this.text = text;
  }
}

const longest = 4_000_000;
const most = 10_000;

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => value !== null && typeof value === 'object' && !Array.isArray(value);

const refuse = (place: string): never => {
  throw new InvalidTrust([`信任名单的 ${place} 不规范`, `the list of trusted roots is malformed at ${place}`]);
};

function listOf<T>(json: Json, place: string, read: (one: unknown) => T): T[] {
  const list = json[place];
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list) || list.length > most) return refuse(place);
  return list.map((one, index) => {
    try {
      return read(one);
    } catch (error) {
      if (error instanceof InvalidLog || error instanceof InvalidEncoding) return refuse(`${place}.${index}`);
      throw error;
    }
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : refuse('text'));

function pem(value: unknown): Uint8Array[] {
  const blocks = fromPem('CERTIFICATE', text(isObject(value) ? (value['certificate'] ?? value['pem']) : value));
  return blocks.length === 0 ? refuse('certificate') : blocks;
}

function revoked(value: unknown): RevokedKey {
  if (!isObject(value)) return refuse('revokedKeys');
  const { keyId, at, reason } = value;
  return { keyId: text(keyId).toLowerCase(), at: text(at), reason: typeof reason === 'string' ? reason : '' };
}

function signer(value: unknown): KnownSigner {
  if (!isObject(value)) return refuse('signers');
  const { issuer, chain, sm2PublicKey } = value;
  return {
    issuer: typeof issuer === 'string' ? issuer : null,
    chain: Array.isArray(chain) ? chain.flatMap((one) => pem(one)) : pem(chain),
    sm2Key: typeof sm2PublicKey === 'string' ? fromBase64(sm2PublicKey) : null,
  };
}

/**
 * Reads a list of trusted roots and keys (trust.json). Fields that are not known are left alone, so that a list of a later day can be read. Throws
 * InvalidTrust.
 */
export function readTrust(json: string): Trust {
  if (json.length > longest) throw new InvalidTrust(['信任名单过长', 'the list of trusted roots is too long']);
  let given: unknown;
  try {
    given = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new InvalidTrust(['信任名单不是 JSON', 'the list of trusted roots is no JSON']);
  }
  if (!isObject(given)) throw new InvalidTrust(['信任名单不是 JSON 对象', 'the list of trusted roots is no object of JSON']);
  if (!('roots' in given) && !('logKeys' in given)) throw new InvalidTrust(['文件不是信任名单', 'the file is no list of trusted roots']);
  return {
    roots: listOf(given, 'roots', pem).flat(),
    logKeys: listOf(given, 'logKeys', (one) => readVerifierKey(text(one))),
    witnessKeys: listOf(given, 'witnesses', (one) => readVerifierKey(text(one))),
    revokedKeys: listOf(given, 'revokedKeys', revoked),
    signers: listOf(given, 'signers', signer),
  };
}
