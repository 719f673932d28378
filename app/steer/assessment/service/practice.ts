import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { cardsOf, getFiles } from '../../../register/file/service.ts';
import { findOrganizations } from '../../../register/organization/service/lookup.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { assessmentEndpoints } from '../contract.ts';
import type { Practice } from '../contract/practice.ts';
import { assessmentProblems } from '../contract/shapes.ts';
import { allowedPracticeActions, practiceLifeCycle } from '../rules/actions.ts';
import type { PracticeState } from '../rules/states.ts';
import * as store from '../store/practice.ts';
import { toCommendation } from './commendation.ts';

type Names = 'listPractices' | 'readPractice' | 'proposePractice' | 'decidePractice';

const toPractice = (row: store.PracticeRow): Practice =>
  ({
    id: row.id,
    region: row.region,
    organization: { id: row.organizationId, name: row.organizationName },
    task: row.task,
    title: row.title,
    state: row.state,
    documentNumber: row.documentNumber,
    recordedAt: row.recordedAt,
    demonstration: row.demonstration,
  }) as Practice;

async function getPractice(ctx: Context, id: string): Promise<store.PracticeRow> {
  const row = await store.findPractice(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const standing = (row: store.PracticeRow) => ({ state: row.state as PracticeState, personId: row.personId });

const invalid = (ctx: Context, field: string, text: Text) =>
  new Problem(platformProblems.invalid, { issues: [{ path: [field], message: inLanguage(text, ctx.language) }] });

export const practiceService: Pick<Service<typeof assessmentEndpoints>, Names> = {
  async listPractices({ query }, ctx) {
    const { rows, total } = await store.listPractices(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toPractice), next: rows.length > query.limit && last ? `${last.recordedAt}|${last.id}` : null, total };
  },

  async readPractice({ params }, ctx) {
    const row = await getPractice(ctx, params.id);
    const commendations = await store.listCommendationsOf(ctx.db, row.id);
    return {
      ...toPractice(row),
      text: row.text,
      files: await cardsOf(ctx, row.files),
      opinion: row.opinion,
      commendations: await Promise.all(commendations.map((each) => toCommendation(ctx, each))),
      timeline: await timelineOf(ctx, row.id),
      actions: allowedPracticeActions(standing(row), ctx.caller),
      mayCommend: row.state === 'recognised' && ctx.caller.permits.has('assessment.decide'),
    };
  },

  async proposePractice({ body }, ctx) {
    const plan = cityPlan();
    if (![...plan.tasks, ...plan.safeguards].some((each) => each.id === body.task)) {
      throw invalid(ctx, 'task', ['规划中没有这项任务', 'The plan has no such task']);
    }
    const [organization] = await findOrganizations(ctx, [body.organizationId ?? ctx.caller.organizationId]);
    if (organization === undefined) throw invalid(ctx, 'organizationId', ['没有这个单位', 'There is no such organization']);
    if (!reaches(ctx.caller.scope, { organizations: [organization.id], region: organization.region })) {
      throw new Problem(assessmentProblems.otherRegion);
    }
    await getFiles(ctx, body.files);
    const id = ctx.newId();
    await store.insertPractice(ctx.db, {
      ...body,
      id,
      organizationId: organization.id,
      region: organization.region,
      demonstration: ctx.demonstration,
      personId: ctx.caller.personId,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'assessment.practiceProposed', subject: id, detail: { task: body.task, organization: organization.id } });
    return toPractice(await getPractice(ctx, id));
  },

  async decidePractice({ params, body }, ctx) {
    await store.lockPractice(ctx.db, params.id);
    const row = await getPractice(ctx, params.id);
    const after = (practiceLifeCycle[row.state as PracticeState] as Partial<Record<string, PracticeState>>)[body.decision];
    if (after === undefined) throw new Problem(assessmentProblems.state);
    if (!allowedPracticeActions(standing(row), ctx.caller).includes(body.decision)) throw new Problem(assessmentProblems.notYours);
    const said = body.decision === 'recognise' ? { documentNumber: body.documentNumber } : { opinion: body.opinion };
    await store.changePractice(ctx.db, row.id, { state: after, reviewedBy: ctx.caller.personId, ...said });
    const kinds = { review: 'practiceReviewed', recognise: 'practiceRecognised', decline: 'practiceDeclined' } as const;
    ctx.record({
      kind: `assessment.${kinds[body.decision]}`,
      subject: row.id,
      ...(body.decision === 'recognise' ? { detail: said } : { reason: body.opinion }),
    });
    return toPractice(await getPractice(ctx, row.id));
  },
};
