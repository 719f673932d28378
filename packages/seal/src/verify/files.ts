/** Several files about one certificate: which is which is told by what is in them. */
import { sameBytes, toUtf8 } from '../encoding.ts';
import type { Examination, VerifyOptions } from './examination.ts';
import { kindOf, largestInput, NoCertificate, textOf } from './input.ts';
import { examineCertificate } from './verify.ts';
import { answerOf } from './reasons.ts';
import { revocationFormat } from './revocation-list.ts';

export type FileRole = 'certificate' | 'record' | 'proof' | 'trust' | 'revocations' | 'checkpoint' | 'picture' | 'package' | 'other';
/** `isPacked`: it came out of a package; then its list of trusted roots is not believed, since whoever made the package wrote it. */
export type GivenFile = { readonly name: string; readonly bytes: Uint8Array; readonly role: FileRole; readonly isPacked: boolean };

function roleOfText(text: string): FileRole {
  if (text.startsWith('c2sp.org/tlog-proof@')) return 'proof';
  if (text.startsWith(`${revocationFormat}\n`)) return 'revocations';
  if (/^[^\n]{1,255}\n(?:0|[1-9]\d{0,15})\n[A-Za-z0-9+/]{43}=\n/.test(text)) return 'checkpoint';
  if (!text.startsWith('{')) return 'other';
  return /"(?:roots|logKeys)"\s*:/.test(text.slice(0, 4_000_000)) && !text.includes('"tongheng-verification-record/') ? 'trust' : 'record';
}

/**
 * What a file is for.
 *
 * @example roleOf(toUtf8('c2sp.org/tlog-proof@v1\n')) // 'proof'
 */
export function roleOf(bytes: Uint8Array): FileRole {
  const kind = kindOf(bytes);
  if (kind === 'pdf' || kind === 'xml' || kind === 'label') return 'certificate';
  if (kind === 'picture' || kind === 'package') return kind;
  if (bytes.length > largestInput) return 'other';
  return roleOfText((textOf(bytes) ?? '').trimStart());
}

/** A file with what it is for; `isPacked` for one out of a package. */
export const givenFile = (name: string, bytes: Uint8Array, isPacked = false): GivenFile => ({ name, bytes, role: roleOf(bytes), isPacked });

/** A package holds a few files; what claims to be larger when unpacked is a bomb. */
const mostFiles = 40;
const largestUnpackedBytes = 64 * 1024 * 1024;
const tooLarge = [
  '压缩包解开后过大或文件过多，没有打开',
  'the package is too large unpacked, or holds too many files; it was not opened',
] as const;
const damaged = ['压缩包损坏，打不开', 'the package is damaged and cannot be opened'] as const;

/** A reader of zip files, as unzipSync of fflate: asked about each file before it is unpacked. */
export type Unzip = (
  bytes: Uint8Array,
  options: { readonly filter: (file: { readonly originalSize: number }) => boolean },
) => Readonly<Record<string, Uint8Array>>;

/** The files of a package, or the file itself. Throws NoCertificate for a package that is damaged or too large. */
export function givenFiles(name: string, bytes: Uint8Array, unzip: Unzip): readonly GivenFile[] {
  const given = givenFile(name, bytes);
  if (given.role !== 'package') return [given];
  let [count, size] = [0, 0];
  try {
    const files = unzip(bytes, {
      filter({ originalSize }) {
        [count, size] = [count + 1, size + originalSize];
        if (count > mostFiles || size > largestUnpackedBytes) throw new NoCertificate(tooLarge);
        return true;
      },
    });
    return Object.keys(files).map((one) => givenFile(one, files[one] ?? new Uint8Array(0), true));
  } catch (error) {
    if (error instanceof NoCertificate) throw error;
    throw new NoCertificate(damaged);
  }
}

const order: readonly string[] = ['pdf', 'xml', 'label'];

/** The certificate among the files: the PDF before the XML that it holds, before the code of a label. */
function chosen(files: readonly GivenFile[]): GivenFile | undefined {
  const certificates = files.filter(({ role }) => role === 'certificate');
  return certificates.sort((a, b) => order.indexOf(kindOf(a.bytes)) - order.indexOf(kindOf(b.bytes)))[0];
}

/**
 * Looks at a certificate with all that was given beside it; a list of trusted roots among the files goes before the one of `options`.
 * Throws NoCertificate and InvalidTrust.
 */
export async function examineFiles(files: readonly GivenFile[], options: VerifyOptions): Promise<Examination> {
  const textOfRole = (role: FileRole): string | undefined => {
    const found = files.find((file) => file.role === role);
    return found === undefined ? undefined : textOf(found.bytes);
  };
  const record = textOfRole('record');
  const certificate = chosen(files);
  const [proof, revocations, checkpoint] = [textOfRole('proof'), textOfRole('revocations'), textOfRole('checkpoint')];
  const believed = files.find(({ role, isPacked }) => role === 'trust' && !isPacked);
  const trust = believed === undefined ? options.trust : textOf(believed.bytes);
  const whole: VerifyOptions = {
    ...(record === undefined || certificate === undefined ? {} : { record }),
    ...(proof === undefined ? {} : { proof }),
    ...(checkpoint === undefined ? {} : { knownCheckpoint: checkpoint }),
    ...options,
    ...(trust === undefined ? {} : { trust }),
    ...(revocations === undefined ? {} : { revocations }),
  };
  if (certificate !== undefined) {
    const examination = await examineCertificate(certificate.bytes, whole);
    return withSibling(examination, certificate, files);
  }
  if (record !== undefined) return examineCertificate(toUtf8(record), whole);
  throw new NoCertificate(noneAmong(files));
}

/** A package holds the XML also by itself: it must be the one inside the PDF. */
function withSibling(examination: Examination, certificate: GivenFile, files: readonly GivenFile[]): Examination {
  const others = files.filter(({ role, bytes }) => role === 'certificate' && kindOf(bytes) === 'xml' && bytes !== certificate.bytes);
  const { attached } = examination;
  if (attached === undefined || others.every(({ bytes }) => sameBytes(bytes, attached))) return examination;
  return { ...examination, verification: { ...examination.verification, form: answerOf('form.siblingDiffers') } };
}

function noneAmong(files: readonly GivenFile[]): readonly [zh: string, en: string] {
  if (files.length === 0) return ['没有给出文件', 'no file was given'];
  const roles = new Set(files.map(({ role }) => role));
  if (roles.has('package')) return ['压缩包里还有压缩包，没有打开', 'there is a package inside the package; it was not opened'];
  if (roles.has('picture'))
    return [
      '这是照片：这里不识别照片中的二维码。请在网页“验证证书”中放入照片，或用手机扫码后给出其中的文字',
      'This is a photo, and codes in photos are not read here. Give it to the page “Verify a certificate”, or scan it with a phone and give the text',
    ];
  if (['proof', 'trust', 'revocations', 'checkpoint'].some((role) => roles.has(role as FileRole)))
    return [
      '只有证书以外的材料，缺少证书本身（PDF、XML 或二维码文字）',
      'the certificate itself is missing: its PDF, its XML or the text of its code',
    ];
  return [
    '不是证书：既不是 PDF、数字校准证书 XML，也不是标签二维码的文字',
    'not a certificate: neither a PDF, nor the XML of a digital calibration certificate, nor the text of a label',
  ];
}
