import { canonical } from '@tongheng/seal/canonical';
import { toUtf8 } from '@tongheng/seal/encoding';
import { keyIdOf } from '@tongheng/seal/x509/certificate';
import { checkChain } from '@tongheng/seal/x509/chain';
import { issueRequest } from '@tongheng/seal/x509/issue';
import { toPem } from '@tongheng/seal/x509/pem';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import type { Secrets } from '../../platform/secret.ts';
import type { Db } from '../../platform/context.ts';
import { timelineOf } from '../../register/event/service.ts';
import { signingKeyProblems, type signingKeyEndpoints } from './contract.ts';
import { sealPurposeNames, signingKeyLifeCycle, type RevocationCause, type SigningKeyState } from './rules.ts';
import { citySubject, instituteSubject, readPasted } from './service/certify.ts';
import { decisionService } from './service/decision.ts';
import { askPublicKeys, makeKeys, signWith } from './service/holder.ts';
import { writePending } from './service/make.ts';
import { sealOf } from './service/seal.ts';
import { signedTrust } from './service/trust.ts';
import { toSigningKey } from './service/view.ts';
import * as store from './store.ts';

async function getKey(ctx: Context, id: string): Promise<store.KeyRow> {
  const row = await store.findKeyWithin(ctx.db, ctx.caller.scope, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

async function answer(ctx: Context, id: string) {
  const row = await store.findKey(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toSigningKey(row, ctx);
}

type RevocationWish = { readonly cause: RevocationCause; readonly from: string; readonly reason: string };

async function requestRevocation(ctx: Context, row: store.KeyRow | undefined, { cause, from, reason }: RevocationWish) {
  if (row === undefined) throw new Problem(platformProblems.notFound);
  if (!('revoke' in signingKeyLifeCycle[row.state as SigningKeyState])) throw new Problem(signingKeyProblems.notInUse);
  if (row.revocationId !== null) throw new Problem(signingKeyProblems.revocationOpen);
  if (Date.parse(from) > Date.parse(ctx.now)) throw new Problem(signingKeyProblems.inTheFuture);
  await store.insertRevocation(ctx.db, {
    id: ctx.newId(),
    signingKeyId: row.id,
    cause,
    reason,
    fromAt: from,
    requestedBy: ctx.caller.personId,
    requestedAt: ctx.now,
  });
  ctx.record({ kind: 'signingKey.revocationRequested', subject: row.id, reason, detail: { cause, from } });
  return answer(ctx, row.id);
}

/** The bytes of one root that signs itself. */
async function readRoot(pem: string, at: string) {
  const [root, ...more] = readPasted(pem);
  if (root === undefined || more.length > 0) throw new Problem(signingKeyProblems.notARoot);
  const { reasons } = await checkChain(root.der, [], [root.der], at);
  const isSelfSigned = !(await checkChain(root.der, [], [], at)).reasons.includes('badSignature');
  if (!root.isAuthority || root.subject.der !== root.issuer.der || !isSelfSigned || reasons.some((reason) => reason === 'expired'))
    throw new Problem(signingKeyProblems.notARoot);
  return root;
}

const file = (name: string, type: string, text: string) => ({ name, type, bytes: toUtf8(text) });

export const signingKeyService: Service<typeof signingKeyEndpoints> = {
  ...decisionService,

  async listSigningKeys({ query }, ctx) {
    const { rows, total } = await store.listKeys(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit).map((row) => toSigningKey(row, ctx));
    const last = items[items.length - 1];
    return {
      items,
      next: rows.length > query.limit && last !== undefined ? printCursor({ at: last.requestedAt, id: last.id }) : null,
      total,
    };
  },

  async listCityKeys(_call, ctx) {
    const institute = ctx.caller.permits.has('signing-key.manage')
      ? await store.findInstitute(ctx.db, ctx.caller.organizationId)
      : undefined;
    return {
      keys: (await store.listCityKeys(ctx.db)).map((row) => toSigningKey(row, ctx)),
      hasDevice: ctx.keyDevice !== undefined,
      mayRequest: institute !== undefined,
      mayGovern: ctx.caller.permits.has('signing-key.govern'),
    };
  },

  async readElectronicSeals(_call, ctx) {
    const institute = await store.findInstitute(ctx.db, ctx.caller.organizationId);
    const purposes = institute === undefined || ctx.sealService === undefined ? [] : sealPurposeNames;
    const seals = await Promise.all(
      purposes.map(async (purpose) => {
        try {
          const seal = await sealOf(ctx, { institute: institute?.name ?? '', creditCode: institute?.creditCode ?? null, purpose });
          return { purpose, seal: seal ?? null, problem: null };
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          return { purpose, seal: null, problem: inLanguage(error.detail ?? signingKeyProblems.sealFailed.text, ctx.language) };
        }
      }),
    );
    return { isConnected: ctx.sealService !== undefined, seals };
  },

  async readSigningKey({ params }, ctx) {
    const row = await getKey(ctx, params.id);
    return { ...toSigningKey(row, ctx), timeline: await timelineOf(ctx, row.id) };
  },

  async requestSigningKey({ body }, ctx) {
    const institute = await store.findInstitute(ctx.db, ctx.caller.organizationId);
    if (institute === undefined) throw new Problem(signingKeyProblems.notAnInstitute);
    await store.lockKeys(ctx.db);
    if ((await store.findPending(ctx.db, 'institute', institute.id)) !== undefined) throw new Problem(signingKeyProblems.pending);
    const id = ctx.newId();
    const isDevice = body.holder === 'device';
    const reference = isDevice ? (body.reference ?? institute.id) : null;
    const keys = isDevice ? await askPublicKeys(ctx.keyDevice, reference ?? '') : await makeKeys(ctx.secrets, id, 'institute');
    if ((await store.findByKeyId(ctx.db, keyIdOf(keys.publicKey))) !== undefined) throw new Problem(signingKeyProblems.known);
    const wish = { purpose: 'institute', institute, holder: body.holder, reference, certificate: null } as const;
    await writePending(ctx, id, { ...wish, reason: body.reason, requestedBy: ctx.caller.personId }, keys);
    ctx.record({ kind: 'signingKey.requested', subject: id, reason: body.reason, detail: { purpose: 'institute', holder: body.holder } });
    return answer(ctx, id);
  },

  async requestCityKey({ body }, ctx) {
    const { purpose, reason } = body;
    await store.lockKeys(ctx.db);
    if ((await store.findPending(ctx.db, purpose, null)) !== undefined) throw new Problem(signingKeyProblems.pending);
    const id = ctx.newId();
    const wish = { purpose, institute: null, reference: null, reason, requestedBy: ctx.caller.personId };
    if (purpose === 'anchor') {
      const root = await readRoot(body.certificates ?? '', ctx.now);
      if ((await store.findByKeyId(ctx.db, root.keyId)) !== undefined) throw new Problem(signingKeyProblems.known);
      const keys = { publicKey: root.spki, sealedKey: null, sm2PublicKey: null, sm2SealedKey: null };
      await writePending(ctx, id, { ...wish, holder: 'elsewhere', certificate: toPem('CERTIFICATE', root.der) }, keys);
    } else await writePending(ctx, id, { ...wish, holder: 'software', certificate: null }, await makeKeys(ctx.secrets, id, purpose));
    ctx.record({ kind: 'signingKey.requested', subject: id, reason, detail: { purpose } });
    return answer(ctx, id);
  },

  async requestKeyRevocation({ params, body }, ctx) {
    await store.lockKeys(ctx.db);
    const row = await getKey(ctx, params.id);
    if (row.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
    return requestRevocation(ctx, row, body);
  },

  async requestCityRevocation({ params, body }, ctx) {
    await store.lockKeys(ctx.db);
    return requestRevocation(ctx, await store.findKey(ctx.db, params.id), body);
  },

  async exportKeyRequest({ params }, ctx) {
    const row = await getKey(ctx, params.id);
    const algorithm = row.purpose === 'log' ? 'ed25519' : 'ecdsa-p256';
    if (row.holder === 'elsewhere') throw new Problem(platformProblems.notFound);
    const city = await store.findCityName(ctx.db);
    const institute = row.instituteId === null ? undefined : await store.findInstitute(ctx.db, row.instituteId);
    const subject =
      institute === undefined
        ? citySubject(ctx, city, row.purpose === 'log' ? '计量证书透明日志' : '计量证书根')
        : instituteSubject(institute);
    const sign = signWith(ctx, row, algorithm);
    const request = await issueRequest({ subject, spki: row.publicKey, demonstration: row.demonstration }, sign, algorithm);
    return file(`${row.keyId}.csr`, 'application/pkcs10', toPem('CERTIFICATE REQUEST', request));
  },

  async downloadKeyCertificate({ params }, ctx) {
    const row = await getKey(ctx, params.id);
    if (row.certificate === null) throw new Problem(platformProblems.notFound);
    return file(`${row.keyId}.pem`, 'application/x-pem-file', `${row.certificate}${row.sm2Certificate ?? ''}`);
  },

  readTrust: (_call, ctx) => signedTrust(ctx),

  async downloadTrust(_call, ctx) {
    const signed = await signedTrust(ctx);
    return file(`trust-${signed.trust.asOf}.json`, 'application/json', canonical(signed));
  },
};

/** How many keys in use or waiting this program cannot open: said at the start, so that nobody learns it from the first certificate. */
export async function countUnopened(db: Db, secrets: Secrets): Promise<number> {
  return (await store.listSealed(db)).filter(({ sealedKey }) => sealedKey !== null && !secrets.canOpen(sealedKey)).length;
}
