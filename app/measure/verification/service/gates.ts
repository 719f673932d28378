import type { Kind } from '@tongheng/procedures/edition';
import { effectsOf } from '@tongheng/procedures/effect';
import { editionsFor } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import { cityDay } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { adoptedLimitsOf, findAdoptionOf } from '../../../register/catalogue/service.ts';
import { abilitiesOf } from '../../qualification/service/ability.ts';
import { regulationOf, type Activity } from '../../qualification/rules.ts';
import { designatedFor, findDesignation } from '../../../register/designation/service.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Gate as GateReply, Photo } from '../contract/shapes.ts';
import { reasonOf } from '../rules/gate-reasons.ts';
import { gates, isClosed, judgeGates, type Ability, type Facts, type Gate, type Phase } from '../rules/gates.ts';
import type { NetworkCheck } from '../rules/kind.ts';
import type { Purpose } from '../rules/purpose.ts';
import { judgeRanges } from '../rules/range-gate.ts';
import { holdsOn, itemsWithoutCheck, judgeStandards } from '../rules/standard-gate.ts';
import type { VerificationRow } from '../store/verification.ts';
import { changedPhotos } from './photos.ts';
import { isIntact } from './raw-record.ts';
import { approverMayCheck, compute, editionOf, sheetOf, type Computed, type Sheet } from './record.ts';
import { statedFor } from './stated.ts';
import { resolveStandards, type ResolvedStandard } from './standards.ts';

/** Everything that was found about a record for a step, so that the step need not look again. */
export type Examined = {
  readonly sheet: Sheet;
  readonly computed: Computed;
  readonly standards: readonly ResolvedStandard[];
  readonly gates: readonly Gate[];
};

/** Errors of cells that a person can correct; unknown limits and environment bounds have their own gates. */
export const isOfTheEnvironment = ({ path, reason }: { path: string; reason: string }): boolean =>
  path.startsWith('environment.') && (reason === 'too-small' || reason === 'too-large');
export const isUnknownLimit = ({ reason }: { reason: string }): boolean => reason === 'limit-unknown';

/** An inspection is not requested: the designation that held on the day of the test counts. */
async function designationOf(ctx: Context, row: VerificationRow, testedOn: string): Promise<Facts['designation']> {
  const id = row.designationId ?? (await designatedFor(ctx, row.instrumentRegion, row.instrumentKind, testedOn))?.id;
  const found = id === undefined ? undefined : await findDesignation(ctx, id);
  return {
    institute: row.instituteId,
    designated: found?.instituteId ?? null,
    documentNumber: found?.documentNumber ?? null,
    from: found?.validFrom ?? null,
    to: found?.validTo ?? null,
  };
}

type Persons = { readonly checker: string | null; readonly approver: string | null };

async function abilitiesFor(ctx: Context, row: VerificationRow, testedOn: string, persons: Persons): Promise<Facts['abilities']> {
  const regulation = regulationOf(row.edition);
  const checkedOn = row.checkedAt === null ? ctx.today : cityDay(new Date(row.checkedAt));
  const wanted = (personId: string | null, activity: Activity, day: string) =>
    personId === null ? [] : [{ personId, activity, regulation, day }];
  const checker = wanted(persons.checker, 'check', checkedOn);
  const found = await abilitiesOf(ctx, row.instituteId, [
    ...wanted(row.technicianId, 'test', testedOn),
    ...checker,
    ...wanted(persons.approver, 'approve', ctx.today),
  ]);
  const tester = found[0] as Ability;
  return {
    tester,
    checker: persons.checker === null ? null : (found[1] ?? null),
    approver: persons.approver === null ? null : (found[1 + checker.length] ?? null),
  };
}

/** Looks at everything a gate may ask for and judges those of the step, with the caller as the one who takes it. */
export async function examine(ctx: Context, row: VerificationRow, phase: Phase, persons: Persons): Promise<Examined> {
  const edition = editionOf(row);
  const sheet = await sheetOf(ctx, row);
  const computed = compute(row, sheet);
  const testedOn = sheet.testedOn ?? ctx.today;
  const standards = await resolveStandards(ctx, row.instituteId, sheet.standards, testedOn);
  const adoption = await findAdoptionOf(ctx, row.instituteId, row.edition);
  const { checks } = computed;
  const { errors } = computed.calculation;
  const submitted = phase !== 'submission';
  const photos = row.photos as unknown as readonly Photo[];
  const { items: uncertainties, basis } = await statedFor(ctx, row);
  const facts: Facts = {
    purpose: row.purpose as Purpose,
    uncertainty: { stated: uncertainties.map(({ check, U, unit }) => `${check} U = ${U} ${unit}`), basis },
    testedOn,
    persons: { tester: row.technicianId, ...persons, approverMayCheck: await approverMayCheck(ctx, row.instituteId) },
    abilities: await abilitiesFor(ctx, row, testedOn, persons),
    instrument: {
      recorded: true,
      status: row.instrumentStatus,
      unchanged: canonical(sheet.nameplate) === canonical(row.parameters),
    },
    designation: await designationOf(ctx, row, testedOn),
    adoption: {
      ...adoption,
      unknownLimits: errors.filter(isUnknownLimit).map(({ path }) => path),
      // Before submission the sheet has just been filled with the present ones.
      limitsUnchanged: !submitted || canonical(sheet.adoptedLimits) === canonical(await adoptedLimitsOf(ctx, row.instituteId, row.edition)),
    },
    edition: {
      used: row.edition,
      inForce: editionsFor(row.instrumentKind)
        .filter((one) => holdsOn(one, row.instrumentKind, testedOn))
        .map(({ id }) => id),
    },
    result: {
      missing: [
        ...(sheet.testedOn === null ? ['testedOn'] : []),
        ...errors.filter((error) => !isOfTheEnvironment(error) && !isUnknownLimit(error)).map(({ path }) => path),
      ],
      without: itemsWithoutCheck(edition, row.kind as Kind, checks),
      stored: row.resultDigest,
      recomputed: computed.digest,
      recordIntact: submitted ? await isIntact(ctx, row, sheet) : true,
    },
    environment: { outside: errors.filter(isOfTheEnvironment).map(({ path, text }) => `${path.slice('environment.'.length)}: ${text[0]}`) },
    standards: judgeStandards(edition, standards, checks, testedOn),
    ranges: judgeRanges(
      edition,
      standards,
      effectsOf(edition, { instrument: sheet.nameplate, readings: sheet.readings }, { values: computed.calculation.values, checks }),
    ),
    onSite: {
      sealed: (row.seals as unknown as readonly unknown[]).length > 0,
      outdoors: row.whereDone !== 'institute',
      secondPerson: row.secondPersonId,
    },
    photos: { changed: await changedPhotos(ctx, photos) },
    network: { state: row.networkCheck as NetworkCheck, conclusion: computed.calculation.conclusion },
  };
  return { sheet, computed, standards, gates: judgeGates(facts, phase) };
}

export function refuseClosed(ctx: Context, all: readonly Gate[]): void {
  const closed = all.filter((gate) => isClosed(gate) || gate.pending);
  if (closed.length === 0) return;
  throw new Problem(verificationProblems.gateClosed, {
    issues: closed.map((gate) => ({
      path: ['gates', gate.gate],
      message: `${inLanguage(gates[gate.gate], ctx.language)}：${inLanguage(reasonOf(gate) ?? ['', ''], ctx.language)}`,
    })),
  });
}

export const toGateReply = (ctx: Context, gate: Gate): GateReply => {
  const reason = reasonOf(gate);
  return { ...gate, found: { ...gate.found }, reason: reason === null ? null : inLanguage(reason, ctx.language) };
};
