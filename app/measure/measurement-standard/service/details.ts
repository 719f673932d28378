import { findEdition } from '@tongheng/procedures/registry';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { adoptionStatesOf } from '../../../register/catalogue/service.ts';
import { timelineOf } from '../../../register/event/service.ts';
import { cardsOf } from '../../../register/file/service.ts';
import { abilitiesOf } from '../../qualification/service/ability.ts';
import { standardsOn } from '../../standard/service/bench.ts';
import { accuracyLine } from '../../standard/rules.ts';
import type { MeasurementStandardDetails } from '../contract/dossier.ts';
import type { Application, ExaminedCertificate } from '../contract/shapes.ts';
import { allowedApplicationActions, type ApplicationState } from '../rules/application.ts';
import { allowedDossierActions } from '../rules/dossier-action.ts';
import { documentKindNames, documentState } from '../rules/document-set.ts';
import { ruleOn } from '../rules/validity.ts';
import * as store from '../store/dossier.ts';
import * as examination from '../store/examination.ts';
import * as parts from '../store/part.ts';
import { toChange } from './change-card.ts';
import { getDossier, listRules, type Loaded } from './card.ts';
import { findingOf, isInDate } from './finding.ts';

export const toApplication = (row: examination.ApplicationRow, ctx: Pick<Context, 'caller'>): Application =>
  ({
    id: row.id,
    measurementStandard: { id: row.measurementStandardId, name: row.name, kind: row.standardKind },
    institute: { id: row.instituteId, name: row.instituteName },
    region: row.region,
    kind: row.kind,
    state: row.state,
    addressee: row.addressee,
    appliedOn: row.appliedOn,
    person: row.person,
    recordedAt: row.recordedAt,
    allowed: allowedApplicationActions({ state: row.state as ApplicationState, instituteId: row.instituteId }, ctx.caller),
  }) as Application;

/** Equipment, people and procedures as they were on a day. */
export async function composition(ctx: Context, loaded: Loaded, day: Day) {
  const { id, instituteId } = loaded.row;
  const [ranges, equipment, members, procedures, requirements, adoptions] = await Promise.all([
    parts.listRanges(ctx.db, id),
    parts.listEquipment(ctx.db, [id]),
    parts.listMembers(ctx.db, [id]),
    parts.listProcedures(ctx.db, [id]),
    parts.listRequirements(ctx.db, [id]),
    adoptionStatesOf(ctx, instituteId),
  ]);
  const bench = await standardsOn(
    ctx,
    instituteId,
    equipment.map(({ standardId }) => standardId),
    day,
  );
  const used = [
    ...new Set(procedures.filter(({ since, until }) => since <= day && (until === null || day <= until)).map((row) => row.regulation)),
  ];
  const wanted = members.flatMap(({ memberId }) =>
    used.flatMap((regulation) => (['test', 'check'] as const).map((activity) => ({ personId: memberId, activity, regulation, day }))),
  );
  const abilities = await abilitiesOf(ctx, instituteId, wanted);
  const part = ({ id: own, since, until, reason }: { id: string; since: string; until: string | null; reason: string | null }) => ({
    id: own,
    since,
    until,
    reason,
  });
  return {
    ranges: ranges.map((row) => ({
      ...part(row),
      parameter: row.parameter,
      low: row.low,
      high: row.high,
      unit: row.unit,
      quality: row.quality as 'mpe' | 'uncertainty' | 'class',
      value: row.value,
      valueUnit: row.valueUnit,
      coverageFactor: row.coverageFactor,
      accuracyClass: row.accuracyClass,
    })),
    equipment: equipment.flatMap((row) => {
      const standard = bench.find((one) => one.id === row.standardId);
      if (standard === undefined) return [];
      const { number, name, model, serial, range, state, certificate } = standard;
      return [
        {
          ...part(row),
          standardId: row.standardId,
          role: row.role as 'main' | 'auxiliary',
          number,
          name,
          model,
          serial,
          range,
          state,
          certificateNumber: certificate?.number ?? null,
          issuer: certificate?.issuer ?? null,
          validUntil: certificate?.validUntil ?? null,
          accuracy: certificate === null ? null : accuracyLine(certificate),
          holds: isInDate(standard, day),
        },
      ];
    }),
    members: members.map((row) => ({
      ...part(row),
      personId: row.memberId as never,
      name: row.name,
      role: row.role as 'responsible' | 'member',
      qualifications: used.map((regulation) => {
        const own = wanted.flatMap((one, index) =>
          one.personId === row.memberId && one.regulation === regulation ? [abilities[index]] : [],
        );
        const best = own.find((one) => one?.holds === true) ?? own.find((one) => one?.documentNumber !== null) ?? own[0];
        return { regulation, holds: best?.holds ?? false, documentNumber: best?.documentNumber ?? null, until: best?.until ?? null };
      }),
    })),
    procedures: procedures.map((row) => ({
      ...part(row),
      regulation: row.regulation,
      edition: row.edition,
      number: findEdition(row.edition)?.number ?? row.edition,
      adoption: adoptions[row.edition] ?? ('none' as const),
    })),
    requirements: requirements.map((row) => ({
      ...part(row),
      quantity: row.quantity,
      low: row.low,
      high: row.high,
      unit: row.unit,
      source: row.source,
    })),
  };
}
export type Composition = Awaited<ReturnType<typeof composition>>;

/** What is missing before it can be applied for. Documents that are missing are shown, and judged by whoever examines. */
export function gapsOf(made: Composition, day: Day): Text[] {
  const holds = <Row extends { since: string; until: string | null }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ since, until }) => since <= day && (until === null || day <= until));
  const main = holds(made.equipment).filter(({ role }) => role === 'main');
  const people = holds(made.members);
  const used = holds(made.procedures);
  const qualified = people.filter(({ qualifications }) => qualifications.some((one) => one.holds));
  return [
    ...(holds(made.ranges).length === 0
      ? [['未登记测量范围与不确定度或准确度', 'No range with its uncertainty or accuracy is recorded'] as const]
      : []),
    ...(main.length === 0 ? [['未登记计量标准器', 'No main standard is recorded'] as const] : []),
    ...main
      .filter((one) => !one.holds)
      .map((one): Text => [
        `计量标准器 ${one.number} 没有当日有效的溯源证书或不在用`,
        `main standard ${one.number} is out of date or out of service`,
      ]),
    ...(used.length === 0 ? [['未登记所依据的规程规范', 'No procedure is recorded'] as const] : []),
    ...used.filter(({ adoption }) => adoption !== 'adopted').map((one): Text => [`${one.number} 未采用`, `${one.number} is not adopted`]),
    ...(people.some(({ role }) => role === 'responsible') ? [] : [['未登记计量标准负责人', 'No responsible person is recorded'] as const]),
    ...(qualified.length < 2 ? [['有资格的人员不足两名', 'Fewer than two qualified people'] as const] : []),
    ...(holds(made.requirements).length === 0 ? [['未登记环境条件要求', 'No requirement on the environment is recorded'] as const] : []),
  ];
}

export async function documentsOf(ctx: Context, loaded: Loaded) {
  const rows = await parts.listDocuments(ctx.db, [loaded.row.id]);
  const files = await cardsOf(ctx, [...new Set(rows.flatMap((row) => row.files))]);
  const standard = { kind: loaded.row.kind, examined: loaded.certificates.length > 0 };
  return documentKindNames.map((document) => {
    const row = rows.find((one) => one.document === document);
    return {
      document,
      state: documentState(document, row, standard),
      files: files.filter(({ id }) => row?.files.includes(id) === true).map(({ id, name }) => ({ id, name })),
      documentNumber: row?.documentNumber ?? null,
      note: row?.note ?? null,
      person: row?.person ?? null,
      at: row?.recordedAt ?? null,
    };
  });
}

const toCertificate = (row: Awaited<ReturnType<typeof store.listCertificates>>[number]): ExaminedCertificate =>
  ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    basis: row.basis,
    files: row.files,
    recordedBy: row.recordedBy,
    recordedAt: row.recordedAt,
    supersededAt: row.supersededAt,
    correction: row.reason,
  }) as ExaminedCertificate;

/** The whole dossier as it was or will be on a day. */
export async function readDetails(ctx: Context, id: string, day: Day = ctx.today): Promise<MeasurementStandardDetails> {
  const loaded = await getDossier(ctx, id, day);
  const [made, environment, documents, certificates, applications, changes, successions, finding, rules] = await Promise.all([
    composition(ctx, loaded, day),
    parts.listEnvironment(ctx.db, [id], addDays(day, -3660), day),
    documentsOf(ctx, loaded),
    store.listCertificates(ctx.db, [id], true),
    examination.listApplications(ctx.db, ctx.caller.scope, { measurementStandard: id, limit: 50 }),
    examination.listChanges(ctx.db, ctx.caller.scope, { measurementStandard: id, limit: 100 }),
    store.listSuccessions(ctx.db, id),
    findingOf(ctx, id, day),
    listRules(ctx),
  ]);
  const rule = ruleOn(rules, 'validity', ctx.today);
  const successor = successions.find(({ predecessorId }) => predecessorId === id);
  return {
    ...loaded.card,
    day,
    recordedAt: loaded.row.recordedAt,
    entryId: loaded.row.entryId,
    ...made,
    environment: environment.slice(0, 200).map((row) => ({
      id: row.id,
      requirement: row.requirementId,
      quantity: row.quantity,
      unit: row.unit,
      day: row.day,
      lowest: row.lowest,
      highest: row.highest,
      within: row.within,
      note: row.note,
      person: row.person,
    })),
    documents,
    certificates: certificates.map(toCertificate).reverse(),
    states: [...loaded.states]
      .reverse()
      .map(({ state, since, reason, documentNumber, person, at }) => ({ state, since, reason, documentNumber, person, at })),
    applications: applications.rows.map((row) => toApplication(row, ctx)),
    changes: changes.rows.map((row) => toChange(row, ctx)),
    successor:
      successor === undefined ? null : { id: successor.successorId as never, name: successor.successorName, since: successor.since },
    predecessors: successions
      .filter(({ successorId }) => successorId === id)
      .map((row) => ({ id: row.predecessorId as never, name: row.predecessorName })),
    finding,
    gaps: gapsOf(made, day).map(([zh, en]): [string, string] => [zh, en]),
    proposal: rule === undefined ? null : { months: rule.months, source: rule.source, confidence: rule.confidence },
    allowed: allowedDossierActions(
      { standing: loaded.standing, instituteId: loaded.row.instituteId, hasOpenApplication: loaded.hasOpenApplication },
      ctx.caller,
    ),
    timeline: await timelineOf(ctx, id, ...applications.rows.map((row) => row.id)),
  } as MeasurementStandardDetails;
}
