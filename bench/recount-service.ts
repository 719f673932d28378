import type pg from 'pg';
import { mayFollow, type RequestStep } from '../app/measure/request/rules/step.ts';

/** Each question asks for rows that must not be there; its SQL is of its own and reads nothing that the program counts. */
const questions: readonly (readonly [what: string, sql: string])[] = [
  [
    'an instrument in two open requests',
    `SELECT instrument_id FROM request_item WHERE outcome IS NULL OR outcome IN ('accepted', 'referred') GROUP BY 1 HAVING count(*) > 1`,
  ],
  [
    'an e-CQS number in two requests',
    `SELECT ecqs_number FROM request WHERE ecqs_number IS NOT NULL AND status NOT IN ('withdrawn', 'refused') GROUP BY 1 HAVING count(*) > 1`,
  ],
  [
    'a request that says another number of instruments than it has',
    `SELECT request.id FROM request LEFT JOIN request_item item ON item.request_id = request.id GROUP BY request.id HAVING count(item.id) <> instrument_count`,
  ],
  [
    'a request that says another number of withdrawn instruments',
    `SELECT request.id FROM request JOIN request_item item ON item.request_id = request.id GROUP BY request.id
     HAVING count(*) FILTER (WHERE item.outcome = 'withdrawn') <> withdrawn_count`,
  ],
  [
    'an item that stands at another step than its last',
    `SELECT item.id FROM request_item item LEFT JOIN LATERAL (SELECT step, sequence FROM request_step WHERE item_id = item.id ORDER BY sequence DESC LIMIT 1) last ON true
     WHERE last.step IS DISTINCT FROM item.step OR last.sequence IS DISTINCT FROM item.step_count`,
  ],
  [
    'a gap in the steps of an item',
    `SELECT item_id FROM request_step GROUP BY item_id HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
  ],
  ['a slip number given twice', `SELECT institute_id, number FROM custody_slip GROUP BY 1, 2 HAVING count(*) > 1`],
  [
    'a slip number left out',
    `SELECT institute_id, year FROM custody_slip GROUP BY 1, 2 HAVING max(sequence) <> count(*) OR min(sequence) <> 1`,
  ],
  [
    'a slip that says another number of instruments than it has',
    `SELECT slip.id FROM custody_slip slip LEFT JOIN custody_item item ON item.slip_id = slip.id GROUP BY slip.id HAVING count(item.id) <> slip.item_count OR count(item.id) = 0`,
  ],
  ['an instrument that is held twice', `SELECT instrument_id FROM custody_item WHERE left_at IS NULL GROUP BY 1 HAVING count(*) > 1`],
  ['an item received twice', `SELECT item_id FROM custody_item WHERE status <> 'returned' GROUP BY 1 HAVING count(*) > 1`],
  [
    'an instrument in custody without a first place',
    `SELECT id FROM custody_item WHERE NOT EXISTS (SELECT FROM custody_move WHERE custody_item_id = custody_item.id AND sequence = 1)`,
  ],
  ['an item in two bookings', `SELECT item_id FROM schedule_item WHERE released_at IS NULL GROUP BY 1 HAVING count(*) > 1`],
  [
    'a bench with more instruments than its load',
    `SELECT bench_id, day FROM schedule_item JOIN schedule_resource bench ON bench.id = bench_id WHERE released_at IS NULL GROUP BY bench_id, day, load HAVING count(*) > load`,
  ],
  [
    'a person or van at two posts in a half-day',
    `SELECT resource_id, day, half FROM schedule_use WHERE released_at IS NULL GROUP BY 1, 2, 3 HAVING count(DISTINCT post_id) > 1`,
  ],
  [
    'a count of a bench that is not what stands there',
    `SELECT coalesce(known.bench_id, counted.bench_id) FROM schedule_load known
     FULL JOIN (SELECT bench_id, day, count(*)::int AS n FROM schedule_item WHERE bench_id IS NOT NULL AND released_at IS NULL GROUP BY 1, 2) counted
       ON counted.bench_id = known.bench_id AND counted.day = known.day
     WHERE coalesce(known.booked, 0) <> coalesce(counted.n, 0)`,
  ],
  [
    'a count of a post that is not what is booked',
    `SELECT coalesce(known.resource_id, counted.resource_id) FROM schedule_post known
     FULL JOIN (SELECT resource_id, day, half, count(*)::int AS n FROM schedule_use WHERE released_at IS NULL GROUP BY 1, 2, 3) counted
       ON counted.resource_id = known.resource_id AND counted.day = known.day AND counted.half = known.half
     WHERE coalesce(known.uses, 0) <> coalesce(counted.n, 0)`,
  ],
  [
    'a visit with fewer than two persons',
    `SELECT booking.id FROM schedule_booking booking WHERE booking.kind = 'visit' AND booking.status = 'booked' AND EXISTS (
       SELECT FROM schedule_use used JOIN schedule_resource one ON one.id = used.resource_id WHERE used.booking_id = booking.id AND used.released_at IS NULL
       GROUP BY used.day, used.half HAVING count(DISTINCT one.member_id) < 2)`,
  ],
  [
    'a cancelled booking that still holds something',
    `SELECT booking.id FROM schedule_booking booking WHERE status = 'cancelled' AND (EXISTS (SELECT FROM schedule_item WHERE booking_id = booking.id AND released_at IS NULL)
       OR EXISTS (SELECT FROM schedule_use WHERE booking_id = booking.id AND released_at IS NULL))`,
  ],
  [
    'a booking whose plans are not numbered without a gap',
    `SELECT booking_id FROM schedule_revision JOIN schedule_booking booking ON booking.id = booking_id GROUP BY booking_id, booking.revision HAVING max(schedule_revision.revision) <> count(*) OR count(*) <> booking.revision`,
  ],
  [
    'a withdrawn instrument that keeps its place',
    `SELECT item.id FROM request_item item JOIN schedule_item held ON held.item_id = item.id AND held.released_at IS NULL WHERE item.step = 'withdrawn'`,
  ],
  [
    'an item that is scheduled without a booking',
    `SELECT item.id FROM request_item item WHERE item.step = 'scheduled' AND NOT EXISTS (SELECT FROM schedule_item WHERE item_id = item.id AND released_at IS NULL)`,
  ],
  [
    'an item that is received without being held',
    `SELECT item.id FROM request_item item WHERE item.step = 'received' AND NOT EXISTS (SELECT FROM custody_item WHERE item_id = item.id AND left_at IS NULL)`,
  ],
  ['a submission without its answer', `SELECT key FROM submission WHERE reply IS NULL`],
];

/** What one kind of record and its events have to agree on: every change left one event, and none was left by a change that was not. */
const pairs: readonly (readonly [what: string, rows: string, events: string])[] = [
  ['requests', `SELECT count(*) FROM request`, `SELECT count(DISTINCT subject) FROM event WHERE kind = 'request.submitted'`],
  ['slips', `SELECT count(*) FROM custody_slip`, `SELECT count(*) FROM event WHERE kind = 'custody.slipMade'`],
  ['receptions', `SELECT count(*) FROM custody_item`, `SELECT count(*) FROM event WHERE kind = 'custody.received'`],
  ['bookings', `SELECT count(*) FROM schedule_booking`, `SELECT count(*) FROM event WHERE kind = 'schedule.booked'`],
  [
    'moves of bookings',
    `SELECT count(*) FROM schedule_revision WHERE revision > 1`,
    `SELECT count(*) FROM event WHERE kind = 'schedule.rescheduled'`,
  ],
  [
    'cancelled bookings',
    `SELECT count(*) FROM schedule_booking WHERE status = 'cancelled'`,
    `SELECT count(*) FROM event WHERE kind = 'schedule.cancelled'`,
  ],
  [
    'instruments whose demand was decided, in the tally of the indicator',
    `SELECT count(*) FROM (SELECT DISTINCT ON (item_id) outcome FROM request_outcome ORDER BY item_id, sequence DESC) last WHERE outcome <> 'withdrawn'`,
    `SELECT denominator FROM indicator_demand_served_now('2199-12-31')`,
  ],
];

/** Tables that hold what a successful submission made, and the kinds of calls that make it. */
const makers: readonly (readonly [table: string, kinds: readonly string[]])[] = [
  ['request', ['submit']],
  ['custody_slip', ['receive']],
  ['schedule_booking', ['book bench', 'book visit']],
];

const numberOf = async (client: pg.Client, sql: string): Promise<number> => {
  const { rows } = await client.query<Record<string, string | number>>(sql);
  return Number(Object.values(rows[0] ?? {})[0]);
};

/** Everything that is wrong afterwards, in words; prints what was asked and how many rows it was asked of. */
export async function recountService(client: pg.Client, made: ReadonlyMap<string, readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of questions) {
    const { rowCount, rows } = await client.query(sql);
    console.log(`${String(rowCount ?? 0).padStart(8)}  ${what}`);
    if ((rowCount ?? 0) > 0) found.push(`${what}: ${rowCount}, such as ${JSON.stringify(rows[0])}`);
  }
  for (const [what, rows, events] of pairs) {
    const [one, other] = [await numberOf(client, rows), await numberOf(client, events)];
    console.log(`${String(one).padStart(8)}  ${what}, ${other} by the other count`);
    if (one !== other) found.push(`${what}: ${one} and ${other}`);
  }
  for (const [table, kinds] of makers) {
    const told = kinds.flatMap((kind) => made.get(kind) ?? []);
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table}`);
    const there = new Set(rows.map(({ id }) => id));
    const lost = told.filter((id) => !there.has(id));
    if (lost.length > 0) found.push(`${table}: ${lost.length} were answered and are not there`);
    if (new Set(told).size !== told.length) found.push(`${table}: one answer for two submissions`);
    if (there.size !== told.length) found.push(`${table}: ${there.size} are there, ${told.length} were answered`);
    console.log(`${String(there.size).padStart(8)}  rows of ${table}, ${told.length} were answered`);
  }
  const { rows: steps } = await client.query<{ before: RequestStep | null; step: RequestStep; n: string }>(
    `SELECT lag(step) OVER (PARTITION BY item_id ORDER BY sequence) AS before, step, 1 AS n FROM request_step`,
  );
  const wrong = steps.filter(({ before, step }) => (before === null ? step !== 'submitted' : !mayFollow(before, step)));
  console.log(`${String(wrong.length).padStart(8)}  steps of ${steps.length} that the life-cycle does not allow`);
  if (wrong.length > 0) found.push(`steps against the life-cycle: ${JSON.stringify(wrong[0])}`);
  return found;
}
