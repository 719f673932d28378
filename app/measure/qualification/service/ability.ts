import type { Context } from '../../../platform/context.ts';
import { qualificationFor, type Activity } from '../rules.ts';
import { listOf } from '../store.ts';

export type Ability = {
  readonly holds: boolean;
  readonly documentNumber: string | null;
  readonly from: string | null;
  /** Last day that counts; null: none is named, or there is no qualification at all. */
  readonly until: string | null;
};

type Wanted = { readonly personId: string; readonly activity: Activity; readonly regulation: string; readonly day: string };

/** Whether each person might do this at the institute on that day, and by which document; the last one where it has lapsed. */
export async function abilitiesOf(ctx: Pick<Context, 'db'>, instituteId: string, wanted: readonly Wanted[]): Promise<Ability[]> {
  const persons = [...new Set(wanted.map(({ personId }) => personId))];
  const all = persons.length === 0 ? [] : await listOf(ctx.db, instituteId, persons);
  return wanted.map(({ personId, ...rest }) => {
    const { holds, of } = qualificationFor(all, { holderId: personId, ...rest });
    const ends = [of?.validUntil, of?.lastDay].filter((day): day is string => typeof day === 'string').sort();
    return { holds, documentNumber: of?.documentNumber ?? null, from: of?.validFrom ?? null, until: ends[0] ?? null };
  });
}
