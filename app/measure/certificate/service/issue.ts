import { createHash, randomInt } from 'node:crypto';
import type { ValidityRule } from '@tongheng/procedures/edition';
import { findEdition, findProcedure, validityEnd } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import type { Context } from '../../../platform/context.ts';
import { digestOfEdition } from '../../../register/catalogue/service.ts';
import { recordResult } from '../../../register/instrument/service.ts';
import { serveItem } from '../../request/service/outcome.ts';
import { recordDocument, type ApprovedVerification } from '../../verification/service/approval.ts';
import { certificateNumber, checkCodeAlphabet, checkCodeLength, documentFor, issuerCode } from '../rules.ts';
import * as store from '../store.ts';

async function codeOf(ctx: Context, instituteId: string): Promise<string> {
  const known = await store.findIssuer(ctx.db, instituteId);
  if (known !== undefined) return known.code;
  await store.lockIssuers(ctx.db);
  const meanwhile = await store.findIssuer(ctx.db, instituteId);
  if (meanwhile !== undefined) return meanwhile.code;
  const { region } = await store.findRegion(ctx.db, instituteId);
  const code = issuerCode(region, await store.countIssuers(ctx.db, region));
  await store.insertIssuer(ctx.db, { instituteId, code, recordedAt: ctx.now });
  ctx.record({ kind: 'certificate.coded', subject: instituteId, detail: { code } });
  return code;
}

const drawCheckCode = (): string =>
  Array.from({ length: checkCodeLength }, () => checkCodeAlphabet[randomInt(checkCodeAlphabet.length)]).join('');

/** Everything the document says, so that a third person can compute the verdict again from it alone. */
type Document = {
  readonly number: string;
  readonly kind: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly validity: ValidityRule['form'] | null;
};

function recordOf(approved: ApprovedVerification, document: Document) {
  const { record, gates, rawDigest } = approved;
  return {
    format: 'tongheng-verification-record/2',
    ...document,
    institute: record.institute.name,
    holder: record.holder.name,
    instrument: { ...record.instrument, nameplate: record.nameplate },
    procedure: {
      edition: record.edition,
      number: record.editionNumber,
      digest: digestOfEdition(record.edition) ?? null,
      calculationRevision: findEdition(record.edition)?.calculationRevision ?? null,
      adopted: record.adoptedLimits,
      clauses: record.clauses,
    },
    verification: {
      id: record.id,
      recordNumber: record.recordNumber,
      rawRecordDigest: rawDigest,
      kind: record.kind,
      testedOn: record.testedOn,
      environment: record.environment,
      readings: record.readings,
      standard: record.standardInWords,
      standards: record.standards,
      result: record.result,
      resultDigest: record.resultDigest,
      conclusion: record.conclusion,
    },
    persons: { tester: record.technician.name, checker: record.checker, approver: record.approver },
    gates: gates.map(({ gate, found }) => ({ gate, found })),
    demonstration: record.demonstration,
  };
}

/** Issues the document of an approved verification and counts its demand as served, all in the transaction of the approval. */
export async function issue(ctx: Context, approved: ApprovedVerification): Promise<string> {
  const { row, record } = approved;
  const { itemId } = row;
  const { testedOn, conclusion } = record;
  if (itemId === null || testedOn === null || conclusion === null) throw new RangeError(`verification ${row.id} is not complete`);
  const code = await codeOf(ctx, row.instituteId);
  const year = Number(ctx.today.slice(0, 4));
  const number = certificateNumber(code, year, await store.nextOfSeries(ctx.db, row.instituteId, year));
  const kind = documentFor(conclusion);
  const validUntil = kind === 'certificate' ? validityEnd(row.edition, record.nameplate, testedOn) : null;
  const validity = kind === 'certificate' ? (findProcedure(row.edition)?.validity(record.nameplate)?.form ?? null) : null;
  const text = canonical(recordOf(approved, { number, kind, issuedOn: ctx.today, validUntil, validity }));
  const digest = createHash('sha256').update(text).digest('hex');
  await store.insertCertificate(ctx.db, {
    id: ctx.newId(),
    number,
    kind,
    verificationId: row.id,
    instrumentId: row.instrumentId,
    instituteId: row.instituteId,
    holderId: row.holderId,
    region: row.region,
    serial: row.serial,
    model: row.model,
    testedOn,
    issuedOn: ctx.today,
    validUntil,
    checkCode: drawCheckCode(),
    record: text,
    digest,
    issuedBy: ctx.caller.personId,
    issuedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
  await recordResult(ctx, {
    instrumentId: row.instrumentId,
    verdict: kind === 'certificate' ? 'pass' : 'fail',
    verifiedOn: testedOn,
    certificateNumber: number,
    verifiedBy: record.institute.name,
    dueOn: validUntil,
    validity,
    organizationId: row.instituteId,
  });
  await recordDocument(ctx, row.id, number);
  await serveItem(ctx, itemId, number);
  ctx.record({ kind: 'certificate.issued', subject: number, detail: { kind, verification: row.id, digest, validUntil } });
  return number;
}
