import { findEdition } from '@tongheng/procedures/registry';
import type { Context } from '../../../platform/context.ts';
import { clausesOf, findAdoptionOf } from '../../../register/catalogue/service.ts';
import type { Verification } from '../contract/shapes.ts';
import { allowedVerificationActions, type VerificationStatus } from '../rules/life-cycle.ts';
import type { VerificationRow } from '../store/verification.ts';
import { approverMayCheck, sheetOf } from './record.ts';
import { resolveStandards, toUsed } from './standards.ts';
import { statedFor } from './stated.ts';

export const toCard = (row: VerificationRow) => ({
  id: row.id,
  recordNumber: row.recordNumber,
  request: row.requestId,
  item: row.itemId,
  session: row.sessionId,
  instrument: {
    id: row.instrumentId,
    kind: row.instrumentKind,
    name: row.instrumentName,
    model: row.model,
    serial: row.serial,
    maker: row.maker,
    place: row.place,
  },
  holder: { id: row.holderId, name: row.holderName },
  institute: { id: row.instituteId, name: row.instituteName },
  edition: row.edition,
  editionNumber: findEdition(row.edition)?.number ?? row.edition,
  kind: row.kind,
  purpose: row.purpose,
  status: row.status,
  networkCheck: row.networkCheck,
  technician: { id: row.technicianId, name: row.technicianName },
  checker: row.checkerName,
  approver: row.approverName,
  testedOn: row.testedOn ?? row.sessionDay,
  conclusion: row.conclusion,
  certificateNumber: row.certificateNumber,
  returnReason: row.returnReason,
  begunAt: row.begunAt,
  demonstration: row.demonstration,
});

/** The whole record as this caller sees it. Until it is submitted the nameplate is the ledger's and the conditions are the session's. */
export async function toVerification(ctx: Context, row: VerificationRow): Promise<Verification> {
  const adoption = await findAdoptionOf(ctx, row.instituteId, row.edition);
  const sheet = await sheetOf(ctx, row);
  const stated = await statedFor(ctx, row);
  const isKept = row.status !== 'drafted' && row.status !== 'returned' && row.standardsUsed !== null;
  const standards = isKept
    ? row.standardsUsed
    : (await resolveStandards(ctx, row.instituteId, sheet.standards, sheet.testedOn ?? ctx.today)).map(toUsed);
  return {
    ...toCard(row),
    testedOn: sheet.testedOn,
    nameplate: sheet.nameplate,
    readings: row.readings,
    own: { testedOn: row.testedOn, environment: row.environment, standards: row.standards },
    environment: sheet.environment,
    standards,
    standardInWords: row.standard,
    adoptedLimits: sheet.adoptedLimits,
    reservedCertificateNumber: row.reservedCertificateNumber,
    commission: row.commission,
    whereDone: row.whereDone,
    intervalMonths: row.intervalMonths,
    uncertainties: stated.items,
    uncertaintyBasis: stated.basis,
    remarks: row.remarks,
    seals: row.seals,
    photos: row.photos,
    secondPerson: row.secondPersonId === null ? null : { id: row.secondPersonId, name: row.secondPersonName ?? '' },
    networkCheckResult: row.networkNumber === null ? null : { number: row.networkNumber, checkedOn: row.networkCheckedOn },
    version: row.version,
    result: row.result,
    resultDigest: row.resultDigest,
    submittedAt: row.submittedAt,
    checkedAt: row.checkedAt,
    approvedAt: row.approvedAt,
    adopted: adoption.holds,
    clauses: await clausesOf(ctx, row.instituteId, row.edition),
    allowed: allowedVerificationActions(
      { ...row, status: row.status as VerificationStatus },
      ctx.caller,
      await approverMayCheck(ctx, row.instituteId),
    ),
  } as unknown as Verification;
}
