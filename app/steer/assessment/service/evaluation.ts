import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { indicatorsOf, safeguardClauses, taskClauses } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { assessmentEndpoints } from '../contract.ts';
import type { Evaluation, EvaluationPage } from '../contract/evaluation.ts';
import { assessmentProblems } from '../contract/shapes.ts';
import { allowedEvaluationActions, evaluationLifeCycle, type EvaluationAction } from '../rules/actions.ts';
import { missingFindings, type Finding } from '../rules/completeness.ts';
import type { EvaluationState } from '../rules/states.ts';
import * as store from '../store/evaluation.ts';
import { figuresAsOf, figuresOfSnapshot } from './figures.ts';

type Names =
  | 'listEvaluations'
  | 'readEvaluation'
  | 'beginEvaluation'
  | 'reviseEvaluation'
  | 'submitEvaluation'
  | 'reviewEvaluation'
  | 'adoptEvaluation';

const toEvaluation = (row: store.EvaluationRow): Evaluation =>
  ({
    id: row.id,
    plan: row.planId,
    title: row.title,
    asOf: row.asOf,
    state: row.state,
    version: row.version,
    documentNumber: row.documentNumber,
    adoptedOn: row.adoptedOn,
    demonstration: row.demonstration,
  }) as Evaluation;

async function getEvaluation(ctx: Context, id: string): Promise<store.EvaluationRow> {
  const row = await store.findEvaluation(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const standing = (row: store.EvaluationRow) => ({ state: row.state as EvaluationState, submittedBy: row.submittedBy });

/** An evaluation held for an action that its state allows to this caller. */
async function holdEvaluation(ctx: Context, id: string, action: EvaluationAction): Promise<store.EvaluationRow> {
  await store.lockEvaluation(ctx.db, id);
  const row = await getEvaluation(ctx, id);
  if (!(action in evaluationLifeCycle[row.state as EvaluationState])) throw new Problem(assessmentProblems.state);
  if (!allowedEvaluationActions(standing(row), ctx.caller).includes(action)) throw new Problem(assessmentProblems.notYours);
  return row;
}

type Subject = EvaluationPage['subjects'][number];

async function subjectsOf(): Promise<Subject[]> {
  const plan = cityPlan();
  return [
    ...indicatorsOf(plan).map((each): Subject => ({ subject: each.id, kind: 'indicator', clause: each.clause, title: each.title })),
    ...[...taskClauses(plan), ...safeguardClauses(plan)].map((each): Subject => ({
      subject: each.id,
      kind: 'task',
      clause: each.clause,
      title: each.title,
    })),
  ];
}

const toFigure = (figure: store.FrozenFigure) => ({
  indicator: figure.indicator,
  value: figure.value === null ? null : Number(figure.value),
  target: Number(figure.target),
  state: figure.state,
  reachedOn: figure.reachedOn,
  asOf: figure.asOf,
  knownAt: figure.knownAt,
  snapshotId: figure.snapshotId,
});

export const evaluationService: Pick<Service<typeof assessmentEndpoints>, Names> = {
  async listEvaluations({ query }, ctx) {
    const { rows, total } = await store.listEvaluations(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toEvaluation), next: rows.length > query.limit && last ? `${last.recordedAt}|${last.id}` : null, total };
  },

  async readEvaluation({ params }, ctx) {
    const row = await getEvaluation(ctx, params.id);
    const findings = (await store.listFindings(ctx.db, row.id)) as (Finding & { version: number })[];
    const versions = (await store.listVersions(ctx.db, row.id)).map((version) => ({
      ...version,
      findings: findings
        .filter((finding) => finding.version === version.version)
        .map(({ subject, result, text }) => ({ subject, result, text })),
    }));
    const frozen = row.state === 'drafted' ? [] : await store.listFigures(ctx.db, row.id, row.version);
    const figures = frozen.length > 0 ? frozen : await figuresAsOf(ctx, row.asOf);
    const isInternal = ctx.caller.scope.kind !== 'city';
    return {
      ...toEvaluation(row),
      subjects: await subjectsOf(),
      // What was written before the adopted version is the city's own working paper.
      versions: isInternal ? versions.slice(0, 1) : versions,
      figures: figures.map(toFigure),
      frozenAt: frozen[0]?.frozenAt ?? null,
      timeline: isInternal ? [] : await timelineOf(ctx, row.id),
      actions: allowedEvaluationActions(standing(row), ctx.caller),
    };
  },

  async beginEvaluation({ body }, ctx) {
    if (ctx.caller.scope.kind !== 'city') throw new Problem(assessmentProblems.notYours);
    if (body.asOf > ctx.today) throw new Problem(assessmentProblems.asOfAhead);
    const plan = cityPlan();
    const id = ctx.newId();
    await store.insertEvaluation(ctx.db, {
      ...body,
      id,
      planId: plan.id,
      demonstration: ctx.demonstration,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'assessment.evaluationBegun', subject: id, detail: { plan: plan.id, asOf: body.asOf } });
    return toEvaluation(await getEvaluation(ctx, id));
  },

  async reviseEvaluation({ params, body }, ctx) {
    const row = await holdEvaluation(ctx, params.id, 'revise');
    if (row.version !== body.after) throw new Problem(platformProblems.stale);
    const known = new Set((await subjectsOf()).map((each) => each.subject));
    const text: Text = ['规划中没有此项，或重复', 'The plan has no such entry, or it is given twice'];
    const issues = body.findings.flatMap(({ subject }, index) =>
      known.delete(subject) ? [] : [{ path: ['findings', index, 'subject'], message: inLanguage(text, ctx.language) }],
    );
    if (issues.length > 0) throw new Problem(platformProblems.invalid, { issues });
    const version = row.version + 1;
    const { summary, lessons } = body;
    await store.insertVersion(
      ctx.db,
      { evaluationId: row.id, version, summary, lessons, personId: ctx.caller.personId, at: ctx.now },
      body.findings,
    );
    ctx.record({ kind: 'assessment.evaluationRevised', subject: row.id, detail: { version, findings: body.findings.length } });
    return toEvaluation(await getEvaluation(ctx, row.id));
  },

  async submitEvaluation({ params, body }, ctx) {
    const row = await holdEvaluation(ctx, params.id, 'submit');
    const findings = (await store.listFindings(ctx.db, row.id)).filter(
      (finding) => finding.version === row.version,
    ) as unknown as Finding[];
    const missing = missingFindings(
      (await subjectsOf()).map((each) => each.subject),
      findings,
    );
    if (missing.length > 0) {
      const [message] = assessmentProblems.incomplete.text;
      throw new Problem(assessmentProblems.incomplete, { issues: missing.map((subject) => ({ path: ['findings', subject], message })) });
    }
    const figures = body.snapshotId === null ? await figuresAsOf(ctx, row.asOf) : await figuresOfSnapshot(ctx, body.snapshotId);
    // Returned and submitted again without a change of text: the figures of that version are frozen already and stay.
    if ((await store.listFigures(ctx.db, row.id, row.version)).length === 0) {
      await store.insertFigures(ctx.db, row.id, row.version, figures, ctx.now);
    }
    await store.changeEvaluation(ctx.db, row.id, { state: 'submitted', submittedBy: ctx.caller.personId });
    ctx.record({ kind: 'assessment.evaluationSubmitted', subject: row.id, detail: { version: row.version, snapshot: body.snapshotId } });
    return toEvaluation(await getEvaluation(ctx, row.id));
  },

  async reviewEvaluation({ params, body }, ctx) {
    const action = body.verdict === 'passed' ? 'review' : 'return';
    const row = await holdEvaluation(ctx, params.id, action);
    await store.changeEvaluation(ctx.db, row.id, { state: body.verdict === 'passed' ? 'reviewed' : 'drafted' });
    ctx.record({
      kind: body.verdict === 'passed' ? 'assessment.evaluationReviewed' : 'assessment.evaluationReturned',
      subject: row.id,
      reason: body.opinion,
      detail: { version: row.version },
    });
    return toEvaluation(await getEvaluation(ctx, row.id));
  },

  async adoptEvaluation({ params, body }, ctx) {
    const row = await holdEvaluation(ctx, params.id, 'adopt');
    if ((await store.findByNumber(ctx.db, body.documentNumber)) !== undefined) throw new Problem(assessmentProblems.numberTaken);
    await store.changeEvaluation(ctx.db, row.id, { ...body, state: 'adopted' });
    ctx.record({ kind: 'assessment.evaluationAdopted', subject: row.id, detail: { ...body, version: row.version } });
    return toEvaluation(await getEvaluation(ctx, row.id));
  },
};
