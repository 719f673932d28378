import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

/** Requested instruments of an institute by their ids, with what is known of them and the record that exists, if any. */
export const listTakeable = (db: Db, instituteId: string, items: readonly string[]) =>
  items.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('requestItem')
        .innerJoin('request', 'request.id', 'requestItem.requestId')
        .innerJoin('instrument', 'instrument.id', 'requestItem.instrumentId')
        .innerJoin('organization as holder', 'holder.id', 'request.holderId')
        .leftJoin('verification', 'verification.itemId', 'requestItem.id')
        .select([
          'requestItem.id as itemId',
          'requestItem.outcome',
          'request.verificationKind',
          'holder.id as holderId',
          'holder.name as holderName',
          'instrument.id as instrumentId',
          'instrument.kind as instrumentKind',
          'instrument.name',
          'instrument.model',
          'instrument.serial',
          'instrument.maker',
          'instrument.place',
          'instrument.parameters',
          'verification.id as verificationId',
          'verification.technicianId',
          'verification.status',
          'verification.version',
          'verification.edition',
          'verification.recordNumber',
          'verification.testedOn',
          'verification.environment',
          'verification.readings',
          'verification.standards',
          'verification.secondPersonId',
          'verification.seals',
          'verification.remarks',
        ])
        .where('request.instituteId', '=', instituteId)
        .where('requestItem.id', 'in', [...items])
        .execute();

export type TakeableRow = Awaited<ReturnType<typeof listTakeable>>[number];

export async function insertTakings(
  db: Db,
  takings: readonly {
    id: string;
    deviceId: string;
    itemId: string;
    verificationId: string | null;
    personId: string;
    takenAt: string;
    certificateNumber: string | null;
  }[],
): Promise<void> {
  if (takings.length > 0)
    await db
      .insertInto('onSiteTaking')
      .values([...takings])
      .execute();
}

/** Which number of a certificate each instrument was given when this device took it along; the first one stays. */
export async function listNumbered(db: Db, deviceId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('onSiteTaking')
    .select(['itemId', 'certificateNumber'])
    .where('deviceId', '=', deviceId)
    .where('certificateNumber', 'is not', null)
    .orderBy('takenAt', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ itemId, certificateNumber }) => (certificateNumber === null ? [] : [[itemId, certificateNumber] as const])),
  );
}

/** Numbers of certificates in the blocks of a device that nothing has used, in their order. */
export async function listFreeNumbers(db: Db, deviceId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select free.number from certificate_block block cross join lateral unnest(block.numbers) as free (number)
    where block.device_id = ${deviceId}::uuid
      and not exists (select from certificate where certificate.number = free.number)
      and not exists (select from on_site_taking taking where taking.certificate_number = free.number)
      and not exists (select from certificate_unused_number unused where unused.institute_id = block.institute_id
        and unused.year = block.year and unused.sequence = substr(free.number, length(free.number) - 6, 6)::int)
    order by block.year, free.number limit ${limit}`.execute(db);
  return rows.map(({ number }) => number);
}

/** Who works at an institute: one of them is the second person on site. */
export const listColleagues = (db: Db, instituteId: string) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .select(['person.id', 'personDetail.name'])
    .where('person.organizationId', '=', instituteId)
    .where('person.active', '=', true)
    .orderBy('personDetail.name')
    .execute();
