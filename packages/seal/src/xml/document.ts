/**
 * Reading of XML by libxml2 within bounds: no document type, no entities but the five of XML, nothing from the network and no file. What is
 * read is the canonical form (C14N without comments) and nothing else, so that what is shown is what a signature covers.
 */
import { ParseOption, XmlC14NMode, XmlDocument, XmlError, XmlLibError } from 'libxml2-wasm';
import { inReadableEncoding } from './encoding.ts';
import { InvalidXml } from './invalid-xml.ts';
import { refuseExcess, xmlBounds } from './scan.ts';
import { readCanonical, type XmlElement } from './tree.ts';
import { joinBytes } from '../encoding.ts';

const safe =
  ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NO_SYS_CATALOG | ParseOption.XML_PARSE_BIG_LINES;

function refusalOf(error: XmlError): InvalidXml {
  const detail = error instanceof XmlLibError ? error.details.find(({ level }) => level >= 2) : undefined;
  const said = (detail?.message ?? error.message).trim().split('\n')[0] ?? '';
  const place = detail === undefined ? '' : `line ${detail.line}, column ${detail.col}`;
  if (said.startsWith('Resource limit exceeded'))
    return new InvalidXml('text-too-long', place, ['一处文本过长（上限 10 MB）', 'a text is too long (more than 10 MB)']);
  if (said.startsWith('Excessive depth')) return new InvalidXml('too-deep', place, ['嵌套过深', 'elements are nested too deep']);
  if (/encod|UTF-8/i.test(said))
    return new InvalidXml('encoding', place, ['字节与字符编码不符', `the bytes are not in their encoding: ${said}`]);
  return new InvalidXml('not-well-formed', place, [`不是完整、格式正确的 XML：${said}`, `not well-formed XML: ${said}`]);
}

/** Whether an error is the library's own; anything else is a fault of the program. */
const isRefusal = (error: unknown): error is XmlError => error instanceof XmlError;

/** Opens a document, hands it to `use` and frees its memory afterwards. Throws InvalidXml. */
export function withDocument<T>(bytes: Uint8Array, use: (document: XmlDocument) => T): T {
  if (bytes.length > xmlBounds.bytes) {
    const most = `${xmlBounds.bytes / 1_048_576} MiB`;
    throw new InvalidXml('too-large', '', [`文件超过 ${most}`, `the file is larger than ${most}`]);
  }
  const readable = inReadableEncoding(bytes);
  refuseExcess(readable);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(readable, { option: safe });
  } catch (error) {
    if (isRefusal(error)) throw refusalOf(error);
    throw error;
  }
  try {
    if (document.dtd !== null) throw new InvalidXml('doctype', '', ['含文档类型声明', 'there is a document type declaration']);
    return use(document);
  } finally {
    document.dispose();
  }
}

export type CanonicalForm = {
  readonly method: '1.0' | '1.1' | 'exclusive';
  readonly withComments: boolean;
  /** Prefixes that the exclusive form treats as the inclusive one does; '#default' is none. */
  readonly prefixes: readonly string[];
};

const modes = {
  '1.0': XmlC14NMode.XML_C14N_1_0,
  '1.1': XmlC14NMode.XML_C14N_1_1,
  exclusive: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
} as const;

/** What canonical form is taken of: a whole document, or an element with what is in it. */
type Source = Pick<XmlDocument, 'canonicalize'>;

/** The canonical bytes of a document or of one element in its place. */
export function canonicalBytes(source: Source, { method, withComments, prefixes }: CanonicalForm): Uint8Array {
  const parts: Uint8Array[] = [];
  const write = (part: Uint8Array): number => {
    parts.push(part.slice());
    return part.length;
  };
  const inclusive = method === 'exclusive' && prefixes.length > 0 ? { inclusiveNamespacePrefixes: [...prefixes] } : {};
  canonically(() => source.canonicalize({ write, close: () => true }, { mode: modes[method], withComments, ...inclusive }));
  return joinBytes(...parts);
}

/** C14N has no form for a namespace that is a relative address (C14N 1.0 §1.3). */
function canonically<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new InvalidXml('not-well-formed', '', [
      '没有规范形式：命名空间须为绝对 URI',
      'there is no canonical form: a namespace must be an absolute URI',
    ]);
  }
}

const plain: CanonicalForm = { method: '1.1', withComments: false, prefixes: [] };

/** The tree of an open document, from its canonical form. */
export const treeOf = (document: XmlDocument): XmlElement =>
  readCanonical(canonically(() => document.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_1 })));

/** The elements of a document. Throws InvalidXml with the place and the reason. @example readXml(toUtf8('<a>1<!-- 2 -->3</a>')).children // ['13'] */
export const readXml = (bytes: Uint8Array): XmlElement => withDocument(bytes, treeOf);

/** The whole document in canonical form. Throws InvalidXml. @example fromUtf8(canonicalXml(toUtf8("<a b='1'/>"))) // '<a b="1"></a>' */
export const canonicalXml = (bytes: Uint8Array, form: CanonicalForm = plain): Uint8Array =>
  withDocument(bytes, (document) => canonicalBytes(document, form));
