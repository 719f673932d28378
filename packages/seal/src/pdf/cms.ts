/** Signatures in CMS (RFC 5652) as PAdES uses them (ETSI EN 319 142-1): one signer, detached, the signer's certificate named in what is signed. */
import { InvalidEncoding, sameBytes, toDerSignature, toHex } from '../encoding.ts';
import { sha256, type Sign } from '../signature.ts';
import { readCertificate, type Certificate } from '../x509/certificate.ts';
import {
  contextTag,
  der,
  derInteger,
  derOid,
  derSequence,
  expectTag,
  partsOf,
  readCount,
  readDer,
  readInteger,
  readOid,
  sequenceOf,
  tags,
  type DerValue,
} from '../x509/der.ts';
import { checkScheme, derScheme, readScheme, type SignatureScheme } from '../x509/scheme.ts';
import { digestOf, type Digest } from './digest.ts';

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

export const digestOids: Readonly<Record<string, Digest>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const attribute = (oid: string, value: Uint8Array): Uint8Array => derSequence(derOid(oid), der(tags.set, value));
const byBytes = (a: Uint8Array, b: Uint8Array): number => (toHex(a) < toHex(b) ? -1 : 1);
const fromHexDigits = (digits: string): Uint8Array => Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** A signer signs many papers one after the other: its certificate is read once for each list that it stands in. */
const leaves = new WeakMap<readonly Uint8Array[], Certificate>();

function leafOf(chain: readonly Uint8Array[]): Certificate {
  const [first] = chain;
  if (first === undefined) throw new RangeError('a signature needs the certificate of its signer');
  const leaf = leaves.get(chain) ?? readCertificate(first);
  leaves.set(chain, leaf);
  return leaf;
}

/**
 * A detached signature over content with this SHA-256: `chain` in DER, the signer's certificate first. No signing time stands in it: in
 * PAdES the dictionary of the signature says it.
 */
export async function printCms(digest: Uint8Array, chain: readonly Uint8Array[], sign: Sign): Promise<Uint8Array<ArrayBuffer>> {
  const leaf = leafOf(chain);
  const sha256Identifier = derSequence(derOid(oids.sha256));
  const attributes = [
    attribute(oids.contentType, derOid(oids.data)),
    attribute(oids.messageDigest, der(tags.octetString, digest)),
    // ESSCertIDv2 (RFC 5035): SHA-256 is its default and left out.
    attribute(oids.signingCertificate, derSequence(derSequence(derSequence(der(tags.octetString, sha256(leaf.der)))))),
  ].sort(byBytes);
  const signature = toDerSignature(await sign(der(tags.set, ...attributes)));
  const signerInfo = derSequence(
    derInteger(new Uint8Array([1])),
    derSequence(fromHexDigits(leaf.issuer.der), der(tags.integer, fromHexDigits(leaf.serial))),
    sha256Identifier,
    der(contextTag(0), ...attributes),
    derScheme('ecdsa-p256'),
    der(tags.octetString, signature),
  );
  const signedData = derSequence(
    derInteger(new Uint8Array([1])),
    der(tags.set, sha256Identifier),
    derSequence(derOid(oids.data)),
    der(contextTag(0), ...[...chain].sort(byBytes)),
    der(tags.set, signerInfo),
  );
  return derSequence(derOid(oids.signedData), der(contextTag(0), signedData));
}

export type CmsFault =
  | 'unreadable'
  | 'form'
  | 'severalSigners'
  | 'noCertificate'
  | 'notCheckable'
  | 'changed'
  | 'badSignature'
  | 'otherCertificate'
  | 'badCertificate';
export type CmsAnswer = {
  readonly fault: CmsFault | null;
  /** The certificates in it, the signer's first and then each one's issuer as far as they are there; null where they could not be read. */
  readonly chain: readonly Uint8Array[] | null;
};

class Refused extends Error {
  readonly fault: CmsFault;
  constructor(fault: CmsFault) {
    super(fault);
    this.fault = fault;
  }
}
const refuse = (fault: CmsFault): never => {
  throw new Refused(fault);
};

/** An AlgorithmIdentifier whose parameters are left out or NULL (RFC 5754): nothing unsigned may stand in it. */
function plainOid(value: DerValue | undefined): string {
  const [oid, parameters, ...more] = sequenceOf(value);
  const isPlain = parameters === undefined || (parameters.tag === tags.nothing && parameters.content.length === 0);
  return isPlain && more.length === 0 ? readOid(oid) : refuse('form');
}

type SignerInfo = {
  readonly identifier: DerValue;
  readonly digest: Digest;
  readonly attributes: DerValue;
  readonly scheme: SignatureScheme;
  readonly signature: Uint8Array;
};

function schemeOf(value: DerValue | undefined, digest: Digest): SignatureScheme {
  const [oid] = sequenceOf(value);
  const name = readOid(oid);
  // RFC 3370 §3.2: rsaEncryption says only the key; the hash is that of the digest.
  if (name === oids.rsaEncryption) {
    plainOid(value);
    return { kind: 'foreign', scheme: { name: 'RSASSA-PKCS1-v1_5', hash: digest } };
  }
  const scheme = readScheme(value);
  if (!(scheme.kind === 'foreign' && scheme.scheme.name === 'RSA-PSS')) plainOid(value);
  return scheme;
}

function readSignerInfo(value: DerValue | undefined): SignerInfo {
  const [version, identifier, digestAlgorithm, attributes, scheme, signature, ...more] = sequenceOf(value);
  if (identifier === undefined || attributes === undefined) return refuse('unreadable');
  const byName = identifier.tag === tags.sequence;
  if (readCount(version) !== (byName ? 1 : 3)) refuse('form');
  if (!byName && identifier.tag !== contextTag(0, false)) refuse('form');
  if (more.length > 1 || (more.length === 1 && more[0]?.tag !== contextTag(1))) refuse('form');
  const digest = digestOids[plainOid(digestAlgorithm)] ?? refuse('notCheckable');
  expectTag(attributes, contextTag(0));
  return { identifier, digest, attributes, scheme: schemeOf(scheme, digest), signature: expectTag(signature, tags.octetString).content };
}

/** The signed attributes by name; one that stands twice or has not exactly one value is refused. */
function attributesOf(value: DerValue): ReadonlyMap<string, DerValue> {
  const found = new Map<string, DerValue>();
  for (const one of partsOf(value)) {
    const [oid, set, ...more] = sequenceOf(one);
    const name = readOid(oid);
    const [only, ...others] = partsOf(expectTag(set, tags.set));
    if (found.has(name) || more.length > 0 || only === undefined) refuse('form');
    // Attributes of others may have several values; those that are checked here have one.
    if (others.length === 0 && only !== undefined) found.set(name, only);
  }
  return found;
}

const isOf = ({ identifier }: SignerInfo, certificate: Certificate): boolean => {
  if (identifier.tag !== tags.sequence) return certificate.subjectKeyId === toHex(identifier.content);
  const [issuer, serial] = partsOf(identifier);
  return issuer !== undefined && toHex(issuer.whole) === certificate.issuer.der && readInteger(serial) === certificate.serial;
};

/** RFC 5035: the first ESSCertIDv2 names the signer's certificate. */
function namesSigner(attributeValue: DerValue, certificate: Uint8Array): boolean {
  const [first] = sequenceOf(sequenceOf(attributeValue)[0]);
  const parts = sequenceOf(first);
  const hasAlgorithm = parts[0]?.tag === tags.sequence;
  const digest = hasAlgorithm ? digestOids[plainOid(parts[0])] : 'SHA-256';
  const named = expectTag(parts[hasAlgorithm ? 1 : 0], tags.octetString).content;
  return digest === undefined ? refuse('notCheckable') : sameBytes(digestOf(digest, certificate), named);
}

const mostCertificates = 16;

/** By its names or by the identifiers of its keys: one that lost one of the two is still checked by itself. */
const signsItself = ({ subject, issuer, subjectKeyId, authorityKeyId }: Certificate): boolean =>
  subject.der === issuer.der || (subjectKeyId !== null && subjectKeyId === authorityKeyId);

/** The signer's certificate and its issuers, each checked by the next: what stands in the signature and is not signed may not be damaged. */
async function chainOf(leaf: Certificate, all: readonly Certificate[]): Promise<readonly Uint8Array[]> {
  const path = [leaf];
  for (let current = leaf; ;) {
    const isRoot = signsItself(current);
    const issuer = isRoot ? current : all.find((one) => one.subject.der === current.issuer.der && !path.includes(one));
    if (issuer === undefined) {
      // Whose certificate the others are cannot be told: one of them may have been the issuer before it was changed.
      if (path.length < all.length) refuse('badCertificate');
      break;
    }
    const holds = await checkScheme(current.scheme, issuer.spki, current.signed.whole, current.signature);
    if (holds === false) refuse('badCertificate');
    // A root may have signed itself by what is no longer used; a key of an unknown kind says nothing about who signed.
    if (holds === undefined && current.scheme.kind !== 'unknown') refuse('notCheckable');
    if (isRoot) break;
    path.push(issuer);
    current = issuer;
  }
  return path.map((one) => one.der);
}

async function check(bytes: Uint8Array, content: Uint8Array, mustName: boolean): Promise<CmsAnswer> {
  const [type, wrapped, ...behind] = sequenceOf(readDer(bytes));
  if (readOid(type) !== oids.signedData || behind.length > 0) refuse('form');
  const [signedData, ...outside] = partsOf(expectTag(wrapped, contextTag(0)));
  const [version, digests, encapsulated, ...rest] = sequenceOf(signedData);
  const certificateSet = rest.find(({ tag }) => tag === contextTag(0));
  const infos = partsOf(expectTag(rest[rest.length - 1], tags.set));
  const between = rest.slice(0, -1).map(({ tag }) => tag);
  if (outside.length > 0 || between.some((tag, index) => tag !== contextTag(index) && !(index === 0 && tag === contextTag(1))))
    refuse('form');
  if (infos.length !== 1) refuse(infos.length === 0 ? 'form' : 'severalSigners');
  const contentParts = sequenceOf(encapsulated);
  if (contentParts.length !== 1 || readOid(contentParts[0]) !== oids.data) refuse('form');
  const info = readSignerInfo(infos[0]);
  if (readCount(version) !== (info.identifier.tag === tags.sequence ? 1 : 3)) refuse('form');
  const named = partsOf(expectTag(digests, tags.set)).map(plainOid);
  if (named.length !== 1 || digestOids[named[0] ?? ''] !== info.digest) refuse('form');
  const parts = certificateSet === undefined ? [] : partsOf(certificateSet);
  if (parts.length > mostCertificates) refuse('form');
  const certificates = parts.map(({ whole }) => readCertificate(whole));
  const leaf = certificates.find((one) => isOf(info, one)) ?? refuse('noCertificate');
  const chain = [leaf.der, ...certificates.filter((one) => one !== leaf).map((one) => one.der)];
  const answer = (fault: CmsFault): CmsAnswer => ({ fault, chain });
  const attributes = attributesOf(info.attributes);
  const [contentType, messageDigest, signing] = [oids.contentType, oids.messageDigest, oids.signingCertificate].map((oid) =>
    attributes.get(oid),
  );
  if (contentType === undefined || readOid(contentType) !== oids.data || messageDigest === undefined) return answer('form');
  // What is signed is the set itself, not its place in the signer's information (RFC 5652 §5.4).
  const signed = der(tags.set, info.attributes.content);
  const holds = await checkScheme(info.scheme, leaf.spki, signed, info.signature);
  const isWhole = sameBytes(expectTag(messageDigest, tags.octetString).content, digestOf(info.digest, content));
  if (holds === undefined) return answer(isWhole ? 'notCheckable' : 'changed');
  if (!holds) return answer('badSignature');
  if (!isWhole) return answer('changed');
  if (signing === undefined ? mustName : !namesSigner(signing, leaf.der)) return answer('otherCertificate');
  const ordered = await chainOf(leaf, certificates);
  const unused = certificates.filter(({ der: one }) => !ordered.includes(one)).map((one) => one.der);
  return { fault: null, chain: [...ordered, ...unused] };
}

/**
 * Whether a detached CMS signature is one of the content; `mustName`: the signer's certificate must be named in what is signed, as
 * PAdES demands. It says nothing about whether the signer may be believed.
 */
export async function checkCms(bytes: Uint8Array, content: Uint8Array, mustName: boolean): Promise<CmsAnswer> {
  try {
    return await check(bytes, content, mustName);
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault, chain: null };
    if (error instanceof InvalidEncoding) return { fault: 'unreadable', chain: null };
    throw error;
  }
}
