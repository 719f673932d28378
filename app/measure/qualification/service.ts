import { addDays } from '../../kernel/day.ts';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { qualificationProblems, type Qualification, type qualificationEndpoints } from './contract.ts';
import { mayEnd, stateOnDay, type Activity, type QualificationKind } from './rules.ts';
import { coverService } from './service/cover.ts';
import * as store from './store.ts';

const toQualification = (row: store.QualificationRow, ctx: Context): Qualification => {
  const state = stateOnDay(row, ctx.today);
  return {
    id: row.id,
    kind: row.kind,
    institute: { id: row.instituteId, name: row.instituteName },
    holder: { id: row.holderId, name: row.holderName },
    activities: row.activities,
    regulations: row.regulations,
    documentNumber: row.documentNumber,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    state,
    ending: row.lastDay === null ? null : { lastDay: row.lastDay, reason: row.endingReason ?? '' },
    demonstration: row.demonstration,
    mayEnd: row.lastDay === null && mayEnd({ instituteId: row.instituteId, state }, ctx.caller),
  } as Qualification;
};

async function getQualification(ctx: Context, id: string): Promise<store.QualificationRow> {
  const row = await store.findQualification(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const dayRefusal = (ctx: Context, field: string, zh: string, en: string): Problem =>
  new Problem(platformProblems.invalid, { issues: [{ path: [field], message: inLanguage([zh, en], ctx.language) }] });

type Entry = {
  readonly kind: QualificationKind;
  readonly holder: string;
  readonly activities: readonly Activity[];
  readonly regulations: readonly string[];
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

async function enter(ctx: Context, { holder, activities, regulations, ...entry }: Entry): Promise<Qualification> {
  if (!(await store.isInstitute(ctx.db, ctx.caller.organizationId))) throw new Problem(qualificationProblems.notAnInstitute);
  const persons = await store.listPersons(ctx.db, ctx.caller.organizationId);
  if (!persons.some(({ id }) => id === holder)) throw new Problem(qualificationProblems.notOfTheInstitute);
  if (entry.validUntil !== null && entry.validUntil < entry.validFrom)
    throw dayRefusal(ctx, 'validUntil', '不能早于起始日', 'not before it begins');
  const id = ctx.newId();
  await store.insertQualification(ctx.db, {
    ...entry,
    id,
    holderId: holder,
    activities: [...new Set(activities)],
    regulations: [...new Set(regulations)],
    instituteId: ctx.caller.organizationId,
    region: ctx.caller.region,
    personId: ctx.caller.personId,
    demonstration: ctx.demonstration,
    recordedAt: ctx.now,
  });
  ctx.record({
    kind: 'qualification.registered',
    subject: id,
    detail: { holder, activities, regulations, document: entry.documentNumber, from: entry.validFrom, until: entry.validUntil },
  });
  return toQualification(await getQualification(ctx, id), ctx);
}

export const qualificationService: Service<typeof qualificationEndpoints> = {
  ...coverService,

  async listQualifications({ query }, ctx) {
    const { dueWithin, ...filter } = query;
    const { rows, total } = await store.listQualifications(ctx.db, ctx.caller.scope, ctx.today, {
      ...filter,
      dueUntil: dueWithin === undefined ? undefined : addDays(ctx.today, dueWithin),
    });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toQualification(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async listAbilities({ query }, ctx) {
    const day = query.day ?? ctx.today;
    const rows = await store.listAll(ctx.db, ctx.caller.scope, query);
    const abilities = rows.flatMap((row) => {
      const regulations = row.regulations.length === 0 ? [null] : row.regulations;
      const ends = [row.validUntil, row.lastDay].filter((end): end is string => end !== null).sort();
      return row.activities.flatMap((activity) =>
        regulations
          .filter((regulation) => regulation === null || query.regulation === undefined || regulation === query.regulation)
          .map((regulation) => ({
            person: { id: row.holderId as never, name: row.holderName },
            activity: activity as Activity,
            regulation,
            state: stateOnDay(row, day),
            qualification: row.id as never,
            documentNumber: row.documentNumber,
            until: ends[0] ?? null,
          })),
      );
    });
    return { day, abilities };
  },

  async listCandidates(_call, ctx) {
    const persons = await store.listPersons(ctx.db, ctx.caller.organizationId);
    return { items: persons.map(({ id, name, roles }) => ({ id: id as never, name, roles })) };
  },

  async readQualification({ params }, ctx) {
    const row = await getQualification(ctx, params.id);
    return {
      ...toQualification(row, ctx),
      recordedBy: row.recordedBy,
      recordedAt: row.recordedAt,
      timeline: await timelineOf(ctx, row.id),
    };
  },

  registerQualification: ({ body }, ctx) => enter(ctx, { ...body, kind: 'registration' }),
  authoriseApprover: ({ body }, ctx) => enter(ctx, { ...body, kind: 'authorisation', activities: ['approve'] }),

  async endQualification({ params, body }, ctx) {
    const row = await getQualification(ctx, params.id);
    if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.forbidden);
    const state = stateOnDay(row, ctx.today);
    if (row.lastDay !== null || !mayEnd({ instituteId: row.instituteId, state }, ctx.caller))
      throw new Problem(qualificationProblems.ended);
    if (row.validUntil !== null && body.lastDay > row.validUntil)
      throw dayRefusal(ctx, 'lastDay', `不晚于文件所载 ${row.validUntil}`, `not after the document’s ${row.validUntil}`);
    const ending = { qualificationId: row.id, ...body, personId: ctx.caller.personId, at: ctx.now };
    if (!(await store.insertEnding(ctx.db, ending))) throw new Problem(qualificationProblems.ended);
    ctx.record({ kind: 'qualification.ended', subject: row.id, reason: body.reason, detail: { lastDay: body.lastDay } });
    return toQualification(await getQualification(ctx, row.id), ctx);
  },
};
