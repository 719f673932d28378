import { printCursor } from '../../kernel/page.ts';
import type { RequestOf } from '../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { reaches } from '../../kernel/scope.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../catalogue/rules/kinds.ts';
import { designationProblems, type Designation, type designationEndpoints } from './contract.ts';
import { nextLevel } from './rules.ts';
import * as store from './store.ts';

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
  ctx.caller.permits.has('designation.record') && reaches(ctx.caller.scope, { organizations: [], region });

/** Who serves a kind of instrument used in a region, and by which document. */
export async function designatedFor(ctx: Context, region: string, instrumentKind: string, day = ctx.today) {
  const row = await store.findDesignationOn(ctx.db, region, instrumentKind, day);
  return (
    row && {
      id: row.id,
      institute: { id: row.instituteId, name: row.instituteName },
      region: row.region,
      documentNumber: row.documentNumber,
      authority: row.authorityName,
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

/**
 * What an institute serves on a day: the exact pairs of region and kind. A designation of a city does not reach into its counties; a
 * request goes there only by referral.
 */
export async function servedBy(
  ctx: Pick<Context, 'db' | 'today'>,
  instituteId: string,
  day = ctx.today,
): Promise<{ region: string; kind: InstrumentKind }[]> {
  const rows = await store.listDesignationsOf(ctx.db, instituteId, day);
  return rows.map(({ region, instrumentKind }) => ({ region, kind: instrumentKind as InstrumentKind }));
}

type ToDesignate = RequestOf<typeof designationEndpoints.designateInstitute>['body'];

/** Records one designation; undefined when the region and the kind have one in force. */
async function designate(ctx: Context, body: ToDesignate): Promise<Designation | undefined> {
  const id = ctx.newId();
  const inserted = await store.insertDesignation(ctx.db, {
    ...body,
    id,
    authorityId: ctx.caller.organizationId,
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
  if (!inserted) return undefined;
  ctx.record({
    kind: 'designation.recorded',
    subject: id,
    detail: { region: body.region, instrumentKind: body.instrumentKind, institute: body.instituteId, document: body.documentNumber },
  });
  const row = await store.findDesignation(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toDesignation(row, ctx);
}

async function refuseStranger(ctx: Context, { region, instituteId }: Pick<ToDesignate, 'region' | 'instituteId'>): Promise<void> {
  if (!mayDesignate(ctx, region)) throw new Problem(platformProblems.forbidden);
  if (!(await store.isInstitute(ctx.db, instituteId))) throw new Problem(designationProblems.notAnInstitute);
}

export const designationService: Service<typeof designationEndpoints> = {
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
    await refuseStranger(ctx, body);
    const designation = await designate(ctx, body);
    if (designation === undefined) throw new Problem(designationProblems.designatedAlready);
    return designation;
  },

  async designateForKinds({ body: { instrumentKinds: kinds, ...rest } }, ctx) {
    await refuseStranger(ctx, rest);
    const items: Designation[] = [];
    const taken: string[] = [];
    for (const instrumentKind of new Set(kinds)) {
      const designation = await designate(ctx, { ...rest, instrumentKind });
      if (designation === undefined) taken.push(inLanguage(instrumentKinds[instrumentKind].text, ctx.language));
      else items.push(designation);
    }
    // One document is recorded whole or not at all.
    if (taken.length > 0)
      throw new Problem(designationProblems.designatedAlready, {
        issues: taken.map((message) => ({ path: ['instrumentKinds'], message })),
      });
    return { items };
  },

  async endDesignation({ params, body }, ctx) {
    const before = await store.findDesignation(ctx.db, params.id);
    if (before === undefined) throw new Problem(platformProblems.notFound);
    if (!mayDesignate(ctx, before.region)) throw new Problem(platformProblems.forbidden);
    const locked = await store.lockDesignation(ctx.db, params.id);
    if (locked?.validTo !== null) throw new Problem(designationProblems.ended);
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
