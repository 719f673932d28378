/** What the documents of a measurement standard are printed from: records of the dossier, of its performance, of its equipment. */
import type { MeasurementStandardDetails } from '../contract/dossier.ts';
import type { ReportSection } from './document.ts';
import type { PerformanceKind, PerformanceVerdict } from './performance.ts';
import type { PerformanceAnswer, PerformanceTest } from './performance-answer.ts';

export type PaperRecord = {
  readonly id: string;
  readonly kind: PerformanceKind;
  readonly testedOn: string;
  readonly quantity: string;
  readonly point: string;
  readonly unit: string;
  readonly object: readonly [name: string, model: string | null, number: string | null];
  readonly conditions: readonly { readonly quantity: string; readonly value: string; readonly unit: string }[];
  readonly series: string;
  readonly test: PerformanceTest;
  readonly answer: PerformanceAnswer;
  readonly verdict: PerformanceVerdict;
  readonly person: string;
  readonly confirmedBy: string | null;
  readonly settlement: string | null;
  readonly remark: string | null;
};

export type PaperCertificate = {
  readonly standardId: string;
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly calibratedOn: string;
  readonly validUntil: string;
  readonly accuracy: string;
};

/** A released evaluation of uncertainty, in the words and digits of its own report. */
export type PaperEvaluation = {
  readonly subject: string;
  readonly citation: string;
  readonly formulas: readonly string[];
  readonly outputs: readonly {
    readonly statement: string;
    readonly budget: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  }[];
};

export type PaperInput = {
  readonly dossier: MeasurementStandardDetails;
  readonly creditCode: string | null;
  readonly certificates: readonly PaperCertificate[];
  /** Live records, the oldest first. */
  readonly records: readonly PaperRecord[];
  readonly sections: Readonly<Partial<Record<ReportSection, string>>>;
  readonly evaluations: readonly PaperEvaluation[];
  /** Links to evaluations that have no released version. */
  readonly unreleased: readonly string[];
  readonly day: string;
};

export const holds = (part: { readonly since: string; readonly until: string | null }, day: string): boolean =>
  part.since <= day && (part.until === null || day <= part.until);
