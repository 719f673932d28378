/** What a signature may name, by its identifier (XML Signature 1.1 §6, RFC 6931); whatever is not here is refused. */
import { sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha256, type Hash } from '../signature.ts';
import type { CanonicalForm } from './document.ts';

export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#';
export const exclusiveNamespace = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const envelopedTransform = `${signatureNamespace}enveloped-signature`;
export const filter2Transform = 'http://www.w3.org/2002/06/xmldsig-filter2';
export const canonical11 = 'http://www.w3.org/2006/12/xml-c14n11';
export const sha256Digest = 'http://www.w3.org/2001/04/xmlenc#sha256';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';
const later = 'http://www.w3.org/2007/05/xmldsig-more#';
export const ecdsaSha256 = `${more}ecdsa-sha256`;

const form = (method: CanonicalForm['method'], withComments: boolean): CanonicalForm => ({ method, withComments, prefixes: [] });

export const canonicalForms: ReadonlyMap<string, CanonicalForm> = new Map<string, CanonicalForm>([
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', form('1.0', false)],
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments', form('1.0', true)],
  [canonical11, form('1.1', false)],
  [`${canonical11}#WithComments`, form('1.1', true)],
  [exclusiveNamespace, form('exclusive', false)],
  [`${exclusiveNamespace}WithComments`, form('exclusive', true)],
]);

type Digest = (bytes: Uint8Array) => Uint8Array;

export const digests: ReadonlyMap<string, Digest> = new Map<string, Digest>([
  [sha256Digest, sha256],
  [`${more}sha384`, sha384],
  ['http://www.w3.org/2001/04/xmlenc#sha512', sha512],
]);

/** Whether an identifier stands for SHA-1 or MD5, for which two documents with one digest can be made (Stevens and others, 2017). */
export const isWeak = (identifier: string): boolean => /(?:sha1|md5|dsa-sha1|ripemd160)(?:-rsa-MGF1)?$/i.test(identifier);

export type KeyScheme = { readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa'; readonly hash: Hash };

const hashes = [
  ['256', 'SHA-256'],
  ['384', 'SHA-384'],
  ['512', 'SHA-512'],
] as const;

export const keySchemes: ReadonlyMap<string, KeyScheme> = new Map<string, KeyScheme>([
  ...hashes.map(([bits, hash]): [string, KeyScheme] => [`${more}rsa-sha${bits}`, { kind: 'rsa', hash }]),
  ...hashes.map(([bits, hash]): [string, KeyScheme] => [`${later}sha${bits}-rsa-MGF1`, { kind: 'rsa-pss', hash }]),
  ...hashes.map(([bits, hash]): [string, KeyScheme] => [`${more}ecdsa-sha${bits}`, { kind: 'ecdsa', hash }]),
]);

export const hashLength: Readonly<Record<Hash, number>> = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 };
