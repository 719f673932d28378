import type { Sign } from '@tongheng/seal/signature';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { saveEvents } from '../../../platform/events.ts';
import { systemCaller } from '../../../platform/jobs.ts';
import { signingKeyProblems } from '../contract/problem.ts';
import * as store from '../store.ts';
import { certificatesIn } from './certify.ts';
import { signWith } from './holder.ts';
import { makeByItself, type KeyContext } from './make.ts';

export type Signer = {
  /** 16 hexadecimal digits: what labels and the list of trust name the key by. */
  readonly keyId: string;
  /** DER, the institute's own first, the root last. */
  readonly chain: readonly Uint8Array[];
  /** ECDSA P-256 of SHA-256, raw. */
  readonly sign: Sign;
  /** SM2 of SM3 under the user id 1234567812345678, raw. */
  readonly signSm2: Sign;
  /** SubjectPublicKeyInfo in DER. */
  readonly sm2PublicKey: Uint8Array;
  /** The certificate of the SM2 key by the same root, where one was issued, and those above it. */
  readonly sm2Chain: readonly Uint8Array[];
};

export type SigningContext = KeyContext & Pick<Context, 'apart'>;

/** In a demonstration a key is there when it is first needed; apart, so that a read may need it too. */
export async function activeKey(
  ctx: SigningContext,
  purpose: 'institute' | 'root' | 'log',
  instituteId: string | null,
): Promise<store.Key | undefined> {
  const known = await store.findActive(ctx.db, purpose, instituteId);
  if (known !== undefined || !ctx.demonstration) return known;
  return ctx.apart.transaction().execute(async (db) => {
    await store.lockKeys(db);
    const meanwhile = await store.findActive(db, purpose, instituteId);
    if (meanwhile !== undefined) return meanwhile;
    const made = await makeByItself({ ...ctx, db }, purpose, instituteId);
    await saveEvents(db, [{ kind: 'signingKey.made', subject: made.id, detail: { purpose, keyId: made.keyId } }], systemCaller, ctx.now);
    return made;
  });
}

/**
 * The key that an institute signs with now. Without one: a demonstration makes it; a real city answers 'signing-key.none', and whoever issues
 * keeps the certificate and makes its signed views when there is a key.
 */
export async function signerOf(ctx: SigningContext, instituteId: string): Promise<Signer> {
  const key = await activeKey(ctx, 'institute', instituteId);
  if (key === undefined) throw new Problem(signingKeyProblems.none);
  if (key.validUntil === null || Date.parse(key.validUntil) < Date.parse(ctx.now)) throw new Problem(signingKeyProblems.expired);
  if (key.rootId !== null && (await store.findState(ctx.db, key.rootId))?.state === 'revoked') throw new Problem(signingKeyProblems.none);
  const chain = certificatesIn(key.certificate);
  return {
    keyId: key.keyId,
    chain,
    sign: signWith(ctx, key, 'ecdsa-p256'),
    signSm2: signWith(ctx, key, 'sm2'),
    sm2PublicKey: new Uint8Array(key.sm2PublicKey ?? []),
    sm2Chain: key.sm2Certificate === null ? [] : [...certificatesIn(key.sm2Certificate), ...chain.slice(1)],
  };
}
