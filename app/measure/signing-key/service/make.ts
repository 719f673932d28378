import { keyIdOf, readCertificate } from '@tongheng/seal/x509/certificate';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { signingKeyProblems } from '../contract/problem.ts';
import { logNameOf, type KeyHolderName, type KeyPurpose } from '../rules.ts';
import * as store from '../store.ts';
import { certificatesIn, certify, citySubject, instituteSubject, printChain, spanOf } from './certify.ts';
import { makeKeys, signWith, type MadeKeys } from './holder.ts';

export type KeyContext = Pick<Context, 'db' | 'now' | 'today' | 'demonstration' | 'publicUrl' | 'secrets' | 'keyDevice' | 'newId'>;

export type Wish = {
  readonly purpose: KeyPurpose;
  readonly institute: { readonly id: string; readonly region: string } | null;
  readonly holder: KeyHolderName;
  readonly reference: string | null;
  /** PEM of an anchor. */
  readonly certificate: string | null;
  readonly reason: string | null;
  readonly requestedBy: string | null;
};

/** Writes the row of a new key that waits for its confirmation. */
export async function writePending(ctx: KeyContext, id: string, wish: Wish, keys: MadeKeys): Promise<void> {
  const instituteId = wish.institute?.id ?? null;
  const active = wish.purpose === 'anchor' ? undefined : await store.findActive(ctx.db, wish.purpose, instituteId);
  await store.insertKey(ctx.db, {
    id,
    purpose: wish.purpose,
    instituteId,
    region: wish.institute?.region ?? null,
    holder: wish.holder,
    reference: wish.reference,
    name: wish.purpose === 'log' ? (active?.name ?? logNameOf(ctx.publicUrl, ctx.demonstration)) : null,
    keyId: keyIdOf(keys.publicKey),
    publicKey: Buffer.from(keys.publicKey),
    sealedKey: keys.sealedKey,
    sm2PublicKey: keys.sm2PublicKey === null ? null : Buffer.from(keys.sm2PublicKey),
    sm2SealedKey: keys.sm2SealedKey,
    replacesId: active?.id ?? null,
    certificate: wish.certificate,
    reason: wish.reason,
    requestedBy: wish.requestedBy,
    requestedAt: ctx.now,
    demonstration: ctx.demonstration,
  });
}

/** Certifies a key of the city or of an institute by the root of the city and puts it into use. */
export async function putIntoUse(ctx: KeyContext, key: store.KeyRow, decidedBy: string | null): Promise<void> {
  const kind = key.purpose as 'institute' | 'root' | 'log';
  const span = spanOf(ctx, kind);
  const city = await store.findCityName(ctx.db);
  if (kind === 'root') {
    const certificate = await certify(
      ctx,
      { kind: 'root', subject: citySubject(ctx, city, '计量证书根'), spki: key.publicKey, span },
      signWith(ctx, key, 'ecdsa-p256'),
    );
    return write(ctx, key, [certificate], null, null, decidedBy);
  }
  const root = await store.findActive(ctx.db, 'root', null);
  if (root === undefined) throw new Problem(signingKeyProblems.noRoot);
  const sign = signWith(ctx, root, 'ecdsa-p256');
  const above = certificatesIn(root.certificate);
  const [rootDer = new Uint8Array()] = above;
  const issuer = readCertificate(rootDer);
  if (kind === 'log') {
    const subject = citySubject(ctx, city, '计量证书透明日志');
    const certificate = await certify(ctx, { kind: 'log', subject, spki: key.publicKey, issuer, span }, sign);
    return write(ctx, key, [certificate, ...above], null, root.id, decidedBy);
  }
  const institute = await store.findInstitute(ctx.db, key.instituteId ?? '');
  if (institute === undefined) throw new Problem(signingKeyProblems.notAnInstitute);
  const subject = instituteSubject(institute);
  const certificate = await certify(ctx, { kind: 'signer', subject, spki: key.publicKey, issuer, span }, sign);
  const sm2 =
    key.sm2PublicKey === null ? null : await certify(ctx, { kind: 'signer', subject, spki: key.sm2PublicKey, issuer, span }, sign);
  return write(ctx, key, [certificate, ...above], sm2, root.id, decidedBy);
}

export async function write(
  ctx: KeyContext,
  key: store.KeyRow,
  chain: readonly Uint8Array[],
  sm2: Uint8Array | null,
  rootId: string | null,
  decidedBy: string | null,
): Promise<void> {
  const { notBefore, notAfter } = readCertificate(chain[0] ?? new Uint8Array());
  await store.confirmKey(ctx.db, key, {
    certificate: printChain(chain),
    sm2Certificate: sm2 === null ? null : printChain([sm2]),
    rootId,
    validFrom: notBefore,
    validUntil: notAfter,
    decidedBy,
    decidedAt: ctx.now,
  });
}

/** A key that a demonstration makes by itself: asked for and confirmed by nobody. */
export async function makeByItself(
  ctx: KeyContext,
  purpose: 'institute' | 'root' | 'log',
  instituteId: string | null,
): Promise<store.KeyRow> {
  const institute = instituteId === null ? null : ((await store.findInstitute(ctx.db, instituteId)) ?? null);
  if (purpose === 'institute' && institute === null) throw new Problem(signingKeyProblems.none);
  if (purpose !== 'root' && (await store.findActive(ctx.db, 'root', null)) === undefined) await makeByItself(ctx, 'root', null);
  const id = ctx.newId();
  const wish = { purpose, institute, holder: 'software', reference: null, certificate: null, reason: null, requestedBy: null } as const;
  await writePending(ctx, id, wish, await makeKeys(ctx.secrets, id, purpose));
  const pending = await store.findKey(ctx.db, id);
  if (pending === undefined) throw new RangeError('a key that was just written');
  await putIntoUse(ctx, pending, null);
  const active = await store.findKey(ctx.db, id);
  return active ?? pending;
}
