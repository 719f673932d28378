import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { signingKeyStateNames } from '../rules.ts';

export const trustFormat = 'tongheng-trust/1';

const Pem = z.string().meta({ description: 'one certificate in PEM' });
const VerifierKey = z.string().meta({ description: 'name+id+key (C2SP signed-note)' });

/** What a verifier trusts, as of a day; everything in it is public. */
export const Trust = z.object({
  format: z.literal(trustFormat),
  city: z.string(),
  demonstration: z.boolean(),
  asOf: Day,
  roots: z.array(Pem),
  signers: z.array(
    z.object({
      keyId: z.string(),
      institute: z.string(),
      certificate: z.string().meta({ description: 'its certificate in PEM, then those between it and its root' }),
      sm2Certificate: Pem.nullable(),
      state: z.enum(signingKeyStateNames),
    }),
  ),
  logKeys: z.array(VerifierKey),
  witnesses: z.array(VerifierKey),
  revokedKeys: z.array(
    z.object({
      keyId: z.string(),
      at: Instant.meta({ description: 'when the revocation takes effect' }),
      logSize: z.number().int().nullable().meta({
        description:
          'size of the log at that time: signatures of certificates with a smaller index stay good; null: the log had not begun, none do',
      }),
      reason: z.string(),
    }),
  ),
});
export type Trust = z.infer<typeof Trust>;

/** `signature` is over the canonical form (RFC 8785, UTF-8) of `trust`; null: the city has no root that signs here. */
export const SignedTrust = z.object({
  trust: Trust,
  signature: z
    .object({ algorithm: z.literal('ecdsa-p256'), keyId: z.string(), value: z.string().meta({ description: 'r and s, base 64' }) })
    .nullable(),
});
export type SignedTrust = z.infer<typeof SignedTrust>;
