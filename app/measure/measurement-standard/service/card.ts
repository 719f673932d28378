import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { MeasurementStandard } from '../contract/shapes.ts';
import {
  decidingKind,
  lastDayFrom,
  shownState,
  standingOn,
  termSpans,
  validSpans,
  type ExaminedKind,
  type MeasurementStandardKind,
  type Span,
  type Standing,
} from '../rules.ts';
import type { ApplicationState } from '../rules/application.ts';
import { applyBy, renewalOn, ruleOn, type ValidityRule } from '../rules/validity.ts';
import * as certificates from '../store/certificate.ts';
import * as store from '../store/dossier.ts';

type Reading = Pick<Context, 'db'>;
export type CertificateRow = Awaited<ReturnType<typeof store.listCertificates>>[number] & { readonly kind: ExaminedKind };
export type StateRow = Awaited<ReturnType<typeof store.listStates>>[number] & { readonly state: Standing };
export type Rule = Awaited<ReturnType<typeof certificates.listRules>>[number] & ValidityRule;

/** A dossier with everything by which its state on a day is told. */
export type Loaded = {
  readonly row: store.DossierRow;
  readonly states: readonly StateRow[];
  readonly certificates: readonly CertificateRow[];
  readonly standing: Standing;
  readonly spans: readonly Span[];
  readonly hasOpenApplication: boolean;
  readonly card: MeasurementStandard;
};

export const openStates: readonly string[] = ['applied', 'examining', 'returned'];

export const listRules = (ctx: Reading): Promise<Rule[]> => certificates.listRules(ctx.db) as Promise<Rule[]>;

/** What each dossier is on a day, in a handful of statements whatever their number. */
export async function loadDossiers(ctx: Reading, rows: readonly store.DossierRow[], day: string): Promise<Loaded[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [states, examined, names, regulations, applications, rules] = await Promise.all([
    store.listStates(ctx.db, ids),
    store.listCertificates(ctx.db, ids),
    store.listFormerNames(ctx.db, ids),
    store.listPresentRegulations(ctx.db, ids),
    store.listLatestApplications(ctx.db, ids),
    listRules(ctx),
  ]);
  const group = <Row extends { measurementStandardId: string }>(all: readonly Row[]): Map<string, Row[]> => {
    const found = new Map<string, Row[]>();
    for (const one of all) {
      const own = found.get(one.measurementStandardId);
      if (own === undefined) found.set(one.measurementStandardId, [one]);
      else own.push(one);
    }
    return found;
  };
  const byDossier = {
    states: group(states),
    certificates: group(examined),
    names: group(names),
    regulations: group(regulations),
    applications: group(applications),
  };
  return rows.map((row) => {
    const own = (byDossier.states.get(row.id) ?? []) as StateRow[];
    const certs = (byDossier.certificates.get(row.id) ?? []) as CertificateRow[];
    const [application] = byDossier.applications.get(row.id) ?? [];
    const kind = row.kind as MeasurementStandardKind;
    const spans = validSpans(kind, own, certs);
    const present = standingOn(own, day) ?? own[0];
    const standing: Standing = present?.state ?? 'building';
    const hasOpenApplication = application !== undefined && openStates.includes(application.state);
    const deciding = termSpans(certs, decidingKind(kind));
    const holding = deciding.find(({ span }) => span.from <= day && (span.to === null || day < span.to)) ?? deciding[deciding.length - 1];
    const state = shownState(day, standing, spans, (application?.state ?? null) as ApplicationState | null);
    const validUntil = lastDayFrom(spans, day);
    const ends = validUntil ?? (state === 'lapsed' || state === 'suspended' ? (holding?.of.validUntil ?? null) : null);
    const months = holding === undefined ? undefined : ruleOn(rules, 're-examination', holding.of.issuedOn)?.months;
    const due = ends === null || months === undefined ? null : applyBy(ends, months);
    const appliedOn = hasOpenApplication && application.kind !== 'first' ? application.appliedOn : null;
    const examination = termSpans(certs, 'examination');
    return {
      row,
      states: own,
      certificates: certs,
      standing,
      spans,
      hasOpenApplication,
      card: {
        id: row.id as never,
        institute: { id: row.instituteId as never, name: row.instituteName },
        region: row.region,
        kind,
        level: row.level as MeasurementStandard['level'],
        top: row.top,
        name: row.name,
        formerNames: (byDossier.names.get(row.id) ?? []).map(({ name }) => name),
        code: row.code,
        quantity: row.quantity,
        place: row.place,
        regulations: (byDossier.regulations.get(row.id) ?? []).map(({ regulation }) => regulation),
        state,
        since: present?.since ?? row.recordedAt.slice(0, 10),
        certificateNumber: holding?.of.number ?? null,
        examinationNumber:
          (examination.find(({ span }) => span.from <= day && (span.to === null || day < span.to)) ?? examination[examination.length - 1])
            ?.of.number ?? null,
        validUntil: ends,
        applyBy: standing === 'withdrawn' ? null : due,
        renewal:
          standing === 'withdrawn' || ends === null || due === null
            ? null
            : renewalOn(day, { lastDay: ends, applyBy: due, renewed: false, appliedOn }),
        version: row.version,
        demonstration: row.demonstration,
      },
    };
  });
}

/** A dossier within the caller's scope, as it is on a day. */
export async function getDossier(ctx: Pick<Context, 'db' | 'caller'>, id: string, day: string): Promise<Loaded> {
  const row = await store.findDossier(ctx.db, ctx.caller.scope, id);
  const [loaded] = row === undefined ? [] : await loadDossiers(ctx, [row], day);
  if (loaded === undefined) throw new Problem(platformProblems.notFound);
  return loaded;
}
