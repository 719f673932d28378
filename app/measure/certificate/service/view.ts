import { printDcc } from '@tongheng/seal/dcc/print';
import type { CertificateRecord } from '@tongheng/seal/record';
import { signXml } from '@tongheng/seal/xml/signature';
import { signPdf } from '@tongheng/seal/pdf/signature';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { ElectronicSeal, SealPurpose } from '../../../platform/seal-service.ts';
import { signingKeyProblems } from '../../signing-key/contract/problem.ts';
import { putSeal, sealOf } from '../../signing-key/service/seal.ts';
import { signerOf, type Signer } from '../../signing-key/service/signer.ts';
import { certificateProblems } from '../contract/shapes.ts';
import * as store from '../store/view.ts';
import { sha256 } from './issue.ts';
import { printLabelOf } from './label.ts';
import { sealKeyword } from './paper/layout.ts';
import { printPaper } from './paper/print.ts';

export type ViewKind = 'dcc' | 'pdf' | 'label';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Source = {
  readonly row: store.Printable;
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

export function paperOptions(ctx: Context, row: store.Printable, dcc: Uint8Array | undefined, labelText: string) {
  return {
    ...(dcc === undefined ? {} : { dcc }),
    labelText,
    checkCode: row.checkCode,
    watermark: row.demonstration,
    form: 'whole' as const,
    lookUp: `${ctx.publicUrl}/check`,
  };
}

type Wanted = {
  readonly source: Source;
  readonly kind: ViewKind;
  readonly render: () => Promise<Uint8Array>;
  readonly seal?: ElectronicSeal | undefined;
};
type Made = Wanted & { readonly bytes: Uint8Array };

/** By number and kind. */
type Kept = ReadonlyMap<string, store.Standing>;
const keyOf = (number: string, kind: string): string => `${number} ${kind}`;
const byKey = (views: readonly store.Standing[]): Kept => new Map(views.map((one) => [keyOf(one.certificateNumber, one.kind), one]));

const keptOf = async (ctx: Context, rows: readonly store.Printable[]): Promise<Kept> =>
  byKey(
    await store.listViews(
      ctx.db,
      rows.map(({ number }) => number),
    ),
  );

const bytesOf = async (ctx: Context, { digest, content }: store.Standing): Promise<Uint8Array> =>
  content === null ? ctx.files.read(digest) : utf8(content);

/** A label is too short for a file of its own: two waits for the disk. */
const place = async (ctx: Context, { kind, bytes }: Made): Promise<Pick<store.Standing, 'digest' | 'content'>> =>
  kind === 'label' ? { digest: sha256(bytes), content: textOf(bytes) } : { digest: await ctx.files.save(bytes), content: null };

/** Keeps what was made and answers the bytes that stand: of two who made the same at once those of the first. */
async function keep(ctx: Context, made: readonly Made[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await Promise.all(
    made.map(async (one) => ({
      ...(await place(ctx, one)),
      certificateNumber: one.source.row.number,
      kind: one.kind,
      sizeBytes: one.bytes.byteLength,
      keyId: one.source.signer.keyId,
      at: ctx.now,
      seal: one.seal === undefined ? null : JSON.stringify(one.seal),
    })),
  );
  const stands = byKey(await store.keepViews(ctx.db, rows));
  const bytes = made.map(async (one, index) => {
    const key = keyOf(one.source.row.number, one.kind);
    const first = stands.get(key);
    return [key, first === undefined || first.digest === rows[index]?.digest ? one.bytes : await bytesOf(ctx, first)] as const;
  });
  return new Map(await Promise.all(bytes));
}

/** The bytes of each view as they stand afterwards, in the order in which they are wanted. */
async function standing(ctx: Context, wanted: readonly Wanted[], kept: Kept): Promise<Uint8Array[]> {
  const missing = wanted.filter(({ source, kind }) => !kept.has(keyOf(source.row.number, kind)));
  const made = await keep(ctx, await Promise.all(missing.map(async (one) => ({ ...one, bytes: await one.render() }))));
  return Promise.all(
    wanted.map(async ({ source, kind }) => {
      const key = keyOf(source.row.number, kind);
      const before = kept.get(key);
      const bytes = made.get(key) ?? (before === undefined ? undefined : await bytesOf(ctx, before));
      if (bytes === undefined) throw new RangeError(`no view ${kind} of ${source.row.number}`);
      return bytes;
    }),
  );
}

const dccOf = (source: Source): Wanted => {
  const { row, record, signer } = source;
  return {
    source,
    kind: 'dcc',
    render: async () => utf8(await signXml(printDcc(record, row.record, ['zh', 'en']), signer.chain, signer.sign)),
  };
};

const labelOf = (ctx: Context, source: Source): Wanted => ({
  source,
  kind: 'label',
  render: async () => utf8(await printLabelOf(source.record, source.row.digest, source.signer, ctx.publicUrl)),
});

/** The paper carries the DCC and the label that stand, whoever made them. */
async function paperOf(ctx: Context, source: Source, dcc: Uint8Array, label: Uint8Array): Promise<Wanted> {
  const { row, record } = source;
  const seal = await sealFor(ctx, record);
  const options = paperOptions(ctx, row, dcc, textOf(label));
  const print = async () => printPaper(record, seal === undefined ? options : { ...options, seal });
  return { source, kind: 'pdf', seal, render: async () => sealedAndSigned(ctx, await print(), source, seal) };
}

async function make(ctx: Context, sources: readonly Source[], kind: ViewKind, kept: Kept): Promise<Uint8Array[]> {
  if (kind === 'dcc') return standing(ctx, sources.map(dccOf), kept);
  const labels = sources.map((source) => labelOf(ctx, source));
  if (kind === 'label') return standing(ctx, labels, kept);
  const parts = await standing(ctx, [...sources.map(dccOf), ...labels], kept);
  const papers = sources.map((source, index) =>
    paperOf(ctx, source, parts[index] ?? new Uint8Array(), parts[sources.length + index] ?? new Uint8Array()),
  );
  return standing(ctx, await Promise.all(papers), kept);
}

/** What is signed is the record that was issued: its digest stands in the log. It was examined when it was written. */
function issuedRecord({ number, record, digest }: store.Printable): CertificateRecord {
  if (sha256(record) !== digest) throw new RangeError(`the record of ${number} does not have its digest`);
  return JSON.parse(record) as CertificateRecord;
}

/** In one order for everybody, so that two who make the same views wait for each other and neither for both. */
const inOrder = (rows: readonly store.Printable[]): store.Printable[] => rows.toSorted((a, b) => (a.number < b.number ? -1 : 1));

/** Documents of several institutes, those of one together: they are signed by one key. */
export const byInstitute = <Row extends { readonly instituteId: string }>(rows: readonly Row[]): Row[][] =>
  [...new Set(rows.map(({ instituteId }) => instituteId))].map((id) => rows.filter(({ instituteId }) => instituteId === id));

/**
 * Makes the signed views that documents of one institute lack, side by side as far as the press has threads. Nothing happens to those that have it.
 * Throws what `signerOf` throws, and for the whole of them what one seal is refused for.
 */
export async function makeViews(ctx: Context, rows: readonly store.Printable[], kind: ViewKind): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const kept = await keptOf(ctx, rows);
  const missing = inOrder(rows).filter((row) => row.format === 3 && !kept.has(keyOf(row.number, kind)));
  if (missing.length === 0) return;
  const signer = await signerOf(ctx, first.instituteId);
  await make(
    ctx,
    missing.map((row) => ({ row, record: issuedRecord(row), signer })),
    kind,
    kept,
  );
}

/** The signed view of a document: made and signed once, by whoever asks first, and the same bytes ever after. */
export async function viewOf(ctx: Context, row: store.Printable, kind: ViewKind): Promise<Uint8Array> {
  if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
  const kept = await keptOf(ctx, [row]);
  const before = kept.get(keyOf(row.number, kind));
  if (before !== undefined) return bytesOf(ctx, before);
  const source = { row, record: issuedRecord(row), signer: await signerOf(ctx, row.instituteId) };
  const [bytes] = await make(ctx, [source], kind, kept);
  if (bytes === undefined) throw new RangeError(`no view ${kind} of ${row.number}`);
  return bytes;
}
