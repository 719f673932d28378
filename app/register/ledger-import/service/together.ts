import type { Context } from '../../../platform/context.ts';
import { keepOrUndo } from '../store/undo.ts';

/** Does a part of a change whole or not at all, with its events; what fails is thrown on and the change goes on without that part. */
export async function together<Result>(ctx: Context, part: (ctx: Context) => Promise<Result>): Promise<Result> {
  const events: Parameters<Context['record']>[0][] = [];
  const result = await keepOrUndo(ctx.db, () => part({ ...ctx, record: (event) => void events.push(event) }));
  for (const event of events) ctx.record(event);
  return result;
}
