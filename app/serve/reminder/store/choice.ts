import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export const findChoice = (db: Db, personId: string) =>
  db.selectFrom('reminderChoice').selectAll().where('personId', '=', personId).executeTakeFirst();
export type ChoiceRow = NonNullable<Awaited<ReturnType<typeof findChoice>>>;

export type NewChoice = {
  readonly personId: string;
  readonly language: string;
  readonly channels: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly pausedUntil: string | null;
  readonly changedAt: string;
};

export const saveChoice = (db: Db, { personId, ...choice }: NewChoice) =>
  db
    .insertInto('reminderChoice')
    .values({ personId, ...choice })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(choice))
    .execute();

const addressees = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .leftJoin('reminderChoice as choice', 'choice.personId', 'person.id')
    .select([
      'person.id',
      'person.organizationId',
      'choice.language',
      'choice.channels',
      'choice.quietFrom',
      'choice.quietTo',
      'choice.pausedUntil',
    ]);

/** Persons with a role at organizations, who are there, with what they chose. */
export const listAddressees = (db: Db, organizationIds: readonly string[], role: string) =>
  addressees(db)
    .where(sql<boolean>`person.organization_id = any(${[...new Set(organizationIds)]}::uuid[])`)
    .where('person.active', '=', true)
    .where((it) =>
      it.exists(
        it
          .selectFrom('personRole')
          .select('personRole.id')
          .whereRef('personRole.personId', '=', 'person.id')
          .where('role', '=', role)
          .where('endedAt', 'is', null),
      ),
    )
    .orderBy('person.id')
    .execute();
export type Addressee = Awaited<ReturnType<typeof listAddressees>>[number];

/** Where a person can be reached, for the moment of sending; undefined when the account is closed. */
export const findAddress = (db: Db, personId: string) =>
  db
    .selectFrom('person')
    .innerJoin('personDetail', 'personDetail.personId', 'person.id')
    .select(['personDetail.email', 'personDetail.phone', 'person.active', 'person.organizationId'])
    .where('person.id', '=', personId)
    .executeTakeFirst();

export const findSecret = async (db: Db): Promise<string> =>
  (await db.selectFrom('reminderKey').select('secret').executeTakeFirstOrThrow()).secret;
