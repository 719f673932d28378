import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { RequestItemId } from '../../request/contract.ts';
import { verificationStatusNames } from '../rules/life-cycle.ts';
import { Digest, DraftFields, Refused, SessionId, VerificationId, Version } from './shapes.ts';

const most = 200;
const outcomesOf = <Outcome extends z.ZodType>(outcome: Outcome) => z.object({ outcomes: z.array(outcome) });
const Step = z.object({ id: VerificationId, status: z.enum(verificationStatusNames).nullable(), problem: Refused.nullable() });

/** Many records of a rig at once: each is done or refused by itself, and the answer says which. */
export const batchEndpoints = {
  takeUpItems: endpoint({
    method: 'POST',
    path: '/verifications/batch/records',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['成批领取器具', 'Take many instruments up'],
    body: z.object({ items: z.array(RequestItemId).min(1).max(most), session: SessionId.nullable().default(null) }),
    reply: outcomesOf(
      z.object({
        item: RequestItemId,
        verification: VerificationId.nullable(),
        recordNumber: z.string().nullable(),
        problem: Refused.nullable(),
      }),
    ),
  }),
  saveDrafts: endpoint({
    method: 'POST',
    path: '/verifications/batch/drafts',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['成批保存读数', 'Save the readings of many records'],
    body: z.object({
      drafts: z
        .array(z.object({ id: VerificationId, ...DraftFields }))
        .min(1)
        .max(most),
    }),
    reply: outcomesOf(z.object({ id: VerificationId, version: Version.nullable(), problem: Refused.nullable() })),
  }),
  submitVerifications: endpoint({
    method: 'POST',
    path: '/verifications/batch/submissions',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['成批提交核验', 'Submit many records for checking'],
    body: z.object({
      submissions: z
        .array(z.object({ id: VerificationId, version: Version, digest: Digest }))
        .min(1)
        .max(most),
    }),
    reply: outcomesOf(Step.extend({ conclusion: z.enum(['pass', 'fail']).nullable() })),
  }),
  checkVerifications: endpoint({
    method: 'POST',
    path: '/verifications/batch/checks',
    permit: 'verification.check',
    rows: 'own',
    summary: ['成批核验通过', 'Check many records'],
    body: z.object({ ids: z.array(VerificationId).min(1).max(most) }),
    reply: outcomesOf(Step),
  }),
};
