import { canonical } from '@tongheng/seal/canonical';
import { toBase64, toUtf8 } from '@tongheng/seal/encoding';
import { printVerifierKey } from '@tongheng/seal/log/verifier-key';
import { trustFormat, type SignedTrust, type Trust } from '../contract/trust.ts';
import type { SigningKeyState } from '../rules.ts';
import * as store from '../store.ts';
import { certificatesIn, printChain } from './certify.ts';
import { canSign, signWith } from './holder.ts';
import { verifierKeyOf } from './log-signer.ts';
import type { SigningContext } from './signer.ts';

const first = (pem: string | null): string => printChain(certificatesIn(pem).slice(0, 1));

/** What a verifier trusts today. Keys that were never in use, and all that is secret, do not stand in it. */
export async function trustAnchors(ctx: SigningContext): Promise<Trust> {
  const used = await store.listUsedKeys(ctx.db);
  const inForce = used.filter(({ state }) => state !== 'revoked');
  const revoked = used.filter(({ state }) => state === 'revoked');
  return {
    format: trustFormat,
    city: await store.findCityName(ctx.db),
    demonstration: ctx.demonstration,
    asOf: ctx.today,
    roots: inForce.filter(({ purpose }) => purpose === 'root' || purpose === 'anchor').map((key) => first(key.certificate)),
    signers: used
      .filter(({ purpose }) => purpose === 'institute')
      .map((key) => ({
        keyId: key.keyId,
        institute: key.instituteName ?? '',
        certificate: printChain(certificatesIn(key.certificate).slice(0, -1)),
        sm2Certificate: key.sm2Certificate,
        state: key.state as SigningKeyState,
      })),
    logKeys: inForce.filter(({ purpose }) => purpose === 'log').map((key) => printVerifierKey(verifierKeyOf(key))),
    witnesses: (await store.listWitnessKeys(ctx.db)).map(({ vkey }) => vkey),
    revokedKeys: await Promise.all(
      revoked.map(async (key) => ({
        keyId: key.keyId,
        at: key.revokedFrom ?? ctx.now,
        logSize: await store.findLogSize(ctx.db, key.revokedFrom ?? ctx.now),
        reason: key.revocationCause ?? '',
      })),
    ),
  };
}

/** The last list and its signature: it is asked for by every verifier and changes once a day. */
let last: { readonly text: string; readonly keyId: string; readonly signed: SignedTrust } | undefined;

/** The list with a signature of the city's root over its canonical form, where the root signs here. */
export async function signedTrust(ctx: SigningContext): Promise<SignedTrust> {
  const trust = await trustAnchors(ctx);
  const root = await store.findActive(ctx.db, 'root', null);
  if (root === undefined || !canSign(ctx, root)) return { trust, signature: null };
  const text = canonical(trust);
  if (last?.text === text && last.keyId === root.keyId) return last.signed;
  const value = toBase64(await signWith(ctx, root, 'ecdsa-p256')(toUtf8(text)));
  const signed: SignedTrust = { trust, signature: { algorithm: 'ecdsa-p256', keyId: root.keyId, value } };
  last = { text, keyId: root.keyId, signed };
  return signed;
}
