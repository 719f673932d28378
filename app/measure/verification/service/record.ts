import { createHash } from 'node:crypto';
import type { Calculation, Check } from '@tongheng/procedures/calculation';
import type { Edition } from '@tongheng/procedures/edition';
import { findEdition, findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { adoptedLimitsOf } from '../../../register/catalogue/service.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { StandardChoice } from '../contract/shapes.ts';
import { calculationInput, conditionsOf, type Conditions } from '../rules/conditions.ts';
import { allowedVerificationActions, isPossible, type VerificationAction, type VerificationStatus } from '../rules/life-cycle.ts';
import { findRule } from '../store/gate.ts';
import { findVerification, lockVerification, type VerificationRow } from '../store/verification.ts';

export async function getVerification(ctx: Context, id: string): Promise<VerificationRow> {
  const row = await findVerification(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const approverMayCheck = async (ctx: Context, instituteId: string): Promise<boolean> =>
  (await findRule(ctx.db, instituteId))?.approverMayCheck ?? false;

/** Locks a record for an action of this caller; says which rule forbids it. */
export async function openFor(ctx: Context, id: string, action: VerificationAction): Promise<VerificationRow> {
  await lockVerification(ctx.db, id);
  const row = await getVerification(ctx, id);
  const status = row.status as VerificationStatus;
  const rule = await approverMayCheck(ctx, row.instituteId);
  const { personId, organizationId } = ctx.caller;
  if (row.instituteId !== organizationId) throw new Problem(platformProblems.forbidden);
  if (!isPossible(status, action)) throw new Problem(verificationProblems.wrongState);
  if (allowedVerificationActions({ ...row, status }, ctx.caller, rule).includes(action)) return row;
  if (action === 'save' || action === 'submit') throw new Problem(platformProblems.forbidden);
  if (personId === row.technicianId) throw new Problem(verificationProblems.ownRecord);
  throw new Problem(action === 'approve' && personId === row.checkerId ? verificationProblems.checkedByYou : platformProblems.forbidden);
}

export function editionOf(row: Pick<VerificationRow, 'edition'>): Edition {
  const edition = findEdition(row.edition);
  if (edition === undefined) throw new RangeError(`no procedure ${row.edition}`);
  return edition;
}

const isBeingEntered = (row: VerificationRow): boolean => row.status === 'drafted' || row.status === 'returned';
type Texts = Readonly<Record<string, string>>;

/** What a record is computed from. While it is entered the ledger and the session are asked; what was submitted stays as it was. */
export type Sheet = Conditions<StandardChoice> & {
  readonly kind: string;
  readonly nameplate: Texts;
  readonly readings: Readonly<Record<string, unknown>>;
  readonly adoptedLimits: Texts;
};

export async function sheetOf(ctx: Pick<Context, 'db'>, row: VerificationRow): Promise<Sheet> {
  const own = {
    testedOn: row.testedOn,
    environment: row.environment as Texts,
    standards: row.standards as StandardChoice[] | null,
  };
  const common = { kind: row.kind, readings: row.readings as Readonly<Record<string, unknown>> };
  if (!isBeingEntered(row)) {
    return {
      ...common,
      ...own,
      standards: own.standards ?? [],
      nameplate: row.nameplate as Texts,
      adoptedLimits: (row.adoptedLimits ?? {}) as Texts,
    };
  }
  const session =
    row.sessionDay === null
      ? null
      : { day: row.sessionDay, environment: row.sessionEnvironment as Texts, standards: row.sessionStandards as StandardChoice[] };
  return {
    ...common,
    ...conditionsOf(own, session, editionOf(row)),
    nameplate: row.parameters as Texts,
    adoptedLimits: await adoptedLimitsOf(ctx, row.instituteId, row.edition),
  };
}

export type Computed = {
  readonly calculation: Calculation;
  readonly digest: string;
  /** The checks that can be made, also where no conclusion is drawn. */
  readonly checks: readonly Check[];
};

/** What a record concludes: a calibration states values, and nothing about whether they are good enough. */
export const concludedBy = ({ purpose }: Pick<VerificationRow, 'purpose'>, { conclusion }: Pick<Calculation, 'conclusion'>) =>
  purpose === 'calibration' ? null : conclusion;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** What the procedure makes of a record, and the digest of it. */
export function compute(row: Pick<VerificationRow, 'edition'>, sheet: Sheet): Computed {
  const procedure = findProcedure(row.edition);
  if (procedure === undefined) throw new RangeError(`no procedure ${row.edition}`);
  const input = calculationInput(sheet);
  const calculation = procedure.calculate(input);
  const checks = calculation.conclusion === null ? procedure.progress(input).checks : calculation.checks;
  return { calculation, digest: sha256(canonical(calculation)), checks };
}
