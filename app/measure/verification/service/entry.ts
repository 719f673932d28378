import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { findInstrument } from '../../../register/instrument/service.ts';
import { findItem } from '../../request/service/outcome.ts';
import { verificationProblems, type verificationEndpoints } from '../contract.ts';
import { holdsRole } from '../store/gate.ts';
import * as store from '../store/verification.ts';
import { compute, getVerification, openFor, toVerification } from './record.ts';

/** An accepted instrument gets its record, in the hands of one technician. */
async function begin(ctx: Context, itemId: string, technicianId: string): Promise<store.VerificationRow> {
  const item = await findItem(ctx, itemId);
  if (item === undefined || item.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
  if (item.outcome === 'served') throw new Problem(verificationProblems.takenUp);
  if (item.outcome !== 'accepted') throw new Problem(verificationProblems.notAccepted);
  const instrument = await findInstrument(ctx, item.instrumentId);
  const edition = instrument && editionFor(instrument.kind, ctx.today);
  if (instrument === undefined || edition === undefined) throw new Problem(verificationProblems.noEdition);
  const kind = item.verificationKind as 'initial' | 'subsequent';
  const id = ctx.newId();
  const inserted = await store.insertVerification(ctx.db, {
    id,
    itemId: item.id,
    instrumentId: instrument.id,
    instituteId: item.instituteId,
    region: item.region,
    edition: edition.id,
    kind,
    technicianId,
    assignedBy: ctx.caller.personId,
    begunAt: ctx.now,
    readings: findProcedure(edition.id)?.prefill(instrument.parameters, kind) ?? {},
    demonstration: ctx.demonstration,
  });
  if (!inserted) throw new Problem(verificationProblems.takenUp);
  ctx.record({ kind: 'verification.begun', subject: id, detail: { item: item.id, edition: edition.id } });
  return getVerification(ctx, id);
}

function refuseVersion(row: store.VerificationRow, version: number): void {
  if (row.version !== version) throw new Problem(platformProblems.stale);
}

function refuseFuture(ctx: Context, testedOn: string | null): void {
  if (testedOn === null || testedOn <= ctx.today) return;
  const message = ctx.language === 'zh' ? '检定日期不能晚于今天' : 'the test is not later than today';
  throw new Problem(platformProblems.invalid, { issues: [{ path: ['testedOn'], message }] });
}

type Part = 'listWaitingItems' | 'takeUpItem' | 'assignItem' | 'saveDraft' | 'submitVerification';

export const entryService: Pick<Service<typeof verificationEndpoints>, Part> = {
  async listWaitingItems({ query }, ctx) {
    const { rows, total } = await store.listWaiting(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => ({
        id: row.id,
        request: row.requestId,
        holder: row.holderName,
        instrumentKind: row.instrumentKind as 'price-computing-scale',
        kind: row.verificationKind as 'initial',
        whereDone: row.whereDone as 'institute',
        instrument: { id: row.instrumentId, name: row.name, model: row.model, serial: row.serial, place: row.place },
        submittedAt: row.submittedAt,
      })),
      next: rows.length > query.limit && last ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total,
    };
  },

  async takeUpItem({ body }, ctx) {
    return toVerification(ctx, await begin(ctx, body.item, ctx.caller.personId));
  },

  async assignItem({ body }, ctx) {
    if (!(await holdsRole(ctx.db, body.technician, ctx.caller.organizationId, 'technician')))
      throw new Problem(verificationProblems.notATechnician);
    return toVerification(ctx, await begin(ctx, body.item, body.technician));
  },

  async saveDraft({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'save');
    refuseVersion(row, body.version);
    refuseFuture(ctx, body.testedOn);
    const version = row.version + 1;
    await store.saveDraft(ctx.db, row.id, { ...body, version });
    ctx.record({ kind: 'verification.saved', subject: row.id, detail: { version } });
    return { id: params.id, version };
  },

  async submitVerification({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'submit');
    refuseVersion(row, body.version);
    refuseFuture(ctx, row.testedOn);
    const { calculation, digest } = compute(row, row.parameters);
    const side = ctx.language === 'zh' ? 0 : 1;
    const missingDay =
      row.testedOn === null ? [{ path: ['testedOn'], message: ['未填写检定日期', 'the day of the test is missing'][side] ?? '' }] : [];
    const issues = [...missingDay, ...calculation.errors.map(({ path, text }) => ({ path: path.split('.'), message: text[side] }))];
    if (issues.length > 0 || calculation.conclusion === null) throw new Problem(verificationProblems.incomplete, { issues });
    await store.saveSubmission(ctx.db, row.id, {
      nameplate: row.parameters,
      result: calculation,
      resultDigest: digest,
      conclusion: calculation.conclusion,
      submittedAt: ctx.now,
    });
    ctx.record({
      kind: 'verification.submitted',
      subject: row.id,
      detail: { version: row.version, conclusion: calculation.conclusion, digest },
    });
    return toVerification(ctx, await getVerification(ctx, row.id));
  },
};
