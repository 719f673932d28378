import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, EventToRecord } from '../../../platform/context.ts';
import type { Refused } from '../contract/shapes.ts';
import { inSavepoint } from '../store/savepoint.ts';

const toRefused = ({ definition, issues }: Problem, { language }: Pick<Context, 'language'>): Refused => ({
  code: definition.code,
  title: inLanguage(definition.text, language),
  next: inLanguage(definition.next, language),
  issues: issues.map(({ path, message }) => ({ path: [...path], message })),
});

export type Outcome<Result> = { readonly result: Result; readonly problem: null } | { readonly result: null; readonly problem: Refused };

/** Does one thing of many in the caller's transaction: refused, it leaves neither rows nor events, and the others stay. */
export async function apart<Result>(ctx: Context, part: (own: Context) => Promise<Result>): Promise<Outcome<Result>> {
  const events: EventToRecord[] = [];
  try {
    const result = await inSavepoint(ctx.db, () => part({ ...ctx, record: (event) => void events.push(event) }));
    for (const event of events) ctx.record(event);
    return { result, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { result: null, problem: toRefused(error, ctx) };
  }
}

/**
 * Does the same with each of many. Rows are locked in the order of their ids, so that two batches of the same records wait for each
 * other instead of standing in each other's way; the outcomes come in the order that was asked.
 */
export async function each<Item, Result>(
  ctx: Context,
  items: readonly Item[],
  idOf: (item: Item) => string,
  part: (own: Context, item: Item) => Promise<Result>,
): Promise<Outcome<Result>[]> {
  const outcomes = new Map<number, Outcome<Result>>();
  const order = items.map((item, index) => ({ item, index })).sort((a, b) => (idOf(a.item) < idOf(b.item) ? -1 : 1));
  for (const { item, index } of order) outcomes.set(index, await apart(ctx, (own) => part(own, item)));
  const refused = [...outcomes.values()].filter(({ problem }) => problem !== null).length;
  // Also a batch of which nothing succeeded leaves a trace of having been tried.
  ctx.record({ kind: 'verification.batched', subject: ctx.caller.organizationId, detail: { count: items.length, refused } });
  return items.flatMap((_, index) => outcomes.get(index) ?? []);
}
