import { printDcc } from '@tongheng/seal/dcc/print';
import { readRecord, type CertificateRecord } from '@tongheng/seal/record';
import { signXml } from '@tongheng/seal/xml/signature';
import { signPdf } from '@tongheng/seal/pdf/signature';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { ElectronicSeal, SealPurpose } from '../../../platform/seal-service.ts';
import { signingKeyProblems } from '../../signing-key/contract/problem.ts';
import { putSeal, sealOf } from '../../signing-key/service/seal.ts';
import { signerOf, type Signer } from '../../signing-key/service/signer.ts';
import { certificateProblems } from '../contract/shapes.ts';
import type { CertificateRow } from '../store/certificate.ts';
import * as store from '../store/view.ts';
import { printLabelOf } from './label.ts';
import { sealKeyword } from './paper/layout.ts';
import { printPaper } from './paper/print.ts';

export type ViewKind = 'dcc' | 'pdf' | 'label';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Source = {
  readonly row: CertificateRow;
  readonly record: CertificateRecord;
  readonly signer: Signer;
};

const purposeOf = ({ kind }: CertificateRecord): SealPurpose => (kind === 'calibration' ? 'calibration' : 'verification');

/** The seal that the institute's papers bear, where one is connected; a demonstration has none, since it is no certificate. */
async function sealFor(ctx: Context, record: CertificateRecord): Promise<ElectronicSeal | undefined> {
  if (record.demonstration) return undefined;
  const { name, creditCode } = record.institute;
  return sealOf(ctx, { institute: name, creditCode, purpose: purposeOf(record) });
}

/** The seal goes beneath, so that the signature above it covers the whole file. */
async function sealedAndSigned(
  ctx: Context,
  paper: Uint8Array,
  { row, record, signer }: Source,
  seal: ElectronicSeal | undefined,
): Promise<Uint8Array> {
  const place = { page: 1, keyword: sealKeyword(record), sideMillimetres: 42 } as const;
  const sealed = seal === undefined ? paper : await putSeal(ctx, paper, { code: seal.code, number: record.number, ...place });
  try {
    return await signPdf(sealed, signer, new Date(row.issuedAt).toISOString());
  } catch (error) {
    if (seal === undefined || !(error instanceof RangeError)) throw error;
    const detail = [`盖章后的文件无法再签名：${error.message}`, `The sealed file takes no further signature: ${error.message}`] as const;
    throw new Problem(signingKeyProblems.sealFailed, { detail });
  }
}

async function render(ctx: Context, kind: ViewKind, source: Source, seal: ElectronicSeal | undefined): Promise<Uint8Array> {
  const { row, record, signer } = source;
  switch (kind) {
    case 'dcc':
      return utf8(await signXml(printDcc(record, row.record, ['zh', 'en']), signer.chain, signer.sign));
    case 'label':
      return utf8(await printLabelOf(record, row.digest, signer, ctx.publicUrl));
    case 'pdf': {
      const [dcc, label] = [textOf(await keptOrMade(ctx, 'dcc', source)), textOf(await keptOrMade(ctx, 'label', source))];
      const options = await paperOptions(ctx, row, dcc, label);
      return sealedAndSigned(ctx, await printPaper(record, seal === undefined ? options : { ...options, seal }), source, seal);
    }
  }
}

export async function paperOptions(ctx: Context, row: CertificateRow, dcc: string | undefined, labelText: string) {
  return {
    ...(dcc === undefined ? {} : { dcc }),
    labelText,
    checkCode: row.checkCode,
    watermark: row.demonstration,
    form: 'whole' as const,
    lookUp: `${ctx.publicUrl}/check`,
  };
}

const findKept = (ctx: Context, { number }: CertificateRow, kind: ViewKind) => store.findView(ctx.db, number, kind);

async function make(ctx: Context, kind: ViewKind, source: Source): Promise<Uint8Array> {
  const { row, record, signer } = source;
  const seal = kind === 'pdf' ? await sealFor(ctx, record) : undefined;
  const bytes = await render(ctx, kind, source, seal);
  const digest = await ctx.files.save(bytes);
  const view = await store.keepView(ctx.db, {
    certificateNumber: row.number,
    kind,
    digest,
    sizeBytes: bytes.byteLength,
    keyId: signer.keyId,
    at: ctx.now,
    seal: seal === undefined ? null : JSON.stringify(seal),
  });
  return view === undefined || view.digest === digest ? bytes : ctx.files.read(view.digest);
}

async function keptOrMade(ctx: Context, kind: ViewKind, source: Source): Promise<Uint8Array> {
  const kept = await findKept(ctx, source.row, kind);
  return kept === undefined ? make(ctx, kind, source) : ctx.files.read(kept.digest);
}

/** The signed view of a document: made and signed once, by whoever asks first, and the same bytes ever after. */
export async function viewOf(ctx: Context, row: CertificateRow, kind: ViewKind): Promise<Uint8Array> {
  if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
  const kept = await findKept(ctx, row, kind);
  if (kept !== undefined) return ctx.files.read(kept.digest);
  const signer = await signerOf(ctx, row.instituteId);
  return make(ctx, kind, { row, record: readRecord(row.record), signer });
}
