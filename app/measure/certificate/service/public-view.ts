import { createHash, timingSafeEqual } from 'node:crypto';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import type { publicEndpoints } from '../contract/public.ts';
import { findAnywhere, type CertificateRow } from '../store/certificate.ts';
import { downloadOf, zipDownload } from './download.ts';
import { newestRevocations } from './revocation-list.ts';

const digestOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
/** Compared by digest, so that the time taken does not tell how much was right. */
export const isSame = (given: string, kept: string): boolean => timingSafeEqual(digestOf(given), digestOf(kept));

/** The check code stands on the paper alone: whoever has it holds the paper. The serial number stands on the instrument and opens no file. */
export async function openedByPaper(ctx: Context, number: string, check: string): Promise<CertificateRow> {
  const row = await findAnywhere(ctx.db, number);
  if (row === undefined || !isSame(check.toUpperCase(), row.checkCode)) throw new Problem(platformProblems.notFound);
  return row;
}

type Part = 'downloadPublicPaper' | 'downloadPublicPackage' | 'downloadRevocations';

export const publicViewService: Pick<Service<typeof publicEndpoints>, Part> = {
  downloadPublicPaper: async ({ params, query }, ctx) => downloadOf(ctx, await openedByPaper(ctx, params.number, query.check), 'pdf'),
  downloadPublicPackage: async ({ params, query }, ctx) => zipDownload(ctx, await openedByPaper(ctx, params.number, query.check)),
  async downloadRevocations(_call, ctx) {
    const bytes = new TextEncoder().encode(await newestRevocations(ctx));
    return { name: 'revocations.txt', type: 'text/plain; charset=utf-8', bytes, inPlace: true };
  },
};
