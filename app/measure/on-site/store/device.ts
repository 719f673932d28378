import { sql } from 'kysely';
import { readCursor } from '../../../kernel/page.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';

const devices = (db: Db) =>
  db
    .selectFrom('onSiteDevice')
    .innerJoin('organization as institute', 'institute.id', 'onSiteDevice.instituteId')
    .innerJoin('personDetail as owner', 'owner.personId', 'onSiteDevice.personId')
    .leftJoin('personDetail as ender', 'ender.personId', 'onSiteDevice.endedBy')
    .selectAll('onSiteDevice')
    .select([
      'institute.name as instituteName',
      'owner.name as ownerName',
      'ender.name as enderName',
      sql<number>`(select count(*)::int from on_site_delivery delivery where delivery.device_id = on_site_device.id)`.as('deliveries'),
      sql<number>`(select count(*)::int from verification_number given
        where given.institute_id = on_site_device.institute_id and given.fate = 'reserved' and given.device = on_site_device.id::text)`.as(
        'reserved',
      ),
    ]);

export type DeviceRow = NonNullable<Awaited<ReturnType<typeof findDevice>>>;

const within = (scope: Scope) => scopeCondition(scope, { region: 'onSiteDevice.region', organization: 'onSiteDevice.instituteId' });

export const findDevice = (db: Db, scope: Scope, id: string) =>
  devices(db).where('onSiteDevice.id', '=', id).where(within(scope)).executeTakeFirst();

export const findDeviceByKey = (db: Db, publicKey: string) =>
  db.selectFrom('onSiteDevice').select(['id', 'personId', 'endedAt']).where('publicKey', '=', publicKey).executeTakeFirst();

/** Locks a device, so that an ending and a delivery do not cross. */
export const lockDevice = (db: Db, id: string) =>
  db.selectFrom('onSiteDevice').select('endedAt').where('id', '=', id).forUpdate().executeTakeFirst();

export type DeviceToInsert = {
  id: string;
  personId: string;
  instituteId: string;
  region: string;
  name: string;
  publicKey: string;
  registeredAt: string;
};

/** False when the key is registered already. */
export async function insertDevice(db: Db, device: DeviceToInsert): Promise<boolean> {
  const inserted = await db
    .insertInto('onSiteDevice')
    .values(device)
    .onConflict((conflict) => conflict.constraint('on_site_device_key_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export const endDevice = (db: Db, id: string, ending: { ending: string; endedAt: string; endedBy: string; reason: string }) =>
  db.updateTable('onSiteDevice').set(ending).where('id', '=', id).execute();

type Filter = { q?: string | undefined; personId?: string | undefined; limit: number; after?: string | undefined };

export async function listDevices(db: Db, scope: Scope, filter: Filter) {
  let query = devices(db).where(within(scope));
  if (filter.personId !== undefined) query = query.where('onSiteDevice.personId', '=', filter.personId);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q}%`;
    query = query.where(sql<boolean>`(on_site_device.name ilike ${like} or owner.name ilike ${like})`);
  }
  const { total } = await db
    .selectFrom(query.clearSelect().select('onSiteDevice.id').as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const cursor = readCursor(filter.after);
  if (cursor !== undefined)
    query = query.where(sql<boolean>`(on_site_device.registered_at, on_site_device.id) < (${cursor.at}, ${cursor.id})`);
  const rows = await query
    .orderBy('onSiteDevice.registeredAt', 'desc')
    .orderBy('onSiteDevice.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** The numbers that are reserved for a device and not used, lowest first. */
export async function listReserved(db: Db, instituteId: string, deviceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('verificationNumber')
    .select('number')
    .where('instituteId', '=', instituteId)
    .where('device', '=', deviceId)
    .where('fate', '=', 'reserved')
    .orderBy('year')
    .orderBy('sequence')
    .execute();
  return rows.map(({ number }) => number);
}

/** Whose a record number is: fate, device and record; undefined when it was never given. */
export const findNumber = (db: Db, instituteId: string, number: string) =>
  db
    .selectFrom('verificationNumber')
    .select(['fate', 'device', 'verificationId'])
    .where('instituteId', '=', instituteId)
    .where('number', '=', number)
    .executeTakeFirst();
