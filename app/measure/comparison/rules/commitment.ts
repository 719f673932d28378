/**
 * Commit, then reveal: before the deadline a laboratory gives only the SHA-256 of its results with 256 random bits; afterwards it gives
 * the results, and everybody can see that they are those. Round and laboratory stand in what is digested, so that a commitment of
 * somebody else is of no use.
 */
import { canonical } from '@tongheng/seal/canonical';
import { toHex, toUtf8 } from '@tongheng/seal/encoding';
import { sha256 } from '@tongheng/seal/signature';
import type { Result } from './result.ts';

export const contentFormat = 'tongheng-comparison-result/1';
export const nonceBytes = 32;

export type SealedContent = {
  readonly format: typeof contentFormat;
  readonly comparison: string;
  /** The laboratory's row in the round. */
  readonly participant: string;
  /** 32 random bytes, 64 small hexadecimal digits: without them a few digits could be guessed. */
  readonly nonce: string;
  readonly results: readonly Result[];
};

/** The canonical text that is digested and later revealed. */
export const printContent = (content: SealedContent): string => canonical(content);

/** SHA-256 of the text in UTF-8, 64 small hexadecimal digits. */
export const digestOf = (text: string): string => toHex(sha256(toUtf8(text)));

/** @example commitmentOf(content) === digestOf(printContent(content)) */
export const commitmentOf = (content: SealedContent): string => digestOf(printContent(content));

export type ListedCommitment = { readonly participant: string; readonly number: number; readonly digest: string; readonly at: string };

/** Instants as the server prints them, in UTC with milliseconds. One digest for all that was committed when the time was over: who holds it notices any later change to the list. */
export const digestOfAll = (commitments: readonly ListedCommitment[]): string =>
  digestOf(
    canonical(
      [...commitments]
        .sort((one, other) => (one.digest < other.digest ? -1 : 1))
        .map(({ participant, number, digest, at }) => ({ participant, number, digest, at })),
    ),
  );
