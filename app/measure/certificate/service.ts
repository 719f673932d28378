import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { findLeaf } from '../transparency/service/append.ts';
import { approve } from '../verification/service/approval.ts';
import { certificateProblems, type certificateEndpoints } from './contract.ts';
import { verdictOf, type CertificateStatus, type DocumentKind } from './rules.ts';
import { getCertificate, toCard, toCertificate } from './service/card.ts';
import { issue } from './service/issue.ts';
import { lifeService } from './service/life.ts';
import { lotService } from './service/lot.ts';
import { holdReserved, numberService } from './service/number.ts';
import { isSame, publicViewService } from './service/public-view.ts';
import { recomputationService } from './service/recomputation.ts';
import { viewService } from './service/download.ts';
import * as store from './store/certificate.ts';

const indexOf = async (ctx: Context, leafId: string | null): Promise<number | null> =>
  leafId === null ? null : ((await findLeaf(ctx, leafId))?.index ?? null);

export const certificateService: Service<typeof certificateEndpoints> = {
  async approveVerification({ params }, ctx) {
    const number = await issue(ctx, await approve(ctx, params.id));
    return toCard(await getCertificate(ctx, number), ctx);
  },

  async approveUnderReservedNumber({ params, body }, ctx) {
    const approved = await approve(ctx, params.id);
    if (approved.row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    if (Number(body.number.slice(-11, -7)) !== Number(ctx.today.slice(0, 4))) throw new Problem(certificateProblems.notReserved);
    await holdReserved(ctx, body.number);
    const number = await issue(ctx, approved, { reserved: body.number });
    return toCard(await getCertificate(ctx, number), ctx);
  },

  async listCertificates({ query }, ctx) {
    const { rows, total } = await store.listCertificates(ctx.db, ctx.caller.scope, query, ctx.today);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toCard(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.issuedAt, id: last.id }) : null,
      total,
    };
  },

  async readCertificate({ params }, ctx) {
    const row = await getCertificate(ctx, params.number);
    return { ...(await toCertificate(row, ctx)), timeline: await timelineOf(ctx, row.number) };
  },

  async lookUpCertificate({ params, query }, ctx) {
    const row = await store.findAnywhere(ctx.db, params.number);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    const exists = { exists: true as const, number: row.number };
    const { check } = query;
    if (check === undefined || !(isSame(check.toUpperCase(), row.checkCode) || isSame(check, row.serial))) return exists;
    const { kind, name, model, serial } = toCard(row, ctx).instrument;
    return {
      ...exists,
      document: row.kind as DocumentKind,
      kind,
      name,
      model,
      serial,
      verdict: verdictOf(row.kind as DocumentKind),
      dates: { testedOn: row.testedOn, issuedOn: row.issuedOn, validUntil: row.validUntil },
      institute: row.instituteName,
      status: row.status as CertificateStatus,
      logIndex: await indexOf(ctx, row.leafId),
      demonstration: row.demonstration,
    };
  },

  ...lifeService,
  ...viewService,
  ...numberService,
  ...lotService,
  ...recomputationService,
  ...publicViewService,
};
