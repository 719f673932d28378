import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { test } from 'node:test';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { create } from 'qrcode';
import { pictureSize } from './picture-size.ts';

// The library is CommonJS: its function is the field `default` of what Node imports.
const read = (jsqr as unknown as { default: typeof jsqr }).default;

const text = `HTTPS://JL.EXAMPLE.CN/Q/${'9'.repeat(10)}${'1234567890'.repeat(38)}`;

/** RGBA of a code with its white border, each module so many pixels, in grey on grey as a camera sees it. */
function drawn(scale: number, dark: number, light: number): { pixels: Uint8ClampedArray; side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [Math.floor(y / scale) - 4, Math.floor(x / scale) - 4];
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      const shade = inside && modules.get(row, column) !== 0 ? dark : light;
      pixels.set([shade, shade, shade, 255], (y * side + x) * 4);
    }
  return { pixels, side };
}

test('the library that reads photos where the browser has no detector reads a label as it was printed', () => {
  for (const [scale, dark, light] of [
    [4, 0, 255],
    [6, 60, 190],
    [12, 20, 240],
  ] as const) {
    const { pixels, side } = drawn(scale, dark, light);
    assert.equal(read(pixels, side, side)?.data, text);
  }
});

const ofHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.padEnd(64, '0'), 'hex'));

test('the size of a picture is known before it is decoded', () => {
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]),
    deflateSync(Buffer.alloc(100)),
  ]);
  assert.deepEqual(pictureSize(png), { width: 30_000, height: 30_000 });
  // Start, an application segment of 16 bytes, fill bytes, and a progressive frame of 4000 by 3000.
  const jpeg = `ffd8ffe00010${'00'.repeat(14)}ffffffc2001108${'0bb8'}${'0fa0'}03`;
  assert.deepEqual(pictureSize(ofHex(jpeg)), { width: 4000, height: 3000 });
  assert.deepEqual(pictureSize(ofHex('474946383961e8032003')), { width: 1000, height: 800 });
  assert.deepEqual(pictureSize(ofHex(`424d${'00'.repeat(16)}e8030000e0fcffff`)), {
    width: 1000,
    height: 800,
  });
  const webp = `52494646${'00'.repeat(4)}57454250`;
  assert.deepEqual(pictureSize(ofHex(`${webp}56503820${'00'.repeat(7)}9d012ae8032003`)), { width: 1000, height: 800 });
  assert.deepEqual(pictureSize(ofHex(`${webp}56503858${'00'.repeat(8)}e703001f0300`)), { width: 1000, height: 800 });
  // 999 and 799 in 14 bits each behind the sign of the lossless form.
  assert.deepEqual(pictureSize(ofHex(`${webp}5650384c${'00'.repeat(4)}2fe7c3c700`)), { width: 1000, height: 800 });
  for (const none of ['', '25504446', '3c737667', '0000001c66747970']) assert.equal(pictureSize(ofHex(none)), undefined);
});

test('whatever the first bytes of a file are, its size is known or not, and nothing is thrown', () => {
  const starts = ['', '89504e47', 'ffd8', '474946', '424d', '524946460000000057454250'];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const size = pictureSize(Uint8Array.from([...Buffer.from(start, 'hex'), ...rest]));
      assert.ok(size === undefined || (size.width >= 0 && size.height >= 0));
    }),
  );
});
