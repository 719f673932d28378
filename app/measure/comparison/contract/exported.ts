import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { contentFormat } from '../rules/commitment.ts';
import { exportFormat } from '../rules/verify.ts';
import { Exclusion, Method, Outcome, Point } from './shapes.ts';

/** As it was typed: what is wrong with it is found by the rules and named, not refused by its form. */
const Result = z.object({
  point: z.string().max(40),
  value: z.string().max(60),
  unit: z.string().max(20),
  U: z.string().max(60),
  k: z.string().max(20),
});
export const TypedResult = z.strictObject({
  point: z.string().trim().max(12),
  value: z.string().trim().max(40),
  unit: z.string().trim().max(20),
  U: z.string().trim().max(40),
  k: z.string().trim().max(10),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/);
export const Digest = digest.meta({ description: 'SHA-256, 64 small hexadecimal digits' });

/** What a laboratory seals and later reveals; a field more or less would be another text. */
export const SealedContent = z.strictObject({
  format: z.literal(contentFormat),
  comparison: z.uuid(),
  participant: z.uuid(),
  nonce: digest,
  results: z.array(z.strictObject(Result.shape)).max(100),
});

/** A whole round for whoever wants to check it; the words are those of the documentation of `comparison verify`. */
export const ExportedRound = z.object({
  format: z.literal(exportFormat),
  comparison: z.string().max(60),
  title: z.string().max(200),
  points: z.array(Point).min(1).max(50),
  method: Method,
  commitUntil: Instant,
  revealUntil: Instant,
  pilot: z.number().int(),
  participants: z.array(z.object({ code: z.number().int(), participant: z.string().max(60) })).max(999),
  commitments: z
    .array(
      z.object({
        participant: z.string().max(60),
        number: z.number().int(),
        digest,
        at: Instant,
        keeping: z.enum(['own', 'entrusted']),
      }),
    )
    .max(20_000),
  commitmentsDigest: digest,
  reveals: z
    .array(
      z.object({
        content: z.object({
          format: z.string().max(60),
          comparison: z.string().max(60),
          participant: z.string().max(60),
          nonce: z.string().max(200),
          results: z.array(Result).max(100),
        }),
        at: Instant,
      }),
    )
    .max(999),
  exclusions: z.array(Exclusion).max(500),
  outcome: Outcome.nullable(),
});
