import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { uncertaintyProblems, type Evaluation, type uncertaintyEndpoints } from './contract.ts';
import { evaluationCode, readCitation } from './rules/citation.ts';
import { lifeCycle, mayRelease, mayRevise, mayWithdraw, type VersionState } from './rules/life-cycle.ts';
import { readRecord } from './rules/record.ts';
import { compute } from './service/compute.ts';
import { toPdf, type Standing } from './service/report.ts';
import { decide, getEvaluation, getVersion, saveVersion, showVersion, supersedeDraft, toCard } from './service/version.ts';
import { toWorkbook } from './service/workbook.ts';
import * as store from './store/evaluation.ts';
import { listVersions, lockEvaluation, type VersionRow } from './store/version.ts';

function toEvaluation(row: store.EvaluationRow, versions: readonly VersionRow[]): Evaluation {
  const [latest] = versions;
  if (latest === undefined) throw new RangeError(`evaluation ${row.id} has no version`);
  return {
    id: row.id,
    code: row.code,
    title: latest.title,
    organization: { id: row.organizationId, name: row.organizationName },
    latest: toCard(latest, row.code),
    inForce: versions.find((version) => version.state === 'in-force')?.number ?? null,
    recordedAt: row.recordedAt,
    demonstration: row.demonstration,
  } as Evaluation;
}

/** The version that is to be decided on, with its evaluation locked so that nothing happens to it meanwhile. */
async function toDecide(ctx: Context, params: { id: string; number: number }) {
  const evaluation = await getEvaluation(ctx, params.id);
  await lockEvaluation(ctx.db, evaluation.id);
  const row = await getVersion(ctx, evaluation.id, params.number);
  const of = { state: row.state as VersionState, organizationId: evaluation.organizationId, personId: row.personId };
  return { evaluation, of };
}

export const uncertaintyService: Service<typeof uncertaintyEndpoints> = {
  async listUncertainties({ query }, ctx) {
    const { rows, total } = await store.listUncertainties(ctx.db, ctx.caller.scope, query);
    const shown = rows.slice(0, query.limit);
    const versions =
      shown.length === 0
        ? []
        : await listVersions(
            ctx.db,
            shown.map(({ id }) => id),
          );
    const last = shown[shown.length - 1];
    return {
      items: shown.map((row) =>
        toEvaluation(
          row,
          versions.filter((version) => version.evaluationId === row.id),
        ),
      ),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async readUncertainty({ params }, ctx) {
    const row = await getEvaluation(ctx, params.id);
    const versions = await listVersions(ctx.db, [row.id]);
    return {
      ...toEvaluation(row, versions),
      versions: versions.map((version) => toCard(version, row.code)),
      mayRevise: mayRevise(row, ctx.caller),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  readUncertaintyVersion: async ({ params }, ctx) => showVersion(ctx, await getEvaluation(ctx, params.id), params.number),

  async exportUncertaintyVersion({ params, query }, ctx) {
    const evaluation = await getEvaluation(ctx, params.id);
    const row = await getVersion(ctx, evaluation.id, params.number);
    const record = readRecord(row.record);
    const standing: Standing = {
      record,
      digest: row.digest,
      state: row.state as VersionState,
      released: row.releasedAt === null ? null : { by: row.releaser, at: row.releasedAt },
    };
    if (query.format === 'json')
      return { name: `${record.citation}.json`, type: 'application/json', bytes: new TextEncoder().encode(row.model) };
    return query.format === 'pdf' ? toPdf(standing, ctx.language) : toWorkbook(standing, ctx.language);
  },

  async findUncertaintyCitation({ params }, ctx) {
    const cited = readCitation(params.citation);
    const evaluation = cited === undefined ? undefined : await store.findByCode(ctx.db, ctx.caller.scope, cited.code);
    if (cited === undefined || evaluation === undefined) throw new Problem(platformProblems.notFound);
    return showVersion(ctx, evaluation, cited.version);
  },

  async draftUncertainty({ body }, ctx) {
    // Before anything is locked: others wait for no computation.
    const computed = await compute(body.model);
    const { region } = await store.findRegion(ctx.db, ctx.caller.organizationId);
    const id = ctx.newId();
    const year = Number(ctx.today.slice(0, 4));
    const code = evaluationCode(region, year, await store.nextOfSeries(ctx.db, region, year));
    const row = { id, code, organizationId: ctx.caller.organizationId, region, demonstration: ctx.demonstration, recordedAt: ctx.now };
    await store.insertEvaluation(ctx.db, row);
    const evaluation = await getEvaluation(ctx, id);
    await saveVersion(ctx, evaluation, 1, body, computed);
    return showVersion(ctx, evaluation, 1);
  },

  async reviseUncertainty({ params, body: { after, ...content } }, ctx) {
    const evaluation = await getEvaluation(ctx, params.id);
    if (!mayRevise(evaluation, ctx.caller)) throw new Problem(platformProblems.forbidden);
    const computed = await compute(content.model);
    await lockEvaluation(ctx.db, evaluation.id);
    const [latest] = await listVersions(ctx.db, [evaluation.id]);
    if (latest?.number !== after) throw new Problem(uncertaintyProblems.stale);
    await saveVersion(ctx, evaluation, after + 1, content, computed);
    await supersedeDraft(ctx, evaluation, latest);
    return showVersion(ctx, evaluation, after + 1);
  },

  async releaseUncertaintyVersion({ params, body }, ctx) {
    const { evaluation, of } = await toDecide(ctx, params);
    if (!('release' in lifeCycle[of.state])) throw new Problem(uncertaintyProblems.ended);
    if (of.personId === ctx.caller.personId) throw new Problem(uncertaintyProblems.ownVersion);
    if (!mayRelease(of, ctx.caller)) throw new Problem(platformProblems.forbidden);
    const inForce = (await listVersions(ctx.db, [evaluation.id])).find((version) => version.state === 'in-force');
    if (inForce !== undefined) await decide(ctx, evaluation, inForce.number, 'superseded', null);
    await decide(ctx, evaluation, params.number, 'in-force', body.reason);
    return showVersion(ctx, evaluation, params.number);
  },

  async withdrawUncertaintyVersion({ params, body }, ctx) {
    const { evaluation, of } = await toDecide(ctx, params);
    if (!('withdraw' in lifeCycle[of.state])) throw new Problem(uncertaintyProblems.ended);
    if (!mayWithdraw(of, ctx.caller)) throw new Problem(platformProblems.forbidden);
    await decide(ctx, evaluation, params.number, 'withdrawn', body.reason);
    return showVersion(ctx, evaluation, params.number);
  },
};
