import { addDays } from '../../../kernel/day.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { designatedFor } from '../../../register/designation/service.ts';
import { standingOf } from '../../../register/instrument/rules.ts';
import { requestProblems } from '../contract/problems.ts';
import { largestBatch } from '../contract/shapes.ts';
import type { submissionEndpoints } from '../contract/submission.ts';
import { leftOutReasons, splitForRequests, type LeftOut } from '../rules/proposal.ts';
import { listCandidates, searchCandidates, type Candidate } from '../store/candidate.ts';
import { getRequest } from './get-request.ts';
import { fileRequest } from './file-request.ts';
import { toRequest, toRequests } from './reply.ts';
import { gatherOne, refuseOpen } from './submit.ts';

/** Who is designated for each region and kind among some instruments, asked once for each. */
async function split(ctx: Context, candidates: readonly Candidate[]) {
  const designations = new Map<string, Awaited<ReturnType<typeof designatedFor>>>();
  for (const { region, kind } of candidates) {
    const key = `${region} ${kind}`;
    if (!designations.has(key)) designations.set(key, await designatedFor(ctx, region, kind));
  }
  return splitForRequests(candidates, (region, kind) => designations.get(`${region} ${kind}`));
}

const toProposed = ({ id, code, name, model, serial, place, dueOn }: Candidate) => ({ id, code, name, model, serial, place, dueOn });
const toLeftOut = ({ instrument, why }: { readonly instrument: Candidate; readonly why: LeftOut }) => ({
  ...toProposed(instrument),
  instrumentKind: instrument.kind,
  region: instrument.region,
  why,
  request: instrument.openRequestId,
});

type Query = Parameters<Service<typeof submissionEndpoints>['previewRequests']>[0]['query'];

/** More of one holder's instruments are not looked through for their standing. */
const mostRead = 50_000;

async function candidatesOf(ctx: Context, query: Query): Promise<Candidate[]> {
  const { instrument, region, dueWithin, standing, ...filter } = query;
  const holderId = ctx.caller.organizationId;
  if (instrument !== undefined) return (await listCandidates(ctx.db, [instrument].flat())).filter((one) => one.holderId === holderId);
  const found = await searchCandidates(
    ctx.db,
    holderId,
    {
      ...filter,
      regionPrefix: region === undefined ? undefined : regionPrefix(region),
      dueBy: dueWithin === undefined ? undefined : addDays(ctx.today, dueWithin),
    },
    standing === undefined ? largestBatch + 1 : mostRead,
  );
  // What an instrument's last result means today is a rule, not a column.
  return standing === undefined
    ? found
    : found.filter((one) => standingOf(one as never, ctx.today) === standing).slice(0, largestBatch + 1);
}

export const submissionService: Service<typeof submissionEndpoints> = {
  async previewRequests({ query }, ctx) {
    const found = await candidatesOf(ctx, query);
    const { groups, leftOut } = await split(ctx, found.slice(0, largestBatch));
    return {
      groups: groups.map(({ region, kind, designation, instruments }) => ({
        region,
        instrumentKind: kind,
        institute: designation.institute,
        documentNumber: designation.documentNumber,
        authority: designation.authority,
        instruments: instruments.map(toProposed),
      })),
      leftOut: leftOut.map(toLeftOut),
      isCut: found.length > largestBatch,
    } as never;
  },

  async submitRequest({ body }, ctx) {
    const { instruments: ids, ...rest } = body;
    const holderId = ctx.caller.organizationId;
    const found = await gatherOne(ctx, ids, holderId);
    const filed = await fileRequest(ctx, { ...rest, ...found, holderId, origin: 'holder', batchId: null });
    refuseOpen(filed);
    return toRequest(ctx, await getRequest(ctx, filed.requestId));
  },

  async submitRequests({ body }, ctx) {
    const { instruments: ids, ...rest } = body;
    const holderId = ctx.caller.organizationId;
    const wanted = new Set<string>(ids);
    const own = (await listCandidates(ctx.db, [...wanted])).filter((instrument) => instrument.holderId === holderId);
    if (own.length < wanted.size) throw new Problem(platformProblems.notFound);
    const { groups, leftOut } = await split(ctx, own);
    if (groups.length === 0)
      throw new Problem(requestProblems.nothingToRequest, {
        issues: leftOut.map(({ instrument, why }) => ({
          path: ['instruments', instrument.id],
          message: `${instrument.name} ${instrument.serial}: ${inLanguage(leftOutReasons[why], ctx.language)}`,
        })),
      });
    const batchId = ctx.newId();
    const requests: string[] = [];
    const taken: { instrument: Candidate; why: LeftOut }[] = [];
    // In one order of regions and kinds, so that two batches of the same instruments wait for each other.
    for (const { designation, ...group } of groups) {
      const filed = await fileRequest(ctx, { ...rest, ...group, designation, holderId, ecqsNumber: null, origin: 'holder', batchId });
      // What somebody else has just requested is left out; where nothing is left, the whole is refused rather than an empty request kept.
      if (filed.items.length === 0) refuseOpen(filed);
      const missed = new Set(filed.openElsewhere);
      taken.push(...group.instruments.flatMap((instrument) => (missed.has(instrument.id) ? [{ instrument, why: 'open' as const }] : [])));
      requests.push(filed.requestId);
    }
    const rows = [];
    for (const id of requests) rows.push(await getRequest(ctx, id));
    return { batch: batchId, requests: await toRequests(ctx, rows), leftOut: [...leftOut, ...taken].map(toLeftOut) } as never;
  },
};
