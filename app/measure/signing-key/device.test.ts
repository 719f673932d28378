import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { toUtf8 } from '@tongheng/seal/encoding';
import { checkSignature } from '@tongheng/seal/signature';
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { holdCeremony, secondAdministrator } from '../../../test/support/ceremony.ts';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { KeyDeviceFailed, openKeyDevice } from '../../platform/key-device.ts';
import type { Context } from '../../platform/context.ts';
import { signingKeyEndpoints } from './contract.ts';
import { signerOf } from './service/signer.ts';

const { confirmSigningKey, exportKeyRequest, listCityKeys, requestSigningKey } = signingKeyEndpoints;

/** A device in a process of its own: it keeps its keys in a file that the city never reads. `mood` makes it fail in the ways devices fail. */
const program = (node: string, seal: string, mood: string): string => `#!${node} --no-maglev
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { signSm2, sm2PublicKey } from '${seal}/sm2.ts';
import { spkiOf } from '${seal}/signature.ts';
const mood = existsSync('${mood}') ? readFileSync('${mood}', 'utf8') : '';
let text = '';
for await (const piece of process.stdin) text += piece;
const { operation, key, algorithm, message } = JSON.parse(text);
const file = '${mood}.' + key + mood.slice(0, 5);
if (!existsSync(file)) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
const secret = createPrivateKey(readFileSync(file));
const sm2 = new Uint8Array(32).fill(9);
const say = (answer) => process.stdout.write(JSON.stringify(answer));
if (mood === 'locked') say({ error: 'PIN locked' });
else if (mood === 'broken') process.exit(3);
else if (mood === 'chatty') process.stdout.write('hello');
else if (operation === 'publicKey')
  say({
    'ecdsa-p256': createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64'),
    sm2: Buffer.from(spkiOf('sm2', await sm2PublicKey(sm2))).toString('base64'),
  });
else {
  const bytes = new Uint8Array(Buffer.from(message, 'base64'));
  const made = algorithm === 'sm2' ? await signSm2(sm2, bytes) : sign('sha256', bytes, { key: secret, dsaEncoding: 'ieee-p1363' });
  say({ signature: Buffer.from(made).toString('base64') });
}
`;

let folder: string;
let city: City;
const mood = (): string => join(folder, 'mood');
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongheng-device-'));
  const path = join(folder, 'device.mjs');
  writeFileSync(path, program(process.execPath, new URL('../../../packages/seal/src', import.meta.url).pathname, mood()));
  chmodSync(path, 0o755);
  const device = openKeyDevice({ TONGHENG_KEY_DEVICE: path });
  assert.ok(device);
  city = await openCity({ keyDevice: device });
  await holdCeremony(city, []);
});
after(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = (): Context =>
  ({
    db: city.database.db,
    apart: city.database.db,
    now: city.clock.now.toISOString(),
    today: '2026-11-23',
    demonstration: false,
    publicUrl: 'https://jl.example.cn',
    secrets: city.secrets,
    keyDevice: openKeyDevice({ TONGHENG_KEY_DEVICE: join(folder, 'device.mjs') }),
    newId: () => crypto.randomUUID(),
  }) as unknown as Context;

test('a key in a device gets a certificate and signs, and its private part never comes here', async () => {
  assert.equal((await city.as('instituteManager').call(listCityKeys, {})).hasDevice, true);
  const second = await secondAdministrator(city);
  const body = { holder: 'device', reference: 'slot-1', reason: '密码机' } as const;
  const asked = await city.as('instituteManager').call(requestSigningKey, { body });
  assert.deepEqual([asked.holder, asked.reference, asked.canSign], ['device', 'slot-1', true]);
  const csr = await city.as('instituteManager').call(exportKeyRequest, { params: { id: asked.id } });
  assert.match(Buffer.from(csr.bytes).toString(), /CERTIFICATE REQUEST/);
  await second.call(confirmSigningKey, { params: { id: asked.id }, body: { certificates: null } });
  const row = await city.database.db.selectFrom('signingKey').selectAll().where('id', '=', asked.id).executeTakeFirstOrThrow();
  assert.deepEqual([row.sealedKey, row.sm2SealedKey], [null, null]);

  const signer = await signerOf(context(), city.ids.instituteManager.organization);
  const message = toUtf8('检定证书');
  const [leaf = new Uint8Array()] = signer.chain;
  assert.equal(await checkSignature('ecdsa-p256', readCertificate(leaf).spki, message, await signer.sign(message)), true);
  assert.equal(await checkSignature('sm2', signer.sm2PublicKey, message, await signer.signSm2(message)), true);
});

test('a device that is locked, broken, chatty or signs by another key ends in a problem, never in a signature', async () => {
  const signer = await signerOf(context(), city.ids.instituteManager.organization);
  for (const now of ['locked', 'broken', 'chatty', 'other']) {
    writeFileSync(mood(), now);
    await assert.rejects(signer.sign(toUtf8('x')), { message: 'signing-key.deviceFailed' }, now);
  }
  writeFileSync(mood(), 'broken');
  const body = { holder: 'device', reference: 'slot-2', reason: '密码机' } as const;
  await refused(city.as('farInstituteManager').call(requestSigningKey, { body }), 'signing-key.deviceFailed');
  writeFileSync(mood(), '');
  const known = { holder: 'device', reference: 'slot-1', reason: '同一密钥' } as const;
  await refused(city.as('farInstituteManager').call(requestSigningKey, { body: known }), 'signing-key.known');
  const none = { ...context(), keyDevice: undefined };
  await assert.rejects((await signerOf(none, city.ids.instituteManager.organization)).sign(toUtf8('x')), {
    message: 'signing-key.noDevice',
  });
});

test('a device may stand behind an address, with a token, and its refusals are told', async () => {
  const seen: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    if (request.url === '/away') response.statusCode = 503;
    response.end(request.url === '/list' ? '[]' : JSON.stringify({ signature: 'AA==' }));
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const at = (path: string) => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`;
  try {
    const token = join(folder, 'token');
    writeFileSync(token, 'a secret\n');
    const device = openKeyDevice({ TONGHENG_KEY_DEVICE: at('/'), TONGHENG_KEY_DEVICE_TOKEN_FILE: token });
    assert.deepEqual(await device?.ask({ operation: 'sign' }), { signature: 'AA==' });
    assert.deepEqual(seen, ['Bearer a secret']);
    for (const path of ['/away', '/list']) await assert.rejects(openKeyDevice({ TONGHENG_KEY_DEVICE: at(path) })!.ask({}), KeyDeviceFailed);
    await assert.rejects(openKeyDevice({ TONGHENG_KEY_DEVICE: join(folder, 'nothing') })!.ask({}), KeyDeviceFailed);
    assert.equal(openKeyDevice({}), undefined);
  } finally {
    server.close();
  }
});
