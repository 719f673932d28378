import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { test } from 'node:test';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { fromHex, joinBytes, toHex, toUtf8 } from './encoding.ts';
import { algorithmOf, checkForeignSignature, checkSignature, isInRange, publicKeyOf, sha256, sm3, spkiOf } from './signature.ts';

const message = toUtf8('检定证书 320685A2026000001');
const spki = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }));
const signed = () => {
  const p256Keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ed25519Keys = generateKeyPairSync('ed25519');
  const byP256 = Uint8Array.from(sign('sha256', message, { key: p256Keys.privateKey, dsaEncoding: 'ieee-p1363' }));
  return { p256Keys, ed25519Keys, byP256, byEd25519: Uint8Array.from(sign(null, message, ed25519Keys.privateKey)) };
};

/** The same checks in a place without WebCrypto, or with one that does not know the curve. */
async function withSubtle<T>(subtle: unknown, run: () => Promise<T>): Promise<T> {
  const whole = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { subtle } });
  try {
    return await run();
  } finally {
    if (whole !== undefined) Object.defineProperty(globalThis, 'crypto', whole);
  }
}
const places: readonly (readonly [string, unknown])[] = [
  ['with WebCrypto', globalThis.crypto.subtle],
  ['without a secure origin', undefined],
  ['in a browser that refuses the algorithm', { importKey: () => Promise.reject(new Error('NotSupportedError')) }],
];

for (const [place, subtle] of places)
  test(`a signature of P-256 and of Ed25519 is true, and false for another message, key or bit, ${place}`, () =>
    withSubtle(subtle, async () => {
      const { p256Keys, ed25519Keys, byP256, byEd25519 } = signed();
      const otherKey = spki(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
      for (const [algorithm, key, signature] of [
        ['ecdsa-p256', spki(p256Keys.publicKey), byP256],
        ['ed25519', spki(ed25519Keys.publicKey), byEd25519],
        ['ed25519', spki(ed25519Keys.publicKey).slice(-32), byEd25519],
      ] as const) {
        assert.equal(await checkSignature(algorithm, key, message, signature), true);
        assert.equal(await checkSignature(algorithm, key, toUtf8('x'), signature), false);
        assert.equal(await checkSignature(algorithm, key, message, signature.slice(0, 63)), false);
        assert.equal(await checkSignature(algorithm, key, message, joinBytes(signature, fromHex('00'))), false);
        const turned = Uint8Array.from(signature);
        turned[40] = (turned[40] ?? 0) ^ 1;
        assert.equal(await checkSignature(algorithm, key, message, turned), false);
        assert.equal(await checkSignature(algorithm === 'ed25519' ? 'ecdsa-p256' : 'ed25519', key, message, signature), false);
      }
      assert.equal(await checkSignature('ecdsa-p256', otherKey, message, byP256), false);
      assert.equal(await checkSignature('ecdsa-p256', new Uint8Array(0), message, byP256), false);
    }));

test('r and s outside 1 … n − 1 are refused, a large s is not', async () => {
  const { p256Keys, byP256 } = signed();
  const n = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
  const one = `${'00'.repeat(31)}01`;
  assert.equal(isInRange(fromHex(one + one), 'ecdsa-p256'), true);
  for (const raw of [n + one, one + n, '00'.repeat(32) + one, one + '00'.repeat(32), 'ff'.repeat(64)]) {
    assert.equal(isInRange(fromHex(raw), 'ecdsa-p256'), false);
    assert.equal(await checkSignature('ecdsa-p256', spki(p256Keys.publicKey), message, fromHex(raw)), false);
  }
  const { r, s } = p256.Signature.fromBytes(byP256);
  const other = new p256.Signature(r, p256.Point.Fn.ORDER - s).toBytes();
  for (const subtle of [globalThis.crypto.subtle, undefined])
    await withSubtle(subtle, async () => {
      assert.equal(await checkSignature('ecdsa-p256', spki(p256Keys.publicKey), message, other), true);
    });
});

test('a point that is not on the curve is no key, wherever it is checked', async () => {
  const bad = spkiOf('ecdsa-p256', joinBytes(new Uint8Array(63).fill(1), fromHex('02')));
  for (const [, subtle] of places)
    await withSubtle(subtle, async () => assert.equal(await checkSignature('ecdsa-p256', bad, message, signed().byP256), false));
});

test('signatures of others are checked where WebCrypto can, and otherwise left open', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const byRsa = Uint8Array.from(sign('sha256', message, rsa.privateKey));
  const byPss = Uint8Array.from(sign('sha512', message, { key: rsa.privateKey, padding: 6, saltLength: 32 }));
  const byP384 = Uint8Array.from(sign('sha384', message, { key: p384.privateKey, dsaEncoding: 'ieee-p1363' }));
  const cases = [
    [{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, rsa.publicKey, byRsa],
    [{ name: 'RSA-PSS', hash: 'SHA-512', saltLength: 32 }, rsa.publicKey, byPss],
    [{ name: 'ECDSA', hash: 'SHA-384', curve: 'P-384' }, p384.publicKey, byP384],
  ] as const;
  for (const [scheme, key, signature] of cases) {
    assert.equal(await checkForeignSignature(scheme, spki(key), message, signature), true, scheme.name);
    assert.equal(await checkForeignSignature(scheme, spki(key), toUtf8('x'), signature), false, scheme.name);
    assert.equal(algorithmOf(spki(key)), undefined);
    await withSubtle(undefined, async () => assert.equal(await checkForeignSignature(scheme, spki(key), message, signature), undefined));
  }
});

test('a key goes into its public key information and out again', () => {
  const { p256Keys, ed25519Keys } = signed();
  const whole = spki(p256Keys.publicKey);
  assert.equal(algorithmOf(whole), 'ecdsa-p256');
  assert.equal(toHex(spkiOf('ecdsa-p256', publicKeyOf('ecdsa-p256', whole) ?? new Uint8Array(0))), toHex(whole));
  assert.equal(algorithmOf(spki(ed25519Keys.publicKey)), 'ed25519');
  assert.throws(() => spkiOf('sm2', new Uint8Array(63)), RangeError);
});

test('SHA-256 and SM3 of any bytes are those of OpenSSL', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.equal(toHex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'));
      assert.equal(toHex(sm3(bytes)), createHash('sm3').update(bytes).digest('hex'));
    }),
  );
  for (let length = 0; length <= 130; length += 1) {
    const bytes = new Uint8Array(length + 3).subarray(3).fill(length);
    assert.equal(toHex(sm3(bytes)), createHash('sm3').update(bytes).digest('hex'), String(length));
  }
  // GB/T 32905-2016, annex A.
  assert.equal(toHex(sm3(toUtf8('abcd'.repeat(16)))), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});
