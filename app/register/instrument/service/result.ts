import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { getFiles } from '../../file/service.ts';
import type { changeEndpoints } from '../contract/change.ts';
import { instrumentProblems } from '../contract/problems.ts';
import {
  dueOf,
  endedByRepair,
  lastResult,
  validityOf,
  type InstrumentKind,
  type Result,
  type ResultOrigin,
  type Validity,
} from '../rules.ts';
import { lockInstruments } from '../store.ts';
import { findLastRepair } from '../store/change.ts';
import * as store from '../store/result.ts';
import { getRow, refuseFuture, toInstrument } from './card.ts';
import { openForChange } from './open.ts';
import { savedFile } from './saved-file.ts';

export type ResultToRecord = {
  readonly instrumentId: string;
  readonly verdict: 'pass' | 'fail';
  readonly verifiedOn: string;
  readonly certificateNumber: string;
  readonly verifiedBy: string;
  /** Last day that counts; null: without an end, or a fail. */
  readonly dueOn: string | null;
  /** null: not known; what the ledger knows of it stays. */
  readonly validity: Validity | null;
  /** platform where left out */
  readonly origin?: ResultOrigin;
  /** Which organization's word it is. */
  readonly organizationId?: string | null;
};

export const toResult = (row: store.ResultRow): Result => ({
  verdict: row.verdict as Result['verdict'],
  verifiedOn: row.verifiedOn,
  certificateNumber: row.number,
  verifiedBy: row.institute,
  dueOn: row.validUntil,
  validity: row.validity as Validity | null,
  origin: row.origin as ResultOrigin,
  at: row.at,
});

/** What the ledger says of an instrument's last result, computed anew from all that hold; its row has to be locked. */
async function recount(ctx: Pick<Context, 'db'>, instrumentId: string): Promise<void> {
  const rows = await store.listResults(ctx.db, instrumentId);
  const results = rows.filter(({ withdrawnAt }) => withdrawnAt === null).map(toResult);
  const last = lastResult(results);
  if (last === undefined) {
    const none = { verdict: null, verifiedOn: null, certificateNumber: null, verifiedBy: null, dueOn: null, resultOrigin: null };
    await store.setResult(ctx.db, instrumentId, none, null);
    return;
  }
  const isEnded = endedByRepair(last, await findLastRepair(ctx.db, instrumentId));
  await store.setResult(
    ctx.db,
    instrumentId,
    {
      verdict: isEnded ? null : last.verdict,
      verifiedOn: last.verifiedOn,
      certificateNumber: last.certificateNumber,
      verifiedBy: last.verifiedBy,
      dueOn: isEnded ? null : dueOf(last, results),
      resultOrigin: last.origin,
    },
    last.validity,
  );
}

/** Brings a result to the ledger, in the transaction of what it rests on. Where a later one stands already, that one goes on to count. */
export async function recordResult(ctx: Context, result: ResultToRecord): Promise<void> {
  await lockInstruments(ctx.db, [result.instrumentId]);
  const isNew = await store.insertResults(ctx.db, [
    {
      id: ctx.newId(),
      instrumentId: result.instrumentId,
      origin: result.origin ?? 'platform',
      number: result.certificateNumber,
      verdict: result.verdict,
      verifiedOn: result.verifiedOn,
      validUntil: result.dueOn,
      validity: result.validity,
      institute: result.verifiedBy,
      fileId: null,
      organizationId: result.organizationId ?? null,
      personId: ctx.caller.personId === '' ? null : ctx.caller.personId,
      at: ctx.now,
    },
  ]);
  if (!isNew) throw new Problem(instrumentProblems.reportedAlready);
  await recount(ctx, result.instrumentId);
}

/** A document of this platform no longer holds: what counts is what the others say. */
export async function withdrawResult(
  ctx: Context,
  {
    instrumentId,
    certificateNumber,
    reason,
  }: { readonly instrumentId: string; readonly certificateNumber: string; readonly reason: string },
): Promise<void> {
  await lockInstruments(ctx.db, [instrumentId]);
  const by = { personId: ctx.caller.personId === '' ? null : ctx.caller.personId, at: ctx.now, reason };
  await store.withdrawResult(ctx.db, { instrumentId, number: certificateNumber }, by);
  await recount(ctx, instrumentId);
}

export const resultService: Pick<Service<typeof changeEndpoints>, 'reportResult' | 'withdrawReportedResult' | 'readReportedScan'> = {
  async reportResult({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, 'report');
    refuseFuture(ctx, body.verifiedOn, 'verifiedOn');
    if (body.validUntil !== null && body.validUntil < body.verifiedOn)
      throw new Problem(instrumentProblems.reportedWrongly, {
        issues: [{ path: ['validUntil'], message: ctx.language === 'zh' ? '早于检定日期' : 'before the verification' }],
      });
    await getFiles(ctx, [body.file]);
    const id = ctx.newId();
    const isNew = await store.insertResults(ctx.db, [
      {
        id,
        instrumentId: row.id,
        origin: 'reported',
        number: body.number,
        verdict: 'pass',
        verifiedOn: body.verifiedOn,
        validUntil: body.validUntil,
        validity: validityOf(row.kind as InstrumentKind, row.parameters as Record<string, string>, body.verifiedOn),
        institute: body.institute,
        fileId: body.file,
        organizationId: ctx.caller.organizationId,
        personId: ctx.caller.personId,
        at: ctx.now,
      },
    ]);
    if (!isNew) throw new Problem(instrumentProblems.reportedAlready);
    await recount(ctx, row.id);
    ctx.record({
      kind: 'instrument.resultReported',
      subject: row.id,
      detail: { number: body.number, verifiedOn: body.verifiedOn, validUntil: body.validUntil, institute: body.institute },
    });
    return toInstrument(await getRow(ctx, row.id));
  },

  async withdrawReportedResult({ params, body }, ctx) {
    const row = await openForChange(ctx, params.id, 'report');
    const reported = (await store.listResults(ctx.db, row.id)).find(({ id, origin }) => id === params.result && origin === 'reported');
    if (reported === undefined) throw new Problem(platformProblems.notFound);
    const by = { personId: ctx.caller.personId, at: ctx.now, reason: body.reason };
    if (!(await store.withdrawResult(ctx.db, { instrumentId: row.id, id: reported.id }, by)))
      throw new Problem(instrumentProblems.otherState);
    await recount(ctx, row.id);
    ctx.record({ kind: 'instrument.resultWithdrawn', subject: row.id, reason: body.reason, detail: { number: reported.number } });
    return toInstrument(await getRow(ctx, row.id));
  },

  async readReportedScan({ params }, ctx) {
    const row = await getRow(ctx, params.id);
    const reported = (await store.listResults(ctx.db, row.id)).find(({ id, origin }) => id === params.result && origin === 'reported');
    return savedFile(ctx, reported?.fileId ?? null);
  },
};
