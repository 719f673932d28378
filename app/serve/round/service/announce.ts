import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { VerificationKind } from '../../../measure/request/rules.ts';
import { submitFor } from '../../../measure/request/service/submit.ts';
import { bookItems } from '../../schedule/service.ts';
import { roundProblems } from '../contract/problems.ts';
import { leftOutByItself, whereDoneOf, type RoundWay } from '../rules.ts';
import * as store from '../store/item.ts';
import { setState, type RoundRow } from '../store/round.ts';
import { listArranged, listSlots, setBooking, type SlotRow } from '../store/slot.ts';

/** A request holds so many at most: what is printed of it stays readable. */
const mostOfOneRequest = 500;

/** Joins what stands in an open request of this institute, and leaves out what meanwhile stands in one elsewhere or in another round. */
async function settleStandings(ctx: Context, row: RoundRow, items: readonly store.ToRequest[]): Promise<store.ToRequest[]> {
  const standings = new Map(
    (
      await store.listStandings(
        ctx.db,
        row.id,
        items.map(({ instrumentId }) => instrumentId),
      )
    ).map((one) => [one.instrumentId, one]),
  );
  const doubled = items.filter(({ instrumentId }) => typeof standings.get(instrumentId)?.otherRound === 'string');
  if (doubled.length > 0)
    throw new Problem(roundProblems.otherRound, {
      issues: doubled.map(({ id, instrumentId }) => ({ path: ['items', id], message: standings.get(instrumentId)?.otherRound ?? '' })),
    });
  const open = items.flatMap((item) => {
    const standing = standings.get(item.instrumentId);
    return standing === undefined || standing.openItem === null
      ? []
      : [{ item, requestItemId: standing.openItem, own: standing.openInstitute === row.instituteId }];
  });
  await store.leaveOut(
    ctx.db,
    open.filter(({ own }) => !own).map(({ item }) => item.id),
    leftOutByItself['other-institute'][0],
    null,
    ctx.now,
  );
  await store.setRequestItems(
    ctx.db,
    open.filter(({ own }) => own).map(({ item, requestItemId }) => ({ id: item.id, requestItemId, joined: true })),
  );
  const settled = new Set(open.map(({ item }) => item.id));
  return items.filter(({ id }) => !settled.has(id));
}

/** Files the requests of the holders, accepted at once: one for each holder, county, kind of instrument and kind of verification. */
async function fileRequests(ctx: Context, row: RoundRow, items: readonly store.ToRequest[]): Promise<number> {
  const groups = new Map<string, store.ToRequest[]>();
  for (const item of items) {
    const key = `${item.holderId} ${item.region} ${item.kind} ${item.verificationKind}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  let filed = 0;
  for (const group of groups.values())
    for (let at = 0; at < group.length; at += mostOfOneRequest) {
      const some = group.slice(at, at + mostOfOneRequest);
      const [first] = some;
      if (first === undefined) continue;
      const { itemIds } = await submitFor(ctx, {
        holderId: first.holderId,
        instrumentIds: some.map(({ instrumentId }) => instrumentId),
        verificationKind: first.verificationKind as VerificationKind,
        whereDone: whereDoneOf(row.way as RoundWay),
        note: null,
        ecqsNumber: null,
        accepted: true,
        roundNote: `集中检定：${row.name}`,
      });
      const byInstrument = new Map((await store.listInstrumentsOf(ctx.db, itemIds)).map(({ id, instrumentId }) => [instrumentId, id]));
      await store.setRequestItems(
        ctx.db,
        some.flatMap(({ id, instrumentId }) => {
          const requestItemId = byInstrument.get(instrumentId);
          return requestItemId === undefined ? [] : [{ id, requestItemId, joined: false }];
        }),
      );
      filed += 1;
    }
  return filed;
}

/** Announces a round: the holders' requests are filed, joined where one is open, and each holder is named in the event. */
export async function announce(ctx: Context, row: RoundRow): Promise<void> {
  const items = await store.listToRequest(ctx.db, row.id);
  if (items.length === 0) throw new Problem(roundProblems.empty);
  const left = await settleStandings(ctx, row, items);
  const requests = await fileRequests(ctx, row, left);
  await setState(ctx.db, row.id, { state: 'announced', announcedAt: ctx.now });
  const holders = await store.countByHolder(ctx.db, row.id);
  if (holders.length === 0) throw new Problem(roundProblems.empty);
  ctx.record({
    kind: 'round.announced',
    subject: row.id,
    detail: {
      name: row.name,
      way: row.way,
      day: row.firstDay,
      requests,
      holders: holders.map(({ holderId, instruments }) => ({ id: holderId, instruments })),
    },
  });
}

/** Steps after which nothing is left to book. */
const bookable: ReadonlySet<string | null> = new Set(['accepted', 'received', 'visited']);

type Trip = { readonly slots: readonly SlotRow[]; readonly first: SlotRow };

/** Slots of one team or bench on one day are one booking: people and van are at one post. */
function tripsOf(slots: readonly SlotRow[]): Trip[] {
  const trips = new Map<string, SlotRow[]>();
  for (const slot of slots) {
    const key = `${slot.day} ${slot.team ?? ''} ${slot.benchId ?? ''}`;
    trips.set(key, [...(trips.get(key) ?? []), slot]);
  }
  return [...trips.values()].flatMap((some) => {
    const [first] = some;
    return first === undefined ? [] : [{ slots: some, first }];
  });
}

/** Books what is arranged and not booked yet; with a day only that one. */
export async function book(ctx: Context, row: RoundRow, day: string | null): Promise<number> {
  const { setting } = row;
  const slots = (await listSlots(ctx.db, { kind: 'city' }, row.id)).filter(
    (slot) => slot.bookingId === null && (day === null ? slot.day >= ctx.today : slot.day === day),
  );
  const items = await listArranged(ctx.db, row.id);
  let booked = 0;
  for (const { slots: some, first } of tripsOf(slots)) {
    const ids = new Set(some.map(({ id }) => id));
    const waiting = items.filter(({ slotId, step }) => slotId !== null && ids.has(slotId) && bookable.has(step));
    const itemIds = waiting.flatMap(({ requestItemId }) => (requestItemId === null ? [] : [requestItemId]));
    if (itemIds.length === 0) continue;
    const common = { itemIds, days: [first.day], note: `集中检定：${row.name}` };
    const team = first.team === null ? undefined : setting.teams[first.team - 1];
    if (first.team !== null && (setting.contactName === null || setting.contactPhone === null))
      throw new Problem(roundProblems.contactMissing);
    const names = [...new Set(some.map(({ stopName }) => stopName))];
    const { bookingId } =
      first.team === null
        ? await bookItems(ctx, { ...common, benchId: first.benchId, personIds: [] })
        : await bookItems(ctx, {
            ...common,
            vanId: team?.van ?? null,
            personIds: team?.persons ?? [],
            visit: {
              address: names.length === 1 ? (names[0] ?? '') : `${names.join('、').slice(0, 180)}（共 ${names.length} 处）`,
              contactName: setting.contactName ?? '',
              contactPhone: setting.contactPhone ?? '',
              from: null,
              to: null,
              entranceNote: '',
            },
          });
    await setBooking(ctx.db, [...ids], bookingId);
    booked += itemIds.length;
  }
  if (booked === 0) throw new Problem(roundProblems.nothingToBook);
  ctx.record({ kind: 'round.booked', subject: row.id, detail: { day, instruments: booked } });
  return booked;
}
