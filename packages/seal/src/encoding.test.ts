import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  fromBase64,
  fromBase64Url,
  fromDerSignature,
  fromHex,
  fromUtf8,
  InvalidEncoding,
  joinBytes,
  sameBytes,
  toBase64,
  toBase64Url,
  toDerSignature,
  toHex,
  toUtf8,
} from './encoding.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

test('bytes are written as Node writes them, and read back', () => {
  fc.assert(
    fc.property(bytes, (value) => {
      const buffer = Buffer.from(value);
      assert.equal(toHex(value), buffer.toString('hex'));
      assert.equal(toBase64(value), buffer.toString('base64'));
      assert.equal(toBase64Url(value), buffer.toString('base64url'));
      assert.deepEqual(fromHex(toHex(value)), Uint8Array.from(value));
      assert.deepEqual(fromBase64(toBase64(value)), Uint8Array.from(value));
      assert.deepEqual(fromBase64Url(toBase64Url(value)), Uint8Array.from(value));
    }),
  );
});

test('whatever is read as base 64 or DER is printed again as it was', () => {
  const readers = [
    [fromBase64, toBase64],
    [fromBase64Url, toBase64Url],
  ] as const;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('A', 'B', '/', '+', '-', '_', '=', '9', ' '), maxLength: 9 }), (text) => {
      for (const [read, print] of readers) {
        let value;
        try {
          value = read(text);
        } catch (error) {
          assert.ok(error instanceof InvalidEncoding);
          continue;
        }
        assert.equal(print(value), text);
      }
    }),
    { numRuns: 3000 },
  );
  for (const text of ['QR==', 'QQ', 'Q', 'QQ=', '=', '====', 'QQ==\n', 'Q=Q='])
    assert.throws(() => fromBase64(text), InvalidEncoding, text);
  for (const text of ['0', '0g', ' 00', '0x']) assert.throws(() => fromHex(text), InvalidEncoding, text);
});

test('a text is read from UTF-8 as the platform reads it, and what the platform refuses is refused', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(fromUtf8(toUtf8(text)), text)));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8, min: 0x70 }), (value) => {
      let expected: string | undefined;
      try {
        expected = decoder.decode(value);
      } catch {
        assert.throws(() => fromUtf8(value), InvalidEncoding);
        return;
      }
      assert.equal(fromUtf8(value), expected);
    }),
    { numRuns: 20_000 },
  );
  assert.throws(() => toUtf8('\ud800x'), InvalidEncoding);
  assert.equal(fromUtf8(toUtf8('衡'.repeat(9000))), '衡'.repeat(9000));
});

test('r and s go to DER and back, and nothing but DER is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (raw) => {
      assert.deepEqual(fromDerSignature(toDerSignature(raw)), Uint8Array.from(raw));
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 132, maxLength: 132 }), (raw) => {
      assert.deepEqual(fromDerSignature(toDerSignature(raw), 66), Uint8Array.from(raw));
    }),
  );
  const whole = toDerSignature(fromHex(`${'00'.repeat(31)}01${'00'.repeat(31)}ff`));
  assert.equal(toHex(whole), '3007020101020200ff');
  for (const text of [
    '3007020101020200ff00',
    '3007020101020200',
    '30080202000102020 0ff'.replace(' ', ''),
    '3006020101020 1ff'.replace(' ', ''),
  ])
    assert.throws(() => fromDerSignature(fromHex(text)), InvalidEncoding, text);
  assert.throws(() => fromDerSignature(fromHex('308107020101020200ff')), InvalidEncoding);
  assert.throws(() => fromDerSignature(fromHex('30060201010200')), InvalidEncoding);
  assert.throws(() => fromDerSignature(fromHex('')), InvalidEncoding);
});

test('bytes are joined and compared as they stand', () => {
  assert.equal(sameBytes(joinBytes(fromHex('01'), fromHex('')), fromHex('01')), true);
  assert.equal(sameBytes(fromHex('01'), fromHex('0100')), false);
});
