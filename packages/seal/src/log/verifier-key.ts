/** Names and keys of who signs notes: the vkeys of C2SP signed-note, and Go's form of the secret key beside them. */
import { fromBase64, joinBytes, toBase64, toHex, toUtf8 } from '../encoding.ts';
import { sha256 } from '../signature.ts';
import { InvalidLog } from './invalid-log.ts';

/** ed25519: signs the text itself, as a log does · cosignature: Ed25519 over the checkpoint and the time, as a witness does. */
export type KeyKind = 'ed25519' | 'cosignature';

export type VerifierKey = {
  readonly name: string;
  /** Eight small hexadecimal digits. */
  readonly keyId: string;
  readonly kind: KeyKind;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
};

const bytesOfKind = { ed25519: 1, cosignature: 4 } as const;
const kinds = ['ed25519', 'cosignature'] as const;
const keySize = 32;
const longestName = 255;

/** A name of a signer: not empty, no Unicode white space, no control character, no plus sign. */
export const isKeyName = (name: string): boolean =>
  name.length > 0 && name.length <= longestName && !/[\p{White_Space}\p{Cc}\p{Cs}+]/u.test(name);

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ public key), as hexadecimal digits. */
export const keyIdOf = (name: string, kind: KeyKind, publicKey: Uint8Array): string =>
  toHex(sha256(joinBytes(toUtf8(`${name}\n`), new Uint8Array([bytesOfKind[kind]]), publicKey)).subarray(0, 4));

/** The key of a signer with its id. */
export function verifierKey(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name))
    throw new InvalidLog([
      '签名者名称不得为空，不得含空白字符或加号',
      'a name of a signer is not empty and holds neither white space nor a plus sign',
    ]);
  if (publicKey.length !== keySize) throw new InvalidLog(['公钥应为 32 字节', 'the public key has not 32 bytes']);
  return { name, keyId: keyIdOf(name, kind, publicKey), kind, publicKey };
}

const keyText = (name: string, keyId: string, kind: KeyKind, key: Uint8Array): string =>
  `${name}+${keyId}+${toBase64(joinBytes(new Uint8Array([bytesOfKind[kind]]), key))}`;

/** The vkey: name, key id, and the key in base 64, between plus signs. */
export const printVerifierKey = ({ name, keyId, kind, publicKey }: VerifierKey): string => keyText(name, keyId, kind, publicKey);

type KeyParts = { readonly name: string; readonly keyId: string; readonly kind: KeyKind; readonly key: Uint8Array };

function readKeyText(text: string): KeyParts {
  const [, name = '', keyId = '', encoded = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,64})$/.exec(text.length > 600 ? '' : text) ?? [];
  if (!isKeyName(name)) throw new InvalidLog(['不是签名公钥（名称+编号+公钥）', 'not a verifier key (name+id+key)']);
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(encoded);
  } catch {
    throw new InvalidLog(['公钥不是规范的 base64', 'the key is not in canonical base 64']);
  }
  const kind = kinds.find((one) => bytesOfKind[one] === bytes[0]);
  if (kind === undefined) {
    throw new InvalidLog(['不支持这种签名算法，只支持 Ed25519', 'a signature algorithm that is not known here: only Ed25519 is']);
  }
  if (bytes.length !== 1 + keySize) throw new InvalidLog(['密钥应为 32 字节', 'the key has not 32 bytes']);
  return { name, keyId, kind, key: bytes.slice(1) };
}

/**
 * Reads a vkey; its id must be the digest of its name and key.
 *
 * @example readVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').kind // 'ed25519'
 */
export function readVerifierKey(text: string): VerifierKey {
  const { name, keyId, kind, key } = readKeyText(text);
  if (keyIdOf(name, kind, key) !== keyId)
    throw new InvalidLog(['公钥编号与公钥不符', 'the id of the key is not that of its name and bytes']);
  return { name, keyId, kind, publicKey: key };
}

/** The secret of a signer: the 32 bytes from which RFC 8032 makes an Ed25519 key. */
export type SigningKey = { readonly name: string; readonly keyId: string; readonly kind: KeyKind; readonly seed: Uint8Array };

const secretHead = 'PRIVATE+KEY+';

/** The secret key as Go's sumdb/note writes it. */
export const printSigningKey = ({ name, keyId, kind, seed }: SigningKey): string => secretHead + keyText(name, keyId, kind, seed);

/** Reads what `printSigningKey` or Go's note.GenerateKey writes. Whether the id is that of its public key, who has the public key finds. */
export function readSigningKey(text: string): SigningKey {
  if (!text.startsWith(secretHead)) throw new InvalidLog(['不是签名私钥', 'not a signing key']);
  const { key, ...rest } = readKeyText(text.slice(secretHead.length));
  return { ...rest, seed: key };
}
