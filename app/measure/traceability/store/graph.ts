import { sql } from 'kysely';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { Level, NodeId, NodeKind } from '../rules/graph.ts';

const idsOf = (nodes: readonly NodeId[], kind: NodeKind): string[] => nodes.filter((node) => node.kind === kind).map(({ id }) => id);

export type EdgeRow = {
  readonly lowerKind: NodeKind;
  readonly lowerId: string;
  readonly upperKind: NodeKind;
  readonly upperId: string;
  readonly usedOn: string;
  readonly role: string | null;
};

/** What each of these nodes rests on directly, as known at an instant. */
export async function listAbove(db: Db, nodes: readonly NodeId[], knownAt: string): Promise<EdgeRow[]> {
  const [certificates, calibrations, references] = [idsOf(nodes, 'certificate'), idsOf(nodes, 'calibration'), idsOf(nodes, 'reference')];
  const { rows } = await sql<EdgeRow>`
    select 'certificate' as lower_kind, used.certificate_id as lower_id, 'calibration' as upper_kind, used.calibration_id as upper_id,
      used.tested_on as used_on, used.role
    from certificate_standard used where used.certificate_id = any(${certificates}::uuid[]) and used.calibration_id is not null
    union all
    select 'calibration', origin.calibration_id, 'certificate', origin.certificate_id, calibration.calibrated_on, null
    from traceability_origin origin join standard_certificate calibration on calibration.id = origin.calibration_id
    where origin.calibration_id = any(${calibrations}::uuid[]) and origin.recorded_at <= ${knownAt}
    union all
    select 'calibration', link.lower_id, 'reference', link.reference_id, calibration.calibrated_on, null
    from traceability_link link join standard_certificate calibration on calibration.id = link.lower_id
    where link.lower_kind = 'calibration' and link.lower_id = any(${calibrations}::uuid[])
      and link.recorded_at <= ${knownAt} and (link.ended_at is null or link.ended_at > ${knownAt})
    union all
    select 'reference', link.lower_id, 'reference', link.reference_id, below.calibrated_on, null
    from traceability_link link join traceability_reference below on below.id = link.lower_id
    where link.lower_kind = 'reference' and link.lower_id = any(${references}::uuid[])
      and link.recorded_at <= ${knownAt} and (link.ended_at is null or link.ended_at > ${knownAt})`.execute(db);
  return rows;
}

export type NodeRow = {
  readonly kind: NodeKind;
  readonly id: string;
  readonly number: string;
  readonly issuer: string;
  readonly fromDay: string;
  readonly until: string | null;
  readonly endedOn: string | null;
  readonly level: Level | null;
  readonly quantity: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly coverageFactor: string | null;
  readonly limitValue: string | null;
  readonly limitUnit: string | null;
  readonly accuracyClass: string | null;
  readonly roles: readonly string[];
  readonly isCalibration: boolean;
  readonly instituteId: string;
  readonly region: string;
  readonly item: string;
  readonly serial: string | null;
  readonly standardId: string | null;
  readonly digest: string | null;
  readonly logIndex: number | null;
};

/** What is known of nodes; a certificate counts from its test, a calibration from its own day. */
export async function listNodes(db: Db, nodes: readonly NodeId[], knownAt: string): Promise<NodeRow[]> {
  const [certificates, calibrations, references] = [idsOf(nodes, 'certificate'), idsOf(nodes, 'calibration'), idsOf(nodes, 'reference')];
  const { rows } = await sql<NodeRow>`
    select 'certificate' as kind, certificate.id, certificate.number, institute.name as issuer, certificate.tested_on as from_day,
      certificate.valid_until as until, ending.on as ended_on, null as level, null as quantity, null as value, null as unit,
      null as coverage_factor, null as limit_value, null as limit_unit, null as accuracy_class, '{}'::text[] as roles, certificate.kind = 'calibration' as is_calibration, certificate.institute_id, certificate.region,
      instrument.name as item, certificate.serial, null::uuid as standard_id, certificate.digest, leaf.leaf_index as log_index
    from certificate
    join organization institute on institute.id = certificate.institute_id
    left join instrument on instrument.id = certificate.instrument_id
    left join transparency_leaf leaf on leaf.id = certificate.leaf_id
    left join lateral (
      select min(day) as on from (
        select (revocation.at at time zone 'Asia/Shanghai')::date as day from certificate_revocation revocation
        where revocation.number = certificate.number and revocation.at <= ${knownAt}
        union all
        select later.issued_on from certificate later where later.replaces = certificate.number and later.issued_at <= ${knownAt}
      ) ends
    ) ending on true
    where certificate.id = any(${certificates}::uuid[])
    union all
    select 'calibration', calibration.id, calibration.number, calibration.issuer, calibration.calibrated_on, calibration.valid_until, null,
      null, null,
      case when calibration.quality = 'uncertainty' then calibration.value end, case when calibration.quality = 'uncertainty' then calibration.unit end,
      calibration.coverage_factor, case when calibration.quality = 'mpe' then calibration.value end,
      case when calibration.quality = 'mpe' then calibration.unit end, calibration.accuracy_class, standard.roles, calibration.kind = 'calibration', standard.institute_id, standard.region,
      standard.name, standard.serial, standard.id, null, null
    from standard_certificate calibration join standard on standard.id = calibration.standard_id
    where calibration.id = any(${calibrations}::uuid[])
    union all
    select 'reference', reference.id, reference.number, reference.issuer, reference.calibrated_on, reference.valid_until, null,
      reference.level, reference.quantity, reference.value, reference.unit, reference.coverage_factor, null, null, reference.accuracy_class, '{}'::text[], true,
      reference.institute_id, reference.region, reference.item, null, null, null, null
    from traceability_reference reference where reference.id = any(${references}::uuid[])`.execute(db);
  return rows;
}

/** Calibrations of standards that were made with any of these calibrations, by certificates of this platform or by levels outside. */
export async function listCalibrationsBelow(
  db: Db,
  nodes: readonly NodeId[],
  { from, to }: { from: string; to: string },
): Promise<{ id: string; certificateId: string | null }[]> {
  const [calibrations, references] = [idsOf(nodes, 'calibration'), idsOf(nodes, 'reference')];
  const { rows } = await sql<{ id: string; certificateId: string | null }>`
    select origin.calibration_id as id, origin.certificate_id
    from traceability_origin origin join certificate_standard used on used.certificate_id = origin.certificate_id
    where used.calibration_id = any(${calibrations}::uuid[]) and used.tested_on between ${from} and ${to}
    union
    select link.lower_id, null from traceability_link link
    where link.lower_kind = 'calibration' and link.reference_id = any(${references}::uuid[]) and link.ended_at is null`.execute(db);
  return rows;
}

export const listReferencesBelow = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('traceabilityLink')
    .select('lowerId as id')
    .where('lowerKind', '=', 'reference')
    .where('referenceId', 'in', [...ids])
    .where('endedAt', 'is', null)
    .execute();

export type BelowFilter = {
  readonly calibrations: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly after: { readonly day: string; readonly id: string } | undefined;
};

/** Certificates that rest on any of these calibrations, by day of test; each once. */
export async function listCertificatesBelow(db: Db, { calibrations, from, to, limit, after }: BelowFilter) {
  const { rows } = await sql<{ certificateId: string; testedOn: string; calibrationId: string }>`
    select used.certificate_id, used.tested_on, min(used.calibration_id::text) as calibration_id
    from certificate_standard used
    where used.calibration_id = any(${[...calibrations]}::uuid[]) and used.tested_on between ${from} and ${to}
      and (${after === undefined} or (used.tested_on, used.certificate_id) > (${after?.day ?? from}::date, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
    group by used.tested_on, used.certificate_id
    order by used.tested_on, used.certificate_id limit ${limit}`.execute(db);
  return rows;
}

export async function countCertificatesBelow(
  db: Db,
  { calibrations, from, to }: Pick<BelowFilter, 'calibrations' | 'from' | 'to'>,
): Promise<number> {
  const { rows } = await sql<{ n: string | number }>`
    select count(distinct certificate_id) as n from certificate_standard
    where calibration_id = any(${[...calibrations]}::uuid[]) and tested_on between ${from} and ${to}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

const within = (scope: Scope, table: string) => scopeCondition(scope, { region: `${table}.region`, organization: `${table}.instituteId` });

/** The calibrations on which standards in service rest on a day, within a scope: what is examined for an institute or a region. */
export async function listCalibrationsInUse(
  db: Db,
  scope: Scope,
  { day, institute, limit }: { day: string; institute: string | undefined; limit: number },
) {
  return db
    .selectFrom('standard')
    .innerJoinLateral(
      (it) =>
        it
          .selectFrom('standardCertificate')
          .select('standardCertificate.id as calibrationId')
          .whereRef('standardCertificate.standardId', '=', 'standard.id')
          .where('standardCertificate.calibratedOn', '<=', day)
          .orderBy('standardCertificate.calibratedOn', 'desc')
          .orderBy('standardCertificate.recordedAt', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .innerJoin('organization', 'organization.id', 'standard.instituteId')
    .select([
      'standard.id as standardId',
      'standard.name',
      'standard.number',
      'standard.serial',
      'latest.calibrationId',
      'organization.name as institute',
    ])
    .where(within(scope, 'standard'))
    .$if(institute !== undefined, (q) => q.where('standard.instituteId', '=', institute ?? ''))
    .orderBy('organization.name')
    .orderBy('standard.number')
    .limit(limit)
    .execute();
}

/** The calibrations of standards that were recorded from certificates of this platform. */
export const listCalibrationsOf = (db: Db, certificates: readonly string[]) =>
  db
    .selectFrom('traceabilityOrigin')
    .select('calibrationId as id')
    .where('certificateId', 'in', [...certificates])
    .execute();

/** The node that something stands for on a day: a standard its latest calibration, an instrument its latest certificate. */
export async function resolveStart(
  db: Db,
  kind: NodeKind | 'standard' | 'instrument',
  id: string,
  asOf: string,
  knownAt: string,
): Promise<NodeId | undefined> {
  if (kind === 'standard') {
    const row = await db
      .selectFrom('standardCertificate')
      .select('id')
      .where('standardId', '=', id)
      .where('calibratedOn', '<=', asOf)
      .where('recordedAt', '<=', knownAt)
      .orderBy('calibratedOn', 'desc')
      .orderBy('recordedAt', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { kind: 'calibration', id: row.id };
  }
  if (kind === 'instrument') {
    const row = await db
      .selectFrom('certificate')
      .select('id')
      .where('instrumentId', '=', id)
      .where('testedOn', '<=', asOf)
      .where('issuedAt', '<=', knownAt)
      .orderBy('testedOn', 'desc')
      .orderBy('issuedAt', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row && { kind: 'certificate', id: row.id };
  }
  return { kind, id };
}

/** What is shown of certificates below a node. */
export async function listResting(db: Db, rows: readonly { certificateId: string; calibrationId: string }[]) {
  if (rows.length === 0) return [];
  const through = new Map(rows.map(({ certificateId, calibrationId }) => [certificateId, calibrationId]));
  const found = await db
    .selectFrom('certificate')
    .innerJoin('organization as institute', 'institute.id', 'certificate.instituteId')
    .leftJoin('instrument', 'instrument.id', 'certificate.instrumentId')
    .select([
      'certificate.id as certificateId',
      'certificate.number',
      'certificate.validUntil',
      'certificate.serial',
      'certificate.status',
      'certificate.instituteId',
      'certificate.region',
      'institute.name as issuer',
      'instrument.name as instrument',
    ])
    .where('certificate.id', 'in', [...through.keys()])
    .execute();
  const calibrations = await db
    .selectFrom('standardCertificate')
    .innerJoin('standard', 'standard.id', 'standardCertificate.standardId')
    .select(['standardCertificate.id', 'standardCertificate.number', 'standard.name'])
    .where('standardCertificate.id', 'in', [...new Set(through.values())])
    .execute();
  const names = new Map(calibrations.map(({ id, number, name }) => [id, `${name} ${number}`]));
  return found.map((row) => ({ ...row, through: names.get(through.get(row.certificateId) ?? '') ?? '' }));
}

/** Nodes of a number, within a scope. */
export async function findByNumber(db: Db, scope: Scope, text: string): Promise<NodeId[]> {
  const [certificates, calibrations, references] = await Promise.all([
    db
      .selectFrom('certificate')
      .select('id')
      .where('number', '=', text.toUpperCase())
      .where(within(scope, 'certificate'))
      .limit(5)
      .execute(),
    db
      .selectFrom('standardCertificate')
      .innerJoin('standard', 'standard.id', 'standardCertificate.standardId')
      .select('standardCertificate.id')
      .where((it) => it.or([it('standardCertificate.number', 'like', `%${text}%`), it('standard.search', 'like', `%${text}%`)]))
      .where(within(scope, 'standard'))
      .orderBy('standardCertificate.calibratedOn', 'desc')
      .limit(20)
      .execute(),
    db
      .selectFrom('traceabilityReference')
      .select('id')
      .where('search', 'like', `%${text}%`)
      .where(within(scope, 'traceabilityReference'))
      .limit(20)
      .execute(),
  ]);
  return [
    ...certificates.map(({ id }): NodeId => ({ kind: 'certificate', id })),
    ...calibrations.map(({ id }): NodeId => ({ kind: 'calibration', id })),
    ...references.map(({ id }): NodeId => ({ kind: 'reference', id })),
  ];
}

/** Standards with two certificates of different issuers that hold on the same days, neither being the renewal of the other. */
export async function listOverlaps(db: Db, standards: readonly string[]): Promise<{ standardId: string; detail: string }[]> {
  const { rows } = await sql<{ standardId: string; detail: string }>`
    select one.standard_id, one.number || ' ' || one.issuer || ' / ' || other.number || ' ' || other.issuer as detail
    from standard_certificate one join standard_certificate other
      on other.standard_id = one.standard_id and other.issuer <> one.issuer and other.id <> one.id
      and other.calibrated_on = one.calibrated_on and other.id > one.id
    where one.standard_id = any(${[...standards]}::uuid[])`.execute(db);
  return rows;
}
