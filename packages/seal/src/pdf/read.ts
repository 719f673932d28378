/** What a certificate's verifier asks of a PDF: its attachments and its signatures, read strictly and within bounds. */
import { fromUtf8, InvalidEncoding } from '../encoding.ts';
import { isDictionary, isText, nameOf, PdfDocument } from './document.ts';
import { InvalidPdf } from './invalid-pdf.ts';
import type { PdfDictionary, PdfValue } from './scanner.ts';

export { InvalidPdf, pdfFaults, type PdfFault } from './invalid-pdf.ts';
export { largestPdf } from './document.ts';

export type PdfAttachment = {
  readonly name: string;
  readonly mimeType: string;
  /** AFRelationship, such as 'Source'; empty where none is said. */
  readonly relationship: string;
  readonly bytes: Uint8Array;
};

/** A dictionary of a signature as it stands; nothing is checked but where it stands. */
export type PdfSignature = {
  /** Number of its object. */
  readonly object: number;
  readonly kind: 'signature' | 'timestamp';
  readonly subFilter: string;
  /** Start and length of the part before the signature, start and length of the part after it. */
  readonly byteRange: readonly [number, number, number, number];
  /** The hexadecimal digits of the signature and its padding, as they stand. */
  readonly contents: string;
  /** The time that the signer wrote into it ('D:20260520093000+08'00''); a statement of the signer, not a proof. */
  readonly claimedTime: string | null;
  /** Whether the ranges are exactly the file around the signature, up to some place in it. */
  readonly isWellPlaced: boolean;
  /** Whether nothing stands behind what is signed. */
  readonly coversAll: boolean;
};

export type PdfContent = { readonly attachments: readonly PdfAttachment[]; readonly signatures: readonly PdfSignature[] };

const mostAttachments = 200;
const mostSignatures = 50;
const deepestTree = 20;

/** A text string (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 behind its mark, else taken as Latin-1. */
function textOf(value: PdfValue | undefined): string | undefined {
  if (!isText(value)) return undefined;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    let text = '';
    for (let at = 2; at + 1 < Math.min(bytes.length, 4096); at += 2)
      text += String.fromCharCode((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0));
    return text;
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    try {
      return fromUtf8(bytes.subarray(3, 4096));
    } catch (error) {
      if (!(error instanceof InvalidEncoding)) throw error;
    }
  }
  return String.fromCharCode(...bytes.subarray(0, 4096));
}

/** The values of a name tree (7.9.6), its branches each read once. */
function namedFiles(document: PdfDocument, root: PdfValue | undefined): PdfValue[] {
  const found: PdfValue[] = [];
  const seen = new Set<PdfValue>();
  const walk = (node: PdfValue | undefined, depth: number): void => {
    const branch = document.resolve(node);
    if (!isDictionary(branch)) return;
    if (depth > deepestTree || seen.has(branch)) throw new InvalidPdf('too-deep', 'EmbeddedFiles');
    seen.add(branch);
    const names = document.entry(branch, 'Names');
    if (typeof names === 'object' && names?.kind === 'array')
      for (let index = 1; index < names.values.length; index += 2) found.push(names.values[index] ?? null);
    const kids = document.entry(branch, 'Kids');
    if (typeof kids === 'object' && kids?.kind === 'array') for (const kid of kids.values) walk(kid, depth + 1);
    if (found.length > mostAttachments) throw new InvalidPdf('too-much', 'EmbeddedFiles');
  };
  walk(root, 0);
  return found;
}

function attachmentOf(document: PdfDocument, specification: PdfDictionary): PdfAttachment | undefined {
  const files = document.resolve(specification.entries.get('EF'));
  if (!isDictionary(files)) return undefined;
  const reference = files.entries.get('UF') ?? files.entries.get('F');
  const bytes = document.content(reference);
  if (bytes === undefined) return undefined;
  const name = textOf(document.entry(specification, 'UF')) ?? textOf(document.entry(specification, 'F')) ?? '';
  return {
    name,
    mimeType: nameOf(document.entry(reference, 'Subtype')) ?? '',
    relationship: nameOf(document.entry(specification, 'AFRelationship')) ?? '',
    bytes,
  };
}

function attachmentsOf(document: PdfDocument): PdfAttachment[] {
  const { catalog } = document;
  const associated = document.entry(catalog, 'AF');
  const listed = [
    ...namedFiles(document, document.entry(document.entry(catalog, 'Names'), 'EmbeddedFiles')),
    ...(typeof associated === 'object' && associated?.kind === 'array' ? associated.values : []),
  ];
  if (listed.length > mostAttachments) throw new InvalidPdf('too-much', 'AF');
  const specifications = new Set(listed.map((one) => document.resolve(one)));
  return [...specifications].flatMap((one) => (isDictionary(one) ? (attachmentOf(document, one) ?? []) : []));
}

function rangeOf(value: PdfValue | undefined): readonly [number, number, number, number] | undefined {
  if (typeof value !== 'object' || value?.kind !== 'array') return undefined;
  const [a, b, c, d] = value.values;
  const isRange = value.values.length === 4 && value.values.every((one) => typeof one === 'number' && Number.isInteger(one) && one >= 0);
  return isRange ? [a as number, b as number, c as number, d as number] : undefined;
}

function signatureOf(document: PdfDocument, number: number, dictionary: PdfDictionary): PdfSignature | undefined {
  const type = nameOf(document.entry(dictionary, 'Type'));
  const isMarked = type === 'Sig' || type === 'DocTimeStamp';
  if (!isMarked && !dictionary.entries.has('ByteRange')) return undefined;
  const range = rangeOf(document.entry(dictionary, 'ByteRange'));
  const contents = dictionary.entries.get('Contents');
  const subFilter = nameOf(document.entry(dictionary, 'SubFilter')) ?? '';
  const isTimestamp = type === 'DocTimeStamp' || subFilter === 'ETSI.RFC3161';
  const claimedTime = textOf(document.entry(dictionary, 'M')) ?? null;
  const kind = isTimestamp ? 'timestamp' : 'signature';
  const whole = document.bytes.length;
  if (range === undefined || !isText(contents) || !contents.isHex || !document.standsAlone(number)) {
    return {
      object: number,
      kind,
      subFilter,
      byteRange: range ?? [0, 0, 0, 0],
      contents: '',
      claimedTime,
      isWellPlaced: false,
      coversAll: false,
    };
  }
  const [first, before, second, after] = range;
  const isWellPlaced = first === 0 && before === contents.start && second === contents.end && second + after <= whole;
  const digits = document.bytes.subarray(contents.start + 1, contents.end - 1);
  let text = '';
  for (let at = 0; at < digits.length; at += 8192) text += String.fromCharCode(...digits.subarray(at, at + 8192));
  return {
    object: number,
    kind,
    subFilter,
    byteRange: range,
    contents: text,
    claimedTime,
    isWellPlaced,
    coversAll: isWellPlaced && second + after === whole,
  };
}

function signaturesOf(document: PdfDocument): PdfSignature[] {
  const found = document.numbers().flatMap((number) => {
    const { value } = document.object(number);
    return isDictionary(value) ? (signatureOf(document, number, value) ?? []) : [];
  });
  if (found.length > mostSignatures) throw new InvalidPdf('too-much', 'signatures');
  return found.sort((a, b) => a.byteRange[2] + a.byteRange[3] - (b.byteRange[2] + b.byteRange[3]));
}

/**
 * Attachments and signatures of a PDF, the signatures in the order in which they were added. Throws InvalidPdf for a file that is cut off,
 * damaged, encrypted, too large, or unfolds to too much. Every object that is in use is looked at, so that none hides a signature.
 */
export function readPdf(bytes: Uint8Array): PdfContent {
  const document = new PdfDocument(bytes);
  return { attachments: attachmentsOf(document), signatures: signaturesOf(document) };
}
