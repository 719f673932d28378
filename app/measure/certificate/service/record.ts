import { findEdition, findProcedure } from '@tongheng/procedures/registry';
import type { Calculation } from '@tongheng/procedures/calculation';
import { recordFormat, type CertificateRecord, type RecordPerson } from '@tongheng/seal/record';
import { instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { digestOfEdition } from '../../../register/catalogue/service.ts';
import type { ApprovedVerification } from '../../verification/service/approval.ts';
import type { Found } from '../../verification/rules/gates.ts';

/** What the document itself adds to the verification it rests on. */
export type Document = Pick<CertificateRecord, 'number' | 'kind' | 'issuedOn' | 'validUntil' | 'issuer' | 'replaces' | 'lot'>;

/** What the register says of the parties and of the instrument beside the verification. */
export type Parties = Pick<CertificateRecord, 'institute' | 'holder'> & { readonly code: string | null };

type Gates = ReadonlyMap<string, Found>;
const said = (found: Found | undefined, field: string): string | null => {
  const value = found?.[field];
  return typeof value === 'string' ? value : null;
};

/** A person with the document that the gate found for the day. */
const personOf = (name: string | null, gates: Gates, gate: string): RecordPerson => {
  if (name === null) throw new RangeError(`no person for ${gate}`);
  const found = gates.get(gate);
  return { name, document: said(found, 'document'), from: said(found, 'from'), until: said(found, 'until') };
};

/** The designation that the gate looked at: the document by which the institute verifies this kind there. */
function scopeOf(gates: Gates, kind: string, region: string): CertificateRecord['scope'] {
  const found = gates.get('institute-designated');
  const document = said(found, 'documentNumber');
  const from = said(found, 'from');
  if (document === null || from === null) return null;
  return { document, item: instrumentKinds[kind as InstrumentKind].text[0], region, from, validUntil: said(found, 'to') };
}

export const validityOf = (edition: string, nameplate: unknown): CertificateRecord['validity'] =>
  findProcedure(edition)?.validity(nameplate)?.form ?? null;

/** What the technician remarks, and what the client asked for or has to know of a calibration. */
function remarksOf({ remarks, intervalMonths, uncertainties, uncertaintyBasis }: ApprovedVerification['record']): string | null {
  const isByBudget = uncertainties.some(({ origin }) => origin === 'budget');
  const parts = [
    remarks,
    intervalMonths === null ? null : `应客户要求，建议复校间隔 ${intervalMonths} 个月`,
    isByBudget ? '测量不确定度按 JJF 1059.1 由规程的不确定度预算评定，标准器取规程允许的最大误差' : null,
    uncertaintyBasis === null ? null : `测量不确定度评定依据：${uncertaintyBasis}`,
  ].filter((part) => part !== null && part.trim() !== '');
  return parts.length === 0 ? null : parts.join('；');
}

/** Everything the document says, so that a third person can compute the verdict again from it alone. */
export function recordOf(approved: ApprovedVerification, document: Document, { code, institute, holder }: Parties): CertificateRecord {
  const { record, row, rawDigest } = approved;
  const { testedOn, conclusion } = record;
  if (testedOn === null || (conclusion === null && record.purpose !== 'calibration'))
    throw new RangeError(`verification ${record.id} is not complete`);
  const gates: Gates = new Map(approved.gates.map(({ gate, found }) => [gate, found]));
  const edition = findEdition(record.edition);
  const { id, kind, name, model, serial, maker, place } = record.instrument;
  return {
    format: recordFormat,
    ...document,
    validity: document.kind === 'certificate' ? validityOf(record.edition, record.nameplate) : null,
    institute,
    scope: scopeOf(gates, kind, row.instrumentRegion),
    holder,
    instrument: { id, code, kind, name, model, serial, maker, place, nameplate: record.nameplate as Record<string, string> },
    procedure: {
      edition: record.edition,
      number: record.editionNumber,
      title: edition?.title ?? [record.editionNumber, record.editionNumber],
      digest: digestOfEdition(record.edition) ?? null,
      calculationRevision: edition?.calculationRevision ?? null,
      adopted: record.adoptedLimits,
      clauses: record.clauses,
    },
    verification: {
      id: record.id,
      recordNumber: record.recordNumber,
      rawRecordDigest: rawDigest,
      kind: record.kind,
      testedOn,
      whereDone: row.whereDone,
      environment: record.environment,
      readings: record.readings,
      standard: record.standardInWords,
      standards: record.standards,
      result: record.result as unknown as Calculation,
      resultDigest: record.resultDigest,
      conclusion,
      // Only those that a person stated: a verification needs none (JJF 1094: U ≤ ⅓ MPE is asked of the method), and none is invented.
      uncertainties: record.uncertainties.map(({ check, U, k, unit, probability }) => ({ check, U, k, unit, probability })),
      seals: record.seals,
      remarks: remarksOf(record),
    },
    persons: {
      tester: personOf(record.technician.name, gates, 'tester-qualified'),
      checker: personOf(record.checker, gates, 'checker-qualified'),
      approver: personOf(record.approver, gates, 'approver-authorised'),
    },
    gates: approved.gates.map(({ gate, found }) => ({ gate, found: { ...found } })),
    demonstration: record.demonstration,
  };
}
