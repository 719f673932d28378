import type { Context } from '../../../platform/context.ts';
import type { StatedUncertainty } from '../rules/uncertainty.ts';
import { findStatement } from '../store/uncertainty.ts';
import type { VerificationRow } from '../store/verification.ts';

/** What is stated for the present result of a record; a result that was never submitted has none. */
export async function statedFor(ctx: Pick<Context, 'db'>, row: Pick<VerificationRow, 'id' | 'resultDigest'>) {
  const found = row.resultDigest === null ? undefined : await findStatement(ctx.db, row.id, row.resultDigest);
  return {
    items: (found?.items ?? []) as unknown as readonly StatedUncertainty[],
    basis: found?.basis ?? null,
    person: found?.person ?? null,
  };
}
