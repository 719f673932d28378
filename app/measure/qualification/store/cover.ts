import type { Db } from '../../../platform/context.ts';

/** What persons who are there hold at an institute; whose account is closed covers nothing. */
export const listHeld = (db: Db, instituteId: string) =>
  db
    .selectFrom('qualification')
    .innerJoin('person', 'person.id', 'qualification.holderId')
    .innerJoin('personDetail as holder', 'holder.personId', 'qualification.holderId')
    .leftJoin('qualificationEnding as ending', 'ending.qualificationId', 'qualification.id')
    .select([
      'qualification.holderId',
      'holder.name as holderName',
      'qualification.activities',
      'qualification.regulations',
      'qualification.validFrom',
      'qualification.validUntil',
      'ending.lastDay',
    ])
    .where('qualification.instituteId', '=', instituteId)
    .where('person.active', '=', true)
    .orderBy('holder.name')
    .orderBy('qualification.validFrom')
    .limit(20_000)
    .execute();
