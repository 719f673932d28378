import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { findOrganizations } from '../../../register/organization/service/lookup.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { taskEndpoints } from '../contract.ts';
import { taskProblems } from '../contract/problems.ts';
import { allowedLetterActions, type LetterAction } from '../rules/actions.ts';
import { draftLetter, type LetterFact } from '../rules/letter.ts';
import type { LetterState } from '../rules/states.ts';
import { daysLate } from '../rules/timing.ts';
import { listDue, type ItemRow } from '../store/item.ts';
import * as store from '../store/letter.ts';
import { dated, toLetter } from './show.ts';

type Names = 'listLetters' | 'readLetter' | 'draftLetter' | 'reviseLetter' | 'issueLetter' | 'discardLetter';

async function getLetter(ctx: Context, id: string): Promise<store.LetterRow> {
  const row = await store.findLetter(ctx.db, ctx.caller, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** A letter held for an action that its state allows. */
async function holdLetter(ctx: Context, id: string, action: LetterAction): Promise<store.LetterRow> {
  await store.lockLetter(ctx.db, id);
  const row = await getLetter(ctx, id);
  if (!allowedLetterActions(row.state as LetterState, ctx.caller).includes(action)) throw new Problem(taskProblems.letterClosed);
  return row;
}

const toFact = (row: ItemRow, clauses: ReadonlyMap<string, string>, today: string): LetterFact => ({
  item: row.id,
  task: row.task,
  clause: clauses.get(row.task) ?? row.task,
  title: row.title,
  result: row.result,
  dueOn: row.dueOn,
  daysLate: daysLate(dated(row), today),
  reportedOn: row.reportedOn,
  reported: row.reported,
  obstacle: row.obstacle,
});

export const letterService: Pick<Service<typeof taskEndpoints>, Names> = {
  async listLetters({ query }, ctx) {
    const { rows, total } = await store.listLetters(ctx.db, ctx.caller, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const next = rows.length > query.limit && last !== undefined ? `${last.at}|${last.id}` : null;
    return { items: items.map(toLetter), next, total };
  },

  async readLetter({ params }, ctx) {
    const row = await getLetter(ctx, params.id);
    const versions = await store.listVersions(ctx.db, row.id);
    const overseeing = ctx.caller.permits.has('task.oversee');
    return {
      ...toLetter(row),
      facts: row.facts as never,
      // What was struck out before signing is not the recipient's to read.
      versions: overseeing ? versions : versions.slice(-1),
      reason: row.reason,
      timeline: overseeing ? await timelineOf(ctx, row.id) : [],
      actions: allowedLetterActions(row.state as LetterState, ctx.caller),
    };
  },

  async draftLetter({ body }, ctx) {
    const [recipient] = await findOrganizations(ctx, [body.organizationId]);
    if (recipient === undefined) throw new Problem(platformProblems.notFound);
    const plan = cityPlan();
    const clauses = new Map([...plan.tasks, ...plan.safeguards].map((task) => [task.id, task.clause]));
    const due = (await listDue(ctx.db, ctx.today, { organization: recipient.id })).map((row) => toFact(row, clauses, ctx.today));
    const facts = due.filter(
      (fact) => (body.items.length === 0 || body.items.includes(fact.item as never)) && (body.kind === 'reminder' || fact.daysLate > 0),
    );
    if (facts.length === 0) throw new Problem(taskProblems.nothingToRemind);
    const draft = draftLetter({
      kind: body.kind,
      recipient: recipient.name,
      planTitle: plan.title[0],
      documentNumber: plan.documentNumber,
      day: ctx.today,
      facts,
    });
    const id = ctx.newId();
    const by = { personId: ctx.caller.personId, at: ctx.now };
    await store.insertLetter(ctx.db, { id, kind: body.kind, organizationId: recipient.id, facts, ...by });
    await store.insertVersion(ctx.db, { letterId: id, version: 1, ...draft, ...by });
    ctx.record({ kind: 'task.letterDrafted', subject: id, detail: { kind: body.kind, organization: recipient.id, items: facts.length } });
    return toLetter(await getLetter(ctx, id));
  },

  async reviseLetter({ params, body }, ctx) {
    const row = await holdLetter(ctx, params.id, 'revise');
    const version = (await store.listVersions(ctx.db, row.id)).length + 1;
    await store.insertVersion(ctx.db, { letterId: row.id, version, ...body, personId: ctx.caller.personId, at: ctx.now });
    ctx.record({ kind: 'task.letterRevised', subject: row.id, detail: { version } });
    return toLetter(await getLetter(ctx, row.id));
  },

  async issueLetter({ params, body }, ctx) {
    const row = await holdLetter(ctx, params.id, 'issue');
    if ((await store.findByNumber(ctx.db, body.documentNumber)) !== undefined) throw new Problem(taskProblems.numberTaken);
    await store.issueLetter(ctx.db, row.id, body);
    ctx.record({
      kind: 'task.letterIssued',
      subject: row.id,
      detail: { documentNumber: body.documentNumber, issuedOn: body.issuedOn, organization: row.organizationId },
    });
    return toLetter(await getLetter(ctx, row.id));
  },

  async discardLetter({ params, body }, ctx) {
    const row = await holdLetter(ctx, params.id, 'discard');
    await store.discardLetter(ctx.db, row.id, body.reason);
    ctx.record({ kind: 'task.letterDiscarded', subject: row.id, reason: body.reason });
    return toLetter(await getLetter(ctx, row.id));
  },
};
