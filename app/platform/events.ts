import type { Caller } from '../kernel/caller.ts';
import type { Db, EventToRecord } from './context.ts';

/** The public and the system have no id. */
const known = (id: string): string | null => (id === '' ? null : id);

/** Writes the events of a change in its transaction. */
export async function saveEvents(db: Db, events: readonly EventToRecord[], caller: Caller, now: string): Promise<void> {
  await db
    .insertInto('event')
    .values(
      events.map((event) => ({
        at: now,
        kind: event.kind,
        subject: event.subject,
        personId: event.by?.personId ?? known(caller.personId),
        organizationId: event.by?.organizationId ?? known(caller.organizationId),
        reason: event.reason ?? null,
        detail: JSON.stringify(event.detail ?? {}),
      })),
    )
    .execute();
}
