import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { canonical } from '@tongheng/seal/canonical';
import { fromBase64, toUtf8 } from '@tongheng/seal/encoding';
import { checkSignature } from '@tongheng/seal/signature';
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { checkChain } from '@tongheng/seal/x509/chain';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import { partOf } from '@tongheng/seal/x509/name';
import { fromPem, toPem } from '@tongheng/seal/x509/pem';
import { openTrust } from '@tongheng/seal/verify/trust';
import { holdCeremony, secondAdministrator } from '../../../test/support/ceremony.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { backup } from '../../platform/postgres/backup.ts';
import { openSecrets } from '../../platform/secret.ts';
import type { Context } from '../../platform/context.ts';
import { signingKeyEndpoints } from './contract.ts';
import { countUnopened } from './service.ts';
import { logSigner, logSigners } from './service/log-signer.ts';
import { signerOf } from './service/signer.ts';

const {
  confirmKeyRevocation,
  confirmSigningKey,
  declineKeyRevocation,
  declineSigningKey,
  downloadKeyCertificate,
  downloadTrust,
  exportKeyRequest,
  listCityKeys,
  listSigningKeys,
  readSigningKey,
  readTrust,
  requestCityKey,
  requestCityRevocation,
  requestKeyRevocation,
  requestSigningKey,
} = signingKeyEndpoints;

let city: City;
let second: Awaited<ReturnType<typeof secondAdministrator>>;
before(async () => {
  city = await openCity();
  second = await secondAdministrator(city);
});
after(() => city.close());

const context = (of: City = city, demonstration = false): Context =>
  ({
    db: of.database.db,
    apart: of.database.db,
    now: of.clock.now.toISOString(),
    today: '2026-11-23',
    demonstration,
    publicUrl: 'https://jl.example.cn',
    secrets: of.secrets,
    keyDevice: undefined,
    newId: () => crypto.randomUUID(),
  }) as unknown as Context;

const software = { holder: 'software', reference: null, reason: '首次启用' } as const;
const byRoot = { certificates: null };
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
const institute = (): string => city.ids.instituteManager.organization;

test('a real city has no key until two persons have made one', async () => {
  await assert.rejects(signerOf(context(), institute()), { message: 'signing-key.none' });
  await assert.rejects(logSigner(context()), { message: 'signing-key.none' });
  const { trust, signature } = await city.stranger().call(readTrust, {});
  assert.deepEqual([trust.roots, trust.signers, trust.logKeys, signature], [[], [], [], null]);

  const early = await city.as('instituteManager').call(requestSigningKey, { body: software });
  await refused(second.call(confirmSigningKey, { params: { id: early.id }, body: byRoot }), 'signing-key.noRoot');
  const root = await city.as('administrator').call(requestCityKey, { body: { purpose: 'root', certificates: null, reason: '密钥仪式' } });
  assert.equal(root.state, 'pending');
  await refused(city.as('administrator').call(confirmSigningKey, { params: { id: root.id }, body: byRoot }), 'signing-key.samePerson');
  await refused(city.as('instituteManager').call(confirmSigningKey, { params: { id: root.id }, body: byRoot }), 'platform.forbidden');
  const confirmed = await second.call(confirmSigningKey, { params: { id: root.id }, body: byRoot });
  assert.equal(confirmed.state, 'active');
  assert.deepEqual(confirmed.allowed, ['requestRevocation']);
  await refused(second.call(confirmSigningKey, { params: { id: root.id }, body: byRoot }), 'signing-key.decided');

  await refused(city.as('instituteManager').call(requestSigningKey, { body: software }), 'signing-key.pending');
  const declined = await second.call(declineSigningKey, { params: { id: early.id }, body: { reason: '请重新申请' } });
  assert.deepEqual([declined.state, declined.refusal], ['declined', '请重新申请']);
  const log = await city.as('administrator').call(requestCityKey, { body: { purpose: 'log', certificates: null, reason: '密钥仪式' } });
  await second.call(confirmSigningKey, { params: { id: log.id }, body: byRoot });
  const asked = await city.as('instituteManager').call(requestSigningKey, { body: software });
  const active = await second.call(confirmSigningKey, { params: { id: asked.id }, body: byRoot });
  assert.equal(active.validUntil?.slice(0, 10), '2028-11-23');
  assert.match(active.fingerprint ?? '', /^([0-9A-F]{4} ){15}[0-9A-F]{4}$/);
});

test('an institute signs by both of its keys, and its chain leads to the root of the city', async () => {
  const signer = await signerOf(context(), institute());
  const message = toUtf8('检定证书');
  const [leaf, root] = signer.chain.map((der) => readCertificate(der));
  assert.ok(leaf && root);
  assert.equal(signer.chain.length, 2);
  assert.equal(partOf(leaf.subject, 'O'), '测试甲县计量检定测试所');
  assert.equal(partOf(leaf.subject, 'organizationIdentifier'), '12329999MB0000001Q');
  assert.equal(leaf.keyId, signer.keyId);
  assert.equal(await checkSignature('ecdsa-p256', leaf.spki, message, await signer.sign(message)), true);
  assert.equal(await checkSignature('sm2', signer.sm2PublicKey, message, await signer.signSm2(message)), true);
  assert.equal((await checkChain(leaf.der, [], [root.der], '2026-11-23')).reason, 'trusted');
  const [sm2 = new Uint8Array()] = signer.sm2Chain;
  assert.equal((await checkChain(sm2, [], [root.der], '2026-11-23')).reason, 'trusted');
  assert.deepEqual(Buffer.from(readCertificate(sm2).spki), Buffer.from(signer.sm2PublicKey));

  const log = await logSigner(context());
  assert.equal(log.key.name, '127.0.0.1:8080/log');
  assert.equal(await checkSignature('ed25519', log.key.publicKey, message, await log.sign(message)), true);
});

test('the list of trust names roots, keys and the log, is signed by the root and can be kept as a file', async () => {
  const { trust, signature } = await city.stranger().call(readTrust, {});
  assert.equal(trust.roots.length, 1);
  assert.equal(trust.signers[0]?.institute, '测试甲县计量检定测试所');
  assert.match(trust.logKeys[0] ?? '', /^127\.0\.0\.1:8080\/log\+[0-9a-f]{8}\+/);
  const [root = new Uint8Array()] = fromPem('CERTIFICATE', trust.roots[0] ?? '');
  assert.ok(signature);
  assert.equal(await checkSignature('ecdsa-p256', readCertificate(root).spki, toUtf8(canonical(trust)), fromBase64(signature.value)), true);
  const kept = await city.stranger().call(downloadTrust, {});
  assert.deepEqual(JSON.parse(textOf(kept.bytes)), { trust, signature });
  assert.equal((await openTrust(textOf(kept.bytes))).roots.length, 1);
});

test('private keys are readable neither in the database nor in what is handed out', async () => {
  const { db } = city.database;
  const rows = await db.selectFrom('signingKey').selectAll().execute();
  const secrets: Buffer[] = [];
  for (const row of rows) {
    if (row.sealedKey === null) continue;
    const algorithm = row.purpose === 'log' ? 'ed25519' : 'ecdsa-p256';
    const pkcs8 = city.secrets.open(row.sealedKey, `signing-key ${row.id} ${algorithm}`);
    const { d = '' } = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
    secrets.push(Buffer.from(d, 'base64url'));
    if (row.sm2SealedKey !== null) secrets.push(Buffer.from(city.secrets.open(row.sm2SealedKey, `signing-key ${row.id} sm2`)));
  }
  assert.ok(secrets.length >= 5);
  const folder = await mkdtemp(join(tmpdir(), 'tongheng-key-backup-'));
  try {
    const target = join(folder, 'city.tar.gz');
    await backup({ ownerUrl: city.ownerUrl, filesFolder: folder, target, program: 'test', at: city.clock.now });
    const dump = gunzipSync(await readFile(target));
    assert.ok(dump.includes('sealed-1.'));
    const replies = JSON.stringify([
      await city.as('administrator').call(listCityKeys, {}),
      await city.as('instituteManager').call(listSigningKeys, { query: {} }),
      await db.selectFrom('event').selectAll().execute(),
      await db.selectFrom('submission').selectAll().execute(),
    ]);
    for (const secret of secrets)
      for (const form of [secret.toString('hex'), secret.toString('base64'), secret.toString('base64url')]) {
        assert.equal(dump.includes(form), false);
        assert.equal(dump.includes(form.toUpperCase()), false);
        assert.equal(replies.includes(form), false);
      }
    for (const secret of secrets) assert.equal(dump.includes(secret), false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('under another master key nothing is signed, and the start counts what it cannot open', async () => {
  const other = { ...context(), secrets: openSecrets(Buffer.alloc(32, 7)) };
  await assert.rejects(signerOf(other, institute()), { message: 'signing-key.sealedElsewhere' });
  assert.equal((await countUnopened(city.database.db, other.secrets)) >= 3, true);
  assert.equal(await countUnopened(city.database.db, city.secrets), 0);
});

test('an institute sees its own keys and what the city signs with; others do not see it', async () => {
  const own = await city.as('instituteManager').call(listSigningKeys, { query: {} });
  assert.deepEqual(own.items.map(({ state }) => state).sort(), ['active', 'declined']);
  const first = own.items.find(({ state }) => state === 'active');
  assert.ok(first);
  assert.equal((await city.as('instituteManager').call(listSigningKeys, { query: { state: 'declined', q: '甲县', limit: 1 } })).total, 1);
  const page = await city.as('auditor').call(listSigningKeys, { query: { limit: 1 } });
  const next = await city.as('auditor').call(listSigningKeys, { query: { limit: 1, after: page.next ?? '' } });
  assert.notEqual(page.items[0]?.id, next.items[0]?.id);
  assert.equal((await city.as('farInstituteManager').call(listSigningKeys, { query: {} })).total, 0);
  await refused(city.as('farInstituteManager').call(readSigningKey, { params: { id: first.id } }), 'platform.notFound');
  const whole = await city.as('instituteManager').call(readSigningKey, { params: { id: first.id } });
  assert.deepEqual(whole.timeline.map(({ kind }) => kind).sort(), ['signingKey.confirmed', 'signingKey.requested']);
  const cityKeys = await city.as('instituteManager').call(listCityKeys, {});
  assert.deepEqual([cityKeys.keys.length, cityKeys.mayRequest, cityKeys.mayGovern, cityKeys.hasDevice], [2, true, false, false]);
  const pem = textOf((await city.as('instituteManager').call(downloadKeyCertificate, { params: { id: first.id } })).bytes);
  assert.equal(fromPem('CERTIFICATE', pem).length, 3);
  const csr = textOf((await city.as('instituteManager').call(exportKeyRequest, { params: { id: first.id } })).bytes);
  assert.match(csr, /BEGIN CERTIFICATE REQUEST/);
  await refused(city.as('cityRegulator').call(requestSigningKey, { body: software }), 'platform.forbidden');
});

test('a rotation puts the next key into use, and what the one before it signed stays good', async () => {
  city.clock.now = new Date('2027-10-01T02:00:00Z');
  const earlier = await signerOf(context(), institute());
  const { id } = await city.as('instituteManager').call(requestSigningKey, { body: { ...software, reason: '年度更换' } });
  assert.equal((await signerOf(context(), institute())).keyId, earlier.keyId);
  const next = await second.call(confirmSigningKey, { params: { id }, body: byRoot });
  assert.ok(next.replaces);
  const retired = await city.as('instituteManager').call(readSigningKey, { params: { id: next.replaces } });
  assert.equal(retired.state, 'retired');
  assert.notEqual((await signerOf(context(), institute())).keyId, earlier.keyId);
  const { trust } = await city.stranger().call(readTrust, {});
  assert.deepEqual(trust.signers.map(({ state }) => state).sort(), ['active', 'retired']);
  assert.deepEqual(trust.revokedKeys, []);
  const [root = new Uint8Array()] = fromPem('CERTIFICATE', trust.roots[0] ?? '');
  const [leaf = new Uint8Array()] = earlier.chain;
  assert.equal((await checkChain(leaf, [], [root], '2027-09-30')).reason, 'trusted');
});

test('the key of the log is rotated too: the former one goes on signing beside it', async () => {
  const { id } = await city.as('administrator').call(requestCityKey, { body: { purpose: 'log', certificates: null, reason: '更换' } });
  await second.call(confirmSigningKey, { params: { id }, body: byRoot });
  const signers = await logSigners(context());
  assert.equal(signers.length, 2);
  assert.equal(new Set(signers.map(({ key }) => key.name)).size, 1);
  const { trust } = await city.stranger().call(readTrust, {});
  assert.equal(trust.logKeys.length, 2);
});

test('a revocation takes two persons, begins in the past and stands in the list of trust', async () => {
  const { items } = await city.as('instituteManager').call(listSigningKeys, { query: { state: 'active' } });
  const id = items[0]!.id;
  const wish = { cause: 'leaked', from: '2027-09-15T00:00:00Z', reason: '保管人手机遗失' } as const;
  await refused(
    city.as('instituteManager').call(requestKeyRevocation, { params: { id }, body: { ...wish, from: '2027-12-01T00:00:00Z' } }),
    'signing-key.inTheFuture',
  );
  await refused(city.as('farInstituteManager').call(requestKeyRevocation, { params: { id }, body: wish }), 'platform.notFound');
  await refused(second.call(confirmKeyRevocation, { params: { id }, body: {} }), 'signing-key.noRevocation');
  await city.as('instituteManager').call(requestKeyRevocation, { params: { id }, body: wish });
  await refused(city.as('instituteManager').call(requestKeyRevocation, { params: { id }, body: wish }), 'signing-key.revocationOpen');
  const kept = await second.call(declineKeyRevocation, { params: { id }, body: { reason: '误报' } });
  assert.deepEqual([kept.state, kept.revocation], ['active', null]);

  const checkpoint = { root: Buffer.alloc(32), note: '' };
  for (const [size, signedAt] of [
    [7, '2027-09-01T00:00:00Z'],
    [9, '2027-09-14T23:59:59Z'],
    [12, '2027-09-15T00:00:01Z'],
  ] as const)
    await city.database.db
      .insertInto('transparencyCheckpoint')
      .values({ ...checkpoint, size, signedAt })
      .execute();
  await second.call(requestCityRevocation, { params: { id }, body: wish });
  await refused(second.call(confirmKeyRevocation, { params: { id }, body: {} }), 'signing-key.samePerson');
  const revoked = await city.as('administrator').call(confirmKeyRevocation, { params: { id }, body: {} });
  assert.deepEqual([revoked.state, revoked.revocation?.cause, revoked.allowed], ['revoked', 'leaked', []]);
  await assert.rejects(signerOf(context(), institute()), { message: 'signing-key.none' });
  const { trust } = await city.stranger().call(readTrust, {});
  assert.equal(trust.revokedKeys[0]?.keyId, revoked.keyId);
  assert.deepEqual([trust.revokedKeys[0].at, trust.revokedKeys[0].logSize], [wish.from.replace('Z', '.000Z'), 9]);
  await refused(second.call(requestCityRevocation, { params: { id }, body: wish }), 'signing-key.notInUse');
});

test('a root from elsewhere is recorded by two persons, and a certificate of it put onto a key of an institute', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const sign = (message: Uint8Array) =>
    Promise.resolve(new Uint8Array(nodeSign('sha256', message, { key: pair.privateKey, dsaEncoding: 'ieee-p1363' })));
  const serial = Uint8Array.from({ length: 16 }, (_, index) => index + 1);
  const span = { notBefore: '2027-01-01T00:00:00Z', notAfter: '2040-01-01T00:00:00Z', serial, demonstration: false };
  const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
  const root = await issueCertificate({ kind: 'root', subject: [{ type: 'CN', value: '离线根' }], spki, ...span }, sign);
  const pem = toPem('CERTIFICATE', root);
  await refused(
    city.as('administrator').call(requestCityKey, { body: { purpose: 'anchor', certificates: null, reason: '离线根' } }),
    'signing-key.notARoot',
  );
  const broken = Uint8Array.from(root);
  broken[root.length - 5] = (broken[root.length - 5] ?? 0) ^ 1;
  await refused(
    city.as('administrator').call(requestCityKey, {
      body: { purpose: 'anchor', certificates: toPem('CERTIFICATE', broken), reason: '离线根' },
    }),
    'signing-key.notARoot',
  );

  const asked = await city.as('instituteManager').call(requestSigningKey, { body: { ...software, reason: '离线签发' } });
  const request = textOf((await city.as('instituteManager').call(exportKeyRequest, { params: { id: asked.id } })).bytes);
  const row = await city.database.db.selectFrom('signingKey').selectAll().where('id', '=', asked.id).executeTakeFirstOrThrow();
  assert.ok(Buffer.from(fromPem('CERTIFICATE REQUEST', request)[0] ?? []).includes(row.publicKey));
  const leafOf = (key: Uint8Array) =>
    issueCertificate(
      { kind: 'signer', subject: [{ type: 'O', value: '测试甲县计量检定测试所' }], spki: key, issuer: readCertificate(root), ...span },
      sign,
    );
  const leaf = toPem('CERTIFICATE', await leafOf(row.publicKey));
  const params = { id: asked.id };
  await refused(second.call(confirmSigningKey, { params, body: { certificates: leaf } }), 'signing-key.untrusted');
  await refused(second.call(confirmSigningKey, { params, body: { certificates: `${'x'.repeat(100)}` } }), 'signing-key.otherKey');
  const anchor = await city.as('administrator').call(requestCityKey, { body: { purpose: 'anchor', certificates: pem, reason: '离线根' } });
  assert.equal((await second.call(confirmSigningKey, { params: { id: anchor.id }, body: byRoot })).canSign, false);
  await refused(
    city.as('administrator').call(requestCityKey, { body: { purpose: 'anchor', certificates: pem, reason: '再次' } }),
    'signing-key.known',
  );
  const other = toPem('CERTIFICATE', await leafOf(spki));
  await refused(second.call(confirmSigningKey, { params, body: { certificates: other } }), 'signing-key.otherKey');
  const sm2 = toPem('CERTIFICATE', await leafOf(new Uint8Array(row.sm2PublicKey ?? [])));
  assert.equal((await second.call(confirmSigningKey, { params, body: { certificates: leaf + sm2 } })).state, 'active');
  const signer = await signerOf(context(), institute());
  assert.equal((await checkChain(signer.chain[0] ?? spki, [], [root], '2027-10-01')).reason, 'trusted');
  assert.equal(signer.sm2Chain.length, 2);
  assert.equal((await city.stranger().call(readTrust, {})).trust.roots.length, 2);
});

test('two requests at once make one key that waits', async () => {
  const answers = await Promise.allSettled([1, 2, 3].map(() => city.as('farInstituteManager').call(requestSigningKey, { body: software })));
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 1);
  const { items } = await city.as('farInstituteManager').call(listSigningKeys, { query: { state: 'pending' } });
  assert.equal(items.length, 1);
});

test('a demonstration makes its keys when they are first needed, and nobody takes them for real', async () => {
  const demonstration = await openCity({ demonstration: true });
  try {
    const ctx = context(demonstration, true);
    const id = demonstration.ids.instituteManager.organization;
    const signers = await Promise.all([signerOf(ctx, id), signerOf(ctx, id), logSigner(ctx)]);
    assert.equal(signers[0].keyId, signers[1].keyId);
    assert.match(signers[2].key.name, /^demonstration\.invalid\//);
    const [leaf = new Uint8Array(), root = new Uint8Array()] = signers[0].chain;
    assert.deepEqual((await checkChain(leaf, [], [root], '2026-11-23')).reasons, ['demonstrationRoot']);
    assert.deepEqual((await checkChain(leaf, [], [root], '2020-01-01')).reasons, ['demonstrationRoot']);
    const { trust, signature } = await demonstration.stranger().call(readTrust, {});
    assert.equal(trust.demonstration, true);
    assert.ok(signature);
    const events = await demonstration.database.db.selectFrom('event').select('kind').where('kind', '=', 'signingKey.made').execute();
    assert.equal(events.length, 2);
    await assert.rejects(signerOf(ctx, demonstration.ids.holder.organization), { message: 'signing-key.none' });
  } finally {
    await demonstration.close();
  }
});

test('the ceremony of the tests leaves a city that signs', async () => {
  const other = await openCity();
  try {
    await holdCeremony(other);
    assert.ok((await signerOf(context(other), other.ids.instituteManager.organization)).keyId);
    await refused(
      other.as('instituteManager').call(requestSigningKey, { body: { holder: 'device', reference: 'slot-1', reason: '密码机' } }),
      'signing-key.noDevice',
    );
  } finally {
    await other.close();
  }
});
