/**
 * The form of a signature, before anything of it is computed: one signature, in its place, over the whole document, by algorithms that are
 * allowed. Each refusal has its own reason.
 */
import { fromBase64, InvalidEncoding } from '../encoding.ts';
import {
  canonicalForms,
  digests,
  envelopedTransform,
  exclusiveNamespace,
  filter2Transform,
  isWeak,
  keySchemes,
  signatureNamespace,
  type KeyScheme,
} from './algorithm.ts';
import type { CanonicalForm } from './document.ts';
import { elementAt, elementOf, elementsOf, everyElement, textOf, type XmlElement } from './tree.ts';

export type Text = readonly [zh: string, en: string];

/** A signature that is refused; the code is of a closed list, the reason is for people. */
export class SignatureRefused extends Error {
  readonly code: SignatureFault;
  readonly text: Text;
  constructor(code: SignatureFault, text: Text) {
    super(text[1]);
    this.name = 'SignatureRefused';
    this.code = code;
    this.text = text;
  }
}

export type SignatureFault =
  | 'none'
  | 'several'
  | 'misplaced'
  | 'duplicate-id'
  | 'malformed'
  | 'reference'
  | 'transform'
  | 'filter2'
  | 'algorithm'
  | 'weak'
  | 'changed'
  | 'forged';

export type Reference = { readonly form: CanonicalForm; readonly digest: (bytes: Uint8Array) => Uint8Array; readonly value: Uint8Array };

export type SignatureForm = {
  readonly signedInfo: CanonicalForm;
  readonly scheme: KeyScheme;
  readonly document: Reference;
  /** What a XAdES signature says of itself, such as when it was made. */
  readonly properties: Reference | undefined;
  readonly value: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  /** The time that the signer claims; null: none is signed. */
  readonly claimedTime: string | null;
};

const xadesNamespace = 'http://uri.etsi.org/01903/v1.3.2#';
const mostCertificates = 20;

const refuse = (code: SignatureFault, zh: string, en: string): never => {
  throw new SignatureRefused(code, [zh, en]);
};

const isSignature = (element: { readonly name: string; readonly namespace: string }): boolean =>
  element.name === 'Signature' && element.namespace === signatureNamespace;

/** The one signature of a document, as the last element of its root, where the schema has it. */
function onlySignature(root: XmlElement): XmlElement {
  const signatures = everyElement(root).filter(isSignature);
  const [signature] = signatures;
  if (signature === undefined) return refuse('none', '文件没有签名', 'the document is not signed');
  if (signatures.length > 1)
    refuse(
      'several',
      `文件有 ${signatures.length} 个签名，无法断定哪一个有效`,
      `the document has ${signatures.length} signatures; which one counts cannot be told`,
    );
  const children = elementsOf(root);
  if (children[children.length - 1] !== signature || signature === root)
    refuse(
      'misplaced',
      '签名不在根元素末尾的规定位置，可能被嵌套改造',
      'the signature is not the last element of the root, where it belongs: it may be wrapped',
    );
  return signature;
}

function refuseDuplicateIds(root: XmlElement): void {
  const seen = new Set<string>();
  for (const { attributes } of everyElement(root)) {
    const own = new Set(['id', 'Id', 'ID', '{http://www.w3.org/XML/1998/namespace}id'].flatMap((name) => attributes.get(name) ?? []));
    for (const id of own) {
      if (seen.has(id)) refuse('duplicate-id', `标识“${id.slice(0, 60)}”重复`, `the id “${id.slice(0, 60)}” stands twice`);
      seen.add(id);
    }
  }
}

const algorithmOf = (element: XmlElement | undefined): string => element?.attributes.get('Algorithm') ?? '';

function weakOrUnknown(identifier: string): never {
  if (isWeak(identifier))
    return refuse(
      'weak',
      `签名使用 SHA-1 一类的摘要算法（${identifier}），可以伪造，不予采信`,
      `the signature uses a digest such as SHA-1 (${identifier}), which can be forged; it is not trusted`,
    );
  return refuse('algorithm', `不支持的算法：${identifier || '未写明'}`, `an algorithm that is not allowed: ${identifier || 'none named'}`);
}

function formOf(element: XmlElement): CanonicalForm | undefined {
  const form = canonicalForms.get(algorithmOf(element));
  if (form?.method !== 'exclusive') return form;
  const list = elementsOf(element, 'InclusiveNamespaces').find(({ namespace }) => namespace === exclusiveNamespace);
  const prefixes = (list?.attributes.get('PrefixList') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
  return { ...form, prefixes };
}

const bare: CanonicalForm = { method: '1.0', withComments: false, prefixes: [] };

function bytesIn(element: XmlElement | undefined, zh: string, en: string): Uint8Array {
  try {
    const bytes = fromBase64(textOf(element).replace(/[ \t\r\n]/g, ''));
    return bytes.length === 0 ? refuse('malformed', `${zh}缺失`, `${en} is missing`) : bytes;
  } catch (error) {
    if (error instanceof InvalidEncoding) return refuse('malformed', `${zh}不是 Base64`, `${en} is not base 64`);
    throw error;
  }
}

/** The canonical form in which a reference is digested; a reference inside a document never has its comments (XML Signature 1.1 §4.4.3.3). */
function transformed(reference: XmlElement, isDocument: boolean): CanonicalForm {
  let form: CanonicalForm | undefined;
  let isEnveloped = false;
  const transforms = elementsOf(elementOf(reference, 'Transforms'));
  for (const transform of transforms) {
    const name = algorithmOf(transform);
    if (name === filter2Transform)
      refuse(
        'filter2',
        '签名用 XPath Filter 2.0 选取内容（xmldsig-filter2），被签名的部分不能从文件看出，不予核验',
        'the signature picks what it covers by XPath Filter 2.0 (xmldsig-filter2); what is signed cannot be seen from the document, so it is not checked',
      );
    const canonical = formOf(transform);
    if (name === envelopedTransform && isDocument && !isEnveloped && form === undefined) isEnveloped = true;
    else if (canonical !== undefined && form === undefined) form = { ...canonical, withComments: false };
    else refuse('transform', `不允许的变换：${name || '未写明'}`, `a transform that is not allowed: ${name || 'none named'}`);
  }
  if (isDocument && !isEnveloped)
    refuse(
      'transform',
      '缺少 enveloped-signature 变换，签名不可能成立',
      'the enveloped-signature transform is missing; the signature cannot hold',
    );
  return form ?? bare;
}

function readReference(reference: XmlElement, isDocument: boolean): Reference {
  const method = algorithmOf(elementOf(reference, 'DigestMethod'));
  const digest = digests.get(method) ?? weakOrUnknown(method);
  return {
    form: transformed(reference, isDocument),
    digest,
    value: bytesIn(elementOf(reference, 'DigestValue'), '摘要值', 'the digest value'),
  };
}

/** One reference to the whole document, and at most one to the signed properties of XAdES inside this signature. */
function referencesOf(signedInfo: XmlElement, signature: XmlElement) {
  const references = elementsOf(signedInfo, 'Reference');
  if (references.length > 20) return refuse('reference', '签名的引用过多', 'the signature has too many references');
  const whole = references.filter(({ attributes }) => attributes.get('URI') === '');
  const others = references.filter((one) => !whole.includes(one));
  // A selection by filter2 is told first: it is why such a document cannot be checked, whatever else it refers to.
  for (const one of references)
    if (elementsOf(elementOf(one, 'Transforms')).some((transform) => algorithmOf(transform) === filter2Transform)) transformed(one, true);
  const [document] = whole;
  if (document === undefined || whole.length > 1 || others.length > 1)
    return refuse(
      'reference',
      '签名应且只应引用整个文件（URI=""）一次',
      'the signature must refer to the whole document (URI="") once, and to nothing else',
    );
  const [other] = others;
  const properties = elementAt(signature, 'Object', 'QualifyingProperties', 'SignedProperties');
  if (other === undefined) return { document: readReference(document, true), properties: undefined, claimed: undefined };
  const isOwn =
    properties?.namespace === xadesNamespace &&
    other.attributes.get('Type') === 'http://uri.etsi.org/01903#SignedProperties' &&
    other.attributes.get('URI') === `#${properties.attributes.get('Id') ?? ''}` &&
    everyElement(signature).filter(({ name, namespace }) => name === 'SignedProperties' && namespace === xadesNamespace).length === 1;
  if (!isOwn) refuse('reference', '签名引用了整个文件以外的内容', 'the signature refers to something other than the whole document');
  return { document: readReference(document, true), properties: readReference(other, false), claimed: properties };
}

/** Reads the signature of a document; throws SignatureRefused with the reason. */
export function readSignatureForm(root: XmlElement): SignatureForm {
  const signature = onlySignature(root);
  refuseDuplicateIds(root);
  const parts = elementsOf(signature).map(({ name }) => name);
  const isWhole = parts[0] === 'SignedInfo' && parts[1] === 'SignatureValue' && parts.filter((name) => name === 'KeyInfo').length <= 1;
  const isKnown = parts.slice(2).every((name, index) => name === 'Object' || (name === 'KeyInfo' && index === 0));
  if (!isWhole || !isKnown) refuse('malformed', '签名的结构不完整', 'the signature is not whole');
  const signedInfo = elementOf(signature, 'SignedInfo');
  if (signedInfo === undefined) return refuse('malformed', '签名的结构不完整', 'the signature is not whole');
  const { document, properties, claimed } = referencesOf(signedInfo, signature);
  const method = elementOf(signedInfo, 'CanonicalizationMethod');
  const form = method && formOf(method);
  const scheme = algorithmOf(elementOf(signedInfo, 'SignatureMethod'));
  const certificates = elementsOf(elementOf(signature, 'KeyInfo'), 'X509Data').flatMap((data) => elementsOf(data, 'X509Certificate'));
  if (certificates.length > mostCertificates) refuse('malformed', '证书过多', 'there are too many certificates');
  return {
    signedInfo: form ?? weakOrUnknown(algorithmOf(method)),
    scheme: keySchemes.get(scheme) ?? weakOrUnknown(scheme),
    document,
    properties,
    value: bytesIn(elementOf(signature, 'SignatureValue'), '签名值', 'the signature value'),
    certificates: certificates.map((one) => bytesIn(one, '证书', 'a certificate')),
    claimedTime: textOf(elementAt(claimed, 'SignedSignatureProperties', 'SigningTime')) || null,
  };
}
