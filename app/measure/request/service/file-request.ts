import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { openInstruments } from '../../../register/instrument/service.ts';
import { requestProblems } from '../contract/problems.ts';
import type { PlaceDone, RequestOrigin, VerificationKind } from '../rules.ts';
import { insertItems, type Candidate } from '../store/candidate.ts';
import { countInstruments, insertRequest } from '../store/request.ts';
import { insertSteps } from '../store/step.ts';

export type ToFile = {
  readonly holderId: string;
  readonly instruments: readonly Candidate[];
  readonly region: string;
  readonly kind: string;
  readonly verificationKind: VerificationKind;
  readonly whereDone: PlaceDone;
  readonly note: string | null;
  readonly ecqsNumber: string | null;
  readonly origin: RequestOrigin;
  readonly batchId: string | null;
  readonly designation: { readonly id: string; readonly institute: { readonly id: string }; readonly documentNumber: string };
};

export type Filed = {
  readonly requestId: string;
  readonly items: readonly { readonly id: string; readonly instrumentId: string }[];
  /** Instruments that stand in another open request, also one that was submitted at the same moment. */
  readonly openElsewhere: readonly string[];
};

/** One request of one holder, kind and region, with its instruments. `openElsewhere` says which could not be added. */
export async function fileRequest(ctx: Context, toFile: ToFile): Promise<Filed> {
  const { instruments, designation, kind, ...rest } = toFile;
  const requestId = ctx.newId();
  const inserted = await insertRequest(
    ctx.db,
    {
      id: requestId,
      holderId: rest.holderId,
      region: rest.region,
      instrumentKind: kind,
      verificationKind: rest.verificationKind,
      whereDone: rest.whereDone,
      designationId: designation.id,
      instituteId: designation.institute.id,
      note: rest.note,
      ecqsNumber: rest.ecqsNumber,
      origin: rest.origin,
      batchId: rest.batchId,
      submittedBy: ctx.caller.personId,
      submittedAt: ctx.now,
      demonstration: ctx.demonstration,
    },
    instruments.length,
  );
  if (!inserted) throw new Problem(requestProblems.ecqsNumberTaken);
  const wanted = instruments.map(({ id, dueOn }) => ({ id: ctx.newId(), instrumentId: id, askedDueOn: dueOn }));
  const items = await insertItems(ctx.db, { requestId, region: rest.region, at: ctx.now }, wanted);
  const added = new Set(items.map(({ instrumentId }) => instrumentId));
  const openElsewhere = instruments.flatMap(({ id }) => (added.has(id) ? [] : [id]));
  if (items.length === 0) return { requestId, items, openElsewhere };
  if (openElsewhere.length > 0) await countInstruments(ctx.db, requestId, items.length);
  await insertSteps(
    ctx.db,
    items.map(({ id }) => id),
    {
      step: 'submitted',
      note: null,
      at: ctx.now,
      day: ctx.today,
      personId: ctx.caller.personId,
      organizationId: ctx.caller.organizationId,
    },
  );
  await openInstruments(ctx, [...added].sort(), designation.institute.id);
  ctx.record({
    kind: 'request.submitted',
    subject: requestId,
    detail: {
      institute: designation.institute.id,
      designation: designation.documentNumber,
      instruments: items.length,
      ...(rest.origin === 'holder' ? {} : { origin: rest.origin, holder: rest.holderId }),
    },
  });
  return { requestId, items, openElsewhere };
}
