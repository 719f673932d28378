import { addDays, type Day } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import { adoptionStatesOf } from '../../../register/catalogue/service.ts';
import { abilitiesOf } from '../../qualification/service/ability.ts';
import { standardsOn, type StandardOnDay } from '../../standard/service/bench.ts';
import { coversDay } from '../rules.ts';
import { documentKindNames, documentState } from '../rules/document-set.ts';
import { environmentRecordDays, findingReasonNames, leastPeople, type FindingReason, type FindingRemark } from '../rules/finding.ts';
import * as store from '../store/dossier.ts';
import { listOpenChanges } from '../store/examination.ts';
import * as parts from '../store/part.ts';
import { loadDossiers, type Loaded } from './card.ts';

type Reading = Pick<Context, 'db'>;

/** A measurement standard on a day, for one regulation that it serves; null: it names none on that day. */
export type MeasurementStandardOnDay = {
  readonly id: string;
  readonly instituteId: string;
  readonly name: string;
  readonly regulation: string | null;
  /** Examined, not suspended, not withdrawn and not lapsed on the day. */
  readonly valid: boolean;
  /** Everything that keeps it from being effective on the day; empty: nothing. */
  readonly reasons: readonly FindingReason[];
  readonly remarks: readonly FindingRemark[];
  readonly mainEquipment: readonly string[];
  readonly auxiliaryEquipment: readonly string[];
  /** Persons with a registration for the regulation that holds on the day. */
  readonly people: readonly string[];
  readonly environmentRecorded: boolean;
  /** Last day of validity without a gap; null: none. */
  readonly validUntil: Day | null;
};

const holdsOn = <Row extends { since: string; until: string | null }>(rows: readonly Row[], day: string): Row[] =>
  rows.filter(({ since, until }) => since <= day && (until === null || day <= until));

export const isInService = (standard: StandardOnDay | undefined): boolean => standard?.state === 'in-service';
/** In service with a certificate whose last day has not passed. */
export const isInDate = (standard: StandardOnDay | undefined, day: string): boolean =>
  isInService(standard) && standard?.certificate !== null && standard !== undefined && standard.certificate.validUntil >= day;

function legalReasons({ spans, standing, certificates }: Loaded, day: string): FindingReason[] {
  if (standing === 'withdrawn' || standing === 'suspended') return [standing];
  if (standing === 'building') return ['not-examined'];
  if (coversDay(spans, day)) return [];
  return certificates.some(({ validFrom }) => validFrom <= day) ? ['lapsed'] : certificates.length === 0 ? ['not-examined'] : ['not-yet'];
}

/** The measurement standards of an institute, or of all, as they were or will be on a day by what is recorded now. */
export async function measurementStandardsOn(
  ctx: Reading,
  day: Day,
  { instituteId, regulation, ids }: { instituteId?: string; regulation?: string; ids?: readonly string[] } = {},
): Promise<MeasurementStandardOnDay[]> {
  const rows = await store.listDossiers(ctx.db, { kind: 'city' }, { institute: instituteId, ids });
  if (rows.length === 0) return [];
  const all = rows.map(({ id }) => id);
  const [loaded, equipment, members, procedures, requirements, environment, documents, changes] = await Promise.all([
    loadDossiers(ctx, rows, day),
    parts.listEquipment(ctx.db, all),
    parts.listMembers(ctx.db, all),
    parts.listProcedures(ctx.db, all),
    parts.listRequirements(ctx.db, all),
    parts.listEnvironment(ctx.db, all, addDays(day, -environmentRecordDays), day),
    parts.listDocuments(ctx.db, all),
    listOpenChanges(ctx.db, all),
  ]);
  const of = <Row extends { measurementStandardId: string }>(list: readonly Row[], id: string): Row[] =>
    list.filter(({ measurementStandardId }) => measurementStandardId === id);
  const institutes = [...new Set(rows.map((row) => row.instituteId))];
  const benches = new Map<string, StandardOnDay>();
  const adoptions = new Map<string, Readonly<Record<string, string>>>();
  for (const institute of institutes) {
    const own = new Set(rows.filter((row) => row.instituteId === institute).map(({ id }) => id));
    const standards = [...new Set(equipment.filter((one) => own.has(one.measurementStandardId)).map(({ standardId }) => standardId))];
    for (const standard of await standardsOn(ctx, institute, standards, day)) benches.set(standard.id, standard);
    adoptions.set(institute, await adoptionStatesOf(ctx, institute));
  }
  const found: MeasurementStandardOnDay[] = [];
  for (const one of loaded) {
    const { id, instituteId: institute, name } = one.row;
    const main = holdsOn(of(equipment, id), day).filter(({ role }) => role === 'main');
    const auxiliary = holdsOn(of(equipment, id), day).filter(({ role }) => role === 'auxiliary');
    const people = holdsOn(of(members, id), day);
    const used = holdsOn(of(procedures, id), day);
    const asked = holdsOn(of(requirements, id), day);
    const records = of(environment, id);
    const latest = asked.map((requirement) => records.find(({ requirementId }) => requirementId === requirement.id));
    const environmentRecorded = asked.length > 0 && latest.every((record) => record !== undefined);
    const shared: FindingReason[] = [...legalReasons(one, day)];
    if (main.length === 0) shared.push('no-main-equipment');
    if (main.some(({ standardId }) => !isInService(benches.get(standardId)))) shared.push('main-equipment-out-of-service');
    if (main.some(({ standardId }) => isInService(benches.get(standardId)) && !isInDate(benches.get(standardId), day)))
      shared.push('main-equipment-out-of-date');
    if (auxiliary.some(({ standardId }) => !isInDate(benches.get(standardId), day))) shared.push('auxiliary-equipment-out-of-date');
    if (!environmentRecorded) shared.push('environment-not-recorded');
    if (latest.some((record) => record !== undefined && !record.within)) shared.push('environment-outside');
    const examined = one.certificates.length > 0;
    const filed = of(documents, id);
    const missing = documentKindNames.some(
      (document) =>
        documentState(
          document,
          filed.find((row) => row.document === document),
          { kind: one.row.kind, examined },
        ) === 'missing',
    );
    const remarks: FindingRemark[] = [
      ...(one.standing === 'in-force' && !one.certificates.some(({ kind }) => kind === 'examination')
        ? (['examination-certificate-missing'] as const)
        : []),
      ...(asked.length === 0 ? (['no-environment-requirement'] as const) : []),
      ...(missing ? (['documents-missing'] as const) : []),
      ...(of(changes, id).length > 0 ? (['change-open'] as const) : []),
      ...(one.card.renewal === 'due' || one.card.renewal === 'late' ? (['application-due'] as const) : []),
    ];
    const regulations = [...new Set(used.map((row) => row.regulation))].filter((own) => regulation === undefined || own === regulation);
    const common = {
      id,
      instituteId: institute,
      name,
      valid: coversDay(one.spans, day),
      remarks,
      mainEquipment: main.map(({ standardId }) => standardId),
      auxiliaryEquipment: auxiliary.map(({ standardId }) => standardId),
      environmentRecorded,
      validUntil: coversDay(one.spans, day) ? one.card.validUntil : null,
    };
    if (used.length === 0) {
      if (regulation === undefined)
        found.push({ ...common, regulation: null, reasons: inOrder([...shared, 'no-procedure', 'too-few-people']), people: [] });
      continue;
    }
    const employed =
      people.length === 0
        ? []
        : await parts.listEmployed(
            ctx.db,
            institute,
            people.map(({ memberId }) => memberId),
          );
    for (const own of regulations) {
      const wanted = employed.flatMap(({ id: personId }) =>
        (['test', 'check'] as const).map((activity) => ({ personId, activity, regulation: own, day })),
      );
      const abilities = await abilitiesOf(ctx, institute, wanted);
      const qualified = [...new Set(wanted.filter((_, index) => abilities[index]?.holds === true).map(({ personId }) => personId))];
      const editions = used.filter((row) => row.regulation === own);
      const adopted = adoptions.get(institute) ?? {};
      const reasons: FindingReason[] = [
        ...shared,
        ...(qualified.length < leastPeople ? (['too-few-people'] as const) : []),
        ...(editions.some(({ edition }) => adopted[edition] === 'adopted') ? [] : (['edition-not-adopted'] as const)),
      ];
      found.push({ ...common, regulation: own, reasons: inOrder(reasons), people: qualified });
    }
  }
  return found;
}

const inOrder = (reasons: readonly FindingReason[]): FindingReason[] => findingReasonNames.filter((name) => reasons.includes(name));

/** One dossier over all its regulations: what keeps any of them from being effective. */
export async function findingOf(ctx: Reading, id: string, day: Day) {
  const found = await measurementStandardsOn(ctx, day, { ids: [id] });
  const names = new Set(found.flatMap(({ reasons }) => reasons));
  const remarks = new Set(found.flatMap((one) => one.remarks));
  return {
    day,
    valid: found.some(({ valid }) => valid),
    reasons: findingReasonNames.filter((name) => names.has(name)),
    remarks: [...remarks],
  };
}
