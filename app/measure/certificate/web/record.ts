import type { Calculation } from '@tongheng/procedures/calculation';
import type { Kind } from '@tongheng/procedures/edition';
import type { GroupRecord } from '@tongheng/procedures/form';
import { findProcedure } from '@tongheng/procedures/registry';
import { canonical } from '../../../kernel/canonical.ts';
import type { GateName } from '../../verification/rules/gates.ts';
import type { DocumentKind } from '../rules.ts';

/** What a document says, as it was written when it was issued: `tongheng-verification-record/1`. */
export type DocumentRecord = {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly issuedOn: string;
  readonly validUntil: string | null;
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
    /** The clause that the institute wrote beside each number of the edition when it adopted it. */
    readonly clauses: Readonly<Record<string, string>>;
  };
  readonly verification: {
    readonly id: string;
    readonly kind: Kind;
    readonly testedOn: string;
    readonly environment: Readonly<Record<string, string>>;
    readonly readings: Readonly<Record<string, GroupRecord>>;
    readonly standard: string | null;
    readonly result: Calculation;
    readonly conclusion: 'pass' | 'fail';
  };
  readonly persons: { readonly tester: string; readonly checker: string | null; readonly approver: string | null };
  readonly gates: readonly { readonly gate: GateName; readonly found: Readonly<Record<string, unknown>> }[];
  readonly demonstration: boolean;
};

export const readRecord = (text: string): DocumentRecord => JSON.parse(text) as DocumentRecord;

/** Whether this program, here, computes from the record alone what the record says; undefined when it lacks the procedure. */
export function agreesWithRecord({ procedure, verification, instrument }: DocumentRecord): boolean | undefined {
  const { kind, environment, readings, result } = verification;
  const again = findProcedure(procedure.edition)?.calculate({ kind, instrument: instrument.nameplate, environment, readings });
  return again === undefined ? undefined : canonical(again) === canonical(result);
}
