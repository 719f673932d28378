import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../../register/file/service.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { changeEndpoints } from '../contract/change.ts';
import { needsHigherAuthority } from '../rules/application.ts';
import { changeRule, firstChangeState } from '../rules/change.ts';
import { orderedStanding, type StandingOrder } from '../rules/dossier-action.ts';
import { supersedeCertificate } from '../store/certificate.ts';
import * as dossiers from '../store/dossier.ts';
import * as store from '../store/examination.ts';
import { getDossier, type Loaded } from './card.ts';
import { addCertificate } from './certificate.ts';
import { toChange } from './change-card.ts';
import { readDetails } from './details.ts';
import { openFor, refuseFuture, wrongPart } from './open.ts';

const topicOf = { suspend: 'suspension', resume: 'resumption', withdraw: 'withdrawal' } as const;
const orderOf = { suspension: 'suspend', resumption: 'resume', withdrawal: 'withdraw' } as const;
const kindOf = {
  suspend: 'measurementStandard.standingSuspended',
  resume: 'measurementStandard.standingResumed',
  withdraw: 'measurementStandard.standingWithdrawn',
} as const;

/** A state begins on its day, not before the present one began. */
async function takeStanding(
  ctx: Context,
  loaded: Loaded,
  order: StandingOrder,
  said: { since: string; documentNumber: string | null; reason: string; successor: string | null },
): Promise<void> {
  const state = orderedStanding(loaded.standing, order);
  if (state === undefined) throw new Problem(refusals.wrongState);
  const last = loaded.states[loaded.states.length - 1];
  if (last !== undefined && said.since < last.since)
    throw wrongPart(ctx, 'since', [`不能早于现状态的起始日 ${last.since}`, `not before the present state began, ${last.since}`]);
  await dossiers.insertState(ctx.db, {
    id: ctx.newId(),
    measurementStandardId: loaded.row.id,
    state,
    since: said.since,
    documentNumber: said.documentNumber,
    reason: said.reason,
    personId: ctx.caller.personId,
    at: ctx.now,
  });
  if (said.successor !== null)
    await dossiers.insertSuccessor(ctx.db, {
      measurementStandardId: loaded.row.id,
      successorId: said.successor,
      since: said.since,
      reason: said.reason,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
  ctx.record({
    kind: kindOf[order],
    subject: loaded.row.id,
    reason: said.reason,
    detail: { since: said.since, documentNumber: said.documentNumber, successor: said.successor },
  });
}

/** What carries on is another measurement standard of the keeper that was not withdrawn itself. */
async function refuseNoSuccessor(ctx: Context, id: string, instituteId: string): Promise<void> {
  const row = await dossiers.findDossier(ctx.db, ctx.caller.scope, id);
  if (row === undefined || row.instituteId !== instituteId) throw new Problem(refusals.noSuccessor);
  const { standing } = await getDossier(ctx, id, ctx.today);
  if (standing === 'withdrawn')
    throw new Problem(refusals.noSuccessor, { detail: [`${row.name}已撤销`, `${row.name} has been withdrawn`] });
}

export const changeService: Service<typeof changeEndpoints> = {
  async listStandardChanges({ query }, ctx) {
    const { rows, total } = await store.listChanges(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit).map((row) => toChange(row, ctx));
    const last = items[items.length - 1];
    return { items, next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null, total };
  },

  async reportChange({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'report');
    refuseFuture(ctx, 'day', body.day);
    await getFiles(ctx, body.files);
    const rule = changeRule(body.topic, body.effect);
    if (rule === undefined) throw wrongPart(ctx, 'effect', ['该影响不适用于所选事项', 'this effect does not belong to what was changed']);
    const { topic, effect, day, description } = body;
    await store.insertChange(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: loaded.row.id,
      topic,
      effect,
      treatment: rule.treatment,
      state: firstChangeState(rule.treatment),
      day,
      description,
      detail: '{}',
      files: [...body.files],
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.changed',
      subject: loaded.row.id,
      detail: { topic, effect, day, treatment: rule.treatment },
    });
    return readDetails(ctx, loaded.row.id);
  },

  async declareStanding({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'declare');
    refuseFuture(ctx, 'since', body.since);
    await getFiles(ctx, body.files);
    if (orderedStanding(loaded.standing, body.order) === undefined) throw new Problem(refusals.wrongState);
    const topic = topicOf[body.order];
    const open = await store.listOpenChanges(ctx.db, [params.id]);
    if (open.some((change) => change.topic in orderOf)) throw new Problem(refusals.partTaken);
    if (body.successor !== null) {
      if (body.order !== 'withdraw' || body.successor === params.id) throw new Problem(refusals.noSuccessor);
      await refuseNoSuccessor(ctx, body.successor, loaded.row.instituteId);
    }
    // What was never examined is given up by its keeper alone: there is nothing for an authority to decide.
    if (loaded.standing === 'building') {
      if (loaded.hasOpenApplication) throw new Problem(refusals.wrongState);
      await takeStanding(ctx, loaded, body.order, { ...body, documentNumber: null });
      return readDetails(ctx, loaded.row.id);
    }
    await store.insertChange(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: loaded.row.id,
      topic,
      effect: 'none',
      treatment: 'approval',
      state: 'reported',
      day: body.since,
      description: body.reason,
      detail: JSON.stringify({ successor: body.successor }),
      files: [...body.files],
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({
      kind: 'measurementStandard.declared',
      subject: loaded.row.id,
      reason: body.reason,
      detail: { order: body.order, since: body.since, successor: body.successor },
    });
    return readDetails(ctx, loaded.row.id);
  },

  async decideChange({ params, body }, ctx) {
    const before = await store.findChange(ctx.db, ctx.caller.scope, params.id);
    if (before === undefined) throw new Problem(platformProblems.notFound);
    await dossiers.lockDossier(ctx.db, before.measurementStandardId);
    const row = await store.findChange(ctx.db, ctx.caller.scope, params.id);
    if (row === undefined) throw new Problem(platformProblems.notFound);
    if (row.instituteId === ctx.caller.organizationId) throw new Problem(refusals.sameOrganization);
    if (needsHigherAuthority({ kind: row.standardKind, top: row.top }, ctx.caller)) throw new Problem(refusals.higherAuthority);
    if (row.state !== 'reported') throw new Problem(refusals.wrongState);
    await store.decideChange(ctx.db, row.id, {
      state: body.approve ? 'approved' : 'refused',
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      documentNumber: body.documentNumber,
      reason: body.reason,
    });
    const order = (orderOf as Readonly<Record<string, StandingOrder>>)[row.topic];
    if (body.approve && order !== undefined) {
      const loaded = await getDossier(ctx, row.measurementStandardId, ctx.today);
      const { successor = null } = row.detail as { successor?: string | null };
      if (successor !== null) await refuseNoSuccessor(ctx, successor, row.instituteId);
      await takeStanding(ctx, loaded, order, { since: row.day, documentNumber: body.documentNumber, reason: body.reason, successor });
    }
    ctx.record({
      kind: body.approve ? 'measurementStandard.changeApproved' : 'measurementStandard.changeRefused',
      subject: row.measurementStandardId,
      reason: body.reason,
      detail: { change: row.id, topic: row.topic, documentNumber: body.documentNumber },
    });
    return toChange((await store.findChange(ctx.db, ctx.caller.scope, row.id)) as store.ChangeRow, ctx);
  },

  async orderStanding({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'order');
    refuseFuture(ctx, 'since', body.since);
    await takeStanding(ctx, loaded, body.order, { ...body, successor: null });
    return readDetails(ctx, loaded.row.id);
  },

  async recordCertificate({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'certify');
    await getFiles(ctx, body.files);
    await dossiers.lockNumbers(ctx.db);
    const { kind, replaces, files, reason, ...said } = body;
    if (kind === 'public' && loaded.row.kind !== 'public')
      throw wrongPart(ctx, 'kind', ['最高计量标准没有社会公用计量标准证书', 'a highest measurement standard has no such certificate']);
    await addCertificate(ctx, loaded.row.id, loaded.certificates, kind, said, { replaces, basis: 'register', files });
    ctx.record({
      kind: 'measurementStandard.certified',
      subject: loaded.row.id,
      reason,
      detail: { kind, number: said.number, validFrom: said.validFrom, validUntil: said.validUntil },
    });
    return readDetails(ctx, loaded.row.id);
  },

  async correctCertificate({ params, body }, ctx) {
    const loaded = await openFor(ctx, params.id, 'certify');
    await dossiers.lockNumbers(ctx.db);
    const { certificate, reason, ...said } = body;
    const found = loaded.certificates.find(({ id }) => id === certificate);
    if (found === undefined) throw new Problem(platformProblems.notFound);
    await supersedeCertificate(ctx.db, found.id, { supersededAt: ctx.now, supersededBy: ctx.caller.personId, reason });
    await addCertificate(
      ctx,
      loaded.row.id,
      loaded.certificates.filter(({ id }) => id !== found.id),
      found.kind,
      said,
      {
        replaces: true,
        basis: found.basis as 'examination' | 'register' | 'entry',
        opening: found.opening,
        applicationId: found.applicationId,
        files: found.files,
      },
    );
    ctx.record({
      kind: 'measurementStandard.certificateCorrected',
      subject: loaded.row.id,
      reason,
      detail: {
        before: { number: found.number, validFrom: found.validFrom, validUntil: found.validUntil },
        after: { number: said.number, validFrom: said.validFrom, validUntil: said.validUntil },
      },
    });
    return readDetails(ctx, loaded.row.id);
  },
};
