import { randomUUID } from 'node:crypto';
import type { City } from './city.ts';

export type Entered = {
  kind: string;
  subject: string;
  from: string | null;
  to?: string | null;
  level?: string;
  payload?: object;
  region?: string;
  opening?: boolean;
  status?: string;
  at?: string;
  phases?: object[];
};

/** An accepted entry as the register keeps it; how entries come to be accepted is the register's own test. */
export async function enterRecord(city: City, entered: Entered): Promise<string> {
  const id = randomUUID();
  const { ids, database } = city;
  const at = entered.at ?? city.clock.now.toISOString();
  const person = ids.countyRegulator.person;
  const isAccepted = (entered.status ?? 'accepted') === 'accepted';
  await database.db.insertInto('entry').values({ id, kind: entered.kind, submittedBy: person, submittedAt: at }).execute();
  await database.db
    .insertInto('entryVersion')
    .values({
      entryId: id,
      version: 1,
      recordedAt: at,
      action: 'accept',
      personId: ids.planOffice.person,
      status: entered.status ?? 'accepted',
      kind: entered.kind,
      level: entered.level ?? null,
      subjectKey: entered.subject,
      region: entered.region ?? '320685',
      organizationId: ids.countyRegulator.organization,
      title: entered.subject,
      documentNumber: '测〔2024〕1号',
      issuer: '测试市人民政府',
      since: entered.from ?? '2024-01-01',
      until: null,
      payload: JSON.stringify(entered.payload ?? {}),
      phases: JSON.stringify(entered.phases ?? []),
      countsFrom: isAccepted ? entered.from : null,
      countsTo: entered.to ?? null,
      opening: entered.opening ?? false,
      submittedBy: person,
      reviewedBy: ids.cityRegulator.person,
      acceptedBy: ids.planOffice.person,
    })
    .execute();
  return id;
}
