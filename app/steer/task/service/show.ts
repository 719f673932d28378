import type { Context } from '../../../platform/context.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Letter, Reminder, TaskItem } from '../contract/shapes.ts';
import { daysLate, timingOf } from '../rules/timing.ts';
import type { ItemState } from '../rules/states.ts';
import { findItemWithin, listTitles, lockItem, type ItemRow } from '../store/item.ts';
import type { LetterRow } from '../store/letter.ts';
import type { ReminderRow } from '../store/reminder.ts';

export const dated = (row: ItemRow) => ({ state: row.state as ItemState, dueOn: row.dueOn, finishedOn: row.finishedOn });

export const owned = (row: ItemRow) => ({
  organizationId: row.organizationId,
  region: row.region,
  partners: row.partners.map((partner) => partner.id),
  state: row.state as ItemState,
  extensionAsked: row.extensionAsked,
});

export const toItem = (row: ItemRow, today: string): TaskItem =>
  ({
    id: row.id,
    task: row.task,
    title: row.title,
    result: row.result,
    organization: { id: row.organizationId, name: row.organizationName },
    partners: row.partners,
    county: row.county,
    indicator: row.indicator,
    startOn: row.startOn,
    dueOn: row.dueOn,
    firstDueOn: row.firstDueOn,
    state: row.state,
    timing: timingOf(dated(row), today),
    daysLate: daysLate(dated(row), today),
    finishedOn: row.finishedOn,
    lastReport:
      row.reported === null || row.reportedOn === null ? null : { doneOn: row.reportedOn, text: row.reported, obstacle: row.obstacle },
    extensionAsked: row.extensionAsked,
    demonstration: row.demonstration,
  }) as TaskItem;

export const toReminder = (row: ReminderRow): Reminder =>
  ({
    id: row.id,
    item: { id: row.itemId, title: row.title, task: row.task },
    organization: { id: row.organizationId, name: row.organizationName },
    stage: row.stage,
    dueOn: row.dueOn,
    at: row.at,
    seenAt: row.seenAt,
  }) as Reminder;

export const toLetter = (row: LetterRow): Letter =>
  ({
    id: row.id,
    kind: row.kind,
    organization: { id: row.organizationId, name: row.organizationName },
    state: row.state,
    title: row.title,
    items: row.items,
    office: row.office,
    documentNumber: row.documentNumber,
    signedBy: row.signedBy,
    issuedOn: row.issuedOn,
    at: row.at,
  }) as Letter;

/** An item within the caller's scope, or 404. */
export async function getItem(ctx: Context, id: string): Promise<ItemRow> {
  const row = await findItemWithin(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** The same, held until the change commits. */
export async function holdItem(ctx: Context, id: string): Promise<ItemRow> {
  await lockItem(ctx.db, id);
  return getItem(ctx, id);
}

/** Titles of items that a record which the caller may see points at. */
export const titlesOf = (ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<{ id: string; title: string }[]> =>
  listTitles(ctx.db, ids);
