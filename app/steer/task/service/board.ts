import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { findOrganizations } from '../../../register/organization/service/lookup.ts';
import { safeguardClauses, taskClauses, type Clause } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { PlanDocument } from '../../plan/contract/document.ts';
import type { taskEndpoints } from '../contract.ts';
import { taskProblems } from '../contract/problems.ts';
import { speaksFor } from '../rules/actions.ts';
import { allItems, countByTask } from '../store/item.ts';
import { insertLead, listLeads } from '../store/lead.ts';
import { listReceived } from '../store/letter.ts';
import { findReminder, listPending, markSeen } from '../store/reminder.ts';
import { toItem, toLetter, toReminder } from './show.ts';

type Names = 'readPublicTasks' | 'listPlanTasks' | 'designateLead' | 'readInTray' | 'acknowledgeReminder';

const clausesOf = (plan: PlanDocument): Clause[] => [...taskClauses(plan), ...safeguardClauses(plan)];

const nothing = { all: 0, late: 0, soon: 0, reported: 0, confirmed: 0 };

type Leads = Awaited<ReturnType<typeof listLeads>>;
const leadsOf = (leads: Leads, task: string) =>
  leads
    .filter((lead) => lead.task === task)
    .map(({ organizationId, name, documentNumber, validFrom }) => ({
      organization: organizationId === null ? null : { id: organizationId, name: name ?? '' },
      documentNumber,
      validFrom,
    })) as never;

const namesOf = (plan: PlanDocument, clause: Clause) =>
  clause.bodies.map((id) => {
    const body = plan.bodies.find((each) => each.id === id);
    return { body: id, name: [body?.name ?? id, body?.nameEn ?? body?.name ?? id] as [string, string] };
  });

export const boardService: Pick<Service<typeof taskEndpoints>, Names> = {
  async readPublicTasks() {
    const plan = cityPlan();
    return {
      items: clausesOf(plan).map((clause) => ({
        id: clause.id,
        title: clause.title[0],
        text: clause.text[0],
        bodies: namesOf(plan, clause).map((each) => each.name[0]),
      })),
    };
  },

  async listPlanTasks(_call, ctx) {
    const plan = cityPlan();
    const counts = await countByTask(ctx.db, ctx.caller.scope, ctx.today);
    const leads = await listLeads(ctx.db);
    return {
      tasks: clausesOf(plan).map((clause) => {
        const { task: _, ...items } = counts.find((each) => each.task === clause.id) ?? { task: clause.id, ...nothing };
        return {
          task: clause.id,
          clause: clause.clause,
          title: clause.title,
          text: clause.text,
          bodies: namesOf(plan, clause),
          leads: leadsOf(leads, clause.id),
          items,
        };
      }),
    };
  },

  async designateLead({ params, body }, ctx) {
    const plan = cityPlan();
    if (!clausesOf(plan).some((clause) => clause.id === params.task)) throw new Problem(platformProblems.notFound);
    if (body.organizationId !== null && (await findOrganizations(ctx, [body.organizationId])).length === 0) {
      const text: Text = ['没有这个单位', 'There is no such organization'];
      throw new Problem(platformProblems.invalid, { issues: [{ path: ['organizationId'], message: inLanguage(text, ctx.language) }] });
    }
    await insertLead(ctx.db, { ...body, id: ctx.newId(), task: params.task, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({
      kind: body.organizationId === null ? 'task.leadEnded' : 'task.leadDesignated',
      subject: params.task,
      detail: { organization: body.organizationId, documentNumber: body.documentNumber, validFrom: body.validFrom },
    });
    return { leads: leadsOf(await listLeads(ctx.db), params.task) };
  },

  async readInTray(_call, ctx) {
    const { caller, today } = ctx;
    const mine = async (filter: Parameters<typeof allItems>[2]) =>
      (await allItems(ctx.db, caller.scope, filter, today)).slice(0, 200).map((row) => toItem(row, today));
    const [reminders, returned, letters] = await Promise.all([
      listPending(ctx.db, caller.organizationId),
      mine({ state: 'returned', organization: caller.organizationId }),
      listReceived(ctx.db, caller.organizationId),
    ]);
    const overseeing = caller.permits.has('task.oversee');
    return {
      reminders: reminders.map(toReminder),
      returned,
      toConfirm: overseeing ? await mine({ state: 'reported' }) : [],
      extensionsAsked: overseeing ? await mine({ extensionAsked: true }) : [],
      letters: letters.map(toLetter),
    };
  },

  async acknowledgeReminder({ params }, ctx) {
    const row = await getReminder(ctx, params.id);
    await markSeen(ctx.db, row.id, ctx.caller.personId, ctx.now);
    ctx.record({ kind: 'task.reminderSeen', subject: row.itemId, detail: { stage: row.stage, dueOn: row.dueOn } });
    return toReminder({ ...row, seenAt: row.seenAt ?? ctx.now });
  },
};

async function getReminder(ctx: Context, id: string) {
  const row = await findReminder(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  if (speaksFor(ctx.caller, { id: row.organizationId, region: row.region })) return row;
  // Whoever may not see the item may not learn that there is a reminder of it.
  throw new Problem(ctx.caller.scope.kind === 'city' ? taskProblems.notYours : platformProblems.notFound);
}
