import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { cardsOf } from '../../../register/file/service.ts';
import { findOrganizations, type OrganizationRow } from '../../../register/organization/service/lookup.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { taskEndpoints } from '../contract.ts';
import { taskProblems } from '../contract/problems.ts';
import { allowedActions, isEntitled, speaksFor } from '../rules/actions.ts';
import * as course from '../store/course.ts';
import * as store from '../store/item.ts';
import { listLettersAbout } from '../store/letter.ts';
import { listRemindersOf } from '../store/reminder.ts';
import { getItem, owned, toItem, toLetter, toReminder } from './show.ts';
import { toWorkbook } from './workbook.ts';

type Names = 'listTaskItems' | 'exportTaskItems' | 'readTaskItem' | 'breakDownTask';

const issue = (ctx: Context, path: string, text: Text): Issue => ({ path: [path], message: inLanguage(text, ctx.language) });

async function taskOfPlan(task: string): Promise<{ readonly bodies: readonly string[] } | undefined> {
  const plan = cityPlan();
  return [...plan.tasks, ...plan.safeguards].find((each) => each.id === task);
}

async function getOrganization(ctx: Context, id: string, path: string): Promise<OrganizationRow> {
  const [organization] = await findOrganizations(ctx, [id]);
  if (organization === undefined || organization.validTo !== null) {
    throw new Problem(platformProblems.invalid, {
      issues: [issue(ctx, path, ['没有这个单位，或已终止', 'There is no such organization, or it has ended'])],
    });
  }
  return organization;
}

export const itemService: Pick<Service<typeof taskEndpoints>, Names> = {
  async listTaskItems({ query }, ctx) {
    const { rows, total } = await store.listItems(ctx.db, ctx.caller.scope, query, ctx.today);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const next = rows.length > query.limit && last !== undefined ? `${last.dueOn}|${last.id}` : null;
    return { items: items.map((row) => toItem(row, ctx.today)), next, total };
  },

  async exportTaskItems({ query }, ctx) {
    const rows = await store.allItems(ctx.db, ctx.caller.scope, query, ctx.today);
    return toWorkbook(
      rows.map((row) => toItem(row, ctx.today)),
      ctx,
    );
  },

  async readTaskItem({ params }, ctx) {
    const row = await getItem(ctx, params.id);
    const [reports, reviews, extensions, reminders, letters] = await Promise.all([
      course.listReports(ctx.db, row.id),
      course.listReviews(ctx.db, row.id),
      course.listExtensions(ctx.db, row.id),
      listRemindersOf(ctx.db, row.id),
      listLettersAbout(ctx.db, ctx.caller, row.id),
    ]);
    const cards = await cardsOf(
      ctx,
      [...reports, ...extensions].flatMap((each) => each.files),
    );
    const among = (ids: readonly string[]) => cards.filter((card) => ids.includes(card.id));
    return {
      ...toItem(row, ctx.today),
      description: row.description,
      reports: reports.map((report) => ({ ...report, files: among(report.files) })),
      reviews: reviews.map((review) => ({ ...review, verdict: review.verdict as 'confirmed' | 'returned' })),
      extensions: extensions.map((each) => ({
        ...each,
        state: each.state as 'asked' | 'granted' | 'refused',
        files: among(each.files),
        askedBy: each.askedByName,
        decidedBy: each.decidedByName,
      })),
      reminders: reminders.map(toReminder),
      letters: letters.map(toLetter),
      timeline: await timelineOf(ctx, row.id),
      actions: allowedActions(owned(row), ctx.caller),
      mayDecideExtension:
        ctx.caller.permits.has('task.oversee') && extensions.some((each) => each.state === 'asked' && each.askedBy !== ctx.caller.personId),
    } as never;
  },

  async breakDownTask({ body }, ctx) {
    const task = await taskOfPlan(body.task);
    const issues: Issue[] = [];
    if (task === undefined) issues.push(issue(ctx, 'task', ['规划中没有这项任务', 'The plan has no such task']));
    if (body.dueOn < body.startOn) issues.push(issue(ctx, 'dueOn', ['期限不能早于开始日期', 'The due day cannot lie before the start']));
    const plan = cityPlan();
    if (body.indicator !== null && !plan.goals.some((goal) => goal.indicators.some((each) => each.id === body.indicator))) {
      issues.push(issue(ctx, 'indicator', ['规划中没有这个指标', 'The plan has no such indicator']));
    }
    if (body.county !== null && !plan.regions.some((region) => region.level === 'county' && region.code === body.county)) {
      issues.push(issue(ctx, 'county', ['规划中没有这个县（市、区）', 'The plan has no such county']));
    }
    if (issues.length > 0 || task === undefined) throw new Problem(platformProblems.invalid, { issues });
    const executor = await getOrganization(ctx, body.organizationId ?? ctx.caller.organizationId, 'organizationId');
    if (!speaksFor(ctx.caller, executor)) throw new Problem(taskProblems.notYours);
    if (!isEntitled(task.bodies, executor)) throw new Problem(taskProblems.notEntitled);
    const partners = [...new Set(body.partners)].filter((id) => id !== executor.id);
    for (const partner of partners) await getOrganization(ctx, partner, 'partners');
    const { organizationId: _, partners: __, ...rest } = body;
    const id = ctx.newId();
    await store.insertItem(
      ctx.db,
      {
        ...rest,
        id,
        organizationId: executor.id,
        region: executor.region,
        firstDueOn: body.dueOn,
        state: 'planned',
        demonstration: ctx.demonstration,
        personId: ctx.caller.personId,
        recordedAt: ctx.now,
      },
      partners,
    );
    ctx.record({ kind: 'task.brokenDown', subject: id, detail: { task: body.task, organization: executor.id, dueOn: body.dueOn } });
    await ctx.later('remindOfDueItems', { item: id }, { key: `remind:${id}` });
    return toItem(await getItem(ctx, id), ctx.today);
  },
};
