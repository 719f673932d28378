import { readRecord } from '@tongheng/seal/record';
import type { Download } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { proofOf } from '../../transparency/service/proof.ts';
import { certificateProblems } from '../contract/shapes.ts';
import type { Bundle, viewEndpoints } from '../contract/view.ts';
import type { BundleKind, BundleState } from '../rules.ts';
import { listOf, type CertificateRow } from '../store/certificate.ts';
import * as store from '../store/view.ts';
import { getCertificate } from './card.ts';
import { packageOf } from './package.ts';
import { printPaper } from './paper/print.ts';
import { paperOptions, viewOf, type ViewKind } from './view.ts';

const types = { dcc: 'application/xml', pdf: 'application/pdf', label: 'text/plain; charset=utf-8' } as const;
const endings = { dcc: '.xml', pdf: '.pdf', label: '-label.txt' } as const;

export const downloadOf = async (ctx: Context, row: CertificateRow, kind: ViewKind): Promise<Download> => ({
  name: `${row.number}${endings[kind]}`,
  type: types[kind],
  bytes: await viewOf(ctx, row, kind),
  inPlace: kind === 'pdf',
});

export const zipDownload = async (ctx: Context, row: CertificateRow): Promise<Download> => ({
  name: `${row.number}.zip`,
  type: 'application/zip',
  bytes: await packageOf(ctx, row),
});

const toForm = (row: Awaited<ReturnType<typeof store.findForm>>) => ({
  address: row?.address ?? null,
  phone: row?.phone ?? null,
  offsetX: row?.offsetX ?? '0',
  offsetY: row?.offsetY ?? '0',
  at: row?.at ?? null,
});

const toBundle = (row: store.BundleRow): Bundle => ({
  id: row.id as Bundle['id'],
  kind: row.kind as BundleKind,
  count: row.numbers.length,
  done: row.done,
  state: row.state as BundleState,
  problem: row.problem,
  at: row.at,
});

async function getBundle(ctx: Context, id: string): Promise<store.BundleRow> {
  const row = await store.findBundle(ctx.db, ctx.caller.personId, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const viewService: Service<typeof viewEndpoints> = {
  downloadDcc: async ({ params }, ctx) => downloadOf(ctx, await getCertificate(ctx, params.number), 'dcc'),
  downloadPaper: async ({ params }, ctx) => downloadOf(ctx, await getCertificate(ctx, params.number), 'pdf'),
  downloadLabelText: async ({ params }, ctx) => downloadOf(ctx, await getCertificate(ctx, params.number), 'label'),
  downloadPackage: async ({ params }, ctx) => zipDownload(ctx, await getCertificate(ctx, params.number)),

  async downloadProof({ params }, ctx) {
    const row = await getCertificate(ctx, params.number);
    if (row.leafId === null) throw new Problem(certificateProblems.notSealed);
    const proof = await proofOf(ctx, row.leafId);
    if (proof === undefined) throw new Problem(certificateProblems.notLogged);
    return { name: `${row.number}.tlog-proof`, type: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode(proof) };
  },

  async printOverlay({ params }, ctx) {
    const row = await getCertificate(ctx, params.number);
    if (row.format !== 3) throw new Problem(certificateProblems.notSealed);
    const form = toForm(await store.findForm(ctx.db, row.instituteId));
    const label = new TextDecoder().decode(await viewOf(ctx, row, 'label'));
    const options = paperOptions(ctx, row, undefined, label);
    const offsets = { dx: Number(form.offsetX), dy: Number(form.offsetY) };
    const bytes = await printPaper(readRecord(row.record), { ...options, form: 'overlay', ...offsets });
    return { name: `${row.number}-overlay.pdf`, type: 'application/pdf', bytes, inPlace: true };
  },

  readCertificateForm: async (_call, ctx) => toForm(await store.findForm(ctx.db, ctx.caller.organizationId)),

  async setCertificateForm({ body }, ctx) {
    const { organizationId, personId } = ctx.caller;
    await store.insertForm(ctx.db, { id: ctx.newId(), instituteId: organizationId, ...body, personId, at: ctx.now });
    ctx.record({ kind: 'certificate.formSet', subject: organizationId, detail: body });
    return toForm(await store.findForm(ctx.db, organizationId));
  },

  listBundles: async (_call, ctx) => ({ items: (await store.listBundles(ctx.db, ctx.caller.personId)).map(toBundle) }),

  async requestBundle({ body }, ctx) {
    const numbers = [...new Set(body.numbers)].sort();
    const rows = await listOf(ctx.db, ctx.caller.scope, numbers);
    if (rows.length !== numbers.length) {
      const known = new Set(rows.map(({ number }) => number));
      throw new Problem(certificateProblems.unknownNumbers, {
        issues: numbers.filter((number) => !known.has(number)).map((number) => ({ path: ['numbers', number], message: number })),
      });
    }
    if (rows.some(({ format }) => format !== 3)) throw new Problem(certificateProblems.notSealed);
    const id = ctx.newId();
    const { personId, organizationId } = ctx.caller;
    await store.insertBundle(ctx.db, { id, personId, organizationId, kind: body.kind, numbers, state: 'waiting', at: ctx.now });
    ctx.record({ kind: 'certificate.bundleRequested', subject: id, detail: { kind: body.kind, count: numbers.length } });
    await ctx.later('makeCertificateBundle', { id }, { key: `certificateBundle:${id}` });
    return toBundle(await getBundle(ctx, id));
  },

  readBundle: async ({ params }, ctx) => toBundle(await getBundle(ctx, params.id)),

  async downloadBundle({ params }, ctx) {
    const row = await getBundle(ctx, params.id);
    if (row.state !== 'ready' || row.digest === null) throw new Problem(certificateProblems.notReady);
    const bytes = await ctx.files.read(row.digest);
    const isZip = row.kind === 'package';
    const name = `${isZip ? 'certificates' : 'labels'}-${row.at.slice(0, 10)}-${row.numbers.length}`;
    return isZip
      ? { name: `${name}.zip`, type: 'application/zip', bytes }
      : { name: `${name}.pdf`, type: 'application/pdf', bytes, inPlace: true };
  },
};
