/** A record: computed again, compared with the serial number, and held against the log by its digest. */
import { toHex, toUtf8 } from '../encoding.ts';
import { isSameText } from '../label/label-text.ts';
import { InvalidRecord, isOlder, readAnyRecord, type CertificateRecord, type OlderRecord } from '../record.ts';
import { sha256 } from '../signature.ts';
import type { Answer } from './answer.ts';
import type { Claimed } from './authority.ts';
import type { Evidence } from './evidence.ts';
import { factsOfRecord } from './facts.ts';
import type { Sealed } from './log-answer.ts';
import { answerOf } from './reasons.ts';
import { recompute } from './recompute.ts';

export type AnyRecord = CertificateRecord | OlderRecord;

/** SHA-256 of a record, by which the log knows it. */
export const recordDigest = (text: string): string => toHex(sha256(toUtf8(text)));

/** The record in a text, or the answer that says where it is wrong. A line feed at the end is no part of it. */
export function openRecord(text: string): { readonly record: AnyRecord; readonly text: string } | { readonly refusal: Answer } {
  const own = text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '');
  try {
    return { record: readAnyRecord(own), text: own };
  } catch (error) {
    if (error instanceof InvalidRecord) return { refusal: answerOf('form.recordBroken', { place: error.message }) };
    throw error;
  }
}

/** Whether the instrument that somebody has before them is the one of the certificate; undefined: it is, or nothing was given. */
export function otherInstrument(stated: string, given: string | undefined): Answer | undefined {
  if (given === undefined || isSameText({ text: stated, digest: null }, given)) return undefined;
  return answerOf('form.otherInstrument', { given, serial: stated });
}

/** What a record says about who issued it and by which right. */
export const claimedBy = (record: AnyRecord): Claimed =>
  isOlder(record)
    ? {
        institute: record.institute,
        creditCode: null,
        issuer: null,
        day: record.issuedOn,
        testedOn: record.verification.testedOn,
        scope: null,
        demonstration: record.demonstration,
        isOurs: true,
        isLabel: false,
      }
    : {
        institute: record.institute.name,
        creditCode: record.institute.creditCode,
        issuer: record.issuer,
        day: record.issuedOn,
        testedOn: record.verification.testedOn,
        scope: record.scope,
        demonstration: record.demonstration,
        isOurs: true,
        isLabel: false,
      };

/** What the log holds of a record; null for one from before there was a log. */
export const sealedBy = (record: AnyRecord, text: string): Sealed | null =>
  isOlder(record) ? null : { record, digest: recordDigest(text) };

/** Everything that a record answers for the certificate that holds it. */
export function evidenceOfRecord(
  record: AnyRecord,
  text: string,
): Omit<Evidence, 'kind' | 'form' | 'signature' | 'signer' | 'isSigned' | 'attached'> {
  const { answer, differences } = recompute(record);
  return {
    recomputation: answer,
    differences,
    facts: factsOfRecord(record),
    results: [],
    claimed: claimedBy(record),
    sealed: sealedBy(record, text),
    dated: { number: record.number, issuedOn: record.issuedOn, validUntil: record.validUntil },
    isForeign: false,
  };
}

/** A record by itself. */
export function examineRecord(text: string, serial: string | undefined): Evidence | Answer {
  const opened = openRecord(text);
  if ('refusal' in opened) return opened.refusal;
  const { record } = opened;
  return {
    ...evidenceOfRecord(record, opened.text),
    kind: 'record',
    form: otherInstrument(record.instrument.serial, serial) ?? answerOf('form.recordOnly'),
    signature: answerOf('signature.none'),
    signer: undefined,
    isSigned: null,
    attached: undefined,
  };
}
