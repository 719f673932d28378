import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { signingKeyProblems } from '../../signing-key/contract/problem.ts';
import { logSigners, type LogSigner } from '../../signing-key/service/log-signer.ts';

/**
 * Who signs the checkpoints of the log under this name: the key in use first, then those before it that were not revoked, so that whoever
 * knows only an earlier one can still check. Nobody where no key was put into use yet: then leaves wait.
 */
export async function signersOfLog(ctx: Context, origin: string | undefined): Promise<readonly LogSigner[]> {
  try {
    return await logSigners(ctx, origin);
  } catch (error) {
    if (error instanceof Problem && error.definition.code === signingKeyProblems.none.code) return [];
    throw error;
  }
}
