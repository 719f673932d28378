import type { Calculation } from '@tongheng/procedures/calculation';
import type { Kind, Text, ValidityRule } from '@tongheng/procedures/edition';
import type { GroupRecord } from '@tongheng/procedures/form';
import { findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import type { GateName } from '../../verification/rules/gates.ts';
import { accuracyLine } from '../../standard/rules.ts';
import type { StandardUsed } from '../../verification/contract/shapes.ts';
import type { DocumentKind } from '../rules.ts';

/** What a document says, of whatever format its record is: parties and persons by their names. */
export type DocumentRecord = {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  /** Whether `validUntil` ends the certificate or the use of the instrument; null on a notice. */
  readonly validity: ValidityRule['form'] | null;
  readonly institute: string;
  readonly holder: string;
  readonly instrument: {
    readonly name: string;
    readonly model: string;
    readonly serial: string;
    readonly maker: string;
    readonly place: string;
    readonly nameplate: Readonly<Record<string, string>>;
  };
  readonly procedure: {
    readonly edition: string;
    readonly number: string;
    readonly digest: string | null;
    /** Counts up when the program's calculation of this edition changes: only the same one can be compared. */
    readonly calculationRevision: number;
    /** Numbers that the edition leaves open, as the institute entered them when it adopted it. */
    readonly adopted: Readonly<Record<string, string>>;
    /** The clause that the institute wrote beside each number of the edition when it adopted it. */
    readonly clauses: Readonly<Record<string, string>>;
  };
  readonly verification: {
    readonly id: string;
    readonly kind: Kind;
    readonly testedOn: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly readings: Readonly<Record<string, GroupRecord>>;
    readonly recordNumber?: string | null;
    /** The standards in words, in documents from before standards were registered. */
    readonly standard: string | null;
    /** The standards as they were on the day of the test. */
    readonly standards?: readonly StandardUsed[];
    readonly result: Calculation;
    /** null: a calibration concludes nothing. */
    readonly conclusion: 'pass' | 'fail' | null;
    /** U of checked values; left out in documents from before it could be stated. */
    readonly uncertainties?: readonly { readonly check: string; readonly U: string; readonly k: string; readonly unit: string }[];
  };
  readonly persons: { readonly tester: string; readonly checker: string | null; readonly approver: string | null };
  readonly gates: readonly { readonly gate: GateName; readonly found: Readonly<Record<string, unknown>> }[];
  readonly demonstration: boolean;
};

const nameOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : ((value as { readonly name?: string } | null)?.name ?? null);

/** The record as pages show it; what stands there besides is read where it is needed. */
export function readRecord(text: string): DocumentRecord {
  const given = JSON.parse(text) as DocumentRecord;
  const { tester, checker, approver } = given.persons;
  return {
    ...given,
    institute: nameOf(given.institute) ?? '',
    holder: nameOf(given.holder) ?? '',
    persons: { tester: nameOf(tester) ?? '', checker: nameOf(checker), approver: nameOf(approver) },
  };
}

const inputOf = ({ procedure, verification, instrument }: DocumentRecord) => {
  const { kind, environment, readings } = verification;
  return { kind, instrument: instrument.nameplate, environment, readings, adopted: procedure.adopted };
};

/** The procedure that computed a record, when this program has it in the same revision. */
const procedureOf = ({ procedure }: DocumentRecord) => {
  const found = findProcedure(procedure.edition);
  return found?.edition.calculationRevision === procedure.calculationRevision ? found : undefined;
};

/** The checks that a document states: those of a calibration have an uncertainty. */
export function statedOf({ kind, verification }: DocumentRecord): Calculation['checks'] {
  const { result, uncertainties = [] } = verification;
  if (kind !== 'calibration') return result.checks;
  return result.checks.filter(({ id }) => uncertainties.some(({ check }) => check === id));
}

/** Whether this program, here, computes from the record alone what the record says; undefined when it lacks the procedure. */
export function agreesWithRecord(record: DocumentRecord): boolean | undefined {
  const again = procedureOf(record)?.calculate(inputOf(record));
  return again === undefined ? undefined : canonical(again) === canonical(record.verification.result);
}

/** How each check of a record follows from its readings, by its id; none when this program lacks the procedure. */
export const explainRecord = (record: DocumentRecord): Readonly<Record<string, Text>> =>
  procedureOf(record)?.explain(inputOf(record)) ?? {};

/** The standards of a document in lines: name, number, accuracy, certificate and its last day. */
export function standardLines({ standards = [], standard }: DocumentRecord['verification']): string[] {
  const lines = standards.map(({ name, number, certificate }) =>
    certificate === null
      ? `${name} ${number}`
      : `${name} ${number}，${accuracyLine(certificate)}，${certificate.number}，${certificate.validUntil}`,
  );
  return lines.length > 0 || standard === null ? lines : [standard];
}
