import type { Context } from '../../../platform/context.ts';

/** An instrument that was asked for in time and not done in time by the institute 已按期申请、机构未按期完成. */
export type LateFact = {
  readonly requestId: string;
  readonly submittedOn: string;
  readonly askedDueOn: string;
  /** null: still open */
  readonly servedOn: string | null;
};

type Source = (ctx: Pick<Context, 'db' | 'today'>, instrumentIds: readonly string[]) => Promise<ReadonlyMap<string, LateFact>>;

let source: Source = async () => new Map();

/** Requests come after the ledger; what they know of an instrument is told by them, once when the program starts. */
export function tellLateBy(told: Source): void {
  source = told;
}

export const lateFactOf = async (ctx: Context, id: string): Promise<LateFact | undefined> => (await source(ctx, [id])).get(id);
