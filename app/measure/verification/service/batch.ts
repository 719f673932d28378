import type { Service } from '../../../platform/context.ts';
import type { batchEndpoints } from '../contract/batch.ts';
import type { Conclusion, VerificationStatus } from '../rules/life-cycle.ts';
import { each } from './each.ts';
import { beginRecord, saveRecord } from './entry.ts';
import { checkRecord } from './steps.ts';
import { submitRecord } from './submission.ts';

export const batchService: Service<typeof batchEndpoints> = {
  async takeUpItems({ body }, ctx) {
    const outcomes = await each(
      ctx,
      body.items,
      (item) => item,
      (own, item) => beginRecord(own, item, own.caller.personId, { session: body.session }),
    );
    return {
      outcomes: body.items.map((item, index) => ({
        item,
        verification: (outcomes[index]?.result?.id ?? null) as never,
        recordNumber: outcomes[index]?.result?.recordNumber ?? null,
        problem: outcomes[index]?.problem ?? null,
      })),
    };
  },

  async saveDrafts({ body }, ctx) {
    const outcomes = await each(
      ctx,
      body.drafts,
      ({ id }) => id,
      (own, { id, ...draft }) => saveRecord(own, id, draft),
    );
    return {
      outcomes: body.drafts.map(({ id }, index) => ({
        id,
        version: outcomes[index]?.result ?? null,
        problem: outcomes[index]?.problem ?? null,
      })),
    };
  },

  async submitVerifications({ body }, ctx) {
    const outcomes = await each(
      ctx,
      body.submissions,
      ({ id }) => id,
      (own, { id, ...submission }) => submitRecord(own, id, submission),
    );
    return {
      outcomes: body.submissions.map(({ id }, index) => {
        const { result = null, problem = null } = outcomes[index] ?? {};
        return {
          id,
          status: (result?.status ?? null) as VerificationStatus | null,
          conclusion: (result?.conclusion ?? null) as Conclusion | null,
          problem,
        };
      }),
    };
  },

  async checkVerifications({ body }, ctx) {
    const outcomes = await each(
      ctx,
      body.ids,
      (id) => id,
      (own, id) => checkRecord(own, id),
    );
    return {
      outcomes: body.ids.map((id, index) => ({
        id,
        status: (outcomes[index]?.result?.status ?? null) as VerificationStatus | null,
        problem: outcomes[index]?.problem ?? null,
      })),
    };
  },
};
