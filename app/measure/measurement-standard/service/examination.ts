import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { ApplicationDetails, examinationEndpoints } from '../contract/examination.ts';
import {
  allowedApplicationActions,
  applicationLifeCycle,
  needsHigherAuthority,
  type ApplicationAction,
  type ApplicationState,
} from '../rules/application.ts';
import { coversDay } from '../rules.ts';
import { insertState, lockDossier, lockNumbers } from '../store/dossier.ts';
import * as store from '../store/examination.ts';
import { getDossier, type Loaded } from './card.ts';
import { addCertificate } from './certificate.ts';
import { composition, documentsOf, gapsOf, toApplication } from './details.ts';
import { findingOf } from './finding.ts';
import { openFor, wrongPart } from './open.ts';

async function getApplication(ctx: Context, id: string): Promise<store.ApplicationRow> {
  const row = await store.findApplication(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function details(ctx: Context, id: string): Promise<ApplicationDetails> {
  const row = await getApplication(ctx, id);
  const loaded = await getDossier(ctx, row.measurementStandardId, ctx.today);
  const [steps, files, made, finding] = await Promise.all([
    store.listSteps(ctx.db, id),
    cardsOf(ctx, row.files),
    composition(ctx, loaded, ctx.today),
    findingOf(ctx, row.measurementStandardId, ctx.today),
  ]);
  return {
    ...toApplication(row, ctx),
    statement: row.statement as Record<string, unknown>,
    files: files.map((file) => ({ id: file.id, name: file.name })),
    steps: steps.map((step) => ({
      state: step.state as ApplicationState,
      day: step.day,
      examiners: step.examiners,
      documentNumber: step.documentNumber,
      reason: step.reason,
      files: step.files,
      person: step.person,
      organization: step.organization,
      at: step.at,
    })),
    finding,
    gaps: gapsOf(made, ctx.today).map(([zh, en]): [string, string] => [zh, en]),
  };
}

/** The measurement standard as it is applied for: kept with the application, whatever is changed later. */
async function statementOf(ctx: Context, loaded: Loaded): Promise<string> {
  const made = await composition(ctx, loaded, ctx.today);
  const gaps = gapsOf(made, ctx.today);
  if (gaps.length > 0)
    throw new Problem(refusals.incomplete, {
      detail: [gaps.map(([zh]) => zh).join('；'), gaps.map(([, en]) => en).join('; ')],
    });
  const open = <Row extends { until: string | null }>(rows: readonly Row[]): Row[] => rows.filter(({ until }) => until === null);
  const documents = await documentsOf(ctx, loaded);
  const { kind, level, top, name, code, quantity, place, institute } = loaded.card;
  return JSON.stringify({
    day: ctx.today,
    kind,
    level,
    top,
    name,
    code,
    quantity,
    place,
    institute: institute.name,
    ranges: open(made.ranges),
    equipment: open(made.equipment),
    members: open(made.members),
    procedures: open(made.procedures),
    requirements: open(made.requirements),
    missingDocuments: documents.filter(({ state }) => state === 'missing').map(({ document }) => document),
  });
}

const addStep = (
  ctx: Context,
  applicationId: string,
  state: ApplicationState,
  said: { examiners?: string | null; documentNumber?: string | null; reason?: string | null; files?: readonly string[] } = {},
) =>
  store.insertStep(ctx.db, {
    id: ctx.newId(),
    applicationId,
    state,
    day: ctx.today,
    examiners: said.examiners ?? null,
    documentNumber: said.documentNumber ?? null,
    reason: said.reason ?? null,
    files: [...(said.files ?? [])],
    personId: ctx.caller.personId,
    organizationId: ctx.caller.organizationId,
    at: ctx.now,
  });

/** Locks the dossier and takes its application as it then is; refuses whoever may not take this step. */
async function openStep(ctx: Context, id: string, action: ApplicationAction) {
  const before = await getApplication(ctx, id);
  await lockDossier(ctx.db, before.measurementStandardId);
  const row = await getApplication(ctx, id);
  const state = row.state as ApplicationState;
  const isOwn = row.instituteId === ctx.caller.organizationId;
  const byKeeper = action === 'resubmit' || action === 'cancel';
  if (isOwn && !byKeeper) throw new Problem(refusals.sameOrganization);
  if (!isOwn && byKeeper) throw new Problem(platformProblems.forbidden);
  if (!byKeeper && needsHigherAuthority({ kind: row.standardKind, top: row.top }, ctx.caller)) throw new Problem(refusals.higherAuthority);
  const next = (applicationLifeCycle[state] as Partial<Record<ApplicationAction, ApplicationState>>)[action];
  if (next === undefined || !allowedApplicationActions({ state, instituteId: row.instituteId }, ctx.caller).includes(action))
    throw new Problem(refusals.wrongState);
  return { row, next };
}

type Told = { examiners?: string; documentNumber?: string | null; reason?: string | null; files?: readonly string[] };
async function step(
  ctx: Context,
  id: string,
  action: ApplicationAction,
  kind: `measurementStandard.${string}`,
  said: Told,
): Promise<ApplicationDetails> {
  const { row, next } = await openStep(ctx, id, action);
  await store.changeApplication(ctx.db, row.id, { state: next });
  await addStep(ctx, row.id, next, said);
  const reason = said.reason ?? undefined;
  ctx.record({
    kind,
    subject: row.measurementStandardId,
    ...(reason === undefined ? {} : { reason }),
    detail: { application: row.id, kind: row.kind, examiners: said.examiners ?? null, documentNumber: said.documentNumber ?? null },
  });
  return details(ctx, row.id);
}

export const examinationService: Service<typeof examinationEndpoints> = {
  async applyForExamination({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'apply');
    if (loaded.hasOpenApplication) throw new Problem(refusals.openApplication);
    const examined = loaded.standing !== 'building';
    if (!examined && body.kind !== 'first') throw new Problem(refusals.tooEarly);
    // A change of the characteristics is examined like a first one (JJF 1033), so that `first` stays open to what is in force.
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    const inserted = await store.insertApplication(ctx.db, {
      id,
      measurementStandardId: loaded.row.id,
      kind: body.kind,
      state: 'applied',
      addressee: body.addressee,
      appliedOn: ctx.today,
      statement: await statementOf(ctx, loaded),
      files: [...body.files],
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
      recordedAt: ctx.now,
    });
    if (!inserted) throw new Problem(refusals.openApplication);
    await addStep(ctx, id, 'applied', { files: body.files });
    ctx.record({
      kind: 'measurementStandard.applied',
      subject: loaded.row.id,
      detail: { application: id, kind: body.kind, addressee: body.addressee, applyBy: loaded.card.applyBy },
    });
    return details(ctx, id);
  },

  async listExaminations({ query }, ctx) {
    const { rows, total } = await store.listApplications(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit).map((row) => toApplication(row, ctx));
    const last = items[items.length - 1];
    return { items, next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null, total };
  },

  readExamination: ({ params }, ctx) => details(ctx, params.id),
  acceptExamination: ({ params, body }, ctx) =>
    step(ctx, params.id, 'accept', 'measurementStandard.examinationAccepted', { examiners: body.examiners, reason: body.note }),
  returnExamination: ({ params, body }, ctx) => step(ctx, params.id, 'return', 'measurementStandard.returned', body),
  refuseExamination: ({ params, body }, ctx) => step(ctx, params.id, 'refuse', 'measurementStandard.examinationRefused', body),
  cancelExamination: ({ params, body }, ctx) => step(ctx, params.id, 'cancel', 'measurementStandard.cancelled', body),

  async resubmitExamination({ params, body }, ctx) {
    const before = await getApplication(ctx, params.id);
    await getFiles(ctx, body.files);
    const { row, next } = await openStep(ctx, params.id, 'resubmit');
    const statement = await statementOf(ctx, await getDossier(ctx, before.measurementStandardId, ctx.today));
    await store.changeApplication(ctx.db, row.id, { state: next, statement, files: [...new Set([...row.files, ...body.files])] });
    await addStep(ctx, row.id, next, { reason: body.note, files: body.files });
    ctx.record({
      kind: 'measurementStandard.resubmitted',
      subject: row.measurementStandardId,
      reason: body.note,
      detail: { application: row.id },
    });
    return details(ctx, row.id);
  },

  async grantExamination({ params, body }, ctx) {
    await getFiles(ctx, body.files);
    const { row, next } = await openStep(ctx, params.id, 'grant');
    await lockNumbers(ctx.db);
    if (row.standardKind === 'public' && body.public === null) throw new Problem(refusals.certificateMissing);
    if (row.standardKind !== 'public' && body.public !== null)
      throw wrongPart(ctx, 'public', ['最高计量标准没有社会公用计量标准证书', 'a highest measurement standard has no such certificate']);
    const loaded = await getDossier(ctx, row.measurementStandardId, ctx.today);
    const more = { replaces: body.replaces, basis: 'examination', applicationId: row.id, files: body.files } as const;
    await addCertificate(ctx, row.measurementStandardId, loaded.certificates, 'examination', body.examination, {
      ...more,
      field: 'examination',
    });
    if (body.public !== null)
      await addCertificate(ctx, row.measurementStandardId, loaded.certificates, 'public', body.public, { ...more, field: 'public' });
    if (loaded.standing === 'building')
      await insertState(ctx.db, {
        id: ctx.newId(),
        measurementStandardId: row.measurementStandardId,
        state: 'in-force',
        // Not before it began to be built: the rows stand in the order of their days.
        since: [loaded.card.since, body.examination.validFrom].sort()[1] ?? body.examination.validFrom,
        documentNumber: body.examination.number,
        reason: null,
        personId: ctx.caller.personId,
        at: ctx.now,
      });
    await store.changeApplication(ctx.db, row.id, { state: next });
    await addStep(ctx, row.id, next, { examiners: body.examiners, documentNumber: body.documentNumber, files: body.files });
    await store.settleChanges(ctx.db, row.measurementStandardId, {
      applicationId: row.id,
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      documentNumber: body.documentNumber,
    });
    ctx.record({
      kind: 'measurementStandard.granted',
      subject: row.measurementStandardId,
      detail: {
        application: row.id,
        kind: row.kind,
        examiners: body.examiners,
        examination: body.examination.number,
        public: body.public?.number ?? null,
        validUntil: (body.public ?? body.examination).validUntil,
        wasInForce: coversDay(loaded.spans, ctx.today),
      },
    });
    return details(ctx, row.id);
  },
};
