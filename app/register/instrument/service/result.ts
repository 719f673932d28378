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
import { listLastRepairs } from '../store/change.ts';
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

/** What the ledger says of the last result of instruments, computed anew from all that hold; their rows have to be locked. */
async function recount(ctx: Pick<Context, 'db'>, instrumentIds: readonly string[]): Promise<void> {
  const results = new Map<string, Result[]>(instrumentIds.map((id) => [id, []]));
  for (const row of await store.listValidResults(ctx.db, instrumentIds)) results.get(row.instrumentId)?.push(toResult(row));
  const repairs = new Map((await listLastRepairs(ctx.db, instrumentIds)).map((repair) => [repair.instrumentId, repair]));
  await store.setResults(
    ctx.db,
    [...results].map(([id, all]) => {
      const last = lastResult(all);
      if (last === undefined)
        return {
          id,
          verdict: null,
          verifiedOn: null,
          certificateNumber: null,
          verifiedBy: null,
          dueOn: null,
          resultOrigin: null,
          validity: null,
        };
      const isEnded = endedByRepair(last, repairs.get(id));
      return {
        id,
        verdict: isEnded ? null : last.verdict,
        verifiedOn: last.verifiedOn,
        certificateNumber: last.certificateNumber,
        verifiedBy: last.verifiedBy,
        dueOn: isEnded ? null : dueOf(last, all),
        resultOrigin: last.origin,
        validity: last.validity,
      };
    }),
  );
}

/**
 * Brings results to the ledger, in the transaction of what they rest on. Where a later one of an instrument stands already, that one goes
 * on to count. One that is entered already refuses all of them.
 */
export async function recordResults(ctx: Context, results: readonly ResultToRecord[]): Promise<void> {
  if (results.length === 0) return;
  const ids = [...new Set(results.map(({ instrumentId }) => instrumentId))];
  await lockInstruments(ctx.db, ids);
  const areNew = await store.insertResults(
    ctx.db,
    results.map((result) => ({
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
    })),
  );
  if (!areNew) throw new Problem(instrumentProblems.reportedAlready);
  await recount(ctx, ids);
}

export const recordResult = (ctx: Context, result: ResultToRecord): Promise<void> => recordResults(ctx, [result]);

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
  await recount(ctx, [instrumentId]);
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
    await recount(ctx, [row.id]);
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
    await recount(ctx, [row.id]);
    ctx.record({ kind: 'instrument.resultWithdrawn', subject: row.id, reason: body.reason, detail: { number: reported.number } });
    return toInstrument(await getRow(ctx, row.id));
  },

  async readReportedScan({ params }, ctx) {
    const row = await getRow(ctx, params.id);
    const reported = (await store.listResults(ctx.db, row.id)).find(({ id, origin }) => id === params.result && origin === 'reported');
    return savedFile(ctx, reported?.fileId ?? null);
  },
};
