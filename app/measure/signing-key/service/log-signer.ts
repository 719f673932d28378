import { publicKeyOf, type Sign } from '@tongheng/seal/signature';
import { verifierKey, type VerifierKey } from '@tongheng/seal/log/verifier-key';
import { Problem } from '../../../kernel/problem.ts';
import { signingKeyProblems } from '../contract/problem.ts';
import * as store from '../store.ts';
import { canSign, signWith } from './holder.ts';
import { activeKey, type SigningContext } from './signer.ts';

export type LogSigner = { readonly key: VerifierKey; readonly sign: Sign };

export const verifierKeyOf = (row: { readonly name: string | null; readonly publicKey: Uint8Array }, name?: string): VerifierKey =>
  verifierKey(name ?? row.name ?? '', 'ed25519', publicKeyOf('ed25519', row.publicKey) ?? new Uint8Array());

/**
 * Those who sign the notes of the log under this name (the key's own, where none is given): the key in use, and those before it that were not
 * revoked, so that whoever knows only an earlier one can still check.
 */
export async function logSigners(ctx: SigningContext, name?: string): Promise<readonly LogSigner[]> {
  if ((await activeKey(ctx, 'log', null)) === undefined) throw new Problem(signingKeyProblems.none);
  // A demonstration's key may just have been made beside this transaction, which still sees it: it reads what was committed.
  const rows = await store.listLogKeys(ctx.db);
  return rows
    .filter((row, index) => index === 0 || canSign(ctx, row))
    .map((row) => ({ key: verifierKeyOf(row, name), sign: signWith(ctx, row, 'ed25519') }));
}

/** The key of the log that is in use. */
export async function logSigner(ctx: SigningContext, name?: string): Promise<LogSigner> {
  const [first] = await logSigners(ctx, name);
  if (first === undefined) throw new Problem(signingKeyProblems.none);
  return first;
}
