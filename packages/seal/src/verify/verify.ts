/**
 * One verifier for whatever somebody holds in hands: the PDF, the XML, the text of a label, a record. It answers six questions apart, needs no
 * network and no clock, and never calls something invalid for want of knowledge.
 */
import { fromUtf8, InvalidEncoding, toUtf8 } from '../encoding.ts';
import type { Answer, Verification } from './answer.ts';
import { concluded, unread, type Evidence } from './evidence.ts';
import type { Examination, VerifyOptions } from './examination.ts';
import { kindOf, largestInput, NoCertificate, type InputKind } from './input.ts';
import { examineLabel } from './label-part.ts';
import { answerOf } from './reasons.ts';
import { examineRecord } from './record-part.ts';
import { openTrust, type Trust } from './trust.ts';

export { NoCertificate } from './input.ts';
export { InvalidTrust } from './trust.ts';
export type { Examination, VerifyOptions } from './examination.ts';

const isAnswer = (found: Evidence | Answer): found is Answer => !('form' in found);

const nothings: Readonly<Partial<Record<InputKind, readonly [zh: string, en: string]>>> = {
  package: ['这是压缩包：请先解开，给出其中的文件', 'This is a package: unpack it and give the files in it'],
  picture: ['这是图片：请先识别二维码，给出其中的文字', 'This is a picture: read its QR code and give the text'],
  unknown: [
    '不是证书：既不是 PDF、数字校准证书 XML，也不是标签二维码的文字',
    'Not a certificate: neither a PDF, nor the XML of a digital calibration certificate, nor the text of a label',
  ],
};

/**
 * Everything about a certificate: the six answers, what it says, what differs.
 *
 * Throws NoCertificate where there is none at all, InvalidTrust for a list of trusted roots that cannot be read; nothing else, whatever the bytes are.
 */
export async function examineCertificate(input: Uint8Array | string, options: VerifyOptions): Promise<Examination> {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  const trust = options.trust === undefined ? undefined : await openTrust(options.trust);
  const kind = kindOf(bytes);
  if (kind === 'package' || kind === 'picture' || kind === 'unknown') throw new NoCertificate(nothings[kind] ?? ['', '']);
  if (bytes.length > largestInput) return unread(kind, answerOf('form.tooLarge', { size: bytes.length, most: largestInput }));
  const found = await evidenceOf(kind, bytes, options, trust);
  return isAnswer(found) ? unread(kind, found) : concluded(found, options, trust);
}

function bytesOf(text: string): Uint8Array {
  try {
    return toUtf8(text);
  } catch (error) {
    if (error instanceof InvalidEncoding) throw new NoCertificate(nothings.unknown ?? ['', '']);
    throw error;
  }
}

async function evidenceOf(
  kind: Examination['kind'],
  bytes: Uint8Array,
  options: VerifyOptions,
  trust: Trust | undefined,
): Promise<Evidence | Answer> {
  if (kind === 'label') return examineLabel(fromUtf8(bytes).replace(/^\uFEFF/, ''), options, trust);
  if (kind === 'record') return examineRecord(fromUtf8(bytes), options.serial);
  // The readers of XML and PDF are large: who looks at a label does not load them.
  if (kind === 'xml') return (await import('./dcc-part.ts')).examineDcc(bytes, options);
  return (await import('./pdf-part.ts')).examinePdf(bytes, options);
}

/**
 * The six answers about a certificate: form, signature, authority, log, revocation, recomputation, each true, false, or null where it could not be
 * judged, with a reason in Chinese and English.
 *
 * @param input bytes of a PDF, of XML, of a record, or the text of a label's QR code
 */
export const verifyCertificate = async (input: Uint8Array | string, options: VerifyOptions): Promise<Verification> =>
  (await examineCertificate(input, options)).verification;
