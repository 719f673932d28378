import { keyIdOf, type Certificate } from '@tongheng/seal/x509/certificate';
import { checkChain } from '@tongheng/seal/x509/chain';
import { sameBytes } from '@tongheng/seal/encoding';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { signingKeyProblems, type signingKeyEndpoints } from '../contract.ts';
import * as store from '../store.ts';
import { certificatesIn, readPasted } from './certify.ts';
import { putIntoUse, write } from './make.ts';
import { toSigningKey } from './view.ts';

async function getAny(ctx: Context, id: string): Promise<store.KeyRow> {
  const row = await store.findKey(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function getPending(ctx: Context, id: string): Promise<store.KeyRow> {
  await store.lockKeys(ctx.db);
  const row = await getAny(ctx, id);
  if (row.state !== 'pending') throw new Problem(signingKeyProblems.decided);
  return row;
}

const isFor = (certificate: Certificate, publicKey: Uint8Array): boolean => sameBytes(certificate.spki, publicKey);

/** Certificates that an authority elsewhere issued: about this key, under a root that two persons have recorded here. */
async function acceptPasted(ctx: Context, row: store.KeyRow, pem: string): Promise<void> {
  const given = readPasted(pem);
  const own = given.find((certificate) => isFor(certificate, row.publicKey));
  if (own === undefined) throw new Problem(signingKeyProblems.otherKey);
  const roots = await store.listRoots(ctx.db);
  const anchors = roots.flatMap((root) => certificatesIn(root.certificate).slice(0, 1));
  const answer = await checkChain(
    own.der,
    given.filter((certificate) => certificate !== own).map(({ der }) => der),
    anchors,
    ctx.now,
  );
  const reasons = answer.reasons.filter((reason) => !(ctx.demonstration && reason === 'demonstrationRoot'));
  if (reasons.length > 0 || own.isAuthority) throw new Problem(signingKeyProblems.untrusted);
  const top = answer.path[answer.path.length - 1];
  const root = roots.find(({ publicKey }) => top !== undefined && isFor(top, publicKey));
  const sm2 = given.find((certificate) => row.sm2PublicKey !== null && isFor(certificate, row.sm2PublicKey));
  await write(
    ctx,
    row,
    answer.path.map(({ der }) => der),
    sm2?.der ?? null,
    root?.id ?? null,
    ctx.caller.personId,
  );
}

async function putAnchorIntoUse(ctx: Context, row: store.KeyRow): Promise<void> {
  await write(ctx, row, certificatesIn(row.certificate), null, null, ctx.caller.personId);
}

async function answer(ctx: Context, id: string) {
  return toSigningKey(await getAny(ctx, id), ctx);
}

type Decisions = Pick<
  Service<typeof signingKeyEndpoints>,
  'confirmSigningKey' | 'declineSigningKey' | 'confirmKeyRevocation' | 'declineKeyRevocation'
>;

export const decisionService: Decisions = {
  async confirmSigningKey({ params, body }, ctx) {
    const row = await getPending(ctx, params.id);
    if (row.requestedBy === ctx.caller.personId) throw new Problem(signingKeyProblems.samePerson);
    if (row.purpose === 'anchor') await putAnchorIntoUse(ctx, row);
    else if (body.certificates !== null) await acceptPasted(ctx, row, body.certificates);
    else await putIntoUse(ctx, row, ctx.caller.personId);
    ctx.record({
      kind: 'signingKey.confirmed',
      subject: row.id,
      detail: { purpose: row.purpose, keyId: keyIdOf(row.publicKey), replaces: row.replacesId },
    });
    if (row.replacesId !== null) ctx.record({ kind: 'signingKey.retired', subject: row.replacesId, detail: { replacedBy: row.id } });
    return answer(ctx, row.id);
  },

  async declineSigningKey({ params, body }, ctx) {
    const row = await getPending(ctx, params.id);
    await store.declineKey(ctx.db, row.id, { decidedBy: ctx.caller.personId, decidedAt: ctx.now, refusal: body.reason });
    ctx.record({ kind: 'signingKey.declined', subject: row.id, reason: body.reason });
    return answer(ctx, row.id);
  },

  async confirmKeyRevocation({ params }, ctx) {
    const row = await getOpenRevocation(ctx, params.id);
    await store.decideRevocation(ctx.db, row.revocationId ?? '', {
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      confirmed: true,
      refusal: null,
    });
    await store.setState(ctx.db, row.id, 'revoked');
    ctx.record({
      kind: 'signingKey.revocationConfirmed',
      subject: row.id,
      reason: row.revocationReason ?? undefined,
      detail: { cause: row.revocationCause, from: row.revokedFrom, keyId: row.keyId },
    });
    return answer(ctx, row.id);
  },

  async declineKeyRevocation({ params, body }, ctx) {
    const row = await getOpenRevocation(ctx, params.id);
    await store.decideRevocation(ctx.db, row.revocationId ?? '', {
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      confirmed: false,
      refusal: body.reason,
    });
    ctx.record({ kind: 'signingKey.revocationDeclined', subject: row.id, reason: body.reason });
    return answer(ctx, row.id);
  },
};

async function getOpenRevocation(ctx: Context, id: string): Promise<store.KeyRow> {
  await store.lockKeys(ctx.db);
  const row = await getAny(ctx, id);
  if (row.revocationId === null || row.revocationConfirmed !== null) throw new Problem(signingKeyProblems.noRevocation);
  if (row.revokerId === ctx.caller.personId) throw new Problem(signingKeyProblems.samePerson);
  return row;
}
