/** What came out when a certificate was looked at: six answers, what it says, and what differs. */
import type { Text, Verification } from './answer.ts';
import type { Fact } from './facts.ts';
import type { LocalLog } from './log-answer.ts';
import type { Difference } from './recompute.ts';

/** One measured quantity of a digital calibration certificate, as it stands there. */
export type ShownResult = {
  readonly name: Text;
  readonly quantity: Text;
  readonly value: string;
  readonly unit: string;
  readonly uncertainty: string | null;
};

export type Examination = {
  readonly kind: 'pdf' | 'xml' | 'label' | 'record';
  readonly verification: Verification;
  readonly facts: readonly Fact[];
  readonly differences: readonly Difference[];
  /** Of a certificate of another system; those of our own stand in its record. */
  readonly results: readonly ShownResult[];
  /** The XML inside a PDF. */
  readonly attached: Uint8Array | undefined;
};

export type VerifyOptions = {
  /** Text of trust.json; without it no root and no log is believed. */
  readonly trust?: string;
  /** Text of a tlog-proof. */
  readonly proof?: string;
  /** Text of the signed list of revocations. */
  readonly revocations?: string;
  /** The serial number on the instrument. */
  readonly serial?: string;
  /** A record.json that came beside the certificate. */
  readonly record?: string;
  readonly log?: LocalLog;
  /** A signed checkpoint of the log that was kept earlier. */
  readonly knownCheckpoint?: string;
  /** The day for which it is judged, 'YYYY-MM-DD' or an instant; the package has no clock. */
  readonly at: string;
};
