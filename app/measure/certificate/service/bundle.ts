import { readRecord } from '@tongheng/seal/record';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { listOf, type CertificateRow } from '../store/certificate.ts';
import * as store from '../store/view.ts';
import { packageOf, zipOf } from './package.ts';
import { printLabelSheet, type LabelSize, type LabelText } from './paper/print.ts';
import { byInstitute, makeViews, viewOf } from './view.ts';

/** So many documents in one job; their views are kept, so that nothing is made twice. */
const documentsAtOnce = 10;

async function toLabel(ctx: Context, row: CertificateRow): Promise<LabelText> {
  const { instrument, institute, validUntil, demonstration } = readRecord(row.record);
  return {
    labelText: new TextDecoder().decode(await viewOf(ctx, row, 'label')),
    number: row.number,
    kind: instrumentKinds[instrument.kind as InstrumentKind].text[0],
    serial: instrument.serial,
    validUntil,
    institute: institute.name,
    demonstration,
  };
}

async function assemble(ctx: Context, kind: string, rows: readonly CertificateRow[]): Promise<Uint8Array> {
  if (kind !== 'package') {
    const labels = [];
    // A label goes onto an instrument that passed and whose document is in force.
    for (const row of rows) if (row.kind === 'certificate' && row.status === 'valid') labels.push(await toLabel(ctx, row));
    if (labels.length === 0) throw new RangeError('no certificate in force is among them');
    return printLabelSheet(labels, kind.slice('label-'.length) as LabelSize, { as: 'sheet', day: ctx.today });
  }
  const files: Record<string, Uint8Array> = {};
  for (const row of rows) files[`${row.number}.zip`] = await packageOf(ctx, row);
  return zipOf(files, ctx.today);
}

/** Makes the views of the next documents, then the whole; each job is short, so that its progress shows. */
export async function makeBundle(ctx: Context, id: string): Promise<void> {
  const bundle = await store.lockBundle(ctx.db, id);
  if (bundle === undefined || bundle.state !== 'waiting') return;
  const rows = await listOf(ctx.db, { kind: 'city' }, bundle.numbers);
  const next = rows.slice(bundle.done, bundle.done + documentsAtOnce);
  for (const own of byInstitute(next)) await makeViews(ctx, own, bundle.kind === 'package' ? 'pdf' : 'label');
  if (next.length > 0) {
    await store.updateBundle(ctx.db, id, { done: bundle.done + next.length });
    return ctx.later('makeCertificateBundle', { id }, { key: `certificateBundle:${id}` });
  }
  try {
    await store.updateBundle(ctx.db, id, { state: 'ready', digest: await ctx.files.save(await assemble(ctx, bundle.kind, rows)) });
  } catch (error) {
    if (!(error instanceof Problem) && !(error instanceof RangeError)) throw error;
    const problem = error instanceof Problem ? error.definition.text[0] : '所选证书中没有有效的合格证书';
    await store.updateBundle(ctx.db, id, { state: 'failed', problem });
  }
}
