/**
 * Whom a verifier believes, as text: roots of certificates, keys of logs and of their witnesses, keys of signers, and keys that were revoked.
 * The list itself comes from somewhere that the reader trusts, never from the certificate that is to be judged.
 */
import { canonical } from '../canonical.ts';
import { fromBase64, InvalidEncoding, toUtf8 } from '../encoding.ts';
import { InvalidLog } from '../log/invalid-log.ts';
import { readVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { checkSignature } from '../signature.ts';
import { keyIdOf, readCertificate } from '../x509/certificate.ts';
import { fromPem } from '../x509/pem.ts';
import type { Text } from './answer.ts';

export type RevokedKey = {
  /** 16 hexadecimal digits: see keyIdOf of x509. */
  readonly keyId: string;
  readonly at: string;
  readonly reason: string;
  /** Entries of the log when the key was revoked: what stands before them was signed in time. null: there were none. */
  readonly logSize: number | null;
};

export type KnownSigner = {
  /** Certificates in DER, the signer's first. */
  readonly chain: readonly Uint8Array[];
  /** The certificate of its SM2 key beside them; null: there is none. */
  readonly sm2Certificate: Uint8Array | null;
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
  const blocks = fromPem('CERTIFICATE', text(value));
  for (const block of blocks) readCertificate(block);
  return blocks.length === 0 ? refuse('certificate') : blocks;
}

function revoked(value: unknown): RevokedKey {
  if (!isObject(value)) return refuse('revokedKeys');
  const { keyId, at, reason, logSize } = value;
  const isSize = typeof logSize === 'number' && Number.isSafeInteger(logSize) && logSize >= 0;
  return {
    keyId: text(keyId).toLowerCase(),
    at: text(at),
    reason: typeof reason === 'string' ? reason : '',
    logSize: isSize ? logSize : null,
  };
}

function signer(value: unknown): KnownSigner {
  if (!isObject(value)) return refuse('signers');
  const { certificate, sm2Certificate } = value;
  const [sm2 = null] = typeof sm2Certificate === 'string' ? pem(sm2Certificate) : [];
  return { chain: pem(certificate), sm2Certificate: sm2 };
}

function parse(json: string): Json {
  if (json.length > longest) throw new InvalidTrust(['信任名单过长', 'the list of trusted roots is too long']);
  let given: unknown;
  try {
    given = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new InvalidTrust(['信任名单不是 JSON', 'the list of trusted roots is no JSON']);
  }
  if (!isObject(given)) throw new InvalidTrust(['信任名单不是 JSON 对象', 'the list of trusted roots is no object of JSON']);
  return given;
}

/** The list itself, by itself or in the form in which it is signed. */
function listIn(given: Json): Json {
  const list = isObject(given['trust']) ? given['trust'] : given;
  if (!Array.isArray(list['roots']) && !Array.isArray(list['logKeys']))
    throw new InvalidTrust(['文件不是信任名单', 'the file is no list of trusted roots']);
  return list;
}

/**
 * Reads a list of trusted roots and keys (trust.json), signed or by itself. Fields that are not known are left alone, so that a list of a later day can
 * be read. Throws InvalidTrust. Whether its signature holds is asked by `openTrust`.
 */
export function readTrust(json: string): Trust {
  const list = listIn(parse(json));
  return {
    roots: listOf(list, 'roots', pem).flat(),
    logKeys: listOf(list, 'logKeys', (one) => readVerifierKey(text(one))),
    witnessKeys: listOf(list, 'witnesses', (one) => readVerifierKey(text(one))),
    revokedKeys: listOf(list, 'revokedKeys', revoked),
    signers: listOf(list, 'signers', signer),
  };
}

const broken = new InvalidTrust([
  '信任名单的签名与其中的根不符：名单被改动或不完整',
  'the signature of the list of trusted roots is not one of a root in it: the list was changed or is not whole',
]);

/** Reads a list and, where it is signed, holds the signature against its own roots: what was changed by accident or halfway is refused. */
export async function openTrust(json: string): Promise<Trust> {
  const trust = readTrust(json);
  const { trust: list, signature } = parse(json);
  if (!isObject(signature)) return trust;
  const root = trust.roots.map((one) => readCertificate(one)).find(({ spki }) => keyIdOf(spki) === signature['keyId']);
  if (root === undefined || signature['algorithm'] !== 'ecdsa-p256') throw broken;
  let value: Uint8Array;
  try {
    value = fromBase64(text(signature['value']));
  } catch (error) {
    if (error instanceof InvalidEncoding) throw broken;
    throw error;
  }
  if (!(await checkSignature('ecdsa-p256', root.spki, toUtf8(canonical(list)), value))) throw broken;
  return trust;
}
