/**
 * XML signatures (XML Signature 1.1) that envelope a whole document, as a DCC carries them: made with C14N 1.1 and ECDSA of P-256, and checked
 * for whoever else made one with RSA or ECDSA of SHA-256, SHA-384 or SHA-512. Whether the signer may be believed is another question: see x509.
 */
import { XmlElement as LibraryElement, type XmlDocument } from 'libxml2-wasm';
import { sameBytes, toBase64, toUtf8 } from '../encoding.ts';
import { algorithmOf, checkForeignSignature, checkSignature, sha256, type Sign } from '../signature.ts';
import { canonical11, ecdsaSha256, envelopedTransform, hashLength, sha256Digest, signatureNamespace, type KeyScheme } from './algorithm.ts';
import { readCanonicalRoot } from './canonical-form.ts';
import { canonicalBytes, treeOf, withDocument } from './document.ts';
import { InvalidXml } from './invalid-xml.ts';
import { readSignatureForm, SignatureRefused, type SignatureFault, type SignatureForm, type Text } from './signature-form.ts';
import { curveOf, publicKeyIn } from './certificate-key.ts';

const signedInfo = (digest: string): string =>
  [
    `<ds:CanonicalizationMethod Algorithm="${canonical11}"></ds:CanonicalizationMethod>`,
    `<ds:SignatureMethod Algorithm="${ecdsaSha256}"></ds:SignatureMethod>`,
    `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${envelopedTransform}"></ds:Transform>`,
    `<ds:Transform Algorithm="${canonical11}"></ds:Transform></ds:Transforms>`,
    `<ds:DigestMethod Algorithm="${sha256Digest}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
  ].join('');

const ownNamespace = ` xmlns:ds="${signatureNamespace}"`;

/** What is signed of a signature: its canonical form says the namespaces of the root again, in their order (C14N 1.1 §2.2). */
const signedInfoOf = (digest: string, namespaces: readonly string[]): string =>
  `<ds:SignedInfo${[...namespaces, ownNamespace].sort().join('')}>${signedInfo(digest)}`;

const signatureOf = (digest: string, value: string, certificates: readonly Uint8Array[]): string =>
  [
    `<ds:Signature${ownNamespace}><ds:SignedInfo>${signedInfo(digest)}`,
    `<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data>`,
    ...certificates.map((certificate) => `<ds:X509Certificate>${toBase64(certificate)}</ds:X509Certificate>`),
    '</ds:X509Data></ds:KeyInfo></ds:Signature>',
  ].join('');

/** The elements in an element; other nodes of the library do not know their neighbours. */
const childrenOf = (element: LibraryElement): readonly LibraryElement[] =>
  element.find('*').filter((node): node is LibraryElement => node instanceof LibraryElement);

const lastElement = (document: XmlDocument): LibraryElement | undefined => {
  const children = childrenOf(document.root);
  return children[children.length - 1];
};

const childOf = (element: LibraryElement, name: string): LibraryElement | undefined =>
  childrenOf(element).find((child) => child.name === name);

/** Behind the declaration; what follows the root belongs to no canonical form. */
const instruction = /^<\?xml [^?]*\?>\n/;

/**
 * Signs a document that is in canonical form behind its declaration, as `printDcc` makes it: so what is signed is what stands there, and no
 * other program has to read it first. `chain` in DER, the signer's certificate first; `sign` makes r and s at 32 bytes each. The signature
 * becomes the last element of the root, and the same document gives the same text but for the value of the signature. Throws RangeError for
 * another form (`canonicalXml` makes this one) and for a document that is signed already.
 */
export async function signXml(xml: string, chain: readonly Uint8Array[], sign: Sign): Promise<string> {
  const start = instruction.exec(xml)?.[0].length ?? 0;
  const end = xml.endsWith('\n') ? xml.length - 1 : xml.length;
  const canonical = xml.slice(start, end);
  if (/<(?:[\w.-]+:)?Signature[ >]/.test(canonical)) throw new RangeError('the document is signed already');
  const root = readCanonicalRoot(canonical);
  if (root === undefined || root.namespaces.some((one) => one.startsWith(' xmlns:ds=')))
    throw new RangeError('only a document in canonical form is signed');
  const digest = toBase64(sha256(toUtf8(canonical)));
  const value = toBase64(await sign(toUtf8(signedInfoOf(digest, root.namespaces))));
  const before = xml.lastIndexOf('</');
  return xml.slice(0, before) + signatureOf(digest, value, chain) + xml.slice(before);
}

export type XmlSignatureCode = 'valid' | 'no-certificate' | 'unknown-key' | 'unreadable' | SignatureFault;

export type XmlSignature = {
  /** null: it could not be checked. True says only that the document is as this signer signed it. */
  readonly ok: boolean | null;
  readonly code: XmlSignatureCode;
  readonly reason: Text;
  /** Certificates in DER, the signer's first, the others as they stand there. */
  readonly signer: readonly Uint8Array[] | undefined;
  /** The time that the signer claims (XAdES); nobody else vouches for it. */
  readonly claimedTime: string | null;
};

const answer = (ok: boolean | null, code: XmlSignatureCode, zh: string, en: string): XmlSignature => ({
  ok,
  code,
  reason: [zh, en],
  signer: undefined,
  claimedTime: null,
});

/** Digests of the document without its signature, and of what the signature says of itself; then the bytes that are signed. */
function signedBytes(bytes: Uint8Array, form: SignatureForm): Uint8Array {
  const content = withDocument(bytes, (document) => {
    lastElement(document)?.remove();
    return canonicalBytes(document, form.document.form);
  });
  if (!sameBytes(form.document.digest(content), form.document.value))
    throw new SignatureRefused('changed', [
      '文件内容在签名后被改动（摘要不符）',
      'the document was changed after it was signed: the digests differ',
    ]);
  return withDocument(bytes, (document) => {
    const signature = lastElement(document);
    if (signature === undefined) throw new RangeError('the signature was there');
    // The other elements say nothing about the canonical form of one inside the signature, and would be walked through for nothing.
    for (const other of childrenOf(document.root)) if (!other.isSameNode(signature)) other.remove();
    if (form.properties !== undefined) {
      const qualifying = childOf(childOf(signature, 'Object') ?? signature, 'QualifyingProperties') ?? signature;
      const properties = canonicalBytes(childOf(qualifying, 'SignedProperties') ?? signature, form.properties.form);
      if (!sameBytes(form.properties.digest(properties), form.properties.value))
        throw new SignatureRefused('changed', [
          '签名所附说明被改动（摘要不符）',
          'what the signature says of itself was changed: the digests differ',
        ]);
    }
    return canonicalBytes(childOf(signature, 'SignedInfo') ?? signature, form.signedInfo);
  });
}

/** undefined: this place cannot compute with the key. */
async function checkWith(
  spki: Uint8Array,
  { kind, hash }: KeyScheme,
  message: Uint8Array,
  value: Uint8Array,
): Promise<boolean | undefined> {
  if (kind === 'ecdsa' && hash === 'SHA-256' && algorithmOf(spki) === 'ecdsa-p256')
    return await checkSignature('ecdsa-p256', spki, message, value);
  if (kind === 'rsa') return await checkForeignSignature({ name: 'RSASSA-PKCS1-v1_5', hash }, spki, message, value);
  if (kind === 'rsa-pss') return await checkForeignSignature({ name: 'RSA-PSS', hash, saltLength: hashLength[hash] }, spki, message, value);
  const curve = curveOf(spki);
  return curve === undefined ? undefined : await checkForeignSignature({ name: 'ECDSA', hash, curve }, spki, message, value);
}

async function judge(bytes: Uint8Array): Promise<XmlSignature> {
  const form = readSignatureForm(withDocument(bytes, treeOf));
  const { certificates, claimedTime, scheme, value } = form;
  const message = signedBytes(bytes, form);
  if (certificates.length === 0)
    return answer(
      null,
      'no-certificate',
      '签名未附证书，无从得知签名者；内容与签名中的摘要相符',
      'no certificate comes with the signature, so nobody can tell who signed; the document agrees with the digest in it',
    );
  let isUnknown = false;
  for (const certificate of certificates) {
    const key = publicKeyIn(certificate);
    const isRight = key === undefined ? undefined : await checkWith(key, scheme, message, value);
    if (isRight === true) {
      const signer = [certificate, ...certificates.filter((one) => one !== certificate)];
      return {
        ...answer(true, 'valid', '签名相符：签名后未经改动', 'the signature is right: nothing was changed since'),
        signer,
        claimedTime,
      };
    }
    isUnknown ||= isRight === undefined;
  }
  return isUnknown
    ? answer(
        null,
        'unknown-key',
        '此处不能用签名证书的密钥核验（密钥种类或曲线不受支持）',
        'this place cannot check with the key of the certificate: its kind or curve is not known here',
      )
    : answer(false, 'forged', '签名值与所附证书不符', 'the signature value is not one of the certificate that comes with it');
}

/** What is not checked is not wrong. */
const notChecked: readonly SignatureFault[] = ['filter2', 'transform', 'algorithm'];

/**
 * Checks the signature of a document. Throws nothing: a document that is no XML has the code 'unreadable', one without a signature 'none'.
 */
export async function checkXmlSignature(xml: Uint8Array | string): Promise<XmlSignature> {
  try {
    return await judge(typeof xml === 'string' ? toUtf8(xml) : xml);
  } catch (error) {
    if (error instanceof SignatureRefused) return answer(notChecked.includes(error.code) ? null : false, error.code, ...error.text);
    if (error instanceof InvalidXml) return answer(false, 'unreadable', ...error.text);
    throw error;
  }
}
