import { findEdition } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import type { Context } from '../../../platform/context.ts';
import { digestOfEdition } from '../../../register/catalogue/service.ts';
import { calculationInput } from '../rules/conditions.ts';
import { findLatestSubmission, insertSubmission } from '../store/record.ts';
import type { VerificationRow } from '../store/verification.ts';
import { concludedBy, sha256, type Computed, type Sheet } from './record.ts';

export const rawRecordFormat = 'tongheng-raw-record/1';

/** What may not change after submission: the record in the database is held against it before each further step. */
const contentOf = (
  row: VerificationRow,
  sheet: Sheet,
  { standards, resultDigest, conclusion }: { standards: unknown; resultDigest: string | null; conclusion: string | null },
) => ({
  edition: row.edition,
  testedOn: sheet.testedOn,
  input: calculationInput(sheet),
  standards,
  remarks: row.remarks,
  seals: row.seals,
  photos: row.photos,
  resultDigest,
  conclusion,
});

/**
 * The raw record 原始记录 as it is submitted, in canonical JSON: whoever has it gives `input` to `tongheng procedure run` with the
 * edition and finds the same result.
 */
export async function keepRawRecord(
  ctx: Context,
  row: VerificationRow,
  sheet: Sheet,
  { calculation, digest }: Computed,
  standards: unknown,
): Promise<string> {
  const edition = findEdition(row.edition);
  const record = canonical({
    format: rawRecordFormat,
    id: row.id,
    recordNumber: row.recordNumber,
    institute: { id: row.instituteId, name: row.instituteName },
    holder: { id: row.holderId, name: row.holderName },
    instrument: {
      id: row.instrumentId,
      kind: row.instrumentKind,
      name: row.instrumentName,
      model: row.model,
      serial: row.serial,
      maker: row.maker,
      place: row.place,
    },
    procedure: {
      number: edition?.number ?? row.edition,
      dataDigest: digestOfEdition(row.edition) ?? null,
      calculationRevision: edition?.calculationRevision ?? null,
    },
    session: row.sessionId,
    persons: {
      tester: { id: row.technicianId, name: row.technicianName },
      second: row.secondPersonId === null ? null : { id: row.secondPersonId, name: row.secondPersonName },
    },
    times: { begunAt: row.begunAt, submittedAt: ctx.now },
    demonstration: row.demonstration,
    ...contentOf(row, sheet, { standards, resultDigest: digest, conclusion: concludedBy(row, calculation) }),
  });
  const recordDigest = sha256(record);
  await insertSubmission(ctx.db, { verificationId: row.id, record, digest: recordDigest, personId: ctx.caller.personId, at: ctx.now });
  return recordDigest;
}

/** Whether the record is still what was submitted; records from before submissions were kept have none to be held against. */
export async function isIntact(ctx: Pick<Context, 'db'>, row: VerificationRow, sheet: Sheet): Promise<boolean> {
  const submission = await findLatestSubmission(ctx.db, row.id);
  if (submission === undefined) return row.recordNumber === null;
  if (sha256(submission.record) !== submission.digest) return false;
  const kept = JSON.parse(submission.record) as Readonly<Record<string, unknown>>;
  const present = contentOf(row, sheet, {
    standards: row.standardsUsed,
    resultDigest: row.resultDigest,
    conclusion: row.conclusion,
  });
  return Object.entries(present).every(([name, value]) => canonical(value ?? null) === canonical(kept[name] ?? null));
}
