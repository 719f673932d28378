import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findTool, runTool } from '../../../test/support/foreign-tool.ts';
import { fromDerSignature, fromHex, joinBytes, toDerSignature, toHex, toUtf8 } from './encoding.ts';
import { checkSignature, spkiOf } from './signature.ts';
import { checkSm2, isSm2PrivateKey, signSm2, sm2Digest, sm2PublicKey } from './sm2.ts';

// GB/T 32918.5-2017, annex A.2.
const example = {
  key: fromHex(
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  ),
  secret: fromHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8'),
  digest: 'f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640',
  signature: fromHex(
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  ),
  message: toUtf8('message digest'),
};

test('the example of GB/T 32918.5 has this digest and this signature', async () => {
  assert.equal(toHex(sm2Digest(example.key, example.message)), example.digest);
  assert.equal(toHex(await sm2PublicKey(example.secret)), toHex(example.key));
  assert.equal(await checkSm2(example.key, example.message, example.signature), true);
  assert.equal(await checkSignature('sm2', spkiOf('sm2', example.key), example.message, example.signature), true);
  assert.equal(await checkSm2(example.key, example.message, example.signature, ''), false);
});

test('a signature is true with the first, the second and the third check, and false for another message, key or bit', async () => {
  for (let round = 0; round < 3; round += 1) {
    const secret = Uint8Array.from(randomBytes(32));
    const key = await sm2PublicKey(secret);
    const signature = await signSm2(secret, example.message);
    assert.equal(toHex(await signSm2(secret, example.message)), toHex(signature));
    for (let check = 0; check < 3; check += 1) {
      assert.equal(await checkSm2(key, example.message, signature), true);
      assert.equal(await checkSm2(key, toUtf8('another'), signature), false);
      assert.equal(await checkSm2(example.key, example.message, signature), false);
      const turned = Uint8Array.from(signature);
      turned[63] = (turned[63] ?? 0) ^ 1;
      assert.equal(await checkSm2(key, example.message, turned), false);
    }
  }
});

test('r and s out of range, wrong lengths and points beside the curve are refused', async () => {
  const n = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
  const one = `${'00'.repeat(31)}01`;
  for (const raw of [n + one, one + n, one + '00'.repeat(32), '00'.repeat(32) + one, one, ''])
    assert.equal(await checkSm2(example.key, example.message, fromHex(raw)), false);
  assert.equal(await checkSm2(new Uint8Array(64).fill(1), example.message, example.signature), false);
  assert.equal(await checkSm2(example.key.slice(1), example.message, example.signature), false);
  assert.equal(isSm2PrivateKey(fromHex(n)), false);
  assert.equal(isSm2PrivateKey(fromHex(`${n.slice(0, -1)}2`)), false);
  assert.equal(isSm2PrivateKey(fromHex(`${n.slice(0, -1)}1`)), true);
  await assert.rejects(sm2PublicKey(new Uint8Array(32)), RangeError);
});

const lacksSm2 =
  findTool('openssl') === undefined
    ? 'openssl is not installed here'
    : runTool('openssl', ['genpkey', '-algorithm', 'SM2']).code !== 0 && 'this openssl has no SM2';

test('OpenSSL checks our SM2 signatures and we check those of OpenSSL', { skip: lacksSm2 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-sm2-'));
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string => {
    const { code, output, errors } = runTool('openssl', args);
    assert.equal(code, 0, errors);
    return output;
  };
  try {
    openssl('genpkey', '-algorithm', 'SM2', '-out', at('key.pem'));
    openssl('pkey', '-in', at('key.pem'), '-pubout', '-outform', 'DER', '-out', at('public.der'));
    const spki = Uint8Array.from(readFileSync(at('public.der')));
    const traditional = openssl('pkey', '-in', at('key.pem'), '-text', '-noout');
    const secret = fromHex((/priv:([\s0-9a-f:]+)pub:/.exec(traditional)?.[1] ?? '').replace(/[\s:]/g, '').slice(-64));
    assert.equal(toHex(spkiOf('sm2', await sm2PublicKey(secret))), toHex(spki));
    const distid = 'distid:1234567812345678';
    for (const message of [example.message, joinBytes(), Uint8Array.from(randomBytes(3000))]) {
      writeFileSync(at('message'), message);
      writeFileSync(at('ours'), toDerSignature(await signSm2(secret, message)));
      openssl(
        'pkeyutl',
        '-verify',
        '-rawin',
        '-digest',
        'sm3',
        '-pkeyopt',
        distid,
        '-inkey',
        at('key.pem'),
        '-in',
        at('message'),
        '-sigfile',
        at('ours'),
      );
      openssl(
        'pkeyutl',
        '-sign',
        '-rawin',
        '-digest',
        'sm3',
        '-pkeyopt',
        distid,
        '-inkey',
        at('key.pem'),
        '-in',
        at('message'),
        '-out',
        at('theirs'),
      );
      const theirs = fromDerSignature(Uint8Array.from(readFileSync(at('theirs'))));
      assert.equal(await checkSignature('sm2', spki, message, theirs), true);
      assert.equal(await checkSignature('sm2', spki, toUtf8('other'), theirs), false);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
