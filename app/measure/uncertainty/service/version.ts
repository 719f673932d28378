import { createHash } from 'node:crypto';
import { canonical } from '@tongheng/seal/canonical';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { Version, VersionCard } from '../contract.ts';
import { citationOf } from '../rules/citation.ts';
import { mayRelease, mayRevise, mayWithdraw, type VersionState } from '../rules/life-cycle.ts';
import type { VersionRecord } from '../rules/record.ts';
import * as evaluations from '../store/evaluation.ts';
import * as store from '../store/version.ts';
import type { Computed } from './compute.ts';

export async function getEvaluation(ctx: Context, id: string): Promise<evaluations.EvaluationRow> {
  const row = await evaluations.findEvaluation(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export async function getVersion(ctx: Context, id: string, number: number) {
  const row = await store.findVersion(ctx.db, id, number);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export function toCard(row: store.VersionRow, code: string): VersionCard {
  return {
    number: row.number,
    state: row.state as VersionState,
    title: row.title,
    note: row.note,
    citation: citationOf(code, row.number),
    results: row.results as unknown as VersionCard['results'],
    engine: row.engine,
    digest: row.digest,
    by: row.writer,
    at: row.at,
    release: row.releasedAt === null ? null : { by: row.releaser, at: row.releasedAt, reason: row.releaseReason },
    ending: row.endedAt === null ? null : { by: row.ender, at: row.endedAt, reason: row.endingReason },
  };
}

/** A version as its page shows it. */
export async function showVersion(ctx: Context, evaluation: evaluations.EvaluationRow, number: number): Promise<Version> {
  const [row, all] = await Promise.all([getVersion(ctx, evaluation.id, number), store.listVersions(ctx.db, [evaluation.id])]);
  const of = { state: row.state as VersionState, organizationId: evaluation.organizationId, personId: row.personId };
  const allowed: Version['allowed'] = [];
  if (mayRelease(of, ctx.caller)) allowed.push('release');
  if (mayRevise(of, ctx.caller)) allowed.push('revise');
  if (mayWithdraw(of, ctx.caller)) allowed.push('withdraw');
  return {
    ...toCard(row, evaluation.code),
    evaluation: {
      id: evaluation.id as Version['evaluation']['id'],
      code: evaluation.code,
      organization: evaluation.organizationName,
      latest: all[0]?.number ?? number,
      inForce: all.find((one) => one.state === 'in-force')?.number ?? null,
      demonstration: evaluation.demonstration,
    },
    model: row.model,
    record: row.record,
    allowed,
  };
}

type Content = { readonly title: string; readonly note: string; readonly model: string };

/** Keeps a model that was computed as a version of an evaluation: what was entered, what came out, what computed it, and their digest. */
export async function saveVersion(
  ctx: Context,
  evaluation: evaluations.EvaluationRow,
  number: number,
  content: Content,
  { answer, coverage, engine, results }: Computed,
): Promise<void> {
  const record: VersionRecord = {
    form: 'tongheng-uncertainty-evaluation/1',
    citation: citationOf(evaluation.code, number),
    title: content.title,
    note: content.note,
    organization: evaluation.organizationName,
    writer: ctx.caller.name,
    at: ctx.now,
    engine,
    coverage,
    model: content.model,
    answer,
    demonstration: evaluation.demonstration,
  };
  const text = canonical(record);
  const digest = createHash('sha256').update(text).digest('hex');
  await store.insertVersion(
    ctx.db,
    { ...content, evaluationId: evaluation.id, number, record: text, digest, engine, personId: ctx.caller.personId, at: ctx.now },
    results,
  );
  ctx.record({ kind: 'uncertainty.drafted', subject: evaluation.id, detail: { citation: record.citation, digest } });
}

/** Ends a version with its reason, in the row of the version and as a decision beside it. */
export async function decide(
  ctx: Context,
  evaluation: evaluations.EvaluationRow,
  number: number,
  state: 'in-force' | 'superseded' | 'withdrawn',
  reason: string | null,
): Promise<void> {
  await store.setState(ctx.db, evaluation.id, number, state);
  await store.insertDecision(ctx.db, { evaluationId: evaluation.id, number, state, reason, personId: ctx.caller.personId, at: ctx.now });
  const verb = { 'in-force': 'released', superseded: 'superseded', withdrawn: 'withdrawn' }[state];
  ctx.record({
    kind: `uncertainty.${verb}`,
    subject: evaluation.id,
    ...(reason === null ? {} : { reason }),
    detail: { citation: citationOf(evaluation.code, number) },
  });
}

/** The draft that waits, if the latest version is one, gives way to a later version. */
export async function supersedeDraft(
  ctx: Context,
  evaluation: evaluations.EvaluationRow,
  latest: store.VersionRow | undefined,
): Promise<void> {
  if (latest?.state === 'drafted') await decide(ctx, evaluation, latest.number, 'superseded', null);
}
