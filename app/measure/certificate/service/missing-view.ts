import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { listWithout, type Printable } from '../store/view.ts';
import { byInstitute, makeViews, viewOf } from './view.ts';

/** A batch that a server makes beside its work; the rest waits for the next job, or for who asks for it first. */
const documentsAtOnce = 50;
/** Papers that are in memory at the same time. */
const papersAtOnce = 10;

/** Whether it went well; a Problem is one of the institute (no key) or of its seal, and the others go on. */
async function isDone(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return false;
  }
}

/** How many of an institute's papers were made: all that can be, so that a seal that is refused for one does not keep the others waiting. */
async function makeOf(ctx: Context, rows: readonly Printable[]): Promise<number> {
  let made = 0;
  for (let from = 0; from < rows.length; from += papersAtOnce) {
    const part = rows.slice(from, from + papersAtOnce);
    if (await isDone(() => makeViews(ctx, part, 'pdf'))) made += part.length;
    else for (const row of part) if (await isDone(() => viewOf(ctx, row, 'pdf'))) made += 1;
  }
  return made;
}

/** Days back that are looked at by day; among all documents of a city it takes the database some seconds to find those without a paper. */
const daysBack = 3;

export type Missing = {
  /** Institutes of which some could not be made in this round: theirs wait until there is a key, or a seal. */
  readonly aside: readonly string[];
  /** Whether documents of any age are looked at. */
  readonly isWhole: boolean;
};

/**
 * Makes the signed paper of documents that nobody has asked for yet, so that their signature is of the time of their issue. While there are more, a
 * next job follows.
 */
export async function makeMissingViews(ctx: Context, { aside, isWhole }: Missing): Promise<void> {
  const since = isWhole ? null : new Date(Date.parse(ctx.now) - daysBack * 86_400_000).toISOString();
  const waiting = await listWithout(ctx.db, 'pdf', { limit: documentsAtOnce, aside, since });
  if (waiting.length === 0) return;
  const without = [...aside];
  for (const own of byInstitute(waiting)) {
    const [first] = own;
    if (first !== undefined && (await makeOf(ctx, own)) < own.length) without.push(first.instituteId);
  }
  if (waiting.length === documentsAtOnce)
    await ctx.later('makeMissingViews', { aside: without, isWhole }, { key: `makeMissingViews:${isWhole ? 'all' : 'recent'}` });
}
