import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { FindingCard, FindingVersion, ImpactRow, Notice } from '../contract/impact-shapes.ts';
import { allowedFindingActions, type FindingAction } from '../rules/impact.ts';
import type { FoundPoint, Finding } from '../rules/impact-finding.ts';
import { triageNames, type Triage } from '../rules/impact-triage.ts';
import type { NoticeRow } from '../store/impact-case.ts';
import { findFinding, type FindingRow, type VersionRow } from '../store/impact-finding.ts';
import { countByTriage, latestEvaluations, type EvaluationRow, type ImpactListRow } from '../store/impact-result.ts';

/** A finding within the caller's scope. */
export async function getFinding(ctx: Context, id: string): Promise<FindingRow> {
  const row = await findFinding(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const zeroCounts = (): Record<Triage, number> => Object.fromEntries(triageNames.map((name) => [name, 0])) as Record<Triage, number>;

export const toCard = (row: FindingRow, evaluation: EvaluationRow | undefined, counts: Record<Triage, number>): FindingCard =>
  ({
    id: row.id,
    number: row.number,
    state: row.state,
    institute: { id: row.instituteId, name: row.instituteName },
    standard: {
      id: row.standardId,
      number: row.standardNumber,
      name: row.standardName,
      serial: row.standardSerial,
      range: row.standardRange,
    },
    version: row.version,
    foundOn: row.foundOn,
    since: row.since,
    recordedBy: { id: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt,
    evaluation:
      evaluation === undefined
        ? null
        : {
            id: evaluation.id,
            version: evaluation.version,
            state: evaluation.state,
            engine: evaluation.engine,
            inputsDigest: evaluation.inputsDigest,
            total: evaluation.total,
            done: evaluation.done,
            begunAt: evaluation.begunAt,
            endedAt: evaluation.endedAt,
          },
    counts,
    demonstration: row.demonstration,
  }) as FindingCard;

export async function toCards(ctx: Context, rows: readonly FindingRow[]): Promise<FindingCard[]> {
  const evaluations = await latestEvaluations(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const counted = new Map<string, Record<Triage, number>>();
  for (const { evaluationId, triage, count } of await countByTriage(
    ctx.db,
    [...evaluations.values()].map(({ id }) => id),
  ))
    counted.set(evaluationId, { ...(counted.get(evaluationId) ?? zeroCounts()), [triage]: count });
  return rows.map((row) => {
    const evaluation = evaluations.get(row.id);
    return toCard(row, evaluation, (evaluation && counted.get(evaluation.id)) ?? zeroCounts());
  });
}

export async function cardOf(ctx: Context, id: string): Promise<FindingCard> {
  const [card] = await toCards(ctx, [await getFinding(ctx, id)]);
  if (card === undefined) throw new Problem(platformProblems.notFound);
  return card;
}

export const toVersion = ({ personId, personName, points, files, ...row }: VersionRow): FindingVersion =>
  ({ ...row, points: points as FoundPoint[], files: [...files], person: { id: personId, name: personName } }) as unknown as FindingVersion;

export const toFinding = (
  standardId: string,
  version: Pick<VersionRow, 'unit' | 'errorUnit' | 'span' | 'growth' | 'transfer' | 'since' | 'foundOn' | 'points'>,
): Finding =>
  ({
    standardId,
    unit: version.unit,
    errorUnit: version.errorUnit,
    span: version.span,
    growth: version.growth,
    transfer: version.transfer,
    since: version.since,
    until: version.foundOn,
    points: version.points as FoundPoint[],
  }) as Finding;

/** Who may do what: the finders are all who wrote a version. */
export function allowedFor(
  ctx: Context,
  row: FindingRow,
  versions: readonly { personId: string }[],
  evaluation: EvaluationRow | undefined,
): FindingAction[] {
  return allowedFindingActions(
    {
      state: row.state,
      instituteId: row.instituteId,
      finders: [row.recordedBy, ...versions.map(({ personId }) => personId)],
      running: evaluation?.state === 'running',
      current: evaluation?.state === 'done' && evaluation.version === row.version,
    },
    ctx.caller,
  );
}

export const toImpactRow = (row: ImpactListRow): ImpactRow =>
  ({
    id: row.id,
    number: row.number,
    document: row.document,
    status: row.status,
    institute: { id: row.instituteId, name: row.instituteName },
    holder: { id: row.holderId, name: row.holderName },
    instrument: { id: row.instrumentId, kind: row.kind, model: row.model, serial: row.serial },
    testedOn: row.testedOn,
    validUntil: row.validUntil,
    triage: row.triage,
    depth: row.depth,
    shareBefore: row.shareBefore,
    shareAfter: row.shareAfter,
    worst:
      row.worstCheck === null
        ? null
        : {
            check: row.worstCheck,
            value: row.worstValue ?? '',
            after: row.worstAfter ?? '',
            guard: row.worstGuard ?? '',
            limit: row.worstLimit ?? '',
            unit: row.worstUnit ?? '',
          },
    wronglyFailed: row.wronglyFailed,
    reasons: row.reasons,
    decision: row.decision,
  }) as ImpactRow;

export const toNotice = (row: NoticeRow): Notice =>
  ({
    id: row.id,
    kind: row.kind,
    number: row.number,
    organization: { id: row.organizationId, name: row.organizationName },
    certificates: row.certificateIds.length,
    state: row.state,
    documentNumber: row.documentNumber,
    reason: row.reason,
    draftedBy: row.draftedBy,
    draftedAt: row.draftedAt,
    settledBy: row.settledBy,
    settledAt: row.settledAt,
  }) as Notice;

/** A number that was computed, with the digits of the one it belongs to and two more. */
export function written(value: number, beside: string): string {
  const digits = Math.min(12, (beside.split('.')[1] ?? '').length + 2);
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text;
}
