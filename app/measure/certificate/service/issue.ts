import { hash, randomInt } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { validityEnd } from '@tongheng/procedures/registry';
import { leafFormat, type Leaf } from '@tongheng/seal/leaf';
import { printRecord, type CertificateRecord } from '@tongheng/seal/record';
import type { Context } from '../../../platform/context.ts';
import { recordResult } from '../../../register/instrument/service.ts';
import { serveItem } from '../../request/service/outcome.ts';
import { askForPlaces, newLeaves } from '../../transparency/service/append.ts';
import { recordDocument, type ApprovedVerification } from '../../verification/service/approval.ts';
import { effectTexts } from '../rules/effect.ts';
import { certificateNumber, checkCodeAlphabet, checkCodeLength, documentFor, issuerCode, verdictOf } from '../rules.ts';
import * as blocks from '../store/number.ts';
import * as store from '../store/issue.ts';

import { recordOf } from './record.ts';

export async function codeOf(ctx: Context, instituteId: string): Promise<string> {
  const known = await store.findIssuer(ctx.db, instituteId);
  if (known !== undefined) return known.code;
  await store.lockIssuers(ctx.db);
  const meanwhile = await store.findIssuer(ctx.db, instituteId);
  if (meanwhile !== undefined) return meanwhile.code;
  const region = (await store.findRegion(ctx.db, instituteId))?.region;
  if (region === undefined) throw new RangeError(`no institute ${instituteId}`);
  const code = issuerCode(region, await store.countIssuers(ctx.db, region));
  await store.insertIssuer(ctx.db, { instituteId, code, recordedAt: ctx.now });
  ctx.record({ kind: 'certificate.coded', subject: instituteId, detail: { code } });
  return code;
}

/** The next numbers of an institute, with its code. */
export async function takeNumbers(ctx: Context, instituteId: string, year: number, count: number) {
  const { from, to, code } = await blocks.takeFromSeries(ctx.db, instituteId, year, count);
  return { issuer: code ?? (await codeOf(ctx, instituteId)), from, to };
}

const drawCheckCode = (): string =>
  Array.from({ length: checkCodeLength }, () => checkCodeAlphabet[randomInt(checkCodeAlphabet.length)]).join('');

export const sha256 = (content: string | Uint8Array): string => hash('sha256', content, 'hex');

/** What stands in the row beside the record: whose it is and what it rests on. */
export type Belonging = Pick<
  store.NewCertificate,
  'verificationId' | 'instrumentId' | 'instituteId' | 'holderId' | 'region' | 'lotId' | 'issuedBy'
>;

export type ToIssue = { readonly record: CertificateRecord; readonly belonging: Belonging; readonly leaf: Leaf['kind'] };

/** So many documents are one statement, which the database executes while the next are printed. */
const writtenAtOnce = 50;
/** After so many the program looks what else waits for it, the database with its next statement among them. */
const printedInOneGo = 3;

/** What the document rests on, role by role: the edges of its traceability, with what an error of the standard does to each check. */
const standardsUsed = ({
  id,
  record,
  belonging,
}: {
  id: string;
  record: CertificateRecord;
  belonging: Belonging;
}): store.UsedStandard[] => {
  const effects = effectTexts(record);
  return record.verification.standards.map(({ role, standard, certificate }) => ({
    certificateId: id,
    role,
    standard: /^[0-9a-f-]{36}$/.test(standard) ? standard : null,
    calibrationNumber: certificate?.number ?? null,
    instituteId: belonging.instituteId,
    testedOn: record.verification.testedOn,
    effects: effects.get(role) ?? null,
  }));
};

type Printed = ToIssue & Pick<store.NewCertificate, 'id' | 'digest' | 'start' | 'size'>;
type PrintedPart = { readonly rows: readonly Printed[]; readonly records: Buffer };

/** The rows and their records one after the other; what is allocated for each makes the collector look through the whole heap more often. */
async function printed(ctx: Context, documents: readonly ToIssue[]): Promise<PrintedPart> {
  const rows: Printed[] = [];
  let records = Buffer.alloc(0);
  let start = 0;
  for (const one of documents) {
    if (rows.length > 0 && rows.length % printedInOneGo === 0) await setImmediate();
    const text = printRecord(one.record);
    // UTF-8 takes three bytes for a unit at most, and records of one lot are about as long.
    if (records.length - start < text.length * 3)
      records = Buffer.concat([records.subarray(0, start)], start + text.length * (documents.length - rows.length + 3));
    const size = records.write(text, start);
    rows.push({ ...one, id: ctx.newId(), digest: sha256(records.subarray(start, start + size)), start, size });
    start += size;
  }
  return { rows, records: records.subarray(0, start) };
}

const leafOf = ({ record, leaf, digest }: Printed): Leaf => ({
  format: leafFormat,
  kind: leaf,
  number: record.number,
  recordDigest: digest,
  issuer: record.issuer,
  day: record.issuedOn,
  replaces: record.replaces?.number ?? null,
  demonstration: record.demonstration,
});

const rowOf = (
  ctx: Context,
  { id, record, belonging, digest, start, size }: Printed,
  leafId: string | undefined,
): store.NewCertificate => ({
  ...belonging,
  id,
  number: record.number,
  kind: record.kind,
  serial: record.instrument.serial,
  model: record.instrument.model,
  testedOn: record.verification.testedOn,
  issuedOn: record.issuedOn,
  validUntil: record.validUntil,
  checkCode: drawCheckCode(),
  start,
  size,
  digest,
  format: 3,
  leafId: leafId ?? null,
  replaces: record.replaces?.number ?? null,
  replacementReason: record.replaces?.reason ?? null,
  issuedAt: ctx.now,
  demonstration: record.demonstration,
});

/** Whoever waits for the promise hears why it failed; until somebody does, a failure must not end the process. */
function write(ctx: Context, { rows, records }: PrintedPart): Promise<void> {
  const { ids, insert } = newLeaves(ctx, rows.map(leafOf));
  const certificates = rows.map((row, index) => rowOf(ctx, row, ids[index]));
  const written = store.insertCertificates(ctx.db, { certificates, used: rows.flatMap(standardsUsed), leaves: insert, records });
  written.catch(() => undefined);
  return written;
}

type Written = { readonly number: string; readonly digest: string };

/** Writes documents with a leaf of the log for each, in the caller's transaction: no document without its leaf. */
export async function writeCertificates(ctx: Context, documents: readonly ToIssue[]): Promise<Written[]> {
  const done: Written[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < documents.length; from += writtenAtOnce) {
    const part = await printed(ctx, documents.slice(from, from + writtenAtOnce));
    await writing;
    writing = write(ctx, part);
    done.push(...part.rows.map(({ record, digest }) => ({ number: record.number, digest })));
  }
  await writing;
  await askForPlaces(ctx, documents.length);
  return done;
}

/** How a document gets its number: the next of the series, or one that was reserved before. */
export type Numbering = { readonly reserved?: string; readonly lot?: { readonly id: string; readonly cited: CertificateRecord['lot'] } };

/**
 * The number that the device told on the site, while it is reserved and of this year; else the next of the series is taken, and the page of numbers shows
 * what became of the other.
 */
async function numberTakenAlong(
  ctx: Context,
  { reservedCertificateNumber: number, instituteId }: ApprovedVerification['row'],
  issuer: string,
  year: number,
): Promise<string | undefined> {
  if (number === null || !number.startsWith(`${issuer}${year}`)) return undefined;
  await blocks.lockSeries(ctx.db, instituteId, year);
  const [free] = await blocks.listReserved(ctx.db, instituteId, year, [Number(number.slice(-7, -1))]);
  return free === undefined ? undefined : number;
}

async function numberFor(
  ctx: Context,
  row: ApprovedVerification['row'],
  year: number,
  reserved: string | undefined,
): Promise<{ issuer: string; number: string }> {
  if (reserved !== undefined || row.reservedCertificateNumber !== null) {
    const issuer = await codeOf(ctx, row.instituteId);
    const number = reserved ?? (await numberTakenAlong(ctx, row, issuer, year));
    if (number !== undefined) return { issuer, number };
  }
  const { issuer, to } = await takeNumbers(ctx, row.instituteId, year, 1);
  return { issuer, number: certificateNumber(issuer, year, to) };
}

/** Issues the document of an approved verification and counts its demand as served, all in the transaction of the approval. */
export async function issue(ctx: Context, approved: ApprovedVerification, { reserved, lot }: Numbering = {}): Promise<string> {
  const { row, record } = approved;
  const { itemId } = row;
  const { testedOn, conclusion } = record;
  const calibrates = record.purpose === 'calibration';
  const isWhole = calibrates ? conclusion === null : itemId !== null && conclusion !== null;
  if (!isWhole || testedOn === null) throw new RangeError(`verification ${row.id} is not complete`);
  const { issuer, number } = await numberFor(ctx, row, Number(ctx.today.slice(0, 4)), reserved);
  const kind = documentFor(conclusion);
  const validUntil = kind === 'certificate' ? validityEnd(row.edition, record.nameplate, testedOn) : null;
  const parties = await store.findParties(ctx.db, { instituteId: row.instituteId, holderId: row.holderId, instrumentId: row.instrumentId });
  const whole = recordOf(
    approved,
    { number, kind, issuedOn: ctx.today, validUntil, issuer, replaces: null, lot: lot?.cited ?? null },
    parties,
  );
  const { instrumentId, instituteId, holderId, region } = row;
  const belonging = { verificationId: row.id, instrumentId, instituteId, holderId, region, lotId: lot?.id ?? null };
  const [written] = await writeCertificates(ctx, [
    { record: whole, belonging: { ...belonging, issuedBy: ctx.caller.personId }, leaf: 'issued' },
  ]);
  const verdict = verdictOf(kind);
  // A calibration says nothing about whether the instrument may be used: the ledger keeps the result of its last verification.
  if (verdict !== null)
    await recordResult(ctx, {
      instrumentId: row.instrumentId,
      verdict,
      verifiedOn: testedOn,
      certificateNumber: number,
      verifiedBy: record.institute.name,
      dueOn: validUntil,
      validity: whole.validity,
      organizationId: row.instituteId,
    });
  await recordDocument(ctx, row.id, number);
  if (itemId !== null) await serveItem(ctx, itemId, number);
  ctx.record({
    kind: 'certificate.issued',
    subject: number,
    detail: { kind, verification: row.id, digest: written?.digest, validUntil, ...(lot === undefined ? {} : { lot: lot.cited?.number }) },
  });
  return number;
}
