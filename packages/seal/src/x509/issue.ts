/** Making certificates and requests for them. Keys come as a function that signs, time and serial number as arguments. */
import { toDerSignature, toUtf8 } from '../encoding.ts';
import { sha256, type Algorithm, type Sign } from '../signature.ts';
import { extensionOids, keyUsages, type Certificate, type KeyUsage } from './certificate.ts';
import { contextTag, der, derBits, derInteger, derOid, derSequence, derTime, readBits, readDer, sequenceOf, tags } from './der.ts';
import { demonstrationMark, derName, type NameType } from './name.ts';
import { derScheme } from './scheme.ts';

/** root: a city's own authority · signer: an institute's key · log: the key of the transparency log. */
export type CertificateKind = 'root' | 'signer' | 'log';
export type SubjectPart = { readonly type: NameType; readonly value: string };

export type ToCertify = {
  readonly kind: CertificateKind;
  readonly subject: readonly SubjectPart[];
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array;
  /** The authority that signs; none: the certificate signs itself. */
  readonly issuer?: Pick<Certificate, 'subject' | 'subjectKeyId'> | undefined;
  /** 8 to 20 bytes, random. */
  readonly serial: Uint8Array;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Adds the mark to the name and the extension by which verifiers refuse it as real. */
  readonly demonstration: boolean;
};

const usages: Readonly<Record<CertificateKind, readonly KeyUsage[]>> = {
  root: ['digitalSignature', 'keyCertSign', 'cRLSign'],
  signer: ['digitalSignature', 'nonRepudiation'],
  log: ['digitalSignature'],
};

function extension(oid: string, critical: boolean, value: Uint8Array): Uint8Array {
  const flag = critical ? [der(tags.boolean, new Uint8Array([0xff]))] : [];
  return derSequence(derOid(oid), ...flag, der(tags.octetString, value));
}

function derUsage(kind: CertificateKind): Uint8Array {
  const bits = usages[kind].map((usage) => keyUsages.indexOf(usage));
  const byte = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  return derBits(new Uint8Array([byte]), 7 - Math.max(...bits));
}

/** RFC 7093 §2 method 1: the first 160 bits of SHA-256 of the key's bit string. */
const subjectKeyIdOf = (spki: Uint8Array): Uint8Array => sha256(readBits(sequenceOf(readDer(spki))[1])).subarray(0, 20);

const fromHexDigits = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const marked = ({ subject, demonstration }: Pick<ToCertify, 'subject' | 'demonstration'>): readonly SubjectPart[] =>
  demonstration && !subject.some(({ value }) => value.includes(demonstrationMark))
    ? [...subject, { type: 'OU', value: demonstrationMark }]
    : subject;

/** The raw signature as X.509 holds it. */
const inX509 = (algorithm: Algorithm, raw: Uint8Array): Uint8Array => (algorithm === 'ed25519' ? raw : toDerSignature(raw));

/** A certificate in DER, signed by the key of `issuer` (or, without one, of the subject) with this algorithm. */
export async function issueCertificate(
  certify: ToCertify,
  sign: Sign,
  algorithm: Algorithm = 'ecdsa-p256',
): Promise<Uint8Array<ArrayBuffer>> {
  const { kind, issuer, spki, serial } = certify;
  if (serial.length < 8 || serial.length > 20 || (serial[0] ?? 0) >= 0x80)
    throw new RangeError('a serial number has 8 to 20 bytes and is positive');
  const subject = derName(marked(certify));
  const own = subjectKeyIdOf(spki);
  const authority = issuer === undefined ? own : issuer.subjectKeyId === null ? undefined : fromHexDigits(issuer.subjectKeyId);
  const constraints =
    kind === 'root' ? derSequence(der(tags.boolean, new Uint8Array([0xff])), derInteger(new Uint8Array([0]))) : derSequence();
  const scheme = derScheme(algorithm);
  const signed = derSequence(
    der(contextTag(0), derInteger(new Uint8Array([2]))),
    derInteger(serial),
    scheme,
    issuer === undefined ? subject : fromHexDigits(issuer.subject.der),
    derSequence(derTime(certify.notBefore), derTime(certify.notAfter)),
    subject,
    spki,
    der(
      contextTag(3),
      derSequence(
        extension(extensionOids.basicConstraints, true, constraints),
        extension(extensionOids.keyUsage, true, derUsage(kind)),
        extension(extensionOids.subjectKeyIdentifier, false, der(tags.octetString, own)),
        ...(authority === undefined
          ? []
          : [extension(extensionOids.authorityKeyIdentifier, false, derSequence(der(contextTag(0, false), authority)))]),
        ...(certify.demonstration ? [extension(extensionOids.demonstration, false, der(tags.utf8, toUtf8(demonstrationMark)))] : []),
      ),
    ),
  );
  return derSequence(signed, scheme, derBits(inX509(algorithm, await sign(signed))));
}

/** A request for a certificate (PKCS #10, RFC 2986) that proves possession of the key, for an authority elsewhere. */
export async function issueRequest(
  request: { readonly subject: readonly SubjectPart[]; readonly spki: Uint8Array; readonly demonstration: boolean },
  sign: Sign,
  algorithm: Algorithm = 'ecdsa-p256',
): Promise<Uint8Array<ArrayBuffer>> {
  const signed = derSequence(derInteger(new Uint8Array([0])), derName(marked(request)), request.spki, der(contextTag(0)));
  return derSequence(signed, derScheme(algorithm), derBits(inX509(algorithm, await sign(signed))));
}
