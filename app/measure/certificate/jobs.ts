import type { Context, Jobs } from '../../platform/context.ts';
import { makeBundle } from './service/bundle.ts';
import { keepMissingEffects } from './service/effect.ts';
import { resumeLots, workLot } from './service/lot.ts';
import { resumeRecomputations, workRecomputation } from './service/recomputation.ts';
import { renewRevocations } from './service/revocation-list.ts';
import { makeMissingViews } from './service/missing-view.ts';

const idOf = ({ id }: Readonly<Record<string, unknown>>): string => (typeof id === 'string' ? id : '');
const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const resume = async (ctx: Context): Promise<void> => {
  await resumeLots(ctx);
  await resumeRecomputations(ctx);
};

/** What a lot, a recomputation and a bundle leave to the background; the signed list of endings; views that nobody has asked for yet; effects that were not kept. */
export const certificateJobs: Jobs = {
  workLot: (payload, ctx) => workLot(ctx, idOf(payload)),
  workRecomputation: (payload, ctx) => workRecomputation(ctx, idOf(payload)),
  makeCertificateBundle: (payload, ctx) => makeBundle(ctx, idOf(payload)),
  renewRevocationList: async (_payload, ctx) => void (await renewRevocations(ctx)),
  resumeCertificates: (_payload, ctx) => resume(ctx),
  makeMissingViews: (payload, ctx) => makeMissingViews(ctx, { aside: textsIn(payload['aside']), isWhole: payload['isWhole'] === true }),
  keepMissingEffects: (payload, ctx) => keepMissingEffects(ctx, typeof payload['after'] === 'string' ? payload['after'] : null),
};

/** The list is signed anew each day at 00:05 of the city; views that nobody asked for follow in small parts, once a night those of any age; what was left behind is taken up again. */
export const certificateCrontab = [
  '5 16 * * * renewRevocationList',
  '*/10 * * * * makeMissingViews',
  '30 17 * * * makeMissingViews ?id=makeAllMissingViews {isWhole:true}',
  '*/3 * * * * resumeCertificates',
  '7 * * * * keepMissingEffects',
].join('\n');
