import { sql } from 'kysely';
import type { Db } from '../../../platform/context.ts';

export type Choice = { readonly region: string | null; readonly institute: string | null; readonly source: string | null };

/** How many hold from each day on at which the number changes. */
export async function readCourse(
  db: Db,
  knownAt: string,
  { region, institute, source }: Choice,
): Promise<{ day: string; value: number }[]> {
  const { rows } = await sql<{ day: string; value: number }>`
    select day, value from measurement_standard_course(${knownAt}::timestamptz, ${region}::text, ${institute}::uuid, ${source}::text) order by day`.execute(
    db,
  );
  return rows;
}

export type EndingRow = {
  source: 'dossier' | 'entry';
  recordId: string;
  title: string;
  number: string;
  region: string;
  organizationId: string;
  organization: string;
  from: string;
  /** First day on which it holds no more. */
  to: string | null;
  /** Another span of the record goes on from there without a gap. */
  renewed: boolean;
  appliedOn: string | null;
};

/** What holds on a day or later, as known at an instant; with the application that was open then. */
export async function listSpans(db: Db, knownAt: string, from: string, { region, institute, source }: Choice): Promise<EndingRow[]> {
  const { rows } = await sql<EndingRow>`
    with found as materialized (select * from measurement_standard_record(${knownAt}::timestamptz))
    select found.source, found.record_id, found.title, found.number, found.region, found.organization_id, organization.name as organization,
      lower(found.held) as from, upper(found.held) as to,
      exists (select from found other where other.record_id = found.record_id and lower(other.held) = upper(found.held)) as renewed,
      (select max(application.applied_on) from measurement_standard_application application
        where application.measurement_standard_id = found.record_id and application.kind <> 'first'
          and application.recorded_at <= ${knownAt}::timestamptz and application.applied_on > lower(found.held)
          and coalesce((select step.state from measurement_standard_application_step step
            where step.application_id = application.id and step.at <= ${knownAt}::timestamptz order by step.sequence desc limit 1), 'applied')
            in ('applied', 'examining', 'returned')) as applied_on
    from found join organization on organization.id = found.organization_id
    where (upper(found.held) is null or upper(found.held) > ${from}::date)
      and (${region}::text is null or found.region = ${region}) and (${institute}::uuid is null or found.organization_id = ${institute}::uuid)
      and (${source}::text is null or found.source = ${source})
    order by upper(found.held), found.number, found.record_id`.execute(db);
  return rows;
}
