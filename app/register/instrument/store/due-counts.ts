import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';
import type { Pair } from './due.ts';

const unnested = (pairs: readonly Pair[]) =>
  sql`unnest(${pairs.map(({ region }) => region)}::text[], ${pairs.map(({ kind }) => kind)}::text[]) pair (region, kind)`;

export type DueCount = { readonly kind: string; readonly span: Day; readonly n: number };

/** How many instruments of some regions and kinds fall due in each week or month of a span of days, from the counters by single days. */
export async function sumDue(
  db: Db,
  pairs: readonly Pair[],
  { from, to }: { readonly from: Day; readonly to: Day },
  span: 'week' | 'month',
): Promise<DueCount[]> {
  const { rows } = await sql<DueCount>`
    with counted as (
      select tally.kind, tally.due_on, tally.n from ${unnested(pairs)} join instrument_tally tally
        on tally.grain = 'region-1' and tally.region = pair.region and tally.township = '' and tally.kind = pair.kind and tally.state = 'due'
        and tally.due_on between ${from}::date and ${to}::date
      union all
      select change.kind, change.due_on, change.n from instrument_tally_change change join ${unnested(pairs)}
        on change.region = pair.region and change.kind = pair.kind
      where change.state = 'due' and change.due_on between ${from}::date and ${to}::date
    )
    select kind, date_trunc(${span}, due_on::timestamp)::date as span, sum(n)::int as n from counted group by 1, 2 having sum(n) <> 0`.execute(
    db,
  );
  return rows;
}
