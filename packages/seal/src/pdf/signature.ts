/**
 * Signatures of a PDF (PAdES, ETSI EN 319 142-1, SubFilter ETSI.CAdES.detached): made as an addition behind the file, which stays as it was, and
 * checked so that nothing in the file is left out. Whether the signer may be believed is another question: see x509.
 */
import { joinBytes, toHex, toUtf8 } from '../encoding.ts';
import { sha256, type Sign } from '../signature.ts';
import { printSeconds, secondsOf } from '../x509/instant.ts';
import { checkCms, printCms, type CmsFault } from './cms.ts';
import { isDictionary, PdfDocument } from './document.ts';
import { InvalidPdf, pdfFaults, type PdfFault } from './invalid-pdf.ts';
import { readPdf, type PdfContent, type PdfSignature } from './read.ts';
import type { PdfArray, PdfDictionary, PdfReference, PdfValue } from './scanner.ts';

type Text = readonly [zh: string, en: string];

/** Whoever signs: the chain in DER with the signer's certificate first, and the making of a raw P-256 signature of a message. */
export type PdfSigner = { readonly chain: readonly Uint8Array[]; readonly sign: Sign };

const ascii = (text: string): Uint8Array => toUtf8(text);
const pad = (number: number, digits: number): string => String(number).padStart(digits, '0');
const rangeDigits = 10;

/** 'D:20260520093000+08'00'' of an instant: the time of China, as people there read it. */
function pdfTime(at: string): string {
  const seconds = secondsOf(at);
  if (Number.isNaN(seconds)) throw new RangeError(`not an instant: ${at}`);
  return `D:${printSeconds(seconds + 8 * 3600).replace(/[-T:Z]/g, '')}+08'00'`;
}

const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && value.kind === 'reference';

/** The object with one more entry, or with one more value in its array, as its bytes stand in the file. */
function withAddition(document: PdfDocument, { number, generation }: PdfReference, addition: string, end?: number): string {
  const { value } = document.object(number);
  if (!(isDictionary(value) || isArray(value)) || !document.standsAlone(number)) throw new RangeError('a PDF of another form than our own');
  const text = (from: number, to: number): string =>
    Array.from(document.bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('');
  const at = end ?? value.end - (isArray(value) ? 1 : 2);
  return `${number} ${generation} obj\n${text(value.start, at)} ${addition}\n${text(at, value.end)}\nendobj\n`;
}

const isArray = (value: PdfValue | undefined): value is PdfArray => typeof value === 'object' && value !== null && value.kind === 'array';

/** An object as it stands in the addition. */
type Addition = readonly [object: PdfReference, text: string];

/** A reference more in a list of a dictionary, which stands in the object, or in an object of its own, or is not there yet. */
function withListed(document: PdfDocument, owner: PdfReference, name: string, field: string): Addition {
  const { value } = document.object(owner.number);
  const list = isDictionary(value) ? value.entries.get(name) : undefined;
  if (isReference(list)) return [list, withAddition(document, list, field)];
  if (isArray(list)) return [owner, withAddition(document, owner, field, list.end - 1)];
  return [owner, withAddition(document, owner, `/${name} [${field}]`)];
}

/** The form with the field in it: a form that a seal has brought stays, and gets one field more. */
function withField(document: PdfDocument, root: PdfReference, field: string): Addition {
  const form = document.catalog.entries.get('AcroForm');
  if (form === undefined) return [root, withAddition(document, root, `/AcroForm << /Fields [${field}] /SigFlags 3 >>`)];
  if (isReference(form)) return withListed(document, form, 'Fields', field);
  const fields = isDictionary(form) ? form.entries.get('Fields') : undefined;
  if (isReference(fields)) return [fields, withAddition(document, fields, field)];
  if (isArray(fields)) return [root, withAddition(document, root, field, fields.end - 1)];
  throw new RangeError('the form of the PDF has no fields');
}

function firstPage(document: PdfDocument): PdfReference {
  let node: PdfValue | undefined = document.catalog.entries.get('Pages');
  for (let depth = 0; depth < 20 && isReference(node); depth += 1) {
    const kids = document.entry(node, 'Kids');
    if (typeof kids !== 'object' || kids?.kind !== 'array') return node;
    node = kids.values[0];
  }
  throw new RangeError('a PDF without pages');
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/**
 * Signs a PDF: the same file with an addition behind it, also behind an electronic seal that is there already. `at` is the instant that the
 * signature claims, such as '2026-05-20T09:30:00+08:00'. Throws RangeError for a PDF of a form that is not added to: tables of offsets as streams, or
 * the first page or the catalogue inside of one.
 */
export async function signPdf(pdf: Uint8Array, { chain, sign }: PdfSigner, at: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PdfDocument(pdf);
  const { trailer } = document;
  const [root, size] = [trailer.entries.get('Root'), trailer.entries.get('Size')];
  const page = firstPage(document);
  if (!isReference(root) || typeof size !== 'number' || document.hasTableStream) throw new RangeError('a PDF of another form than our own');
  const [signature, field] = [size, size + 1];
  // The chain is the most of it; the rest is the attributes and the signature of a P-256 key.
  const room = chain.reduce((sum, one) => sum + one.length, 0) + 1024;
  const lead = pdf[pdf.length - 1] === 10 ? '' : '\n';
  const before = `${lead}${signature} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (${pdfTime(at)})\n/ByteRange `;
  const rangeLength = 4 * (rangeDigits + 1) + 2;
  const contentsStart = pdf.length + before.length + rangeLength + '\n/Contents '.length;
  const contentsEnd = contentsStart + 2 + 2 * room;
  const reference = `${field} 0 R`;
  const objects: readonly Addition[] = [
    // Without a place on the page: width and height are zero, so PDF/A asks for no appearance (ISO 19005-3, 6.3.3).
    [
      { kind: 'reference', number: field, generation: 0 },
      `${field} 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${field}) /V ${signature} 0 R /Rect [0 0 0 0] /F 132 /P ${page.number} ${page.generation} R >>\nendobj\n`,
    ],
    withField(document, root, reference),
    withListed(document, page, 'Annots', reference),
  ];
  let tail = '\n>>\nendobj\n';
  const offsets: (readonly [number: number, generation: number, offset: number])[] = [[signature, 0, pdf.length + lead.length]];
  for (const [{ number, generation }, text] of objects) {
    offsets.push([number, generation, contentsEnd + tail.length]);
    tail += text;
  }
  const table = contentsEnd + tail.length;
  tail += 'xref\n';
  for (const [number, generation, offset] of offsets.sort(([a], [b]) => a - b))
    tail += `${number} 1\n${pad(offset, 10)} ${pad(generation, 5)} n \n`;
  tail += `trailer\n<< /Size ${size + 2} /Root ${root.number} ${root.generation} R${infoOf(trailer)}${idOf(document, at)} /Prev ${document.newestTable} >>\n`;
  tail += `startxref\n${table}\n%%EOF\n`;
  const end = latin(tail);
  const range = [0, contentsStart, contentsEnd, end.length].map((number) =>
    pad(number, rangeDigits).replace(/^0+(?=\d)/, (zeros) => ' '.repeat(zeros.length)),
  );
  const rangeText = `${before}[${range.join(' ')}]`.padEnd(before.length + rangeLength, ' ');
  const signed = joinBytes(pdf, ascii(`${rangeText}\n/Contents `), end);
  if (signed.length !== contentsStart + end.length) throw new RangeError('the place of the signature was not kept');
  const cms = toHex(await printCms(sha256(signed), chain, sign));
  if (cms.length > 2 * room) throw new RangeError('the signature is larger than its place');
  return joinBytes(signed.subarray(0, contentsStart), ascii(`<${cms.padEnd(2 * room, '0')}>`), end);
}

function infoOf(trailer: PdfDictionary): string {
  const info = trailer.entries.get('Info');
  return isReference(info) ? ` /Info ${info.number} ${info.generation} R` : '';
}

/** The first identifier stays, the second is that of this version of the file (ISO 32000-1, 14.4). */
function idOf(document: PdfDocument, at: string): string {
  const id = document.resolve(document.trailer.entries.get('ID'));
  const [first] = typeof id === 'object' && id !== null && id.kind === 'array' ? id.values : [];
  if (typeof first !== 'object' || first === null || first.kind !== 'text') return '';
  const second = sha256(joinBytes(sha256(document.bytes), ascii(at))).subarray(0, 16);
  return ` /ID [<${toHex(first.bytes)}> <${toHex(second)}>]`;
}

const checkTexts = {
  valid: ['签名有效，覆盖整个文件', 'The signature is valid and covers the whole file'],
  unsigned: ['文件没有数字签名', 'The file has no digital signature'],
  several: ['文件有不止一个签名', 'The file has more than one signature'],
  timestamp: ['文件只有时间戳，没有签名', 'The file has a time stamp, but no signature'],
  range: ['签名声明的字节范围与签名所在位置不符', 'The ranges that the signature claims do not fit the place where it stands'],
  holdsForItsPart: ['签名对其所签部分有效', 'The signature holds for the part that it covers'],
  appended: ['签名之后文件又被追加了内容', 'Something was added to the file behind what is signed'],
  subFilter: ['签名格式不受支持', 'The form of the signature is not supported'],
  contents: ['签名数据的书写形式不规范', 'The bytes of the signature are not written in one form'],
  unreadable: ['签名数据无法读取', 'The data of the signature cannot be read'],
  form: ['签名数据不符合 CMS 规定', 'The data of the signature are not in the form that CMS demands'],
  severalSigners: ['一个签名里有多个签名人', 'There are several signers in one signature'],
  noCertificate: ['签名里没有签名人的证书', 'The certificate of the signer is missing in the signature'],
  notCheckable: ['签名使用了本机无法核验的算法', 'The signature uses an algorithm that cannot be checked here'],
  changed: ['文件内容在签名后被改动', 'The content of the file was changed after it was signed'],
  badSignature: ['签名与签名人的密钥不符', 'The signature is not one of the signer’s key'],
  otherCertificate: ['签名没有指明所附的签名人证书', 'The signature does not name the certificate of its signer'],
  badCertificate: ['签名所附的证书不成链，或被改动', 'The certificates inside the signature form no chain, or one was changed'],
  ...pdfFaults,
} as const satisfies Record<string, Text>;
export type PdfSignatureCode = keyof typeof checkTexts;

export type PdfSignatureCheck = {
  readonly ok: boolean;
  readonly code: PdfSignatureCode;
  /** Why, in both languages; with the number of the signature where there are several. */
  readonly reason: Text;
  /** The certificates in the signature, the signer's first; undefined where none could be read. */
  readonly signer: readonly Uint8Array[] | undefined;
  readonly coversAll: boolean;
  /** What the signature says about its time; a claim, not a proof. */
  readonly claimedTime: string | null;
  /** What was signed before it in the same file, such as an electronic seal: why each of them was not judged, or that it holds for its part. */
  readonly beneath: readonly Text[];
};

type Checked = Pick<PdfSignatureCheck, 'code' | 'signer' | 'coversAll' | 'claimedTime'>;

const written = ({ code, ...rest }: Checked, beneath: readonly Text[] = []): PdfSignatureCheck => ({
  ok: code === 'valid',
  code,
  reason: checkTexts[code],
  ...rest,
  beneath,
});

/** What may lie beneath a signature that covers the whole file: one that holds for its part, or one of a method that is not judged here. */
const mayLieBeneath: readonly PdfSignatureCode[] = ['appended', 'subFilter', 'notCheckable', 'noCertificate'];

/** The signature behind its digits: all small or all capital, zeros behind it and nothing else, so that no bit of the file is free. */
function cmsOf(contents: string): Uint8Array | undefined {
  if (contents.length % 2 !== 0 || !/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(contents)) return undefined;
  const head = Number.parseInt(contents.slice(2, 4), 16);
  const count = head < 0x80 ? 0 : head & 0x7f;
  if (!contents.startsWith('30') || count > 4 || head === 0x80) return undefined;
  const length = count === 0 ? head : Number.parseInt(contents.slice(4, 4 + 2 * count), 16);
  const end = 2 * (2 + count + length);
  if (end > contents.length || !/^0*$/.test(contents.slice(end))) return undefined;
  return Uint8Array.from({ length: end / 2 }, (_, index) => Number.parseInt(contents.slice(2 * index, 2 * index + 2), 16));
}

const supported: readonly string[] = ['ETSI.CAdES.detached', 'adbe.pkcs7.detached'];

async function checkOne(bytes: Uint8Array, signature: PdfSignature): Promise<Checked> {
  const { coversAll, claimedTime, subFilter, isWellPlaced, byteRange } = signature;
  const answer = (code: PdfSignatureCode, signer?: readonly Uint8Array[]): Checked => ({ code, signer, coversAll, claimedTime });
  if (!isWellPlaced) return answer('range');
  if (!supported.includes(subFilter)) return answer('subFilter');
  const cms = cmsOf(signature.contents);
  if (cms === undefined) return answer('contents');
  const [first, before, second, after] = byteRange;
  const content = joinBytes(bytes.subarray(first, first + before), bytes.subarray(second, second + after));
  const { fault, chain } = await checkCms(cms, content, subFilter === 'ETSI.CAdES.detached');
  const code: CmsFault | 'valid' = fault ?? 'valid';
  return answer(code === 'valid' && !coversAll ? 'appended' : code, chain ?? undefined);
}

function contentOf(bytes: Uint8Array): PdfContent | PdfFault {
  try {
    return readPdf(bytes);
  } catch (error) {
    if (error instanceof InvalidPdf) return error.code;
    throw error;
  }
}

/**
 * Whether the last signature of the PDF covers all of it and is one of the key in its certificate. What was signed before, such as an electronic seal,
 * may lie beneath it where nothing about it is false; it is named, and who made it is not judged. Where something is false, the reason says of each
 * signature what it is.
 */
export async function checkPdfSignature(bytes: Uint8Array): Promise<PdfSignatureCheck> {
  const content = contentOf(bytes);
  const none = { signer: undefined, coversAll: false, claimedTime: null };
  if (typeof content === 'string') return written({ code: content, ...none });
  const signatures = content.signatures.filter(({ kind }) => kind === 'signature');
  if (signatures.length === 0) return written({ code: content.signatures.length === 0 ? 'unsigned' : 'timestamp', ...none });
  const each: Checked[] = [];
  for (const signature of signatures) each.push(await checkOne(bytes, signature));
  const last = each[each.length - 1] as Checked;
  const beneath = each.slice(0, -1);
  if (beneath.length === 0 || (last.code === 'valid' && beneath.every(({ code }) => mayLieBeneath.includes(code))))
    return written(
      last,
      beneath.map(({ code }) => (code === 'appended' ? checkTexts.holdsForItsPart : checkTexts[code])),
    );
  const say = (language: 0 | 1): string =>
    each
      .map(({ code }, index) =>
        language === 0 ? `第 ${index + 1} 个：${checkTexts[code][0]}` : `No. ${index + 1}: ${checkTexts[code][1]}`,
      )
      .join(language === 0 ? '；' : '; ');
  return {
    ...written({ ...last, code: 'several' }),
    reason: [`${checkTexts.several[0]}。${say(0)}`, `${checkTexts.several[1]}. ${say(1)}`],
  };
}
