/** X.509 certificates (RFC 5280) as far as a signature on a certificate of measurement needs them. */
import { InvalidEncoding, toHex } from '../encoding.ts';
import { algorithmOf, sha256, type Algorithm } from '../signature.ts';
import {
  contextTag,
  expectTag,
  partsOf,
  readBits,
  readBoolean,
  readCount,
  readDer,
  readFlags,
  readInteger,
  readOid,
  readTime,
  sequenceOf,
  tags,
  type DerValue,
} from './der.ts';
import { demonstrationMark, readName, type Name } from './name.ts';
import { readScheme, type SignatureScheme } from './scheme.ts';

/** In the order of their bits (RFC 5280 §4.2.1.3). */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsages)[number];

export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  // An identifier made of a UUID (X.667), which needs no registry: "signed in a demonstration, worth nothing".
  demonstration: '2.25.228964944131592327252054777874155002368',
} as const;
const understood: ReadonlySet<string> = new Set(Object.values(extensionOids));

export type Certificate = {
  readonly der: Uint8Array;
  /** The part that is signed. */
  readonly signed: DerValue;
  /** Hexadecimal digits of the serial number. */
  readonly serial: string;
  readonly subject: Name;
  readonly issuer: Name;
  /** Instants as '2026-11-26T08:00:00Z'; the last one still counts. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array;
  /** undefined: a key of a kind that we do not sign with, as RSA. */
  readonly algorithm: Algorithm | undefined;
  /** What labels and lists name the key by. */
  readonly keyId: string;
  readonly scheme: SignatureScheme;
  /** As X.509 holds it: r and s in DER. */
  readonly signature: Uint8Array;
  readonly isAuthority: boolean;
  /** How many authorities may follow below; null: not limited. */
  readonly pathLength: number | null;
  /** null: the certificate does not say. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  /** Critical extensions that are not understood here: such a certificate must not be relied on. */
  readonly unknownCritical: readonly string[];
  readonly hasDemonstrationExtension: boolean;
};

/**
 * What labels, lists and rows name a key by: 16 hexadecimal digits, the first 8 bytes of SHA-256 of its SubjectPublicKeyInfo. It finds a key; it
 * never proves one.
 */
export const keyIdOf = (spki: Uint8Array): string => toHex(sha256(spki)).slice(0, 16);

/** SHA-256 of a certificate in groups, as people compare it aloud. */
export const fingerprintOf = (certificateDer: Uint8Array): string =>
  (toHex(sha256(certificateDer)).toUpperCase().match(/.{4}/g) ?? []).join(' ');

type Extensions = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'keyUsage' | 'subjectKeyId' | 'authorityKeyId' | 'unknownCritical' | 'hasDemonstrationExtension'
>;

function readExtensions(list: readonly DerValue[]): Extensions {
  let isAuthority = false;
  let pathLength: number | null = null;
  let keyUsage: ReadonlySet<KeyUsage> | null = null;
  let subjectKeyId: string | null = null;
  let authorityKeyId: string | null = null;
  let hasDemonstrationExtension = false;
  const unknownCritical: string[] = [];
  const seen = new Set<string>();
  for (const extension of list) {
    const [first, ...rest] = sequenceOf(extension);
    const oid = readOid(first);
    if (seen.has(oid)) throw new InvalidEncoding('an extension that stands twice');
    seen.add(oid);
    const isCritical = rest.length === 2 && readBoolean(rest[0]);
    const { content } = expectTag(rest[rest.length - 1], tags.octetString);
    if (isCritical && !understood.has(oid)) unknownCritical.push(oid);
    if (oid === extensionOids.basicConstraints) {
      const parts = sequenceOf(readDer(content));
      isAuthority = parts[0]?.tag === tags.boolean && readBoolean(parts[0]);
      const length = parts.find((part) => part.tag === tags.integer);
      pathLength = length === undefined ? null : (readCount(length) ?? 0);
    } else if (oid === extensionOids.keyUsage) {
      keyUsage = new Set([...readFlags(readDer(content))].flatMap((bit) => keyUsages[bit] ?? []));
    } else if (oid === extensionOids.subjectKeyIdentifier) {
      subjectKeyId = toHex(expectTag(readDer(content), tags.octetString).content);
    } else if (oid === extensionOids.authorityKeyIdentifier) {
      const id = sequenceOf(readDer(content)).find((part) => part.tag === contextTag(0, false));
      authorityKeyId = id === undefined ? null : toHex(id.content);
    } else if (oid === extensionOids.demonstration) hasDemonstrationExtension = true;
  }
  return { isAuthority, pathLength, keyUsage, subjectKeyId, authorityKeyId, unknownCritical, hasDemonstrationExtension };
}

/** No certificate of ours is larger than two kilobytes; foreign ones with many names stay far below this. */
const mostBytes = 65_536;

/** Reads one certificate in DER; throws InvalidEncoding for everything else. */
export function readCertificate(bytes: Uint8Array): Certificate {
  if (bytes.length > mostBytes) throw new InvalidEncoding('a certificate that is too large');
  const [signed, outerScheme, signature, ...more] = sequenceOf(readDer(bytes));
  if (more.length > 0) throw new InvalidEncoding('more than a certificate');
  const fields = sequenceOf(signed);
  // Version 3 is [0] 2; a version 1 certificate has no extensions and can be no authority.
  const hasVersion = fields[0]?.tag === contextTag(0);
  const [serial, innerScheme, issuer, validity, subject, publicKey, ...others] = hasVersion ? fields.slice(1) : fields;
  if (toHex(innerScheme?.whole ?? new Uint8Array(0)) !== toHex(outerScheme?.whole ?? new Uint8Array(1)))
    throw new InvalidEncoding('two kinds of signature in one certificate');
  const [from, until] = sequenceOf(validity);
  if (from === undefined || until === undefined || publicKey === undefined || signed === undefined)
    throw new InvalidEncoding('a certificate that is not whole');
  sequenceOf(publicKey);
  const extensions = others.find((field) => field.tag === contextTag(3));
  return {
    der: bytes,
    signed,
    serial: readInteger(serial),
    subject: readName(subject),
    issuer: readName(issuer),
    notBefore: readTime(from),
    notAfter: readTime(until),
    spki: publicKey.whole,
    algorithm: algorithmOf(publicKey.whole),
    keyId: keyIdOf(publicKey.whole),
    scheme: readScheme(outerScheme),
    signature: readBits(signature),
    ...readExtensions(extensions === undefined ? [] : sequenceOf(partsOf(extensions)[0])),
  };
}

/** Whether a certificate is one of a demonstration: by its extension, or by the mark in the name of its subject or issuer. */
export const isDemonstration = (certificate: Certificate): boolean =>
  certificate.hasDemonstrationExtension ||
  [certificate.subject, certificate.issuer].some((name) => name.parts.some((part) => part.value.includes(demonstrationMark)));
