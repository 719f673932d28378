/**
 * The label of a certificate as a QR code: a short address in capital letters (alphanumeric) and behind it a whole COSE_Sign1 as decimal digits
 * (numeric). Any camera opens it as an address; whoever holds the keys of the institutes checks it without a network.
 *
 * Protected header: alg (1) and kid (4), both and no others; the unprotected header is empty. alg is ES256 (-7), or -65540 for SM2 with SM3 under
 * the user id 1234567812345678 (GB/T 32918.2, GB/T 35276): no registered number of COSE for SM2 is known to us, and numbers below -65536 are
 * for private use (RFC 9053 §11). kid is the first 4 bytes of the SHA-256 of the key's SubjectPublicKeyInfo: a hint where to look, tried with
 * every key that has it. A label proves who signed what; it does not prove that it sticks on the instrument that it was made for.
 */
import { fromHex, sameBytes, toHex } from '../encoding.ts';
import { checkSignature, sha256, type Sign } from '../signature.ts';
import { printCbor, readCanonical } from './cbor.ts';
import { printClaims, readClaims, type LabelClaims } from './claims.ts';
import { printDigits, readDigits } from './digits.ts';
import { InvalidLabel } from './invalid-label.ts';
import { printSign1, readSign1, signedBytes } from './single-signature.ts';

export type LabelAlgorithm = 'ecdsa-p256' | 'sm2';

export const labelAlgorithms: Readonly<Record<LabelAlgorithm, number>> = { 'ecdsa-p256': -7, sm2: -65_540 };
const kidBytes = 4;
const header = { algorithm: 1, kid: 4 } as const;

/** A key that labels may be signed with: SubjectPublicKeyInfo in DER. */
export type LabelKey = { readonly algorithm: LabelAlgorithm; readonly publicKey: Uint8Array };
/** Its owner. `sign` gives r and s at 32 bytes each. */
export type LabelSigner = LabelKey & { readonly sign: Sign };

export type Label = {
  /** What stands before the digits, as 'HTTPS://EXAMPLE.CN/Q/'; null for digits alone. Whoever made the code chose it: it proves nothing. */
  readonly url: string | null;
  readonly digits: string;
  readonly cose: Uint8Array;
  readonly algorithm: LabelAlgorithm;
  /** 8 hexadecimal digits. */
  readonly kid: string;
  readonly claims: LabelClaims;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

const kids = new WeakMap<Uint8Array, string>();

/** The short id of a key, 8 hexadecimal digits, from its SubjectPublicKeyInfo. */
export function kidOf(publicKey: Uint8Array): string {
  const known = kids.get(publicKey) ?? toHex(sha256(publicKey).subarray(0, kidBytes));
  kids.set(publicKey, known);
  return known;
}

/**
 * The address before the digits of a city's labels: in capitals, since a QR code holds these in fewer squares; as it is given where it has signs
 * that are not in that set of signs, as the address of a network without names. RangeError for one that has a path.
 *
 * @example labelAddress('https://jl.example.cn') // 'HTTPS://JL.EXAMPLE.CN/Q/'
 */
export function labelAddress(publicUrl: string): string {
  const origin = publicUrl.replace(/\/$/, '');
  if (!/^https?:\/\/[!-.0-~]+$/i.test(origin) || /[?#]/.test(origin)) throw new RangeError(`no address for labels: ${publicUrl}`);
  return /^[a-z0-9.:/-]+$/i.test(origin) ? `${origin.toUpperCase()}/Q/` : `${origin}/q/`;
}

/** The COSE_Sign1 of these claims, and its bytes as the QR code holds them behind the address. */
export async function printLabel(claims: LabelClaims, signer: LabelSigner, publicUrl: string): Promise<string> {
  const address = labelAddress(publicUrl);
  const payload = printClaims(claims);
  const protectedBytes = printCbor(
    new Map<number, unknown>([
      [header.algorithm, labelAlgorithms[signer.algorithm]],
      [header.kid, fromHex(kidOf(signer.publicKey))],
    ]),
  );
  const signature = await signer.sign(signedBytes(protectedBytes, payload));
  const text = `${address}${printDigits(printSign1(protectedBytes, payload, signature))}`;
  readLabel(text);
  return text;
}

const form = /^(?:(https?:\/\/[!-.0-~]+)?(\/q\/))?([0-9]+)$/i;

/**
 * Reads the address of a label, the path of it, or its digits alone; says nothing about the signature. Throws InvalidLabel with the reason for
 * anything that printLabel would not have written, except that tag 18 may stand before the structure.
 */
export function readLabel(text: string): Label {
  if (text.length > 1200) throw new InvalidLabel(/\/q\/[0-9]{600}/i.test(text.slice(0, 1200)) ? 'too-long' : 'no-label');
  const [, origin, path, digits] = form.exec(text.trim()) ?? [];
  if (digits === undefined) throw new InvalidLabel('no-label');
  const cose = readDigits(digits);
  const sign1 = readSign1(cose);
  const { protectedBytes, protectedHeader, payload, signature } = sign1;
  const again = printSign1(protectedBytes, payload, signature);
  if (sign1.unprotectedHeader.size > 0) throw new InvalidLabel('header', 'unprotected');
  if (!sameBytes(sign1.isTagged ? cose.subarray(1) : cose, again)) throw new InvalidLabel('not-canonical');
  readCanonical(protectedBytes, 'header');
  for (const key of protectedHeader.keys())
    if (key !== header.algorithm && key !== header.kid)
      throw new InvalidLabel('header', typeof key === 'number' ? String(key) : 'parameter');
  const number = protectedHeader.get(header.algorithm);
  const kid = protectedHeader.get(header.kid);
  const algorithm = number === labelAlgorithms['ecdsa-p256'] ? 'ecdsa-p256' : number === labelAlgorithms.sm2 ? 'sm2' : undefined;
  if (algorithm === undefined) throw new InvalidLabel('header', 'alg');
  if (!(kid instanceof Uint8Array) || kid.length !== kidBytes) throw new InvalidLabel('header', 'kid');
  if (signature.length !== 64) throw new InvalidLabel('not-signed', 'signature');
  return {
    url: origin === undefined ? null : `${origin}${path ?? ''}`,
    digits,
    cose,
    algorithm,
    kid: toHex(kid),
    claims: readClaims(payload),
    message: signedBytes(protectedBytes, payload),
    signature,
  };
}

/** unknown-key: none of the keys has its short id, so nothing can be said · wrong-signature: those that have it did not sign this. */
export type LabelCheck<Key extends LabelKey> =
  | { readonly ok: true; readonly key: Key }
  | { readonly ok: false; readonly code: 'unknown-key' | 'wrong-signature' };

/** Which of the keys signed the label. Whether that key may sign for the issuer, and at that time, is for the chain of its certificate to say. */
export async function checkLabel<Key extends LabelKey>(
  { algorithm, kid, message, signature }: Label,
  keys: readonly Key[],
): Promise<LabelCheck<Key>> {
  const named = keys.filter((key) => key.algorithm === algorithm && kidOf(key.publicKey) === kid);
  for (const key of named) if (await checkSignature(algorithm, key.publicKey, message, signature)) return { ok: true, key };
  return { ok: false, code: named.length === 0 ? 'unknown-key' : 'wrong-signature' };
}
