/** What a device signs: everything the server needs to make the record, in the canonical form of RFC 8785. */
import { canonical } from '@tongheng/seal/canonical';
import type { LocalRecord } from './local.ts';

export const payloadFormat = 'tongheng-on-site-1';

type Signing = {
  readonly delivery: string;
  readonly device: string;
  readonly technician: string;
  /** The save that it rests on, where a draft was taken along. */
  readonly verification: string | null;
  readonly version: number | null;
  readonly kind: string;
  readonly nameplate: Readonly<Record<string, string>>;
  /** Values that the institute entered for open limits, as they were taken along. */
  readonly adoptedLimits: Readonly<Record<string, string>>;
  readonly conclusion: 'pass' | 'fail';
  /** SHA-256 of what the procedure computed here; the server computes again and compares. */
  readonly resultDigest: string;
  /** By the clock of the device. */
  readonly finishedAt: string;
};

export function printPayload(record: LocalRecord, signing: Signing): string {
  const { item, recordNumber, edition, content, begunAt, earlier } = record;
  return canonical({ format: payloadFormat, ...signing, item, recordNumber, edition, begunAt, earlier, ...content });
}
