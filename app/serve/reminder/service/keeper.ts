import { keeperDuties } from '../../../measure/measurement-standard/service.ts';
import type { Context } from '../../../platform/context.ts';
import { keeperTopics } from '../rules.ts';
import { listAddressees, type Addressee } from '../store/choice.ts';
import { isAlone, listTold } from '../store/notice.ts';
import { tell, type Note } from './notify.ts';

/** Who applies, arranges and records for the keeper of a measurement standard. */
const keeperRoles = ['technical-manager', 'institute-manager'] as const;

/**
 * Re-examinations to be applied for, tests, checks and calibrations that fall due: each person of the keeper who can act is told once of one thing
 * and term. Who gets the role later is told on the next morning; that it was told stands once in the history of the record.
 */
export async function remindKeepers(ctx: Context): Promise<number> {
  if (!(await isAlone(ctx.db, 'keeper'))) return 0;
  const duties = await keeperDuties(ctx);
  if (duties.length === 0) return 0;
  const institutes = duties.map(({ instituteId }) => instituteId);
  const persons = new Map<string, Addressee>();
  for (const role of keeperRoles) for (const person of await listAddressees(ctx.db, institutes, role)) persons.set(person.id, person);
  const notes = duties.flatMap(({ what, term, instituteId, record, day, until, late, test, subject }) => {
    const topic = keeperTopics[what];
    const key = `${topic}:${term}`;
    const detail = {
      record: record.id,
      name: record.name,
      day,
      ...(until === null ? {} : { until }),
      ...(late ? { late } : {}),
      ...(test === null ? {} : { test }),
      ...(subject === '' ? {} : { subject }),
    };
    return [...persons.values()]
      .filter(({ organizationId }) => organizationId === instituteId)
      .map((addressee): Note => ({ addressee, topic, key, detail }));
  });
  const keys = [...new Set(notes.map(({ key }) => key))];
  const before = await listTold(ctx.db, keys);
  const told = await tell(ctx, notes);
  const after = await listTold(ctx.db, keys);
  const recorded = new Set<string>();
  for (const { topic, key, detail } of notes) {
    if (before.has(key) || !after.has(key) || recorded.has(key)) continue;
    recorded.add(key);
    ctx.record({
      kind: 'reminder.keeperTold',
      subject: detail.record ?? '',
      detail: { topic, day: detail.day, persons: notes.filter((one) => one.key === key).length },
    });
  }
  return told;
}
