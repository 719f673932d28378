import { likePart } from '../../../kernel/text.ts';
import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { Where } from './change.ts';

const handovers = (db: Db) =>
  db
    .selectFrom('instrumentHandover as handover')
    .innerJoin('instrument', 'instrument.id', 'handover.instrumentId')
    .innerJoin('organization as giver', 'giver.id', 'handover.fromHolderId')
    .innerJoin('organization as receiver', 'receiver.id', 'handover.toHolderId')
    .selectAll('handover')
    .select([
      'instrument.code',
      'instrument.kind',
      'instrument.name',
      'instrument.model',
      'instrument.serial',
      'instrument.maker',
      'giver.name as giverName',
      'receiver.name as receiverName',
      sql<number>`(select count(*)::int from instrument part where part.parent_id = instrument.id and part.holder_id = instrument.holder_id)`.as(
        'parts',
      ),
    ]);

export type HandoverRow = NonNullable<Awaited<ReturnType<typeof findHandover>>>;

/** Giver and receiver see it, and the authorities of the region where either is. */
const within = (scope: Scope) =>
  scopeCondition(scope, { region: ['giver.region', 'receiver.region'], organization: ['handover.fromHolderId', 'handover.toHolderId'] });

export const findHandover = (db: Db, scope: Scope, id: string) =>
  handovers(db).where('handover.id', '=', id).where(within(scope)).executeTakeFirst();

export const lockHandover = (db: Db, id: string) =>
  db.selectFrom('instrumentHandover').select('status').where('id', '=', id).forUpdate().executeTakeFirst();

export const findOffer = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentHandover as handover')
    .innerJoin('organization as receiver', 'receiver.id', 'handover.toHolderId')
    .select(['handover.id', 'handover.onDay', 'receiver.name as to'])
    .where('handover.instrumentId', '=', instrumentId)
    .where('handover.status', '=', 'offered')
    .executeTakeFirst();

/** Since when the present holder holds it; undefined where it was never handed over. */
export const findLastAcceptance = (db: Db, instrumentId: string) =>
  db
    .selectFrom('instrumentHandover')
    .select('decidedAt')
    .where('instrumentId', '=', instrumentId)
    .where('status', '=', 'accepted')
    .orderBy('decidedAt', 'desc')
    .executeTakeFirst();

/** When the giver of a hand-over had itself received the instrument; undefined where it had registered it. */
export const findAcceptanceBefore = (db: Db, instrumentId: string, holderId: string, before: string) =>
  db
    .selectFrom('instrumentHandover')
    .select('decidedAt')
    .where('instrumentId', '=', instrumentId)
    .where('toHolderId', '=', holderId)
    .where('status', '=', 'accepted')
    .where('decidedAt', '<', before)
    .orderBy('decidedAt', 'desc')
    .executeTakeFirst();

type Filter = {
  q?: string | undefined;
  status?: string | undefined;
  direction?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listHandovers(db: Db, scope: Scope, organizationId: string, filter: Filter) {
  let query = handovers(db).where(within(scope));
  if (filter.status !== undefined) query = query.where('handover.status', '=', filter.status);
  if (filter.direction !== undefined)
    query = query.where(filter.direction === 'in' ? 'handover.toHolderId' : 'handover.fromHolderId', '=', organizationId);
  if (filter.q !== undefined && filter.q !== '') {
    const like = likePart(filter.q);
    query = query.where(
      sql<boolean>`concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, giver.name, receiver.name) ilike ${like}`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('handover.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined) query = query.where(sql<boolean>`(handover.offered_at, handover.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('handover.offeredAt', 'desc')
    .orderBy('handover.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

export const insertHandover = (
  db: Db,
  handover: {
    id: string;
    instrumentId: string;
    fromHolderId: string;
    toHolderId: string;
    onDay: string;
    reason: string;
    offeredBy: string;
    offeredAt: string;
    demonstration: boolean;
  },
) =>
  db
    .insertInto('instrumentHandover')
    .values({ ...handover, status: 'offered' })
    // Written out: a parameter in its place is not always known when the index is looked for.
    .onConflict((conflict) =>
      conflict
        .columns(['instrumentId'])
        .where(sql<boolean>`status = 'offered'`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();

export const decideHandover = (
  db: Db,
  id: string,
  decision: { status: string; decidedBy: string; decidedAt: string; decisionReason: string | null },
) => db.updateTable('instrumentHandover').set(decision).where('id', '=', id).execute();

/** The receiver's from now on, and its record too where the giver had recorded it; a part that goes alone leaves its installation. */
export const changeHolder = (db: Db, ids: readonly string[], from: string, to: string, where: Where, part: string | null) =>
  db
    .updateTable('instrument')
    .set((it) => ({
      ...where,
      holderId: to,
      registrarId: sql<string>`case when registrar_id = ${from}::uuid then ${to}::uuid else registrar_id end`,
      parentId: sql<string | null>`case when id = ${part}::uuid then null else parent_id end`,
      version: it('version', '+', 1),
    }))
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();

/** Which of these the receiver has already, by maker, model and serial number. */
export const listTaken = (db: Db, ids: readonly string[], to: string) =>
  db
    .selectFrom('instrument')
    .innerJoin('instrument as other', (join) =>
      join
        .onRef('other.maker', '=', 'instrument.maker')
        .onRef('other.model', '=', 'instrument.model')
        .onRef('other.serial', '=', 'instrument.serial'),
    )
    .select(['instrument.code', 'other.code as takenBy'])
    .where(sql<boolean>`instrument.id = any(${[...ids]}::uuid[])`)
    .where('other.holderId', '=', to)
    .execute();
