import { printDcc } from '@tongheng/seal/dcc/print';
import { readRecord, type CertificateRecord } from '@tongheng/seal/record';
import { signXml } from '@tongheng/seal/xml/signature';
import { signPdf } from '@tongheng/seal/pdf/signature';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { signerOf, type Signer } from '../../signing-key/service/signer.ts';
import { certificateProblems } from '../contract/shapes.ts';
import type { CertificateRow } from '../store/certificate.ts';
import * as store from '../store/view.ts';
import { printLabelOf } from './label.ts';
import { printPaper } from './paper/print.ts';

export type ViewKind = 'dcc' | 'pdf' | 'label';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Source = { readonly row: CertificateRow; readonly record: CertificateRecord; readonly signer: Signer };

async function render(ctx: Context, kind: ViewKind, { row, record, signer }: Source): Promise<Uint8Array> {
  switch (kind) {
    case 'dcc':
      return utf8(await signXml(printDcc(record, row.record, ['zh', 'en']), signer.chain, signer.sign));
    case 'label':
      return utf8(await printLabelOf(record, row.digest, signer, ctx.publicUrl));
    case 'pdf': {
      const dcc = textOf(await viewOf(ctx, row, 'dcc'));
      const label = textOf(await viewOf(ctx, row, 'label'));
      return signPdf(await printPaper(record, await paperOptions(ctx, row, dcc, label)), signer, new Date(row.issuedAt).toISOString());
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

/** The signed view of a document: made and signed once, by whoever asks first, and the same bytes ever after. */
export async function viewOf(ctx: Context, row: CertificateRow, kind: ViewKind): Promise<Uint8Array> {
  if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
  const kept = await store.findView(ctx.db, row.number, kind);
  if (kept !== undefined) return ctx.files.read(kept.digest);
  const signer = await signerOf(ctx, row.instituteId);
  const bytes = await render(ctx, kind, { row, record: readRecord(row.record), signer });
  const digest = await ctx.files.save(bytes);
  const view = await store.keepView(ctx.db, {
    certificateNumber: row.number,
    kind,
    digest,
    sizeBytes: bytes.byteLength,
    keyId: signer.keyId,
    at: ctx.now,
  });
  return view === undefined || view.digest === digest ? bytes : ctx.files.read(view.digest);
}
