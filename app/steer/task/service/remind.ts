import type { Context } from '../../../platform/context.ts';
import { stageOf } from '../rules/timing.ts';
import { listDue } from '../store/item.ts';
import { insertReminder } from '../store/reminder.ts';
import { dated } from './show.ts';

/** Reminds the bodies of what is due within 30 or 7 days or late on the day, once per stage of each due day. Answers how many reminders it wrote. */
export async function remindOfDueItems(ctx: Context, item?: string): Promise<number> {
  let reminded = 0;
  for (const row of await listDue(ctx.db, ctx.today, { item })) {
    const stage = stageOf(dated(row), ctx.today);
    if (stage === undefined) continue;
    const reminder = { id: ctx.newId(), itemId: row.id, organizationId: row.organizationId, dueOn: row.dueOn, stage, at: ctx.now };
    if (!(await insertReminder(ctx.db, reminder))) continue;
    ctx.record({ kind: 'task.reminded', subject: row.id, detail: { stage, dueOn: row.dueOn } });
    reminded += 1;
  }
  return reminded;
}
