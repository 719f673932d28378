import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const deliveries = (db: Db) =>
  db
    .selectFrom('onSiteDelivery')
    .innerJoin('onSiteDevice as device', 'device.id', 'onSiteDelivery.deviceId')
    .innerJoin('personDetail as technician', 'technician.personId', 'onSiteDelivery.personId')
    .leftJoin('requestItem', 'requestItem.id', 'onSiteDelivery.itemId')
    .leftJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
    .leftJoin('verification', 'verification.id', 'onSiteDelivery.verificationId')
    .leftJoin('onSiteDecision as decision', 'decision.deliveryId', 'onSiteDelivery.id')
    .leftJoin('personDetail as decider', 'decider.personId', 'decision.personId')
    .selectAll('onSiteDelivery')
    .select([
      'device.name as deviceName',
      'device.publicKey',
      'technician.name as technicianName',
      'instrument.name as instrumentName',
      'instrument.model',
      'instrument.serial',
      'instrument.place',
      'verification.networkCheck',
      'decision.stands',
      'decision.reason as decisionReason',
      'decision.at as decidedAt',
      'decider.name as deciderName',
    ]);

export type DeliveryRow = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'onSiteDelivery.region', organization: 'onSiteDelivery.instituteId' });

export const findDelivery = (db: Db, scope: Scope, id: string) =>
  deliveries(db).where('onSiteDelivery.id', '=', id).where(within(scope)).executeTakeFirst();

/** What was delivered under this id, whoever asks: the same content is the same delivery. */
export const findContent = (db: Db, id: string) =>
  db.selectFrom('onSiteDelivery').select(['payload', 'signature', 'personId', 'deviceId']).where('id', '=', id).executeTakeFirst();

export const lockDelivery = (db: Db, id: string) =>
  db.selectFrom('onSiteDelivery').select('state').where('id', '=', id).forUpdate().executeTakeFirst();

/** Until the end of this transaction a second arrival of the same delivery waits. */
export const holdDelivery = (db: Db, id: string) => sql`select pg_advisory_xact_lock(hashtextextended(${`on-site ${id}`}, 0))`.execute(db);

export type DeliveryToInsert = {
  id: string;
  deviceId: string;
  instituteId: string;
  region: string;
  personId: string;
  payload: string;
  payloadDigest: string;
  signature: string;
  deliveredAt: string;
  state: string;
  refusals: unknown;
  recordNumber: string | null;
  itemId: string | null;
  verificationId: string | null;
  edition: string | null;
  conclusion: string | null;
  testedOn: string | null;
};

export const insertDelivery = (db: Db, { refusals, ...rest }: DeliveryToInsert) =>
  db
    .insertInto('onSiteDelivery')
    .values({ ...rest, refusals: JSON.stringify(refusals) })
    .execute();

export const setState = (db: Db, id: string, state: string) =>
  db.updateTable('onSiteDelivery').set({ state }).where('id', '=', id).execute();

/**
 * Tries work whose failure must not undo what stands around it: the refused delivery is kept though its record is not. Answers what was
 * thrown.
 */
export async function attempt(db: Db, work: () => Promise<void>): Promise<unknown> {
  await sql`savepoint on_site_attempt`.execute(db);
  try {
    await work();
    await sql`release savepoint on_site_attempt`.execute(db);
    return undefined;
  } catch (error) {
    await sql`rollback to savepoint on_site_attempt`.execute(db);
    return error;
  }
}

type Label = { deliveryId: string; instituteId: string; kind: string; number: string; place: string };

/** Which of these numbers stand in another record already. */
export async function listUsedLabels(db: Db, instituteId: string, labels: readonly { kind: string; number: string }[]): Promise<string[]> {
  if (labels.length === 0) return [];
  const rows = await db
    .selectFrom('onSiteLabel')
    .select(['kind', 'number'])
    .where('instituteId', '=', instituteId)
    .where(
      'number',
      'in',
      labels.map(({ number }) => number),
    )
    .execute();
  return rows.filter((row) => labels.some(({ kind, number }) => kind === row.kind && number === row.number)).map(({ number }) => number);
}

/** False when one of the numbers was used by another record at the same moment. */
export async function insertLabels(db: Db, labels: readonly Label[]): Promise<boolean> {
  if (labels.length === 0) return true;
  const rows = await db
    .insertInto('onSiteLabel')
    .values([...labels])
    .onConflict((conflict) => conflict.constraint('on_site_label_once').doNothing())
    .returning('number')
    .execute();
  return rows.length === labels.length;
}

/** The institute's record of a requested instrument, locked; undefined while there is none. */
export const lockRecordOf = (db: Db, instituteId: string, itemId: string) =>
  db
    .selectFrom('verification')
    .select([
      'id',
      'status',
      'version',
      'technicianId',
      'recordNumber',
      'edition',
      'testedOn',
      'environment',
      'readings',
      'standards',
      'remarks',
      'seals',
      'photos',
      'secondPersonId',
      'conclusion',
    ])
    .where('itemId', '=', itemId)
    .where('instituteId', '=', instituteId)
    .forUpdate()
    .executeTakeFirst();

export type StandingRow = NonNullable<Awaited<ReturnType<typeof lockRecordOf>>>;

type VersionToInsert = {
  deliveryId: string;
  origin: string;
  technicianId: string;
  status: string | null;
  version: number | null;
  content: unknown;
  at: string;
};

export const insertVersions = (db: Db, versions: readonly VersionToInsert[]) =>
  db
    .insertInto('onSiteVersion')
    .values(versions.map(({ content, ...rest }) => ({ ...rest, content: JSON.stringify(content) })))
    .execute();

export const listVersions = (db: Db, deliveryId: string) =>
  db
    .selectFrom('onSiteVersion')
    .innerJoin('personDetail', 'personDetail.personId', 'onSiteVersion.technicianId')
    .selectAll('onSiteVersion')
    .select('personDetail.name as technicianName')
    .where('deliveryId', '=', deliveryId)
    .orderBy('origin', 'desc')
    .execute();

export const insertDecision = (db: Db, decision: { deliveryId: string; stands: string; reason: string; personId: string; at: string }) =>
  db.insertInto('onSiteDecision').values(decision).execute();

type Filter = {
  q?: string | undefined;
  state?: string | undefined;
  personId?: string | undefined;
  device?: string | undefined;
  limit: number;
  after?: string | undefined;
};

export async function listDeliveries(db: Db, scope: Scope, filter: Filter) {
  let query = deliveries(db).where(within(scope));
  if (filter.state !== undefined) query = query.where('onSiteDelivery.state', '=', filter.state);
  if (filter.personId !== undefined) query = query.where('onSiteDelivery.personId', '=', filter.personId);
  if (filter.device !== undefined) query = query.where('onSiteDelivery.deviceId', '=', filter.device);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(
      sql<boolean>`(concat_ws(' ', instrument.code, instrument.name, instrument.model, instrument.serial, instrument.maker, instrument.place, instrument.old_number) ilike ${like} or on_site_delivery.record_number ilike ${like} or technician.name ilike ${like})`,
    );
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('onSiteDelivery.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(on_site_delivery.delivered_at, on_site_delivery.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('onSiteDelivery.deliveredAt', 'desc')
    .orderBy('onSiteDelivery.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Numbers that stand on records of a device which wait for a decision. */
export async function listContested(db: Db, deviceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('onSiteDelivery')
    .select('recordNumber')
    .where('deviceId', '=', deviceId)
    .where('state', '=', 'conflict')
    .execute();
  return rows.flatMap(({ recordNumber }) => recordNumber ?? []);
}

/** Whether an institute was asked for this instrument: a refused delivery may name anything. */
export async function isItemOf(db: Db, instituteId: string, itemId: string): Promise<boolean> {
  const row = await db
    .selectFrom('requestItem')
    .innerJoin('request', 'request.id', 'requestItem.requestId')
    .select('requestItem.id')
    .where('requestItem.id', '=', itemId)
    .where('request.instituteId', '=', instituteId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Number and name of each of these standards. */
export async function listStandardNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('standard')
    .select(['id', 'number', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, number, name }) => [id, `${number} ${name}`]));
}
