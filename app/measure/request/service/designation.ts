import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { requestProblems, type Designation, type requestEndpoints } from '../contract.ts';
import { nextLevel } from '../rules.ts';
import * as store from '../store/designation.ts';

const toDesignation = (row: store.DesignationRow, ctx: Context): Designation =>
  ({
    id: row.id,
    region: row.region,
    instrumentKind: row.instrumentKind,
    institute: { id: row.instituteId, name: row.instituteName },
    documentNumber: row.documentNumber,
    validFrom: row.validFrom,
    validTo: row.validTo,
    authority: row.authorityName,
    ending: row.endingDocumentNumber === null ? null : { documentNumber: row.endingDocumentNumber, reason: row.endingReason ?? '' },
    demonstration: row.demonstration,
    mayEnd: row.validTo === null && mayDesignate(ctx, row.region),
  }) as Designation;

const mayDesignate = (ctx: Context, region: string): boolean =>
  ctx.caller.permits.has('request.designate') && reaches(ctx.caller.scope, { organizations: [], region });

/** Who serves a kind of instrument used in a region, and by which document. */
export async function designatedFor(ctx: Context, region: string, instrumentKind: string, day = ctx.today) {
  const row = await store.findDesignationOn(ctx.db, region, instrumentKind, day);
  return (
    row && {
      id: row.id,
      institute: { id: row.instituteId, name: row.instituteName },
      region: row.region,
      documentNumber: row.documentNumber,
    }
  );
}

/** The nearest higher level whose designated institute is another one. */
export async function designatedAbove(ctx: Context, region: string, instrumentKind: string, except: string) {
  for (let level = nextLevel(region); level !== undefined; level = nextLevel(level)) {
    const found = await designatedFor(ctx, level, instrumentKind);
    if (found !== undefined && found.institute.id !== except) return found;
  }
  return undefined;
}

/** The designation that an earlier step rested on. */
export const findDesignation = (ctx: Pick<Context, 'db'>, id: string) => store.findDesignation(ctx.db, id);

type Part = 'listDesignations' | 'designateInstitute' | 'endDesignation';

export const designationService: Pick<Service<typeof requestEndpoints>, Part> = {
  async listDesignations({ query }, ctx) {
    const { rows, total } = await store.listDesignations(ctx.db, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toDesignation(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async designateInstitute({ body }, ctx) {
    if (!mayDesignate(ctx, body.region)) throw new Problem(platformProblems.forbidden);
    if (!(await store.isInstitute(ctx.db, body.instituteId))) throw new Problem(requestProblems.notAnInstitute);
    const id = ctx.newId();
    const inserted = await store.insertDesignation(ctx.db, {
      ...body,
      id,
      authorityId: ctx.caller.organizationId,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (!inserted) throw new Problem(requestProblems.designatedAlready);
    ctx.record({
      kind: 'designation.recorded',
      subject: id,
      detail: { region: body.region, instrumentKind: body.instrumentKind, institute: body.instituteId, document: body.documentNumber },
    });
    const row = await store.findDesignation(ctx.db, id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    return toDesignation(row, ctx);
  },

  async endDesignation({ params, body }, ctx) {
    const before = await store.findDesignation(ctx.db, params.id);
    if (before === undefined) throw new Problem(platformProblems.notFound);
    if (!mayDesignate(ctx, before.region)) throw new Problem(platformProblems.forbidden);
    const locked = await store.lockDesignation(ctx.db, params.id);
    if (locked?.validTo !== null) throw new Problem(requestProblems.designationEnded);
    if (body.lastDay < before.validFrom) {
      const message = ctx.language === 'zh' ? '不能早于指定生效日' : 'not before the designation began';
      throw new Problem(platformProblems.invalid, { issues: [{ path: ['lastDay'], message }] });
    }
    await store.endDesignation(ctx.db, { designationId: before.id, ...body, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({
      kind: 'designation.ended',
      subject: before.id,
      reason: body.reason,
      detail: { lastDay: body.lastDay, document: body.documentNumber },
    });
    const row = await store.findDesignation(ctx.db, before.id);
    return toDesignation(row ?? before, ctx);
  },
};
