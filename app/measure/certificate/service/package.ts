import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { ElectronicSeal } from '../../../platform/seal-service.ts';
import { signedTrust } from '../../signing-key/service/trust.ts';
import { proofOf } from '../../transparency/service/proof.ts';
import { certificateProblems } from '../contract/shapes.ts';
import type { CertificateRow } from '../store/certificate.ts';
import { findView } from '../store/view.ts';
import { newestRevocations } from './revocation-list.ts';
import { viewOf } from './view.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const stampedPaper = '以加盖印章的纸质证书为准。 The paper with the seal of the institute is what counts.';
const sealedFile = (name: string, authority: string): string =>
  `certificate.pdf 加盖电子印章：${name}，${authority}；请用印章提供方的阅读器查验。 It bears an electronic seal: look at it with the reader of the seal’s provider.`;

const readMe = (row: CertificateRow, whatCounts: string): string => `\
${row.number}

本压缩包内的文件足以在没有网络、也不信任本平台的情况下核验这份证书。
The files of this archive are enough to check this certificate without a network and without trusting the platform.

certificate.pdf          证书（PDF/A-3，已签名，内含 certificate.xml） · the certificate, signed, with certificate.xml inside
certificate.xml          数字校准证书 DCC 3.3.0，已签名，内含 record.json · the digital calibration certificate, signed
record.json              原始记录（RFC 8785 规范 JSON），SHA-256 ${row.digest}
label.txt                合格标签二维码的内容 · the text of the QR code of the label
certificate.tlog-proof   透明日志证明（C2SP tlog-proof） · the proof that the transparency log holds it
trust.json               信任根、日志密钥、见证方 · roots, keys of the log, witnesses
revocations.txt          作废清单（签名），截至打包时 · the signed list of what was revoked, as of the making of this archive

用「通衡」核验页或 tongheng certificate verify certificate.pdf 核验。信任根请从可靠渠道另行核对：压缩包自带的信任根只说明包内文件彼此一致。
Check with the verification page or \`tongheng certificate verify certificate.pdf\`. Compare the roots with those from a source you trust:
roots that come along with a certificate only show that the files agree with each other.

签名有效不等于数值可信；标签的二维码可被复制，请核对器具上的出厂编号与封印编号。
A valid signature does not make a value plausible. A label can be copied: compare the serial number and the seal on the instrument.
${whatCounts}
`;

/** Everything that a stranger needs to check the certificate, as files. Throws while its leaf waits for its place. */
export async function filesOf(ctx: Context, row: CertificateRow): Promise<Record<string, Uint8Array>> {
  const proof = row.leafId === null ? undefined : await proofOf(ctx, row.leafId);
  if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
  if (proof === undefined) throw new Problem(certificateProblems.notLogged);
  const paper = await viewOf(ctx, row, 'pdf');
  const seal = (await findView(ctx.db, row.number, 'pdf'))?.seal as ElectronicSeal | null | undefined;
  return {
    'certificate.pdf': paper,
    'certificate.xml': await viewOf(ctx, row, 'dcc'),
    'record.json': utf8(row.record),
    'label.txt': await viewOf(ctx, row, 'label'),
    'certificate.tlog-proof': utf8(proof),
    'trust.json': utf8(JSON.stringify(await signedTrust(ctx), null, 1)),
    'revocations.txt': utf8(await newestRevocations(ctx)),
    'README.txt': utf8(readMe(row, seal ? sealedFile(seal.name, seal.authority) : stampedPaper)),
  };
}

/** A zip with the day of the document as the time of its entries, so that the same files give the same archive. */
export async function zipOf(files: Record<string, Uint8Array>, day: string): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  return zipSync(files, { level: 6, mtime: `${day}T00:00:00` });
}

export const packageOf = async (ctx: Context, row: CertificateRow): Promise<Uint8Array> => zipOf(await filesOf(ctx, row), row.issuedOn);
