import type { Day } from '../../../kernel/day.ts';
import type { Db } from '../../../platform/context.ts';

export type NewLead = {
  id: string;
  task: string;
  organizationId: string | null;
  documentNumber: string;
  validFrom: Day;
  personId: string;
  at: string;
};

export const insertLead = (db: Db, lead: NewLead) => db.insertInto('taskLead').values(lead).execute();

/** Every designation in the order of the days from which they hold. */
export const listLeads = (db: Db) =>
  db
    .selectFrom('taskLead as lead')
    .leftJoin('organization', 'organization.id', 'lead.organizationId')
    .select(['lead.task', 'lead.organizationId', 'lead.documentNumber', 'lead.validFrom', 'organization.name'])
    .orderBy('lead.validFrom')
    .orderBy('lead.at')
    .execute();
