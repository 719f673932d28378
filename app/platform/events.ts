import type { Caller } from '../kernel/caller.ts';
import type { Db, EventToRecord } from './context.ts';

/** Writes the events of a change in its transaction. */
export async function saveEvents(db: Db, events: readonly EventToRecord[], caller: Caller, now: string): Promise<void> {
  await db
    .insertInto('event')
    .values(
      events.map((event) => ({
        at: now,
        kind: event.kind,
        subject: event.subject,
        personId: caller.personId === '' ? null : caller.personId,
        organizationId: caller.organizationId === '' ? null : caller.organizationId,
        reason: event.reason ?? null,
        detail: JSON.stringify(event.detail ?? {}),
      })),
    )
    .execute();
}
