import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import type { Stage } from '../rules/timing.ts';
import { openStates } from '../rules/timing.ts';

export type NewReminder = { id: string; itemId: string; organizationId: string; dueOn: Day; stage: Stage; at: string };

/** False when the body was reminded of this stage of this due day already. */
export async function insertReminder(db: Db, reminder: NewReminder): Promise<boolean> {
  const inserted = await db
    .insertInto('taskReminder')
    .values(reminder)
    .onConflict((conflict) => conflict.constraint('task_reminder_once_per_stage').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const reminders = (db: Db) =>
  db
    .selectFrom('taskReminder as reminder')
    .innerJoin('taskItem as item', 'item.id', 'reminder.itemId')
    .innerJoin('organization', 'organization.id', 'reminder.organizationId')
    .selectAll('reminder')
    .select(['item.title', 'item.task', 'item.region', 'organization.name as organizationName']);

export type ReminderRow = NonNullable<Awaited<ReturnType<typeof findReminder>>>;

export const findReminder = (db: Db, id: string) => reminders(db).where('reminder.id', '=', id).executeTakeFirst();

export const listRemindersOf = (db: Db, itemId: string) =>
  reminders(db).where('reminder.itemId', '=', itemId).orderBy('reminder.at').execute();

/** What lies in an organization's in-tray: not yet taken note of, the item still open, and the due day still that one. */
export const listPending = (db: Db, organizationId: string) =>
  reminders(db)
    .where('reminder.organizationId', '=', organizationId)
    .where('reminder.seenAt', 'is', null)
    .where('item.state', 'in', [...openStates])
    .where(sql<boolean>`reminder.due_on = item.due_on`)
    .orderBy('reminder.dueOn')
    .orderBy('reminder.at', 'desc')
    .limit(200)
    .execute();

export const markSeen = (db: Db, id: string, seenBy: string, seenAt: string) =>
  db.updateTable('taskReminder').set({ seenBy, seenAt }).where('id', '=', id).where('seenAt', 'is', null).execute();
