import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { signingKeyProblems } from './contract/problem.ts';
import { SignedTrust } from './contract/trust.ts';
import { keyActions, keyHolderNames, keyPurposeNames, revocationCauseNames, sealPurposeNames, signingKeyStateNames } from './rules.ts';

export { signingKeyProblems } from './contract/problem.ts';

export const SigningKeyId = id('signing-key');

const Revocation = z.object({
  cause: z.enum(revocationCauseNames),
  reason: z.string(),
  from: Instant.meta({ description: 'what was not in the log before is no longer relied on' }),
  requestedBy: z.string(),
  requestedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});

const SigningKey = z.object({
  id: SigningKeyId,
  purpose: z.enum(keyPurposeNames),
  institute: z.object({ id: OrganizationId, name: z.string() }).nullable().meta({ description: 'null: a key of the city' }),
  holder: z.enum(keyHolderNames),
  reference: z.string().nullable().meta({ description: 'name of the key in its device' }),
  logName: z.string().nullable(),
  keyId: z.string(),
  fingerprint: z.string().nullable().meta({ description: 'SHA-256 of the certificate, in groups to be compared aloud' }),
  publicKeyFingerprint: z.string().meta({ description: 'SHA-256 of the public key' }),
  hasSm2: z.boolean(),
  state: z.enum(signingKeyStateNames),
  validFrom: Instant.nullable(),
  validUntil: Instant.nullable(),
  rotationDue: z.boolean(),
  canSign: z.boolean().meta({ description: 'false: held elsewhere, or sealed under another master key' }),
  replaces: SigningKeyId.nullable(),
  reason: z.string().nullable(),
  requestedBy: z.string().nullable().meta({ description: 'null: made by itself, in a demonstration' }),
  requestedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  refusal: z.string().nullable(),
  retiredAt: Instant.nullable(),
  revocation: Revocation.nullable().meta({ description: 'the one that holds, or that waits for its second person' }),
  demonstration: z.boolean(),
  allowed: z.array(z.enum(keyActions)),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** As the service of the licensed authority describes it. */
export const ElectronicSeal = z.object({
  code: z.string(),
  name: z.string(),
  owner: z.string(),
  authority: z.string(),
  validFrom: Day,
  validUntil: Day,
});

const params = z.object({ id: SigningKeyId });
const reason = z.string().trim().min(2).max(200);
const certificates = z
  .string()
  .trim()
  .min(100)
  .max(50_000)
  .meta({ description: 'PEM: the certificate of the key first, then those above it' });
const reference = z.string().trim().min(1).max(100).meta({ description: 'by which name the device knows the key' });

export const signingKeyEndpoints = {
  listSigningKeys: endpoint({
    method: 'GET',
    path: '/signing-keys',
    permit: 'signing-key.read',
    rows: 'own',
    summary: ['机构签名密钥', 'Keys of institutes'],
    query: z.object({ ...listQuery, state: z.enum(signingKeyStateNames).optional(), institute: OrganizationId.optional() }),
    reply: pageOf(SigningKey),
  }),
  listCityKeys: endpoint({
    method: 'GET',
    path: '/signing-keys/city',
    permit: 'signing-key.read',
    rows: 'shared',
    summary: ['城市根密钥与日志密钥', 'Keys of the city: roots and the log'],
    reply: z.object({
      keys: z.array(SigningKey),
      hasDevice: z.boolean().meta({ description: 'whether a device for keys is connected' }),
      mayRequest: z.boolean(),
      mayGovern: z.boolean(),
    }),
  }),
  readElectronicSeals: endpoint({
    method: 'GET',
    path: '/signing-keys/electronic-seals',
    permit: 'signing-key.read',
    rows: 'own',
    summary: ['本机构的电子印章及服务是否接入', 'The electronic seals of the institute, and whether a service is connected'],
    reply: z.object({
      isConnected: z.boolean().meta({ description: 'whether a service of electronic seals is connected' }),
      seals: z.array(
        z.object({
          purpose: z.enum(sealPurposeNames),
          seal: ElectronicSeal.nullable().meta({ description: 'null: the service has none for the institute' }),
          problem: z.string().nullable().meta({ description: 'why it cannot be used' }),
        }),
      ),
    }),
  }),
  readSigningKey: endpoint({
    method: 'GET',
    path: '/signing-keys/:id',
    permit: 'signing-key.read',
    rows: 'own',
    summary: ['一个签名密钥', 'One signing key'],
    params,
    reply: SigningKey.extend({ timeline: z.array(TimelineEvent) }),
    problems: [platformProblems.notFound],
  }),
  requestSigningKey: endpoint({
    method: 'POST',
    path: '/signing-keys',
    permit: 'signing-key.manage',
    rows: 'own',
    summary: ['申请或更换机构签名密钥', 'Ask for a key of the institute, or for its rotation'],
    body: z.object({ holder: z.enum(['software', 'device']), reference: reference.nullable(), reason }),
    reply: SigningKey,
    problems: [
      signingKeyProblems.notAnInstitute,
      signingKeyProblems.pending,
      signingKeyProblems.noDevice,
      signingKeyProblems.deviceFailed,
      signingKeyProblems.known,
    ],
  }),
  requestCityKey: endpoint({
    method: 'POST',
    path: '/signing-keys/city',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['申请城市根密钥、日志密钥，或登记外部根证书', 'Ask for a key of the city, or record a root from elsewhere'],
    body: z.object({
      purpose: z.enum(['root', 'anchor', 'log']),
      certificates: certificates.nullable().meta({ description: 'PEM of the root, for one from elsewhere' }),
      reason,
    }),
    reply: SigningKey,
    problems: [signingKeyProblems.pending, signingKeyProblems.notARoot, signingKeyProblems.known],
  }),
  confirmSigningKey: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/confirmation',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['批准签名密钥', 'Confirm a signing key'],
    params,
    body: z.object({
      certificates: certificates.nullable().meta({ description: 'issued by an authority elsewhere; null: by the root of the city' }),
    }),
    reply: SigningKey,
    problems: [
      platformProblems.notFound,
      signingKeyProblems.decided,
      signingKeyProblems.samePerson,
      signingKeyProblems.noRoot,
      signingKeyProblems.otherKey,
      signingKeyProblems.untrusted,
      signingKeyProblems.sealedElsewhere,
      signingKeyProblems.deviceFailed,
    ],
  }),
  declineSigningKey: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/refusal',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['不批准签名密钥', 'Decline a signing key'],
    params,
    body: z.object({ reason }),
    reply: SigningKey,
    problems: [platformProblems.notFound, signingKeyProblems.decided],
  }),
  requestKeyRevocation: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/revocation-requests',
    permit: 'signing-key.manage',
    rows: 'own',
    summary: ['申请吊销本机构密钥', 'Ask for the revocation of a key of the institute'],
    params,
    body: z.object({ cause: z.enum(revocationCauseNames), from: Instant, reason }),
    reply: SigningKey,
    problems: [platformProblems.notFound, signingKeyProblems.notInUse, signingKeyProblems.revocationOpen, signingKeyProblems.inTheFuture],
  }),
  requestCityRevocation: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/city-revocation-requests',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['系统管理员申请吊销任一密钥', 'Ask for the revocation of any key, as administrator'],
    params,
    body: z.object({ cause: z.enum(revocationCauseNames), from: Instant, reason }),
    reply: SigningKey,
    problems: [platformProblems.notFound, signingKeyProblems.notInUse, signingKeyProblems.revocationOpen, signingKeyProblems.inTheFuture],
  }),
  confirmKeyRevocation: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/revocation',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['批准吊销', 'Confirm a revocation'],
    params,
    body: z.object({}),
    reply: SigningKey,
    problems: [platformProblems.notFound, signingKeyProblems.noRevocation, signingKeyProblems.samePerson],
  }),
  declineKeyRevocation: endpoint({
    method: 'POST',
    path: '/signing-keys/:id/revocation-refusal',
    permit: 'signing-key.govern',
    rows: 'shared',
    summary: ['不批准吊销', 'Decline a revocation'],
    params,
    body: z.object({ reason }),
    reply: SigningKey,
    problems: [platformProblems.notFound, signingKeyProblems.noRevocation, signingKeyProblems.samePerson],
  }),
  exportKeyRequest: endpoint({
    method: 'GET',
    path: '/signing-keys/:id/certificate-request',
    permit: 'signing-key.read',
    rows: 'own',
    summary: ['下载证书申请文件（PKCS #10）', 'Download the request for a certificate (PKCS #10)'],
    params,
    reply: 'file',
    problems: [platformProblems.notFound, signingKeyProblems.sealedElsewhere, signingKeyProblems.deviceFailed],
  }),
  downloadKeyCertificate: endpoint({
    method: 'GET',
    path: '/signing-keys/:id/certificate',
    permit: 'signing-key.read',
    rows: 'own',
    summary: ['下载证书链（PEM）', 'Download the certificates (PEM)'],
    params,
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
  readTrust: endpoint({
    method: 'GET',
    path: '/public/trust',
    permit: 'public',
    rows: 'shared',
    summary: [
      '信任名单：根证书、机构密钥、日志与见证方公钥、已吊销密钥',
      'What to trust: roots, keys of institutes, of the log and its witnesses, and what was revoked',
    ],
    reply: SignedTrust,
    perMinute: 120,
  }),
  downloadTrust: endpoint({
    method: 'GET',
    path: '/public/trust/file',
    permit: 'public',
    rows: 'shared',
    summary: ['下载信任名单文件', 'Download the list of trust as a file'],
    reply: 'file',
    perMinute: 120,
  }),
};
